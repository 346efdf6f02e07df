"""Seven days of twenty-four hours that are painted: with the mouse, or with arrows, Space and typed hours."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.domain.calendar import CLOSED_WEEK, DAY_SECONDS, Span, union, weekday, weekly_seconds
from app.domain.durations import write_hours
from app.domain.errors import BadInput
from app.domain.week_painting import STEPS, Week, all_open, day_words, painted, steps_span, typed_on
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.marks import fill_rounded, paint_centred, paint_focus_ring, paint_left, paint_right, pen
from app.views.toolkit.mirror import unmirrored_painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.toast import announce
from app.views.toolkit.tokens import Size

AXIS: Final = 44
HEAD: Final = 40
_GAP: Final = 3
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_HOUR_STEPS: Final = 4
_BLOCK_LABEL: Final = 24
"""A block lower than this has no room for its hours."""

_MOVES: Final = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_PageUp: (0, -4 * _HOUR_STEPS),
    Qt.Key.Key_PageDown: (0, 4 * _HOUR_STEPS),
    Qt.Key.Key_Home: (0, -STEPS),
    Qt.Key.Key_End: (0, STEPS),
}


class WeekGrid(QWidget):
    """`changed` carries the new week after each stroke; `refused` and `noted` a sentence about typed hours.

    Arrows move, Shift extends, Ctrl moves by an hour, Space opens or closes what is chosen; a digit begins to type
    hours such as 08:00-18:00 for the chosen days, Enter takes them, Esc leaves all as it was.
    """

    changed = Signal(object)
    refused = Signal(str)
    noted = Signal(str)
    moved = Signal()

    def __init__(self, name: str = tr("Opening hours of the week"), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.week: Week = CLOSED_WEEK
        self._fixed = False
        self._cursor = (0, 8 * _HOUR_STEPS)
        self._anchor = self._cursor
        self._stroke: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(False)
        self.typing = QLineEdit(self)
        self.typing.setAccessibleName(tr("Hours for the chosen days"))
        self.typing.setFont(font(tokens.UI, tabular=True))
        self.typing.setPlaceholderText("08:00-18:00")
        self.typing.hide()
        self.typing.installEventFilter(self)
        self._tell()

    # What is shown

    def show_week(self, week: Week) -> None:
        """Show these hours."""
        self.week = week
        self._tell()
        self.update()

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        self.update()

    def days(self) -> tuple[int, ...]:
        """The chosen days, 0 for Monday."""
        low, high = sorted((self._anchor[0], self._cursor[0]))
        return tuple(range(low, high + 1))

    def span(self) -> Span:
        """The chosen part of these days."""
        return steps_span(self._anchor[1], self._cursor[1])

    def choose(self, day: int, step: int, *, extend: bool = False) -> None:
        """Put the cursor on a quarter hour; with `extend` everything from the anchor to it is chosen."""
        self._cursor = (max(0, min(6, day)), max(0, min(STEPS - 1, step)))
        if not extend:
            self._anchor = self._cursor
        self._tell(aloud=True)
        self.moved.emit()
        self.update()

    def toggle(self) -> None:
        """Close what is chosen where all of it is open, else open it."""
        self._paint(opened=not all_open(self.week, self.days(), self.span()))

    def _paint(self, *, opened: bool) -> None:
        if self._fixed:
            return
        self._take(painted(self.week, self.days(), self.span(), opened=opened))

    def _take(self, week: Week) -> None:
        if week != self.week:
            self.week = week
            self._tell(aloud=True)
            self.changed.emit(week)
        self.update()

    def _tell(self, *, aloud: bool = False) -> None:
        span, days = self.span(), self.days()
        what = (
            weekday(days[0])
            if len(days) == 1
            else tr("{weekday} to {weekday2}", weekday=weekday(days[0]), weekday2=weekday(days[-1]))
        )
        state = tr("open") if all_open(self.week, days, span) else tr("closed")
        where = tr(
            "{what} {clock} to {clock2}, {state}",
            what=what,
            clock=_clock(span.start),
            clock2=_clock(span.end),
            state=state,
        )
        self.setAccessibleName(f"{self._name}: {where}")
        self.setAccessibleDescription(day_words(self._cursor[0], self.week[self._cursor[0]]))
        if aloud and self.hasFocus():
            announce(self, where)

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Arrows, Space and digits belong to the grid, not to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return Qt.Key(event.key()) in _MOVES or event.key() == Qt.Key.Key_Space or event.text().isdecimal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend, toggle, type."""
        move = _MOVES.get(Qt.Key(event.key()))
        modifiers = event.modifiers()
        if move is not None and not modifiers & Qt.KeyboardModifier.AltModifier:
            hours = bool(modifiers & Qt.KeyboardModifier.ControlModifier) and abs(move[1]) == 1
            step = self._cursor[1] + move[1] * (_HOUR_STEPS if hours else 1)
            extend = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.choose(self._cursor[0] + move[0], step, extend=extend)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle()
        elif event.text().isdecimal() and not self._fixed:
            self.begin_typing(event.text())
        else:
            super().keyPressEvent(event)

    def begin_typing(self, text: str = "") -> None:
        """Open the line in which hours are typed, over the chosen days."""
        left = self._column(self.days()[0]).left()
        width = max(150, int(self._column(self.days()[-1]).right() - left))
        left = min(left, self.width() - width)
        self.typing.setGeometry(int(left), HEAD - 34, width, 30)
        self.typing.setText(text)
        self.typing.show()
        self.typing.setFocus()
        self.typing.end(False)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter takes what was typed, Esc and leaving give it up."""
        if watched is not self.typing:
            return False
        if event.type() == QEvent.Type.FocusOut and self.typing.isVisible():
            self._typed()
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._close_typing()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
                self._typed()
                return True
        return False

    def _typed(self) -> None:
        text = self.typing.text()
        if not text.strip():
            self._close_typing()
            return
        try:
            typed = typed_on(self.week, self.days(), text)
        except BadInput as error:
            self.refused.emit(str(error))
            if not self.typing.hasFocus():
                self._close_typing()
            return
        self._close_typing()
        self._take(typed.week)
        if typed.notes:
            self.noted.emit(" ".join(typed.notes))

    def _close_typing(self) -> None:
        had = self.typing.hasFocus()
        self.typing.hide()
        self.typing.clear()
        if had:
            self.setFocus()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke opens where it begins on closed time, and closes where it begins on open time."""
        place = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(*place, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._stroke = not all_open(self.week, self.days(), self.span())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the stroke; it is painted when the hand lets go."""
        if self._stroke is not None:
            self.choose(*self._nearest(event.position()), extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paint the stroke."""
        if event.button() == Qt.MouseButton.LeftButton and self._stroke is not None:
            opened, self._stroke = self._stroke, None
            self._paint(opened=opened)

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(620, HEAD + 96 * 4 + 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, HEAD + 96 * 4 + 10)

    def _column(self, day: int) -> QRectF:
        width = (self.width() - AXIS) / 7
        return QRectF(AXIS + day * width + _GAP / 2, HEAD, width - _GAP, self._height())

    def _height(self) -> float:
        return self.height() - HEAD - 8.0

    def _y(self, seconds: float) -> float:
        return HEAD + seconds * self._height() / DAY_SECONDS

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        inside = point.x() >= AXIS and HEAD - 4 <= point.y() <= HEAD + self._height() + 4
        return self._nearest(point) if inside else None

    def _nearest(self, point: QPointF) -> tuple[int, int]:
        day = int((point.x() - AXIS) * 7 / (self.width() - AXIS))
        step = int((point.y() - HEAD) * STEPS / self._height())
        return max(0, min(6, day)), max(0, min(STEPS - 1, step))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Days, hours, the open blocks, and the place of the cursor."""
        painter = unmirrored_painter_on(self)
        self._paint_ground(painter)
        shown = self._shown_week()
        for day in range(7):
            self._paint_head(painter, day)
            for span in union(shown[day]):
                self._paint_block(painter, day, span)
        self._paint_choice(painter)

    def _shown_week(self) -> Week:
        if self._stroke is None or self._fixed:
            return self.week
        return painted(self.week, self.days(), self.span(), opened=self._stroke)

    def _paint_ground(self, painter: QPainter) -> None:
        for day in range(7):
            fill_rounded(painter, self._column(day), Size.RADIUS_BADGE, "raised")
        for hour in range(0, 25, 2):
            y = round(self._y(hour * 3600)) + 0.5
            painter.setPen(pen("border"))
            painter.drawLine(QPointF(AXIS, y), QPointF(self.width(), y))
            box = QRectF(0, y - 8, AXIS - 8, 16)
            paint_right(painter, tokens.CAPTION, "text3", box, f"{hour:02d}:00")

    def _paint_head(self, painter: QPainter, day: int) -> None:
        column = self._column(day)
        name = weekday(day) if column.width() > 84 else weekday(day)[:3]
        chosen = self.hasFocus() and day in self.days()
        strong = tokens.UI_STRONG if chosen else tokens.UI_MEDIUM
        top = QRectF(column.left(), 0, column.width(), 20)
        paint_centred(painter, strong, "accent" if chosen else "text", top, name)
        seconds = weekly_seconds((self._shown_week()[day],))
        below = QRectF(column.left(), 17, column.width(), 16)
        paint_centred(painter, tokens.CAPTION, "text2" if seconds else "text3", below, write_hours(seconds))

    def _paint_block(self, painter: QPainter, day: int, span: Span) -> None:
        column = self._column(day)
        top, bottom = self._y(span.start), self._y(span.end)
        box = QRectF(column.left(), top, column.width(), max(2.0, bottom - top))
        fill_rounded(painter, box, Size.RADIUS_BADGE, "sel")
        fill_rounded(painter, QRectF(box.left(), box.top(), 3, box.height()), 1.5, "accent")
        if box.height() >= _BLOCK_LABEL:
            text = f"{_clock(span.start)}–{_clock(span.end)}"
            style = tokens.CAPTION_STRONG
            if box.width() > 84:
                paint_left(painter, style, "accent", QRectF(box.left() + 9, top + 3, box.width() - 10, 18), text)
            else:
                paint_left(painter, style, "accent", QRectF(box.left() + 8, top + 3, 60, 16), _clock(span.start))
                paint_left(painter, style, "accent", QRectF(box.left() + 8, bottom - 19, 60, 16), _clock(span.end))

    def _paint_choice(self, painter: QPainter) -> None:
        if not self.hasFocus() and self._stroke is None:
            return
        span, days = self.span(), self.days()
        top, bottom = self._y(span.start), self._y(span.end)
        left, right = self._column(days[0]).left(), self._column(days[-1]).right()
        box = QRectF(left - 1, top - 1, right - left + 2, max(6.0, bottom - top + 2))
        paint_focus_ring(painter, box, 3)
        label = f"{_clock(span.start)}–{_clock(span.end)}"
        at = QRectF(0, max(0.0, top - 9), AXIS - 4, 18)
        fill_rounded(painter, at, 3, "accentfill")
        painter.setPen(colour("onaccent"))
        painter.setFont(font(tokens.CAPTION_STRONG, tabular=True))
        painter.drawText(at, _CENTRE, _clock(span.start))
        self.setToolTip(label)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"
