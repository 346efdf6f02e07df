"""A desk that was set up before readers were known: it upgrades, says what is missing, and makes none until then."""

import pytest
from sqlalchemy import create_engine, pool

from app.bootstrap import open_session
from app.domain.errors import Refused
from app.domain.vocabulary import Role
from app.services.people.dto import NewPerson
from app.services.server.check import ESSENTIAL, check
from app.services.server.dto import Verdict, Wanted
from app.services.server.rights import write_rights
from app.services.server.setup import set_up
from tests.support.postgres import PostgresServer

_GROUP = "older_reader"


@pytest.fixture
def older(postgres_server: PostgresServer, bare_database: str) -> str:
    """The database of a desk whose server has no group of readers."""
    database = bare_database
    set_up(postgres_server.url(database), Wanted("older", "Ruth Root", "ruth"))
    postgres_server.execute("UPDATE desk.account SET must_change = false", database=database)
    postgres_server.execute(f"DROP OWNED BY {_GROUP}", database=database)
    postgres_server.execute(f"REVOKE {_GROUP} FROM older_useradmin", database=database)
    postgres_server.execute(f"DROP ROLE {_GROUP}", database=database)
    return database


def _missing(postgres_server: PostgresServer, database: str) -> set[str]:
    engine = create_engine(postgres_server.url(database), poolclass=pool.NullPool)
    with engine.connect() as connection:
        found = check(connection, ESSENTIAL)
    engine.dispose()
    return {each.key for each in found if each.verdict is Verdict.MISSING}


def test_the_rights_are_written_without_the_group(postgres_server: PostgresServer, older: str) -> None:
    """As every upgrade does, also one that is not made by `server init`."""
    engine = create_engine(postgres_server.url(older), poolclass=pool.NullPool)
    with engine.begin() as connection:
        write_rights(connection)
    engine.dispose()
    assert "roles" in _missing(postgres_server, older)


def test_nobody_is_made_a_reader_until_the_server_knows_them(postgres_server: PostgresServer, older: str) -> None:
    session = open_session(postgres_server.url(older, "older_u_ruth"))
    desk, admin = session.desk, session.actor
    iris = NewPerson(desk.new_id(), "Iris Falk")
    desk.staff.add(admin, iris, (), "iris")
    with pytest.raises(Refused, match="server init"):
        desk.staff.change_role(admin, iris.id, Role.READER)
    with pytest.raises(Refused, match="server init"):
        desk.staff.add(admin, NewPerson(desk.new_id(), "Uma Holm", role=Role.READER), (), "uma")
    assert desk.roster.person(admin, iris.id).person.role is Role.REQUESTER
    set_up(postgres_server.url(older), Wanted("older", first_administrator=False))
    desk.staff.change_role(admin, iris.id, Role.READER)
    login = desk.staff.add(admin, NewPerson(desk.new_id(), "Uma Holm", role=Role.READER), (), "uma")
    desk.close()
    assert login is not None
    rows = postgres_server.execute(
        "SELECT member.rolname FROM pg_auth_members JOIN pg_roles member ON member.oid = member"
        f" WHERE roleid = '{_GROUP}'::regrole AND member.rolcanlogin",
        database=older,
    )
    assert {str(row[0]) for row in rows} == {"older_u_iris", "older_u_uma"}
    assert "roles" not in _missing(postgres_server, older)
