"""Opening a database so that it keeps its promises, and the only two ways to talk to it: `reading` and `writing`.

How a file is opened stands in `app.infra.sqlite_open`, how PostgreSQL is spoken to in `app.infra.postgres`, and what is
known of the way to it in `app.infra.link`.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from sqlalchemy import Connection, Engine, Transaction, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.domain.errors import Away, Busy, InDoubt
from app.infra.database_url import identity_of, parse_url
from app.infra.failures import explained, is_silence, raise_explained
from app.infra.json_text import jsonb_text
from app.infra.lending import Lending
from app.infra.link import PATIENCE, Link
from app.infra.sharing import Hold
from app.infra.sqlite_file import check_file
from app.infra.sqlite_open import open_sqlite, settle_journal
from app.infra.turns import Turns, all_in_use

if TYPE_CHECKING:
    from app.infra.postgres import Staleness

_ROWS_AT_A_TIME = 2000

watchers: list[Callable[[str, Any], None]] = []
"""Called with the text and the arguments of every statement that goes by `send`; counters and benchmarks listen."""

_forbidden_threads: set[int] = set()


class SqlOnGuiThread(AssertionError):
    """A statement was started on the thread that paints; this is a bug, because the window would wait for it."""


def forbid_sql_on_this_thread() -> None:
    """Make every statement from the calling thread fail; the window calls it on the GUI thread."""
    _forbidden_threads.add(threading.get_ident())


def allow_sql_on_this_thread() -> None:
    """Take the ban back, for tests that end a window and go on."""
    _forbidden_threads.discard(threading.get_ident())


class Database:
    """One database, shared by all threads; connections come from a small pool.

    Only for a file that is thrown away if the computer fails may `durable` be false; it spares the waits for the disk.
    `hold` is the right to use a file that lies on a share; it is given back with `close`. `when_puzzled` is called
    after a statement that the database does not understand, and may raise a better reason than the bug that it seems.
    """

    def __init__(self, url: str, *, durable: bool = True, hold: Hold | None = None) -> None:
        self.url = parse_url(url)
        self.hold = hold
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.link = Link()
        self.when_puzzled: Callable[[], None] = _do_nothing
        self._engine = _make_engine(self.url, durable=durable, hold=hold)
        self._staleness = None if self.is_sqlite else _staleness_of(self._engine)
        self._turns = Turns()
        isolation = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        # Reads need no transaction: BEGIN and ROLLBACK around a select were measured to double it on PostgreSQL.
        self._reader = self._engine.execution_options(**isolation)
        self._writer = self._engine
        self._lending = Lending(self._engine)

    @property
    def identity(self) -> str:
        """Which database this is, to tell one desk's drafts and caches from another's."""
        return identity_of(self.url)

    def mark(self, **options: Any) -> None:
        """Have every connection from now on carry these execution options, which tell services who is connected."""
        self._reader = self._reader.execution_options(**options)
        self._writer = self._writer.execution_options(**options)
        self._lending.end()
        self._lending = Lending(self._writer)

    def option(self, name: str) -> Any:
        """What `mark` was given by this name; None for nothing."""
        return self._writer.get_execution_options().get(name)

    def reading(self, patience: float = PATIENCE) -> AbstractContextManager[Connection]:
        """A connection for selects; `Unavailable` when the database cannot be reached.

        A server that leaves an answer open for longer than `patience` seconds is given up: `Away`.
        """
        return self._connected(self._lending.connect if self.is_sqlite else self._in_turn(self._reader), patience)

    @contextmanager
    def writing(self, patience: float = PATIENCE, *, trusted: bool = False) -> Iterator[Connection]:
        """A connection in one transaction: committed at the end, rolled back when anything is raised.

        `InDoubt` when the connection broke during the commit; after any other error nothing was kept. `trusted` is for
        many rows whose references were looked up in the same transaction: SQLite does not look up each of them again,
        which was measured to cost a third of writing the rows. PostgreSQL does.
        """
        if self.hold is not None:
            self.hold.check()
        connect = self._lending.connect if self.is_sqlite else self._in_turn(self._writer)
        with self._connected(connect, patience) as connection, _references(connection, trusted=trusted):
            transaction = _FileTransaction(connection) if self.is_sqlite else connection.begin()
            try:
                yield connection
                self._commit(connection, transaction)
            except BaseException:
                # Taken back whatever ended it, an interrupt too.
                if transaction.is_active:
                    transaction.rollback()
                raise

    @contextmanager
    def snapshot(self, patience: float = PATIENCE) -> Iterator[Connection]:
        """A connection that sees one state of the database for as long as it lasts, and writes nothing."""
        if self.is_sqlite:
            with self._connected(self._lending.connect, patience) as connection:
                send(connection, "BEGIN", ()).close()
                yield connection
            return
        engine = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with self._connected(self._in_turn(engine), patience) as connection:
            yield connection

    def _in_turn(self, engine: Engine) -> Callable[[], AbstractContextManager[Connection]]:
        was_away = self.link.state.is_away

        @contextmanager
        def connect() -> Iterator[Connection]:
            with self._turns.one():
                if not was_away and self.link.state.is_away:
                    self.link.admit()  # it was lost while this one waited for its turn
                with engine.connect() as connection:
                    yield connection

        return connect

    @contextmanager
    def _connected(
        self, connect: Callable[[], AbstractContextManager[Connection]], patience: float
    ) -> Iterator[Connection]:
        self.link.admit()
        connected = False
        try:
            with connect() as connection:
                if not self.is_sqlite:
                    driver_connection(connection).patience = patience
                    connected = True
                yield connection
        except (sqlite3.Error, UnicodeDecodeError) as error:
            self._tell(error)
        except DBAPIError as error:
            found = explained(error)
            if isinstance(found, Away):
                self._broken(found, is_lost=not connected or is_silence(error))
            self._tell(error)
        except InDoubt as doubt:
            cause = doubt.__cause__
            self._broken(doubt, is_lost=isinstance(cause, DBAPIError) and is_silence(cause))
            raise
        except PoolTimeout as error:
            raise Busy(all_in_use()) from error
        self.link.worked()

    def _tell(self, error: DBAPIError | sqlite3.Error | UnicodeDecodeError) -> NoReturn:
        try:
            raise_explained(error)
        except (ProgrammingError, OperationalError, sqlite3.OperationalError):
            self.when_puzzled()
            raise

    def _broken(self, found: Away, *, is_lost: bool) -> None:
        # The other connections of the pool have most likely died with this one; whether the server is away is told by
        # the next attempt to connect, unless it kept silent already.
        if self._staleness is not None:
            self._staleness.begin()
        if is_lost:
            self.link.lost(found)

    def _commit(self, connection: Connection, transaction: "Transaction | _FileTransaction") -> None:
        if self.hold is not None:
            self.hold.check()
        try:
            transaction.commit()
        except DBAPIError as error:
            # SQLite takes back what it could not commit. A server may have kept it and not been able to say so.
            if self.is_sqlite or not (connection.invalidated or isinstance(explained(error), Away)):
                raise
            raise InDoubt(
                "The connection broke while this was being saved, so it is not known yet whether it was. "
                "Mainstay finds out as soon as the server answers; what you typed is kept."
            ) from error

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """A connection beside the pool for whoever keeps one for long; each statement stands by itself."""
        engine = _make_engine(self.url, durable=True, hold=self.hold, apart=True)
        isolation = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        try:
            with self._connected(engine.execution_options(**isolation).connect, PATIENCE) as connection:
                yield connection
        finally:
            engine.dispose()

    def use_password(self, password: str) -> None:
        """Sign in with this password from now on, because the server no longer takes the one of before."""
        self.url = self.url._replace(password=password or None)
        if not event.contains(self._engine, "do_connect", self._insert_password):
            event.listen(self._engine, "do_connect", self._insert_password, insert=True)
        self.link.hurry()

    def _insert_password(self, _dialect: Any, _record: Any, _arguments: Any, options: Any) -> None:
        options["password"] = self.url.password

    def close(self) -> None:
        """Give all connections back; the last one folds the write-ahead log into the file."""
        self._lending.end()
        self._engine.dispose()
        if self.hold is not None:
            self.hold.release()


def _do_nothing() -> None:
    return None


def _staleness_of(engine: Engine) -> "Staleness":
    from app.infra.postgres import Staleness

    return Staleness(engine)


_POOL = {"pool_size": 5, "max_overflow": 3, "pool_use_lifo": True}


def _make_engine(url: URL, *, durable: bool, hold: Hold | None, apart: bool = False) -> Engine:
    from sqlalchemy.pool import NullPool, QueuePool

    if url.get_backend_name() == "postgresql":
        # Imported here, because a desk on SQLite starts without the driver of the server.
        from app.infra.postgres import make_engine

        engine = make_engine(url, apart=apart)
    else:
        path = Path(url.database or "")
        has_log = check_file(path)
        if has_log is not None:
            settle_journal(path, hold, has_log=has_log)
        pool: dict[str, Any] = {"poolclass": NullPool} if apart else {"poolclass": QueuePool, **_POOL}
        engine = create_engine(
            "sqlite://",
            creator=lambda: open_sqlite(path, durable=durable, hold=hold),
            json_serializer=jsonb_text,
            **pool,
        )
    event.listen(engine, "before_cursor_execute", _refuse_core_on_gui_thread)
    return engine


class _FileTransaction:
    """A transaction of a file that writes from its beginning on, so that two writers wait instead of failing half-way.

    SQLAlchemy's own, which it begins by itself where somebody uses it, is only its bookkeeping then; leaving it out was
    measured to save 4 % of a save.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = driver_connection(connection)
        self._driver.writer.forget()
        send(connection, "BEGIN IMMEDIATE", ()).close()

    @property
    def is_active(self) -> bool:
        """Whether it has neither been committed nor taken back."""
        return bool(self._driver.in_transaction)

    def commit(self) -> None:
        """Keep what was written; `rollback` takes back what could not be kept."""
        send(self._connection, "COMMIT", ()).close()
        self._connection.rollback()

    def rollback(self) -> None:
        """Take back what was written."""
        send(self._connection, "ROLLBACK", ()).close()
        self._connection.rollback()


@contextmanager
def _references(connection: Connection, *, trusted: bool) -> Iterator[None]:
    """While this lasts SQLite takes references on trust; it can only be said outside a transaction."""
    if not trusted or connection.dialect.name != "sqlite":
        yield
        return
    driver = driver_connection(connection)
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def stream(connection: Connection, sql: str, name: str, at_a_time: int = _ROWS_AT_A_TIME) -> Iterator[tuple[Any, ...]]:
    """The rows of a long answer as the driver gives them, so many at a time; to be read in a snapshot.

    Several may be read side by side; `name` tells them apart.
    """
    refuse_gui_thread(sql)
    driver = driver_connection(connection)
    if connection.dialect.name == "sqlite":
        cursor = driver.cursor()
        cursor.execute(sql)
        while rows := cursor.fetchmany(at_a_time):
            yield from rows
        cursor.close()
        return
    with driver_errors(connection, sql), driver.cursor(name=name) as server_side:
        server_side.itersize = at_a_time
        server_side.execute(sql)
        yield from server_side


def driver_connection(connection: Connection) -> Any:
    """The driver's own connection under SQLAlchemy's."""
    return connection.connection.dbapi_connection


def refuse_gui_thread(sql: str) -> None:
    """Raise when the calling thread is one that must not wait for the database."""
    if threading.get_ident() in _forbidden_threads:
        raise SqlOnGuiThread(f"SQL on the GUI thread: {sql}")


def send(connection: Connection, sql: str, arguments: Any, *, many: bool = False) -> Any:
    """Hand a statement straight to the driver and return its cursor; errors come as SQLAlchemy would give them.

    The way through Core costs as much as the indexed SQL itself, at each of the calls that a person waits for all day.
    """
    refuse_gui_thread(sql)
    for watcher in watchers:
        watcher(sql, arguments)
    driver = connection.connection.dbapi_connection
    # Not by the context manager below, which would cost as much as a small statement.
    try:
        cursor = driver.cursor()  # type: ignore[union-attr]  # it is there for as long as the connection is
        if many:
            cursor.executemany(sql, arguments)
        else:
            cursor.execute(sql, arguments)
    except connection.dialect.loaded_dbapi.Error as error:
        _raise_as_core(connection, sql, driver, error)
    return cursor


@contextmanager
def driver_errors(connection: Connection, sql: str) -> Iterator[None]:
    """Turn an error of the driver into the one that SQLAlchemy would raise for the statement."""
    driver = connection.connection.dbapi_connection
    try:
        yield
    except connection.dialect.loaded_dbapi.Error as error:
        _raise_as_core(connection, sql, driver, error)


def _raise_as_core(connection: Connection, sql: str, driver: Any, error: Any) -> NoReturn:
    dialect = connection.dialect
    lost = dialect.is_disconnect(error, driver, None)
    if lost:
        connection.invalidate(error)
    raise DBAPIError.instance(
        sql, None, error, dialect.loaded_dbapi.Error, connection_invalidated=lost, dialect=dialect
    ) from error


def _refuse_core_on_gui_thread(*arguments: Any) -> None:
    refuse_gui_thread(arguments[2])
