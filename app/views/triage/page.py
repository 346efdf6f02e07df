"""The triage page: what waits as thin rows, one incident that fills the pane, and its answers above it."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import Away, DeskError
from app.domain.events import Event, IncidentChanged, IncidentLogged, LinkChanged, MuchChanged, ReferenceDataChanged
from app.domain.wording import tr, trn
from app.services.incidents.dto import IncidentDetail
from app.services.incidents.queue_dto import QueueCounts, QueueQuery, QueueRow
from app.views.context import Place, ViewContext
from app.views.incident.page import PAGE_ID as INCIDENT
from app.views.incident.page import IncidentPage
from app.views.pages import Location, Page
from app.views.tagging import open_tags
from app.views.toolkit.gather import GATHER_MS, Gather
from app.views.triage.answer_bar import AnswerBar
from app.views.triage.answers import Answers
from app.views.triage.proposals import Names, Proposal, proposals
from app.views.triage.thin_list import ThinList
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip

PAGE_ID: Final = "triage"
FILTER: Final = "is:triage"
_DUE_SOON: Final = "is:open sla:0..1h"
_MOST: Final = 200
"""More than anybody sorts in a sitting; the rest comes up as these are answered."""

_BESIDE_FROM: Final = 1_060
"""Pixels of width, of which an incident with its properties takes most."""


class _Found(NamedTuple):
    rows: tuple[QueueRow, ...]
    counts: QueueCounts
    names: Names


class TriagePage(Page):
    """Its answers belong to the incident that is chosen in the list; after one, the next is chosen."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self.list = ThinList(context)
        self.bar = AnswerBar()
        self.incident = IncidentPage(context)
        self.incident.properties.lead_with_suggestions()
        self.incident.header.be_quiet()
        self.answers = Answers(context, self.incident, self._answered)
        self.made: tuple[Proposal, ...] = ()
        self._names: Names = {}
        self._counts: QueueCounts | None = None
        self._not_listed = 0
        self._waiting_act = ""
        self._gather = Gather(self, GATHER_MS, self.load)
        self._lay_out()
        self._connect()
        self._bind()

    def _lay_out(self) -> None:
        self.loading = LoadingLine()
        self.strip = InfoStrip("", "amber")
        self.strip.hide()
        self.empty = EmptyState("inbox", tr("Reading what waits"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, self.bar):
            column.addWidget(widget)
        column.addWidget(self.incident, 1)
        work = QWidget()
        self._row = row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(right, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.loading)
        whole.addWidget(self._stack, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text on a small screen the list lies above what it shows."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.list.lie_above(is_above=not beside)

    def _connect(self) -> None:
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda incident_id: self.context.go(Location(INCIDENT, incident_id)))
        self.bar.wanted.connect(self.act)
        self.incident.go_to = self.list.choose
        self.incident.shown.connect(self._shown)
        self.context.apart.changed.connect(lambda _ids: self._propose())
        self.incident.suggesting.answered.connect(self._propose)
        # In the field of the urgency digits are levels; in the list they are answers again.
        self.incident.properties.priority.answered.connect(self.focus_start)
        self.incident.writing.stepped.connect(lambda _result: self._gather.ask())

    def _bind(self) -> None:
        answers: dict[str, Callable[[IncidentDetail], object]] = {
            "triage.accept": lambda detail: self.answers.accept(detail, self.made),
            "triage.duplicate": lambda detail: self.answers.duplicate(
                detail, self.incident.suggesting.still_open, self.bar.duplicate
            ),
            "triage.decline": lambda _detail: self.answers.decline(),
            "incident.snooze": lambda detail: self.answers.snooze(detail, self.bar.snooze),
            "incident.tags": lambda detail: open_tags(self.context, [detail.id], self.bar.snooze, detail.tags),
        }
        bind = self.context.actions.bind
        for action, run in answers.items():
            bind(action, partial(self._on_shown, action, run), owner=self, unavailable=self._why_not)
        bind("list.next", lambda: self.list.step(1), owner=self, unavailable=self._no_row)
        bind("list.previous", lambda: self.list.step(-1), owner=self, unavailable=self._no_row)
        bind("list.refresh", self.load, owner=self)
        bind(
            "incident.open", lambda: self.context.go(Location(INCIDENT, self.list.current_id)), owner=self,
            unavailable=self._no_row,
        )  # fmt: skip

    def _why_not(self) -> str | None:
        if self.list.current_id in self.context.apart.ids:
            return tr("It stands in a window of its own")
        return self._no_row()

    def _no_row(self) -> str | None:
        return None if self.list.current_id else tr("Nothing waits to be sorted")

    def incident_here(self) -> str:
        """The one that is chosen."""
        return self.list.current_id

    def _on_shown(self, action: str, run: Callable[[IncidentDetail], object]) -> None:
        """Answer what is chosen, once it is shown: nobody answers what they have not seen."""
        detail = self.incident.detail
        if detail is None or detail.id != self.list.current_id:
            self._waiting_act = action
            return
        self._waiting_act = ""
        run(detail)

    def title(self) -> str:
        """What the top bar says."""
        return tr("Triage")

    def open(self, argument: str) -> None:
        """Read what waits; before the desk is open, as soon as it is."""
        del argument
        self.context.place_of = self.place_of
        if self.context.session is not None:
            self.load()

    def focus_start(self) -> None:
        """The list, where plain keys are answers."""
        self.list.setFocus()

    def panes(self) -> list[QWidget]:
        """The list, then those of the incident."""
        return [self.list, *self.incident.panes()] if self.list.current_id else [self]

    def place_of(self, incident_id: str) -> Place | None:
        """Where an incident stands among those that wait."""
        ids = [row.id for row in self.list.rows]
        if incident_id not in ids:
            return None
        at = ids.index(incident_id)
        before, after = ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
        return Place(at + 1, len(ids) + self._not_listed, before, after)

    def hear(self, event: Event) -> None:
        """Read again what changed; the incident hears it by itself."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self._names = {}
        if self.context.session is None or not self.isVisible():
            return
        self.incident.hear(event)
        if isinstance(event, IncidentChanged | IncidentLogged | MuchChanged | LinkChanged):
            self._gather.ask()

    def desk_opened(self) -> None:
        """Another desk has other incidents."""
        self._names = {}
        self.list.show_rows(())
        self.incident.desk_opened()
        self.open("")

    def leave(self) -> None:
        """Keep what was typed, and ask nothing any more."""
        self._gather.stop()
        self.context.background.forget(PAGE_ID)
        self.incident.leave()
        self.context.actions.unbind(self)

    # What the desk answers

    def load(self) -> None:
        """Read what waits, and the numbers beside it."""
        desk, actor = self.context.desk, self.context.actor
        wanted = QueueQuery(FILTER, "sla", False, "none", limit=_MOST, at=self.context.now())
        wanted = wanted._replace(zone=self.context.formats.zone)
        names = self._names
        self.loading.start()

        def read() -> _Found:
            rows = desk.queue.page(actor, wanted).rows
            return _Found(rows, desk.queue.counts(actor), names or desk.suggestions.names(actor))

        self.context.background.read(read, self._loaded, self._failed, key=PAGE_ID)

    def _loaded(self, found: _Found) -> None:
        self.loading.stop()
        self.strip.hide()
        self._names, self._counts = found.names, found.counts
        self._not_listed = max(0, found.counts.triage - len(found.rows))
        self.context.show_counts(found.counts)
        self.list.show_rows(found.rows)
        if self.list.current_id and not self.incident.incident_here():
            # It stood in a window of its own while this page was not seen.
            self.incident.open(self.list.current_id)
        self._show_work()

    def _show_work(self) -> None:
        if not self.list.rows:
            self._explain()
        else:
            had_focus = self._stack.currentIndex() == 0 and self.isVisible()
            self._stack.setCurrentIndex(1)
            if had_focus:
                self.focus_start()
        self._show_progress()
        self.context.actions.refresh()

    def _explain(self) -> None:
        soon = 0 if self._counts is None else self._counts.due_soon
        if not soon:
            self._say("circle-check", tr("Triage is clear"), tr("Nothing is due within 1 hour."))
            self.empty.add_button(tr("Open the queue"), lambda: self.context.go(Location("queue", "is:open")))
            return
        hint = trn("{n} is due within 1 hour.", "{n} are due within 1 hour.", soon)
        self._say("circle-check", tr("Triage is clear"), hint)
        self.empty.add_button(tr("Open"), lambda: self.context.go(Location("queue", _DUE_SOON)), kind="primary")

    def _say(self, icon: str, title: str, hint: str = "") -> None:
        self.empty.set_text(icon, title, hint)
        had_focus = self._stack.currentIndex() == 1 and self.isVisible()
        self._stack.setCurrentIndex(0)
        if had_focus:
            self.setFocus()

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        if self.list.rows:
            # What waits stays readable. Of a server that is away the window itself speaks.
            self.strip.clear_buttons()
            self.strip.set_text(str(error), "amber")
            self.strip.add_button(tr("Try again"), self.load)
            self.strip.setVisible(not isinstance(error, Away))
            return
        icon = "wifi-off" if isinstance(error, Away) else "circle-alert"
        self._say(icon, tr("What waits cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")

    # What is chosen and answered

    def _moved(self, incident_id: str) -> None:
        self._waiting_act = ""
        self._propose()
        if incident_id:
            self.incident.open(incident_id)
        self._show_progress()
        self.context.actions.refresh()

    def _shown(self, detail: IncidentDetail) -> None:
        self._propose()
        if self._waiting_act and detail.id == self.list.current_id:
            action, self._waiting_act = self._waiting_act, ""
            self.context.actions.run(action)

    def _propose(self) -> None:
        detail, known, nothing = self.incident.detail, self.incident.suggesting, ""
        self.made = ()
        if detail is not None and detail.id == self.list.current_id:
            self.made = proposals(detail, known.advised, known.found, self._names)
            nothing = tr("Nothing is suggested yet. 1 asks for the team.") if detail.group_id is None else ""
        self.bar.show_proposals(self.made, nothing)
        self.bar.set_live(live=self._why_not() is None)

    def _show_progress(self) -> None:
        place = self.place_of(self.list.current_id)
        if place is not None:
            self.bar.show_progress(place.position, place.total)
        self.incident.header.show_place(self.incident.place())

    def _answered(self, incident_id: str) -> None:
        """The desk has taken the answer: go on with the next one, and read what waits now."""
        self.list.without(incident_id)
        self._show_work()
        if self.list.rows and self.isVisible():
            self.focus_start()
        self._gather.ask()
