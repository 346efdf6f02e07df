"""A window whose server is lost in every way, again and again: it stays fluid, says so, and comes back by itself.

    python -m tests.torture.cuts --folder PLACE --cuts 100

Somebody goes on typing and asks for everything anew meanwhile. What is judged is the window's own part of the longest
gap between two turns of its event loop, which should turn every five milliseconds (`tests.torture.pulse`).
"""

import argparse
import json
import logging
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from PySide6.QtCore import QEvent, QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy.engine import make_url

from app.bootstrap import open_session
from app.infra.database import forbid_sql_on_this_thread
from app.infra.lanes import Lanes
from app.infra.migrate import upgrade
from app.services.incidents.dto import NewIncident
from app.services.session import Session
from app.views.application import make_application, theme_of
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow, Parts
from app.views.pages import Location
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from tests.support import postgres
from tests.support.clock import FrozenClock
from tests.support.wire import Wire, wire_to
from tests.torture.pulse import Gap, Pulse

SHOWN_WITHIN = 15.0
"""Seconds until a loss has to stand in the window."""
BACK_WITHIN = 40.0
"""Seconds until the window has to be back by itself, which tries at least every fifteen."""
GAP_MOST = 0.1
"""Seconds of a gap that may be the window's own."""
QUIET = 10.0

LOST = ("cut", "refused", "answers lost", "server stopped")
FELT = ("sessions ended", "two seconds late", "questions that wait")
"""What is no loss, or need not be one: the window has to stay fluid and to work afterwards."""


def until(condition: Callable[[], bool], seconds: float) -> float | None:
    """Let the window live until something is so; the seconds that took, None where it took too long."""
    began = time.monotonic()
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() - began > seconds else None)
    timer.start(20)
    if not condition():
        loop.exec()
    timer.stop()
    return time.monotonic() - began if condition() else None


class Loss:
    """One way in which a server is lost, and its end."""

    def __init__(self, server: postgres.PostgresServer, database: str, wire: Wire) -> None:
        self._server, self._database, self._wire = server, database, wire
        self._stopped: list[int] = []
        self._lock: psycopg.Connection[tuple[object, ...]] | None = None

    def begin(self, way: str) -> None:
        """From now on."""
        match way:
            case "cut":
                self._wire.cut()
            case "refused":
                self._wire.refuse()
            case "answers lost":
                self._wire.deafen()
            case "server stopped":
                self._stop()
            case "sessions ended":
                self._ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s")
            case "two seconds late":
                self._wire.slow(1.0)
            case _:
                self._lock = psycopg.connect(self._server.url(self._database).replace("+psycopg", ""))
                self._lock.execute("LOCK TABLE incident IN ACCESS EXCLUSIVE MODE")

    def end(self) -> None:
        """The server is there as before."""
        for pid in self._stopped:
            os.kill(pid, signal.SIGCONT)
        self._stopped.clear()
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        self._wire.slow(0.0)
        self._wire.mend()

    def _stop(self) -> None:
        """As a computer that stands still: the connections live and nothing answers, nor does anything connect."""
        rows = self._ask("SELECT pid FROM pg_stat_activity WHERE datname = %s")
        self._wire.deafen()
        for row in rows:
            self._stopped.append(int(str(row[0])))
            os.kill(self._stopped[-1], signal.SIGSTOP)

    def _ask(self, statement: str) -> list[tuple[object, ...]]:
        return self._server.execute(statement, self._database)


class Visit:
    """A person at a window whose server is lost and found."""

    def __init__(self, window: MainWindow, incident_id: str, loss: Loss, seed: int) -> None:
        self.window, self.incident_id = window, incident_id
        self.loss, self.dice = loss, random.Random(seed)
        self.done: Counter[str] = Counter()
        self.pulse = Pulse()
        self.slowest_to_show = self.slowest_to_return = 0.0
        self.problems: dict[str, str] = {}

    def live_through(self, number: int) -> None:
        """One loss, from the beginning until the window works again."""
        way = self.dice.choice((*LOST, *LOST, *FELT))
        self.done[way] += 1
        self.loss.begin(way)
        text = f"Typed during loss {number}"
        page = self._act(text)
        if way in LOST:
            shown = until(lambda: self.window.link.is_away, SHOWN_WITHIN + 5)
            self._note(number, way, "not shown", shown is not None and shown <= SHOWN_WITHIN)
            self.slowest_to_show = max(self.slowest_to_show, shown or 0.0)
        self._act("")
        self._note(number, way, "what was typed is gone", page.writing.composer.text() == text)
        until(lambda: False, self.dice.uniform(0.5, 4))
        self.loss.end()
        back = until(lambda: not self.window.link.is_away, BACK_WITHIN)
        self._note(number, way, "did not come back", back is not None)
        self.slowest_to_return = max(self.slowest_to_return, back or 0.0)
        page.writing.composer.edit.clear()
        asked = self._answers()
        self.window.queue.reload()
        self._note(number, way, "no rows afterwards", until(asked, BACK_WITHIN) is not None)

    def live_quietly(self, seconds: float) -> tuple[Gap, Gap]:
        """The same work while nothing is lost: the longest gap then, and the one of which most is the window's own."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self._act("Typed in peace").writing.composer.edit.clear()
            until(lambda: False, 0.5)
        found = self.pulse.longest, self.pulse.most_own
        self.pulse.forget()
        return found

    def _act(self, text: str) -> IncidentPage:
        """Type, and ask for everything anew."""
        page = self.window.page
        if not isinstance(page, IncidentPage):
            raise TypeError("The window does not show the incident")
        for letter in text:
            QTest.keyClicks(page.writing.composer.edit, letter)
            until(lambda: True, 0.05)
        self.window.queue.reload()
        page.open(self.incident_id)
        return page

    def _answers(self) -> Callable[[], bool]:
        heard: list[bool] = []
        self.window.queue.answered.connect(lambda *_: heard.append(True))
        return lambda: bool(heard)

    def _note(self, number: int, way: str, what: str, is_well: bool) -> None:
        if not is_well:
            self.problems[f"loss {number} ({way})"] = what


@contextmanager
def _opened(session: Session, folder: Path) -> Iterator[MainWindow]:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("There is no application")
    theme_of(application).wear()
    background = Background(Lanes())
    parts = Parts(
        background,
        WindowState(folder / "window.json", background),
        theme_of(application),
        FrozenClock(session.desk.clock.now()),
        drafts_folder=folder / "drafts",
    )
    window = MainWindow(parts)
    window.resize(1440, 900)
    window.show()
    window.desk_opened(session, "Harbour Logistics", "Shared database", is_demo=False)
    try:
        yield window
    finally:
        window.close()
        until(lambda: not background.busy, BACK_WITHIN)
        # What it leaves to be written when it is hidden for the last time is written before the lanes end.
        window.deleteLater()
        application.sendPostedEvents(window, QEvent.Type.DeferredDelete)
        background.close()


def run(folder: Path, cuts: int, seed: int) -> dict[str, object]:
    """That many losses of one window's server."""
    logging.disable(logging.CRITICAL)
    make_application("light")
    qInstallMessageHandler(lambda *_: None)
    server = postgres.start()
    try:
        with wire_to(server.port) as wire:
            database = server.create()
            upgrade(server.url(database))
            session = open_session(make_url(server.url(database)).set(port=wire.port).render_as_string())
            incident_id = session.desk.new_id()
            session.desk.incidents.create(
                session.actor, NewIncident(incident_id, "Printer jams", session.actor.person_id)
            )
            with _opened(session, folder) as window:
                return _visited(window, Loss(server, database, wire), incident_id, cuts, seed)
    finally:
        server.stop()


def _visited(window: MainWindow, loss: Loss, incident_id: str, cuts: int, seed: int) -> dict[str, object]:
    forbid_sql_on_this_thread()
    window.go(Location("incident", incident_id))
    page = window.page
    if not isinstance(page, IncidentPage) or until(lambda: page.detail is not None, 30) is None:
        raise RuntimeError("The incident did not open")
    visit = Visit(window, incident_id, loss, seed)
    whole_in_peace, own_in_peace = visit.live_quietly(QUIET)
    for number in range(cuts):
        visit.live_through(number)
    visit.pulse.stop()
    if visit.pulse.most_own.own > GAP_MOST:
        visit.problems["the window stood still"] = f"{visit.pulse.most_own.own:.3f} s"
    return {
        **{way.replace(" ", "_"): visit.done[way] for way in (*LOST, *FELT)},
        **whole_in_peace.in_milliseconds("longest_gap_in_peace"),
        **own_in_peace.in_milliseconds("gap_of_its_own_in_peace"),
        **visit.pulse.longest.in_milliseconds("longest_gap"),
        **visit.pulse.most_own.in_milliseconds("gap_of_its_own"),
        "slowest_to_show_s": round(visit.slowest_to_show, 1),
        "slowest_to_return_s": round(visit.slowest_to_return, 1),
        "problems": visit.problems,
    }


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when the window froze, kept silent or stayed away."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    found = run(chosen.folder, chosen.cuts, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
