"""Writing the grants, and the rules that the database needs to know, as the program has them; after every migration."""

import json
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection

from app.domain.lifecycle import TRANSITIONS
from app.domain.permissions import ROLE_PERMISSIONS
from app.domain.priority import SERVICENOW_3X3, matrix_to_data
from app.domain.vocabulary import Role
from app.services.server.function_rights import FUNCTIONS
from app.services.server.grants import GRANTS
from app.services.server.roles import Roles, roles_of
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
        for statement in grant_statements(roles_of(str(prefix)), also):
            connection.exec_driver_sql(statement)


def _write_rules(connection: Connection) -> None:
    run = connection.exec_driver_sql
    run("DELETE FROM desk.transition")
    for source, target, role in sorted(arrows()):
        run("INSERT INTO desk.transition (source, target, role) VALUES (%s, %s, %s)", (source, target, role))
    run("DELETE FROM desk.fallback")
    for key, value in fallbacks().items():
        run("INSERT INTO desk.fallback (key, value) VALUES (%s, CAST(%s AS jsonb))", (key, json.dumps(value)))


def grant_statements(roles: Roles, also: Sequence[str] = ()) -> Iterator[str]:
    """Take everything back and grant what the table of grants says; every name comes from this program."""
    everybody = everybody_but_the_owner(roles, also)
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public, desk FROM {everybody}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, desk FROM {everybody}"
    yield f"REVOKE ALL ON FUNCTION {', '.join(FUNCTIONS)} FROM {everybody}"
    yield f"REVOKE ALL ON SCHEMA public, desk FROM {everybody}"
    yield f"GRANT USAGE ON SCHEMA public, desk TO {roles.group(Role.REQUESTER)}"
    for table, columns in GRANTS.items():
        for act, by_role in (("SELECT", columns.read), ("INSERT", columns.insert), ("UPDATE", columns.update)):
            for role, names in by_role.items():
                yield f"GRANT {act} ({', '.join(quoted(names))}) ON {table} TO {roles.group(role)}"
    for function, granted_to in FUNCTIONS.items():
        if granted_to is not None:
            yield f"GRANT EXECUTE ON FUNCTION {function} TO {roles.group(granted_to)}"


def everybody_but_the_owner(roles: Roles, also: Sequence[str] = ()) -> str:
    """From whom rights are taken before they are granted anew: everybody, the groups, and these roles."""
    return ", ".join(("PUBLIC", *roles.groups, roles.jobs, *(f'"{name}"' for name in also)))


def quoted(names: str) -> list[str]:
    """The columns of a line, each in quotes: some are words of SQL."""
    return [f'"{name}"' for name in names.split()]
