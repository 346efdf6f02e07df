"""How times and durations are written: in the reader's zone, by the reader's locale, short enough for a column."""

import re
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from app.domain.typed_moments import DateOrder
from app.domain.wording import figures, tr, trn

_LENGTH = re.compile(r"\b\d+ (?:min|[dhm])\b(?: \d+ (?:min|[dhm])\b)*")
_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_WEEK = 7 * _DAY
_YEAR = 365 * _DAY
_UNITS = (
    (_YEAR, _YEAR, "y"), (2 * _WEEK, _WEEK, "w"), (_DAY, _DAY, "d"), (_HOUR, _HOUR, "h"), (_MINUTE, _MINUTE, "m"),
)  # fmt: skip
"""From how many seconds on which unit is used, and how long it is; weeks only once there are two of them."""


def zone_named(name: str) -> tzinfo | None:
    """The zone of an IANA name; None means the zone of the computer, also for an empty or unknown name."""
    if not name:
        return None
    # Imported here, because the first picture of the window does without it.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def ago(moment: datetime, now: datetime) -> str:
    """How long ago, in the largest unit: `now`, `2 m`, `1 h`, `3 d`, `5 w`, `2 y`; the future counts as now."""
    seconds = int((now - moment).total_seconds())
    if seconds < _MINUTE:
        return tr("now")
    for least, size, unit in _UNITS:
        if seconds >= least:
            return figures(f"{seconds // size} {unit}")
    return tr("now")


def ago_spoken(moment: datetime, now: datetime) -> str:
    """The same in words, for screen readers: `2 minutes ago`."""
    seconds = int((now - moment).total_seconds())
    for least, size, unit in _UNITS:
        if seconds >= least:
            return _spoken_ago(seconds // size, unit)
    return tr("just now")


def _spoken_ago(count: int, unit: str) -> str:
    if unit == "y":
        return trn("{n} year ago", "{n} years ago", count)
    if unit == "w":
        return trn("{n} week ago", "{n} weeks ago", count)
    if unit == "d":
        return trn("{n} day ago", "{n} days ago", count)
    if unit == "h":
        return trn("{n} hour ago", "{n} hours ago", count)
    return trn("{n} minute ago", "{n} minutes ago", count)


def unbroken(text: str) -> str:
    """The text with every number kept on one line with its unit: `6 h 38 m` is never parted."""
    return _LENGTH.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def duration(span: timedelta) -> str:
    """A length of time: `2 d 4 h` from a day, `3 h 05 m` from an hour, else `0:41` as hours and minutes."""
    seconds = max(0, int(span.total_seconds()))
    if seconds >= _DAY:
        return figures(f"{seconds // _DAY} d {seconds % _DAY // _HOUR} h")
    if seconds >= _HOUR:
        return figures(f"{seconds // _HOUR} h {seconds % _HOUR // _MINUTE:02d} m")
    return f"0:{seconds // _MINUTE:02d}"


def age(span: timedelta) -> str:
    """An age for a column: `2 d 4 h`, `3 h 05 m`, `41 m`."""
    seconds = int(span.total_seconds())
    return figures(f"{max(0, seconds) // _MINUTE} m") if seconds < _HOUR else duration(span)


def written(moment: datetime, pattern: str) -> str:
    """A moment of its own zone by a pattern of Qt, with the names of days and months in the reader's language."""
    at = QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute, moment.second))
    return QLocale().toString(at, pattern)


def at_wall(wall: datetime, zone: tzinfo | None) -> datetime:
    """The moment at which the clock on the reader's wall shows this; None is the zone of the computer."""
    naive = wall.replace(tzinfo=None)
    return naive.astimezone() if zone is None else naive.replace(tzinfo=zone)


class Formats:
    """Writes dates and times for one reader; a `zone` of None is the zone of the computer."""

    def __init__(self, zone: tzinfo | None = None, locale: QLocale | None = None) -> None:
        self.zone = zone
        self.locale = QLocale() if locale is None else locale
        self._clock = QLocale.system() if locale is None else locale

    def time(self, moment: datetime) -> str:
        """The time of day, `08:40` or `8:40 AM`: as the computer writes it, unless that takes words of its language."""
        at = self._clock_time(moment)
        said = self._clock.toString(at, QLocale.FormatType.ShortFormat)
        has_words = any(letter.isalpha() for letter in said)
        return self.locale.toString(at, QLocale.FormatType.ShortFormat) if has_words else said

    @property
    def date_order(self) -> DateOrder:
        """In which order a date in figures is written: `24.12.`, `12/24`, `2026-12-24`."""
        pattern = self.locale.dateFormat(QLocale.FormatType.ShortFormat)
        if pattern.find("y") < pattern.find("d"):
            return "ymd"
        return "dmy" if pattern.find("d") < pattern.find("M") else "mdy"

    @property
    def short_date(self) -> str:
        """How the reader types a day, without the year where that is said last: the day before Christmas."""
        if self.date_order == "ymd":
            return "2026-12-24"
        has_points = "." in self.locale.dateFormat(QLocale.FormatType.ShortFormat)
        return "24.12." if has_points else "24/12" if self.date_order == "dmy" else "12/24"

    def is_today(self, moment: datetime, now: datetime) -> bool:
        """Whether it lies on the reader's day."""
        return self._local(moment).date() == self._local(now).date()

    def day(self, moment: datetime, now: datetime) -> str:
        """`Today`, `Yesterday`, `Tomorrow`, else `14 Nov`, with the year where it is another one."""
        named = {0: tr("Today"), -1: tr("Yesterday"), 1: tr("Tomorrow")}
        return named.get(self._days_off(moment, now)) or self._date(moment, now)

    def moment(self, moment: datetime, now: datetime) -> str:
        """`Today 08:40`, `14 Nov 16:05`: the day and the time."""
        return tr("{day} {time}", day=self.day(moment, now), time=self.time(moment))

    def within(self, moment: datetime, now: datetime) -> str:
        """The day and the time in the middle of a sentence: `today 08:40`, `14 Nov 16:05`."""
        named = {0: tr("today"), -1: tr("yesterday"), 1: tr("tomorrow")}
        day = named.get(self._days_off(moment, now)) or self._date(moment, now)
        return tr("{day} {time}", day=day, time=self.time(moment))

    def full(self, moment: datetime) -> str:
        """The whole date and time with the zone, for tool tips: `Monday, 23 November 2026 08:40 CET`."""
        local = self._local(moment)
        date = self.locale.toString(QDate(local.year, local.month, local.day), QLocale.FormatType.LongFormat)
        return f"{date} {self.time(moment)} {local.tzname() or ''}".rstrip()

    def _days_off(self, moment: datetime, now: datetime) -> int:
        return (self._local(moment).date() - self._local(now).date()).days

    def _date(self, moment: datetime, now: datetime) -> str:
        local = self._local(moment).date()
        # Translators: how a day is written without and with its year, in the letters of QLocale.
        pattern = tr("d MMM") if local.year == self._local(now).year else tr("d MMM yyyy")
        return self.locale.toString(QDate(local.year, local.month, local.day), pattern)

    def _local(self, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            raise ValueError("A time without a zone means nothing here.")
        return moment.astimezone(UTC).astimezone(self.zone)

    def _clock_time(self, moment: datetime) -> QTime:
        local = self._local(moment)
        return QTime(local.hour, local.minute, local.second)
