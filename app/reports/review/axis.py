"""The time axis of a chart: where a moment stands, and which marks to write below it."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import pairwise

from app.reports.times import clock, day_and_month, short_date

_MINUTE = 60
_HOUR = 3_600
_DAY = 86_400
_STEPS = (
    *(15, 30),
    *(_MINUTE * count for count in (1, 2, 5, 10, 15, 30)),
    *(_HOUR * count for count in (1, 2, 3, 6, 12)),
    *(_DAY * count for count in (1, 2, 7, 14, 28, 56, 182, 364)),
)
_MOST_TICKS = 7
# A shorter span, such as that of a single event, is drawn as one minute.
_SHORTEST = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis: the moment, what is written below it, and the day when that must be said too."""

    at: datetime
    label: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Axis:
    """Maps the moments from `start` to `end` to points between `left` and `right`."""

    start: datetime
    end: datetime
    left: float
    right: float

    def x(self, moment: datetime) -> float:
        """Where `moment` stands; moments outside the axis stand at its ends."""
        share = (moment - self.start) / (self.end - self.start)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def ticks(self, zone: tzinfo) -> list[Tick]:
        """Round moments of the zone, seven or so at most, with dates as soon as there are several days."""
        span = (self.end - self.start).total_seconds()
        step = next((step for step in _STEPS if span / step <= _MOST_TICKS), _STEPS[-1])
        while span / step > _MOST_TICKS:
            step *= 2
        moments = _days(self, step // _DAY, zone) if step >= _DAY else _within_days(self, step, zone)
        return _labelled(
            moments, step, zone, dated=self.start.astimezone(zone).date() != self.end.astimezone(zone).date()
        )


def axis(moments: list[datetime], left: float, right: float) -> Axis:
    """The axis that holds all `moments` (at least one)."""
    start, end = min(moments), max(moments)
    if end - start < _SHORTEST:
        middle = start + (end - start) / 2
        start, end = middle - _SHORTEST / 2, middle + _SHORTEST / 2
    return Axis(start, end, left, right)


def _within_days(span: Axis, step: int, zone: tzinfo) -> list[datetime]:
    local = span.start.astimezone(zone)
    # Midnight of the local day by the offset at the start, so that marks stand on whole local hours.
    midnight = datetime.combine(local.date(), time(0), tzinfo=UTC) - (local.utcoffset() or timedelta(0))
    first = int((span.start - midnight).total_seconds() // step)
    moment = midnight + timedelta(seconds=first * step)
    found = []
    while moment <= span.end:
        if moment >= span.start:
            found.append(moment)
        moment += timedelta(seconds=step)
    return found


def _days(span: Axis, step: int, zone: tzinfo) -> list[datetime]:
    day = span.start.astimezone(zone).date()
    found: list[datetime] = []
    while True:
        moment = datetime.combine(day, time(0), tzinfo=zone).astimezone(UTC)
        if moment > span.end:
            return found
        if moment >= span.start:
            found.append(moment)
            day += timedelta(days=step)
        else:
            day += timedelta(days=1)


def _labelled(moments: list[datetime], step: int, zone: tzinfo, *, dated: bool) -> list[Tick]:
    ticks = []
    days = [moment.astimezone(zone).date() for moment in moments]
    fresh = [True, *(one != other for one, other in pairwise(days))]
    for moment, day, new in zip(moments, days, fresh, strict=False):
        local = moment.astimezone(zone)
        if step >= _DAY:
            label = day_and_month(day) if days[0].year == days[-1].year else short_date(day)
            ticks.append(Tick(moment, label, None))
            continue
        label = clock(local) if step >= _MINUTE else f"{clock(local)}:{local.second:02d}"
        ticks.append(Tick(moment, label, day_and_month(day) if dated and new else None))
    return ticks


def spread(positions: list[float], apart: float, left: float, right: float) -> list[float]:
    """Places near `positions` (in rising order), at least `apart` from each other, from `left` to `right`.

    Where that many do not fit they share the room evenly. Groups that touch are centred on their own middle.
    """
    if len(positions) > 1 and apart * (len(positions) - 1) > right - left:
        apart = (right - left) / (len(positions) - 1)
    groups: list[tuple[float, int]] = []  # (where the first of the group stands, how many there are)
    for position in positions:
        first, count = min(max(position, left), right), 1
        while groups and groups[-1][0] + groups[-1][1] * apart > first:
            before, others = groups.pop()
            # Each member wishes the group to begin at its own place less the room of those before it.
            wish = (before * others + (first - others * apart) * count) / (others + count)
            count += others
            first = min(max(wish, left), right - (count - 1) * apart)
        groups.append((first, count))
    return [first + index * apart for first, count in groups for index in range(count)]
