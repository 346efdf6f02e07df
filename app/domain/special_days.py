"""Holidays and special days as people type, merge and read them; the rules of `app.domain.calendar` decide."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from app.domain.calendar import WEEKDAYS, WHOLE_DAY, Calendar, Holiday, Override, Span, Spans, union, weekday
from app.domain.calendar_input import read_week, write_day
from app.domain.errors import BadInput
from app.domain.wording import marked, tr, trn

_WHOLE = (marked("Whole day"), marked("Closed"))
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


def read_day(text: str) -> date:
    """The local date that was typed as 2026-12-24; `BadInput` for anything else, and for a day that does not exist."""
    found = _ISO.match(text.strip())
    if found is None:
        raise BadInput(tr("“{text}” is no date. Write it like 2026-12-24.", text=text.strip()), "day")
    try:
        return date(*map(int, found.groups()))
    except ValueError as error:
        raise BadInput(tr("There is no day {text}.", text=text.strip()), "day") from error


def read_holiday(day: str, name: str, closed: str) -> Holiday:
    """An own holiday; `closed` is the part of the day such as "12:00-24:00", the whole day where it is empty."""
    when = read_day(day)
    words = closed.strip().lower()
    if words in {"", "whole day", "all day", "closed", *(tr(word).lower() for word in _WHOLE)}:
        return Holiday(when, WHOLE_DAY, name.strip())
    spans = _one_day(closed, "closed")
    if len(spans) != 1:
        raise BadInput(
            tr("Give one part of the day, such as 12:00-24:00; enter a second part as another line."), "closed"
        )
    return Holiday(when, spans[0], name.strip())


def read_override(day: str, hours: str) -> Override:
    """A special day; empty hours or "closed" close it."""
    return Override(read_day(day), _one_day(hours, "hours"))


def _one_day(text: str, field: str) -> Spans:
    """Hours of one date; a night shift would reach into the next date and has to be entered there."""
    try:
        typed = read_week([text, *[""] * 6])
    except BadInput as error:
        raise BadInput(str(error).removeprefix(f"{weekday(0)}: "), field) from error
    if typed.week[1]:
        raise BadInput(tr("These hours go past midnight. Enter the rest on the next day."), field)
    return union(typed.week[0])


def with_holidays(holidays: Sequence[Holiday], added: Iterable[Holiday]) -> tuple[Holiday, ...]:
    """Both in order of days; a day and part that is there already keeps its name."""
    known = {(holiday.day, holiday.span): holiday for holiday in [*added, *holidays]}
    return tuple(sorted(known.values()))


def with_override(overrides: Sequence[Override], added: Override) -> tuple[Override, ...]:
    """The special days with one more; a day has one set of hours, so a former one is replaced."""
    return tuple(sorted([*(one for one in overrides if one.day != added.day), added]))


def part_words(span: Span) -> str:
    """The part of a holiday that is closed: "Whole day", "12:00-24:00"."""
    return tr("Whole day") if span == WHOLE_DAY else write_day((span,))


def hours_words(spans: Spans) -> str:
    """The hours of a special day: "09:00-12:00", "Closed"."""
    return write_day(spans) or tr("Closed")


def changed_words(before: Calendar, after: Calendar) -> str:
    """In a few words what differs between two calendars: "hours of Monday and Friday, 2 holidays, time zone"."""
    days = [weekday(day) for day in range(7) if union(before.week[day]) != union(after.week[day])]
    parts = [tr("hours of {listed}", listed=_listed(days))] if days else []
    holidays = len(set(before.holidays) ^ set(after.holidays))
    special = len(set(before.overrides) ^ set(after.overrides))
    parts += [trn("{n} holiday", "{n} holidays", holidays)] if holidays else []
    parts += [trn("{n} special day", "{n} special days", special)] if special else []
    parts += [tr("time zone")] if before.zone != after.zone else []
    return ", ".join(parts)


def _listed(names: Sequence[str]) -> str:
    if len(names) == len(WEEKDAYS):
        return tr("every day")
    return names[0] if len(names) == 1 else tr("{names} and {name}", names=", ".join(names[:-1]), name=names[-1])
