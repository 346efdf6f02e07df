"""Opening a database so that it keeps its promises, and the only two ways to talk to it: `reading` and `writing`.

SQLite is opened with WAL and synchronous=FULL, the fastest mode that lost nothing in the power-cut trials of the
reliability research (part 9); writes begin with BEGIN IMMEDIATE so that two writers wait instead of failing half-way.
PostgreSQL gets the timeouts of part 8, without which a cut cable freezes a query for more than a minute.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError, OperationalError

from app.domain.errors import BadInput, DeskError, Unavailable
from app.infra.sqlite_file import check_file

_POSTGRES_ARGUMENTS = {
    "connect_timeout": 5,
    "tcp_user_timeout": 8000,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "application_name": "mainstay",
    "options": "-c timezone=UTC",
}
_PRAGMAS = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE would slip past the triggers that guard the journal.
    "PRAGMA recursive_triggers=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16384",
    "PRAGMA mmap_size=268435456",
)

_COUNT_UP = (
    "INSERT INTO number_counter (name, last) VALUES ({name}, {count})"
    " ON CONFLICT (name) DO UPDATE SET last = number_counter.last + {count} RETURNING last"
)
_COUNT_UP_SQLITE = _COUNT_UP.format(name="?", count="?")
_COUNT_UP_POSTGRES = _COUNT_UP.format(name="%(name)s", count="%(count)s")

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
    """

    def __init__(self, url: str, *, durable: bool = True) -> None:
        self.url = parse_url(url)
        self._engine = _make_engine(self.url, durable=durable)
        isolation = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        # Reads need no transaction: BEGIN and ROLLBACK around a select were measured to double it on PostgreSQL.
        self._reader = self._engine.execution_options(**isolation)
        self._writer = self._engine.execution_options(desk_write=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a local file rather than a shared server."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def identity(self) -> str:
        """The address without the password, to tell one desk's drafts and caches from another's."""
        return self.url.render_as_string(hide_password=True)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for selects; `Unavailable` when the database cannot be reached."""
        try:
            with self._reader.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise_explained(error)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in one transaction: committed at the end, rolled back when anything is raised."""
        try:
            with self._writer.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise_explained(error)

    def close(self) -> None:
        """Give all connections back; the last one folds the write-ahead log into the file."""
        self._engine.dispose()


def parse_url(url: str) -> URL:
    """The parsed address; `BadInput` for one that names no database that Mainstay knows."""
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise BadInput(_unknown_url(url)) from error
    if backend not in {"sqlite", "postgresql"}:
        raise BadInput(_unknown_url(url))
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if not parsed.database or parsed.database == ":memory:":
        raise BadInput("A desk needs a file: use sqlite:///PATH, a desk in memory would lose everything.")
    return parsed


def _unknown_url(url: str) -> str:
    shown = url.rsplit("@", maxsplit=1)[-1]
    return f"{shown!r} is no database address. Use a file path, sqlite:///PATH or postgresql://PERSON@HOST/DATABASE."


def next_number(connection: Connection, name: str, count: int = 1) -> int:
    """Reserve `count` human numbers and return the first; they may have gaps, and never come twice."""
    statement, values = (
        (_COUNT_UP_SQLITE, (name, count, count))
        if connection.dialect.name == "sqlite"
        else (_COUNT_UP_POSTGRES, {"name": name, "count": count})
    )
    last = connection.exec_driver_sql(statement, values).scalar_one()
    return int(last) - count + 1


def _make_engine(url: URL, *, durable: bool) -> Engine:
    if url.get_backend_name() == "postgresql":
        engine = create_engine(
            url,
            connect_args=_POSTGRES_ARGUMENTS | dict(url.query),
            pool_size=3,
            max_overflow=1,
            pool_pre_ping=True,
            pool_recycle=1800,
        )
    else:
        path = Path(url.database or "")
        check_file(path)
        engine = create_engine(
            "sqlite://",
            creator=lambda: _open_sqlite(path, durable=durable),
            pool_size=5,
            max_overflow=3,
            pool_use_lifo=True,
            poolclass=_queue_pool(),
        )
        event.listen(engine, "begin", _begin_immediate)
    event.listen(engine, "before_cursor_execute", _refuse_core_on_gui_thread)
    return engine


def _queue_pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _open_sqlite(path: Path, *, durable: bool) -> sqlite3.Connection:
    # mode=rw never creates: an empty file where a desk was is a loss that must be shown, not papered over.
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
    )
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    if not durable:
        connection.execute("PRAGMA synchronous=OFF")
    return connection


def _begin_immediate(connection: Connection) -> None:
    if connection.get_execution_options().get("desk_write"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def refuse_gui_thread(sql: str) -> None:
    """Raise when the calling thread is one that must not wait for the database."""
    if threading.get_ident() in _forbidden_threads:
        raise SqlOnGuiThread(f"SQL on the GUI thread: {sql}")


def _refuse_core_on_gui_thread(*arguments: Any) -> None:
    refuse_gui_thread(arguments[2])


def raise_explained(error: DBAPIError) -> NoReturn:
    """Raise `Unavailable` in plain words where the database is out of reach or damaged; otherwise the error, a bug."""
    # SQLite reports a damaged file as the bare base class, which nothing else is raised as.
    if isinstance(error, OperationalError) or error.connection_invalidated or type(error) is DatabaseError:
        raise _explained(error) from error
    raise error


def _explained(error: DBAPIError) -> DeskError:
    cause = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    lowered = cause.lower()
    if "full" in lowered or "no space" in lowered:
        return Unavailable("The disk is full, so nothing was saved. Free some space and try again; your text is kept.")
    if "deadlock" in lowered:
        return Unavailable("Somebody else changed the same incidents at that moment. Nothing was saved; try again.")
    if "locked" in lowered or "busy" in lowered:
        return Unavailable("Another program holds the database. Nothing was saved; try again in a moment.")
    if "readonly" in lowered or "read-only" in lowered:
        return Unavailable("The database may only be read, so nothing was saved. Check the rights of the file.")
    if "malformed" in lowered or "not a database" in lowered:
        return Unavailable(f"The database file is damaged ({cause}). Stop working in it and restore a backup.")
    if "no such table" in lowered or "no such column" in lowered or "syntax" in lowered:
        raise error
    return Unavailable(f"The database cannot be reached: {cause}. What you typed is kept; try again.")
