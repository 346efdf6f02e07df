"""Inserting a row that may be there already, in the words of the database at hand."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table


def upsert_into(connection: Connection, table: Table) -> Any:
    """An insert that offers `on_conflict_do_nothing` and `on_conflict_do_update`.

    The dialect is loaded here and not at the top, because PostgreSQL's costs a desk on SQLite a tenth of its start.
    """
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        return sqlite_insert(table)
    from sqlalchemy.dialects.postgresql import insert as postgres_insert

    return postgres_insert(table)


def insert_once(connection: Connection, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique key of it is there already; whether it was new.

    What came back is asked for, because PostgreSQL's driver does not always say how many rows there were.
    """
    key = next(iter(table.primary_key))
    statement = upsert_into(connection, table).values(**values).on_conflict_do_nothing().returning(key)
    return connection.execute(statement).first() is not None
