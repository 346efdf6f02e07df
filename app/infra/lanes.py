"""Where work that may wait runs: for writing, for reading, for small files, to feel the pulse, for long jobs and
for servers outside.

The window never waits: it submits here and is told later (`app.views.toolkit.background`). One write lane keeps the
commands of the screen in the order in which they were given.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from typing import Final, TypeVar

T = TypeVar("T")


class Lane(StrEnum):
    """Which queue a piece of work stands in."""

    WRITE = "write"
    READ = "read"
    FILE = "file"
    PULSE = "pulse"
    LONG = "long"
    OUTSIDE = "outside"


# Whether the server is there is asked on a lane of its own, because the others may all be waiting for it.
_WORKERS = {Lane.WRITE: 1, Lane.READ: 3, Lane.FILE: 1, Lane.PULSE: 1, Lane.LONG: 1, Lane.OUTSIDE: 2}
"""Long jobs come one after another: two at once would only keep each other and everybody else waiting."""

SWITCH_SECONDS: Final = 0.001
"""So long a lane computes on while the window waits for the interpreter.

A paint asks for it some twenty times. Beside a lane that computes, twenty turns of a thread took 200 ms with the five
milliseconds that Python takes by itself, and 75 with this one.
"""


class Lanes:
    """The lanes of one running program; threads start with the first work, and end with `shutdown`."""

    def __init__(self) -> None:
        sys.setswitchinterval(SWITCH_SECONDS)
        self._pools = {
            lane: ThreadPoolExecutor(workers, thread_name_prefix=f"mainstay-{lane.value}")
            for lane, workers in _WORKERS.items()
        }

    def submit(self, lane: Lane, work: Callable[[], T]) -> "Future[T]":
        """Have the work done on the lane, after what stands there already; raises RuntimeError after `shutdown`."""
        return self._pools[lane].submit(work)

    def shutdown(self) -> None:
        """Finish what was to be written, drop the reads that have not begun, and wait for the threads to end.

        Whoever began long jobs or asked a server outside has told them to stop before.
        """
        for lane in (Lane.READ, Lane.PULSE, Lane.OUTSIDE):
            self._pools[lane].shutdown(wait=False, cancel_futures=True)
        for lane in Lane:
            self._pools[lane].shutdown(wait=True)
