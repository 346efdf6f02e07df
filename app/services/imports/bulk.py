"""Many rows at once, handed to the driver as tuples in storage form.

Core converts value by value, and a statement a row opens every index of the table anew; both were measured to cost more
than writing the rows. Here the caller converts each distinct value once, and one statement takes many rows.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table

from app.infra.plain_read import to_text

_ROWS = 100
"""Rows of one statement: more gain nothing, and the widest table stays far below the parameters that SQLite takes."""

_ROOMY = -262_144
"""Kibibytes of page cache while many rows go in, so that the pages of all indexes stay in memory.

A year's log makes a hundred megabytes; with room for less, pages are written out half-filled and again when they fill.
"""


class BulkInsert:
    """An insert into some columns of a table, gathered and then written at once.

    Add to `values` row by row, in the order of the columns and in storage form. That is one flat list, because a tuple
    a row would have to be made only to be taken apart again.
    """

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        self.values: list[Any] = []
        self._connection = connection
        self._width = len(columns)
        preparer = connection.dialect.identifier_preparer
        names = ", ".join(preparer.quote(column) for column in columns)
        mark = "?" if connection.dialect.name == "sqlite" else "%s"
        self._row = f"({', '.join([mark] * len(columns))})"
        # Table and columns come from the metadata and are quoted; every value is a parameter.
        self._head = f"INSERT INTO {preparer.format_table(table)} ({names}) VALUES "  # noqa: S608  # see above
        self._full = self._head + ", ".join([self._row] * _ROWS)

    def flush(self) -> None:
        """Insert the rows that were gathered."""
        values, size = self.values, _ROWS * self._width
        whole = len(values) - len(values) % size
        for start in range(0, whole, size):
            self._connection.exec_driver_sql(self._full, tuple(values[start : start + size]))
        if rest := tuple(values[whole:]):
            sql = self._head + ", ".join([self._row] * (len(rest) // self._width))
            self._connection.exec_driver_sql(sql, rest)
        values.clear()


def moment_storage(connection: Connection) -> Callable[[datetime | None], Any]:
    """Turns moments into what the driver stores.

    Sources tell whole minutes, and a year has few days and a day few minutes, so their text is put together from parts.
    """
    if connection.dialect.name != "sqlite":
        return lambda moment: moment
    day_text = cache(lambda ordinal: f"{date.fromordinal(ordinal).isoformat()}T")
    minute_text = cache(lambda minute: f"{minute // 60:02}:{minute % 60:02}:00.000000Z")

    def stored(moment: datetime | None) -> str | None:
        if moment is None:
            return None
        if moment.tzinfo is not UTC or moment.second or moment.microsecond:
            return to_text(moment)
        return day_text(moment.toordinal()) + minute_text(60 * moment.hour + moment.minute)

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
