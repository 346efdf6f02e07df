"""A shift of ten minutes at the window of a large desk, while colleagues change it: it never stands still.

Somebody works by keys at the pace of a quick hand (`tests.torture.day`); others log, write and give away two things a
second in a program of their own (`tests.torture.colleagues`). A watchdog sees every gap between two turns of the
window's event loop and names the lines that were at work in those that are too long.
"""

import os
import random
import time
from pathlib import Path
from typing import Final

from benchmarks.harness import Result
from benchmarks.large_desk import BOTH
from benchmarks.seat import Seat, seat
from tests.torture.colleagues import colleagues_at
from tests.torture.day import ACTS, Day
from tests.torture.watchdog import Watchdog

MOST: Final = 0.1
MINUTES: Final = float(os.environ.get("MAINSTAY_SHIFT_MINUTES", "10"))
A_SECOND: Final = 2.0


def run(folder: Path) -> list[Result]:
    """The longest block on each database, over the 100 ms that are promised."""
    return [_longest(folder, kind) for kind in BOTH]


def _longest(folder: Path, kind: str) -> Result:
    with seat(folder, kind) as at, colleagues_at(at.url, at.clock_file, A_SECOND) as others:
        at.live(3)
        watchdog = Watchdog(MOST)
        day = _worked(at, watchdog)
        watchdog.stop()
    print(f"  {kind}: {day.done.total()} acts, {others.total()} by the others ({dict(others)})")
    for block in watchdog.blocks:
        print(block.told())
    pulse = watchdog.pulse
    whole, own = pulse.longest, pulse.most_own
    print(f"  longest gap {whole.whole * 1e3:.0f} ms, of which {whole.own * 1e3:.0f} ms the window's own", flush=True)
    return Result(f"{kind}, the longest block in ten minutes of work", own.own, MOST, 1.0)


def _worked(at: Seat, watchdog: Watchdog) -> Day:
    dice = random.Random(7)

    def rest(after_a_thought: bool) -> None:
        at.live(dice.uniform(0.15, 0.5) if after_a_thought else dice.uniform(0.04, 0.12))

    def now_doing(what: str) -> None:
        watchdog.during = what

    day = Day(at.program, rest, 7, ACTS, now_doing)
    ends = time.monotonic() + MINUTES * 60
    while time.monotonic() < ends:
        day.do_something()
    return day
