"""Whether a window misses a change while lines are cut, the server breaks down and transactions dawdle (T11).

    python -m tests.torture.feed --changes 2000 --kills 10 --breakdowns 3

Rounds of changes, each to another incident, by writers that try again until the server has acknowledged. Followers hear
of them as windows do and read only what they were told of. After each round what they read is compared with what the
server holds: a difference is a change that was missed. Between rounds the feed is emptied, as retention would, so that
going back after a loss repeats the changes of one round and never hides a miss behind "read everything again".
"""

import argparse
import json
import random
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field

import psycopg

from app.domain.events import Event, IncidentChanged, MuchChanged
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.unit_of_work import Store
from app.jobs.live import LiveRunner
from tests.support import postgres

WRITERS, FOLLOWERS, A_ROUND = 8, 3, 150
DAWDLES = 1.0
"""Seconds for which one transaction in each third round stays open after it has written."""
PATIENCE = 60.0

_LOG = (
    "INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact, urgency,"
    " computed_priority, priority, state) SELECT gen_random_uuid(), n, 'x', now(), now(), now(), 3, 3, 5, 5, 'new'"
    f" FROM generate_series(1, {A_ROUND}) AS n"
)
_READ = "SELECT id::text, minutes_spent FROM incident"
_CHANGE = "UPDATE incident SET minutes_spent = minutes_spent + 1 WHERE id = %s"


@dataclass
class Figures:
    """What was done, and what came of it; the last one has to be 0."""

    changes: int = 0
    dawdling_transactions: int = 0
    lines_killed: int = 0
    server_breakdowns: int = 0
    told: int = 0
    read_whole: int = 0
    seconds: float = 0.0
    missed: int = 0


class Follower:
    """A window without the window: it hears, and reads the incidents that it heard of."""

    def __init__(self, url: str, figures: Figures) -> None:
        self._url, self._figures = url, figures
        self._store = Store(Database(url), SystemClock(), Bus())
        with self._store.reading() as connection:
            self._store.feed.take_position(connection)
        self.shown = dict(_rows(url))
        self._heard: set[str] = set()
        self._news, self._ends = threading.Condition(), False
        self._store.bus.subscribe(self._hear)
        self._live = LiveRunner(self._store)
        self._live.start()
        self._reader = threading.Thread(target=self._read, name="follower")
        self._reader.start()

    def _hear(self, event: Event) -> None:
        with self._news:
            if isinstance(event, IncidentChanged):
                self._heard.add(event.incident_id)
                self._figures.told += 1
            elif isinstance(event, MuchChanged):
                self._heard.update(self.shown)
                self._figures.read_whole += 1
            self._news.notify_all()

    def _read(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._heard or self._ends)
                if self._ends:
                    return
                heard, self._heard = sorted(self._heard), set()
            found = _rows(self._url, heard)
            with self._news:
                self.shown |= found
                self._news.notify_all()

    def comes_to_show(self, wanted: dict[str, int]) -> int:
        """Wait until it shows this; how many rows it never did, which it reads then."""
        with self._news:
            self._news.wait_for(lambda: self.shown == wanted, PATIENCE)
            missed = sum(self.shown[each] != value for each, value in wanted.items())
            self.shown = dict(wanted)
            return missed

    def close(self) -> None:
        """End the threads and the connections."""
        self._live.stop()
        with self._news:
            self._ends = True
            self._news.notify_all()
        self._reader.join()
        self._store.database.close()


def _address(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def _until_done(url: str, statement: str, values: Sequence[object] = ()) -> list[tuple[str, int]]:
    """Run a statement, again and again while the server is down."""
    while True:
        try:
            with psycopg.connect(_address(url), application_name="torturer") as connection:
                cursor = connection.execute(statement, values)
                return cursor.fetchall() if cursor.description is not None else []
        except psycopg.OperationalError:
            time.sleep(0.02)


def _rows(url: str, ids: Sequence[str] = ()) -> dict[str, int]:
    chosen = " WHERE id = ANY(%s::uuid[])" if ids else ""
    found = _until_done(url, _READ + chosen, [list(ids)] if ids else [])
    return {each.replace("-", ""): minutes for each, minutes in found}


@dataclass
class Torture:
    """One run over one server."""

    server: postgres.PostgresServer
    url: str
    chance: random.Random
    figures: Figures = field(default_factory=Figures)

    @property
    def name(self) -> str:
        """The database."""
        return self.url.rsplit("/", maxsplit=1)[-1]

    def round(self, ids: Sequence[str], cruelties: Sequence[str], *, dawdles: bool) -> None:
        """Change each incident once, while lines are killed and the server breaks down."""
        waits = list(ids)
        self.chance.shuffle(waits)
        slow = [waits.pop() for _ in range(5)] if dawdles else []
        with ThreadPoolExecutor(WRITERS + 1) as pool:
            writing = [pool.submit(self._write, waits[at::WRITERS]) for at in range(WRITERS)]
            if slow:
                writing.append(pool.submit(self._dawdle, slow))
            for each in cruelties:
                time.sleep(self.chance.uniform(0, 0.3))
                self._kill_lines() if each == "kill" else self._break_down()
            for done in writing:
                done.result()
        self.figures.changes += len(ids)

    def _write(self, ids: Sequence[str]) -> None:
        for each in ids:
            _until_done(self.url, _CHANGE, [each])

    def _dawdle(self, ids: Sequence[str]) -> None:
        """A transaction with an early number that is committed late: whoever looks for the highest misses it."""
        while True:
            try:
                with psycopg.connect(_address(self.url), application_name="torturer") as connection:
                    for each in ids:
                        connection.execute(_CHANGE, [each])
                    time.sleep(DAWDLES)
            except psycopg.OperationalError:
                continue
            self.figures.dawdling_transactions += 1
            return

    def _kill_lines(self) -> None:
        killed = self.server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND application_name <> 'torturer' AND query LIKE '%%change_feed%%'",
            self.name,
        )
        self.figures.lines_killed += len(killed)

    def _break_down(self) -> None:
        """Kill one of its processes: the server ends all others and recovers from its log."""
        # Whoever wrote may have gone in between; then another round has the breakdown.
        self.figures.server_breakdowns += self.server.break_down(self.name)


def run(changes: int, kills: int, breakdowns: int, seed: int) -> dict[str, object]:
    """Until so much was done of each; returns the figures."""
    begin = time.monotonic()
    server = postgres.start({"synchronous_commit": "on", "max_connections": "100"})
    try:
        url = server.url(server.create())
        upgrade(url)
        _until_done(url, _LOG)
        torture = Torture(server, url, random.Random(seed))
        _go(torture, changes, kills, breakdowns)
    finally:
        server.stop()
    figures = torture.figures
    figures.seconds = round(time.monotonic() - begin, 1)
    return asdict(figures) | {"problems": {"missed": figures.missed} if figures.missed else {}}


def _go(torture: Torture, changes: int, kills: int, breakdowns: int) -> None:
    figures = torture.figures
    ids = sorted(_rows(torture.url))
    followers = [Follower(torture.url, figures) for _ in range(FOLLOWERS)]
    try:
        number = 0
        while figures.changes < changes or figures.lines_killed < kills or figures.server_breakdowns < breakdowns:
            number += 1
            cruelties = ["kill"] if figures.lines_killed < kills else []
            if figures.server_breakdowns < breakdowns and number % 3 == 0:
                cruelties.append("break down")
            torture.round(ids, cruelties, dawdles=number % 3 == 1)
            wanted = _rows(torture.url)
            figures.missed += sum(each.comes_to_show(wanted) for each in followers)
            _until_done(torture.url, "DELETE FROM change_feed")
    finally:
        for each in followers:
            each.close()


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when a change was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=50_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--breakdowns", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    found = run(chosen.changes, chosen.kills, chosen.breakdowns, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
