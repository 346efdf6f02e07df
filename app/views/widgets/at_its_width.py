"""A part that is as high as it has to be at its width, in a layout that lets nothing be higher than its hint."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame


class AtItsWidth(QFrame):
    """Whoever inherits has the policy `Maximum` for its height, and texts or rows that go on in a next line."""

    def sizeHint(self) -> QSize:
        """As high as it is at its width: a layout lets it be no higher than its hint, and counts that for the width
        that everything in it would like, at which it takes fewer lines.
        """
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
