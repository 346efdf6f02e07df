"""Charts of the dashboard: lines with marks of their own, bars with their numbers, and an hour by hour map.

Each figure on a line or a bar is a button of its own, which is spoken, walked to and pressed like the large ones. Time
runs from left to right in every language (decision 0022).
"""

import math
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.wording import number, percent, tr
from app.services.dashboard.dto import Figure, Figures, Section
from app.views.dashboard.cells import BESIDE, FigureButton
from app.views.dashboard.wording import PARTS, value_words
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill, fill_rounded, paint_focus_ring, paint_left, paint_right, pen, text_width
from app.views.toolkit.mirror import unmirrored_painter_on
from app.views.toolkit.theme import colour, lines
from app.views.toolkit.tokens import Size

Watch = Callable[[FigureButton], FigureButton]
_SPOT: Final = 24
_STEPS: Final = (0.05, 0.1, 0.2)
"""Round shares by which the lines of a grid may stand apart."""

_MOST_STEPS: Final = 6
_AT_LEAST_TO: Final = 0.85
"""A grid reaches down to this, so that weeks which all went well do not look like hills."""

_ANY_HEIGHT: Final = 16_777_215
"""What Qt takes for no limit."""


class Spot(FigureButton):
    """A figure of a chart as a button; the chart paints it, this paints what is under the pointer and the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_SPOT)
        self.setParent(parent)
        self.is_round = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring of the focus, or a thin one under the pointer."""
        painter = QPainter(self)
        if self.hasFocus():
            # Of two figures at the same place the rings differ, as their marks do.
            paint_focus_ring(painter, QRectF(self.rect()), _SPOT / 2 if self.is_round else Size.RADIUS_BADGE)
        elif self.underMouse():
            painter.setPen(pen("control", 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Chart(QWidget):
    """Has a spot for each figure; says itself where each lies."""

    def __init__(self, height: int, watch: Watch) -> None:
        super().__init__()
        self._least = height
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._watch = watch
        self.spots: list[Spot] = []

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(240, self._least)

    def fill_height(self) -> None:
        """Take whatever height there is, which is at least the usual one."""
        self.setMinimumHeight(self._least)
        self.setMaximumHeight(_ANY_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_spots(self, figures: Sequence[Figure]) -> None:
        """Have so many buttons, each with its figure, where the chart wants them."""
        while len(self.spots) > len(figures):
            spot = self.spots.pop()
            spot.hide()
            spot.deleteLater()
        while len(self.spots) < len(figures):
            spot = Spot(self)
            self._watch(spot)
            self.spots.append(spot)
            spot.show()
        for spot, figure in zip(self.spots, figures, strict=True):
            spot.show_figure(figure)
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The spots follow."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for place, spot in enumerate(self.spots):
            spot.setGeometry(self.box_of(place).toAlignedRect())

    def box_of(self, place: int) -> QRectF:
        """Where a figure lies, as from the left."""
        raise NotImplementedError


class Attainment(Chart):
    """Two lines by week, each with marks of its own and its name at the end, and the goals as dashed lines."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(252, watch)
        self._lines: tuple[tuple[Figure, ...], ...] = ((), ())
        self.setAccessibleName(tr("In time, by week"))

    def show_figures(self, found: Figures) -> None:
        """Show both clocks."""
        self._lines = (found.of(Section.RESPONSE_BY_WEEK), found.of(Section.RESOLUTION_BY_WEEK))
        self.show_spots([figure for line in self._lines for figure in line])
        for place, spot in enumerate(self.spots):
            spot.is_round = place < len(self._lines[0])

    @property
    def _step(self) -> float:
        """How much lies between two lines of the grid: the smallest round share that gives few of them."""
        return next(step for step in _STEPS if 1 - self._lowest <= step * _MOST_STEPS or step == _STEPS[-1])

    @property
    def _floor(self) -> float:
        return max(0.0, 1 - math.ceil(round((1 - self._lowest) / self._step, 6)) * self._step)

    @property
    def _lowest(self) -> float:
        known = [each.value for line in self._lines for each in line if each.value is not None]
        goals = [each.goal for line in self._lines for each in line[:1] if each.goal]
        return min([*known, *goals, _AT_LEAST_TO])

    def _room(self) -> QRectF:
        end = max(text_width(tokens.META_STRONG, PARTS[part]) for part in _CLOCKS) + 38
        return QRectF(44, 12, max(60.0, self.width() - 44 - end), self.height() - 40)

    def _point(self, line: int, place: int) -> QPointF | None:
        figures = self._lines[line]
        value = figures[place].value
        if value is None:
            return None
        room = self._room()
        step = room.width() / max(1, len(figures) - 1)
        share = (value - self._floor) / (1 - self._floor)
        return QPointF(room.left() + place * step, room.bottom() - share * room.height())

    def box_of(self, place: int) -> QRectF:
        """Around its mark; at the axis where no clock has ended, each clock at a place of its own."""
        line, place = divmod(place, max(1, len(self._lines[0])))
        point = self._point(line, place)
        if point is None:
            room = self._room()
            step = room.width() / max(1, len(self._lines[0]) - 1)
            point = QPointF(room.left() + place * step, room.bottom() - (_SPOT if line == 0 else 0))
        return QRectF(point.x() - _SPOT / 2, point.y() - _SPOT / 2, _SPOT, _SPOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grid, goals, lines, names."""
        painter = unmirrored_painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        self._paint_grid(painter, room)
        if not self._lines[0]:
            return
        self._paint_goals(painter, room)
        for line in range(len(self._lines)):
            self._paint_line(painter, line)
        self._paint_names(painter, room)

    def _paint_grid(self, painter: QPainter, room: QRectF) -> None:
        floor, apart = self._floor, self._step
        steps = round((1 - floor) / apart)
        for step in range(steps + 1):
            y = room.bottom() - room.height() * step / steps
            fill(painter, QRectF(room.left(), y, room.width(), 1), "grid")
            paint_right(painter, tokens.CAPTION, "text3", QRectF(0, y - 9, 38, 18), percent(floor + step * apart))
        weeks = self._lines[0]
        each = room.width() / max(1, len(weeks) - 1)
        every = 1 if each >= 52 else 2
        for place, figure in enumerate(weeks):
            # The newest week is always named, and the others from it backwards.
            if (len(weeks) - 1 - place) % every == 0:
                box = QRectF(room.left() + place * each - 40, room.bottom() + 8, 80, 18)
                _paint_middle(painter, "text3", box, tr("W{number}", number=figure.label.split()[-1]))

    def _paint_goals(self, painter: QPainter, room: QRectF) -> None:
        for line in range(len(_CLOCKS)):
            goal = self._lines[line][0].goal
            if goal is None:
                continue
            y = room.bottom() - (goal - self._floor) / (1 - self._floor) * room.height()
            dashed = QPen(colour("text3"), lines().border, Qt.PenStyle.DashLine)
            painter.setPen(dashed)
            ends = QRectF(room.left(), y, room.width() + 6, 0)
            painter.drawLine(QPointF(ends.left(), y), QPointF(ends.right(), y))
            # Its mark stands at the end where no line comes; the goal itself is told below the name.
            _paint_mark(painter, line, QPointF(room.right() + 6, y), hollow=True)

    def _paint_line(self, painter: QPainter, line: int) -> None:
        ink = colour(_INKS[line])
        before: QPointF | None = None
        for place in range(len(self._lines[line])):
            point = self._point(line, place)
            if point is not None:
                painter.setPen(QPen(ink, 2))
                if before is not None:
                    painter.drawLine(before, point)
                _paint_mark(painter, line, point)
            before = point

    def _paint_names(self, painter: QPainter, room: QRectF) -> None:
        """The name and the newest figure where each line ends, apart from each other."""
        ends: list[tuple[float, int, int]] = []
        for line, figures in enumerate(self._lines):
            last = next((place for place in range(len(figures) - 1, -1, -1) if figures[place].value is not None), None)
            point = None if last is None else self._point(line, last)
            if last is not None and point is not None:
                ends.append((point.y() - 16, line, last))
        lowest = -1000.0
        for top, line, last in sorted(ends):
            lowest = max(lowest + 36, min(top, self.height() - 36.0 * len(ends)))
            left = room.right() + 22
            _paint_mark(painter, line, QPointF(left, lowest + 9))
            box = QRectF(left + 8, lowest, self.width() - left - 8, 18)
            paint_left(painter, tokens.META_STRONG, "text", box, PARTS[_CLOCKS[line]])
            newest = self._lines[line][last]
            said = value_words(newest)
            if newest.goal is not None:
                said = tr("{value}, goal {goal}", value=said, goal=percent(newest.goal))
            paint_left(painter, tokens.META, "text2", box.translated(0, 16), said)


_CLOCKS: Final = (Section.RESPONSE_BY_WEEK, Section.RESOLUTION_BY_WEEK)
_INKS: Final = ("chart1", "chart2")


def _paint_mark(painter: QPainter, line: int, at: QPointF, *, hollow: bool = False) -> None:
    """A disc for the one line, a square for the other, so that they stay apart without colour; hollow for a goal."""
    painter.setPen(QPen(colour(_INKS[line] if hollow else "surface"), 1.5 if hollow else 1))
    painter.setBrush(colour("surface" if hollow else _INKS[line]))
    if line == 0:
        painter.drawEllipse(at, 4, 4)
    else:
        painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_middle(painter: QPainter, ink: str, box: QRectF, text: str) -> None:
    wide = text_width(tokens.CAPTION, text)
    paint_left(painter, tokens.CAPTION, ink, box.adjusted((box.width() - wide) / 2, 0, 2, 0), text)


class Days(Chart):
    """Two bars a day with their numbers; the second ones are hatched, and weekends have a ground of their own."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(216, watch)
        self._opened: tuple[Figure, ...] = ()
        self._resolved: tuple[Figure, ...] = ()
        self.setAccessibleName(tr("Opened and resolved, by day"))

    def show_figures(self, found: Figures) -> None:
        """Show both, day by day."""
        self._opened, self._resolved = found.of(Section.OPENED), found.of(Section.RESOLVED)
        pairs = zip(self._opened, self._resolved, strict=True)
        self.show_spots([figure for pair in pairs for figure in pair])

    def _room(self) -> QRectF:
        return QRectF(BESIDE, 42, self.width() - 2 * BESIDE, self.height() - 64)

    def box_of(self, place: int) -> QRectF:
        """The whole height of its bar."""
        room = self._room()
        day = room.width() / max(1, len(self._opened))
        return QRectF(room.left() + place * day / 2, room.top() - 14, day / 2, room.height() + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Legend, grounds of weekends, bars with numbers, days."""
        painter = unmirrored_painter_on(self)
        room = self._room()
        left = float(BESIDE)
        for part, ink, pattern in _BARS:
            _paint_bar(painter, QRectF(left, 8, 12, 12), ink, pattern)
            words = PARTS[part]
            wide = text_width(tokens.META, words)
            paint_left(painter, tokens.META, "text2", QRectF(left + 18, 4, wide + 8, 20), words)
            left += wide + 44
        figures = (*self._opened, *self._resolved)
        most = max([1.0, *(figure.value or 0 for figure in figures)])
        day = room.width() / max(1, len(self._opened))
        for place, figure in enumerate(self._opened):
            at, box = date.fromisoformat(figure.key), QRectF(room.left() + place * day, room.top() - 16, day, 16)
            if at.weekday() >= 5:
                fill(painter, box.adjusted(0, 0, 0, room.height()), "raised")
            _paint_middle(painter, "text3", QRectF(box.left() - 8, room.bottom() + 3, day + 16, 16), str(at.day))
        fill(painter, QRectF(room.left(), room.bottom(), room.width(), 1), "border")
        for place in range(2 * len(self._opened)):
            figure = (self._opened, self._resolved)[place % 2][place // 2]
            bar, value = self.box_of(place), figure.value or 0
            tall = room.height() * value / most
            _, ink, pattern = _BARS[place % 2]
            if value:
                thick = min(20.0, bar.width() * 0.8)
                # The two of a day stand together, and those of the next one apart.
                left = bar.right() - thick if place % 2 == 0 else bar.left()
                box = QRectF(left + 1, room.bottom() - tall, thick - 2, tall)
                _paint_bar(painter, box, ink, pattern)
                over = QRectF(left - 6, room.bottom() - tall - 15, thick + 12, 14)
                _paint_middle(painter, "text2", over, number(int(value)))


_BARS: Final = (
    (Section.OPENED, "chart1", Qt.BrushStyle.SolidPattern),
    (Section.RESOLVED, "chart3", Qt.BrushStyle.Dense3Pattern),
)


def _paint_bar(painter: QPainter, box: QRectF, ink: str, pattern: Qt.BrushStyle) -> None:
    painter.fillRect(box, QBrush(colour(ink), pattern))
    painter.setPen(pen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


class HeatMap(FigureButton):
    """Hours across and days down, each cell with its number; pressed it leads to all incidents that it counts."""

    _HEAD: Final = 22
    _ROW: Final = 25

    def __init__(self) -> None:
        super().__init__(self._HEAD + 7 * self._ROW + 4)
        self._figures: tuple[Figure, ...] = ()

    def show_figures(self, found: Figures) -> None:
        """Show these; spoken are the busiest hour and how many there are, and the table has every one."""
        self._figures = found.of(Section.ARRIVALS)
        busiest = max(self._figures, key=lambda each: each.value or 0)
        self.show_figure(busiest)
        total = sum(int(each.value or 0) for each in self._figures)
        said = tr(
            "Arrivals by hour: {total} incidents, most on {hour} with {most}. The table (T) has every hour.",
            total=number(total), hour=busiest.label, most=number(int(busiest.value or 0)),
        )  # fmt: skip
        self.setAccessibleName(said if total else tr("Arrivals by hour: none yet"))
        self.setToolTip(busiest.counts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names of days and hours, and the cells."""
        painter = unmirrored_painter_on(self)
        if not self._figures:
            return
        days = [self._figures[24 * day].label.split(",")[0] for day in range(7)]
        left = max(text_width(tokens.META, day) for day in days) + BESIDE + 10.0
        wide = (self.width() - left - BESIDE) / 24
        most = max(1.0, *(each.value or 0 for each in self._figures))
        for hour in range(24):
            _paint_middle(painter, "text3", QRectF(left + hour * wide, 2, wide, 18), f"{hour:02}")
        for place, figure in enumerate(self._figures):
            day, hour = divmod(place, 24)
            top = self._HEAD + day * self._ROW
            if hour == 0:
                paint_left(painter, tokens.META, "text2", QRectF(BESIDE, top, left, self._ROW), days[day])
            value = figure.value or 0
            step = 0 if not value else min(4, 1 + int(3.999 * value / most))
            box = QRectF(left + hour * wide + 1, top + 1, wide - 2, self._ROW - 2)
            fill_rounded(painter, box, 3, f"heat{step}")
            _paint_middle(painter, f"onheat{step}", box, number(int(value)))
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), Size.RADIUS_CONTROL)
