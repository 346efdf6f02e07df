"""What the check of a desk expects to find, read from a desk as this version makes it.

`python -m tests.security.expected` writes it into the program anew, after a migration that changed any of it.
"""

import psycopg

from app.services.server.definitions import (
    FUNCTIONS_SQL,
    HEAD,
    PLACE,
    POLICIES_SQL,
    TRIGGERS_SQL,
    Named,
    audit_guards,
)
from app.services.server.function_rights import MAKERS
from tests.support import postgres

WRITTEN_BY = 15
"""The PostgreSQL that the file is written by; others show conditions with other blanks."""

_HEAD = """\
-- The functions, triggers and policies of a desk as this version makes them: what the check of a desk compares with,
-- and what `main.py server init` puts back. How they came to be is told by the migrations.
-- Written by `python -m tests.security.expected`.
"""


def written(connection: "psycopg.Connection[tuple[str, ...]]") -> str:
    """The text of the file."""

    def ask(sql: str) -> list[tuple[str, ...]]:
        return connection.execute(sql.encode(), {"makers": list(MAKERS)}).fetchall()

    found = {Named("function", name): text for name, text in ask(FUNCTIONS_SQL)}
    triggers = {Named("trigger", name, table): text for name, table, text, _state in ask(TRIGGERS_SQL)}
    found |= {each: text for each, text in triggers.items() if each not in audit_guards()}
    found |= {Named("policy", name, table): text for name, table, text in ask(POLICIES_SQL)}
    return _HEAD + "".join(f"\n{HEAD}{_line(each)}\n{text.strip()}\n" for each, text in found.items())


def _line(named: Named) -> str:
    return f"{named.kind} {named.name} ON {named.table}" if named.table else f"{named.kind} {named.name}"


def main() -> None:
    """Write the file."""
    from app.infra.migrate import upgrade

    server = postgres.start()
    try:
        database = server.create()
        upgrade(server.url(database))
        with psycopg.connect(server.url(database).replace("+psycopg", "")) as connection:
            PLACE.write_text(written(connection), encoding="utf-8")
    finally:
        server.stop()


if __name__ == "__main__":
    main()
