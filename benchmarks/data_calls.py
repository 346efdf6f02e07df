"""Queue page, opening and creating an incident on 100,000 incidents in SQLite, against the same SQL run bare."""

import itertools
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database, watchers
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import NewIncident
from app.services.incidents.queue_dto import QueueQuery
from benchmarks.fill import NOW, filled_desk
from benchmarks.harness import Action, Result, compare, without_trail

QUERIES = {
    "open by priority": QueueQuery("is:open"),
    "open of a group": QueueQuery("is:open team:network", group_by="none", sort="priority", descending=False),
    "mine": QueueQuery("is:open assignee:me", group_by="none", sort="updated_at"),
    "priority 1 and 2": QueueQuery("is:open priority:1,2", group_by="none", sort="updated_at"),
    "everything by number": QueueQuery("is:any", group_by="none"),
    "waiting, grouped by state": QueueQuery("is:waiting", group_by="state"),
    "open by time left": QueueQuery("is:open", "sla", False, "none", at=NOW),
    "open under heads of time left": QueueQuery("is:open", "sla", False, "sla", at=NOW),
    "breached": QueueQuery("is:open is:breached", "sla", False, "none", at=NOW),
    "due within the hour": QueueQuery("is:open sla:<1h", "sla", False, "sla", at=NOW),
    "soon": QueueQuery("is:open sla:soon", "sla", False, "none", at=NOW),
}

Statement = tuple[str, Any, bool]


def run(folder: Path, incidents: int = 100_000) -> list[Result]:
    """All data calls; `folder` keeps the filled database between runs."""
    url = filled_desk(folder, incidents)
    desk = make_desk(Store(Database(url), SystemClock(), Bus()))
    with desk.store.reading() as connection:
        agent = connection.exec_driver_sql("SELECT person_id, group_id FROM group_member LIMIT 1").one()
        caller = str(connection.exec_driver_sql("SELECT id FROM person LIMIT 1").scalar_one())
        opened = [str(row[0]) for row in connection.exec_driver_sql("SELECT id FROM incident LIMIT 200")]
    actor = Actor(agent[0], "Bench", Role.ADMIN, frozenset({agent[1]}))
    bare = _bare(url)
    results = []
    for name, wanted in QUERIES.items():
        page = _bound(desk.queue.page, actor, wanted)
        results.append(compare(f"queue page, {name}", page, _replay(bare, _recorded(page)), 3))
    results.append(_open(desk, actor, bare, opened))
    bare.close()
    copy = without_trail(_copied(url, folder / "bare.sqlite"))
    results.append(_create(desk, actor, copy, caller))
    desk.close()
    copy.close()
    (folder / "bare.sqlite").unlink()
    return results


def _open(desk: Desk, actor: Actor, bare: sqlite3.Connection, ids: list[str]) -> Result:
    turn, floor_turn = itertools.cycle(ids), itertools.cycle(ids)
    statements = _recorded(lambda: desk.incident.detail(actor, ids[0]))

    def thing() -> object:
        return desk.incident.detail(actor, next(turn))

    def floor() -> None:
        incident_id = next(floor_turn)
        for sql, parameters, _many in statements:
            bare.execute(sql, tuple(incident_id if value == ids[0] else value for value in parameters)).fetchall()

    return compare("open an incident with its history", thing, floor, 3, runs=200)


def _create(desk: Desk, actor: Actor, bare: sqlite3.Connection, caller: str) -> Result:
    def thing() -> object:
        return desk.incidents.create(
            actor, NewIncident(desk.new_id(), "Printer on floor 2 prints blank pages", caller, "Since this morning.")
        )

    written = [item for item in _recorded(thing) if item[0].lstrip().upper().startswith("INSERT")]
    written.append(_trail(desk, written))
    numbers = itertools.count(random.randrange(10**8, 10**9))

    def floor() -> None:
        number = next(numbers)
        bare.execute("BEGIN IMMEDIATE")
        for sql, parameters, many in written:
            if sql.startswith("INSERT INTO number_counter"):
                bare.execute(sql, parameters).fetchone()
                continue
            renewed = [_renewed(row, number) for row in (parameters if many else [parameters])]
            bare.executemany(sql, renewed)
        bare.execute("COMMIT")

    return compare("create an incident with its journal", thing, floor, 2, runs=200)


def _trail(desk: Desk, written: list[Statement]) -> Statement:
    """What the triggers wrote in the audit trail, as rows to be written bare: the floor has the rows and no hashing."""
    row = next(parameters for sql, parameters, _ in written if sql.startswith("INSERT INTO incident "))
    with desk.store.reading() as connection:
        found = connection.exec_driver_sql("SELECT * FROM audit_entry WHERE subject_id = ?", (row[0],)).all()
    return f"INSERT INTO audit_entry VALUES ({', '.join('?' * len(found[0]))})", [tuple(each) for each in found], True


def _renewed(row: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    # Same rows under fresh identifiers: every 32-digit id of this incident is made new, its number is counted up.
    fresh = {value: f"{number:08x}{value[8:]}" for value in row if _is_new_id(value)}
    return tuple(
        number if position == 1 and isinstance(value, int) else fresh.get(value, value)
        for position, value in enumerate(row)
    )


_first_ids: set[str] = set()


def _is_new_id(value: Any) -> bool:
    return isinstance(value, str) and value in _first_ids


def _bound(call: Callable[..., object], *arguments: object) -> Action:
    return lambda: call(*arguments)


@contextmanager
def _recording(statements: list[Statement]) -> Iterator[None]:
    def note(_connection: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, many: bool) -> None:
        statements.append((sql, parameters, many))

    def note_prepared(sql: str, parameters: Any) -> None:
        statements.append((sql, parameters, isinstance(parameters, list)))

    event.listen(Engine, "before_cursor_execute", note)
    watchers.append(note_prepared)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        watchers.remove(note_prepared)


def _recorded(action: Action) -> list[Statement]:
    """The statements that an action sends, so that its floor runs exactly the same SQL."""
    statements: list[Statement] = []
    action()
    with _recording(statements):
        action()
    for sql, parameters, many in statements:
        if sql.startswith(("INSERT INTO incident ", "INSERT INTO journal_entry ")):
            _first_ids.add((parameters[0] if many else parameters)[0])
    return statements


def _replay(bare: sqlite3.Connection, statements: list[Statement]) -> Action:
    def floor() -> None:
        for sql, parameters, _many in statements:
            bare.execute(sql, parameters).fetchall()

    return floor


def _copied(url: str, path: Path) -> sqlite3.Connection:
    """A copy of the desk, opened like it."""
    path.unlink(missing_ok=True)
    with closing(_bare(url)) as desk, closing(sqlite3.connect(path)) as copy:
        desk.backup(copy)
    return _bare(f"sqlite:///{path}")


def _bare(url: str) -> sqlite3.Connection:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    for pragma in (
        "foreign_keys=ON",
        "synchronous=FULL",
        "cache_size=-16384",
        "mmap_size=2147418112",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection
