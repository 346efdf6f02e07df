"""Importing an audit log against reading the same file with `csv` and inserting as many rows with one `executemany`.

What the floor inserts into is not said by the promise, so both readings are measured: a bare table of 36 text columns
without any key, which is the strict one, and the desk's own journal with its keys, checks and references, which any
import of a history has to fill. Both are durable in the same way as the desk (WAL, synchronous=FULL, one transaction).
"""

import csv
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.bootstrap import open_session
from app.channels.importers.log_columns import NAMES
from app.channels.importers.servicenow_log import read_log
from benchmarks.harness import Result, without_trail

_INCIDENTS = 6_000
_PROMISED = 4.0
_RUNS = 5
_LIFE = (
    "New", "New", "Active", "Awaiting User Info", "Active", "Resolved", "Closed",
)  # fmt: skip


def run(folder: Path) -> list[Result]:
    """Import a made-up log of the shape of the real one: about seven rows an incident, few columns changed by each."""
    log = folder / "benchmark_log.csv"
    with log.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(NAMES)
        writer.writerows(_rows())
    imports, bare, journal = [], [], []
    for attempt in range(_RUNS):
        bare.append(_timed(lambda: _fill_bare(log, folder / "floor.sqlite")))
        imports.append(_import(log, folder / f"import_{attempt}.sqlite"))
        journal.append(_fill_journal(log, folder / f"journal_{attempt}.sqlite"))
    thing = statistics.median(imports)
    return [
        Result("import a log (over a bare table)", thing, statistics.median(bare), _PROMISED),
        Result("import a log (over the journal's table)", thing, statistics.median(journal), _PROMISED),
    ]


def _rows() -> Iterator[list[str]]:
    chance = random.Random(20160229)
    begin = datetime(2016, 2, 29, 1, tzinfo=UTC)
    for number in range(_INCIDENTS):
        opened = begin + timedelta(minutes=17 * number)
        cells = dict.fromkeys(NAMES, "?")
        cells |= {
            "number": f"INC{number:07d}", "active": "true", "reopen_count": "0", "made_sla": "true",
            "caller_id": f"Caller {chance.randrange(3000)}", "opened_by": f"Opened by {chance.randrange(70)}",
            "opened_at": _text(opened), "contact_type": "Phone", "location": f"Location {chance.randrange(90)}",
            "category": f"Category {chance.randrange(35)}", "subcategory": f"Subcategory {chance.randrange(120)}",
            "impact": "2 - Medium", "urgency": "2 - Medium", "priority": "3 - Moderate", "knowledge": "true",
            "u_priority_confirmation": "false", "notify": "Do Not Notify", "closed_code": "code 6",
            "resolved_by": f"Resolved by {chance.randrange(130)}", "resolved_at": _text(opened + timedelta(days=3)),
            "closed_at": _text(opened + timedelta(days=8)), "assigned_to": f"Resolver {chance.randrange(130)}",
        }  # fmt: skip
        group, moves = chance.randrange(60), 0
        for step, state in enumerate(_LIFE):
            if step and chance.random() < 0.17:
                group, moves = (group + 1) % 60, moves + 1
            cells |= {
                "incident_state": state, "sys_mod_count": str(step), "assignment_group": f"Group {group}",
                "reassignment_count": str(moves), "sys_updated_by": f"Updated by {chance.randrange(180)}",
                "sys_updated_at": _text(opened + timedelta(hours=11 * step)),
            }  # fmt: skip
            yield list(cells.values())


def _text(at: datetime) -> str:
    return f"{at.day}/{at.month}/{at.year} {at:%H:%M}"


def _timed(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def _import(log: Path, path: Path) -> float:
    session = open_session(f"sqlite:///{path}")
    taken = _timed(lambda: session.desk.imports.run(session.actor, read_log(log)))
    session.desk.close()
    path.unlink()
    return taken


def _read(log: Path) -> list[list[str]]:
    with log.open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))[1:]


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _fill_bare(log: Path, path: Path) -> None:
    path.unlink(missing_ok=True)
    connection = _open(path)
    connection.execute(f"CREATE TABLE log ({', '.join(f'{name} TEXT' for name in NAMES)})")
    _insert(connection, f"INSERT INTO log VALUES ({', '.join('?' * len(NAMES))})", _read(log))
    connection.close()


def _fill_journal(log: Path, path: Path) -> float:
    """One entry for each row of the file; the incidents that they belong to stand there before."""
    session = open_session(f"sqlite:///{path}")
    session.desk.imports.run(session.actor, read_log(log))
    session.desk.close()
    connection = without_trail(_open(path))
    columns = "id, incident_id, occurred_at, recorded_at, author_id, by_desk, kind, visibility, body, source"
    entries = connection.execute(f"SELECT {columns} FROM journal_entry WHERE kind <> 'reassigned_unseen'").fetchall()
    with_new_ids = [(f"f{entry[0][1:]}", *entry[1:]) for entry in entries]
    statement = f"INSERT INTO journal_entry ({columns}) VALUES ({', '.join('?' * 10)})"
    begin = time.perf_counter()
    rows = _read(log)
    _insert(connection, statement, with_new_ids[: len(rows)])
    taken = time.perf_counter() - begin
    connection.close()
    path.unlink()
    return taken


def _insert(connection: sqlite3.Connection, statement: str, rows: list[list[str]] | list[tuple[object, ...]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(statement, rows)
    connection.execute("COMMIT")
