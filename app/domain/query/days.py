"""Moments as people filter by them: `today`, `-7d`, `<2026-11-01`, `1.11.2026`, `2026-11-01..2026-11-15`, `week`.

A filter is kept and shared, so only dates are read that mean the same day in every country and in every year.

A day, week (from Monday) or month is the reader's own, from midnight to midnight of their zone. A length such as `-7d`
is that many times 24 hours from now, to the microsecond: back from now with a minus, ahead without.
"""

import re
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from app.domain.instants import DAY, HOUR, MINUTE, micros
from app.domain.midnights import day_of, midnight


class Point(NamedTuple):
    """A named stretch of time: a day or a row of days that begins so many days, or months, after today or a date.

    `unit` is one of ahead, day, week, month. For `ahead` it is one instant, `offset` microseconds after now.
    """

    unit: str
    offset: int = 0
    on: date | None = None


class Days(NamedTuple):
    """From the beginning of `least` to the beginning of `most`; None has no bound.

    With `past_least` it begins after that stretch, with `with_most` it ends with it.
    """

    least: Point | None
    most: Point | None
    past_least: bool = False
    with_most: bool = False


class Instants(NamedTuple):
    """From `least` (included) to `most` (left out), in microseconds; None has no bound."""

    least: int | None
    most: int | None

    def holds(self, instant: int | None) -> bool:
        """Whether the instant is one of them; there is none without an instant."""
        if instant is None:
            return False
        return (self.least is None or instant >= self.least) and (self.most is None or instant < self.most)


_UNITS = {"m": MINUTE, "h": HOUR, "d": DAY, "w": 7 * DAY}
_WORDS = {
    "today": Point("day"),
    "yesterday": Point("day", -1),
    "tomorrow": Point("day", 1),
    "week": Point("week"),
    "last_week": Point("week", -1),
    "next_week": Point("week", 1),
    "month": Point("month"),
    "last_month": Point("month", -1),
    "next_month": Point("month", 1),
}
DAY_WORDS = tuple(_WORDS)
"""The stretches that have names."""

_YEARS = range(1971, 3000)
"""The years that every database and zone can reckon with."""

_LENGTH = re.compile(r"^([+-]?)(\d{1,4})([mhdw])$")
_DATE = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?$")
_WITH_POINTS = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$")
_COMPARED = re.compile(r"^(<=|>=|<|>|=)(.+)$")


@lru_cache(maxsize=256)
def parse_days(text: str) -> Days | None:
    """Read a date, a word, a length, a comparison or a stretch; None for anything else. Ends belong to a stretch."""
    if ".." in text:
        first, _, last = text.partition("..")
        least, most = _point(first), _point(last)
        return None if least is None or most is None else Days(least, most, with_most=True)
    if (compared := _COMPARED.match(text)) and compared[1] != "=":
        point = _point(compared[2])
        return None if point is None else _compared(compared[1], point)
    point = _point(text.removeprefix("="))
    if point is None:
        return None
    if point.unit == "ahead":
        now = Point("ahead")
        return Days(*((point, now) if point.offset < 0 else (now, point)), with_most=True)
    return Days(point, point, with_most=True)


def _compared(sign: str, point: Point) -> Days:
    return {
        "<": Days(None, point),
        "<=": Days(None, point, with_most=True),
        ">": Days(point, None, past_least=True),
        ">=": Days(point, None),
    }[sign]


def _point(text: str) -> Point | None:
    if (word := text.replace("-", "_").replace(" ", "_")) in _WORDS:
        return _WORDS[word]
    if length := _LENGTH.match(text):
        microseconds = int(length[2]) * _UNITS[length[3]]
        return Point("ahead", -microseconds if length[1] == "-" else microseconds)
    if pointed := _WITH_POINTS.match(text):
        day, month, year = pointed.groups()
        return _date(year, month, day)
    written = _DATE.match(text)
    return None if written is None else _date(*written.groups())


def _date(year: str, month: str, day: str | None) -> Point | None:
    try:
        on = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return Point("day" if day else "month", on=on) if on.year in _YEARS else None


def is_by_calendar(days: Days) -> bool:
    """Whether it depends on what day it is, and not only on how much time has passed."""
    return any(point is not None and point.unit != "ahead" for point in (days.least, days.most))


def instants_of(days: Days, now: datetime, zone: tzinfo | None) -> Instants:
    """The instants that are meant at a moment by a reader in a zone; a zone of None is that of the computer."""
    first = None if days.least is None else _bounds(days.least, now, zone)
    last = None if days.most is None else _bounds(days.most, now, zone)
    if first is not None and last is not None and last < first:
        # A stretch is the same whichever end was written first.
        first, last = last, first
    return Instants(None if first is None else first[days.past_least], None if last is None else last[days.with_most])


def _bounds(point: Point, now: datetime, zone: tzinfo | None) -> tuple[int, int]:
    """Its first instant, and the first one after it."""
    if point.unit == "ahead":
        instant = micros(now) + point.offset
        return instant, instant + 1
    day = point.on or day_of(now, zone)
    if point.unit == "day":
        first = day + timedelta(days=point.offset)
        last = first + timedelta(days=1)
    elif point.unit == "week":
        first = day + timedelta(days=7 * point.offset - day.weekday())
        last = first + timedelta(days=7)
    else:
        first, last = _month(day, point.offset), _month(day, point.offset + 1)
    return micros(midnight(first, zone)), micros(midnight(last, zone))


def _month(day: date, offset: int) -> date:
    months = day.year * 12 + day.month - 1 + offset
    return date(months // 12, months % 12 + 1, 1)
