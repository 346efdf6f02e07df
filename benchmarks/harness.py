"""Measuring a thing against its floor: interleaved runs, medians, and a line that says what was promised."""

import gc
import sqlite3
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Action = Callable[[], object]
Clock = Callable[[], float]
"""Seconds that went by since some moment: on the wall, or of processors that one has a part of."""


@dataclass(frozen=True, slots=True)
class Result:
    """One measurement: medians of thing and floor in seconds, and how many times the floor is promised, if at all."""

    name: str
    thing: float
    floor: float
    promised: float | None

    @property
    def ratio(self) -> float:
        """How many times the floor the thing takes."""
        return self.thing / self.floor if self.floor else float("inf")

    @property
    def is_kept(self) -> bool:
        """Whether what was promised holds; what is only shown promises nothing."""
        return self.promised is None or self.ratio <= self.promised

    def line(self) -> str:
        """The line that `make bench` prints."""
        promised = "(only shown)    " if self.promised is None else f"(promised {self.promised:.2f})"
        verdict = "" if self.promised is None else "kept" if self.is_kept else "NOT KEPT"
        return (
            f"{self.name:<52} {self.ratio:6.2f} x floor {promised}  {verdict:<8}"
            f"  [{self.thing * 1e3:9.3f} ms over {self.floor * 1e3:9.3f} ms]"
        )


def without_trail(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The same connection to a copy of a desk, without the triggers of its audit trail: floors hash nothing."""
    wanted = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'"
    for (name,) in connection.execute(wanted).fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    return connection


def compare(
    name: str,
    thing: Action,
    floor: Action,
    promised: float | None,
    runs: int = 60,
    warm_up: int = 3,
    clocks: tuple[Clock, Clock] = (time.perf_counter, time.perf_counter),
) -> Result:
    """Run both alternately, the warm-up aside, each by its clock, and compare the medians."""
    for _ in range(warm_up):
        thing()
        floor()
    things: list[float] = []
    floors: list[float] = []
    gc.collect()
    for _ in range(runs):
        things.append(_timed(thing, clocks[0]))
        floors.append(_timed(floor, clocks[1]))
    return Result(name, statistics.median(things), statistics.median(floors), promised)


def spent_with(backend: int) -> Clock:
    """A clock of the processors that this thread and a process of a server had; of the wall, where the system does not
    tell of the latter. How long both waited for a processor is the busy machine's affair.
    """
    served = Path(f"/proc/{backend}/schedstat")
    if not served.exists():
        return time.perf_counter
    return lambda: time.thread_time() + int(served.read_text(encoding="ascii").split()[0]) / 1e9


def percentile(values: list[float], share: float) -> float:
    """The value below which the share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _timed(action: Action, clock: Clock) -> float:
    begin = clock()
    action()
    return clock() - begin
