"""Putting back what somebody dropped, changed or added in the database of a desk: functions, triggers, policies, roles.

Part of setting up, in its transaction. Only what differs is touched, because making a policy or a trigger waits for
whoever uses the table, and keeps everybody else waiting.
"""

from collections.abc import Iterable

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.domain.wording import tr
from app.infra.audit.renew import find_faults, renew_triggers
from app.infra.failures import state_of
from app.models.audited import SEALED, WATCHED
from app.services.server.catalogue import Catalogue
from app.services.server.definitions import Named, definitions, differences
from app.services.server.points_objects import ROW_SECURITY_OFF, TEXTS_WITH_STATISTICS
from app.services.server.points_roles import memberships_too_many, powers_held
from app.services.server.points_server import CONNECTIONS, LIMITLESS

_NOT_ALLOWED, _INVALID_DEFINITION = "42501", "42P13"
"""A function cannot be replaced by one that returns something else."""


def put_objects_back(connection: Connection, catalogue: Catalogue) -> list[str]:
    """Bring functions, triggers and policies to what this program makes, as their owner; what was done, in words."""
    told = _drop_unknown(connection)
    told += _put_back(connection)
    for (table,) in catalogue.ask(ROW_SECURITY_OFF):
        _run(connection, f'ALTER TABLE public."{table}" ENABLE ROW LEVEL SECURITY')
        told.append(tr("row security of {table}", table=table))
    if find_faults(connection, WATCHED, SEALED):
        renew_triggers(connection, WATCHED, SEALED)
        told.append(tr("the triggers of the audit trail"))
    for table, column in catalogue.ask(TEXTS_WITH_STATISTICS):
        _run(connection, f'ALTER TABLE {table} ALTER COLUMN "{column}" SET STATISTICS 0')
        told.append(tr("no statistics of {table}.{column}", table=table, column=column))
    return told


def _drop_unknown(connection: Connection) -> list[str]:
    """Take away what this program does not know: a policy that is added shows rows to somebody."""
    unknown = differences(connection).unknown
    for each in _in_order(unknown, ("policy", "trigger", "function")):
        if each.kind == "function":
            _run(connection, f"DROP FUNCTION IF EXISTS {each.name} CASCADE")
        else:
            _run(connection, f'DROP {each.kind} "{each.name}" ON public."{each.table}"')
    return [tr("{each}, which was unknown and is gone", each=each) for each in sorted(unknown)]


def _put_back(connection: Connection) -> list[str]:
    _run(connection, "SET LOCAL check_function_bodies = off")
    told: set[Named] = set()
    for kind in ("function", "trigger", "policy"):
        # Looked at anew for each kind: a function that had to be dropped took its triggers and policies along.
        found = differences(connection).of(kind)
        wrong = (found.missing | found.changed | found.off) & definitions().keys()
        for each in sorted(wrong):
            _make(connection, each)
        told |= wrong
    _run(connection, "RESET check_function_bodies")
    return [str(each) for each in sorted(told)]


def _make(connection: Connection, named: Named) -> None:
    statement = definitions()[named]
    if named.kind != "function":
        _run(connection, f'DROP {named.kind} IF EXISTS "{named.name}" ON public."{named.table}"')
        _run(connection, statement)
        return
    try:
        with connection.begin_nested():
            _run(connection, statement)
    except DBAPIError as error:
        if state_of(error) != _INVALID_DEFINITION:
            raise
        _run(connection, f"DROP FUNCTION {named.name} CASCADE")
        _run(connection, statement)


def put_roles_back(connection: Connection, catalogue: Catalogue, version: int) -> tuple[list[str], list[str]]:
    """Take away what roles and logins of the desk have too much; what was done, and what this login may not do."""
    wanted = [
        (f'ALTER ROLE "{name}" NO{power}', tr("{name} without {power}", name=name, power=power))
        for name, power in powers_held(catalogue)
    ]
    for member, role, grantor in memberships_too_many(catalogue):
        by = f' GRANTED BY "{grantor}"' if version >= 16 else ""
        wanted.append(
            (f'REVOKE "{role}" FROM "{member}"{by}', tr("{member} no member of {role}", member=member, role=role))
        )
    for (name,) in catalogue.ask(LIMITLESS):
        wanted.append(
            (f'ALTER ROLE "{name}" CONNECTION LIMIT {CONNECTIONS}', tr("{name} with a limit of connections", name=name))
        )
    told, undone = [], []
    for statement, words in wanted:
        try:
            with connection.begin_nested():
                _run(connection, statement)
            told.append(words)
        except DBAPIError as error:
            if state_of(error) != _NOT_ALLOWED:
                raise
            undone.append(tr("Only a superuser may do this: {statement};", statement=statement))
    return told, undone


def logins_with_rights_of_their_own(catalogue: Catalogue) -> tuple[str, ...]:
    """The logins to which something is granted by name; what they may comes from their group alone."""
    rows = catalogue.ask(
        "WITH ours AS (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'desk')) SELECT DISTINCT rolname FROM ("
        " SELECT aclexplode(relacl) AS granted FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours)"
        " UNION ALL SELECT aclexplode(attacl) FROM pg_attribute WHERE attacl IS NOT NULL"
        " UNION ALL SELECT aclexplode(proacl) FROM pg_proc WHERE pronamespace IN (SELECT oid FROM ours)"
        " UNION ALL SELECT aclexplode(nspacl) FROM pg_namespace WHERE nspname IN ('public', 'desk')"
        " UNION ALL SELECT aclexplode(datacl) FROM pg_database WHERE datname = current_database()"
        ") AS rights JOIN pg_roles ON pg_roles.oid = (granted).grantee WHERE rolname LIKE %(logins)s ORDER BY 1"
    )
    return tuple(str(row[0]) for row in rows)


def _in_order(found: Iterable[Named], kinds: tuple[str, ...]) -> list[Named]:
    return sorted(found, key=lambda each: (kinds.index(each.kind), each))


def _run(connection: Connection, sql: str) -> None:
    connection.exec_driver_sql(sql, execution_options={"no_parameters": True})
