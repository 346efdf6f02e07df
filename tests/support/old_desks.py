"""Desks as the programs of earlier schemas left them, each made by the program of its day: what an upgrade starts from.

`python -m tests.support.old_desks DESK.sqlite` keeps a desk of the present schema for the upgrades to come. Each holds
its schema and its rows as SQLite has them; on PostgreSQL the migrations lay that schema out and the rows are copied.
"""

import gzip
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from psycopg import sql as psycopg_sql

from app.infra import migrate
from app.infra.database_url import parse_url
from app.infra.sqlite_file import APPLICATION_ID, FORMAT_VERSION
from tests.support.tampering import behind

FOLDER = Path(__file__).with_name("old_desks")
REVISIONS = sorted(path.name.removesuffix(".json.gz") for path in FOLDER.glob("*.json.gz"))

ADDED_TO_BY_UPGRADES = frozenset({"alembic_version", "change_feed", "audit_entry", "audit_head", "audit_anchor"})
"""What is kept about changes, to which an upgrade may add, and the revision that it notes."""

Rows = dict[str, list[tuple[Any, ...]]]
"""The rows of each table, in an order that depends on them alone, with the values as text."""


def make_old_desk(url: str, revision: str) -> None:
    """Put the desk of a revision into a database that is empty, or a file that is missing."""
    kept = json.loads(gzip.decompress((FOLDER / f"{revision}.json.gz").read_bytes()))
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        _make_file(Path(str(parsed.database)), kept)
        return
    lay_out(url, revision)
    with behind(parsed) as connection:
        for table, found in kept["rows"].items():
            if table not in _LEFT_OUT:
                _copy(connection, table, found)


_LEFT_OUT = {"alembic_version", "change_feed"}
"""The one is there already; the other is for windows that are open, and a server counts it by itself."""


def lay_out(url: str, revision: str) -> None:
    """Bring the schema of a database to a revision, without what today's program adds when it upgrades."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrate, "HEAD", revision)
        patch.setattr("alembic.command.upgrade", partial(_upgrade_to, revision, command.upgrade))
        for name in ("renew_triggers", "begin_chains", "write_rights"):
            patch.setattr(f"{_HOMES[name]}.{name}", lambda *_arguments: None)
        migrate.upgrade(url)


_HOMES = {
    "renew_triggers": "app.infra.audit.renew",
    "begin_chains": "app.services.audit.baseline",
    "write_rights": "app.services.server.rights",
}


def _upgrade_to(revision: str, upgrade: Callable[[Config, str], None], config: Config, _head: str) -> None:
    upgrade(config, revision)


def _make_file(path: Path, kept: dict[str, Any]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={FORMAT_VERSION}")
        connection.execute("BEGIN")
        tables = [text for text in kept["schema"] if text.startswith("CREATE TABLE")]
        for text in tables:
            connection.execute(text)
        for table, found in kept["rows"].items():
            marks = ", ".join("?" for _ in found["columns"])
            rows = [[_value(value) for value in row] for row in found["rows"]]
            names = ", ".join(f'"{name}"' for name in found["columns"])
            connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', rows)
        for text in kept["schema"]:
            if text not in tables:
                connection.execute(text)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


def _value(kept: Any) -> Any:
    return bytes.fromhex(kept["hex"]) if isinstance(kept, dict) else kept


def _copy(connection: Any, table: str, found: dict[str, Any]) -> None:
    """The server reads each text as the type that its column has."""
    query = "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'"
    known = {row[0] for row in connection.execute(query, (table,)).fetchall()}
    places = [place for place, name in enumerate(found["columns"]) if name in known]
    statement = psycopg_sql.SQL("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES ({})").format(
        psycopg_sql.Identifier(table),
        psycopg_sql.SQL(", ").join(psycopg_sql.Identifier(found["columns"][place]) for place in places),
        psycopg_sql.SQL(", ").join(psycopg_sql.Placeholder() for _ in places),
    )
    with connection.cursor() as cursor:
        cursor.executemany(statement, [[_plain(row[place]) for place in places] for row in found["rows"]])


def _plain(kept: Any) -> Any:
    value = _value(kept)
    return value if value is None or isinstance(value, bytes) else str(value)


@contextmanager
def _cursor(url: str) -> Iterator[tuple[Any, bool]]:
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(parsed.database))) as connection:
            yield connection.cursor(), True
        return
    with behind(parsed) as connection, connection.cursor() as cursor:
        yield cursor, False


def read_rows(url: str, only: Rows | None = None, columns: dict[str, list[str]] | None = None) -> Rows:
    """What the tables of a desk hold; of those in `only`, and the columns given, where that is said."""
    found: Rows = {}
    with _cursor(url) as (cursor, is_file):
        for table in sorted(only if only is not None else _tables(cursor, is_file=is_file)):
            wanted = (columns or {}).get(table) or _columns(cursor, table, is_file=is_file)
            names = ", ".join(f'"{name}"' for name in wanted)
            cursor.execute(f'SELECT {names} FROM "{table}"')
            found[table] = sorted(tuple(map(repr, row)) for row in cursor.fetchall())
    return found


def take_out_looks(kept: Rows, columns: list[str]) -> list[tuple[str, str]]:
    """What the timers of clocks said, whose place is beside the clocks since revision 0025, taken out of the rows."""
    if not columns:
        return []
    kind, subject, due = (columns.index(name) for name in ("kind", "subject_id", "due_at"))
    moved = sorted((row[subject], row[due]) for row in kept["timer"] if row[kind] == "'clocks'")
    kept["timer"] = [row for row in kept["timer"] if row[kind] != "'clocks'"]
    return moved


def columns_of(url: str) -> dict[str, list[str]]:
    """The columns of every table."""
    with _cursor(url) as (cursor, is_file):
        return {table: _columns(cursor, table, is_file=is_file) for table in _tables(cursor, is_file=is_file)}


def _tables(cursor: Any, *, is_file: bool) -> list[str]:
    cursor.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        if is_file
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    return [row[0] for row in cursor.fetchall()]


def _columns(cursor: Any, table: str, *, is_file: bool) -> list[str]:
    cursor.execute(
        f"SELECT name FROM pragma_table_info('{table}')"
        if is_file
        else f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' ORDER BY 1"
    )
    return [row[0] for row in cursor.fetchall()]


def keep(desk: Path) -> Path:
    """Keep a desk for the upgrades to come; returns the file that was written."""
    with closing(sqlite3.connect(desk)) as connection:
        schema = connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
            " ORDER BY type <> 'table', type <> 'index', rowid"
        )
        texts = [row[0] for row in schema]
        rows: dict[str, dict[str, Any]] = {}
        for table in _tables(connection.cursor(), is_file=True):
            cursor = connection.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            found = [[{"hex": v.hex()} if isinstance(v, bytes) else v for v in row] for row in cursor]
            if found:
                rows[table] = {"columns": names, "rows": found}
    revision = rows["alembic_version"]["rows"][0][0]
    data = json.dumps({"schema": texts, "rows": rows}, ensure_ascii=False, separators=(",", ":")).encode()
    path = FOLDER / f"{revision}.json.gz"
    path.write_bytes(gzip.compress(data, 9, mtime=0))
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{keep(Path(sys.argv[1]))}\n")
