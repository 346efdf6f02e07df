"""The one place that reads the machine's clock; everybody else is given a `Clock`."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """The present moment, timezone-aware, in UTC."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """The present moment in UTC, to the microsecond."""
        return datetime.now(UTC)


class SteppedClock:
    """Stands at an instant until it is moved; lets commands write the history of a demo desk at its own times."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The instant it stands at, in UTC."""
        return self._now

    def move_to(self, instant: datetime) -> None:
        """Stand at another instant, which must have a time zone."""
        self._now = instant.astimezone(UTC)


class Offset(NamedTuple):
    """How far this computer's clock is ahead of the one in charge, and by how much that may be wrong either way."""

    ahead: timedelta = timedelta(0)
    doubt: timedelta = timedelta(0)

    def may_exceed(self, limit: timedelta) -> bool:
        """Whether the clocks may lie further apart than this, as far as one can know."""
        return abs(self.ahead) + self.doubt > limit
