"""How long somebody has to wait after wrong passwords."""

from datetime import timedelta
from typing import Final

FREE: Final = 3
"""So many wrong tries cost nothing: people mistype."""

SHORTEST: Final = 8
"""Characters of a password."""

_FIRST, _MOST = 5, 900


def wait_after(failed: int) -> timedelta:
    """The wait after so many wrong tries in a row: none at first, then 5 s, twice as long each time, at most 15 min."""
    if failed < FREE:
        return timedelta(0)
    return timedelta(seconds=min(_MOST, _FIRST * 2 ** min(failed - FREE, 10)))
