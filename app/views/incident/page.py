"""The page of one incident: head, notices, timeline and composer at the left, properties at the right."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError, Refused
from app.domain.events import Event, IncidentChanged, LinkChanged, MuchChanged, PresenceSeen, ReferenceDataChanged
from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.domain.wording import inside, tr, trn
from app.services.incidents.dto import IncidentDetail, StepResult
from app.views.context import Place, ViewContext
from app.views.escalations.strip import EscalationStrip
from app.views.incident.begun import Begun
from app.views.incident.being_here import BeingHere
from app.views.incident.casework import Casework
from app.views.incident.checklisting import Checklisting
from app.views.incident.clocks import ClocksBlock
from app.views.incident.dropping import take_drops
from app.views.incident.editing import Editing, WantedEdit
from app.views.incident.find_bar import FindBar
from app.views.incident.header import IncidentHeader
from app.views.incident.helping import Helping
from app.views.incident.instead import Instead
from app.views.incident.knowing import Knowing
from app.views.incident.major_strip import STEPS, MajorStrip
from app.views.incident.merged import unmerge_shown
from app.views.incident.message_steps import MessageSteps
from app.views.incident.modes import NOTE, REPLY, UPDATE
from app.views.incident.naming import Naming
from app.views.incident.news import News
from app.views.incident.notices import Notices
from app.views.incident.pick_lists import PickLists
from app.views.incident.problem_acts import bind_problem_acts
from app.views.incident.properties import PropertiesPanel
from app.views.incident.reasons import why_not_now
from app.views.incident.saving import Saving
from app.views.incident.saving_template import bind_save_template
from app.views.incident.settling import Settling
from app.views.incident.small_acts import small_acts, take
from app.views.incident.story import Shown
from app.views.incident.suggesting import Suggesting
from app.views.incident.timeline import Timeline
from app.views.incident.wanted_act import WantedAct
from app.views.incident.writing import Writing
from app.views.merging.sheet import open_merge
from app.views.pages import Location, Page
from app.views.taking_back import way_back
from app.views.widgets.column_area import ColumnArea
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState

if TYPE_CHECKING:
    from app.views.shell.documents import Document

PAGE_ID = "incident"


class IncidentPage(Page):
    """Shows the incident of its location; `shown` carries its detail when it was read, `go_to` leads to a neighbour."""

    shown = Signal(object)
    is_in: Location | None = Location("queue")

    def __init__(self, context: ViewContext, *, at_once: bool = True) -> None:
        super().__init__(context)
        self._casework = Casework(context, self)
        self._lists = PickLists(context)
        self._editing = Editing(context, self._casework, self._lists)
        self._settings_loaded, self._wanted = False, WantedAct(self, context.actions)
        self.go_to: Callable[[str], object] = lambda found: context.go(Location(PAGE_ID, found))
        self._pieces = iter(
            (self._make_head, self._make_timeline, self._make_writing, self._make_side, self._put_together)
        )
        while at_once and self.make_piece():
            pass

    def make_piece(self) -> bool:
        """The next part, each in its place from the beginning."""
        piece = next(self._pieces, None)
        if piece is not None:
            piece()
        return piece is not None

    @property
    def detail(self) -> IncidentDetail | None:
        """The incident as it was last read."""
        return self._casework.detail

    def _make_head(self) -> None:
        self._stack, self._empty, self._row, self._left = _places(self)
        self._progress, self.header = LoadingLine(), IncidentHeader(self.context)
        self.naming = Naming(self.context, self._casework, self._editing, self.header.title)
        self.notices, self.escalation = Notices(), EscalationStrip(self.context)
        self.major = MajorStrip(self.context)
        for widget in (self._progress, self.header, self.major, self.escalation, self.notices):
            self._left.addWidget(widget)

    def _make_timeline(self) -> None:
        self.timeline = Timeline(self.context, self._lists)
        self.finding = FindBar(self.context, self.timeline)
        self._left.addWidget(self.finding)
        self._left.addWidget(self.timeline, 1)

    def _make_writing(self) -> None:
        self.writing = Writing(self.context, self._casework, self._lists, self.header.colleagues)
        self._left.addWidget(self.writing)

    def _make_side(self) -> None:
        self.properties = PropertiesPanel(self.context, self._casework, self._editing, self._lists)
        self.clocks = ClocksBlock(self.context, self._casework)
        self.properties.add_block(self.clocks)
        self._row.addWidget(self.properties)

    def _put_together(self) -> None:
        self._saving = Saving(self.context, self.notices, self)
        self._news = News(self.context, self._lists, self.notices, self)
        self._here = BeingHere(self, self.context, self._casework)
        self._instead = Instead(self, self._stack, self._empty)
        self._begun = Begun(self.context, self._casework, self.notices, self.properties, self.clocks)
        self.suggesting = Suggesting(self, self.context, self._casework, self._editing, self.properties, self.writing)
        self._settling = Settling(self.context, self._casework, self._lists, self.notices)
        self._knowing, self._helping, self._steps = Knowing(self), Helping(self), MessageSteps(self)
        self._checklisting = Checklisting(self, self.properties.checklist)
        for bind in (bind_save_template, bind_problem_acts, take_drops, self.writing.composer.one_line.follow_page):
            bind(self)
        self.finding.bind(self, lambda: None if self.detail is not None else tr("No incident is open"))
        self._connect()
        self._bind()

    def _connect(self) -> None:
        case = self._casework
        case.loaded.connect(self._loaded)
        case.lost.connect(self._instead.say_lost)
        case.lost.connect(lambda _error: self._wanted.forget())
        case.failed.connect(self._failed)
        case.busy_changed.connect(lambda busy: (self._progress.start if busy else self._progress.stop)())
        for part in (self.header.title, self.writing, self._settling):
            part.left.connect(self.focus_start)
        self.header.previous.clicked.connect(lambda _checked=False: _go_beside(self, -1))
        self.header.next.clicked.connect(lambda _checked=False: _go_beside(self, 1))
        self.header.filter.chosen.connect(self._filter)
        self.timeline.file_wanted.connect(self._saving.look)
        self._here.listen(self.writing.composer.typed, self.header.title.field.textEdited)
        self.writing.sent.connect(self._news.sent)
        self.writing.stepped.connect(self._stepped)
        for wanted in (self.writing.sent, self._news.show_wanted, self.writing.answering.show_wanted):
            wanted.connect(self.timeline.show_latest)
        self._news.show_wanted.connect(self.writing.answering.looked)
        self.properties.link_opened.connect(lambda found: self.context.go(Location(PAGE_ID, found)))

    def _bind(self) -> None:
        actions: dict[str, Callable[[], None]] = {
            "incident.reply": lambda: self.writing.write(REPLY),
            "incident.note": lambda: self.writing.write(NOTE),
            "incident.update": lambda: self.writing.write(UPDATE),
            "incident.update_template": self.writing.use_template,
            "incident.assign": lambda: self.properties.open_list("assignee_id"),
            "incident.assign_group": lambda: self.properties.open_list("group_id"),
            "incident.start": lambda: self.writing.step_at_once(State.IN_PROGRESS),
            "incident.resume": lambda: self.writing.step_at_once(State.IN_PROGRESS),
            "incident.hold": lambda: self.writing.open_step(State.ON_HOLD),
            "incident.resolve": self.writing.resolve,
            "incident.close": lambda: self.writing.open_step(State.CLOSED),
            "incident.reopen": lambda: self.writing.open_step(State.IN_PROGRESS),
            "incident.cancel": lambda: self.writing.open_step(State.CANCELED),
            "incident.priority": self.properties.priority.open_list,
            "incident.edit_summary": lambda: self.naming.edit(self.detail),
            "incident.attach": self.writing.attach,
            "incident.link": self.suggesting.link,
            "incident.merge": lambda: open_merge(self.context, [self._casework.incident_id]),
            "incident.macro": self.writing.choose_macro,
            "incident.unmerge": lambda: unmerge_shown(self.context, self.detail),
            "incident.escalate": lambda: self.escalation.raise_over(self, self.detail),
            "incident.review": lambda: self.context.go(Location("reviews", self._casework.incident_id)),
            "incident.why": self.clocks.open_why,
            "list.next": lambda: _go_beside(self, 1),
            "list.previous": lambda: _go_beside(self, -1),
            "list.refresh": self._casework.reload,
        }
        actions |= {action: partial(self.writing.open_major, step) for action, step in STEPS.items()}
        actions |= small_acts(self)
        for action, handler in actions.items():
            self.context.actions.bind(action, handler, owner=self, unavailable=partial(why_not_now, self, action))

    def incident_here(self) -> str:
        """The one that is shown."""
        return self._casework.incident_id

    def title(self) -> str:
        """The number of the incident."""
        return incident_number(self.detail.number) if self.detail is not None else tr("Incident")

    def documents(self) -> "tuple[Document, ...]":
        """A copy for the caller, and one with what is internal."""
        from app.views.incident.printing import documents_of

        return documents_of(self.context, self.detail)

    def open(self, argument: str) -> None:
        """Show the incident of this id."""
        self.context.read_now(argument)
        if not self._settings_loaded:
            self._settings_loaded = True
            self.context.drafts.saved.connect(self.writing.composer.draft_saved)
            self.context.drafts.brought_back.connect(self.writing.composer.brought_back)
            self.context.drafts.discarded.connect(self._begun.settled)
            self._load_settings()
        if argument == self._casework.incident_id and self.detail is not None:
            self._casework.reload()
            return
        self._put_down()
        if not self._instead.is_elsewhere(argument):
            self._casework.open(argument)

    def release(self) -> None:
        """Show no incident, and write about none; what was typed is kept."""
        self._put_down()
        for part in (self._casework, self._here):
            part.forget()
        self.writing.composer.begin("")
        self._stack.hide()
        self.context.actions.refresh()

    def _put_down(self) -> None:
        self._flush()
        self._wanted.forget()
        self.writing.leave_step()
        for form in (self.naming, self.properties.priority, self.properties.more, self.clocks.form):
            form.put_away()
        for told in (self._news, self._settling, self._begun, self.finding):
            told.forget()
        self.notices.clear()

    def act(self, action_id: str) -> None:
        """Run an action here, once the incident is shown."""
        if self.detail is None:
            self._wanted.want(action_id)
        else:
            self.context.actions.run(action_id)

    def panes(self) -> list[QWidget]:
        """What two people changed, where it waits; timeline, what is written, properties."""
        conflict = [] if self.notices.conflict.isHidden() else [self.notices.conflict.apply]
        return [*conflict, self.timeline, *self.writing.panes(), self.properties.fields["group_id"]]

    def desk_opened(self) -> None:
        """Another desk: nothing that was read before holds."""
        self._settings_loaded = False
        self._lists.forget()
        self._casework.forget()
        self._stack.hide()

    def focus_start(self) -> None:
        """The timeline, where plain letters are actions."""
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def hear(self, event: Event) -> None:
        """Read again what somebody changed."""
        if isinstance(event, PresenceSeen):
            self.writing.company.hear(event)
            return
        mine = isinstance(event, IncidentChanged) and self._casework.concerns(event.incident_id)
        # How a caller wants to be treated is shown as soon as it is written.
        person = isinstance(event, ReferenceDataChanged) and event.table == "person"
        if mine or person or isinstance(event, MuchChanged | LinkChanged):
            self._casework.follow(event)
        self.escalation.hear(event)
        self.writing.hear(event)
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self._lists.forget()
            if self._settings_loaded and (isinstance(event, MuchChanged) or event.table == "setting"):
                self._load_settings()

    def leave(self) -> None:
        """Write the drafts that wait, and wait for no answer."""
        self._flush()
        self._casework.forget()
        self.context.actions.unbind(self)

    def _flush(self) -> None:
        if self.context.session is not None:
            self.context.drafts.flush()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Another page is shown; what was typed is written at once."""
        self._flush()

    def sizeHint(self) -> QSize:
        return QSize(1100, 760)

    # What the desk answers

    def _load_settings(self) -> None:
        def known() -> None:
            self.writing.composer.files.set_limit(self._lists.attachment_limit)
            if self.detail is not None:
                self.properties.show_incident(self.detail)

        self._lists.load_settings(known)
        self._helping.look()

    def _loaded(self, detail: IncidentDetail) -> None:
        self._stack.setVisible(True)
        self._stack.setCurrentIndex(0)
        self.header.show_incident(detail, self.place())
        self.major.show_incident(detail)
        self.timeline.show_incident(detail)
        self.escalation.show_incident(detail.id)
        self.writing.show_incident(detail)
        self.properties.show_incident(detail)
        self.clocks.show_incident(detail)
        self._news.tell(detail, has_draft=self.writing.composer.has_text())
        self.context.actions.refresh()
        self.title_changed.emit(self.title())
        self.shown.emit(detail)
        self._wanted.run()

    def _failed(self, error: DeskError) -> None:
        offers: list[tuple[str, Callable[[], None]]] = []
        if isinstance(error, Refused):
            for item in error.missing:
                self.properties.mark_missing(item.field)
                if item.field == "assignee":
                    offers = [
                        (tr("Assign to me"), partial(take, self)),
                        (tr("Choose a group"), lambda: self.properties.open_list("group_id")),
                    ]
        self.notices.say(self.notices.refusal, str(error), *offers)

    # What the person does

    def place(self) -> Place | None:
        """Where the incident stands in the list that it was opened from."""
        return self.context.place_of(self._casework.incident_id)

    def change(self, wanted: WantedEdit, done: Callable[[], None] = lambda: None) -> None:
        """Change fields of the incident that is shown, as if each had been edited in place; with the way back."""
        self._editing.edit(wanted, done=done)

    def _filter(self, key: str) -> None:
        self.header.filter.choose(key)
        self.timeline.show_only(Shown(key))

    def _stepped(self, result: StepResult) -> None:
        self.notices.put_away()
        text = f"{self.title()}: {inside(result.state.label)}"
        if result.children:
            text += trn(", {n} child too", ", {n} children too", len(result.children))
        self.context.toasts.show(text, *way_back(self.context, result.steps, text))
        if result.left_alone:
            reasons = " ".join(f"{incident_number(number)}: {why}" for number, why in result.left_alone)
            self.notices.say(self.notices.refusal, tr("Some children were left as they are. {why}", why=reasons))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the strips away."""
        if not (event.key() == Qt.Key.Key_Escape and self.notices.put_away()):
            super().keyPressEvent(event)


def _go_beside(page: IncidentPage, step: int) -> None:
    place = page.place()
    wanted = None if place is None else place.next_id if step > 0 else place.previous_id
    if wanted is not None:
        page.go_to(wanted)


def _places(page: QWidget) -> tuple[QStackedWidget, EmptyState, QHBoxLayout, QVBoxLayout]:
    """What is shown of two: nothing, or the row of what stands beside each other with a column at its left."""
    # From the outside inwards, so that each widget changes its parent once.
    whole = QVBoxLayout(page)
    stack, content, empty = QStackedWidget(), QWidget(), EmptyState("file-text", tr("Opening the incident"))
    whole.addWidget(stack)
    stack.addWidget(content)
    stack.addWidget(empty)
    area = ColumnArea()
    row, left = QHBoxLayout(content), area.column
    row.addWidget(area, 1)
    for layout in (whole, row, left):
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
    stack.setVisible(False)
    return stack, empty, row, left
