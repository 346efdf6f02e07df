"""Copying one table from one database to the other, and the digest by which both sides are compared."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from app.domain.errors import Refused
from app.domain.wording import tr
from app.infra.json_text import jsonb_text

Row = Mapping[str, Any]

ROWS = 500
"""Most rows that are read or written by one statement."""

_WIDTH = 1 << 256


class Digest(NamedTuple):
    """How many rows a table has, and the sum of their hashes, which does not depend on their order."""

    rows: int = 0
    sum: int = 0

    def plus(self, row: Sequence[Any]) -> "Digest":
        """With one more row."""
        told = "\x1f".join(map(_text, row))
        return Digest(self.rows + 1, (self.sum + int.from_bytes(hashlib.sha256(told.encode()).digest())) % _WIDTH)

    @property
    def text(self) -> str:
        """The digest as it is shown."""
        return f"{self.sum:064x}"


def _text(value: Any) -> str:
    """A value as text, the same whichever database it came from."""
    if value is None:
        return "\x1e"
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    if isinstance(value, (dict, list)):
        return jsonb_text(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(int(value)) if isinstance(value, bool) else str(value)


def count_rows(connection: Connection, table: Table) -> int:
    """How many rows the table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def digest_of(connection: Connection, table: Table, told: Callable[[int], None]) -> Digest:
    """Read the whole table; `told` hears of every stretch of rows that was read."""
    digest = Digest()
    with closing(_stretches(connection, table)) as stretches:
        for stretch in stretches:
            for row in stretch:
                digest = digest.plus(tuple(row))
            told(len(stretch))
    return digest


def copy_table(source: Connection, target: Connection, table: Table, told: Callable[[int], None]) -> Digest:
    """Write every row of the source into the target, and give the digest of what was read."""
    digest, columns = Digest(), [column.name for column in table.columns]
    waits_for = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    written: set[Any] = set()
    held: list[Row] = []
    with closing(_stretches(source, table)) as stretches:
        for stretch in stretches:
            rows = [dict(zip(columns, found, strict=True)) for found in stretch]
            for found in stretch:
                digest = digest.plus(tuple(found))
            if waits_for:
                held += rows
            else:
                _write(target, table, rows)
            told(len(stretch))
    while held:
        # What refers to a row of its own table comes after it.
        ready: list[Row] = []
        later: list[Row] = []
        for row in held:
            (ready if all(row[name] is None or row[name] in written for name in waits_for) else later).append(row)
        if not ready:
            raise Refused(
                tr("Rows of {table} refer to each other in a circle, so they cannot be moved.", table=table.name)
            )
        _write(target, table, ready)
        written.update(row["id"] for row in ready)
        held = later
    return digest


def _stretches(connection: Connection, table: Table) -> Generator[list[Any], None, None]:
    # A single attachment or picture may be many megabytes.
    size = 1 if table.name in {"attachment_content", "article_picture"} else ROWS
    with connection.execute(select(table), execution_options={"stream_results": True}) as result:
        while rows := result.fetchmany(size):
            yield list(rows)


def _write(target: Connection, table: Table, rows: Iterable[Row]) -> None:
    stretch: list[Row] = []
    for row in rows:
        stretch.append(row)
        if len(stretch) >= ROWS:
            target.execute(table.insert(), stretch)
            stretch = []
    if stretch:
        target.execute(table.insert(), stretch)
