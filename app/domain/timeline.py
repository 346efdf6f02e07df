"""Opening hours as instants: sorted UTC intervals with running sums, so that each question is one bisection.

For the maximal periods P of constant UTC offset o of a zone, a local date D (midnight as if UTC) and an interval
[s, e) of it, the desk is open on the union of [D + s - o, D + e - o) cut to P (clock research 3.1). Days of 23 and 25
hours, hours that come twice or never, and missing dates follow from this without a special case.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.calendar import Calendar, DayBook
from app.domain.instants import DAY, HOUR, SECOND, micros, moment

HORIZON = 5 * 366 * DAY
"""How far ahead opening time is looked for; what is not reached by then counts as never (clock research 3.1.6)."""

ORIGIN = micros(datetime.fromisoformat("2025-01-01T00:00:00+00:00"))
_CHUNK = 366 * DAY
# Offsets are compared this far apart; no zone has changed its offset and changed it back within so short a time.
_PROBE = 6 * HOUR


class Period(NamedTuple):
    """A stretch of instants [start, end) on which a zone has one UTC offset, in microseconds."""

    start: int
    end: int
    offset: int


# Opening intervals of [low, high): low, high, starts, lengths, the opening time from ORIGIN to each start, and to high.
# The first interval is an empty one at low, so that a bisection always finds something to its left; sums before ORIGIN
# are negative. A plain tuple, because taking a named one apart costs a quarter of a question.
Table = tuple[int, int, list[int], list[int], list[int], int]


def offset_at(zone: ZoneInfo, instant: int) -> int:
    """The UTC offset of a zone at an instant, in microseconds, east positive."""
    offset = moment(instant).astimezone(zone).utcoffset()
    assert offset is not None
    return (offset.days * 86_400 + offset.seconds) * SECOND + offset.microseconds


@lru_cache(maxsize=1024)
def offset_periods(name: str, low: int, high: int) -> tuple[Period, ...]:
    """The periods of constant offset of a zone that make up [low, high), in order."""
    zone = ZoneInfo(name)
    periods = []
    start, probe, offset = low, low, offset_at(zone, low)
    while probe < high:
        ahead = min(probe + _PROBE, high)
        if offset_at(zone, ahead) == offset:
            probe = ahead
            continue
        change = _first_change(zone, probe, ahead, offset)
        periods.append(Period(start, change, offset))
        start, probe, offset = change, change, offset_at(zone, change)
    if start < high:
        periods.append(Period(start, high, offset))
    return tuple(periods)


def _first_change(zone: ZoneInfo, same: int, other: int, offset: int) -> int:
    """The second at which the offset stops being `offset`, known to lie in (same, other]."""
    while other - same > SECOND:
        middle = (same + other) // (2 * SECOND) * SECOND
        if offset_at(zone, middle) == offset:
            same = middle
        else:
            other = middle
    return other


def open_intervals(zone: str, days: DayBook, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The opening intervals of one calendar inside [low, high), in order; neighbours may touch."""
    for start, end, offset in offset_periods(zone, low, high):
        for day in range((start + offset) // DAY, (end + offset - 1) // DAY + 1):
            midnight = day * DAY - offset
            for opens, closes in days.spans_on(day):
                first, last = max(midnight + opens * SECOND, start), min(midnight + closes * SECOND, end)
                if first < last:
                    yield first, last


class Timeline:
    """The opening time of a calendar, or of its successive versions, along the instants.

    All instants and durations are microseconds. The table grows as questions reach further; answers do not depend on
    the questions asked before. A version holds from its instant on: time before was counted by the version before.
    Safe to share between threads, because a table is replaced and never changed.
    """

    __slots__ = ("_books", "table")

    def __init__(self, calendar: Calendar, *later: tuple[int, Calendar]) -> None:
        """Take a calendar and, in order, the instants from which other versions of it hold."""
        versions = [(None, calendar), *later]
        ends = [start for start, _ in later]
        self._books = [
            (start, end, version.zone, DayBook(version))
            for (start, version), end in zip(versions, [*ends, None], strict=True)
        ]
        self.table: Table = (ORIGIN, ORIGIN, [ORIGIN], [0], [0], 0)

    def worked(self, instant: int) -> int:
        """Opening time from `ORIGIN` to the instant; only differences of it mean anything."""
        low, high, starts, lengths, sums, _ = self.table
        if not low <= instant < high:
            low, high, starts, lengths, sums, _ = self._cover(instant)
        at = bisect_right(starts, instant) - 1
        inside, length = instant - starts[at], lengths[at]
        return sums[at] + (inside if inside < length else length)  # noqa: FURB136 - min() costs a third of this method

    def reach(self, work: int, limit: int) -> int | None:
        """The first instant with `worked(instant) >= work`, None if it comes after `limit`.

        The instant must not lie before everything that was asked of `worked` so far.
        """
        _, high, starts, _, sums, total = self.table
        while work > total:
            if high > limit:
                return None
            _, high, starts, _, sums, total = self._cover(high)
        at = bisect_left(sums, work) - 1
        instant = starts[at] + work - sums[at]
        return instant if instant <= limit else None

    def elapsed(self, start: int, end: int) -> int:
        """Opening time in [start, end), 0 if the end is not later."""
        return self.worked(end) - self.worked(start) if start < end else 0

    def add(self, start: int, duration: int) -> int | None:
        """The first instant at or after `start` by which `duration` of opening time has passed.

        Time that runs out at closing ends at closing, not at the next opening. None if it takes over five years.
        """
        if duration <= 0:
            return start
        return self.reach(self.worked(start) + duration, start + HORIZON)

    def is_open(self, instant: int) -> bool:
        """Whether the desk is open at the instant; the closing instant itself is closed."""
        return self.worked(instant + 1) > self.worked(instant)

    def next_open(self, instant: int) -> int | None:
        """The first open instant at or after this one, None if there is none in five years."""
        after = self.reach(self.worked(instant) + 1, instant + HORIZON)
        return None if after is None else after - 1

    def intervals(self, start: int, end: int) -> list[tuple[int, int]]:
        """The opening intervals inside [start, end), in order; neighbours may touch."""
        self.worked(start)
        self.worked(end)
        _, _, starts, lengths, _, _ = self.table
        first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
        cut = ((max(starts[i], start), min(starts[i] + lengths[i], end)) for i in range(first, last))
        return [(opens, closes) for opens, closes in cut if opens < closes]

    def version_at(self, instant: int) -> int:
        """Which of the calendars given to the constructor holds at the instant, from 0."""
        # Most calendars have one version, and every save asks.
        return sum([start is not None and start <= instant for start, _, _, _ in self._books]) if self._books[1:] else 0

    def _cover(self, instant: int) -> Table:
        """Grow the table to whole chunks until it holds the instant; the sums that exist keep their values."""
        table = self.table
        low, high, *_ = table
        if instant >= high:
            end = high + ((instant - high) // _CHUNK + 1) * _CHUNK
            table = _appended(table, self._between(high, end), end)
        elif instant < low:
            start = low - ((low - instant - 1) // _CHUNK + 1) * _CHUNK
            table = _prepended(table, self._between(start, low), start)
        self.table = table
        return table

    def _between(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        for start, end, zone, days in self._books:
            first = low if start is None else max(low, start)
            last = high if end is None else min(high, end)
            if first < last:
                yield from open_intervals(zone, days, first, last)


def _appended(table: Table, intervals: Iterator[tuple[int, int]], end: int) -> Table:
    """A table with more intervals, up to a new end."""
    low, _, starts, lengths, sums, total = table
    starts, lengths, sums = list(starts), list(lengths), list(sums)
    for opens, closes in intervals:
        if starts[-1] + lengths[-1] == opens and lengths[-1]:
            lengths[-1] += closes - opens
        else:
            starts.append(opens)
            lengths.append(closes - opens)
            sums.append(total)
        total += closes - opens
    return low, end, starts, lengths, sums, total


def _prepended(table: Table, intervals: Iterator[tuple[int, int]], start: int) -> Table:
    """A table with intervals before it, whose sums run up to its first one; the empty head moves to the new start."""
    low, high, starts, lengths, sums, total = table
    _, _, early_starts, early_lengths, early_sums, worked = _appended(
        (start, start, [start], [0], [0], 0), intervals, low
    )
    shift = sums[0] - worked
    early_sums = [value + shift for value in early_sums]
    return start, high, early_starts + starts[1:], early_lengths + lengths[1:], early_sums + sums[1:], total
