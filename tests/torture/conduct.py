"""The torturer: sets the clock, starts programs, kills and freezes them at random, and asks for the verdict.

    python -m tests.torture.conduct --database URL --folder DIR --kills 20 --incidents 60

Programs are forked from this process, which holds no connection while it does so. So a kill is as sudden as a power
cut is for one program, and the next one is there in milliseconds.
"""

import argparse
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from app.infra.database import Database
from app.services.timers.claims import look
from tests.support.clock import DEFAULT_START
from tests.torture.actors import Place, change_for_ever, fire_for_ever, furnish, rehearse
from tests.torture.simulated import SharedClock
from tests.torture.verdict import judge

WORKERS, WRITERS = 8, 3
SKEW = timedelta(minutes=16)
WEEKEND = timedelta(hours=62)
STEP_BACK = timedelta(hours=1, minutes=30)
SETTLED_AFTER = timedelta(days=40)
"""At the end the clock goes on by this much, so that everything that can fire is due."""

TICKS, ACTS = 5, 3
"""How many ticks of programs and acts of people there are between two cruelties."""
PATIENCE = 0.4
"""Seconds after which the next cruelty comes nevertheless; those that are frozen may hold up all others."""

SETTLING = 60.0
"""Seconds that firing the rest may take after nothing changes any more; what is left then, the verdict names."""

Body = Callable[[], None]


@dataclass
class Figures:
    """What was done to the programs."""

    kills: int = 0
    kills_of_people: int = 0
    freezes: int = 0
    steps_back: int = 0
    weekends: int = 0
    seconds: float = 0.0


@dataclass
class Torture:
    """One run over one database."""

    place: Place
    clock: SharedClock
    chance: random.Random
    pause: float
    figures: Figures = field(default_factory=Figures)
    bodies: dict[int, Body] = field(default_factory=dict)
    children: dict[int, int] = field(default_factory=dict)
    frozen: dict[int, int] = field(default_factory=dict)
    highest: datetime = DEFAULT_START
    number: int = 0

    def cast(self) -> None:
        """Decide who takes part: workers, one whose clock is wrong, and people."""
        for slot in range(WORKERS + 1):
            self.bodies[slot] = self._worker(slot, SKEW if slot == WORKERS else timedelta(0))
        for slot in range(WORKERS + 1, WORKERS + 1 + WRITERS):
            self.bodies[slot] = self._writer(slot)

    def _worker(self, slot: int, offset: timedelta) -> Body:
        return lambda: fire_for_ever(self.place, slot, self.number, offset)

    def _writer(self, slot: int) -> Body:
        return lambda: change_for_ever(self.place, slot, self.number, self.pause)

    def start(self, slot: int) -> None:
        """Fork the program of a slot."""
        self.number += 1
        self.children[slot] = fork(self.bodies[slot])

    def kill(self, slot: int) -> None:
        """End the program of a slot as suddenly as can be."""
        pid = self.children.pop(slot)
        self.frozen.pop(slot, None)
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        if not os.WIFSIGNALED(status):
            raise RuntimeError(f"A program ended by itself; see the logs in {self.place.folder}")

    def freeze(self, slot: int, rounds: int) -> None:
        """Stop a program where it stands, for some rounds."""
        os.kill(self.children[slot], signal.SIGSTOP)
        self.frozen[slot] = rounds
        self.figures.freezes += 1

    def thaw(self) -> None:
        """Let those go on whose time is over."""
        for slot, rounds in list(self.frozen.items()):
            self.frozen[slot] = rounds - 1
            if rounds <= 1:
                del self.frozen[slot]
                os.kill(self.children[slot], signal.SIGCONT)

    def set_clock(self, at: datetime) -> None:
        """Set the simulated time and remember the latest one ever shown."""
        self.clock.set(at)
        self.highest = max(self.highest, at)

    def round(self) -> None:
        """Let some time pass, and do something cruel."""
        step = self.chance.randrange(1, 1800 if self.chance.random() < 0.3 else 90)
        self.set_clock(self.clock.now() + timedelta(seconds=step))
        self.wait_for_work()
        self.thaw()
        fate = self.chance.random()
        workers = [slot for slot in self.children if slot <= WORKERS]
        if fate < 0.6:
            slot = self.chance.choice(workers)
            self.kill(slot)
            self.start(slot)
            self.figures.kills += 1
        elif fate < 0.7:
            slot = self.chance.choice([slot for slot in self.children if slot > WORKERS])
            self.kill(slot)
            self.start(slot)
            self.figures.kills_of_people += 1
        elif fate < 0.85 and len(self.frozen) < 3:
            self.freeze(self.chance.choice([slot for slot in self.children if slot not in self.frozen]), 4)
        elif fate < 0.88:
            self.set_clock(self.clock.now() - STEP_BACK)
            self.figures.steps_back += 1
        elif fate < 0.885:
            self.close_for_the_weekend()

    def wait_for_work(self) -> None:
        """Let the programs do something."""
        ticks, acts = self._done()
        give_up = time.monotonic() + PATIENCE
        while time.monotonic() < give_up:
            now_ticks, now_acts = self._done()
            if now_ticks - ticks >= TICKS and now_acts - acts >= ACTS:
                return
            time.sleep(0.002)

    def _done(self) -> tuple[int, int]:
        workers = WORKERS + 1
        return self.clock.done(0, workers), self.clock.done(workers, workers + WRITERS)

    def close_for_the_weekend(self) -> None:
        """All programs end, time goes on, and all are started again."""
        for slot in list(self.children):
            self.kill(slot)
        self.set_clock(self.clock.now() + WEEKEND)
        for slot in self.bodies:
            self.start(slot)
        self.figures.weekends += 1

    def settle(self) -> None:
        """People go home, the clock runs on, and whoever is left fires what remains."""
        for slot in list(self.children):
            self.kill(slot)
        self.set_clock(self.highest + SETTLED_AFTER)
        for slot in range(WORKERS):
            self.start(slot)
        finished(lambda: wait_until_settled(self.place))
        for slot in list(self.children):
            self.kill(slot)


def fork(body: Body) -> int:
    """Run the body in a child that never comes back here."""
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    end_with(parent)
    try:
        body()
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it was is shown and told by the exit code; nothing may come back
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def end_with(parent: int) -> None:
    """Have this child end by itself when the torturer is gone; looked at every second, by an alarm."""

    def look(_number: int, _frame: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)


def finished(body: Body) -> None:
    """Run the body in a child and wait for it; `RuntimeError` when it failed."""
    _, status = os.waitpid(fork(body), 0)
    if status != 0:
        raise RuntimeError("A child failed; what it said stands above")


def wait_until_settled(place: Place) -> None:
    """Come back when nothing is due any more, or when that takes too long."""
    with place.desk() as (desk, _):
        give_up = time.monotonic() + SETTLING
        while time.monotonic() < give_up:
            if not look(desk.store).is_due:
                return
            time.sleep(0.02)


def torture(place: Place, kills: int, incidents: int, pause: float, seed: int) -> dict[str, object]:
    """Run it all; returns figures and verdict."""
    begin = time.monotonic()
    clock = SharedClock.create(place.clock_file, DEFAULT_START)
    furnish(place, incidents, seed)
    rehearse(place)
    found = Torture(place, clock, random.Random(seed), pause)
    found.set_clock(clock.now())
    found.cast()
    try:
        for slot in found.bodies:
            found.start(slot)
        while found.figures.kills < kills:
            found.round()
        found.settle()
    finally:
        for slot in list(found.children):
            found.kill(slot)
    answer = place.folder / "verdict.json"
    finished(lambda: _write(answer, place, found.highest))
    found.figures.seconds = round(time.monotonic() - begin, 1)
    verdict: dict[str, object] = json.loads(answer.read_text(encoding="utf-8"))
    return asdict(found.figures) | verdict


def _write(answer: Path, place: Place, highest: datetime) -> None:
    verdict = judge(place, highest)
    answer.write_text(json.dumps(asdict(verdict) | {"problems": verdict.problems}), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when anything was missed, doubled, early or lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--incidents", type=int, default=60)
    parser.add_argument("--pause", type=float, default=0.005, help="seconds between two acts of a person, on average")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    place = Place(Database(chosen.database), chosen.folder / "clock", chosen.folder)
    found = torture(place, chosen.kills, chosen.incidents, chosen.pause, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
