"""The charted timeline: bars for phases, services and people, lettered milestones, the target, the hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from typing_extensions import override

from app.domain.wording import tr
from app.reports.blocks import Block
from app.reports.fonts import metrics
from app.reports.lines import Line, one_line
from app.reports.pen import Pen
from app.reports.review.axis import Axis, Tick, axis, spread
from app.reports.review.document import Bar, BarStyle, Milestone, TargetMark
from app.reports.styles import (
    CHART,
    CHART_BAR,
    DEEP_BLUE,
    HAIRLINE,
    INK,
    INK2,
    INK3,
    MID_BLUE,
    ORANGE,
    PALE_BLUE,
    RED,
    TINT2,
    WHITE,
)

# Fill and letters of the plain bars.
_FILLS = {
    BarStyle.FAINT: (TINT2, INK),
    BarStyle.PALE: (PALE_BLUE, INK),
    BarStyle.MID: (MID_BLUE, INK),
    BarStyle.DEEP: (DEEP_BLUE, WHITE),
    BarStyle.GREY: ("#D3D8E0", INK),
    BarStyle.SLATE: (INK2, WHITE),
}
_HATCH = (ORANGE, "#E0A870", "#FDF3E8")

_LEADERS = "#8A919C"
_TARGET = CHART_BAR.but(colour=RED)

_LABELS = 0.216  # share of the width for the labels of the rows
_RIGHT = 0.05  # share of the width kept free at the right end, for the last letter and time
_ROW = 22.6
_BAR = 15.0
_DOT = 6.6
_DOTS_APART = 15.4
_DOT_ROW = 17.0
_LEADER = 15.0  # from the dots to where the bars begin
_AXIS = 16.0  # from the last bar to the times
_LINE = 11.0
_INSET = 5.0
_GROUND = 4.0  # left and right of a label that stands on white
_MOST_ROWS = 22  # of one chart; more become a second chart below


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of bars that do not overlap; `label` is empty in the further lines of a row."""

    label: str
    bars: tuple[Bar, ...]


def lanes(bars: Sequence[Bar]) -> list[Lane]:
    """The bars in the order of their rows' first appearance, overlapping ones in lines of their own."""
    rows: dict[str, list[Bar]] = {}
    for bar in bars:
        rows.setdefault(bar.row, []).append(bar)
    found = []
    for label, row in rows.items():
        lines: list[list[Bar]] = []
        for bar in sorted(row, key=lambda bar: (bar.start, bar.end)):
            line = next((line for line in lines if line[-1].end <= bar.start), None)
            if line is None:
                lines.append([bar])
            else:
                line.append(bar)
        found += [Lane(label if index == 0 else "", tuple(line)) for index, line in enumerate(lines)]
    return found


def charts(
    bars: Sequence[Bar], milestones: Sequence[Milestone], target: TargetMark | None, zone: tzinfo
) -> list["TimelineChart"]:
    """The chart, or several where the rows need more than one page; empty when there is nothing to draw."""
    moments = [milestone.at for milestone in milestones]
    moments += [moment for bar in bars for moment in (bar.start, max(bar.start, bar.end))]
    if not moments:
        return []
    if target is not None:
        moments.append(target.at)
    every = lanes(bars)
    ordered = tuple(sorted(milestones, key=lambda milestone: milestone.at))
    return [
        TimelineChart(every[first : first + _MOST_ROWS], ordered, target, moments, zone)
        for first in range(0, max(1, len(every)), _MOST_ROWS)
    ]


class TimelineChart(Block):
    """Everything about an incident that has a length or a moment, over one time axis."""

    def __init__(
        self,
        rows: Sequence[Lane],
        milestones: Sequence[Milestone],
        target: TargetMark | None,
        moments: list[datetime],
        zone: tzinfo,
    ) -> None:
        self._rows = rows
        self._milestones = milestones
        self._target = target
        self._moments = moments
        self._zone = zone
        self.after = 3.0

    def _axis(self, x: float, width: float) -> Axis:
        return axis(self._moments, x + width * _LABELS, x + width * (1 - _RIGHT))

    def _dot_rows(self, width: float) -> int:
        room = width * (1 - _LABELS - _RIGHT) + 2 * _DOT
        per_row = max(1, int(room / _DOTS_APART))
        return -(-len(self._milestones) // per_row)

    def _head(self, width: float) -> float:
        """The height of the milestones with their leaders."""
        return self._dot_rows(width) * _DOT_ROW + _LEADER if self._milestones else 4.0

    @override
    def height(self, width: float) -> float:
        ticks = self._axis(0, width).ticks(self._zone)
        foot = _AXIS + _LINE * (1 + any(tick.day for tick in ticks) + (self._target is not None))
        return self._head(width) + len(self._rows) * _ROW + foot

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        span = self._axis(x, width)
        ticks = span.ticks(self._zone)
        first = top - self._head(width)
        last = first - len(self._rows) * _ROW
        for tick in ticks:
            at = span.x(tick.at)
            pen.rule(at, first + _INSET, at, last - _INSET, HAIRLINE, 0.6)
        self._draw_milestones(pen, span, top, last - _INSET, x, width)
        feet = [first - index * _ROW - (_ROW + _BAR) / 2 for index in range(len(self._rows))]
        for lane, foot in zip(self._rows, feet, strict=True):
            pen.text(lane.label, CHART, x, foot + 4.7, width * _LABELS - 8)
            for bar in lane.bars:
                _draw_bar(pen, bar, span, foot)
        target = span.x(self._target.at) if self._target else None
        if target is not None:
            pen.rule(target, first + _INSET, target, last - _INSET, RED, 0.9, dash=True)
        # After the target line, so that it breaks off where there is something to read.
        for lane, foot in zip(self._rows, feet, strict=True):
            for bar in lane.bars:
                _draw_label(pen, bar, span, foot, target)
        days = _draw_ticks(pen, span, ticks, last - _AXIS)
        if self._target is not None and target is not None:
            baseline = last - _AXIS - _LINE * (1 + days) - 7.5
            line = one_line(self._target.label, _TARGET, width * 0.7)
            left = min(max(target - line.width / 2, x), x + width - line.width)
            pen.line_of_text(line, left, baseline, _TARGET.size)
            _draw_stem(pen, span, ticks, target, last, baseline)

    def _draw_milestones(self, pen: Pen, span: Axis, top: float, foot: float, x: float, width: float) -> None:
        if not self._milestones:
            return
        pen.text(tr("Milestones"), CHART, x, top - _DOT - 2.8, width * _LABELS - 8)
        rows = self._dot_rows(width)
        dots = []
        for row in range(rows):
            some = self._milestones[row::rows]
            at = [span.x(milestone.at) for milestone in some]
            middles = spread(at, _DOTS_APART, span.left - _DOT, span.right + _DOT)
            height = top - _DOT - row * _DOT_ROW
            dots += [(item.letter, middle, height, to) for item, middle, to in zip(some, middles, at, strict=True)]
        elbow = top - rows * _DOT_ROW - _LEADER * 0.55
        for _, middle, height, to in dots:
            pen.polyline([(middle, height), (middle, elbow + 5), (to, elbow), (to, foot)], _LEADERS, 0.5)
        for letter, middle, height, _ in dots:
            pen.dot(letter, middle, height, _DOT)

    def cut_labels(self, width: float) -> list[Bar]:
        """The bars that are too short to carry their whole label; a caption names them."""
        span = self._axis(0, width)
        bars = (bar for lane in self._rows for bar in lane.bars)
        return [bar for bar in bars if bar.label and _label(bar, span)[1]]


def _wide(bar: Bar, span: Axis) -> float:
    return max(1.6, span.x(bar.end) - span.x(bar.start))


def _draw_bar(pen: Pen, bar: Bar, span: Axis, foot: float) -> None:
    left, wide = span.x(bar.start), _wide(bar, span)
    if bar.style is BarStyle.HATCHED:
        pen.hatch(left, foot, wide, _BAR, _HATCH)
    else:
        pen.box(left, foot, wide, _BAR, fill=_FILLS[bar.style][0], border=WHITE, thickness=0.5)


def _label(bar: Bar, span: Axis) -> tuple[Line | None, bool]:
    """What of its label can be written in a bar (None: nothing worth reading), and whether it was cut."""
    style = CHART_BAR.but(colour=INK if bar.style is BarStyle.HATCHED else _FILLS[bar.style][1])
    room = _wide(bar, span) - 2 * _INSET - (_GROUND * 2 if bar.style is BarStyle.HATCHED else 0)
    line = one_line(bar.label, style, 1e6)
    if line.width <= room:
        return (line if bar.label else None), False
    short = one_line(bar.short, style, 1e6)
    if bar.short and short.width <= room:
        return short, False
    if room < 0.4 * line.width or room < metrics(style.face).width("mmmm", style.size):
        return None, True
    return one_line(bar.label, style, room), True


def _draw_label(pen: Pen, bar: Bar, span: Axis, foot: float, target: float | None) -> None:
    line, _ = _label(bar, span)
    if line is None:
        return
    left = span.x(bar.start)
    if bar.style is BarStyle.HATCHED:
        # On hatching the letters need a ground of their own.
        pen.box(left + _INSET, foot + 1.6, line.width + 2 * _GROUND, _BAR - 3.2, fill=WHITE)
        left += _INSET + _GROUND
    else:
        left += (_wide(bar, span) - line.width) / 2
        if target is not None and left - 3 < target < left + line.width + 3:
            pen.box(left - 3, foot + 0.8, line.width + 6, _BAR - 1.6, fill=_FILLS[bar.style][0])
    pen.line_of_text(line, left, foot + 4.7, CHART_BAR.size)


def _draw_stem(pen: Pen, span: Axis, ticks: Sequence[Tick], target: float, last: float, baseline: float) -> None:
    """Leads the target line on to its label, unless a time stands in the way."""
    for tick in ticks:
        wide = metrics(CHART.face).width(tick.label, CHART.size)
        if abs(span.x(tick.at) - target) < wide / 2 + 2:
            return
    pen.rule(target, last - _INSET, target, baseline + 8.5, RED, 0.9, dash=True)


def _draw_ticks(pen: Pen, span: Axis, ticks: Sequence[Tick], baseline: float) -> bool:
    """Writes the times, and the days below them; returns whether there were days."""
    style = CHART.but(colour=INK3)
    taken = -1e9
    for tick in ticks:
        at = span.x(tick.at)
        wide = pen.text(tick.label, style, at, baseline - 7.5, 90, 0.5)
        if tick.day and at > taken:
            day = pen.text(tick.day, CHART, at, baseline - 7.5 - _LINE, 90, 0.5)
            taken = at + max(day, wide) * 0.9
    return any(tick.day for tick in ticks)
