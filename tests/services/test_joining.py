"""The test of a connection tells of each step what was found, and gives a hint that helps where it failed."""

import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from keyring.backends.fail import Keyring as NoKeyring
from sqlalchemy.engine import URL

import main
from app.domain.errors import BadInput, Unavailable
from app.infra import migrate, passwords
from app.infra.clock import SystemClock
from app.services.joining.dto import Mark, Outcome, Step, as_text, may_set_up, succeeded
from app.services.joining.entry import Entered, clocks, known_database, rights
from app.services.joining.password import keep, split_password, with_kept_password, with_password
from app.services.joining.steps import try_out
from app.services.server.setup import set_up
from tests.support import tls_server
from tests.support.certificates import OPENSSL
from tests.support.clock import FrozenClock
from tests.support.tls_server import PASSWORD, TlsServer

ALL = tuple(Step)
needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="there is no openssl here to make certificates with")


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsServer]:
    made = tls_server.start(tmp_path_factory.mktemp("authorities"))
    for name in ("ada", "stranger", "clear"):
        made.add_person(name)
    made.server.execute("CREATE DATABASE desk OWNER ada")
    made.server.execute("CREATE DATABASE empty")
    # As PostgreSQL has it from 15 on by itself.
    made.server.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", database="empty")
    made.server.execute("CREATE DATABASE bare OWNER ada")
    made.server.execute("CREATE DATABASE shop OWNER ada")
    made.server.execute("CREATE TABLE invoices (id int)", database="shop")
    made.server.execute("CREATE DATABASE newer OWNER ada")
    for name in ("desk", "newer"):
        migrate.upgrade(address(made, database=name))
    yield made
    made.stop()


def address(server: TlsServer, user: str = "ada", password: str = PASSWORD, database: str = "desk", **more: str) -> str:
    query = {"sslmode": "verify-full", "sslrootcert": str(server.office.file)} | more
    return URL.create(
        "postgresql", user, password, "localhost", server.server.port, database, query
    ).render_as_string(hide_password=False)  # fmt: skip


def last(outcomes: tuple[Outcome, ...]) -> Outcome:
    assert [each.step for each in outcomes] == list(ALL[: len(outcomes)])
    return outcomes[-1]


@needs_openssl
def test_the_whole_way_is_told_step_by_step(tls: TlsServer) -> None:
    heard: list[Outcome] = []
    outcomes = try_out(address(tls), heard.append)
    assert tuple(heard) == outcomes
    assert [each.step for each in outcomes] == list(ALL)
    assert {each.mark for each in outcomes[:-1]} <= {Mark.PASSED, Mark.WARNING}
    assert succeeded(outcomes)
    found = {each.step: each.found for each in outcomes}
    assert "TLSv1.3, certificate good until" in found[Step.PROOF]
    assert found[Step.SIGN_IN] == "Signed in as ada"
    assert found[Step.SCHEMA].endswith("a desk of this version")
    assert found[Step.RIGHTS] == "May read, write, upgrade"


@needs_openssl
@pytest.mark.parametrize(
    ("which", "said"),
    [("other authority", "was not signed by the authority in your file"), ("expired", "has expired"),
     ("wrong host", "belongs to another computer than localhost")],
)  # fmt: skip
def test_a_bad_certificate_ends_the_way_with_its_reason(which: str, said: str, tls: TlsServer) -> None:
    tls.show_and_wait(which)
    try:
        outcome = last(try_out(address(tls)))
    finally:
        tls.show_and_wait("right")
    assert outcome.step is Step.PROOF
    assert outcome.mark is Mark.FAILED
    assert said in outcome.found
    assert outcome.hint


@needs_openssl
@pytest.mark.parametrize(
    ("change", "step", "said", "hint"),
    [
        ({"password": "wrong"}, Step.SIGN_IN, "does not accept ada", "may have expired"),
        ({"user": "nobody"}, Step.SIGN_IN, "does not accept nobody", "may have expired"),
        ({"user": "clear"}, Step.SIGN_IN, "asks for the password in a way", "scram-sha-256"),
        ({"database": "dsk"}, Step.SCHEMA, "There is no database 'dsk'", "Check the name"),
        ({"user": "stranger"}, Step.SCHEMA, "your login may not read", "Ask an administrator"),
        ({"user": "stranger", "database": "empty"}, Step.SCHEMA, "an empty database",
         "ALTER ROLE stranger CREATEROLE; ALTER DATABASE empty OWNER TO stranger;"),
        ({"database": "shop"}, Step.SCHEMA, "holds something else (invoices)", "have an empty database made"),
    ],
)  # fmt: skip
def test_what_fails_has_a_hint(change: dict[str, str], step: Step, said: str, hint: str, tls: TlsServer) -> None:
    outcome = last(try_out(address(tls, **change)))
    assert (outcome.step, outcome.mark) == (step, Mark.FAILED)
    assert said in outcome.found
    assert hint in outcome.hint


@needs_openssl
def test_an_empty_database_can_be_set_up_by_a_login_that_has_the_rights(tls: TlsServer) -> None:
    bare = address(tls, database="bare")
    outcomes = try_out(bare)
    assert succeeded(outcomes)
    assert not may_set_up(outcomes)
    (database,) = [each for each in outcomes if each.step is Step.SCHEMA]
    assert "lacks the right to make roles" in database.hint
    assert "ALTER ROLE ada CREATEROLE;" in database.hint
    assert "ALTER DATABASE" not in database.hint
    with pytest.raises(Unavailable, match="ALTER ROLE ada CREATEROLE;"):
        set_up(bare)
    tls.server.execute("ALTER ROLE ada CREATEROLE")
    try:
        if tls.server.version < 15:
            tls.server.execute("ALTER SCHEMA public OWNER TO ada", database="bare")
        assert may_set_up(try_out(bare))
    finally:
        tls.server.execute("ALTER ROLE ada NOCREATEROLE")


@needs_openssl
def test_a_newer_desk_and_an_older_one(tls: TlsServer) -> None:
    url = address(tls, database="newer")
    superuser = f"host=127.0.0.1 port={tls.server.port} user=postgres dbname=newer"
    _set_revision(superuser, "99999999_9999")
    assert "upgraded by a newer Mainstay" in last(try_out(url)).found
    _set_revision(superuser, "20261123_0001")
    outcomes = try_out(url)
    assert not succeeded(outcomes), "a desk that everybody uses is upgraded by its administrator, not by opening it"
    assert "Make a backup with pg_dump" in last(outcomes).hint


def _set_revision(where: str, revision: str) -> None:
    import psycopg

    with psycopg.connect(where) as connection:
        connection.execute("UPDATE alembic_version SET version_num = %s", (revision,))


@needs_openssl
def test_a_server_without_tls(tls: TlsServer, postgres_server: object) -> None:
    from tests.support.postgres import PostgresServer

    assert isinstance(postgres_server, PostgresServer)
    url = URL.create(
        "postgresql", "postgres", None, "localhost", postgres_server.port, "postgres",
        {"sslmode": "verify-full", "sslrootcert": str(tls.office.file)},
    ).render_as_string()  # fmt: skip
    assert last(try_out(url)).found == "The server does not speak TLS"


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = last(try_out(f"postgresql://ada@127.0.0.1:{port}/desk"))
    assert (outcome.step, outcome.mark) == (Step.PORT, Mark.FAILED)
    assert "nothing listens" in outcome.found


def test_nobody_knows_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: object, **_more: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    outcome = last(try_out("postgresql://ada@db.example/desk"))
    assert outcome.found == "Nobody knows db.example: Name or service not known"


def test_somebody_who_listens_and_says_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from app.infra import server_probe

    monkeypatch.setattr(server_probe, "SECONDS", 0.2)
    ca = tmp_path / "ca.crt"
    ca.write_text("")
    with socket.create_server(("127.0.0.1", 0)) as mute:
        with pytest.raises(BadInput, match="no certificate in PEM form"):
            try_out(f"postgresql://ada@localhost:{mute.getsockname()[1]}/desk?sslmode=verify-full&sslrootcert={ca}")
        url = f"postgresql://ada@localhost:{mute.getsockname()[1]}/desk?sslmode=verify-full&sslrootcert=system"
        outcome = last(try_out(url))
    assert (outcome.step, outcome.mark) == (Step.PROOF, Mark.FAILED)
    assert "The connection broke" in outcome.found


def test_enough_is_enough() -> None:
    heard: list[Outcome] = []
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"postgresql://ada@127.0.0.1:{mute.getsockname()[1]}/desk"
        outcomes = try_out(url, heard.append, lambda: len(heard) == 1)
    assert len(outcomes) == 1
    assert not succeeded(outcomes)


def test_a_desk_in_a_file_has_no_connection(sqlite_database_url: str) -> None:
    with pytest.raises(BadInput, match="a desk in a file"):
        try_out(sqlite_database_url)


HERE = Entered(150_000, "15.18", True, migrate.HEAD, True, True, False, False, timedelta(0))


@pytest.mark.parametrize(
    ("entered", "mark", "said"),
    [
        (HERE, Mark.PASSED, "this version"),
        (HERE._replace(server=130_004, server_name="13.4"), Mark.FAILED, "PostgreSQL 13.4 is too old"),
        (HERE._replace(revision="20261123_0001"), Mark.FAILED, "older version"),
        (HERE._replace(revision=None, has_tables=False, may_upgrade=True), Mark.WARNING, "an empty database"),
    ],
)
def test_databases(entered: Entered, mark: Mark, said: str) -> None:
    outcome = known_database(entered)
    assert outcome.mark is mark
    assert said in outcome.found
    assert bool(outcome.hint) == (mark is not Mark.PASSED)


def test_rights_are_told_as_they_are() -> None:
    assert rights(HERE).found == "May read, write"
    assert rights(HERE._replace(may_write=False)).found == "May read"
    assert rights(HERE._replace(may_read=False)).mark is Mark.FAILED
    assert rights(HERE._replace(reads_only=True)).mark is Mark.WARNING


@pytest.mark.parametrize(
    ("ahead", "mark", "said"),
    [
        (timedelta(seconds=1), Mark.PASSED, "Both clocks agree"),
        (timedelta(seconds=40), Mark.PASSED, "40 s behind the server"),
        (timedelta(minutes=-3), Mark.WARNING, "3 min ahead of the server"),
        (timedelta(hours=62), Mark.WARNING, "62 h behind the server"),
    ],
)
def test_clocks(ahead: timedelta, mark: Mark, said: str, clock: FrozenClock) -> None:
    outcome = clocks(HERE._replace(ahead=ahead), clock.now())
    assert outcome.mark is mark
    assert said in outcome.found


# Passwords


URL_HERE = "postgresql://ada@localhost:5433/desk"


def test_a_kept_password_is_found_again_whatever_the_options(own_directories: Path) -> None:
    assert keep(URL_HERE, "Qx7")
    assert with_kept_password(f"{URL_HERE}?connect_timeout=3").startswith("postgresql+psycopg://ada:Qx7@localhost:5433")
    assert with_kept_password("postgresql://bob@localhost:5433/desk") == "postgresql://bob@localhost:5433/desk"
    assert keep(URL_HERE, "")
    assert with_kept_password(URL_HERE) == URL_HERE


def test_without_a_keyring_nothing_is_kept_anywhere(own_directories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    monkeypatch.setattr(keyring.core, "_keyring_backend", NoKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
    assert not passwords.has_keyring()
    assert not keep(URL_HERE, "Qx7 planted")
    assert with_kept_password(URL_HERE) == URL_HERE
    for path in own_directories.rglob("*"):
        assert not path.is_file() or b"Qx7 planted" not in path.read_bytes(), path


def test_passwords_come_apart_and_together() -> None:
    whole = with_password(URL_HERE, "p@ss:word/ä")
    stored, password = split_password(whole)
    assert password == "p@ss:word/ä"
    assert "p@ss" not in stored
    assert "p%40ss" not in stored


# The command line


def test_the_command_line_prints_the_same_steps(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"postgresql://ada:Qx7secret@127.0.0.1:{free.getsockname()[1]}/desk"
        assert main.main(["server", "test", url]) == 1
        out = capsys.readouterr()
        assert "ok       Name of the server: 127.0.0.1" in out.out
        assert "FAILED   Port:" in out.out
        assert main.main(["server", "test", "--json", url]) == 1
        steps = json.loads(capsys.readouterr().out)
    assert [step["mark"] for step in steps] == ["passed", "failed"]
    assert "Qx7secret" not in out.out + out.err


def test_the_command_line_refuses_a_file(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["server", "test", sqlite_database_url]) == 1
    assert "a desk in a file" in capsys.readouterr().err


@needs_openssl
def test_the_steps_copied_into_a_mail_hold_no_password(tls: TlsServer) -> None:
    text = as_text(try_out(address(tls, password="Qx7 secret"), clock=SystemClock()))
    assert "failed   Sign-in:" in text
    assert "Qx7" not in text
