"""What opens at a field and floats above the window until it is answered: its frame and its place."""

from weakref import ref

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.theme import colour


class Popup(QFrame):
    """Deletes itself however it ends."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        # Held weakly: an anchor that is the parent as well would be in a circle with it, and whoever collects that
        # takes both down in any order, which ends the program.
        self._anchor: ref[QWidget] | None = None
        self._is_above = False

    def show_at(self, anchor: QWidget) -> None:
        """Show it below a widget, or above it where the screen ends."""
        self._anchor, self._is_above = ref(anchor), False
        self.place()
        self.show()

    def place(self) -> None:
        """Put it where it belongs in the size that it has now; what once stood above its widget stays there."""
        anchor = None if self._anchor is None else self._anchor()
        if anchor is None or not isValid(anchor):
            return
        beside = anchor.width() - self.width() if anchor.isRightToLeft() else 0
        corner = anchor.mapToGlobal(QPoint(beside, anchor.height() + 2))
        screen = anchor.screen().availableGeometry()
        self._is_above = self._is_above or corner.y() + self.height() > screen.bottom()
        top = anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2 if self._is_above else corner.y()
        self.move(max(screen.left(), min(corner.x(), screen.right() - self.width())), max(screen.top(), top))

    def paint_frame(self, painter: QPainter) -> None:
        """The surface and the line around it."""
        painter.fillRect(self.rect(), colour("surface"))
        fill_rounded(painter, QRectF(self.rect()), 2, "surface", "border2")
