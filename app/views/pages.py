"""What a page of the window is, and the registry in which features put theirs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.views.actions import typing
from app.views.context import ViewContext
from app.views.widgets import leading

if TYPE_CHECKING:
    from app.domain.events import Event
    from app.views.shell.documents import Document


@dataclass(frozen=True, slots=True)
class Location:
    """A place to go to: a page and what it shows there, such as the id of an incident or a filter.

    `act` is the id of an action to run there at once, as when R is pressed in the list. `apart` asks for a window of
    its own, which only an incident can have.
    """

    page: str
    argument: str = ""
    act: str = field(default="", compare=False)
    apart: bool = field(default=False, compare=False)


class Page(QWidget):
    """A page of the window. It is made once, when it is first visited, and kept."""

    title_changed = Signal(str)
    is_in: Location | None = None
    """Where what is shown belongs, always."""

    def __init__(self, context: ViewContext) -> None:
        # In its place from the beginning: a widget that changes its parent has all those in it dressed once more.
        super().__init__(context.stage)
        self.setProperty(leading.ROOM, True)
        self.context = context

    def make_piece(self) -> bool:
        """Make the next piece of a page that is made ahead of its first visit; False when it is whole."""
        return False

    def title(self) -> str:
        """What the top bar calls the page."""
        return ""

    def open(self, argument: str) -> None:
        """Show what the location names; called each time the page is visited."""

    def act(self, action_id: str) -> None:
        """Run an action of this page; a page that still loads keeps it until it can."""
        self.context.actions.run(action_id)

    def focus_start(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.setFocus()

    def above(self) -> Location | None:
        """Where Esc goes up to from here: from one thing to the list of them; None at the top."""
        return self.is_in

    def incident_here(self) -> str:
        """The id of the incident that is shown, or selected in what is shown; empty where there is none."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else has a use for leaves the field, and then goes up; Shift+Enter opens a window."""
        if event.isAutoRepeat() or self._is_part_of_another():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave(event)
        elif not (opens_apart(event) and not typing() and self.context.actions.run("incident.open_window")):
            super().keyPressEvent(event)

    def _leave(self, event: QKeyEvent) -> None:
        if typing():
            self.focus_start()
            if not typing():
                return
        up = self.above()
        if up is not None:
            self.context.go(up)
        elif typing():
            # What the page begins with is not there, such as a list without rows: no field holds the keyboard for ever.
            self.setFocus()
        else:
            # A window beside the first is closed by it.
            event.ignore()

    def _is_part_of_another(self) -> bool:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Page):
            above = above.parentWidget()
        return above is not None

    def panes(self) -> list[QWidget]:
        """Where F6 goes on this page, in order."""
        return [self]

    def documents(self) -> "tuple[Document, ...]":
        """The documents that `Ctrl+P` offers of what is shown; a page that has none is printed as a picture."""
        return ()

    def printed(self) -> QWidget:
        """What `Ctrl+P` prints where there is no document: the page as it stands, or all of what it scrolls."""
        return self

    def filter_text(self) -> str | None:
        """The filter of the page for the field in the top bar; None where nothing can be filtered."""
        return None

    def set_filter(self, text: str) -> None:
        """The filter was changed in the top bar."""

    def hear(self, event: "Event") -> None:
        """Something happened at the desk, in whatever window or program; show what is new."""

    def desk_opened(self) -> None:
        """The desk is open now; only pages that were shown before are told."""

    def leave(self) -> None:
        """The window goes, or the desk is changed for another: save drafts, stop waiting for answers."""


def opens_apart(event: QKeyEvent) -> bool:
    """Whether it is Shift+Enter, which opens an incident in a window of its own; lists leave it to their page."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and modifiers == Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the registry: its id, and what makes it when it is first visited.

    `begin` makes a page in pieces, ahead of its first visit, where making it takes too long for one go.
    """

    id: str
    make: Callable[[ViewContext], Page]
    begin: Callable[[ViewContext], Page] | None = None
