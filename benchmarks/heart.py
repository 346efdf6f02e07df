"""What passing time costs: a look when nothing is due, and much that is due at once."""

import random
import shutil
import sqlite3
import statistics
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.clock import SteppedClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.infra.unit_of_work import Store, Work
from app.models.clocks import incident_clocks
from app.models.people import person
from app.services.incidents.create import create_incident
from app.services.incidents.dto import NewIncident
from app.services.sla.keep import keep_clocks
from app.services.sla.samples import furnish_clocks
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from benchmarks.harness import Result, compare, without_trail

FEW, MANY, DUE = 1_000, 1_000_000, 10_000
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
WORKER = Worker("a" * 32, "Bench", "jobs")
ADMIN = Actor("b" * 32, "Bench", Role.ADMIN)
_RUNS = 5


def run(folder: Path) -> list[Result]:
    """Both; `folder` keeps the filled databases between runs."""
    return [_idle_ticks(folder), *_much_due(folder)]


def _store(path: Path, at: datetime) -> Store:
    return Store(Database(sqlite_url(path)), SteppedClock(at), Bus())


def _idle_ticks(folder: Path) -> Result:
    """All that a tick reads of open incidents is when to look next, so the desk holds nothing but their clocks."""
    few, many = (_store(_with_clocks(folder, count), MONDAY) for count in (FEW, MANY))
    assert fire_due(many, WORKER).next_due_at is not None
    found = compare(
        "a tick with nothing due, 1,000,000 open over 1,000",
        lambda: fire_due(many, WORKER),
        lambda: fire_due(few, WORKER),
        promised=2.0,
        runs=300,
    )
    few.database.close()
    many.database.close()
    return found


def _with_clocks(folder: Path, count: int) -> Path:
    path = folder / f"looks_{count}.sqlite"
    if not path.exists():
        upgrade(sqlite_url(path))
        database = Database(sqlite_url(path), durable=False)
        chance = random.Random(count)
        for begin in range(0, count, 50_000):
            rows = [
                {
                    "incident_id": f"{number:032x}",
                    "policy_set": "desk",
                    "engine": "1",
                    "checked_until": MONDAY,
                    "next_look_at": MONDAY + timedelta(seconds=chance.randrange(60, 5_000_000)),
                }
                for number in range(begin, min(begin + 50_000, count))
            ]
            with database.writing(trusted=True) as connection:
                connection.execute(incident_clocks.insert(), rows)
        database.close()
    return path


class Transactions:
    """How long each transaction of a tick took; what is opened before the first one holds nobody up."""

    def __init__(self) -> None:
        self.lengths: list[float] = []
        self._begun = 0.0

    def begin(self) -> bool:
        """A transaction is about to begin."""
        self._begun = time.perf_counter()
        return True

    def end(self) -> None:
        """It has ended."""
        self.lengths.append(time.perf_counter() - self._begun)


def _much_due(folder: Path) -> list[Result]:
    """Ten thousand incidents that reach their first threshold at one instant, against the bare rows of the same."""
    template = _logged(folder, DUE)
    at = MONDAY + timedelta(hours=2)
    copy = folder / "due.sqlite"
    things: list[float] = []
    floors: list[float] = []
    longest: list[float] = []
    for _ in range(_RUNS):
        shutil.copyfile(template, copy)
        store, transactions = _store(copy, at), Transactions()
        begin = time.perf_counter()
        tick = fire_due(store, WORKER, may_go_on=transactions.begin, between=transactions.end)
        things.append(time.perf_counter() - begin)
        assert tick.fired == DUE, tick
        longest.append(max(transactions.lengths))
        store.database.close()
        floors.append(_bare(template, copy, folder / "bare.sqlite", tick.batches))
    copy.unlink()
    return [
        Result("10,000 thresholds due at once", statistics.median(things), statistics.median(floors), 3.0),
        Result("the longest of their transactions, over 100 ms", statistics.median(longest), 0.1, 1.0),
    ]


_TABLES = {
    "journal_entry": "SELECT * FROM journal_entry WHERE kind = 'sla'",
    "sla_firing": "SELECT * FROM sla_firing",
    "incident_clocks": "SELECT * FROM incident_clocks",
    "audit_entry": "SELECT a.* FROM audit_entry a JOIN journal_entry e ON e.id = a.part_id WHERE e.kind = 'sla'",
}


def _bare(template: Path, fired: Path, copy: Path, transactions: int) -> float:
    """Seconds for the rows that a tick wrote, by the driver alone: as many transactions, equally durable."""
    rows = {}
    with sqlite3.connect(fired) as source:
        for table, sql in _TABLES.items():
            rows[table] = source.execute(sql).fetchall()
    source.close()
    shutil.copyfile(template, copy)
    bare = without_trail(sqlite3.connect(copy, isolation_level=None))
    bare.execute("PRAGMA foreign_keys=ON")
    bare.execute("PRAGMA synchronous=FULL")
    size = -(-max(len(each) for each in rows.values()) // transactions)
    begin = time.perf_counter()
    for number in range(transactions):
        bare.execute("BEGIN IMMEDIATE")
        for table, found in rows.items():
            part = found[number * size : (number + 1) * size]
            if part:
                marks = ",".join("?" * len(part[0]))
                bare.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", part)
        bare.execute("COMMIT")
    taken = time.perf_counter() - begin
    bare.close()
    copy.unlink()
    return taken


def _logged(folder: Path, count: int) -> Path:
    """A desk with that many moderate incidents, logged at one instant."""
    path = folder / f"logged_{count}.sqlite"
    if not path.exists():
        upgrade(sqlite_url(path))
        store = Store(Database(sqlite_url(path), durable=False), SteppedClock(MONDAY), Bus())
        with store.writing(ADMIN) as work:
            work.connection.execute(person.insert(), {"id": ADMIN.person_id, "name": ADMIN.name, "role": "admin"})
            furnish_clocks(work, "UTC")
        for begin in range(0, count, 1000):
            with store.writing(ADMIN) as work:
                _log(work, range(begin, min(begin + 1000, count)))
        with store.writing(ADMIN) as work:
            work.connection.exec_driver_sql("ANALYZE")
        store.database.close()
    return path


def _log(work: Work, numbers: range) -> None:
    for number in numbers:
        new = NewIncident(work.new_id(), f"Trouble {number}", caller_id=ADMIN.person_id, impact=2, urgency=2)
        create_incident(work, new)
    keep_clocks(work, work.touched)
    work.touched.clear()
    work.events.clear()
