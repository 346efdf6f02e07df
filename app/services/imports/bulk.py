"""Many rows at once, handed to the driver as tuples in storage form.

Core converts value by value, and a statement a row opens every index of the table anew; both were measured to cost more
than writing the rows. Here the caller converts each distinct value once, and one statement takes many rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table

from app.models.types import to_text

_ROWS = 100
"""Rows of one statement: more gain nothing, and the widest table stays far below the parameters that SQLite takes."""

_ROOMY = -65_536
"""Kibibytes of page cache while many rows go in, so that the pages of all indexes stay in memory."""


class BulkInsert:
    """An insert into some columns of a table; every row is a tuple in the order of the columns, in storage form."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        self._connection = connection
        preparer = connection.dialect.identifier_preparer
        names = ", ".join(preparer.quote(column) for column in columns)
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        self._row = f"({', '.join([mark] * len(columns))})"
        # Table and columns come from the metadata and are quoted; every value is a parameter.
        self._head = f"INSERT INTO {preparer.format_table(table)} ({names}) VALUES "  # noqa: S608  # see above
        self._full = self._head + ", ".join([self._row] * _ROWS)

    def write(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Insert the rows."""
        whole = len(rows) - len(rows) % _ROWS
        for start in range(0, whole, _ROWS):
            self._run(self._full, rows[start : start + _ROWS])
        if rest := rows[whole:]:
            self._run(self._head + ", ".join([self._row] * len(rest)), rest)

    def _run(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        self._connection.exec_driver_sql(sql, tuple(chain.from_iterable(rows)))


def moment_storage(connection: Connection) -> Callable[[datetime | None], Any]:
    """Turns moments into what the driver stores; remembers each, because the same minute comes thousands of times."""
    if connection.dialect.name != "sqlite":
        return lambda moment: moment
    known: dict[datetime | None, str | None] = {None: None}

    def stored(moment: datetime | None) -> str | None:
        text = known.get(moment)
        if text is None and moment is not None:
            text = known[moment] = to_text(moment)
        return text

    return stored


@contextmanager
def room_for_many_rows(connection: Connection) -> Iterator[None]:
    """While this lasts SQLite keeps more pages in memory; PostgreSQL manages its own."""
    if connection.dialect.name != "sqlite":
        yield
        return
    before = int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())
    connection.exec_driver_sql(f"PRAGMA cache_size={_ROOMY}")
    try:
        yield
    finally:
        # An interrupt in the middle of a statement makes SQLAlchemy give the connection up; then there is none to set.
        if not connection.invalidated:
            connection.exec_driver_sql(f"PRAGMA cache_size={before}")
