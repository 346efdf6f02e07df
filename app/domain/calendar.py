"""Business calendars: when a desk is open, in the wall clock of its own zone.

A calendar is a value that never changes; an edit makes a new version that holds from an instant on. The definition
is the one of the clock research 3.1: an instant is open exactly when its local wall clock lies in an interval of its
local date. `app.domain.timeline` turns this into instants.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import BadInput
from app.domain.wording import marked, tr

DAY_SECONDS = 24 * 60 * 60
WEEKDAYS: Final = (
    marked("Monday"),
    marked("Tuesday"),
    marked("Wednesday"),
    marked("Thursday"),
    marked("Friday"),
    marked("Saturday"),
    marked("Sunday"),
)
"""In English; `weekday` says them."""

_FIRST_DAY = date(1970, 1, 1).toordinal()
_THURSDAY = 3  # the weekday of 1970-01-01, Monday being 0


def weekday(day: int) -> str:
    """The name of a day of the week, Monday being 0."""
    return tr(WEEKDAYS[day])


class Span(NamedTuple):
    """Part of a local day, in seconds of its wall clock: [start, end), end at most 24:00."""

    start: int
    end: int


Spans = tuple[Span, ...]
WHOLE_DAY = Span(0, DAY_SECONDS)
CLOSED_WEEK: tuple[Spans, ...] = ((),) * 7
ALWAYS_WEEK: tuple[Spans, ...] = ((WHOLE_DAY,),) * 7


class Holiday(NamedTuple):
    """A local date, or a part of it, on which the desk is closed whatever else is said."""

    day: date
    span: Span = WHOLE_DAY
    name: str = ""


class Override(NamedTuple):
    """Hours that replace those of the weekday on one local date; none at all close the day."""

    day: date
    spans: Spans


@dataclass(frozen=True, slots=True)
class Calendar:
    """Opening hours of a week from Monday on, holidays and special days, in the wall clock of an IANA zone.

    Spans may overlap, touch and stand in any order: they are a set of wall-clock seconds. A holiday beats an
    override, which beats the weekday. Raises `BadInput` for a zone or a span that does not exist; a calendar that is
    never open is a legal value (`app.domain.sla.validate` refuses to publish one).
    """

    zone: str
    week: tuple[Spans, ...]
    holidays: tuple[Holiday, ...] = ()
    overrides: tuple[Override, ...] = ()

    def __post_init__(self) -> None:
        _check_zone(self.zone)
        if len(self.week) != len(WEEKDAYS):
            raise BadInput(tr("A week has seven days; {count} are given.", count=len(self.week)), "week")
        for day, spans in enumerate(self.week):
            _check_spans(weekday(day), spans)
        for holiday in self.holidays:
            _check_spans(tr("The holiday on {day}", day=holiday.day), (holiday.span,))
        for override in self.overrides:
            _check_spans(tr("The special day {day}", day=override.day), override.spans)


class CalendarVersion(NamedTuple):
    """One published state of a calendar: it holds from an instant (microseconds, UTC) until the next version's."""

    calendar_id: str
    number: int
    effective_from: int
    calendar: Calendar


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput(
            tr("There is no time zone “{zone}”. Choose an IANA name such as Europe/Berlin.", zone=zone), "zone"
        ) from error


def _check_spans(where: str, spans: Iterable[Span]) -> None:
    for start, end in spans:
        if not 0 <= start < end <= DAY_SECONDS:
            raise BadInput(
                tr(
                    "{where}: hours must start before they end, between 00:00 and 24:00. Split a night shift at "
                    "midnight into two days.",
                    where=where,
                ),
                "week",
            )


def day_number(day: date) -> int:
    """Days from 1970-01-01 to a local date; the engine counts dates this way."""
    return day.toordinal() - _FIRST_DAY


def union(spans: Iterable[Span]) -> Spans:
    """The same set of seconds as sorted spans that neither overlap nor touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def without(spans: Spans, closed: Span) -> Spans:
    """The seconds of sorted spans that do not lie in `closed`."""
    rest = []
    for start, end in spans:
        rest += [Span(a, b) for a, b in ((start, min(end, closed.start)), (max(start, closed.end), end)) if a < b]
    return tuple(rest)


class DayBook:
    """The opening spans of any local date: the week, with the special days worked out once."""

    __slots__ = ("_special", "_week")

    def __init__(self, calendar: Calendar) -> None:
        self._week = tuple(union(spans) for spans in calendar.week)
        self._special: dict[int, Spans] = {}
        for override in calendar.overrides:
            self._special[day_number(override.day)] = union(override.spans)
        for holiday in calendar.holidays:
            day = day_number(holiday.day)
            self._special[day] = without(self.spans_on(day), holiday.span)

    def spans_on(self, day: int) -> Spans:
        """Sorted, disjoint opening spans of the date with this `day_number`."""
        special = self._special.get(day)
        return self._week[(day + _THURSDAY) % 7] if special is None else special


def is_never_open(calendar: Calendar) -> bool:
    """Whether no weekday and no special day has a second of opening."""
    return not any(calendar.week) and not any(override.spans for override in calendar.overrides)


def weekly_seconds(week: Sequence[Spans]) -> int:
    """Opening seconds of a week without holidays: what "one working week" means to this calendar."""
    return sum(end - start for spans in week for start, end in union(spans))
