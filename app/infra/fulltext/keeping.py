"""Keeping the index of a SQLite desk: FTS5 tables that hold no text of their own, filled by triggers.

The triggers run inside the transaction that writes the data, so both are there or neither is. The text is read from the
table itself when it is needed. On PostgreSQL the migrations make what does the same (`migrations/sql/search`).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from app.domain.imports import Progress, no_progress
from app.infra.fulltext.scope import Indexed

TOKENIZER = "unicode61 remove_diacritics 2"
_PAGE = 5_000
"""So many rows are indexed between two reports of progress."""

_SLICE = 32
"""So many pages of an index are written anew in one transaction: it holds the file for some hundredths of a second."""

_JOINED_FROM = 2
"""So many parts of a size are joined."""


def renew_index(connection: Connection, indexed: Sequence[Indexed]) -> None:
    """Make tables and triggers what they should be, and fill what is new; called at the end of an upgrade.

    A table that was rebuilt has lost its triggers; one that another column of became searchable gets a new index.
    """
    if connection.dialect.name != "sqlite":
        return
    found = _objects(connection)
    for each in indexed:
        if each.table not in found:
            continue  # an older schema, on the way to this one
        if found.get(each.index_name) != _table(each):
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {each.index_name}")
            connection.exec_driver_sql(_table(each))
            fill_index(connection, [each])
        for name, statement in _triggers(each):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            connection.exec_driver_sql(statement)


def fill_index(connection: Connection, indexed: Sequence[Indexed], progress: Progress = no_progress) -> int:
    """Index every row anew, in the transaction of the connection; how many rows that were.

    `progress` is told how many rows are done of how many, and may raise to leave everything as it was.
    """
    is_file = connection.dialect.name == "sqlite"
    totals = {each: _count(connection, each) for each in indexed}
    done, total = 0, sum(totals.values())
    for each in indexed:
        for rows in _fill_file(connection, each) if is_file else _fill_server(connection, each):
            done += rows
            progress(min(done, total), total)
    return done


def _count(connection: Connection, each: Indexed) -> int:
    where = f" WHERE {each.when.format(row='')}" if each.when else ""
    # Names come from the program's own list of what is indexed.
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {each.table}{where}").scalar_one())  # noqa: S608 -- see above


def _fill_file(connection: Connection, each: Indexed) -> Iterator[int]:
    """A page of rows at a time; how many each had."""
    run, names = connection.exec_driver_sql, ", ".join(each.names)
    where = f" AND {each.when.format(row='')}" if each.when else ""
    # Names come from the program's own list of what is indexed.
    run(f"INSERT INTO {each.index_name} ({each.index_name}) VALUES ('delete-all')")  # noqa: S608 -- see above
    page = f"SELECT {each.key} FROM {each.table} WHERE {each.key} > ?{where} ORDER BY {each.key} LIMIT {_PAGE}"  # noqa: S608 -- see above
    last, rows = 0, _PAGE
    while rows == _PAGE:
        begin = last
        last, rows = run(f"SELECT coalesce(max({each.key}), ?), count(*) FROM ({page})", (begin, begin)).one()  # noqa: S608 -- see above
        run(
            f"INSERT INTO {each.index_name} (rowid, {names}) SELECT {each.key}, {names} FROM {each.table}"  # noqa: S608 -- see above
            f" WHERE {each.key} > ? AND {each.key} <= ?{where} ORDER BY {each.key}",
            (begin, last),
        )
        yield rows


def _fill_server(connection: Connection, each: Indexed) -> Iterator[int]:
    last, rows = None, _PAGE
    while rows == _PAGE:
        asked = "SELECT last, seen FROM desk.renew_search(%s, %s::uuid, %s)"
        last, rows = connection.exec_driver_sql(asked, (each.kind, last, _PAGE)).one()
        yield rows


def join_some_parts(connection: Connection, indexed: Sequence[Indexed]) -> bool:
    """Have SQLite join parts of an index, a slice of the work at a time; whether there may be more of it.

    Every save adds a part, and each form of each word is looked up in every part. By itself SQLite joins four of a
    size, and leaves up to a dozen of the smallest. On a server there is nothing to join.
    """
    return connection.dialect.name == "sqlite" and any(_joins_some(connection, each.index_name) for each in indexed)


def _joins_some(connection: Connection, name: str) -> bool:
    run = connection.exec_driver_sql
    # Names come from the program's own list of what is indexed.
    if run(f"SELECT v FROM {name}_config WHERE k = 'usermerge'").scalar_one_or_none() != _JOINED_FROM:  # noqa: S608 -- see above
        run(f"INSERT INTO {name} ({name}, rank) VALUES ('usermerge', {_JOINED_FROM})")  # noqa: S608 -- see above
    before = run("SELECT total_changes()").scalar_one()
    run(f"INSERT INTO {name} ({name}, rank) VALUES ('merge', {_SLICE})")  # noqa: S608 -- see above
    # FTS5 tells it so: the command itself counts as one change, and what it wrote comes on top.
    return int(run("SELECT total_changes()").scalar_one()) - int(before) > 1


@contextmanager
def indexed_afterwards(connection: Connection, indexed: Sequence[Indexed]) -> Iterator[None]:
    """On a SQLite desk rows that are added meanwhile are indexed at the end, which costs an import less.

    Only for new rows: texts of others must not be changed in between. All of it happens inside one transaction.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    run = connection.exec_driver_sql
    # Names come from the program's own list of what is indexed.
    before = {
        each: run(f"SELECT coalesce(max({each.key}), 0) FROM {each.table}").scalar_one()  # noqa: S608 -- see above
        for each in indexed
    }
    for each in indexed:
        for name, _statement in _triggers(each):
            run(f"DROP TRIGGER IF EXISTS {name}")
    yield
    # Not where something was raised: the transaction is taken back then, and with it that they are gone.
    for each in indexed:
        names = ", ".join(each.names)
        where = f" AND {each.when.format(row='')}" if each.when else ""
        run(
            f"INSERT INTO {each.index_name} (rowid, {names}) SELECT {each.key}, {names} FROM {each.table}"  # noqa: S608 -- see above
            f" WHERE {each.key} > ?{where} ORDER BY {each.key}",
            (before[each],),
        )
        for _name, statement in _triggers(each):
            run(statement)


def _objects(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    return {str(name): str(sql) for name, sql in rows}


def _table(each: Indexed) -> str:
    return (
        f"CREATE VIRTUAL TABLE {each.index_name} USING fts5({', '.join(each.names)}, content='{each.table}',"
        f" content_rowid='{each.key}', tokenize='{TOKENIZER}')"
    )


def _triggers(each: Indexed) -> Iterator[tuple[str, str]]:
    """The text that creates each trigger, by name."""
    old, new = _row(each, "OLD"), _row(each, "NEW")
    names = ", ".join(each.names)
    # Names come from the program's own list of what is indexed.
    adding = f"INSERT INTO {each.index_name} (rowid, {names}) VALUES ({new})"  # noqa: S608 -- see above
    # FTS5 is told what the row said, because it keeps no text.
    removing = f"INSERT INTO {each.index_name} ({each.index_name}, rowid, {names}) VALUES ('delete', {old})"  # noqa: S608 -- see above
    differs = f"({old}) IS NOT ({new})"
    for name, act, when, statements in (
        ("insert", "INSERT", _when(each, "NEW"), (adding,)),
        ("update", "UPDATE", " AND ".join(filter(None, (differs, _when(each, "NEW")))), (removing, adding)),
        ("delete", "DELETE", _when(each, "OLD"), (removing,)),
    ):
        condition = f" WHEN {when}" if when else ""
        body = ";\n ".join(statements)
        trigger = f"{each.index_name}_{name}"
        yield trigger, f"CREATE TRIGGER {trigger} AFTER {act} ON {each.table}{condition} BEGIN\n {body};\nEND"


def _row(each: Indexed, row: str) -> str:
    return ", ".join(f"{row}.{name}" for name in (each.key, *each.names))


def _when(each: Indexed, row: str) -> str:
    return each.when.format(row=f"{row}.")


def find_faults(connection: Connection, indexed: Sequence[Indexed]) -> list[str]:
    """Which indexes do not say what the tables say, in plain words; empty when all is well. Reads everything."""
    if connection.dialect.name != "sqlite":
        rows = connection.exec_driver_sql("SELECT kind, missing, stale FROM desk.check_search()").all()
        return [
            f"The index of {kind} lacks {missing} rows and has {stale} wrong ones." for kind, missing, stale in rows
        ]
    return [fault for each in indexed for fault in _faults_of(connection, each)]


def _faults_of(connection: Connection, each: Indexed) -> Iterator[str]:
    """A second index of the same rows, made in the temporary database, has to have the same words at its places."""
    run = connection.exec_driver_sql
    run("DROP TABLE IF EXISTS temp.search_proof")
    names = ", ".join(each.names)
    where = f" WHERE {each.when.format(row='')}" if each.when else ""
    run(f"CREATE VIRTUAL TABLE temp.search_proof USING fts5({names}, content='', tokenize='{TOKENIZER}')")
    try:
        run(f"INSERT INTO temp.search_proof (rowid, {names}) SELECT {each.key}, {names} FROM {each.table}{where}")  # noqa: S608 -- names of the program
        run(f"CREATE VIRTUAL TABLE temp.search_kept USING fts5vocab('main', '{each.index_name}', 'instance')")
        run("CREATE VIRTUAL TABLE temp.search_due USING fts5vocab('temp', 'search_proof', 'instance')")
        kept, due = "SELECT * FROM temp.search_kept", "SELECT * FROM temp.search_due"
        missing = run(f"SELECT count(*) FROM ({due} EXCEPT {kept})").scalar_one()  # noqa: S608 -- names of the program
        stale = run(f"SELECT count(*) FROM ({kept} EXCEPT {due})").scalar_one()  # noqa: S608 -- names of the program
        if missing or stale:
            yield f"The index of {each.table} lacks {missing} words and has {stale} wrong ones."
    finally:
        for name in ("search_kept", "search_due", "search_proof"):
            run(f"DROP TABLE IF EXISTS temp.{name}")
