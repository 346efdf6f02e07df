"""A server that is lost in every way that can be made on one machine: nobody waits for ever, and each is named."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ProgrammingError

from app.domain.errors import Away, InDoubt, NotAllowed, SignInRefused, Unavailable
from app.infra import postgres
from app.infra.database import Database
from app.infra.failures import without_state
from tests.support.postgres import PostgresServer
from tests.support.wire import Wire, wire_to

PROBE = text("SELECT 1")
COUNT_UP = text("INSERT INTO number_counter (name, last) VALUES ('probe', 1)")


@pytest.fixture
def wire(postgres_server: PostgresServer) -> Iterator[Wire]:
    with wire_to(postgres_server.port) as made:
        yield made


@pytest.fixture
def through_wire(postgresql_database_url: str, wire: Wire) -> Iterator[Database]:
    """A database that is reached through the cable."""
    database = Database(make_url(postgresql_database_url).set(port=wire.port).render_as_string(hide_password=False))
    yield database
    database.close()


@pytest.fixture
def database(postgresql_database_url: str) -> Iterator[Database]:
    made = Database(postgresql_database_url)
    yield made
    made.close()


def probe(database: Database, patience: float = 5) -> None:
    """Ask something, without being told to wait after an earlier failure."""
    database.link.hurry()
    with database.reading(patience) as connection:
        connection.execute(PROBE)


def test_a_cut_cable_is_given_up_in_time(through_wire: Database, wire: Wire) -> None:
    probe(through_wire)
    wire.cut()
    began = time.monotonic()
    with pytest.raises(Away, match="does not answer"):
        probe(through_wire, patience=0.3)
    assert time.monotonic() - began < 5
    assert through_wire.link.state.is_away
    wire.mend()
    probe(through_wire)
    assert not through_wire.link.state.is_away


def test_connecting_into_nothing_is_given_up_in_time(
    through_wire: Database, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(postgres._ARGUMENTS, "connect_timeout", 2)
    wire.cut()
    with pytest.raises(Away, match="does not answer"):
        probe(Database(through_wire.url.render_as_string(hide_password=False)))


def test_a_cable_that_is_cut_in_the_middle_of_a_question(through_wire: Database, wire: Wire) -> None:
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            with through_wire.reading(1) as connection:
                connection.execute(PROBE)
                asked.set()
                connection.execute(text("SELECT pg_sleep(60)"))
        except Unavailable as error:
            failed.append(error)

    asked = threading.Event()
    thread = threading.Thread(target=ask)
    thread.start()
    assert asked.wait(10)
    wire.cut()
    thread.join(10)
    assert not thread.is_alive()
    assert isinstance(failed[0], Away)


def test_a_stopped_server_is_told_at_once(through_wire: Database, wire: Wire) -> None:
    probe(through_wire)
    wire.refuse()
    with pytest.raises(Away, match="connection to the server broke"):
        probe(through_wire)
    wire.mend()
    probe(through_wire)


def test_a_terminated_backend_costs_one_answer_and_not_the_next(
    database: Database, postgres_server: PostgresServer
) -> None:
    with database.reading() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    postgres_server.execute("SELECT pg_terminate_backend(%s::int)", str(pid))
    with contextlib.suppress(Away):
        probe(database)
    probe(database)


def test_a_commit_without_an_answer_is_in_doubt(through_wire: Database, wire: Wire) -> None:
    def write() -> None:
        with through_wire.writing(0.5) as connection:
            connection.execute(COUNT_UP)
            wire.cut()

    with pytest.raises(InDoubt, match="not known yet"):
        write()


def test_what_breaks_before_the_commit_was_certainly_not_kept(through_wire: Database, wire: Wire) -> None:
    def write() -> None:
        with through_wire.writing(0.5) as connection:
            wire.cut()
            connection.execute(COUNT_UP)

    with pytest.raises(Away) as lost:
        write()
    assert not isinstance(lost.value, InDoubt)
    wire.mend()
    through_wire.link.hurry()
    with through_wire.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM number_counter")).scalar_one() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP")
def test_a_server_that_stands_still(database: Database) -> None:
    with database.reading() as connection:
        pid = int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
    os.kill(pid, signal.SIGSTOP)
    try:
        with pytest.raises(Away, match="does not answer"):
            probe(database, patience=0.5)
    finally:
        os.kill(pid, signal.SIGCONT)


def test_a_full_server_is_named_and_nobody_is_called_away(
    postgres_server: PostgresServer, postgresql_database_url: str
) -> None:
    name = make_url(postgresql_database_url).database
    postgres_server.execute(f'ALTER DATABASE "{name}" CONNECTION LIMIT 1')
    postgres_server.execute("CREATE ROLE visitor LOGIN")
    visitor = make_url(postgresql_database_url).set(username="visitor").render_as_string()
    first, second = Database(visitor), Database(visitor)
    try:
        with first.reading() as connection:
            connection.execute(PROBE)
            with pytest.raises(Unavailable, match="no free place") as full:
                probe(second)
        assert not isinstance(full.value, Away)
        assert not second.link.state.is_away
    finally:
        first.close()
        second.close()
        postgres_server.execute("DROP ROLE visitor")


def test_a_server_that_only_reads(database: Database, postgres_server: PostgresServer) -> None:
    postgres_server.execute(f'ALTER DATABASE "{database.url.database}" SET default_transaction_read_only = on')
    with pytest.raises(Unavailable, match="takes no changes") as refused, database.writing() as connection:
        connection.execute(COUNT_UP)
    assert not isinstance(refused.value, Away)
    probe(database)


def test_a_refusal_of_the_database_is_told_in_words(database: Database, postgres_server: PostgresServer) -> None:
    postgres_server.execute("CREATE ROLE stranger LOGIN")
    stranger = Database(database.url.set(username="stranger").render_as_string())
    try:
        with (
            pytest.raises(NotAllowed, match="does not let your login do this: permission denied"),
            stranger.reading() as connection,
        ):
            connection.execute(text("SELECT * FROM incident"))
        assert not stranger.link.state.is_away
    finally:
        stranger.close()
        postgres_server.execute("DROP ROLE stranger")


def test_a_person_who_is_not_known(database: Database) -> None:
    nobody = Database(database.url.set(username="nobody_at_all").render_as_string())
    with pytest.raises(Away):
        probe(nobody)


def test_a_question_that_takes_too_long_leaves_no_answer_behind(database: Database) -> None:
    with pytest.raises(Away), database.reading(0.2) as connection:
        connection.execute(text("SELECT pg_sleep(60)"))
    probe(database)


def test_the_server_is_told_to_forget_a_client_that_vanished(database: Database) -> None:
    with database.reading() as connection:
        for name, value in (
            ("idle_in_transaction_session_timeout", "1min"),
            ("client_connection_check_interval", "10s"),
        ):
            assert connection.execute(text(f"SHOW {name}")).scalar_one() == value


def test_a_bug_stays_a_bug(database: Database) -> None:
    with pytest.raises(ProgrammingError), database.reading() as connection:
        connection.execute(text("SELECT * FROM no_such_table"))


def test_a_password_that_is_refused() -> None:
    """The words of the server, since this one trusts everybody; a real refusal is tested where TLS is on."""
    words = (
        'connection to server at "10.0.0.5", port 5432 failed: FATAL:  password authentication failed for user "ada"'
    )
    assert isinstance(without_state(words), SignInRefused)
