"""What a database is told beside its grants, so that a login of the desk can do nothing but work at it."""

from collections.abc import Iterator, Mapping

from app.services.server.roles import LOWEST, Roles

SETTINGS: Mapping[str, str] = {
    # A program that stops in the middle of a save gives its incident back after a minute.
    "idle_in_transaction_session_timeout": "60s",
    # A computer that vanishes gives its locks back within seconds (reliability research, part 8).
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "15s",
    "client_connection_check_interval": "10s",
    "password_encryption": "scram-sha-256",
}
"""Settings of the database, which every connection to it begins with; they need no superuser."""

TEMP_FILE_LIMIT = "2GB"
"""How much a single query may put on the server's disk; only a superuser can set it, and nobody can raise it."""

LARGE_OBJECTS = (
    "lo_create(oid)",
    "lo_creat(integer)",
    "lo_from_bytea(oid, bytea)",
    "lo_put(oid, bigint, bytea)",
    "lowrite(integer, bytea)",
)
"""By these anybody could fill the disk of the server with objects that belong to no table."""

OTHER_DATABASES = ("postgres", "template1")


def harden_database(database: str, roles: Roles, everybody: str) -> Iterator[str]:
    """Who may enter the database, and that nobody makes anything in it; for its owner."""
    yield f"REVOKE ALL ON DATABASE {database} FROM {everybody}"
    for role in LOWEST:
        yield f"GRANT CONNECT ON DATABASE {database} TO {roles.group(role)}"


def settings_of_database(database: str) -> Iterator[str]:
    """The settings of the database; for its owner."""
    for name, value in SETTINGS.items():
        yield f"ALTER DATABASE {database} SET {name} = '{value}'"


def harden_objects(database: str, roles: Roles) -> Iterator[str]:
    """What only a superuser can take away: code blocks, large objects, endless temporary files."""
    yield "REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC"
    yield f"GRANT USAGE ON LANGUAGE plpgsql TO {roles.owner}, {roles.useradmin}"
    for function in LARGE_OBJECTS:
        yield f"REVOKE EXECUTE ON FUNCTION pg_catalog.{function} FROM PUBLIC"
    yield f"ALTER DATABASE {database} SET temp_file_limit = '{TEMP_FILE_LIMIT}'"


def harden_server() -> Iterator[str]:
    """What concerns the other databases of the server."""
    for name in OTHER_DATABASES:
        yield f"REVOKE CONNECT, TEMPORARY ON DATABASE {name} FROM PUBLIC"
