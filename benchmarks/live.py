"""How soon a change shows in other windows: 50 simulated clients on one real PostgreSQL whose commits reach the disk.

A client is everything of a window but the window: two connections and the one that listens, the thread that follows,
and a reader that gathers what it hears and reads the changed rows, as the queue does. The time is taken from before the
save to when the row is there again, for each client and each change. Two floors stand beside it in the same run:
somebody who asks the server once a second, and a bare NOTIFY from one connection to another.
"""

import contextlib
import multiprocessing
import random
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import psycopg

from app.domain.actor import Actor
from app.domain.events import Event, IncidentChanged, MuchChanged
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.unit_of_work import Store
from app.jobs.live import LiveRunner
from app.models.people import person
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import FieldEdit, NewIncident
from app.services.incidents.queue_dto import QueueQuery
from benchmarks.harness import Result, percentile
from tests.support import postgres

CLIENTS, PROCESSES = 50, 5
CHANGES, A_SECOND = 160, 8.0
GATHER = 0.12
"""Seconds that the queue gathers what it hears before it reads the rows (`app.views.queue.fresh`)."""
PATIENCE = 30.0

_DURABLE = {"max_connections": "250", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
_ALL = QueueQuery("is:any", group_by="none")


def run(_folder: Path) -> list[Result]:
    """All figures, on a server that is thrown away afterwards."""
    server = postgres.start(_DURABLE)
    try:
        url = server.url(server.create())
        upgrade(url)
        desk, actor, ids = furnished(url, CHANGES)
        live, polled, rung = _measured(url, desk, actor, ids)
        desk.close()
    finally:
        server.stop()
    for name, values in (("live", live), ("polled", polled), ("notified", rung)):
        shown = ", ".join(f"{share:.0%} {percentile(values, share) * 1e3:.0f} ms" for share in (0.5, 0.95, 0.99))
        print(f"  {name:<9} {len(values):>6} times: {shown}, worst {max(values) * 1e3:.0f} ms")
    name = f"a change in {CLIENTS} windows, 95 of 100"
    return [
        Result(f"{name} (over asking each second)", percentile(live, 0.95), percentile(polled, 0.95), 1.0),
        Result(f"{name} (over a bare NOTIFY)", percentile(live, 0.95), percentile(rung, 0.95), None),
    ]


def furnished(url: str, incidents: int) -> tuple[Desk, Actor, list[str]]:
    """A desk with so many incidents, who acts at it, and what the incidents are called."""
    store = Store(Database(url), SystemClock(), Bus())
    admin = Actor(store.ids.new(), "Ruth Root", Role.ADMIN)
    with store.writing(admin) as work:
        work.connection.execute(person.insert(), {"id": admin.person_id, "name": admin.name, "role": "admin"})
    desk = make_desk(store)
    new = [NewIncident(desk.new_id(), f"Printer {number} jams", admin.person_id) for number in range(incidents)]
    for each in new:
        desk.incidents.create(admin, each)
    return desk, admin, [each.id for each in new]


def _measured(url: str, desk: Desk, actor: Actor, ids: list[str]) -> tuple[list[float], list[float], list[float]]:
    begun: dict[str, float] = {}
    with _clients(url, actor) as pipes, _poller(url) as polled, _bell(url) as ring:
        rung = []
        for incident_id in ids:
            time.sleep(random.expovariate(A_SECOND))
            begun[incident_id] = time.monotonic()
            desk.incidents.edit(actor, incident_id, {"channel": FieldEdit("phone", "email")})
            rung.append(ring())
        live = [shown - begun[which] for pipe in pipes for which, shown in _told(pipe, ids)]
        asked = [shown - begun[which] for which, shown in polled(ids).items()]
    if len(live) != CLIENTS * len(ids):
        raise SystemExit(f"{CLIENTS * len(ids) - len(live)} changes never showed")
    return live, asked, rung


@contextlib.contextmanager
def _clients(url: str, actor: Actor) -> Iterator[list[Pipe]]:
    """Processes with some clients each; they are asked for what they saw when all is done."""
    spawn = multiprocessing.get_context("spawn")
    pairs = [spawn.Pipe() for _ in range(PROCESSES)]
    count = CLIENTS // PROCESSES
    started = [spawn.Process(target=serve, args=(far, url, actor, count), daemon=True) for _, far in pairs]
    for each in started:
        each.start()
    pipes = [near for near, _ in pairs]
    for pipe in pipes:
        pipe.recv()
    yield pipes
    for pipe in pipes:
        pipe.send(None)
    for each in started:
        each.join(PATIENCE)


def _told(pipe: Pipe, ids: list[str]) -> list[tuple[str, float]]:
    pipe.send(ids)
    found: list[tuple[str, float]] = pipe.recv()
    return found


def serve(pipe: Pipe, url: str, actor: Actor, count: int) -> None:
    """Run so many clients until told to stop."""
    clients = [Client(url, actor) for _ in range(count)]
    pipe.send("ready")
    while (wanted := pipe.recv()) is not None:
        pipe.send([pair for client in clients for pair in client.saw(wanted)])
    for client in clients:
        client.close()


class Client:
    """A window without the window."""

    def __init__(self, url: str, actor: Actor) -> None:
        self._store = Store(Database(url), SystemClock(), Bus())
        self._desk, self._actor = make_desk(self._store), actor
        with self._store.reading() as connection:
            self._store.feed.take_position(connection)
        self._changed: set[str] = set()
        self._shown: dict[str, float] = {}
        self._news, self._ends = threading.Condition(), False
        self._store.bus.subscribe(self._hear)
        self._live = LiveRunner(self._store)
        self._live.start()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _hear(self, event: Event) -> None:
        if isinstance(event, MuchChanged):
            raise SystemExit("More changed than was written.")
        if isinstance(event, IncidentChanged):
            with self._news:
                self._changed.add(event.incident_id)
                self._news.notify_all()

    def _read(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._changed or self._ends)
                if self._ends:
                    return
            time.sleep(GATHER)
            with self._news:
                ids, self._changed = sorted(self._changed), set()
            found = self._desk.queue.fresh(self._actor, _ALL, ids)
            now = time.monotonic()
            with self._news:
                self._shown |= {each.row.id: now for each in found}
                self._news.notify_all()

    def saw(self, ids: list[str]) -> list[tuple[str, float]]:
        """When each of these was shown, once all were."""
        with self._news:
            self._news.wait_for(lambda: self._shown.keys() >= set(ids), PATIENCE)
            return [(each, self._shown[each]) for each in ids if each in self._shown]

    def close(self) -> None:
        """End the threads and the connections."""
        with self._news:
            self._ends = True
            self._news.notify_all()
        self._reader.join()
        self._live.stop()
        self._store.database.close()


@contextlib.contextmanager
def _poller(url: str) -> Iterator[Any]:
    """Somebody who asks once a second what has changed, by the barest statement there is."""
    seen: dict[str, float] = {}
    ends = threading.Event()

    def work() -> None:
        with psycopg.connect(_address(url), autocommit=True) as connection:
            while not ends.wait(1.0):
                rows = connection.execute("SELECT id FROM incident WHERE channel = 'email'").fetchall()
                now = time.monotonic()
                for (found,) in rows:
                    seen.setdefault(found.hex, now)

    thread = threading.Thread(target=work)
    thread.start()

    def told(ids: list[str]) -> dict[str, float]:
        while not seen.keys() >= set(ids):
            time.sleep(0.1)
        return dict(seen)

    yield told
    ends.set()
    thread.join()


@contextlib.contextmanager
def _bell(url: str) -> Iterator[Any]:
    """A bare NOTIFY: how long until another connection has heard it."""
    with (
        psycopg.connect(_address(url), autocommit=True) as listening,
        psycopg.connect(_address(url), autocommit=True) as ringing,
    ):
        listening.execute("LISTEN bare")

        def ring() -> float:
            begin = time.monotonic()
            ringing.execute("NOTIFY bare")
            list(listening.notifies(timeout=PATIENCE, stop_after=1))
            return time.monotonic() - begin

        yield ring


def _address(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")
