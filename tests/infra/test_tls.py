"""A server has to prove that it is the right one: four certificates, four modes, and the one way that Mainstay goes."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from app.domain.errors import Away, BadInput, SignInRefused
from app.infra import migrate
from app.infra.database import Database
from app.infra.database_url import parse_url
from app.infra.server_address import Proof, ServerAddress, address_of, is_here
from tests.support import tls_server
from tests.support.certificates import OPENSSL
from tests.support.tls_server import PASSWORD, TlsServer

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="there is no openssl here to make certificates with")

CERTIFICATES = ("right", "other authority", "wrong host", "expired")


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsServer]:
    made = tls_server.start(tmp_path_factory.mktemp("authorities"))
    made.add_person("ada")
    made.add_person("clear")
    made.server.execute("CREATE DATABASE desk")
    yield made
    made.stop()


@pytest.fixture
def server(tls: TlsServer) -> Iterator[TlsServer]:
    yield tls
    tls.show_and_wait("right")


def connects(server: TlsServer, mode: str, user: str = "ada") -> bool:
    """Whether libpq connects in this mode, with nothing of ours around it."""
    root = str(server.office.file) if mode.startswith("verify") else None
    try:
        psycopg.connect(
            host="localhost", port=server.server.port, user=user, password=PASSWORD, dbname="desk", sslmode=mode,
            sslrootcert=root,
        ).close()  # fmt: skip
    except psycopg.OperationalError:
        return False
    return True


def url(server: TlsServer, user: str = "ada", password: str = PASSWORD, **query: str) -> str:
    options = {"sslrootcert": str(server.office.file)} | query
    made = parse_url(f"postgresql://localhost:{server.server.port}/desk")
    return made.set(username=user, password=password, query=options).render_as_string(hide_password=False)


def probe(address: str) -> None:
    database = Database(address)
    try:
        with database.reading() as connection:
            connection.execute(text("SELECT 1"))
    finally:
        database.close()


FULL = {"right": True, "other authority": False, "wrong host": False, "expired": False}
TABLE = {
    # What each mode lets pass, as in part 3.6 of the reliability research.
    "prefer": dict.fromkeys(CERTIFICATES, True),
    "require": dict.fromkeys(CERTIFICATES, True),
    "verify-ca": {"right": True, "other authority": False, "wrong host": True, "expired": False},
    "verify-full": FULL,
}


@pytest.mark.parametrize("which", CERTIFICATES)
def test_four_certificates_in_four_modes(which: str, server: TlsServer) -> None:
    server.show_and_wait(which)
    assert {mode: connects(server, mode) for mode in TABLE} == {mode: TABLE[mode][which] for mode in TABLE}


@pytest.mark.parametrize("which", CERTIFICATES)
def test_mainstay_enters_only_what_is_proved(which: str, server: TlsServer) -> None:
    server.show_and_wait(which)
    if FULL[which]:
        probe(url(server, sslmode="verify-full"))
        return
    with pytest.raises(Away, match="cannot be proved to be the right one"):
        probe(url(server, sslmode="verify-full"))


@pytest.mark.parametrize("mode", ["allow", "prefer", "require", "verify-ca"])
def test_weaker_modes_are_refused_with_the_reason(mode: str, server: TlsServer) -> None:
    for act in (Database, migrate.is_current):
        with pytest.raises(BadInput, match=f"sslmode={mode} does not prove"):
            act(url(server, sslmode=mode))


def test_a_password_is_never_given_in_clear(server: TlsServer) -> None:
    assert connects(server, "require", "clear"), "plain libpq gives it to a server that asks"
    with pytest.raises(Away):
        probe(url(server, "clear", sslmode="verify-full"))


def test_nothing_in_the_address_weakens_it(server: TlsServer) -> None:
    weak = {"require_auth": "password", "channel_binding": "disable", "gssencmode": "prefer"}
    with pytest.raises(Away):
        probe(url(server, "clear", sslmode="verify-full", **weak))
    probe(url(server, sslmode="verify-full", **weak))


def test_a_wrong_password_is_told_as_such_and_is_in_no_word(server: TlsServer) -> None:
    with pytest.raises(SignInRefused) as refused:
        probe(url(server, password="Qx7 secret", sslmode="verify-full"))
    assert "Qx7" not in str(refused.value)


def test_an_authority_that_cannot_be_read(server: TlsServer, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read from"):
        probe(url(server, sslmode="verify-full", sslrootcert=str(tmp_path / "gone.crt")))
    other = tmp_path / "letter.txt"
    other.write_text("Dear all")
    with pytest.raises(BadInput, match="no certificate in PEM form"):
        probe(url(server, sslmode="verify-full", sslrootcert=str(other)))


def test_another_computer_is_asked_for_proof_unless_told_otherwise() -> None:
    assert address_of(parse_url("postgresql://ada@db.example/desk")).proof is Proof.SYSTEM
    with pytest.raises(BadInput, match="read along"):
        parse_url("postgresql://ada@db.example/desk?sslmode=disable")
    assert address_of(parse_url("postgresql://ada@127.0.0.1/desk")).proof is Proof.NONE


@pytest.mark.parametrize(
    ("host", "here"),
    [("localhost", True), ("127.0.0.1", True), ("::1", True), ("", True), ("/var/run", True), ("10.0.0.1", False),
     ("db.example", False), ("127.0.0.1.example.org", False), ("localhost.example.org", False)],
)  # fmt: skip
def test_what_counts_as_this_computer(host: str, here: bool) -> None:
    assert is_here(host) == here


def test_an_address_and_its_parts_are_the_same(tmp_path: Path) -> None:
    ca = str(tmp_path / "ca of the office.crt")
    for address in (
        ServerAddress("db.example", "desk", "ada", 5433, Proof.FILE, ca),
        ServerAddress("db.example", "desk", "ada l", proof=Proof.SYSTEM),
        ServerAddress("127.0.0.1", "desk", "ada", proof=Proof.NONE),
        ServerAddress("::1", "desk", "ada", proof=Proof.NONE),
    ):
        assert address_of(parse_url(address.url)) == address


@pytest.mark.parametrize(
    ("change", "field"),
    [({"host": " "}, "host"), ({"database": ""}, "database"), ({"person": ""}, "person"), ({"port": 0}, "port"),
     ({"ca_file": ""}, "ca_file"), ({"proof": Proof.NONE}, "proof")],
)  # fmt: skip
def test_what_is_missing_is_named(change: dict[str, object], field: str) -> None:
    whole = ServerAddress("db.example", "desk", "ada", 5432, Proof.FILE, "/ca.crt")
    with pytest.raises(BadInput) as wrong:
        _ = whole._replace(**change).url  # type: ignore[arg-type]  # values of a test
    assert wrong.value.field == field
