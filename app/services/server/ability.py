"""What a login needs to make a desk of a database, and what it lacks: to be said before anything is begun."""

from typing import NamedTuple

from sqlalchemy import Connection

OLDEST = 14
"""The oldest PostgreSQL that a desk is kept on."""


class Server(NamedTuple):
    """Who sets up, and where. `owns_public` is about the schema that the tables lie in."""

    database: str
    user: str
    is_superuser: bool
    may_make_roles: bool
    is_database_owner: bool
    owns_public: bool
    version: int


class Lack(NamedTuple):
    """A right that a login lacks, and the statement by which an administrator of the server gives it."""

    right: str
    statement: str


def look_at_server(connection: Connection) -> Server:
    """Ask who is connected, and to what."""
    row = connection.exec_driver_sql(
        "SELECT current_database(), session_user, rolsuper, rolcreaterole,"
        " (SELECT pg_has_role(session_user, datdba, 'USAGE') FROM pg_database WHERE datname = current_database()),"
        " coalesce((SELECT pg_has_role(session_user, nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public'),"
        " false), current_setting('server_version_num')::integer / 10000 FROM pg_roles WHERE rolname = session_user"
    ).one()
    return Server(*row)


def lacks(server: Server) -> tuple[Lack, ...]:
    """What the login would need beside what it has; nothing where it may set a desk up."""
    if server.is_superuser:
        return ()
    user, database = _quoted(server.user), _quoted(server.database)
    found = []
    if not server.may_make_roles:
        found.append(Lack("to make roles", f"ALTER ROLE {user} CREATEROLE;"))
    if not server.is_database_owner:
        found.append(Lack(f"to own the database {server.database}", f"ALTER DATABASE {database} OWNER TO {user};"))
    # From PostgreSQL 15 on whoever owns the database owns this schema as well; before, the server itself does.
    if not server.owns_public and (server.is_database_owner or server.version < 15):
        found.append(Lack("to own its schema public", f"ALTER SCHEMA public OWNER TO {user};"))
    return tuple(found)


def what_is_lacking(found: tuple[Lack, ...], user: str) -> str:
    """The same as sentences, with the statements to ask for."""
    rights = " and ".join(each.right for each in found)
    statements = " ".join(each.statement for each in found)
    return (
        f"To set up a desk the login {user} lacks the right {rights}. Ask an administrator of the server to run:"
        f" {statements}"
    )


def others_in(connection: Connection, known: set[str]) -> tuple[str, ...]:
    """The tables in the database that are not of a desk; all where some of a desk's name are there without one."""
    rows = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    found = [str(row[0]) for row in rows]
    strangers = tuple(name for name in found if name not in known)
    return tuple(found) if not strangers and found and "alembic_version" not in found else strangers


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if not name.isidentifier() or name != name.lower() else name
