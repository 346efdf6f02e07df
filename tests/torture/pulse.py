"""The turns of a window's event loop, and what becomes of the time between two: computing, waiting, or no processor.

A computer that has more to do than it has processors keeps every program waiting, however fluid that is. The kernel
tells how long a thread that could have gone on stood in the queue for a processor (`schedstat`, exact to the
nanosecond). What is left of a gap is the window's own: it computed, or it waited for a lock, for a file, or for another
thread of its program. While it waited for another thread, which had the interpreter's lock, that one may have stood in
the queue; so much is the computer's too, as the one thread that stood there longest.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer

TURN_MS = 5

_THREADS = Path("/proc/self/task")

Times = dict[int, tuple[int, int]]
"""By thread: nanoseconds that it has computed, and stood in the queue for a processor."""


class Gap(NamedTuple):
    """Seconds between two turns, and what became of them."""

    whole: float = 0.0
    computing: float = 0.0
    queued: float = 0.0
    others_queued: float = 0.0

    @property
    def waiting(self) -> float:
        """Neither computing nor in the queue: asleep, or waiting for something."""
        return max(0.0, self.whole - self.computing - self.queued)

    @property
    def own(self) -> float:
        """What the window is answerable for, and no computer."""
        return self.computing + max(0.0, self.waiting - self.others_queued)

    def in_milliseconds(self, name: str) -> dict[str, int]:
        """For the report: the whole of it, the window's own part, and how much of that it computed."""
        parts = {"": self.whole, "_own": self.own, "_computing": self.computing}
        return {f"{name}{part}_ms": round(value * 1000) for part, value in parts.items()}


class Pulse:
    """Turns every five milliseconds, and keeps the longest gap, and the one of which most is the window's own.

    `told` is called with each gap, in the window's thread; `turned_at` may be read by another one.
    """

    def __init__(self, told: Callable[[Gap], None] | None = None) -> None:
        self._told = told
        self._native = threading.get_native_id()
        self._timer = QTimer()
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn)
        self.forget()
        self._timer.start()

    def forget(self) -> None:
        """Begin anew."""
        self.longest = self.most_own = Gap()
        self.turned_at, self._times = time.monotonic(), times_of_threads()

    def stop(self) -> None:
        """Turn no more."""
        self._timer.stop()

    def _turn(self) -> None:
        now, times = time.monotonic(), times_of_threads()
        gap = self._gap(now - self.turned_at, times)
        self.longest = max(self.longest, gap, key=lambda each: each.whole)
        self.most_own = max(self.most_own, gap, key=lambda each: each.own)
        self.turned_at, self._times = now, times
        if self._told is not None:
            self._told(gap)

    def _gap(self, whole: float, times: Times) -> Gap:
        computing, queued = self._since(self._native, times)
        others = max((self._since(each, times)[1] for each in times if each != self._native), default=0.0)
        return Gap(whole, computing, queued, others)

    def _since(self, thread: int, times: Times) -> tuple[float, float]:
        computed, queued = times[thread]
        before = self._times.get(thread, (0, 0))
        return (computed - before[0]) / 1e9, (queued - before[1]) / 1e9


def times_of_threads() -> Times:
    """The times of every thread of this program; one that ends just now is left out."""
    found: Times = {}
    for place in _THREADS.iterdir():
        try:
            computed, queued, _slices = (place / "schedstat").read_text(encoding="ascii").split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[int(place.name)] = (int(computed), int(queued))
    return found
