"""What a section of the settings is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.events import Event
from app.views.context import ViewContext


class SettingsSection(QWidget):
    """One section. It is made when it is first opened, and kept with everything that was typed in it.

    `titled` tells that `title` has changed; `wanted` carries an argument of this section to go to, so that the way
    back in the window leads through it.
    """

    titled = Signal()
    wanted = Signal(str)

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def title(self) -> str:
        """What the top bar calls it."""
        return ""

    def open(self, argument: str) -> None:
        """Show what the argument names, such as the id of a calendar; empty for all of them."""

    def focus_start(self) -> None:
        """Put the keyboard where work begins."""
        self.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes inside of the section."""
        return [self]

    def hear(self, event: Event) -> None:
        """Something happened at the desk; read again what may be stale, and keep what is being typed."""

    def refresh(self) -> None:
        """Read everything again."""

    def undo(self) -> bool:
        """Take back the last change that is not published; False where there is none."""
        return False

    def go_to_search(self) -> bool:
        """Put the keyboard into the search of the section; False where it has none."""
        return False

    def export_shown(self) -> bool:
        """Export what the section shows; False where that cannot be exported."""
        return False

    def leave(self) -> None:
        """Another page is shown or the window goes: have what was typed written to the disk."""
