"""Coming in to a shared desk: by one's own login, and by nothing else."""

from collections.abc import Iterator

import psycopg
import pytest

from app.bootstrap import open_session
from app.domain.errors import FirstPassword, NotAllowed, NotFound
from app.domain.vocabulary import Role
from app.infra.clock import SystemClock
from app.services.people.dto import NewPerson
from app.services.server.dto import Wanted
from app.services.server.setup import set_up
from app.services.session import Session
from tests.support.databases import PREFIX
from tests.support.postgres import PostgresServer


@pytest.fixture
def desk(postgres_server: PostgresServer, shared_database: str) -> Iterator[str]:
    """A shared desk whose administrator has just been made; their login is gone afterwards."""
    login = f"{PREFIX}_u_ruth"
    set_up(postgres_server.url(shared_database), Wanted(person="Ruth Root", login="ruth"))
    yield shared_database
    postgres_server.execute(f"DROP OWNED BY {login}; DROP ROLE {login}", database=shared_database)


def come_in(server: PostgresServer, database: str, login: str) -> Session:
    """Open the desk as somebody, as a window does."""
    return open_session(server.url(database, f"{PREFIX}_u_{login}"), "", SystemClock())


def set_password(server: PostgresServer, database: str, login: str) -> None:
    """Choose a password, as whoever comes in for the first time has to."""
    name = f"{PREFIX}_u_{login}"
    with psycopg.connect(server.url(database, name).replace("+psycopg", ""), autocommit=True) as connection:
        verifier = connection.pgconn.encrypt_password(b"correct horse", name.encode(), b"scram-sha-256").decode()
        connection.execute("SELECT desk.change_my_password(%s)", [verifier])


def test_a_first_password_opens_nothing_until_it_is_changed(postgres_server: PostgresServer, desk: str) -> None:
    with pytest.raises(FirstPassword, match="Choose one of your own"):
        come_in(postgres_server, desk, "ruth")
    set_password(postgres_server, desk, "ruth")
    session = come_in(postgres_server, desk, "ruth")
    assert (session.actor.name, session.actor.role) == ("Ruth Root", Role.ADMIN)
    assert [group.label for group in session.desk.people.groups(session.actor)] == ["Service desk"]
    session.desk.close()


def test_the_login_says_who_one_is_whatever_the_settings_say(postgres_server: PostgresServer, desk: str) -> None:
    set_password(postgres_server, desk, "ruth")
    session = come_in(postgres_server, desk, "ruth")
    agent = session.desk.people_admin.add_person(
        session.actor, NewPerson(session.desk.new_id(), "Priya", role=Role.AGENT)
    )
    session.desk.close()
    again = open_session(postgres_server.url(desk, f"{PREFIX}_u_ruth"), agent, SystemClock())
    assert again.actor.name == "Ruth Root"
    again.desk.close()


def test_a_login_that_is_nobodys_is_told_so(postgres_server: PostgresServer, desk: str) -> None:
    with pytest.raises(NotFound, match="desk_u_agent19 belongs to nobody at this desk"):
        come_in(postgres_server, desk, "agent19")


def test_the_service_comes_in_as_the_program(postgres_server: PostgresServer, desk: str) -> None:
    session = come_in(postgres_server, desk, "jobs0")
    assert session.actor.author_id is None
    assert session.desk.timers.health(session.actor).workers == ()
    session.desk.close()


def test_what_the_database_refuses_is_said_in_words(postgres_server: PostgresServer, desk: str) -> None:
    set_password(postgres_server, desk, "ruth")
    session = come_in(postgres_server, desk, "ruth")
    refused = "The database does not let your login do this"
    with pytest.raises(NotAllowed, match=refused), session.desk.store.writing(session.actor) as work:
        work.connection.exec_driver_sql("DELETE FROM incident")
    session.desk.close()


def test_who_is_connected_is_found_by_the_index(postgres_server: PostgresServer, shared_database: str) -> None:
    """Every policy of every statement asks; when all people were read for it, opening took eight times as long."""
    url = postgres_server.url(shared_database).replace("+psycopg", "")
    with psycopg.connect(url) as connection:
        # A few rows are read from first to last anyway, unless nothing speaks for it.
        connection.execute("SET LOCAL enable_seqscan = off")
        connection.execute("SELECT * FROM desk.who()")
        scans = connection.execute(
            "SELECT seq_scan, idx_scan > 0 FROM pg_stat_xact_user_tables WHERE relid = 'person'::regclass"
        ).fetchone()
    assert scans == (0, True)
