"""Eight hours at the window in a quarter of one: does it keep what it should have let go?

    python -m tests.torture.soak --folder PLACE --minutes 480

Somebody works by keys (`tests.torture.day`), others change the desk meanwhile, and after every act the clock that all
of them go by is sent ahead, so that clocks run out, the list is put in order by them, and what is held is sent. After
the first part, in which everything is seen once, stock is taken; and again at the end, from the same places: widgets,
Qt's objects, Python's, open files, threads and memory may have grown by 2 of 100 at most. Whatever goes wrong meanwhile
is told on the error output when it happens, and is a problem in the end; the day goes on after it.
"""

import argparse
import faulthandler
import gc
import json
import logging
import os
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_context
from app.infra.database import _POOL
from app.infra.settings import sqlite_url
from app.services.demo.build import build_demo
from app.services.incidents.queue_dto import QueueQuery
from app.views.application import Program, make_application
from app.views.create.sheets import CreateSheets
from app.views.pages import Location
from app.views.settings_page.registry import SECTIONS
from tests.support.clock import DEFAULT_START
from tests.torture.colleagues import colleagues_at
from tests.torture.day import ACTS, CHOICES, Day
from tests.torture.simulated import SharedClock

AN_ACT: Final = 45
"""Seconds that pass with each act: 640 acts are eight hours."""
WARM: Final = 90
"""Minutes of the first part."""
_PATIENCE: Final = 60.0
_A_SECOND: Final = 1.0
_MOST_TROUBLE: Final = 20
"""After so many things that went wrong there is nothing more to learn."""


class Trouble(logging.Handler):
    """Tells what goes wrong, by an act or in the log of the program, on the error output, and counts it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.during = ""
        self.found: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """An error that the program logged."""
        self._tell("an error in the log", self.format(record))

    def failed(self) -> None:
        """The error that is being handled ended an act."""
        self._tell("failed", traceback.format_exc())

    def _tell(self, what: str, details: str) -> None:
        self.found[f"{self.during}: {what}"] += 1
        sys.stderr.write(f"During {self.during}: {what}\n{details}\n")
        sys.stderr.flush()


class Stock(NamedTuple):
    """What a program has at a moment; memory is what is its own, in kB."""

    widgets: int
    qt_objects: int
    python_objects: int
    files: int
    threads: int
    memory: int

    def growth_over(self, before: "Stock") -> dict[str, float]:
        """By which share of what was there each has grown."""
        return {name: getattr(self, name) / getattr(before, name) - 1 for name in self._fields}


@dataclass(slots=True)
class Soak:
    """A program that is worked at while its clock is sent ahead."""

    program: Program
    application: QApplication
    clock: SharedClock
    fixed: str
    """An incident that nobody changes any more."""

    def settle(self, seconds: float = 0.0) -> None:
        """Until nothing is awaited any more and what was queued has been painted, and for so long at least."""
        begun = time.monotonic()
        while True:
            self.turn(8)
            passed = time.monotonic() - begun
            if passed >= seconds and not self.program.background.busy:
                return
            if passed > _PATIENCE:
                raise RuntimeError("The window waited in vain.")

    def turn(self, milliseconds: int) -> None:
        """Let the window live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def let_time_pass(self) -> None:
        """What the timers of the window would have done in that time."""
        self.clock.set(self.clock.now() + timedelta(seconds=AN_ACT))
        window = self.program.window
        window.context.ticker.tick()
        window.queue.pace.look_again()
        self.settle()

    def look_at_everything(self) -> None:
        """Every page and every section of the settings, so that all of them exist; and all connections."""
        self._connect_all()
        for section in SECTIONS:
            self._visit(Location("settings", section.key))
        self.go_to_the_same_places()

    def go_to_the_same_places(self) -> None:
        """Show on every page what it showed when stock was taken the first time, with no call begun and put away."""
        self._discard_drafts()
        for place in ("reviews", "escalations", "knowledge"):
            self._visit(Location(place))
        self._visit(Location("settings", "people"))
        self._visit(Location("incident", self.fixed))
        self._visit(Location("queue", "is:closed priority:1"))
        self.program.window.context.toasts.dismiss()
        self.settle(0.3)

    def _connect_all(self) -> None:
        """Have the whole pool opened: each connection keeps the schema, 7 MB, from the first time it is needed."""
        session = self.program.window.context.session
        if session is None:
            raise RuntimeError("The desk is not open.")
        database = session.desk.store.database

        def work() -> None:
            with ExitStack() as together:
                for _ in range(_POOL["pool_size"]):
                    together.enter_context(database.reading())

        self.program.background.read(work, lambda _done: None)
        self.settle()

    def _discard_drafts(self) -> None:
        window = self.program.window
        for sheets in window.findChildren(CreateSheets):
            while sheets.shown or window.context.actions.run("incident.drafts"):
                sheets.shown[-1].throw_away()
        self.settle()

    def _visit(self, place: Location) -> None:
        self.program.window.go(place)
        self.settle()

    def stock(self) -> Stock:
        """What there is now, once everything is thrown away that can be."""
        self.go_to_the_same_places()
        for _ in range(2):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
        return Stock(
            widgets=len(QApplication.allWidgets()),
            qt_objects=_objects_in([self.application, *QApplication.topLevelWidgets()]),
            # The program leaves what was made for its start out of its searches.
            python_objects=len(gc.get_objects()) + gc.get_freeze_count(),
            files=len(list(Path("/proc/self/fd").iterdir())),
            threads=len(threading.enumerate()),
            memory=_own_memory(),
        )


def _objects_in(tops: Iterable[QObject]) -> int:
    """How many objects of Qt there are, as Qt itself tells them.

    Not by findChildren: whatever it has given to Python stays there until the one goes that was asked, so that the
    scroll bars of every area that is no more would be counted as kept by the program.
    """
    told: list[str] = []
    usual = qInstallMessageHandler(lambda _kind, _context, text: told.append(text))
    for top in tops:
        top.dumpObjectTree()
    qInstallMessageHandler(usual)
    return len(told)


def _own_memory() -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon:"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done, for how many minutes, how many of them before stock is taken, and what may grow by how much."""

    minutes: float
    warm: float = WARM
    acts: Mapping[str, int] = field(default_factory=lambda: ACTS)
    parts: int = 7
    judged: tuple[str, ...] = Stock._fields
    most: float = 0.02

    @property
    def is_whole(self) -> bool:
        """Whether every page and section is looked at first."""
        return self.acts is ACTS


SHORT: Final = Plan(
    15, 7.5, dict.fromkeys(
        ("open_one_after_another", "take", "reply", "note", "hold_and_resume", "resolve", "log_a_call", "filter",
         "change_many_at_once", "look_for_a_command"), 1,
    ), 1, ("widgets", "qt_objects", "threads"), 0.03,
)  # fmt: skip
"""A quarter of an hour, each act once before and once after: caches of Python and of the database still fill in it."""


def run(folder: Path, plan: Plan, seed: int) -> dict[str, object]:
    """Work by a plan, on the demo desk with others at it."""
    trouble = Trouble()
    logging.getLogger().handlers[:] = [trouble]
    desk, clock_file = folder / "desk.sqlite", folder / "clock"
    build_demo(desk, DEFAULT_START)
    clock = SharedClock.create(clock_file, DEFAULT_START)
    os.environ["MAINSTAY_HOME"] = str(folder / "home")
    application = make_application("light")
    program = Program(make_context(sqlite_url(desk), clock), application)
    program.start()
    program.frame.resize(1440, 900)
    soak = Soak(program, application, clock, "")
    try:
        while program.window.context.session is None:
            soak.turn(20)
        soak.settle()
        soak.fixed = _closed_incident(program)
        with colleagues_at(sqlite_url(desk), clock_file, _A_SECOND) as others:
            found = _soaked(soak, plan, seed, trouble)
        return found | {"acts_of_others": others.total()}
    finally:
        program.frame.close()
        program.end()


def _closed_incident(program: Program) -> str:
    session = program.window.context.session
    if session is None:
        raise RuntimeError("The desk is not open.")
    wanted = QueueQuery("is:closed", sort="number", group_by="none", limit=1)
    found: list[str] = []
    program.background.read(lambda: session.desk.queue.page(session.actor, wanted).rows[0].id, found.append)
    while not found:
        QApplication.processEvents()
    return found[0]


def _soaked(soak: Soak, plan: Plan, seed: int, trouble: Trouble) -> dict[str, object]:
    begun, began = time.monotonic(), soak.clock.now()

    def now_doing(what: str) -> None:
        trouble.during = what

    day = Day(soak.program, lambda thought: soak.settle() if thought else None, seed, plan.acts, now_doing)

    def work_until(end: float) -> None:
        while (soak.clock.now() - began).total_seconds() < end * 60 and trouble.found.total() < _MOST_TROUBLE:
            try:
                day.do_something()
            except Exception:  # noqa: BLE001 - told with its traceback, and a problem of the whole run
                trouble.failed()
                day.go_home()
            soak.let_time_pass()

    if plan.is_whole:
        soak.look_at_everything()
        for name, ways in CHOICES.items():
            for _ in range(ways):
                day.do(name)
    work_until(plan.warm)
    stocks = [soak.stock()]
    for part in range(1, plan.parts + 1):
        work_until(plan.warm + (plan.minutes - plan.warm) * part / plan.parts)
        stocks.append(soak.stock())
    growth = stocks[-1].growth_over(stocks[0])
    return {
        "minutes": round((soak.clock.now() - began).total_seconds() / 60),
        "seconds": round(time.monotonic() - begun, 1),
        "acts": day.done.total(),
        **{f"{name}_at_first": getattr(stocks[0], name) for name in Stock._fields},
        **{f"{name}_growth": f"{share:+.2%}" for name, share in growth.items()},
        "course_of_memory_mb": " ".join(f"{each.memory / 1024:.0f}" for each in stocks),
        "problems": {name: f"{growth[name]:+.1%}" for name in plan.judged if growth[name] > plan.most}
        | {name: str(times) for name, times in day.done.items() if name.startswith("no way home")}
        | {what: str(times) for what, times in trouble.found.items()},
    }


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when something grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=480)
    parser.add_argument("--warm", type=float, default=WARM)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="a quarter of an hour, as `make test` does it")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()  # where the program ends at once, the act stands among the lines that were at work
    found = run(chosen.folder, SHORT if chosen.short else Plan(chosen.minutes, chosen.warm), chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
