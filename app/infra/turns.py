"""So many at a time, in the order in which they came: for the few connections that a program may have to a server.

A pool gives what comes back to whoever asks at that moment, so that one who asks again and again leaves none for a
thread that has waited for long: the timers stood still while a window read.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from app.domain.errors import Busy
from app.domain.wording import tr

CONNECTIONS: Final = 2
"""Most connections of one program to a server, beside the one that may listen for changes."""

LONGEST_WAIT: Final = 30.0
"""Seconds: every question of a person before it may take its whole patience."""


class Turns:
    """Hands out `places` turns; safe from several threads."""

    def __init__(self, places: int = CONNECTIONS, longest_wait: float = LONGEST_WAIT) -> None:
        self._free = places
        self._longest_wait = longest_wait
        self._waiting: deque[threading.Event] = deque()
        self._lock = threading.Lock()

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    @contextmanager
    def one(self) -> Iterator[None]:
        """A turn, for as long as the block lasts; `Busy` when it did not come."""
        self._take()
        try:
            yield
        finally:
            self._give()

    def _take(self) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            mine = threading.Event()
            self._waiting.append(mine)
        if mine.wait(self._longest_wait):
            return
        with self._lock:
            if mine.is_set():
                return
            self._waiting.remove(mine)
        raise Busy(all_in_use())

    def _give(self) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1


def all_in_use() -> str:
    """What is said to somebody who waited in vain."""
    return tr("All connections of this program are in use. Try again in a moment.")
