"""The grants in the database are those of the one table in the program, and the table leaves nothing undecided."""

from collections.abc import Iterator

import psycopg
import pytest

from app.domain.vocabulary import Role
from app.models import catalogue, clocks, escalation, incident, people, review, timers, views
from app.models.base import metadata
from app.services.server.function_rights import FUNCTIONS, MAKERS
from app.services.server.grants import GRANTS, Columns
from app.services.server.rights import arrows, fallbacks
from app.services.server.roles import Roles
from tests.security.families import callable_by, readable, up_to
from tests.support.databases import PREFIX
from tests.support.postgres import PostgresServer

TABLE_MODULES = (catalogue, clocks, escalation, incident, people, review, timers, views)  # imported for their tables
ROLES = Roles(PREFIX)
ACTS = ("SELECT", "INSERT", "UPDATE")


@pytest.fixture
def connection(postgres_server: PostgresServer, shared_template: str) -> Iterator[psycopg.Connection[tuple[str, ...]]]:
    """A look at a desk that is set up, as the superuser; nothing is changed."""
    database = postgres_server.create(template=shared_template)
    url = postgres_server.url(database).replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as found:
        yield found
    postgres_server.drop(database)


def decided(columns: Columns) -> set[str]:
    """The columns that a line of the table names."""
    named = [*columns.read.values(), *columns.insert.values(), *columns.update.values(), columns.hidden]
    return {name for names in named for name in names.split()}


def test_every_table_and_column_of_the_program_is_decided() -> None:
    undecided = {
        f"{name}.{column.name}"
        for name, table in metadata.tables.items()
        for column in table.c
        if name not in GRANTS or column.name not in decided(GRANTS[name])
    }
    assert not undecided, "say in app/services/server/grants.py who may read, insert and change these"


def test_every_table_and_column_of_the_database_is_decided(connection: psycopg.Connection[tuple[str, ...]]) -> None:
    rows = connection.execute(
        "SELECT CASE table_schema WHEN 'public' THEN '' ELSE table_schema || '.' END || table_name, column_name"
        " FROM information_schema.columns WHERE table_schema IN ('public', 'desk')"
    ).fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    assert {table: decided(columns) for table, columns in GRANTS.items()} == found


def test_every_function_of_the_database_is_decided(connection: psycopg.Connection[tuple[str, ...]]) -> None:
    rows = connection.execute(
        "SELECT nspname || '.' || proname FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace"
        " WHERE nspname IN ('public', 'desk')"
    ).fetchall()
    assert {*FUNCTIONS, *(f"desk.{name}" for name in MAKERS)} == {row[0] for row in rows}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_nothing_else(
    role: Role, connection: psycopg.Connection[tuple[str, ...]]
) -> None:
    for table, columns in GRANTS.items():
        allowed = readable(columns, role), up_to(columns.insert, role), up_to(columns.update, role)
        for act, names in zip(ACTS, allowed, strict=True):
            rows = connection.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
                " AND has_column_privilege(%s, attrelid, attnum, %s)",
                (table, ROLES.group(role), act),
            ).fetchall()
            assert {row[0] for row in rows} == names, f"{act} {table}"


@pytest.mark.parametrize("role", [*ROLES.groups, ROLES.jobs, "PUBLIC"])
def test_nobody_may_delete_or_lock_a_whole_table(role: str, connection: psycopg.Connection[tuple[str, ...]]) -> None:
    rows = connection.execute(
        "SELECT relname, privilege_type FROM pg_class, aclexplode(relacl)"
        " WHERE relnamespace IN ('public'::regnamespace, 'desk'::regnamespace)"
        " AND grantee = CASE %(role)s WHEN 'PUBLIC' THEN 0 ELSE to_regrole(%(role)s)::oid END",
        {"role": role},
    ).fetchall()
    assert rows == []


@pytest.mark.parametrize("role", Role)
def test_a_role_calls_what_the_table_says_and_nothing_else(
    role: Role, connection: psycopg.Connection[tuple[str, ...]]
) -> None:
    rows = connection.execute(
        "SELECT nspname || '.' || proname FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace"
        " WHERE nspname IN ('public', 'desk') AND has_function_privilege(%s, pg_proc.oid, 'EXECUTE')",
        (ROLES.group(role),),
    ).fetchall()
    assert {row[0] for row in rows} == callable_by(role)


def test_the_database_knows_the_steps_of_the_lifecycle(connection: psycopg.Connection[tuple[str, ...]]) -> None:
    rows = connection.execute("SELECT source, target, role FROM desk.transition").fetchall()
    assert set(rows) == arrows()
    assert ("resolved", "closed", "requester") in arrows()
    assert ("new", "closed", "admin") not in arrows()


def test_the_database_falls_back_to_what_the_program_does(connection: psycopg.Connection[tuple[str, ...]]) -> None:
    rows = connection.execute("SELECT key, value FROM desk.fallback").fetchall()
    assert {row[0]: row[1] for row in rows} == fallbacks()


def test_every_table_is_guarded_by_policies(connection: psycopg.Connection[tuple[str, ...]]) -> None:
    rows = connection.execute(
        "SELECT relname FROM pg_class"
        " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity"
    ).fetchall()
    assert [row[0] for row in rows] == ["alembic_version"]
