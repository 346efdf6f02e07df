"""The same attempt on every table, column and function: made from the table of grants, so nothing new is left out."""

from collections.abc import Mapping

from app.domain.vocabulary import Role
from app.services.server.function_rights import FOR_READERS, FUNCTIONS
from app.services.server.grants import GRANTS, Columns
from app.services.server.roles import Roles
from tests.security.attempt import Attempt, Fails
from tests.security.siege import EVERYBODY, OWNER, ROLES
from tests.support.databases import PREFIX

_PLAIN = "SET session_replication_role = replica"
_MODES = ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE")


def up_to(by_role: Mapping[Role, str], role: Role) -> set[str]:
    """What a role may with what stands at it and at the roles before it; a reader, before whom nobody stands, too."""
    return {name for each in _before(role) for name in by_role.get(each, "").split()}


def _before(role: Role) -> tuple[Role, ...]:
    return (role,) if role is Role.READER else ROLES[: ROLES.index(role) + 1]


def readable(columns: Columns, role: Role) -> set[str]:
    """What a role reads: a reader what an agent reads."""
    return up_to(columns.read, Role.AGENT if role is Role.READER else role)


def callable_by(role: Role) -> set[str]:
    """The functions that a role may call."""
    if role is Role.READER:
        return set(FOR_READERS)
    return {name for name, least in FUNCTIONS.items() if least is not None and least in _before(role)}


def _forbidden(allowed: set[str], everything: str) -> list[str]:
    """The columns that a role has no right to."""
    return [name for name in dict.fromkeys(everything.split()) if name not in allowed]


def _all_columns(table: str) -> str:
    columns = GRANTS[table]
    return " ".join((*columns.read.values(), *columns.insert.values(), *columns.update.values(), columns.hidden))


_DELETES = tuple(
    Attempt(f"{act} {table}", (f"{act} {table}",), Fails.REFUSED, OWNER, (_PLAIN, f"{act} {table}{tail}"))
    for table in GRANTS
    for act, tail in (("DELETE FROM", ""), ("TRUNCATE", " CASCADE"))
)
_LOCKS = tuple(
    Attempt(f"LOCK {table} {mode}", (f"LOCK TABLE {table} IN {mode} MODE NOWAIT",), Fails.REFUSED, OWNER)
    for table in GRANTS
    for mode in _MODES
)
_READS = tuple(
    Attempt(f"read {table}.{name}", (f'SELECT "{name}" FROM {table}',), Fails.REFUSED, OWNER, (), (role,))
    for role in EVERYBODY
    for table, columns in GRANTS.items()
    for name in _forbidden(readable(columns, role), _all_columns(table))
)
_UPDATES = tuple(
    Attempt(
        f"change {table}.{name}", (f'UPDATE {table} SET "{name}" = NULL',), Fails.REFUSED, OWNER,
        (_PLAIN, f'UPDATE {table} SET "{name}" = "{name}"'), (role,),
    )
    for role in EVERYBODY
    for table, columns in GRANTS.items()
    for name in _forbidden(up_to(columns.update, role), _all_columns(table))
    if (table, name) != ("change_feed", "id")  # nobody can, whatever their rights
)  # fmt: skip
_INSERTS = tuple(
    # The control only shows that the name is a column: a row of one column has to be refused for what it lacks.
    Attempt(
        f"insert {table}.{name}", (f'INSERT INTO {table} ("{name}") SELECT "{name}" FROM {table} WHERE false',),
        Fails.REFUSED, OWNER, (), (role,),
    )
    for role in EVERYBODY
    for table, columns in GRANTS.items()
    for name in _forbidden(up_to(columns.insert, role), _all_columns(table))
    if (table, name) != ("change_feed", "id")
)  # fmt: skip
_ALTERED = tuple(
    Attempt(f"{words} {table}", (sql.format(table=table),), Fails.REFUSED, OWNER)
    for table in GRANTS
    for words, sql in (
        ("drop", "DROP TABLE {table} CASCADE"),
        ("add a column to", "ALTER TABLE {table} ADD COLUMN mine int"),
        ("grant", "GRANT SELECT ON {table} TO PUBLIC"),
    )
)
_CALLS = tuple(
    Attempt(
        f"call {name} as {role}",
        (f"SELECT has_function_privilege('{Roles(PREFIX).group(role)}', '{name}'::regproc, 'EXECUTE')",),
        Fails.NOTHING, OWNER,
        (f"SELECT has_function_privilege('{Roles(PREFIX).owner}', '{name}'::regproc, 'EXECUTE')",), (role,),
    )
    for role in EVERYBODY
    for name in FUNCTIONS
    if name not in callable_by(role)
)  # fmt: skip


def _once(attempts: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    """The same attempt by several roles as one."""
    found: dict[str, Attempt] = {}
    for each in attempts:
        known = found.get(each.name)
        found[each.name] = each if known is None else known._replace(roles=(*known.roles, *each.roles))
    return tuple(found.values())


FAMILIES: dict[str, tuple[Attempt, ...]] = {
    "deletes": _DELETES,
    "locks": _LOCKS,
    "columns read": _once(_READS),
    "columns changed": _once(_UPDATES),
    "columns inserted": _once(_INSERTS),
    "tables altered": _ALTERED,
    "functions called": _CALLS,
}
