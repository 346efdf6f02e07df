"""A real window on a desk that it is given, without a screen, through all of whose pages somebody goes in haste.

It says `walked` when that is over, and `idle` when it has settled after it; then it does nothing.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BEGINS_MS, SETTLED_MS = 8_000, 45_000
"""By then timers and listener have begun; so long after the walk everything is read, and what comes once is done."""
STEP_MS, ROUNDS = 120, 6
"""Quicker than the pages are read, so that all that a window can ask at once is asked at once."""
PAGES = ("queue", "incident", "knowledge", "escalations", "reviews", "incident", "settings", "queue")


def main(url: str, person_id: str, *incidents: str) -> int:
    """Open the window and stay."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QTimer

    from app.bootstrap import make_live, make_timers
    from app.infra.bus import Bus
    from app.infra.clock import SystemClock
    from app.infra.database import Database
    from app.infra.paths import Paths
    from app.infra.settings import LocalSettings
    from app.infra.unit_of_work import Store
    from app.services.desk import make_desk
    from app.services.people.queries import load_actor
    from app.services.session import Context, Session
    from app.views.application import Program, make_application

    def open_desk(_url: str) -> Session:
        store = Store(Database(url), SystemClock(), Bus())
        with store.reading() as connection:
            store.feed.take_position(connection)
            return Session(make_desk(store), load_actor(connection, person_id))

    with tempfile.TemporaryDirectory() as home:
        paths = Paths(*(Path(home) / name for name in ("config", "data", "state", "cache", "logs"))).create()
        context = Context(
            paths, LocalSettings(theme="light"), url, False, SystemClock(), open_desk, make_timers, live=make_live
        )
        application = make_application("light")
        program = Program(context, application)
        program.start()
        QTimer.singleShot(BEGINS_MS, program, lambda: walk(program, incidents))
        return application.exec()


def walk(program: Any, incidents: Sequence[str]) -> None:
    """Go through the pages, several times over; the window is idle some time after the last one."""
    from PySide6.QtCore import QTimer

    from app.views.pages import Location

    steps = [page for _ in range(ROUNDS) for page in PAGES]
    each_step = QTimer(program, interval=STEP_MS)

    def step() -> None:
        if not steps:
            each_step.stop()
            print("walked", flush=True)
            QTimer.singleShot(SETTLED_MS, lambda: print("idle", flush=True))
            return
        page = steps.pop()
        program.window.go(Location(page, incidents[len(steps) % len(incidents)] if page == "incident" else ""))
        program.window.queue.reload()

    each_step.timeout.connect(step)
    each_step.start()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
