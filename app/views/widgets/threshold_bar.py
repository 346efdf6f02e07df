"""Thresholds of a clock on a bar from its start to beyond its due time: dragged, moved by keys, or typed below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.instants import HOUR
from app.domain.sla.thresholds import Measure, Threshold, needed, percent
from app.domain.sla.typed_thresholds import in_order, short_threshold, write_threshold
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_centred, paint_focus_ring, pen, text_width
from app.views.toolkit.mirror import unmirrored_painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_END: Final = 1.25
"""The bar ends a quarter beyond the target, unless a threshold lies further out."""

_SIDE: Final = 20
_BAR: Final = 8
_TOP: Final = 34
_REACH: Final = 9
_DRAG_STEP: Final = 5


class ThresholdBar(QWidget):
    """`changed` carries the thresholds. Up and Down choose one, Left and Right move it, + adds and Delete removes."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.thresholds: tuple[Threshold, ...] = ()
        self._target = 4 * HOUR
        self._current = 0
        self._dragged = False
        self._fixed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def show_thresholds(self, thresholds: Sequence[Threshold], target: int | None) -> None:
        """Show these for a target in microseconds; without one they are drawn for four hours."""
        self._target = target or 4 * HOUR
        self.thresholds = in_order(thresholds, self._target)
        self._current = min(self._current, max(0, len(self.thresholds) - 1))
        self._tell()
        self.update()

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed

    @property
    def current(self) -> Threshold | None:
        """The threshold that keys act on."""
        return self.thresholds[self._current] if self.thresholds else None

    def add(self, share: int) -> None:
        """Add a percentage."""
        self._take([*self.thresholds, percent(share)], percent(share))

    def remove_current(self) -> None:
        """Take the chosen threshold away."""
        if self.current is not None:
            self._take([one for one in self.thresholds if one != self.current], None)

    def move_current(self, by: int) -> None:
        """Move the chosen threshold by so many per cent; one before or after due is moved by minutes instead."""
        current = self.current
        if current is None or current.measure is Measure.BREACH:
            return
        if current.measure is Measure.OFFSET:
            moved = Threshold(Measure.OFFSET, current.amount + by * HOUR // 60)
        else:
            moved = percent(max(1, min(400, round(current.amount / 10_000) + by)))
        self._take([moved if one == current else one for one in self.thresholds], moved)

    def _take(self, thresholds: Sequence[Threshold], current: Threshold | None) -> None:
        if self._fixed:
            return
        self.show_thresholds(thresholds, self._target)
        if current is not None and current in self.thresholds:
            self._current = self.thresholds.index(current)
        self._tell()
        self.changed.emit(self.thresholds)

    def _tell(self) -> None:
        said = ", ".join(write_threshold(one) for one in self.thresholds) or tr("none")
        here = (
            tr("; chosen is {write_threshold}", write_threshold=write_threshold(self.current))
            if self.current is not None
            else ""
        )
        self.setAccessibleName(f"{self._name}: {said}{here}")

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Arrows, plus and Delete belong to the bar."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._handler(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, move, add, remove."""
        act = self._handler(event)
        if act is None:
            super().keyPressEvent(event)
            return
        kind, by = act
        if kind == "choose" and self.thresholds:
            self._current = (self._current + by) % len(self.thresholds)
            self._tell()
        elif kind == "move":
            self.move_current(by)
        elif kind == "add":
            self.add(min(95, self._free_share()))
        elif kind == "remove":
            self.remove_current()
        self.update()

    def _handler(self, event: QKeyEvent) -> tuple[str, int] | None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = 1 if fine else _DRAG_STEP
        known = {
            Qt.Key.Key_Up: ("choose", -1), Qt.Key.Key_Down: ("choose", 1),
            Qt.Key.Key_Left: ("move", -step), Qt.Key.Key_Right: ("move", step),
            Qt.Key.Key_Delete: ("remove", 0), Qt.Key.Key_Backspace: ("remove", 0),
            Qt.Key.Key_Plus: ("add", 0), Qt.Key.Key_Insert: ("add", 0),
        }  # fmt: skip
        return known.get(Qt.Key(event.key()))

    def _free_share(self) -> int:
        taken = {one.amount // 10_000 for one in self.thresholds if one.measure is Measure.SHARE}
        return next((share for share in (50, 75, 90, 25, 60, 80, 95, 40) if share not in taken), 85)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a mark; a click on the free bar adds one at a round percentage."""
        nearest = min(
            range(len(self.thresholds)),
            key=lambda number: abs(self._x(self.thresholds[number]) - event.position().x()),
            default=None,
        )
        if nearest is not None and abs(self._x(self.thresholds[nearest]) - event.position().x()) <= _REACH:
            self._current, self._dragged = nearest, True
            self._tell()
            self.update()
        elif abs(event.position().y() - _TOP - _BAR / 2) <= 12 and not self._fixed:
            self.add(self._share_at(event.position().x()))
            self._dragged = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a percentage."""
        current = self.current
        if self._dragged and current is not None and current.measure is Measure.SHARE:
            moved = percent(self._share_at(event.position().x()))
            if moved != current and moved not in self.thresholds:
                self._take([moved if one == current else one for one in self.thresholds], moved)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The hand lets go."""
        self._dragged = False

    # Geometry and painting

    def sizeHint(self) -> QSize:
        return QSize(420, 66)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 66)

    def _end(self) -> float:
        furthest = max((needed(one, self._target) / self._target for one in self.thresholds), default=1.0)
        return max(_END, min(4.0, furthest * 1.1))

    def _at(self, share: float) -> float:
        return _SIDE + (self.width() - 2 * _SIDE) * max(0.0, min(1.0, share / self._end()))

    def _x(self, threshold: Threshold) -> float:
        return self._at(needed(threshold, self._target) / self._target)

    def _share_at(self, x: float) -> int:
        share = 100 * self._end() * (x - _SIDE) / max(1, self.width() - 2 * _SIDE)
        return max(_DRAG_STEP, min(400, round(share / _DRAG_STEP) * _DRAG_STEP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar to due, the overtime beyond it, and the marks with their names, in two heights where they crowd."""
        painter = unmirrored_painter_on(self)
        due = self._at(1.0)
        fill_rounded(painter, QRectF(_SIDE, _TOP, due - _SIDE, _BAR), 3, "sel")
        fill_rounded(painter, QRectF(due, _TOP, self.width() - _SIDE - due, _BAR), 3, "redtint")
        painter.setPen(pen("red", 2))
        painter.drawLine(QPointF(due, _TOP - 4), QPointF(due, _TOP + _BAR + 4))
        paint_centred(painter, tokens.CAPTION, "text2", QRectF(due - 30, _TOP + 12, 60, 16), tr("Due"))
        paint_centred(painter, tokens.CAPTION, "text3", QRectF(_SIDE - 20, _TOP + 12, 60, 16), tr("Start"))
        last = -1000.0
        raised = False
        for number, threshold in enumerate(self.thresholds):
            x, text = self._x(threshold), short_threshold(threshold)
            width = text_width(tokens.CAPTION_STRONG, text) + 10
            raised = x - width / 2 < last and not raised
            last = x + width / 2
            self._paint_mark(painter, x, text, width, number == self._current, raised)

    def _paint_mark(self, painter: QPainter, x: float, text: str, width: int, current: bool, raised: bool) -> None:
        late = x > self._at(1.0) + 0.5
        tone = "red" if late else "amber" if x > self._at(0.7) else "blue"
        left = max(0.0, min(self.width() - width, x - width / 2))
        box = QRectF(left, 0 if raised else 14, width, 16)
        painter.setPen(pen(tone, 1.5))
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x, _TOP + _BAR))
        fill_rounded(painter, QRectF(x - 5, _TOP - 1, 10, 10), 5, tone)
        fill_rounded(painter, box, Size.RADIUS_BADGE, f"{tone}tint", tone if current and self.hasFocus() else None)
        paint_centred(painter, tokens.CAPTION_STRONG, tone, box, text)
        if current and self.hasFocus():
            painter.setPen(pen("accent", 2))
            painter.setBrush(colour(tone))
            paint_focus_ring(painter, QRectF(x - 8, _TOP - 4, 16, 16), 8)
