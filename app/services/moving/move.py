"""Moving a whole desk: everything or nothing, in one transaction, with what arrived compared to what was there.

Both desks are shut to everybody else while it lasts. The triggers of the new desk are off meanwhile, so that nothing is
recorded as if it were being done now: the trail, its anchors and every time and author come along as they are.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Table, select, text

from app.domain.errors import BadInput, Refused, Unavailable
from app.domain.imports import Progress, no_progress
from app.domain.wording import tr
from app.infra.database import Database
from app.infra.database_url import identity_of, parse_url
from app.infra.fulltext.keeping import fill_index
from app.infra.link import LONG
from app.infra.migrate import upgrade
from app.infra.sharing import hold_of
from app.models.indexed import INDEXED
from app.services.moving.copying import Digest, copy_table, count_rows, digest_of
from app.services.moving.tables import moved_tables


class Moved(NamedTuple):
    """What became of one table: its rows and their digest, the same on both sides."""

    table: str
    digest: Digest


def move_desk(source_url: str, target_url: str, progress: Progress = no_progress) -> tuple[Moved, ...]:
    """Copy a desk whole into an empty database and prove it; the old desk stays as it was.

    `progress` is told (rows handled, rows to handle), counting each row twice, and may raise to stop. Raises Refused
    where the target holds something, or where what arrived is not what was sent, and BadInput where there is no desk to
    move; then nothing was kept.
    """
    if identity_of(parse_url(source_url)) == identity_of(parse_url(target_url)):
        raise BadInput(tr("Both addresses name the same desk. Name an empty database to move to."))
    _refuse_missing(source_url)
    with ExitStack() as stack:
        source = stack.enter_context(_opened(source_url))
        target = stack.enter_context(_opened(target_url))
        reading = stack.enter_context(_shut(source))
        writing = stack.enter_context(_shut(target))
        tables = moved_tables()
        _refuse_full(writing, tables)
        return _copy_and_prove(reading, writing, tables, progress)


def _refuse_missing(url: str) -> None:
    """A file that is not there would be made and moved: a mistyped name would look like a move."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite" and not (parsed.database and Path(parsed.database).exists()):
        raise BadInput(tr("There is no desk in {file}. Name the file that holds it.", file=parsed.database or url))


def _copy_and_prove(
    reading: Connection, writing: Connection, tables: list[Table], progress: Progress
) -> tuple[Moved, ...]:
    total, done = 2 * sum(count_rows(reading, table) for table in tables), 0

    def told(rows: int) -> None:
        nonlocal done
        done += rows
        progress(done, total)

    with _triggers_off(writing, tables):
        sent = {table.name: copy_table(reading, writing, table, told) for table in tables}
    fill_index(writing, INDEXED)
    moved = []
    for table in tables:
        arrived = digest_of(writing, table, told)
        if arrived != sent[table.name]:
            raise Refused(
                tr(
                    "{table} did not arrive as it was sent ({rows} of {rows2} rows, another digest), so nothing was "
                    "kept. Report this, please.",
                    table=table.name,
                    rows=arrived.rows,
                    rows2=sent[table.name].rows,
                )
            )
        moved.append(Moved(table.name, arrived))
    return tuple(moved)


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    """The database with the schema of this program; a file that is missing is made."""
    hold = hold_of(url)
    try:
        if hold is not None:
            hold.check()
        upgrade(url, asked=False)
        database = Database(url)
        try:
            yield database
        finally:
            database.close()
    finally:
        if hold is not None:
            hold.release()


@contextmanager
def _shut(database: Database) -> Iterator[Connection]:
    """One transaction, in which nobody else writes."""
    with database.writing(LONG, trusted=True) as connection:
        if not database.is_sqlite:
            _become_owner(connection)
            names = ", ".join(table.name for table in moved_tables())
            connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))
        yield connection


def _become_owner(connection: Connection) -> None:
    """See and write every row, as only whoever owns the tables may; `Unavailable` for anybody else."""
    owner, may = connection.execute(
        text(
            "SELECT pg_get_userbyid(relowner), pg_has_role(relowner, 'MEMBER') FROM pg_class"
            " WHERE oid = to_regclass('incident')"
        )
    ).one()
    if not may:
        raise Unavailable(
            tr(
                "Only a login that may act as {owner} sees the whole desk. Move it with the login that set the desk "
                "up.",
                owner=owner,
            )
        )
    connection.execute(text(f"SET LOCAL ROLE {connection.dialect.identifier_preparer.quote(owner)}"))


def _refuse_full(connection: Connection, tables: list[Table]) -> None:
    full = [table.name for table in tables if connection.execute(select(table).limit(1)).first() is not None]
    if full:
        raise Refused(
            tr(
                "The desk to move to is not empty: it has rows in {names}. Take a new database or file, or set the "
                "server up with `main.py server init --no-person`.",
                names=", ".join(full[:5]),
            )
        )


@contextmanager
def _triggers_off(connection: Connection, tables: list[Table]) -> Iterator[None]:
    """Write without the guards and recorders of the database; they stand again before anything is committed."""
    switch = _switch_sqlite if connection.dialect.name == "sqlite" else _switch_postgres
    put_back = switch(connection, tables)
    yield
    # Not where something was raised: the transaction is taken back then, and with it that they are off.
    put_back()


def _switch_postgres(connection: Connection, tables: list[Table]) -> Callable[[], None]:
    def say(what: str) -> None:
        for table in tables:
            connection.execute(text(f"ALTER TABLE {table.name} {what} TRIGGER USER"))

    say("DISABLE")
    return lambda: say("ENABLE")


def _switch_sqlite(connection: Connection, tables: list[Table]) -> Callable[[], None]:
    names = {table.name for table in tables}
    found = connection.exec_driver_sql("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    dropped = [(name, sql) for name, table, sql in found if table in names]
    for name, _sql in dropped:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")

    def put_back() -> None:
        for _name, sql in dropped:
            connection.exec_driver_sql(sql)

    return put_back
