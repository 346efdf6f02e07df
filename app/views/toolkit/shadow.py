"""The soft shadow around a card that floats: drawn once, and put together from its corners and edges ever after."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.views.toolkit.tokens import Size

SHADOW: Final = 28
"""How far the shadow reaches around the card; above it as far less as it is lower below it."""

LOWER: Final = 8
_CORNER: Final = 20
"""So far into the card the shadow is not the same along an edge."""
_MIDDLE: Final = 20


def paint_shadow(painter: QPainter, card: QRectF) -> None:
    """Paint it around a card; what lies under the middle of the card is left out.

    Drawing it takes many times as long as copying it, and each part of the window that changes below has it copied.
    """
    device = painter.device()
    ratio = device.devicePixelRatio()
    image, inside, around = _drawn(ratio), SHADOW + _CORNER, card.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW + LOWER)
    below = inside + LOWER
    columns = ((0.0, inside), (inside, _MIDDLE), (inside + _MIDDLE, inside))
    rows = ((0.0, inside), (inside, _MIDDLE), (inside + _MIDDLE, below))
    lefts = (around.left(), around.left() + inside, around.right() - inside)
    tops = (around.top(), around.top() + inside, around.bottom() - below)
    widths, heights = (inside, around.width() - 2 * inside, inside), (inside, around.height() - inside - below, below)
    for row, (top, height) in enumerate(rows):
        for column, (left, width) in enumerate(columns):
            if (row, column) != (1, 1):
                there = QRectF(lefts[column], tops[row], widths[column], heights[row])
                painter.drawImage(there, image, QRectF(left * ratio, top * ratio, width * ratio, height * ratio))


def around(card: QRect) -> QRect:
    """All that the shadow of a card reaches."""
    return card.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW + LOWER)


@lru_cache(maxsize=4)
def _drawn(ratio: float) -> QImage:
    """The shadow of a small card, for a screen of this many pixels in one."""
    side = 2 * _CORNER + _MIDDLE
    size = QSizeF(side + 2 * SHADOW, side + 2 * SHADOW + LOWER) * ratio
    image = QImage(size.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    card = QRectF(SHADOW, SHADOW, side, side)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(SHADOW, 0, -1):
        # Each ring adds a little, so the sum falls off smoothly and ends at nothing.
        painter.setBrush(QColor(0, 0, 0, 1 + (SHADOW - step) // 8))
        radius = Size.RADIUS_SHEET + step
        painter.drawRoundedRect(card.adjusted(-step, 6 - step, step, 6 + step), radius, radius)
    painter.end()
    return image
