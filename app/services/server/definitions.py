"""What stands in the database of a desk beside its tables, as this version makes it, and how what is there differs.

`migrations/sql/server/definitions.sql` holds every policy, trigger and function but those of the audit trail, which are
made from a list of their own. It is written by `python -m tests.security.expected`; the check of a desk compares with
it, and setting up puts back from it.
"""

import re
from collections.abc import Mapping
from functools import cache
from hashlib import md5
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from app.models.audited import WATCHED
from app.services.server.function_rights import MAKERS

PLACE = Path(__file__).resolve().parents[3] / "migrations" / "sql" / "server" / "definitions.sql"
HEAD = "--! "
"""Begins the line before each definition: kind, name and, but for functions, the table."""


class Named(NamedTuple):
    """A function with its arguments, or a trigger or policy of a table."""

    kind: str
    name: str
    table: str = ""

    def __str__(self) -> str:
        """How it is called in a sentence."""
        return f"the {self.kind} {self.name} of {self.table}" if self.table else f"the function {self.name}"


class Found(NamedTuple):
    """What the database has: a digest of its definition, and whether it is switched off."""

    digest: str
    is_off: bool = False


@cache
def definitions() -> Mapping[Named, str]:
    """The statement that makes each, functions first."""
    found: dict[Named, str] = {}
    for part in PLACE.read_text(encoding="utf-8").split(f"\n{HEAD}")[1:]:
        line, _, statement = part.partition("\n")
        kind, _, rest = line.partition(" ")
        name, _, table = rest.rpartition(" ON ")
        found[Named(kind, name, table) if kind != "function" else Named(kind, rest)] = statement.strip()
    return found


def audit_guards() -> frozenset[Named]:
    """The triggers of the audit trail, whose definitions are checked with the trail."""
    acts = ("change", "insert", "no_truncate")
    return frozenset(Named("trigger", f"audit_{table}_{act}", table) for table in WATCHED for act in acts)


_SHOWN_DIFFERENTLY = re.compile(r"::(character varying|text)(\[\])?|[\s()]")


def digest_of(named: Named, statement: str) -> str:
    """By which two definitions are compared. MD5 is enough: who could forge one owns the desk.

    Versions of PostgreSQL differ in the blanks and brackets with which they show a condition. Casts of its texts stand
    elsewhere once what was shown has been read back, as after `pg_restore`.
    """
    text = statement if named.kind == "function" else _SHOWN_DIFFERENTLY.sub("", statement)
    return md5(text.strip().encode(), usedforsecurity=False).hexdigest()


FUNCTIONS_SQL = (
    "SELECT nspname || '.' || proname || '(' || pg_get_function_identity_arguments(pg_proc.oid) || ')',"
    " pg_get_functiondef(pg_proc.oid) FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace"
    " WHERE prokind = 'f' AND (nspname = 'desk' AND proname <> ALL(%(makers)s)"
    " OR nspname = 'public' AND NOT starts_with(proname, 'audit_')) ORDER BY 1"
)
TRIGGERS_SQL = (
    "SELECT tgname, relname, pg_get_triggerdef(pg_trigger.oid), tgenabled FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace"
    " ORDER BY 2, 1"
)
POLICIES_SQL = (
    "SELECT policyname, tablename, 'CREATE POLICY ' || quote_ident(policyname)"
    " || ' ON public.' || quote_ident(tablename)"
    " || CASE permissive WHEN 'PERMISSIVE' THEN '' ELSE ' AS RESTRICTIVE' END || ' FOR ' || cmd"
    " || CASE WHEN roles = '{public}' THEN '' ELSE ' TO ' || array_to_string(roles, ', ') END"
    " || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', '')"
    " FROM pg_policies WHERE schemaname = 'public' ORDER BY 2, 1"
)


def what_is_there(connection: Connection) -> dict[Named, Found]:
    """Every function, trigger and policy that the database has."""
    found: dict[Named, Found] = {}

    def ask(sql: str) -> list[tuple[str, ...]]:
        return [tuple(row) for row in connection.exec_driver_sql(sql, {"makers": list(MAKERS)})]

    for name, text in ask(FUNCTIONS_SQL):
        found[Named("function", name)] = Found(digest_of(Named("function", name), text))
    for name, table, text, state in ask(TRIGGERS_SQL):
        named = Named("trigger", name, table)
        found[named] = Found(digest_of(named, text), state in {"D", "R"})
    for name, table, text in ask(POLICIES_SQL):
        named = Named("policy", name, table)
        found[named] = Found(digest_of(named, text))
    return found


class Differences(NamedTuple):
    """How what is there differs from the definitions; `unknown` counts in the schema `desk` and on its tables only."""

    missing: frozenset[Named]
    changed: frozenset[Named]
    off: frozenset[Named]
    unknown: frozenset[Named]

    def of(self, kind: str) -> "Differences":
        """Those of one kind."""
        return Differences(*(frozenset(each for each in part if each.kind == kind) for part in self))

    def sentences(self) -> list[str]:
        """What is wrong, in words."""
        return [
            *(f"{each} is missing" for each in self.missing),
            *(f"{each} was changed" for each in self.changed),
            *(f"{each} is switched off" for each in self.off),
            *(f"{each} is unknown" for each in self.unknown),
        ]


def differences(connection: Connection) -> Differences:
    """Compare the database with the definitions."""
    wanted, found, audit = definitions(), what_is_there(connection), audit_guards()
    known = wanted.keys() | audit
    return Differences(
        missing=frozenset(known - found.keys()),
        changed=frozenset(
            each
            for each, statement in wanted.items()
            if each in found and found[each].digest != digest_of(each, statement)
        ),
        off=frozenset(each for each, state in found.items() if state.is_off),
        # In the schema public the office may have functions of its own, as extensions do.
        unknown=frozenset(each for each in found.keys() - known if not each.name.startswith("public.")),
    )
