"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

DEFAULT_START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday morning, far from any change of summer time


class FrozenClock:
    """Implements `app.infra.clock.Clock`: `now()` gives the same instant until `advance` or `set` changes it."""

    def __init__(self, start: datetime = DEFAULT_START) -> None:
        self._now = _in_utc(start)

    def now(self) -> datetime:
        """The instant this clock stands at, timezone-aware, in UTC."""
        return self._now

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> datetime:
        """Move forward by the sum of the arguments and return the new instant; going back is refused."""
        step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        if step < timedelta(0):
            msg = "a frozen clock only advances; use set() to test a clock that was put back"
            raise ValueError(msg)
        self._now += step
        return self._now

    def set(self, instant: datetime) -> None:
        """Jump to an instant with a time zone, backwards too, as when somebody corrects the computer's clock."""
        self._now = _in_utc(instant)


def _in_utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        msg = "a time without a zone means nothing here; pass one with tzinfo"
        raise ValueError(msg)
    return instant.astimezone(UTC)
