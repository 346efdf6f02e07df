"""Which moments a desk can keep: one far outside breaks whole lists in the database drivers."""

from datetime import UTC, datetime

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
END = datetime(2200, 1, 1, tzinfo=UTC)
"""The first moment that can no longer be kept; the tables check the same two bounds."""


def can_be_kept(at: datetime) -> bool:
    """Whether the moment has a zone and lies from 1970 to 2199."""
    return at.tzinfo is not None and EARLIEST <= at < END
