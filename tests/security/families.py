"""The same attempt on every table, column and function: made from the table of grants, so nothing new is left out."""

from app.domain.vocabulary import Role
from app.services.server.function_rights import FUNCTIONS
from app.services.server.grants import GRANTS
from app.services.server.roles import Roles
from tests.security.attempt import Attempt, Fails
from tests.security.siege import OWNER, ROLES
from tests.support.databases import PREFIX

_PLAIN = "SET session_replication_role = replica"
_MODES = ("SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE")


def _forbidden(by_role: dict[Role, str], everything: str, role: Role) -> list[str]:
    """The columns that a role has no right to."""
    below = list(Role)[: list(Role).index(role) + 1]
    allowed = {name for each in below for name in by_role.get(each, "").split()}
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
    for role in ROLES
    for table, columns in GRANTS.items()
    for name in _forbidden(dict(columns.read), _all_columns(table), role)
)
_UPDATES = tuple(
    Attempt(
        f"change {table}.{name}", (f'UPDATE {table} SET "{name}" = NULL',), Fails.REFUSED, OWNER,
        (_PLAIN, f'UPDATE {table} SET "{name}" = "{name}"'), (role,),
    )
    for role in ROLES
    for table, columns in GRANTS.items()
    for name in _forbidden(dict(columns.update), _all_columns(table), role)
    if (table, name) != ("change_feed", "id")  # nobody can, whatever their rights
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
_RANKS = list(Role)
_CALLS = tuple(
    Attempt(
        f"call {name} as {role}",
        (f"SELECT has_function_privilege('{Roles(PREFIX).group(role)}', '{name}'::regproc, 'EXECUTE')",),
        Fails.NOTHING, OWNER,
        (f"SELECT has_function_privilege('{Roles(PREFIX).owner}', '{name}'::regproc, 'EXECUTE')",), (role,),
    )
    for role in ROLES
    for name, least in FUNCTIONS.items()
    if least is None or _RANKS.index(least) > _RANKS.index(role)
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
    "tables altered": _ALTERED,
    "functions called": _CALLS,
}
