"""Moments and durations in the language of the reader; in English they never depend on the machine's locale."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.wording import day_words, tr


def zone(name: str) -> tzinfo:
    """The time zone called `name`; raises ValueError naming it when this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"{name!r} is not a time zone. Use a name such as Europe/Amsterdam.") from error


def long_date(day: date) -> str:
    """`Monday 23 November 2026`."""
    # Translators: days as they are written, in the letters of QLocale.
    return day_words(day, tr("dddd d MMMM yyyy"))


def short_date(day: date) -> str:
    """`23 Nov 2026`."""
    return day_words(day, tr("d MMM yyyy"))


def day_and_month(day: date) -> str:
    """`23 Nov`."""
    return day_words(day, tr("d MMM"))


def clock(moment: datetime) -> str:
    """`08:05` in the zone that `moment` is in."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def date_and_clock(moment: datetime) -> str:
    """`23 Nov 2026, 08:05` in the zone that `moment` is in."""
    return tr("{day}, {time}", day=short_date(moment), time=clock(moment))


def duration(seconds: float) -> str:
    """`45 s`, `6 min`, `2 h 57 min`, `3 d 4 h`: two units at most, cut, not rounded, so never too long."""
    whole = int(abs(seconds))
    days, hours, minutes = whole // 86_400, whole // 3_600 % 24, whole // 60 % 60
    if days:
        words = f"{days} d {hours} h" if hours else f"{days} d"
    elif hours:
        words = f"{hours} h {minutes:02d} min"
    elif minutes:
        words = f"{minutes} min"
    else:
        words = f"{whole} s"
    return f"-{words}" if seconds <= -1 else words
