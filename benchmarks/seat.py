"""A seat at a large desk: the real window, without a screen, on a copy of a filled desk with people and rules."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.services.demo.company import Company, found_company, seed
from app.services.demo.macros import write_macros
from app.services.demo.passing_time import give_hours
from app.services.desk import make_desk
from benchmarks.fill import NOW
from benchmarks.large_desk import large_desk
from tests.torture.simulated import SharedClock

INCIDENTS, OPEN = 500_000, 50_000
RARE, SELDOM = "gateway", "tariff"
"""Words of one in 200 and of one in 20 open incidents; every other word of the filled desk is in most of them."""
PATIENCE = 120.0
SIZE = (1440, 900)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.views.application import Program


@dataclass(slots=True)
class Seat:
    """The program at its desk; `clock_file` is the clock that everybody at the desk goes by."""

    program: "Program"
    application: "QApplication"
    url: str
    clock: SharedClock
    clock_file: Path

    def until(self, fact: Callable[[], bool], what: str) -> None:
        """Let the window live until something is so."""
        ends = time.monotonic() + PATIENCE
        while not fact():
            if time.monotonic() > ends:
                raise SystemExit(f"Waited in vain for {what}.")
            self.turn()

    def live(self, seconds: float) -> None:
        """Let the window live for a while."""
        ends = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= ends, "time")

    def turn(self) -> None:
        """One turn of the event loop, asleep until there is something to do; the clock wakes it now and then."""
        from PySide6.QtCore import QEventLoop

        self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def press(self, chord: str) -> None:
        """Press a key, such as `Ctrl+K`, at whatever has the keyboard."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        from tests.torture.day import key_of

        QTest.keyClick(QApplication.focusWidget() or self.program.window, *key_of(chord))


@contextmanager
def seat(folder: Path, kind: str, incidents: int = INCIDENTS, open_ones: int = OPEN) -> Iterator[Seat]:
    """Open the window at a copy of the desk, of a kind of `benchmarks.large_desk`; its rows are on the screen then.

    The backup of the day is left out: it copies gigabytes for a minute, once.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with (
        large_desk(folder, kind, incidents, open_ones) as url,
        tempfile.TemporaryDirectory(dir=folder, prefix="seat-") as temporary,
    ):
        home = Path(temporary)
        clock_file = home / "clock"
        clock = SharedClock.create(clock_file, NOW)
        furnish(url, clock)
        with window_at(home, url, clock, clock_file) as found:
            yield found


@contextmanager
def window_at(home: Path, url: str, clock: SharedClock, clock_file: Path) -> Iterator[Seat]:
    """Open the window at a desk, with its settings in a folder of its own."""
    os.environ["MAINSTAY_HOME"] = str(home / "home")
    from PySide6.QtCore import QTimer

    from app.bootstrap import make_context
    from app.infra.paths import personal_paths
    from app.infra.settings import LocalSettings, write_settings
    from app.views.application import Program, make_application

    write_settings(personal_paths().create().config, LocalSettings(theme="light", backup_daily="no"))
    context = make_context(url, clock)
    application = make_application("light")
    program = Program(context, application)
    begun = time.monotonic()
    going = QTimer(interval=20)
    going.timeout.connect(lambda: clock.set(NOW + timedelta(seconds=time.monotonic() - begun)))
    going.start()
    found = Seat(program, application, url, clock, clock_file)
    program.start()
    program.frame.resize(*SIZE)
    found.until(lambda: program.window.context.session is not None, "the desk")
    found.until(lambda: program.window.queue.answer is not None, "the rows")
    found.until(lambda: program.window.queue.view.verticalScrollBar().maximum() > 0, "a list to scroll")
    try:
        yield found
    finally:
        program.frame.close()
        program.end()


def furnish(url: str, clock: SharedClock) -> Company:
    """People with roles, hours, rules and macros, as a new desk has them."""
    database = Database(url)
    with database.writing(LONG) as connection:
        # The company has groups and sites of the same names.
        for table in ("assignment_group", "site"):
            connection.exec_driver_sql(f"UPDATE {table} SET name = 'Former ' || name")
        for word, every in ((RARE, 200), (SELDOM, 20)):
            open_ones = incident.c.state.in_(("new", "in_progress", "on_hold")), incident.c.number % every == 7
            said = incident.c.short_description + f" {word}"
            connection.execute(incident.update().where(*open_ones).values(short_description=said))
    company = found_company(make_desk(Store(database, clock, Bus())), seed())
    give_hours(company)
    write_macros(company)
    database.close()
    return company
