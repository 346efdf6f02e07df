"""Changing a desk behind its back, as whoever owns the database can: no trigger fires and nothing is recorded."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
from sqlalchemy.engine import URL


@contextmanager
def behind(url: URL) -> Iterator[Any]:
    """A connection of the owner, by which statements leave no trace; the triggers stand afterwards as before."""
    if url.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(str(url.database), isolation_level=None)) as connection:
            found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for name, _ in found:
                connection.execute(f"DROP TRIGGER {name}")
            yield connection
            for _, sql in found:
                connection.execute(sql)
        return
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection
