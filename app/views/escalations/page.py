"""The page of escalations: the board, its keys, and the note that two of its acts ask for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.events import (
    EscalationChanged,
    Event,
    IncidentChanged,
    MuchChanged,
    ShiftOffersChanged,
)
from app.domain.major import MajorStep
from app.domain.major import why_not as why_not_step
from app.domain.vocabulary import MajorState, State
from app.domain.wording import tr
from app.services.escalation.dto import MajorRow
from app.views.context import ViewContext
from app.views.escalations.acts import EscalationActs, why_not
from app.views.escalations.board import Board
from app.views.escalations.board_table import Line
from app.views.escalations.note_bar import END, HAND_BACK, NoteBar
from app.views.incident.major_strip import STEPS as MAJOR_STEPS
from app.views.pages import Location, Page
from app.views.suggestions.burst_strip import BurstStrip
from app.views.toolkit.gather import GATHER_MS, Gather

PAGE_ID = "escalations"


class EscalationsPage(Page):
    """What waits for whom; the argument names the part of the board, none for the one that was shown last."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(context)
        self.board = Board(context)
        self.note = NoteBar(context)
        self.burst = BurstStrip(context, self)
        self._acts = EscalationActs(context, self._acted, self._refused)
        self._gather = Gather(self, GATHER_MS, self.board.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.burst)
        column.addWidget(self.board, 1)
        column.addWidget(self.note)
        self.board.opened.connect(self._open_row)
        self.board.moved.connect(context.actions.refresh)
        self.note.submitted.connect(self._submitted)
        self.note.left.connect(self._leave_note)
        self._bind()

    def _bind(self) -> None:
        acts: dict[str, tuple[str, Callable[[Line], None]]] = {
            "escalation.acknowledge": ("acknowledge", self._acts.acknowledge),
            "incident.take": ("take", self._acts.take),
            "escalation.decline": ("decline", self._acts.decline),
            "escalation.hand_back": ("hand_back", lambda row: self.note.ask(HAND_BACK, row)),
            "escalation.page_again": ("page_again", self._acts.page_again),
            "escalation.end": ("end", lambda row: self.note.ask(END, row)),
        }
        for action, step in MAJOR_STEPS.items():
            self.context.actions.bind(
                action,
                partial(self._go_and_act, action),
                owner=self,
                unavailable=partial(self._why_not_major, step),
            )
        for action, (act, run) in acts.items():
            self.context.actions.bind(
                action,
                partial(self._on_current, run),
                owner=self,
                unavailable=partial(self._why_not, act),
            )
        self.context.actions.bind("list.next", lambda: self.board.step(1), owner=self)
        self.context.actions.bind("list.previous", lambda: self.board.step(-1), owner=self)
        self.context.actions.bind("list.refresh", self.board.load, owner=self)

    def _why_not(self, act: str) -> str | None:
        return why_not(self.board.current, act)

    def _why_not_major(self, step: MajorStep) -> str | None:
        row = self.board.current
        if not isinstance(row, MajorRow):
            return tr("No major incident is chosen")
        return why_not_step(MajorState(row.major_state), State(row.incident_state), step) or None

    def _go_and_act(self, action: str) -> None:
        """What a decision asks for is asked on the incident, with everything that is known before the eyes."""
        row = self.board.current
        if row is not None:
            self.context.go(Location("incident", row.incident_id, action))

    def _on_current(self, run: Callable[[Line], None]) -> None:
        row = self.board.current
        if row is not None:
            run(row)

    def incident_here(self) -> str:
        """The one that is chosen on the board."""
        return self.board.current.incident_id if self.board.current is not None else ""

    def title(self) -> str:
        """What the top bar says."""
        return tr("Escalations")

    def open(self, argument: str) -> None:
        """Show a part of the board; before the desk is open, as soon as it is."""
        if self.context.session is None:
            return
        if argument:
            self.board.choose(argument)
        self.board.load()

    def focus_start(self) -> None:
        """The table."""
        (self.note.box if self.note.isVisible() else self.board.stack).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.board.stack, self.note.box] if self.note.isVisible() else [self.board.stack]

    def hear(self, event: Event) -> None:
        """Read again what changed."""
        self.burst.hear(event)
        kinds = EscalationChanged | ShiftOffersChanged | IncidentChanged | MuchChanged
        if self.context.session is not None and self.isVisible() and isinstance(event, kinds):
            (self._gather.ask if event.remote else self.board.load)()

    def desk_opened(self) -> None:
        """Another desk has other escalations."""
        self.note.put_away()
        self.burst.look_soon()
        self.open("")

    def leave(self) -> None:
        """Keep what was typed, and ask nothing any more."""
        self._gather.stop()
        self.burst.stop()
        self.note.put_away()
        self.context.actions.unbind(self)

    def _submitted(self, act: str, row: Line, note: str) -> None:
        self.note.finish.setEnabled(False)
        (self._acts.hand_back if act == HAND_BACK else self._acts.end)(row, note)

    def _acted(self) -> None:
        if not self.note.finish.isEnabled():
            self.note.done()
            self.board.table.setFocus()
        self.board.load()

    def _refused(self, error: DeskError) -> None:
        if self.note.finish.isEnabled():
            self.context.toasts.say_error(error)
        else:
            self.note.finish.setEnabled(True)
            self.note.problem.setText(str(error))
        self.board.load()

    def _leave_note(self) -> None:
        self.note.put_away()
        self.board.table.setFocus()

    def _open_row(self, row: Line) -> None:
        self.context.go(Location("incident", row.incident_id))
