"""The mark of Mainstay: a mast with its stays."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.theme import colour

_GRID = 28


class Logo(QWidget):
    """Drawn on a grid of 28, in any size."""

    def __init__(self, size: int = _GRID) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self.setAccessibleName("Mainstay")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Square, mast, stays."""
        painter = QPainter(self)
        painter.scale(self.width() / _GRID, self.height() / _GRID)
        fill_rounded(painter, QRectF(0, 0, _GRID, _GRID), 7, "accentfill")
        stroke = QPen(colour("onaccent"), 2)
        stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
        stroke.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(stroke)
        painter.drawPolyline([QPointF(7, 20.5), QPointF(14, 6.5), QPointF(21, 20.5), QPointF(7, 20.5)])
        painter.drawLine(QPointF(14, 6.5), QPointF(14, 20.5))
