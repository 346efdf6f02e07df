"""Lengths of time as people write them for targets: hours and minutes, never days.

A "day" is three working days in one product and one round of the clock in another (product research 3.5), so it is
refused with the hours it would have been, and shown only beside them.
"""

import re
from collections.abc import Sequence

from app.domain.calendar import DAY_SECONDS, Spans, weekly_seconds
from app.domain.errors import BadInput
from app.domain.instants import HOUR, MINUTE, SECOND
from app.domain.wording import tr

_CLOCK = re.compile(r"^(\d{1,5}):([0-5]\d)$")
_PIECE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)")
_UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), HOUR),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), MINUTE),
    **dict.fromkeys(("s", "sec", "second", "seconds"), SECOND),
}
_DAYS = {"d", "day", "days", "bd", "wd"}
_WEEKS = {"w", "wk", "week", "weeks"}
_LONGEST = 5 * 366 * 24 * HOUR
_WHOLE_DAY = 24 * HOUR


def read_duration(text: str, field: str | None = None, *, week: Sequence[Spans] | None = None) -> int | None:
    """The microseconds of "4 h", "30 m", "1 h 30 m", "1:30" or "90 min"; None for an empty text.

    With the `week` of the calendar in which it is to be counted, the refusal of a day names its hours. Raises
    `BadInput` for what cannot be read, for days and weeks, for 0 and for more than five years.
    """
    words = text.strip().lower()
    if not words or words in {"-", "–", "none"}:
        return None
    clock = _CLOCK.match(words)
    found = int(clock[1]) * HOUR + int(clock[2]) * MINUTE if clock else _sum(words, text.strip(), field, week)
    if not 0 < found <= _LONGEST:
        raise BadInput(tr("“{text}” is not a length between a second and five years.", text=text.strip()), field)
    return found


def _sum(words: str, shown: str, field: str | None, week: Sequence[Spans] | None) -> int:
    pieces = _PIECE.findall(words)
    if _PIECE.sub("", words).strip(" ,") or not pieces:
        if words.replace(".", "", 1).isdecimal():
            raise BadInput(tr("{shown} of what? Write {shown} h or {shown} m.", shown=shown), field)
        raise BadInput(tr("“{shown}” is no length of time. Write 4 h, 30 m or 1 h 30 m.", shown=shown), field)
    total = 0
    for number, unit in pieces:
        if unit in _DAYS | _WEEKS:
            raise BadInput(_no_days(float(number.replace(",", ".")), unit in _WEEKS, week), field)
        if unit not in _UNITS:
            raise BadInput(tr("“{unit}” is no unit here. Write h for hours and m for minutes.", unit=unit), field)
        # Hundredths are enough for what people write, and keep the sum in whole microseconds.
        total += round(float(number.replace(",", ".")) * 100) * _UNITS[unit] // 100
    return total


def _no_days(number: float, is_weeks: bool, week: Sequence[Spans] | None) -> str:
    what = "A week" if is_weeks else "A day"
    one = None if week is None else weekly_seconds(week) * SECOND if is_weeks else working_day(week)
    if not one:
        return tr(
            "{what} is no unit here, because it means different hours in different calendars. Write hours.", what=what
        )
    return tr(
        "{what} is no unit here. Write the hours of this calendar: {write_duration}.",
        what=what,
        write_duration=write_duration(int(number * one)),
    )


def write_duration(length: int | None) -> str:
    """A length as `read_duration` reads it back: "4 h", "1 h 30 m", "30 m"; empty for None."""
    if length is None:
        return ""
    hours, rest = divmod(length, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds = rest // SECOND
    parts = [f"{hours} h" if hours else "", f"{minutes} m" if minutes else "", f"{seconds} s" if seconds else ""]
    return " ".join(part for part in parts if part) or "0 m"


def working_day(week: Sequence[Spans]) -> int:
    """Opening time of a usual day, in microseconds: the most frequent length, of several the longest; 0 for none."""
    lengths = [weekly_seconds((spans,)) * SECOND for spans in week if spans]
    return max(lengths, key=lambda length: (lengths.count(length), length), default=0)


def in_working_days(length: int | None, week: Sequence[Spans]) -> str:
    """A length in the days of a calendar: "= 3 working days", "= 2 days" if it is always open; empty below one."""
    day = working_day(week)
    if length is None or not day or length < day:
        return ""
    tenths = round(10 * length / day)
    number = f"{tenths // 10}" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"
    exact = tenths * day == 10 * length
    sign = "=" if exact else "≈"
    if number == "1":
        return tr("{sign} 1 day", sign=sign) if day == _WHOLE_DAY else tr("{sign} 1 working day", sign=sign)
    if day == _WHOLE_DAY:
        return tr("{sign} {number} days", sign=sign, number=number)
    return tr("{sign} {number} working days", sign=sign, number=number)


def write_hours(seconds: int) -> str:
    """Opening time of a day or a week: "45 h", "37 h 30 m", "closed" for none, "24 h" for a whole day."""
    if seconds <= 0:
        return tr("closed")
    return write_duration(min(seconds, 7 * DAY_SECONDS) * SECOND)
