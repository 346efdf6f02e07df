"""A database whose commands all run in one transaction, for a file that nobody else can see yet."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from app.infra.database import Database
from app.infra.link import PATIENCE


class OneGo(Database):
    """Inside `together`, every reading and writing block uses one connection and is a part of one transaction.

    Committing each command takes a large part of the time in which the demo desk is played, and protects nothing there:
    the file is put in place when it is whole, and thrown away otherwise.
    """

    _shared: Connection | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction around all that happens in the block; committed at its end, given up when it fails."""
        with super().writing() as connection:
            self._shared = connection
            try:
                yield
            finally:
                self._shared = None

    @contextmanager
    def reading(self, patience: float = PATIENCE) -> Iterator[Connection]:
        """The connection of the one transaction, so that what was just written is seen."""
        if self._shared is None:
            with super().reading(patience) as connection:
                yield connection
        else:
            yield self._shared

    @contextmanager
    def writing(self, patience: float = PATIENCE, *, trusted: bool = False) -> Iterator[Connection]:
        """The connection of the one transaction; what fails in the block is taken back alone, as a command is."""
        if self._shared is None:
            with super().writing(patience, trusted=trusted) as connection:
                yield connection
        else:
            with _taken_back_alone(self._shared):
                yield self._shared


@contextmanager
def _taken_back_alone(connection: Connection) -> Iterator[None]:
    """A savepoint, said in its own words: SQLAlchemy's takes three times as long, and there are ten thousand."""
    run = connection.exec_driver_sql
    run("SAVEPOINT command")
    try:
        yield
    except Exception:
        # An interrupt ends the whole transaction, and may have cost the connection.
        run("ROLLBACK TO command")
        run("RELEASE command")
        raise
    run("RELEASE command")
