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

from app.domain.errors import Unavailable, Unfit
from app.domain.wording import tr
from app.infra.audit.functions import DeskConnection, open_writable
from app.infra.backup import Reason, back_up, folder_of
from app.infra.clock import SystemClock
from app.infra.database_url import parse_url
from app.infra.failures import raise_explained
from app.infra.json_text import jsonb_text
from app.infra.sqlite_file import APPLICATION_ID, FORMAT_VERSION, check_file

HEAD = "20261201_0070"
"""The newest revision in `migrations/versions`; a test compares it with what Alembic finds."""

_WAIT_SECONDS = 120
"""How long a program that starts waits while another one upgrades the same file; a large desk takes a minute."""

_LOCK_KEY = 0x4D53544E
_LONGEST_WAIT = "30s"
"""So long an upgrade waits for those who write or read; nobody else gets at the desk while it waits."""

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
            tr(
                "The desk {path} cannot be made: {why}. Check the folder and its rights, or choose another place.",
                path=path,
                why=why,
            )
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
    return _found(url) == HEAD


def _found(url: str) -> str | None:
    found = schema_of(parse_url(url))
    if found is not None and found > HEAD:
        raise Unfit(tr("The database was upgraded by a newer Mainstay. Update this program before you open it."))
    return found


def schema_of(url: URL) -> str | None:
    """The revision of the schema; None where there is none yet."""
    engine = _engine(url, writing=False)
    try:
        with engine.connect() as connection:
            return _revision(connection)
    except (DBAPIError, UnicodeDecodeError) as error:
        raise_explained(error)
    finally:
        engine.dispose()


def refuse_another_schema(found: str | None) -> None:
    """Let nothing be written into a desk that was upgraded, or put back, while this program had it open."""
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise Unavailable(
            tr(
                "The database was upgraded by a newer Mainstay while this program was open. Nothing was saved and "
                "what you typed is kept; update this program and start it again."
            )
        )
    raise Unavailable(
        tr(
            "The database was put back to an older state while this program was open. Nothing was saved and what you "
            "typed is kept; start this program again."
        )
    )


def upgrade(url: str, *, asked: bool = True) -> None:
    """Create the file where it is missing and bring the schema to `HEAD`; a killed upgrade leaves the old schema.

    A SQLite desk is backed up before it changes, and does not change where that fails. A desk on a server is changed
    only where somebody `asked` for just that; otherwise `Unavailable` says how it is backed up and upgraded.
    """
    create_if_missing(url)
    found = _found(url)
    if found == HEAD:
        return
    parsed = parse_url(url)
    if found is not None and not asked and parsed.get_backend_name() != "sqlite":
        raise Unavailable(_older_on_a_server(parsed))
    if parsed.get_backend_name() == "sqlite":
        _keep_a_copy(Path(parsed.database or ""))
    engine = _engine(parsed, writing=True)
    try:
        with engine.begin() as connection:
            _run(connection, parsed)
    except (DBAPIError, UnicodeDecodeError) as error:
        raise_explained(error)
    finally:
        engine.dispose()


def _older_on_a_server(url: URL) -> str:
    address = url.set(drivername="postgresql", query={})._replace(password=None).render_as_string()
    return (
        "This desk is of an older version, and nothing was changed. An administrator makes a backup and upgrades it for"
        f" everybody: {how_to_back_up(url)}, then main.py server init {address} --backed-up. Until then use the version"
        " of Mainstay that the others use."
    )


def how_to_back_up(url: URL) -> str:
    """The command that an administrator backs a desk on a server up with."""
    where = f"-h {url.host}{f' -p {url.port}' if url.port else ''}" if url.host else ""
    return f"pg_dump -Fc {where} -d {url.database} -f {url.database}-before-upgrade.dump".replace("  ", " ")


def _keep_a_copy(database: Path) -> None:
    """Back up a desk that is about to change; a new one, which holds no tables yet, needs none."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        if connection.execute("SELECT 1 FROM alembic_version").fetchone() is None:
            return
    back_up(database, folder_of(database), SystemClock().now(), Reason.UPGRADE)


def is_older(connection: Connection) -> bool:
    """Whether there is a desk that an upgrade would change."""
    found = _revision(connection)
    return found is not None and found < HEAD


def upgrade_within(connection: Connection) -> None:
    """The same in the caller's transaction on a server, which also sets up what belongs to the schema."""
    _run(connection, connection.engine.url)


def _run(connection: Connection, url: URL) -> None:
    from alembic import command
    from alembic.config import Config

    if url.get_backend_name() == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
    found = _revision(connection)
    if found == HEAD:
        return
    if url.get_backend_name() == "postgresql":
        _become_the_owner(connection)
        if found is not None:
            _keep_writers_out(connection)
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if url.get_backend_name() == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise Unavailable(
                tr("The upgrade would orphan {count} rows and was taken back. Report this, please.", count=len(orphans))
            )


def _become_the_owner(connection: Connection) -> None:
    """What an upgrade adds belongs to whoever owns the rest; `Unavailable` for a login that may not upgrade."""
    owner, may = connection.execute(
        text(
            "SELECT max(pg_get_userbyid(relowner)), coalesce(bool_and(pg_has_role(relowner, 'MEMBER')), true)"
            " FROM pg_class WHERE oid = to_regclass('alembic_version')"
        )
    ).one()
    if not may:
        raise Unavailable(
            tr(
                "The database is older than this program, and your login may not upgrade it. Ask an administrator to "
                "run `main.py server init` with this version, or use the older program until then."
            )
        )
    if owner is not None:
        connection.execute(text(f"SET LOCAL ROLE {connection.dialect.identifier_preparer.quote(owner)}"))


def _keep_writers_out(connection: Connection) -> None:
    """Wait until nobody is in the middle of writing, and let nobody begin.

    Every transaction that writes reads this table first (`app.infra.database_time`), so one that began before is waited
    for, and one that begins meanwhile waits and then finds the new schema. SQLite lets one write at a time anyway.
    """
    connection.execute(text("SELECT set_config('lock_timeout', :longest, true)"), {"longest": _LONGEST_WAIT})
    connection.execute(text("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE"))


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def _engine(url: URL, *, writing: bool) -> Any:
    if url.get_backend_name() != "sqlite":
        # Imported here, because a desk on SQLite starts without the driver of the server.
        from app.infra.postgres import make_single_engine

        return make_single_engine(url)
    path = Path(url.database or "")
    check_file(path)
    engine = create_engine(
        "sqlite://",
        poolclass=pool.NullPool,
        json_serializer=jsonb_text,
        creator=lambda: open_writable(str(path), DeskConnection, isolation_level=None, timeout=_WAIT_SECONDS),
    )
    if writing:
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine
