"""Calendars that count wrongly."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from app.domain import calendar as rules
from app.domain import timeline
from app.domain.calendar import DAY_SECONDS, WHOLE_DAY, Calendar, DayBook, Holiday, Span, Spans, day_number
from app.domain.instants import DAY, MINUTE, SECOND
from app.domain.timeline import Period, Timeline, offset_at
from tests.mutants.patching import Mutant, collector, swap

MUTANTS: dict[str, Mutant] = {}
mutant = collector(MUTANTS)


def _rewritten(change: Callable[[Calendar], Calendar]) -> None:
    """Let every timeline be built from calendars that were changed first."""

    def make(right: Any) -> Any:
        def init(self: DayBook, calendar: Calendar) -> None:
            right(self, change(calendar))

        return init

    swap(DayBook, "__init__", make)


def _with_spans(change: Callable[[Spans], Spans]) -> None:
    swap(DayBook, "spans_on", lambda right: lambda self, day: change(right(self, day)))


def _replaced(calendar: Calendar, **changes: Any) -> Calendar:
    parts = {name: getattr(calendar, name) for name in ("zone", "week", "holidays", "overrides")}
    return Calendar(**{**parts, **changes})


@mutant("calendar read in UTC")
def _in_utc() -> None:
    swap(timeline, "offset_periods", lambda _: lambda _zone, low, high: (Period(low, high, 0),))


@mutant("one UTC offset for the whole life of the zone")
def _one_offset() -> None:
    swap(
        timeline,
        "offset_periods",
        lambda _: lambda zone, low, high: (Period(low, high, offset_at(ZoneInfo(zone), low)),),
    )


def _days(low: int, high: int) -> range:
    return range(low // DAY - 2, high // DAY + 3)


@mutant("one UTC offset per local day")
def _offset_of_midnight() -> None:
    def wrong(zone: str, days: DayBook, low: int, high: int) -> Iterator[tuple[int, int]]:
        for day in _days(low, high):
            offset = offset_at(ZoneInfo(zone), day * DAY - offset_at(ZoneInfo(zone), day * DAY))
            for start, end in days.spans_on(day):
                first = max(day * DAY + start * SECOND - offset, low)
                last = min(day * DAY + end * SECOND - offset, high)
                if first < last:
                    yield first, last

    swap(timeline, "open_intervals", lambda _: wrong)


@mutant("local start + local length")
def _start_and_length() -> None:
    def wrong(zone: str, days: DayBook, low: int, high: int) -> Iterator[tuple[int, int]]:
        for day in _days(low, high):
            for start, end in days.spans_on(day):
                wall = day * DAY + start * SECOND
                offset = offset_at(ZoneInfo(zone), wall - offset_at(ZoneInfo(zone), wall))
                first, last = max(wall - offset, low), min(wall - offset + (end - start) * SECOND, high)
                if first < last:
                    yield first, last

    swap(timeline, "open_intervals", lambda _: wrong)


@mutant("holidays by UTC date")
def _utc_holidays() -> None:
    closed: dict[DayBook, tuple[Holiday, ...]] = {}

    def without(right: Any) -> Any:
        def init(self: DayBook, calendar: Calendar) -> None:
            closed[self] = calendar.holidays
            right(self, _replaced(calendar, holidays=()))

        return init

    def wrong(right: Any) -> Any:
        def intervals(zone: str, days: DayBook, low: int, high: int) -> Iterator[tuple[int, int]]:
            found = list(right(zone, days, low, high))
            for holiday in closed[days]:
                start, end = (day_number(holiday.day) * DAY + second * SECOND for second in holiday.span)
                pieces = [((a, min(b, start)), (max(a, end), b)) for a, b in found]
                found = [(a, b) for pair in pieces for a, b in pair if a < b]
            yield from found

        return intervals

    swap(DayBook, "__init__", without)
    swap(timeline, "open_intervals", wrong)


@mutant("holidays ignored")
def _no_holidays() -> None:
    _rewritten(lambda calendar: _replaced(calendar, holidays=()))


@mutant("half-day holidays taken as whole days")
def _whole_holidays() -> None:
    def whole(calendar: Calendar) -> Calendar:
        return _replaced(calendar, holidays=tuple(item._replace(span=WHOLE_DAY) for item in calendar.holidays))

    _rewritten(whole)


@mutant("special hours (overrides) ignored")
def _no_overrides() -> None:
    _rewritten(lambda calendar: _replaced(calendar, overrides=()))


@mutant("special hours beat holidays")
def _overrides_win() -> None:
    def change(calendar: Calendar) -> Calendar:
        special = {override.day for override in calendar.overrides}
        return _replaced(calendar, holidays=tuple(item for item in calendar.holidays if item.day not in special))

    _rewritten(change)


@mutant("only the first interval of a day")
def _first_only() -> None:
    _with_spans(lambda spans: spans[:1])


@mutant("overlapping intervals counted twice")
def _no_union() -> None:
    swap(rules, "union", lambda _: lambda spans: tuple(sorted(spans)))


@mutant("24:00 stored as 23:59")
def _short_day() -> None:
    _with_spans(lambda spans: tuple(Span(a, b - 60 if b == DAY_SECONDS else b) for a, b in spans if a < b - 60))


@mutant("opening interval closed at both ends (one minute more)")
def _one_minute_more() -> None:
    _with_spans(lambda spans: tuple(Span(a, min(b + 60, DAY_SECONDS)) for a, b in spans))


@mutant("minutes that end at closing time give the next opening")
def _next_opening() -> None:
    def make(right: Any) -> Any:
        def reach(self: Timeline, work: int, limit: int) -> int | None:
            found = right(self, work, limit)
            _, _, starts, _, sums, _ = self.table
            at = bisect_right(sums, work) - 1
            return starts[at] if found is not None and sums[at] == work and starts[at] > found else found

        return reach

    swap(Timeline, "reach", make)


@mutant("seconds cut off")
def _minutes_only() -> None:
    swap(Timeline, "worked", lambda right: lambda self, instant: right(self, instant - instant % MINUTE))
