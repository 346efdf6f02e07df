"""Pages in one place, of which one is seen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


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
