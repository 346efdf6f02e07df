"""Measuring a thing against its floor: interleaved runs, medians, and a line that says what was promised."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Result:
    """One promise: medians of thing and floor in seconds, and how many times the floor is promised."""

    name: str
    thing: float
    floor: float
    promised: float

    @property
    def ratio(self) -> float:
        """How many times the floor the thing takes."""
        return self.thing / self.floor if self.floor else float("inf")

    def line(self) -> str:
        """The line that `make bench` prints."""
        verdict = "kept" if self.ratio <= self.promised else "NOT KEPT"
        return (
            f"{self.name:<52} {self.ratio:6.2f} x floor (promised {self.promised:.2f})  {verdict:<8}"
            f"  [{self.thing * 1e3:9.3f} ms over {self.floor * 1e3:9.3f} ms]"
        )


def compare(name: str, thing: Action, floor: Action, promised: float, runs: int = 60) -> Result:
    """Run both alternately, the warm-up aside, and compare the medians."""
    for _ in range(3):
        thing()
        floor()
    things: list[float] = []
    floors: list[float] = []
    gc.collect()
    for _ in range(runs):
        things.append(_timed(thing))
        floors.append(_timed(floor))
    return Result(name, statistics.median(things), statistics.median(floors), promised)


def percentile(values: list[float], share: float) -> float:
    """The value below which the share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def _timed(action: Action) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin
