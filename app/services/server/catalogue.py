"""What the points of the check ask the server's catalogue; every login may read it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from app.services.server.definitions import Differences, differences
from app.services.server.dto import Finding, Verdict
from app.services.server.roles import Roles

Rows = list[tuple[Any, ...]]


class Catalogue:
    """Questions to the catalogue of one database, as one login; `roles` are those of the desk in it."""

    def __init__(self, connection: Connection, prefix: str) -> None:
        self._connection = connection
        self.roles = Roles(prefix)
        row = self.one("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        self.is_superuser = bool(row[0])

    def ask(self, sql: str, **values: Any) -> Rows:
        """The rows of a question with named parameters, as in %(prefix)s."""
        return [tuple(row) for row in self._connection.exec_driver_sql(sql, {**self._names, **values})]

    def one(self, sql: str, **values: Any) -> tuple[Any, ...]:
        """Its only row."""
        return self.ask(sql, **values)[0]

    def setting(self, name: str) -> str:
        """A setting of this connection, empty where the server does not know it or does not tell this login."""
        # Asked of the view: whoever asks for a setting that is for superusers only is refused, and all with it.
        rows = self.ask("SELECT current_setting(name) FROM pg_settings WHERE name = %(name)s", name=name)
        return str(rows[0][0]) if rows else ""

    @cached_property
    def differences(self) -> Differences:
        """How functions, triggers and policies differ from those that this program makes."""
        return differences(self._connection)

    @property
    def _names(self) -> Mapping[str, Any]:
        roles = self.roles
        return {
            "prefix": roles.prefix,
            "owner": roles.owner,
            "useradmin": roles.useradmin,
            "jobs": roles.jobs,
            "groups": list(roles.groups),
            "everybody": [*roles.groups, roles.jobs],
            "logins": f"{roles.prefix}\\_u\\_%",
        }


class Point:
    """A point of the check: how it is called, and what to do about it."""

    def __init__(self, key: str, title: str, mend: str, *, essential: bool = False) -> None:
        self.key, self.title, self.mend, self.essential = key, title, mend, essential

    def good(self, found: str = "") -> Finding:
        """It is as it should be."""
        return Finding(self.key, self.title, Verdict.GOOD, found, "", self.essential)

    def missing(self, found: str, mend: str = "") -> Finding:
        """It is not; `found` says what is."""
        mend = mend or self.mend
        return Finding(
            self.key, self.title, Verdict.MISSING, found, mend, self.essential, by_init=mend in {INIT, SUPERUSER}
        )

    def unknown(self, found: str) -> Finding:
        """The login that asks cannot tell."""
        return Finding(self.key, self.title, Verdict.UNKNOWN, found, self.mend, self.essential)

    def if_none(self, wrong: list[str]) -> Finding:
        """Good when nothing is wrong; else what is, the first few of it."""
        if not wrong:
            return self.good()
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        return self.missing("; ".join(sorted(wrong)[:_SHOWN]) + more)


_SHOWN = 5

INIT = "Run `main.py server init` again as an administrator of the server: it puts this to rights."
"""What mends nearly everything."""

SUPERUSER = "Run `main.py server init` as a superuser of the server; only one may take this from everybody."
"""What mends the rest of it."""
