"""A quiet strip above a list: more incidents of one kind than usual, and what can be made of that.

It stands above the queue, the board of escalations with the major incidents, and the problems, wherever somebody sits.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.bursts import BurstAnswer
from app.domain.errors import DeskError
from app.domain.events import Event, IncidentChanged, IncidentLogged, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.query.quoting import quoted
from app.domain.wording import tr, trn
from app.services.suggestions.dto import BurstSeen
from app.views.context import ViewContext
from app.views.held import Held
from app.views.pages import Location
from app.views.problems.making import make_from
from app.views.widgets.strips import InfoStrip

_SOON_MS: Final = 5_000
"""The first look, once a desk that was opened has shown its list."""

_WAIT_MS: Final = 60_000
"""So long after an incident came in it is looked again; a burst brings many in a row."""

_LONGEST_FILTER: Final = 60


class BurstStrip(InfoStrip):
    """Shows one burst at a time, the least likely first; hidden where there is none.

    `host` is the page that it stands on: while that is hidden nothing is asked for, and when it is shown what came
    meanwhile is. `show_filter` shows what a filter finds; without it the queue is gone to.
    """

    def __init__(self, context: ViewContext, host: QWidget, show_filter: Callable[[str], object] | None = None) -> None:
        super().__init__("", "amber", icon="trending-up")
        self._context, self._host = context, host
        self._show_filter = show_filter or (lambda text: context.go(Location("queue", text)))
        self._is_stale = True
        self.seen: BurstSeen | None = None
        self._later, self._put_off = Held(context, self), ""
        self._made_of: tuple[str, ...] = ()
        self._later.taken_back.connect(self._show_again)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._look_if_shown)
        host.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look where something came in while the page was hidden."""
        if watched is self._host and event.type() == QEvent.Type.Show and self._is_stale:
            self.look()
        return super().eventFilter(watched, event)

    def hear(self, event: Event) -> None:
        """Look again where something came in, or a colleague made something of it."""
        came = isinstance(event, IncidentLogged | MuchChanged)
        # Of what others do it is only known that an incident changed.
        came = came or (isinstance(event, IncidentChanged) and event.remote)
        if isinstance(event, IncidentChanged) and event.incident_id in self._made_of:
            # What was to be made of it is there, or was taken back: the desk knows which.
            self._put_off, self._made_of, came = "", (), True
        answered = isinstance(event, ReferenceDataChanged) and event.table == "burst_answer"
        if came or answered:
            self._look_after(_WAIT_MS)

    def look_soon(self) -> None:
        """Another desk is open; its list comes first."""
        self._show(())
        self._look_after(_SOON_MS)

    def _look_after(self, milliseconds: int) -> None:
        if not self._host.isVisible():
            self._is_stale = True
        elif not self._wait.isActive():
            self._wait.start(milliseconds)

    def _look_if_shown(self) -> None:
        if self._host.isVisible():
            self.look()
        else:
            self._is_stale = True

    def look(self) -> None:
        """Ask the desk for bursts that were not answered yet."""
        context = self._context
        if context.session is None or not may(context.actor, Permission.INCIDENT_WORK):
            self.hide()
            return
        self._is_stale = False
        desk, actor = context.desk, context.actor
        context.background.read(
            lambda: desk.suggestions.bursts(actor), self._show, lambda _error: None, key=f"bursts-{id(self)}"
        )

    def stop(self) -> None:
        """Look no more; what was put off is."""
        self._wait.stop()
        self._later.finish()
        self._context.background.forget(f"bursts-{id(self)}")

    def _show(self, found: tuple[BurstSeen, ...]) -> None:
        seen = next((each for each in found if each.key != self._put_off), None)
        if seen == self.seen:
            return
        self.seen = seen
        self.clear_buttons()
        self.setVisible(seen is not None)
        if seen is None:
            return
        self.set_text(self._words(seen), "amber", "trending-up")
        self.add_button(tr("Show"), partial(self._filter, seen))
        major = tr("Declare major…") if may(self._context.actor, Permission.MAJOR_DECIDE) else tr("Propose major…")
        self.add_button(major, partial(self._major, seen))
        self.add_button(tr("Make a problem…"), partial(self._problem, seen))
        self.add_button(tr("Not now"), partial(self._not_now, seen))

    def _words(self, seen: BurstSeen) -> str:
        count = trn("{n} incident", "{n} incidents", len(seen.incident_ids))
        since = self._context.formats.within(seen.since, self._context.now())
        about = {
            "service": tr("of the service {name}", name=seen.name),
            "site": tr("at {name}", name=seen.name),
        }.get(seen.kind) or tr("about “{name}”", name=seen.name)
        usual = f"{seen.usual:.1f}" if seen.usual >= 0.1 else tr("none")
        return tr("{count} {about} since {since}, usually {usual}.", count=count, about=about, since=since, usual=usual)

    def _filter(self, seen: BurstSeen) -> None:
        name = seen.name[:_LONGEST_FILTER]
        word = name.replace('"', "")
        term = (f'"{word}"' if " " in word else word) if seen.kind == "word" else f"{seen.kind}:{quoted(name)}"
        self._show_filter(f"is:any {term} created:today")

    def _major(self, seen: BurstSeen) -> None:
        """Open the first of them where it is declared; the others are children of it then."""
        decides = may(self._context.actor, Permission.MAJOR_DECIDE)
        act = "incident.accept_major" if decides else "incident.propose_major"
        # Out of sight while it is written why; what then becomes of it is heard.
        self._put_off, self._made_of = seen.key, seen.incident_ids
        self._answer(seen, BurstAnswer.MAJOR)
        self._context.go(Location("incident", seen.incident_ids[0], act))

    def _problem(self, seen: BurstSeen) -> None:
        def made() -> None:
            self._made_of = seen.incident_ids
            self._answer(seen, BurstAnswer.PROBLEM)

        make_from(self._context, self._host, self, seen.incident_ids, made)

    def _not_now(self, seen: BurstSeen) -> None:
        """Show it no more today, after the seconds in which that can be taken back."""
        self._put_off = seen.key
        self._show(())
        put_off = partial(self._answer, seen, BurstAnswer.LATER)
        self._later.begin(tr("This is not shown to you again today"), put_off, "trending-up")

    def _show_again(self) -> None:
        self._put_off = ""
        self.look()

    def _answer(self, seen: BurstSeen, answer: BurstAnswer) -> None:
        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(
            lambda: desk.suggestion_work.answer_burst(actor, seen, answer),
            lambda _none: self.look(),
            self._refused,
        )

    def _refused(self, error: DeskError) -> None:
        self._context.toasts.say_error(error)
        self._show_again()
