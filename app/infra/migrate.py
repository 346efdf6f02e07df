"""Bringing a database to the schema of this program; Alembic is only loaded when something is to be done.

The recipe is part 10 of the reliability research: on SQLite foreign keys are off and the whole upgrade is one
IMMEDIATE transaction, because Alembic's defaults deleted child rows and left half-made schemas when killed; on
PostgreSQL a transaction lock comes before the version is read, so that several clients may start at once.
"""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, pool, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Unavailable
from app.infra.backup import Reason, back_up, folder_of
from app.infra.clock import SystemClock
from app.infra.database import parse_url, raise_explained
from app.infra.sqlite_file import APPLICATION_ID, FORMAT_VERSION, check_file

HEAD = "20261124_0002"
"""The newest revision in `migrations/versions`; a test compares it with what Alembic finds."""

_LOCK_KEY = 0x4D53544E
# The folder stands beside the package in a checkout and in an installed copy alike.
_SCRIPTS = Path(__file__).resolve().parents[2] / "migrations"


def create_if_missing(url: str) -> None:
    """Make the SQLite file of a new desk; leaves an existing file and a server database alone.

    `Unavailable` when nothing can be written there.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() != "sqlite" or Path(parsed.database or "").exists():
        return
    path = Path(parsed.database or "")
    try:
        _make_desk_at(path)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or error
        raise Unavailable(
            f"The desk {path} cannot be made: {why}. Check the folder and its rights, or choose another place."
        ) from error


def _make_desk_at(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # The file appears under its name only when it is complete, so a crash never leaves an empty desk behind.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    os.close(handle)
    unfinished = Path(name)
    try:
        _make_empty_desk(unfinished)
        _put_in_place(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def _make_empty_desk(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size=4096")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={FORMAT_VERSION}")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.commit()
        # The mode is kept in the file; the log is folded in and removed when the connection is closed.
        connection.execute("PRAGMA journal_mode=WAL")


def _put_in_place(unfinished: Path, path: Path) -> None:
    # Never over a file that another program made meanwhile: it may hold incidents already.
    try:
        os.link(unfinished, path)
    except FileExistsError:
        return
    except OSError:
        # Some file systems have no hard links; the gap between looking and moving is as short as it can be there.
        if not path.exists():
            unfinished.replace(path)


def is_current(url: str) -> bool:
    """Whether the schema is the one that this program knows; `Unavailable` when the database is newer."""
    engine = _engine(parse_url(url), writing=False)
    try:
        with engine.connect() as connection:
            found = _revision(connection)
    except DBAPIError as error:
        raise_explained(error)
    finally:
        engine.dispose()
    if found is not None and found > HEAD:
        raise Unavailable("The database was upgraded by a newer Mainstay. Update this program before you open it.")
    return found == HEAD


def upgrade(url: str) -> None:
    """Create the file where it is missing and bring the schema to `HEAD`; a killed upgrade leaves the old schema.

    A SQLite desk is backed up before it changes, and does not change where that fails.
    """
    create_if_missing(url)
    if is_current(url):
        return
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        _keep_a_copy(Path(parsed.database or ""))
    engine = _engine(parsed, writing=True)
    try:
        with engine.begin() as connection:
            _run(connection, parsed)
    except DBAPIError as error:
        raise_explained(error)
    finally:
        engine.dispose()


def _keep_a_copy(database: Path) -> None:
    """Back up a desk that is about to change; a new one, which holds no tables yet, needs none."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        if connection.execute("SELECT 1 FROM alembic_version").fetchone() is None:
            return
    back_up(database, folder_of(database), SystemClock().now(), Reason.UPGRADE)


def _run(connection: Connection, url: URL) -> None:
    from alembic import command
    from alembic.config import Config

    if url.get_backend_name() == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
    if _revision(connection) == HEAD:
        return
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if url.get_backend_name() == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise Unavailable(f"The upgrade would orphan {len(orphans)} rows and was taken back. Report this, please.")


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def _engine(url: URL, *, writing: bool) -> Any:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, poolclass=pool.NullPool, connect_args={"connect_timeout": 5})
    path = Path(url.database or "")
    check_file(path)
    engine = create_engine(
        "sqlite://",
        poolclass=pool.NullPool,
        creator=lambda: sqlite3.connect(path, isolation_level=None, timeout=30),
    )
    if writing:
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine
