"""What every window of the program is, the first one and those beside it: a page with keys, menus and toasts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from app.views.own_keys import take_own_keys
from app.views.pages import Location, Page
from app.views.toolkit.tab_order import move_focus

if TYPE_CHECKING:
    from app.views.context import ViewContext
    from app.views.main_window import MainWindow
    from app.views.toolkit.theme import Theme


class DeskWindow(QMainWindow):
    """`ground` is what sheets, the palette and toasts lie over, `page` what is shown; `main` is the first window."""

    main: "MainWindow"
    context: "ViewContext"
    theme: "Theme"
    page: Page

    def __init__(self) -> None:
        super().__init__()
        self.ground = QWidget()
        self.ground.setProperty("surface", "surface")

    @property
    def here(self) -> Location:
        """The place that is shown."""
        raise NotImplementedError

    def panes(self) -> list[QWidget]:
        """Where F6 goes, in order."""
        return [pane for pane in self.page.panes() if pane.isVisible() and pane.isEnabled()]

    def focus_filter(self) -> None:
        """Put the keyboard into the filter of the first window."""
        self.context.go(Location("queue"))
        self.main.focus_filter()

    def wear_keys(self) -> None:
        """Go by the keys that the person chose."""
        take_own_keys(self.context.actions, self.context.state)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab follows the way the window is read; a sheet above it keeps its own order."""
        content, focused = self.centralWidget(), self.window().focusWidget()
        parts = [] if content is None else [content]
        return move_focus(parts, focused, forward=forward) or super().focusNextPrevChild(forward)


def bring_to_front(window: QWidget) -> None:
    """Show a window, or the frame around it, before all others, and give it the keyboard."""
    frame = window.window()
    frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
    frame.show()
    frame.raise_()
    frame.activateWindow()
