"""What is drawn of a life of clocks: local days with open time, pauses and marks; pure, so that it is tested alone."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from app.domain.calendar import DAY_SECONDS, Calendar, DayBook, Span, Spans, day_number

MOST_DAYS = 14
_BEFORE_GAP = 6


class Moment(NamedTuple):
    """Something to mark: when (UTC), what is written, its tone, and whether it is a due time rather than a point."""

    at: datetime
    text: str
    tone: str
    is_due: bool = False


class Mark(NamedTuple):
    """A moment in its column, in seconds of the local wall clock."""

    second: int
    text: str
    tone: str
    is_due: bool


class Column(NamedTuple):
    """One local day, or a gap (`day` None) of so many days that are left out."""

    day: date | None
    left_out: int = 0
    open: Spans = ()
    paused: Spans = ()
    before: int = 0
    after: int = DAY_SECONDS
    marks: tuple[Mark, ...] = ()


def columns(
    calendar: Calendar, created: datetime, pauses: Sequence[tuple[datetime, datetime]], moments: Sequence[Moment]
) -> tuple[Column, ...]:
    """The days from the creation to the last moment; long lives show their beginning and their end.

    `before` and `after` of a column say where the life begins and ends on that day.
    """
    zone = ZoneInfo(calendar.zone)
    last = max([created, *(moment.at for moment in moments), *(end for _begin, end in pauses)])
    first_day, last_day = _local(created, zone)[0], _local(last, zone)[0]
    days = [first_day + timedelta(days=number) for number in range((last_day - first_day).days + 1)]
    left_out = 0
    if len(days) > MOST_DAYS:
        left_out = len(days) - (MOST_DAYS - 1)
        days = [*days[:_BEFORE_GAP], *days[_BEFORE_GAP + left_out :]]
    book = DayBook(calendar)
    found: list[Column] = []
    for place, day in enumerate(days):
        if left_out and place == _BEFORE_GAP:
            found.append(Column(None, left_out))
        found.append(_column(day, book, zone, created, last, pauses, moments))
    return tuple(found)


def _column(
    day: date,
    book: DayBook,
    zone: ZoneInfo,
    created: datetime,
    last: datetime,
    pauses: Sequence[tuple[datetime, datetime]],
    moments: Sequence[Moment],
) -> Column:
    marks = [
        Mark(second, moment.text, moment.tone, moment.is_due)
        for moment in moments
        for local, second in [_local(moment.at, zone)]
        if local == day
    ]
    paused = tuple(span for begin, end in pauses for span in _part(day, begin, end, zone))
    begun, ended = _part_of(day, created, last, zone)
    return Column(
        day, 0, book.spans_on(day_number(day)), paused, begun, ended, tuple(sorted(marks, key=lambda one: one.second))
    )


def _part_of(day: date, begin: datetime, end: datetime, zone: ZoneInfo) -> tuple[int, int]:
    return next(((span.start, span.end) for span in _part(day, begin, end, zone)), (0, 0))


def _part(day: date, begin: datetime, end: datetime, zone: ZoneInfo) -> Iterator[Span]:
    """The part of a local day that lies between two instants."""
    first, low = _local(begin, zone)
    last, high = _local(end, zone)
    if not first <= day <= last:
        return
    start = low if day == first else 0
    stop = high if day == last else DAY_SECONDS
    if start < stop:
        yield Span(start, stop)


def _local(moment: datetime, zone: ZoneInfo) -> tuple[date, int]:
    local = moment.astimezone(zone)
    return local.date(), local.hour * 3600 + local.minute * 60 + local.second
