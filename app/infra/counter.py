"""The numbers by which people name what they work on, counted up by the database."""

from sqlalchemy import Connection

from app.infra.database import send

_COUNT_UP_SQLITE = (
    "INSERT INTO number_counter (name, last) VALUES (?, ?)"
    " ON CONFLICT (name) DO UPDATE SET last = number_counter.last + ? RETURNING last"
)
# On a server nobody reaches the counter itself, so that nobody chooses a number.
_COUNT_UP_POSTGRES = "SELECT desk.next_number(%(name)s, %(count)s)"


def next_number(connection: Connection, name: str, count: int = 1) -> int:
    """Reserve `count` human numbers and return the first; they may have gaps, and never come twice."""
    statement, values = (
        (_COUNT_UP_SQLITE, (name, count, count))
        if connection.dialect.name == "sqlite"
        else (_COUNT_UP_POSTGRES, {"name": name, "count": count})
    )
    cursor = send(connection, statement, values)
    (last,) = cursor.fetchone()
    cursor.close()
    return int(last) - count + 1
