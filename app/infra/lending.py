"""Connections to a desk's file that are lent again and again, for reading and for writing alike.

Taking a connection from SQLAlchemy's pool and giving it back costs as much as all the indexed SQL of opening an
incident, and 5 % of a save; a file needs none of what happens there between two uses but an end of the transaction.
The pool stays behind this: it makes the connections and says how many there may be.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine

MOST_IDLE: Final = 5
"""So many wait for their next use; others that were needed at the same moment are closed."""


class Lending:
    """Lends connections of an engine, the one that was used last first; safe from several threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._idle: list[Connection] = []
        self._most_idle = MOST_IDLE

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection outside any transaction; it is kept for the next use unless the block raises."""
        # Not asked first whether there is one: another thread could take it in between.
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._engine.connect()
        try:
            yield connection
            _end_transaction(connection)
        except BaseException:
            connection.close()
            raise
        if len(self._idle) < self._most_idle:
            self._idle.append(connection)
        else:
            connection.close()

    def end(self) -> None:
        """Give all connections back to the pool, also those that are in use as soon as they are not."""
        self._most_idle = 0
        while self._idle:
            self._idle.pop().close()


def _end_transaction(connection: Connection) -> None:
    # What is left open sees the file as it was when it began, and would do so for the next reader too.
    if connection.in_transaction():
        connection.rollback()
    driver: Any = connection.connection.dbapi_connection
    if driver.in_transaction:
        driver.rollback()
