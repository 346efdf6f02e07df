"""The clocks of the service level as bars on one shared target line."""

from collections.abc import Sequence

from typing_extensions import override

from app.domain.wording import tr
from app.reports.blocks import Block
from app.reports.fonts import Face
from app.reports.lines import Line, few_lines, one_line
from app.reports.pen import Pen
from app.reports.review.document import Clock
from app.reports.styles import (
    BAR_BLUE,
    CAPTION,
    CHART,
    CHART_BAR,
    DEEP_BLUE,
    GREEN,
    INK,
    INK2,
    RED,
    TABLE_STRONG,
    TINT2,
    WHITE,
)
from app.reports.times import duration

_NAME = 0.288  # share of the width before the bars
_BARS = 0.505  # share of the width of the bars
_VERDICT = 0.815  # share of the width where the verdicts begin
_BAR = 13.0
_OVER = (RED, "#CE6A63", "#FCEBE9")
# The scale reaches from 0 to half as much again as the target, and to four targets at most.
_SCALES = (1.5, 2.0, 3.0, 4.0)


class ClockBars(Block):
    """A few clocks, each of whose bars is scaled so that all targets stand on one line."""

    def __init__(self, clocks: Sequence[Clock]) -> None:
        self._clocks = clocks
        self.before = 8.0

    def _name(self, clock: Clock, width: float) -> tuple[Line, ...]:
        return few_lines(clock.name, TABLE_STRONG, width * _NAME - 10, 3)[0]

    def _verdict(self, clock: Clock, width: float) -> tuple[Line, ...]:
        colour = INK2 if clock.met is None else GREEN if clock.met else RED
        style = CHART_BAR.but(face=Face.SEMIBOLD, colour=colour)
        return few_lines(clock.verdict, style, width * (1 - _VERDICT) - 11, 4)[0]

    def _row(self, clock: Clock, width: float) -> float:
        lines = max(len(self._name(clock, width)) * 12.0 + 15.0, len(self._verdict(clock, width)) * 12.0 + 5.0)
        return max(27.0, lines)

    @override
    def height(self, width: float) -> float:
        return sum(self._row(clock, width) for clock in self._clocks) + 15.0 + 4.0

    @override
    def lead(self, width: float) -> float:
        return self.height(width) if len(self._clocks) <= 4 else sum(self._row(c, width) for c in self._clocks[:3]) + 22

    @override
    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        if self.height(width) <= room:
            return self, None
        count = 0
        used = 22.0
        while count < len(self._clocks) and used + self._row(self._clocks[count], width) <= room:
            used += self._row(self._clocks[count], width)
            count += 1
        if count < 1:
            return None, self
        return ClockBars(self._clocks[:count]), ClockBars(self._clocks[count:])

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        left, wide = x + width * _NAME, width * _BARS
        worst = max((clock.used_seconds / max(clock.target_seconds, 1e-9) for clock in self._clocks), default=0)
        scale = next((scale for scale in _SCALES if worst <= scale * 0.98), _SCALES[-1])
        target = left + wide / scale
        y = top - 2
        for clock in self._clocks:
            self._draw_clock(pen, clock, x, y, width, target)
            y -= self._row(clock, width)
        pen.rule(target, top + 2, target, y + 2, INK, 1.1)
        pen.text("0", CHART.but(colour=INK2), left, y - 10, 20, 0.5)
        pen.text(tr("Target"), CHART_BAR.but(colour=INK2), target, y - 10, 60, 0.5)

    def _draw_clock(self, pen: Pen, clock: Clock, x: float, y: float, width: float, target: float) -> None:
        baseline = y - 9
        for line in self._name(clock, width):
            pen.line_of_text(line, x, baseline, TABLE_STRONG.size)
            baseline -= 12
        pen.text(clock.target, CAPTION, x, baseline + 1, width * _NAME - 10)
        left, wide = x + width * _NAME, width * _BARS
        self._draw_bar(pen, clock, left, y - 4.5 - _BAR, wide, target)
        mark = x + width * _VERDICT - 4
        if clock.met:
            pen.check(mark, y - 16.5, 11)
        elif clock.met is False:
            pen.triangle(mark, y - 16, 10.5)
        baseline = y - 14
        for line in self._verdict(clock, width):
            pen.line_of_text(line, mark + 15, baseline, CHART_BAR.size)
            baseline -= 12

    def _draw_bar(self, pen: Pen, clock: Clock, left: float, foot: float, wide: float, target: float) -> None:
        pen.box(left, foot, wide, _BAR, fill=TINT2)
        ratio = max(0.0, clock.used_seconds) / max(clock.target_seconds, 1e-9)
        end = min(left + (target - left) * ratio, left + wide)
        inside = min(end, target)
        fill = BAR_BLUE if ratio <= 1 else DEEP_BLUE
        if inside > left:
            pen.box(left, foot, inside - left, _BAR, fill=fill)
        if end > target:
            pen.hatch(target, foot, end - target, _BAR, _OVER)
        if left + (target - left) * ratio > left + wide:
            # The bar would be longer than the scale: two strokes say that it goes on.
            for shift in (6.0, 10.0):
                pen.polyline([(left + wide - shift, foot - 2), (left + wide - shift + 4, foot + _BAR + 2)], WHITE, 1.6)
        words = clock.used or duration(clock.used_seconds)
        line = one_line(words, CHART_BAR.but(colour=WHITE), 1e6)
        if line.width + 12 <= inside - left:
            pen.line_of_text(line, left + 6, foot + 3.8, CHART_BAR.size)
        elif end > target:
            shorter = one_line(words, CHART_BAR.but(colour=WHITE), max(0.0, inside - left - 10))
            pen.line_of_text(shorter, left + 5, foot + 3.8, CHART_BAR.size)
        else:
            room = max(0.0, left + wide - end - 10)
            pen.line_of_text(one_line(words, CHART_BAR, room), end + 5, foot + 3.8, CHART_BAR.size)
