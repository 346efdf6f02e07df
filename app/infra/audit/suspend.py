"""Switching triggers of inserts off on SQLite, for a program that does by itself what they would do.

All of it happens inside the transaction that writes: nobody else can write meanwhile, and if the program dies the
triggers stand as they did. PostgreSQL's triggers work statement by statement and cost an import less.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection


@contextmanager
def inserts_untold(connection: Connection, tables: Iterable[str]) -> Iterator[None]:
    """On a SQLite desk inserts into these tables reach neither the audit trail nor the feed of other windows."""
    if connection.dialect.name != "sqlite":
        yield
        return
    names = [name for table in tables for name in (f"audit_{table}_insert", f"{table}_insert_is_told")]
    marks = ", ".join("?" * len(names))
    found = connection.exec_driver_sql(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ({marks})",  # noqa: S608 -- only marks
        tuple(names),
    ).all()
    for name, _ in found:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    # Not where something was raised: the transaction is taken back then, and with it that they are gone.
    for _, sql in found:
        connection.exec_driver_sql(sql)
