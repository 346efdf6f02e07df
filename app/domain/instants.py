"""Instants and durations as whole microseconds: the arithmetic of clocks never rounds and never meets a time zone.

An instant is the number of microseconds since 1970-01-01T00:00Z, a duration a number of microseconds. Datetimes are
for the edges of the program: `micros` brings them in, `moment` takes them out.
"""

from datetime import UTC, datetime, timedelta

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ONE = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """The instant of an aware datetime of any zone; `TypeError` for a naive one."""
    return (moment - _EPOCH) // _ONE


def moment(instant: int) -> datetime:
    """The aware UTC datetime of an instant."""
    return _EPOCH + timedelta(microseconds=instant)
