"""A real window on a desk that it is given, without a screen; says `idle` when it has settled, then does nothing."""

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTLED_MS = 15_000
"""By then it has read what it shows, and the timers and the thread that listens have begun."""


def main(url: str, person_id: str) -> int:
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
        QTimer.singleShot(SETTLED_MS, lambda: print("idle", flush=True))
        return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
