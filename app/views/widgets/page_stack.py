"""Pages in one place, of which one is seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """As large as the page that is seen wants to be.

    Qt asks every page, the hidden ones too, whenever anything in the visible one changes its size or comes into sight.
    With all pages open that took most of the time in which one of them was shown in new colours.
    """

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return False


def show_in_place(stack: QStackedWidget, shown: QWidget) -> None:
    """Show this one of a stack; what had the keyboard there hands it on."""
    focused: QWidget | None = stack.window().focusWidget()
    had_keyboard = focused is not None and stack.isAncestorOf(focused)
    stack.setCurrentWidget(shown)
    stack.setFocusProxy(shown)
    # Where it has the keyboard already, a list to choose from may be open above it and hold that for now.
    if had_keyboard and focused is not (shown.focusProxy() or shown):
        shown.setFocus()
