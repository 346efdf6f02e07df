"""Writing the grants, and the rules that the database needs to know, as the program has them; after every migration."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from app.domain.lifecycle import TRANSITIONS
from app.domain.permissions import ROLE_PERMISSIONS
from app.domain.priority import SERVICENOW_3X3, matrix_to_data
from app.domain.vocabulary import Role
from app.services.server.function_rights import FUNCTIONS, callers
from app.services.server.grants import GRANTS, granted
from app.services.server.roles import LOWEST, Roles, roles_of
from app.services.settings import NUMBERS
from app.services.sign_in import JOBS


def arrows() -> set[tuple[str, str, str]]:
    """Every step of the lifecycle and who may take it, as (from, to, role); the program's service may all."""
    found = set()
    for (source, target), arrow in TRANSITIONS.items():
        holders = [role.value for role in Role if arrow.permission in ROLE_PERMISSIONS[role]]
        found |= {(source.value, target.value, role) for role in (*holders, JOBS)}
    return found


def fallbacks() -> Mapping[str, object]:
    """What holds where the desk has not set a value, as far as the database asks for it."""
    numbers = {key: NUMBERS[key][0] for key in ("reopen_window_days", "attachment_limit_mb")}
    return {"priority_matrix": matrix_to_data(SERVICENOW_3X3), **numbers}


def write_rights(connection: Connection, also: Sequence[str] = ()) -> None:
    """Bring rules and grants to what the program says; nothing on SQLite, where the services are the policy.

    Grants are only made where `server init` has made the roles. Run by the owner of the tables. What is granted to the
    roles in `also`, which are to have nothing of their own, is taken from them.
    """
    if connection.dialect.name == "sqlite":
        return
    if connection.exec_driver_sql("SELECT to_regclass('desk.setup')").scalar_one() is None:
        return  # an older schema, on the way to this one
    _write_rules(connection)
    prefix = connection.exec_driver_sql("SELECT role_prefix FROM desk.setup").scalar_one_or_none()
    if prefix is not None:
        roles = roles_of(str(prefix))
        for statement in grant_statements(roles, also, _there(connection, roles)):
            connection.exec_driver_sql(statement)


def _there(connection: Connection, roles: Roles) -> frozenset[Role]:
    """The roles whose group the server has: one that came later is made by the next `server init`."""
    known = set(connection.exec_driver_sql("SELECT rolname FROM pg_roles").scalars())
    return frozenset(role for role in Role if roles.group(role) in known)


def _write_rules(connection: Connection) -> None:
    run = connection.exec_driver_sql
    run("DELETE FROM desk.transition")
    for source, target, role in sorted(arrows()):
        run("INSERT INTO desk.transition (source, target, role) VALUES (%s, %s, %s)", (source, target, role))
    run("DELETE FROM desk.fallback")
    for key, value in fallbacks().items():
        run("INSERT INTO desk.fallback (key, value) VALUES (%s, CAST(%s AS jsonb))", (key, json.dumps(value)))


def grant_statements(
    roles: Roles, also: Sequence[str] = (), there: Collection[Role] = frozenset(Role)
) -> Iterator[str]:
    """Take everything back and grant what the table of grants says; every name comes from this program.

    The groups of roles that are not `there` are left out.
    """
    everybody = everybody_but_the_owner(roles, also, there)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public, desk FROM {everybody}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, desk FROM {everybody}"
    yield f"REVOKE ALL ON FUNCTION {', '.join(FUNCTIONS)} FROM {everybody}"
    yield f"REVOKE ALL ON SCHEMA public, desk FROM {everybody}"
    for role in LOWEST:
        if role in there:
            yield f"GRANT USAGE ON SCHEMA public, desk TO {roles.group(role)}"
    for table, columns in GRANTS.items():
        for act, role, names in granted(columns):
            if role in there:
                yield f"GRANT {act} ({', '.join(quoted(names))}) ON {table} TO {roles.group(role)}"
    for function in FUNCTIONS:
        for role in callers(function):
            if role in there:
                yield f"GRANT EXECUTE ON FUNCTION {function} TO {roles.group(role)}"


def everybody_but_the_owner(roles: Roles, also: Sequence[str] = (), there: Collection[Role] = frozenset(Role)) -> str:
    """From whom rights are taken before they are granted anew: everybody, the groups, and these roles."""
    groups = (roles.group(role) for role in Role if role in there)
    return ", ".join(("PUBLIC", *groups, roles.jobs, *(f'"{name}"' for name in also)))


def quoted(names: str) -> list[str]:
    """The columns of a line, each in quotes: some are words of SQL."""
    return [f'"{name}"' for name in names.split()]
