"""Many rows at once, handed to the driver as tuples in storage form.

Core converts value by value, and a statement a row opens every index of the table anew; both were measured to cost more
than writing the rows. Here the caller converts each distinct value once, and one statement takes many rows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table

from app.domain.moments import EARLIEST
from app.infra.database import send
from app.infra.plain_read import to_text

_ROWS = 500
"""Rows of one statement: more gain nothing, and the widest table stays far below the parameters that a database takes.

That is 32,766 for SQLite and 65,535 for PostgreSQL.
"""

_ROOMY = -262_144
"""Kibibytes of page cache while many rows go in, so that the pages of all indexes stay in memory.

A year's log makes a hundred megabytes; with room for less, pages are written out half-filled and again when they fill.
"""


class BulkInsert:
    """An insert into some columns of a table, gathered and then written at once.

    Add to `values` row by row, in the order of the columns and in storage form. That is one flat list, because a tuple
    a row would have to be made only to be taken apart again. What stands in `constants` is the same in all rows;
    SQLite is given it once a statement.
    """

    def __init__(
        self, connection: Connection, table: Table, columns: Sequence[str], constants: Mapping[str, Any] | None = None
    ) -> None:
        self.values: list[Any] = []
        self._connection = connection
        self._width = len(columns)
        self._constants = tuple((constants or {}).values())
        self._is_sqlite = connection.dialect.name == "sqlite"
        preparer = connection.dialect.identifier_preparer
        names = ", ".join(preparer.quote(column) for column in (*(constants or ()), *columns))
        mark = "?" if self._is_sqlite else "%s"
        # A number names the parameter to use again; it works because the constants come first.
        shared = [f"?{place}" if self._is_sqlite else mark for place in range(1, len(self._constants) + 1)]
        self._row = f"({', '.join([*shared, *[mark] * len(columns)])})"
        # A statement that may fail half-way keeps a copy of every page it changes, to take back what it did; here an
        # error takes the whole transaction back, and copying was measured to cost 3 % of an import.
        insert = "INSERT OR FAIL INTO" if self._is_sqlite else "INSERT INTO"
        # Table and columns come from the metadata and are quoted; every value is a parameter.
        self._head = f"{insert} {preparer.format_table(table)} ({names}) VALUES "
        self._full = self._statement(_ROWS)

    def flush(self) -> None:
        """Insert the rows that were gathered."""
        values, width = self.values, self._width
        for start in range(0, len(values), _ROWS * width):
            rows = values[start : start + _ROWS * width]
            count = len(rows) // width
            sql = self._full if count == _ROWS else self._statement(count)
            send(self._connection, sql, self._arguments(rows)).close()
        values.clear()

    def _statement(self, rows: int) -> str:
        return self._head + ", ".join([self._row] * rows)

    def _arguments(self, rows: list[Any]) -> list[Any]:
        """The parameters for these rows."""
        constants, width = self._constants, self._width
        if self._is_sqlite or not constants:
            return [*constants, *rows]
        starts = range(0, len(rows), width)
        return [value for start in starts for value in (*constants, *rows[start : start + width])]


class _DayTexts(dict[int, str]):
    """How the storage text of a moment begins, by days since 1970; a year has few."""

    def __missing__(self, days: int) -> str:
        text = self[days] = to_text(EARLIEST + timedelta(days))[:11]
        return text


class _ClockTexts(dict[int, str]):
    """How the storage text of a moment ends, by seconds of the day; sources tell whole minutes, and a day has few."""

    def __missing__(self, seconds: int) -> str:
        text = self[seconds] = to_text(EARLIEST + timedelta(0, seconds))[11:]
        return text


def moment_storage(connection: Connection) -> Callable[[datetime | None], Any]:
    """Turns moments into what the driver stores; on SQLite a text, put together from parts that were made before."""
    if connection.dialect.name != "sqlite":
        return lambda moment: moment
    days, clocks = _DayTexts(), _ClockTexts()

    def stored(moment: datetime | None) -> str | None:
        if moment is None:
            return None
        since = moment - EARLIEST
        if since.microseconds:
            return to_text(moment)
        return days[since.days] + clocks[since.seconds]

    return stored


def milliseconds_of(moment: datetime) -> str:
    """The first 12 hex digits of an identifier of that moment."""
    since = moment - EARLIEST
    # A fraction is cut off by way of the same float as ever: identifiers of imported rows never change.
    whole = 1000 * (86_400 * since.days + since.seconds) if not since.microseconds else int(moment.timestamp() * 1000)
    return f"{whole:012x}"


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


def ring_nobody(connection: Connection) -> None:
    """Have this transaction wake no other window: each finds so much when it looks by itself, within 15 seconds."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("SET LOCAL mainstay.quiet = 'on'")
