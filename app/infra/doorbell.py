"""A line to the database on which one waits until somebody else has changed something, instead of asking all day.

PostgreSQL rings by NOTIFY, without a word about what happened; SQLite is asked whether its file was written, which
costs some microseconds and reads nothing. What changed is read from the feed afterwards, so a ring that gets lost on
the way only costs time.
"""

import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.infra.database import Database

CHANGE = "mainstay_change"
PRESENCE = "mainstay_presence"
CHANNELS = (CHANGE, PRESENCE)

LOOK_EVERY = 0.25
"""Seconds between two looks at a SQLite file."""


class Line(Protocol):
    """An open line; `connection` is its own and belongs to the thread that waits, everybody may `knock`."""

    connection: Connection

    def wait(self, seconds: float) -> frozenset[str]:
        """Which bells rang; none when the time is over or somebody knocked. DBAPIError when the line is cut."""
        ...

    def knock(self) -> None:
        """End the waiting at once, from any thread."""
        ...


@contextmanager
def open_line(database: Database) -> Iterator[Line]:
    """A line of one's own, closed at the end; `Unavailable` when the database is out of reach."""
    with database.apart() as connection:
        if database.is_sqlite:
            yield FileLine(connection)
            return
        line = ServerLine(connection)
        try:
            yield line
        finally:
            line.close()


class FileLine:
    """Looks now and then whether another connection has written to the file."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._knocked = threading.Event()
        self._version = self._look()

    def wait(self, seconds: float) -> frozenset[str]:
        """Until the file is written, somebody knocks or the time is over."""
        end = time.monotonic() + seconds
        while True:
            version = self._look()
            if version != self._version:
                self._version = version
                return frozenset({CHANGE})
            left = end - time.monotonic()
            if left <= 0 or self._knocked.wait(min(left, LOOK_EVERY)):
                self._knocked.clear()
                return frozenset()

    def knock(self) -> None:
        """End the waiting at once."""
        self._knocked.set()

    def _look(self) -> int:
        return int(self.connection.exec_driver_sql("PRAGMA data_version").scalar_one())


class ServerLine:
    """Listens on a connection to PostgreSQL; what rings while a statement runs is kept for the next waiting."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        # The driver's own connection: SQLAlchemy has no word for notifications.
        self._raw = cast("Any", connection.connection.driver_connection)
        self._error: type[Exception] = connection.dialect.loaded_dbapi.Error
        self._rang: set[str] = set()
        self._ear, self._hand = socket.socketpair()
        self._hand.setblocking(False)
        self._raw.add_notify_handler(self._hear)
        # The feed's statements carry numbers that a general plan would know nothing about.
        connection.exec_driver_sql("SET plan_cache_mode = force_custom_plan")
        for channel in CHANNELS:
            connection.exec_driver_sql(f"LISTEN {channel}")

    def wait(self, seconds: float) -> frozenset[str]:
        """Until a bell rings, somebody knocks or the time is over."""
        self._collect()
        if not self._rang:
            ready, _, _ = select.select([self._raw.fileno(), self._ear], [], [], max(0.0, seconds))
            if self._ear in ready:
                self._ear.recv(64)
            self._collect()
        rang, self._rang = frozenset(self._rang), set()
        return rang

    def knock(self) -> None:
        """End the waiting at once; a line that is closed is waited on by nobody."""
        with suppress(OSError):
            self._hand.send(b"!")

    def close(self) -> None:
        """Give the sockets back that knocking needs."""
        self._ear.close()
        self._hand.close()

    def _hear(self, note: Any) -> None:
        self._rang.add(note.channel)

    def _collect(self) -> None:
        try:
            self._raw.pgconn.consume_input()
            while (note := self._raw.pgconn.notifies()) is not None:
                self._rang.add(note.relname.decode())
        except self._error as error:
            # As SQLAlchemy would give it, because nothing of it knows that somebody waited here.
            dialect = self.connection.dialect
            raise DBAPIError.instance(
                "LISTEN", None, error, self._error, connection_invalidated=True, dialect=dialect
            ) from error
