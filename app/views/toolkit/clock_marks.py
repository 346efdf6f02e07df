"""Clocks, painted: the pill of a state, the ring of what is used, the bar with its thresholds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.domain.sla.display import Level, Standing
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import (
    PILL_GAP,
    PILL_PADDING,
    SMALL_ICON,
    fill_rounded,
    paint_left,
    paint_pill,
    pen,
    pill_width,
    text_width,
)
from app.views.toolkit.mirror import is_mirrored, upright
from app.views.toolkit.theme import colour

_RING = 12
_WHOLE_TURN = 360 * 16
BAR = 6


def standing_width(standing: Standing) -> int:
    """How wide the mark of a clock is."""
    if standing.filled:
        return pill_width(standing.text, standing.icon_name)
    return SMALL_ICON + PILL_GAP + text_width(tokens.META_MEDIUM, standing.text)


def paint_standing(painter: QPainter, left: float, middle: float, standing: Standing, *, room: float = 0) -> None:
    """How a clock stands: a pill where it presses, else an icon and a text; the left edges of the pills line up.

    `room` cuts a text that stands on no pill where it would run into its neighbour.
    """
    if standing.filled:
        paint_pill(painter, left, middle, standing.text, standing.tone, standing.icon_name)
        return
    if standing.icon_name == "ring":
        paint_ring(painter, left, middle, standing.used)
    else:
        paint_icon(painter, standing.icon_name, colour(standing.tone), left, middle - SMALL_ICON / 2, SMALL_ICON)
    if standing.level is Level.NONE:
        return  # The icon is a dash already.
    start = left + SMALL_ICON + PILL_GAP
    width = (room or standing_width(standing)) - SMALL_ICON - PILL_GAP
    paint_left(painter, tokens.META_MEDIUM, standing.tone, QRectF(start, middle - 11, width, 22), standing.text)


def paint_ring(painter: QPainter, left: float, middle: float, used: int | None) -> None:
    """A ring whose dark part is the share that is used, clockwise from the top; `used` in thousandths."""
    box = QRectF(left + 1, middle - _RING / 2, _RING, _RING)
    if is_mirrored(painter):
        with upright(painter, box) as real:
            paint_ring(painter, real.left() - 1, middle, used)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen("groove", 2.4))
    painter.drawEllipse(box)
    if used:
        painter.setPen(pen("text3", 2.4))
        painter.drawArc(box, 90 * 16, -_WHOLE_TURN * min(used, 1000) // 1000)


def paint_used(
    painter: QPainter, box: QRectF, used: int | None, tone: str, marks: Sequence[int] = (), *, paused: bool = False
) -> None:
    """The bar of a clock: what is used on a grey ground, cut where thresholds stand; in thousandths of the target.

    A paused one is hatched, so that it is told apart without colour.
    """
    middle = box.center().y()
    ground = QRectF(box.left(), middle - BAR / 2, box.width(), BAR)
    fill_rounded(painter, ground, BAR / 2, "groove")
    if used:
        share = min(used, 1000) / 1000
        filled = QRectF(ground.left(), ground.top(), max(BAR, ground.width() * share), BAR)
        fill_rounded(painter, filled, BAR / 2, tone)
        if paused:
            _hatch(painter, filled)
    for mark in marks:
        if 0 < mark < 1000:
            at = ground.left() + ground.width() * mark / 1000
            painter.fillRect(QRectF(at - 1, ground.top() - 1, 2, BAR + 2), colour("surface"))


def _hatch(painter: QPainter, box: QRectF) -> None:
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(colour("surface"), 1.4))
    left = int(box.left()) - BAR
    while left < box.right():
        painter.drawLine(left, int(box.bottom()) + 1, left + BAR + 2, int(box.top()) - 1)
        left += 6
    painter.restore()


PADDING = PILL_PADDING
"""How far the text of a pill stands from its edge."""
