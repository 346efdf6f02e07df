"""Migrated databases for tests: migrated once a session, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres

BOTH = ("sqlite", "postgresql")

PREFIX = "desk"
"""Begins the names of the roles of shared desks in tests."""

LOGINS = {"requester": 8, "reader": 2, "agent": 20, "supervisor": 8, "admin": 6, "jobs": 1}
"""How many logins there are of each role, named like `desk_u_agent3`; nobody has one until a test gives it away."""


def upgrade(url: str) -> None:
    """Bring the database at `url` to the newest schema, as the program does when it opens one."""
    from app.infra import migrate

    migrate.upgrade(url)


def sqlite_url(path: Path) -> str:
    """The address of a SQLite file, as SQLAlchemy writes it."""
    return f"sqlite:///{path.as_posix()}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.PostgresServer]:
    """The one PostgreSQL server of this test session, started when the first test wants it."""
    server = postgres.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file that no test opens; each gets a copy."""
    path = tmp_path_factory.mktemp("template") / "desk.db"
    upgrade(sqlite_url(path))
    leftover = path.with_name(f"{path.name}-wal")
    assert not leftover.exists(), "app.infra.migrate.upgrade must close its connections"
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgres_server: postgres.PostgresServer) -> str:
    """The name of a migrated PostgreSQL database that no test opens; each gets a copy."""
    name = postgres_server.create()
    upgrade(postgres_server.url(name))
    return name


@pytest.fixture(scope="session")
def shared_template(postgres_server: postgres.PostgresServer) -> str:
    """The name of an empty desk that is set up with roles and rights, as `server init` does; each test gets a copy."""
    from app.services.server.dto import Wanted
    from app.services.server.setup import set_up

    name = postgres_server.create()
    set_up(postgres_server.url(name), Wanted(prefix=PREFIX, first_administrator=False))
    for role, count in LOGINS.items():
        for number in range(count):
            login = f"{PREFIX}_u_{role}{number}"
            postgres_server.execute(f"CREATE ROLE {login} LOGIN IN ROLE {PREFIX}_{role}")
            # From PostgreSQL 16 on a role may change those that it made, which is said like this.
            if postgres_server.version >= 16:
                postgres_server.execute(
                    f"GRANT {login} TO {PREFIX}_useradmin WITH ADMIN TRUE, INHERIT FALSE, SET FALSE"
                )
    postgres_server.execute(
        f"INSERT INTO desk.account (login, is_jobs, must_change) VALUES ('{PREFIX}_u_jobs0', true, false)",
        database=name,
    )
    return name


@pytest.fixture
def shared_database(postgres_server: postgres.PostgresServer, shared_template: str) -> Iterator[str]:
    """The name of an empty desk of this test's own on the server, with roles and rights."""
    name = postgres_server.create(template=shared_template)
    yield name
    unfinished = postgres_server.open_transactions(name)
    postgres_server.drop(name)
    assert not unfinished, f"transactions left open: {unfinished}"


@pytest.fixture
def bare_database(postgres_server: postgres.PostgresServer) -> Iterator[str]:
    """The name of an empty database on the server; roles that a test made for it are taken away with it."""
    name = postgres_server.create()
    before = roles_of_server(postgres_server)
    yield name
    postgres_server.drop(name)
    for role in roles_of_server(postgres_server) - before:
        postgres_server.execute(f'DROP OWNED BY "{role}"')
    for role in roles_of_server(postgres_server) - before:
        postgres_server.execute(f'DROP ROLE "{role}"')


def roles_of_server(server: postgres.PostgresServer) -> set[str]:
    """Every role there is."""
    return {str(row[0]) for row in server.execute("SELECT rolname FROM pg_roles")}


@pytest.fixture
def sqlite_database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated, empty SQLite database of this test's own."""
    path = tmp_path / "desk.db"
    shutil.copyfile(sqlite_template, path)
    return sqlite_url(path)


@pytest.fixture
def postgresql_database_url(postgres_server: postgres.PostgresServer, postgresql_template: str) -> Iterator[str]:
    """A migrated, empty PostgreSQL database of this test's own."""
    name = postgres_server.create(template=postgresql_template)
    yield postgres_server.url(name)
    unfinished = postgres_server.open_transactions(name)
    postgres_server.drop(name)
    assert not unfinished, f"transactions left open: {unfinished}"


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database of this test's own; the test runs twice, on SQLite and on PostgreSQL."""
    return str(request.getfixturevalue(f"{request.param}_database_url"))


@pytest.fixture(params=BOTH)
def blank_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any table, for tests of the migrations themselves; on SQLite and on PostgreSQL."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "blank.db")
        return
    server: postgres.PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create()
    yield server.url(name)
    server.drop(name)
