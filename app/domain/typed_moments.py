"""A day and a time as people type them: `tomorrow 9`, `in 2h`, `friday 14:30`, `24.12.`, `12/24 2 pm`, `24 Dec`.

Words may be those of the reader's language; English and dates that begin with the year are read everywhere.
"""

import re
from datetime import date, datetime, time, timedelta
from typing import Final, Literal

from app.domain.wording import marked, tr

DateOrder = Literal["dmy", "mdy", "ymd"]
"""In which order the reader writes the day, the month and the year of a date in figures."""

_MORNING: Final = time(9)
_UNITS: Final = {"m": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}
_WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LENGTH = re.compile(r"(?:in )?(\d{1,3}) ?([mhdw])[a-z]*")
_NAMED = re.compile(r"(today|tomorrow|mon|tue|wed|thu|fri|sat|sun)[a-z]*(?= |$)")
_BESIDE = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\S)")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-./]) ?(?P<first>\d{1,2})\2 ?(?P<second>\d{1,2})\2?,?(?= |$)")
_IN_FIGURES = re.compile(
    r"(?P<first>\d{1,2})(?P<sign>[./-]) ?(?P<second>\d{1,2})"
    r"(?:(?P=sign)(?: ?(?P<year>\d{4})|(?P<short>\d{2}))?)?,?(?= |$)"
)
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_IN_WORDS = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)? ?{_MONTH}(?:,? (?P<year>\d{{4}}))?,?(?= |$)"),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:,? (?P<year>\d{{4}}))?,?(?= |$)"),
)
_CLOCK = re.compile(r"(?:at )?(\d{1,2})(?:[:.](\d{2}))?(?: ([ap]))?")
_HALF = re.compile(r"(?<=\d) ?([ap])\.?m\.?$")
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
    "jan": marked("jan, january"), "feb": marked("feb, february"), "mar": marked("mar, march"),
    "apr": marked("apr, april"), "may": marked("may"), "jun": marked("jun, june"), "jul": marked("jul, july"),
    "aug": marked("aug, august"), "sep": marked("sep, sept, september"), "oct": marked("oct, october"),
    "nov": marked("nov, november"), "dec": marked("dec, december"),
}  # fmt: skip


def typed_moment(text: str, now: datetime, order: DateOrder, *, ahead: bool = True) -> datetime | None:
    """The moment that is meant, and None where none is.

    `now` is the time on the reader's wall, without a zone, and so is the answer. A day without a time means nine. What
    leaves the day, the week or the year open is the next such moment, or the nearest one where it is not `ahead`.
    """
    text = _in_english(text)
    named = _day_of(text, now, order, ahead=ahead)
    if named is None and (length := _LENGTH.fullmatch(text)):
        return now + timedelta(minutes=int(length[1]) * _UNITS[length[2]])
    day, rest = (now.date(), text) if named is None else named
    at = _clock(rest)
    if at is None and (rest or named is None):
        return None
    found = datetime.combine(day, at or _MORNING)
    # A time that has passed today is meant for tomorrow.
    return found + timedelta(days=1) if ahead and named is None and found <= now else found


def _in_english(text: str) -> str:
    """What was typed with the words of the reader's language as those that are understood here."""
    known = {word: meant for meant, words in _TYPED.items() for word in tr(words).lower().split(", ")}
    # The half of the day first: `am` is a word of its own in German.
    halved = _HALF.sub(r" \1", text.lower().strip())
    meant = _TOKEN.sub(lambda found: known.get(found[0].rstrip("."), found[0]), halved)
    return " ".join(meant.split())


def _day_of(text: str, now: datetime, order: DateOrder, *, ahead: bool) -> tuple[date, str] | None:
    """The day with which the text begins, and what is said behind it."""
    text = text.removeprefix("on ")
    beside = _BESIDE.match(text)
    written = _date_of(text[beside.end() :] if beside else text, now.date(), order, ahead=ahead)
    if written is not None:
        # The weekday beside a date has to be that of it.
        return written if beside is None or written[0].weekday() == _WEEK.index(beside[1]) else None
    named = _NAMED.match(text)
    return None if named is None else (_named(named[1], now.date(), ahead=ahead), text[named.end() :].strip())


def _named(name: str, today: date, *, ahead: bool) -> date:
    if name not in _WEEK:
        return today + timedelta(days=name == "tomorrow")
    days = (_WEEK.index(name) - today.weekday()) % 7
    if ahead:
        return today + timedelta(days=days or 7)
    return today + timedelta(days=days if days <= 3 else days - 7)


def _date_of(text: str, today: date, order: DateOrder, *, ahead: bool) -> tuple[date, str] | None:
    if found := _YEAR_FIRST.match(text):
        year, month, day = found["year"], found["first"], found["second"]
    elif found := _IN_FIGURES.match(text):
        year = found["year"] or (f"20{found['short']}" if found["short"] else None)
        # Whoever writes points writes the day first, but for those who begin with the year.
        is_day_first = order == "dmy" or (order == "mdy" and found["sign"] == ".")
        day, month = (found["first"], found["second"]) if is_day_first else (found["second"], found["first"])
    elif found := next(filter(None, (pattern.match(text) for pattern in _IN_WORDS)), None):
        year, month, day = found["year"], str(_MONTHS.index(found["month"]) + 1), found["day"]
    else:
        return None
    on = _dated(int(month), int(day), today, ahead=ahead) if year is None else _date(int(year), int(month), int(day))
    return None if on is None else (on, text[found.end() :].strip())


def _dated(month: int, day: int, today: date, *, ahead: bool) -> date | None:
    """The next day that is called so, from today on; or the nearest one. 29 February is years away now and then."""
    span = range(today.year - (0 if ahead else 8), today.year + 9)
    days = [on for year in span if (on := _date(year, month, day)) is not None and (on >= today or not ahead)]
    return min(days, key=lambda on: abs(on - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> time | None:
    clock = _CLOCK.fullmatch(text)
    if clock is None:
        return None
    hour, minute, half = int(clock[1]), int(clock[2] or 0), clock[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
