"""Putting an incident off: the moment until which, as it may be typed and as it may be kept.

It is put off for everybody, because what waits to be sorted is one list of the desk: whoever puts it off says that
nobody needs to look before then. Clocks go on, and whatever happens on it wakes it.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from app.domain.errors import BadInput
from app.domain.moments import can_be_kept
from app.domain.wording import marked, tr

_MORNING: Final = time(9)
_UNITS: Final = {"m": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}
_LENGTH = re.compile(r"(?:in )?(\d{1,3}) ?([mhdw])[a-z]*")
_DAY = re.compile(r"(?:on )?(today|tomorrow|mon|tue|wed|thu|fri|sat|sun|\d{4}-\d{2}-\d{2})[a-z]*")
_CLOCK = re.compile(r"(?:at )?(\d{1,2})(?::(\d{2}))?")
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\.?")
_TYPED: Final = {
    # Translators: the words that people type, each with those that mean the same, parted by commas.
    "today": marked("today"), "tomorrow": marked("tomorrow"), "in": marked("in, within"), "on": marked("on, next"),
    "at": marked("at, about"), "": marked("o'clock"),
    "m": marked("m, min, minute, minutes"), "h": marked("h, hour, hours"), "d": marked("d, day, days"),
    "w": marked("w, week, weeks"),
    "mon": marked("mon, monday"), "tue": marked("tue, tuesday"), "wed": marked("wed, wednesday"),
    "thu": marked("thu, thursday"), "fri": marked("fri, friday"), "sat": marked("sat, saturday"),
    "sun": marked("sun, sunday"),
}  # fmt: skip


def typed_pause(text: str, now: datetime) -> datetime | None:
    """The moment that is meant by `in 2h`, `tomorrow 9`, `at 16:30`, `friday` or `2026-12-01 14:00`; None for none.

    The words may be those of the reader's language (`morgen 9`, `in 2 Stunden`); English is understood everywhere.
    `now` is the time on the reader's wall, without a zone, and so is the answer. A day without a time means nine.
    """
    text = _in_english(text)
    if length := _LENGTH.fullmatch(text):
        return now + timedelta(minutes=int(length[1]) * _UNITS[length[2]])
    named = _DAY.match(text)
    rest = text[named.end() :].strip() if named else text
    clock = _CLOCK.fullmatch(rest)
    if clock is None and (rest or named is None):
        return None
    day = now.date() if named is None else _day(named[1], now)
    at = _MORNING if clock is None else _time(int(clock[1]), int(clock[2] or 0))
    if day is None or at is None:
        return None
    found = datetime.combine(day, at)
    # A time that has passed today is meant for tomorrow.
    return found + timedelta(days=1) if named is None and found <= now else found


def _in_english(text: str) -> str:
    """What was typed with the words of the reader's language as those that are understood here."""
    known = {word: meant for meant, words in _TYPED.items() for word in tr(words).lower().split(", ")}
    meant = _TOKEN.sub(lambda found: known.get(found[0].rstrip("."), found[0]), text.lower())
    return " ".join(meant.split())


def _day(name: str, now: datetime) -> date | None:
    if name in {"today", "tomorrow"}:
        return now.date() + timedelta(days=name == "tomorrow")
    if name in _WEEK:
        return now.date() + timedelta(days=(_WEEK.index(name) - now.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def checked_pause(until: datetime, now: datetime) -> datetime:
    """The moment, unless it is none until which something can be put off."""
    if not can_be_kept(until):
        raise BadInput(tr("That is no moment before the year 2200."), "snoozed_until")
    if until <= now:
        raise BadInput(tr("That is over already; choose a later time."), "snoozed_until")
    return until
