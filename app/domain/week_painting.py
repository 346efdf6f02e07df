"""Opening hours changed in quarter hours, as somebody paints them on a week: add, take away, copy a day.

Hours that are not on a quarter stay exact as long as nobody paints over them.
"""

from collections.abc import Iterable, Sequence

from app.domain.calendar import DAY_SECONDS, Span, Spans, union, weekday, without
from app.domain.calendar_input import TypedWeek, read_week, write_day
from app.domain.wording import tr

STEP = 15 * 60
"""Seconds of one step of the grid."""

STEPS = DAY_SECONDS // STEP

Week = tuple[Spans, ...]


def steps_span(first: int, last: int) -> Span:
    """The span of the steps from `first` to `last`, both included, in either order."""
    low, high = sorted((first, last))
    return Span(low * STEP, (high + 1) * STEP)


def is_open(week: Sequence[Spans], day: int, step: int) -> bool:
    """Whether the whole quarter hour is open."""
    begin = step * STEP
    return any(start <= begin and end >= begin + STEP for start, end in union(week[day]))


def all_open(week: Sequence[Spans], days: Iterable[int], span: Span) -> bool:
    """Whether a span is open from end to end on each of the days."""
    return all(any(start <= span.start and end >= span.end for start, end in union(week[day])) for day in days)


def painted(week: Sequence[Spans], days: Iterable[int], span: Span, *, opened: bool) -> Week:
    """The week with a span of these days opened or closed."""
    chosen = set(days)
    return tuple(_painted_day(spans, span, opened) if day in chosen else spans for day, spans in enumerate(week))


def _painted_day(spans: Spans, span: Span, opened: bool) -> Spans:
    return union([*spans, span]) if opened else without(union(spans), span)


def copied(week: Sequence[Spans], source: int, targets: Iterable[int]) -> Week:
    """The week with the hours of one day on other days too."""
    chosen = set(targets)
    return tuple(week[source] if day in chosen else spans for day, spans in enumerate(week))


def typed_on(week: Sequence[Spans], days: Iterable[int], text: str) -> TypedWeek:
    """The week with typed hours on these days; hours past midnight go to the next day, where they are added.

    Raises `BadInput` with the day and the piece that cannot be read.
    """
    chosen = set(days)
    lines = [text if day in chosen else write_day(union(spans)) for day, spans in enumerate(week)]
    read = read_week(lines)
    return TypedWeek(tuple(union(spans) for spans in read.week), read.notes)


def day_words(day: int, spans: Spans) -> str:
    """A day as it is spoken: "Monday, 08:00 to 12:00 and 13:00 to 17:00", "Sunday, closed"."""
    pieces = [piece.replace("-", tr(" to ")) for piece in write_day(union(spans)).split(", ") if piece]
    return f"{weekday(day)}, {(tr(' and ').join(pieces) if pieces else tr('closed'))}"
