"""Painting marks as they are, or mirrored for languages that run from right to left.

Rows are painted with coordinates from the left. A mirrored hand puts each mark at the other side, but never turns the
mark itself round: a pill stands at the other end, and its text is read as ever.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from app.views.toolkit import icons, marks
from app.views.toolkit.tokens import Size, TypeStyle


class Hand:
    """The functions of the same names in `marks` and `icons`; `axis` is twice the middle around which it mirrors."""

    def __init__(self, axis: float | None = None) -> None:
        self._axis = axis

    @property
    def mirrored(self) -> bool:
        """Whether what stands at the left is painted at the right."""
        return self._axis is not None

    def box(self, rect: QRectF) -> QRectF:
        """Where a box really is."""
        if self._axis is None:
            return rect
        return QRectF(self._axis - rect.right(), rect.top(), rect.width(), rect.height())

    def _left(self, left: float, width: float) -> float:
        return left if self._axis is None else self._axis - left - width

    def fill(self, painter: QPainter, rect: QRectF, token: str) -> None:
        """A plain box."""
        marks.fill(painter, self.box(rect), token)

    def fill_rounded(self, painter: QPainter, rect: QRectF, radius: float, token: str) -> None:
        """A rounded box."""
        marks.fill_rounded(painter, self.box(rect), radius, token)

    def paint_left(self, painter: QPainter, style: TypeStyle, token: str, rect: QRectF, text: str) -> None:
        """One line of text where reading begins."""
        paint = marks.paint_left if self._axis is None else marks.paint_right
        paint(painter, style, token, self.box(rect), text)

    def paint_right(self, painter: QPainter, style: TypeStyle, token: str, rect: QRectF, text: str) -> None:
        """One line of text where reading ends."""
        paint = marks.paint_right if self._axis is None else marks.paint_left
        paint(painter, style, token, self.box(rect), text)

    def paint_icon(self, painter: QPainter, name: str, ink: QColor, left: float, top: float, size: int = 16) -> None:
        """An icon."""
        icons.paint_icon(painter, name, ink, self._left(left, size), top, size)

    def paint_keys(
        self, painter: QPainter, right: float, middle: float, keys: str, *, ink: str, fill: str | None
    ) -> float:
        """Key caps that end at `right`, where reading ends; returns where they begin, as from the left."""
        if self._axis is None:
            return marks.paint_keys(painter, right, middle, keys, ink=ink, fill=fill)
        width = marks.keys_width(keys) - 4
        marks.paint_keys(painter, self._axis - right + width, middle, keys, ink=ink, fill=fill)
        return right - width

    def paint_priority(self, painter: QPainter, left: float, middle: float, priority: int) -> None:
        """The badge of a priority."""
        marks.paint_priority(painter, self._left(left, Size.BADGE_WIDTH), middle, priority)

    def paint_state(self, painter: QPainter, left: float, middle: float, state: str) -> None:
        """The glyph of a state."""
        marks.paint_state(painter, self._left(left, Size.GLYPH), middle, state)

    def paint_avatar(self, painter: QPainter, left: float, middle: float, name: str | None) -> None:
        """Initials, or a dashed ring."""
        marks.paint_avatar(painter, self._left(left, Size.AVATAR), middle, name)

    def paint_pill(
        self, painter: QPainter, left: float, middle: float, text: str, tone: str, icon: str | None = None
    ) -> None:
        """Text on a tint."""
        marks.paint_pill(painter, self._left(left, marks.pill_width(text, icon)), middle, text, tone, icon)

    def paint_check_box(self, painter: QPainter, left: float, middle: float, state: Qt.CheckState) -> None:
        """A box with or without a tick."""
        marks.paint_check_box(painter, self._left(left, marks.CHECK_BOX), middle, state)


PLAIN = Hand()
"""Paints everything where it is asked for."""


def hand_for(widget: QWidget, area: QRectF | None = None) -> Hand:
    """The hand for a widget, mirroring within the area, or the whole widget, where it runs from right to left."""
    if not widget.isRightToLeft():
        return PLAIN
    whole = QRectF(widget.rect()) if area is None else area
    return Hand(whole.left() + whole.right())
