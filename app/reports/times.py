"""Moments and durations as a reader of English sees them; the words never depend on the machine's locale."""

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def zone(name: str) -> tzinfo:
    """The time zone called `name`; raises ValueError naming it when this machine does not know it."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"{name!r} is not a time zone. Use a name such as Europe/Amsterdam.") from error


def long_date(day: date) -> str:
    """`Monday 23 November 2026`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """`23 Nov 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def day_and_month(day: date) -> str:
    """`23 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def clock(moment: datetime) -> str:
    """`08:05` in the zone that `moment` is in."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def date_and_clock(moment: datetime) -> str:
    """`23 Nov 2026, 08:05` in the zone that `moment` is in."""
    return f"{short_date(moment)}, {clock(moment)}"


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
