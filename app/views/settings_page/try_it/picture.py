"""A life of clocks drawn on the days it goes through: open time, pauses, thresholds and due times."""

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.calendar import DAY_SECONDS, Span
from app.domain.wording import tr
from app.views.settings_page.try_it.drawing import Column, Mark
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_centred, paint_left, paint_right, pen, text_width
from app.views.toolkit.mirror import unmirrored_painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_HEAD = 22
_AXIS = 48
_LABEL = 15
_GAP_WIDTH = 46


class WeekPicture(QWidget):
    """`show_columns` draws; what is drawn is also said, mark by mark, in the accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Nothing is drawn yet"))

    def show_columns(self, columns: Sequence[Column], spoken: str) -> None:
        """Draw these days; `spoken` says the same in words."""
        self._columns = tuple(columns)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 260)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 260)

    def _y(self, second: float) -> float:
        return _HEAD + second * (self.height() - _HEAD - 8) / DAY_SECONDS

    def _boxes(self) -> list[QRectF]:
        gaps = sum(1 for column in self._columns if column.day is None)
        days = max(1, len(self._columns) - gaps)
        width = min(150.0, (self.width() - _AXIS - gaps * _GAP_WIDTH) / days)
        boxes, left = [], float(_AXIS)
        for column in self._columns:
            room = width if column.day is not None else _GAP_WIDTH
            boxes.append(QRectF(left, _HEAD, room - 3, self.height() - _HEAD - 8))
            left += room
        return boxes

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hours, days, marks; names of marks that crowd move down."""
        painter = unmirrored_painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self._boxes()
        for column, box in zip(self._columns, boxes, strict=True):
            self._paint_column(painter, column, box)
        for hour in range(0, 25, 6):
            y = round(self._y(hour * 3600)) + 0.5
            painter.setPen(pen("border"))
            right = boxes[-1].right() if boxes else self.width()
            painter.drawLine(QPointF(_AXIS, y), QPointF(right, y))
            paint_right(painter, tokens.CAPTION, "text3", QRectF(0, y - 8, _AXIS - 8, 16), f"{hour:02d}:00")
        for column, box in zip(self._columns, boxes, strict=True):
            self._paint_marks(painter, column, box)

    def _paint_column(self, painter: QPainter, column: Column, box: QRectF) -> None:
        head = QRectF(box.left(), 0, box.width(), _HEAD - 2)
        if column.day is None:
            paint_centred(painter, tokens.CAPTION, "text3", head, f"+{column.left_out} d")
            painter.setPen(pen("control", 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(box.center().x(), box.top() + 8), QPointF(box.center().x(), box.bottom() - 8))
            return
        day = QDate(column.day.year, column.day.month, column.day.day)
        pattern = tr("ddd d MMM") if box.width() > 64 else tr("ddd d") if box.width() > 40 else "d"
        paint_centred(painter, tokens.CAPTION_STRONG, "text2", head, QLocale().toString(day, pattern))
        fill_rounded(painter, box, Size.RADIUS_BADGE, "raised")
        for span in column.open:
            fill_rounded(painter, self._span_box(box, span), 3, "sel")
        for span in column.paused:
            self._paint_pause(painter, self._span_box(box, span))
        for low, high in ((0, column.before), (column.after, DAY_SECONDS)):
            if high > low:
                veil = colour("surface")
                veil.setAlphaF(0.62)
                painter.fillRect(self._span_box(box, Span(low, high)), veil)

    def _span_box(self, box: QRectF, span: Span) -> QRectF:
        top, bottom = self._y(span.start), self._y(span.end)
        return QRectF(box.left(), top, box.width(), max(1.5, bottom - top))

    def _paint_pause(self, painter: QPainter, box: QRectF) -> None:
        fill_rounded(painter, box, 3, "violettint")
        painter.save()
        painter.setClipRect(box)
        painter.setPen(pen("violet", 1))
        step = 7
        for offset in range(0, int(box.width() + box.height()), step):
            painter.drawLine(
                QPointF(box.left() + offset, box.top()), QPointF(box.left() + offset - box.height(), box.bottom())
            )
        painter.restore()

    def _paint_marks(self, painter: QPainter, column: Column, box: QRectF) -> None:
        """The lines first, so that none crosses a name; names that crowd stand below each other."""
        for mark in column.marks:
            y = self._y(mark.second)
            painter.setPen(pen(mark.tone, 2 if mark.is_due else 1.2))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        bottom = 0.0
        for mark in column.marks:
            top = max(self._y(mark.second) - _LABEL / 2, bottom)
            bottom = top + _LABEL + 1
            self._paint_name(painter, mark, box, top)

    def _paint_name(self, painter: QPainter, mark: Mark, box: QRectF, top: float) -> None:
        width = min(text_width(tokens.CAPTION_STRONG, mark.text) + 8.0, max(box.width() - 4, 30.0))
        label = QRectF(box.left() + 2, top, width, _LABEL)
        fill_rounded(painter, label, 3, f"{mark.tone}tint", mark.tone if mark.is_due else None)
        paint_left(painter, tokens.CAPTION_STRONG, mark.tone, label.adjusted(4, 0, 0, 0), mark.text)
