"""Where a reader's days begin and end; loaded by every start, so it brings nothing along."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def day_of(now: datetime, zone: tzinfo | None) -> date:
    """The reader's day in which a moment lies; without a zone that of the computer counts."""
    return now.astimezone(UTC).astimezone(zone).date()


def midnight(day: date, zone: tzinfo | None) -> datetime:
    """When a day of the reader begins, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def day_ends(now: datetime, zone: tzinfo | None) -> datetime:
    """When the reader's day is over in which a moment lies."""
    return midnight(day_of(now, zone) + timedelta(days=1), zone)
