"""What one window asks of a shared server: journeys for a screen, connections, and how often while nobody touches it.

The journeys are counted by a cable between the program and the server, the connections by the server's own list while
somebody goes through all pages of a real window in haste, the statements of a window that is left alone by its log.
"""

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import Popen

import psycopg
from sqlalchemy.engine import make_url

from app.domain.actor import Actor
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.unit_of_work import Store
from app.services.desk import make_desk
from app.services.incidents.queue_dto import QueueQuery
from benchmarks.harness import Result
from benchmarks.live import furnished
from tests.support import postgres
from tests.support.wire import wire_to

INCIDENTS = 200
IDLE_SECONDS = 60
MOST_CONNECTIONS = 3
_LOOK = 0.01
_PATIENCE = 60.0
_BY_CLOCK = QueueQuery("is:open", "sla", descending=False, group_by="sla")


def run(_folder: Path) -> list[Result]:
    """All figures, on a server that is thrown away afterwards."""
    server = postgres.start({})
    try:
        url = server.url(server.create())
        upgrade(url)
        desk, actor, ids = furnished(url, INCIDENTS)
        desk.close()
        return [*_journeys(server, url, actor, ids[0]), *_of_a_window(server, url, actor, ids)]
    finally:
        server.stop()


def _journeys(server: postgres.PostgresServer, url: str, actor: Actor, incident_id: str) -> list[Result]:
    """How often a program waits for the server until it has a screen, once everything is connected and known."""
    with wire_to(server.port) as wire:
        far = make_url(url).set(port=wire.port).render_as_string(hide_password=False)
        desk = make_desk(Store(Database(far), SystemClock(), Bus()))

        def ways(ask: Callable[[], object]) -> float:
            ask()
            before = wire.ways
            ask()
            return float(wire.ways - before)

        screens: dict[str, Callable[[], object]] = {
            "a page of the queue": lambda: desk.queue.page(actor, QueueQuery("is:open")),
            "a page by time left": lambda: desk.queue.page(actor, _BY_CLOCK),
            "the counts": lambda: desk.queue.counts(actor),
            "an incident": lambda: desk.incident.detail(actor, incident_id),
        }
        found = {name: ways(ask) for name, ask in screens.items()}
        desk.close()
    print("  journeys  " + ", ".join(f"{name} {count:.0f}" for name, count in found.items()))
    return [Result(f"journeys to the server for {name}", count, 1.0, 1.0) for name, count in found.items()]


def _of_a_window(server: postgres.PostgresServer, url: str, actor: Actor, ids: list[str]) -> list[Result]:
    """The most connections at once, and the pause between two statements of a window that is open and left alone."""
    name = url.rsplit("/", maxsplit=1)[-1]
    server.execute(f'ALTER DATABASE "{name}" SET log_min_duration_statement = 0')
    probe = Path(__file__).with_name("idle_window.py")
    command = [sys.executable, str(probe), url, actor.person_id, *ids[:8]]
    with _watched(url) as most, subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        _wait_for(window, "walked")
        _wait_for(window, "idle")
        statements = _statements(server.folder / "server.log")
        window.kill()
    print(f"  window    {most[0]} connections at most, {statements} statements in {IDLE_SECONDS} s of idleness")
    return [
        Result("connections of a window with all it does", float(most[0]), float(MOST_CONNECTIONS), 1.0),
        # Under one a second is promised, so one a second is too many.
        Result(
            "statements of an idle window, a second", statements / IDLE_SECONDS, 1.0, (IDLE_SECONDS - 1) / IDLE_SECONDS
        ),
    ]


def _wait_for(window: "Popen[str]", word: str) -> None:
    if window.stdout is None or window.stdout.readline().strip() != word:
        raise SystemExit(f"The window did not say {word!r}.")


def _statements(log: Path) -> int:
    begin = log.stat().st_size
    time.sleep(IDLE_SECONDS)
    with log.open("rb") as file:
        file.seek(begin)
        # The server also logs when it parses and binds what it then executes.
        return sum(b"ms  statement: " in line or b"ms  execute " in line for line in file)


@contextlib.contextmanager
def _watched(url: str) -> Iterator[list[int]]:
    """The most sessions of others in this database at one time, looked at a hundred times a second."""
    most, ends = [0], threading.Event()
    counted = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    unlogged = "-c log_min_duration_statement=-1"

    def look() -> None:
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True, options=unlogged) as connection:
            while not ends.wait(_LOOK):
                row = connection.execute(counted).fetchone()
                most[0] = max(most[0], row[0] if row else 0)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield most
    finally:
        ends.set()
        thread.join(_PATIENCE)
