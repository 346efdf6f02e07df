"""Putting the triggers of the trail in place after an upgrade, and telling which are missing or not as they should be.

Rebuilding a table drops its triggers, so an upgrade ends by making all of them anew from the one list.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from app.infra.audit import postgres_triggers, sqlite_triggers
from app.infra.audit.canonical import read_shape
from app.infra.audit.scope import Sealed, Shape, Watched


def shapes_of(connection: Connection, watched: Mapping[str, Watched]) -> list[Shape]:
    """The watched tables as they are now, by name."""
    return [read_shape(connection, table, watched[table]) for table in sorted(watched)]


def renew_triggers(connection: Connection, watched: Mapping[str, Watched], sealed: Sealed) -> None:
    """Make every trigger of the trail what it should be; called inside the transaction of an upgrade."""
    shapes = shapes_of(connection, watched)
    if connection.dialect.name == "sqlite":
        _renew_sqlite(connection, shapes, sealed)
    else:
        _renew_postgres(connection, shapes, sealed)


def _renew_sqlite(connection: Connection, shapes: Sequence[Shape], sealed: Sealed) -> None:
    wanted = sqlite_triggers.triggers(shapes, sealed)
    found = _sqlite_objects(connection)
    for name in found:
        if name in wanted or name.startswith("audit_"):
            kind = "VIEW" if name == "audit_append" else "TRIGGER"
            connection.exec_driver_sql(f"DROP {kind} IF EXISTS {name}")
    connection.exec_driver_sql(sqlite_triggers.VIEW)
    for statement in wanted.values():
        connection.exec_driver_sql(statement)


def _sqlite_objects(connection: Connection) -> dict[str, str]:
    """The text of every trigger, and of the view, by name."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")
    return {str(name): str(sql) for name, sql in rows}


def _renew_postgres(connection: Connection, shapes: Sequence[Shape], sealed: Sealed) -> None:
    schema = str(connection.exec_driver_sql("SELECT current_schema()").scalar_one())
    for function in postgres_triggers.functions(shapes, sealed):
        connection.exec_driver_sql(postgres_triggers.create_function(function, schema))
        # Whoever could call it, or hang it on a table of their own, could write records of what never happened.
        named = f"{function.name}({_types(function.arguments)})"
        connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {named} FROM PUBLIC")
    for trigger in postgres_triggers.triggers(shapes):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}")
        connection.exec_driver_sql(postgres_triggers.create_trigger(trigger))


def _types(arguments: str) -> str:
    return ", ".join(argument.split()[-1] for argument in arguments.split(", ") if argument)


def find_faults(connection: Connection, watched: Mapping[str, Watched], sealed: Sealed) -> list[str]:
    """What is missing of the triggers or not as it should be, in plain words, by name; empty when all is well."""
    shapes = shapes_of(connection, watched)
    if connection.dialect.name == "sqlite":
        return _faults_on_sqlite(connection, shapes, sealed)
    return _faults_on_postgres(connection, shapes, sealed)


def _faults_on_sqlite(connection: Connection, shapes: Sequence[Shape], sealed: Sealed) -> list[str]:
    wanted = {"audit_append": sqlite_triggers.VIEW, **sqlite_triggers.triggers(shapes, sealed)}
    found = _sqlite_objects(connection)
    faults = [f"The trigger {name} is missing." for name in wanted if name not in found]
    faults += [f"The trigger {name} was altered." for name, sql in wanted.items() if found.get(name, sql) != sql]
    return sorted(faults)


_TRIGGERS = """SELECT t.tgname, c.relname, p.proname, t.tgenabled <> 'D' FROM pg_trigger t
 JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
 WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace"""
_FUNCTIONS = """SELECT p.proname, p.prosrc, p.prosecdef FROM pg_proc p
 WHERE p.pronamespace = current_schema()::regnamespace AND starts_with(p.proname, 'audit_')"""


def _faults_on_postgres(connection: Connection, shapes: Sequence[Shape], sealed: Sealed) -> list[str]:
    triggers = {name: tuple(rest) for name, *rest in connection.exec_driver_sql(_TRIGGERS)}
    bodies = {name: (body, definer) for name, body, definer in connection.exec_driver_sql(_FUNCTIONS)}
    faults = []
    for trigger in postgres_triggers.triggers(shapes):
        found = triggers.get(trigger.name)
        if found is None:
            faults.append(f"The trigger {trigger.name} is missing.")
        elif found != (trigger.table, trigger.function, True):
            faults.append(f"The trigger {trigger.name} was altered or switched off.")
    for function in postgres_triggers.functions(shapes, sealed):
        if function.name not in bodies:
            faults.append(f"The function {function.name} is missing.")
        elif bodies[function.name] != (function.body, True):
            faults.append(f"The function {function.name} was altered.")
    return sorted(faults)
