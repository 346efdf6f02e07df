"""Many rows at once, handed to the driver as tuples.

Core converts value by value, which was measured to cost more than the insert itself; here the few conversions are done
by the caller, once for each distinct value.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table

from app.models.types import to_text


class BulkInsert:
    """An insert into some columns of a table; every row is a tuple in the order of the columns, in storage form."""

    def __init__(self, connection: Connection, table: Table, columns: Sequence[str]) -> None:
        self._connection = connection
        self._columns = tuple(columns)
        compiled = table.insert().compile(dialect=connection.dialect, column_keys=list(columns))
        self._sql = str(compiled)
        self._positional = bool(compiled.positional)
        if compiled.positional and tuple(compiled.positiontup or ()) != self._columns:
            raise AssertionError(f"{table.name}: the driver wants its columns in another order")

    def write(self, rows: list[tuple[Any, ...]]) -> None:
        """Insert the rows in one call."""
        if not rows:
            return
        arguments: Any = rows if self._positional else [dict(zip(self._columns, row, strict=True)) for row in rows]
        self._connection.exec_driver_sql(self._sql, arguments)


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
