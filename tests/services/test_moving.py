"""A whole desk moves from a file to a server and back without losing a thing, or does not move at all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, text

import main
from app.bootstrap import open_session
from app.domain.errors import BadInput, Refused, Unavailable
from app.domain.escalation.words import EscalationKind
from app.domain.lifecycle import Step
from app.domain.priority import SERVICENOW_3X3, matrix_to_data
from app.domain.vocabulary import LinkKind, State
from app.infra.database import Database
from app.infra.json_text import jsonb_text
from app.models.base import metadata
from app.services.audit.verify import Verification
from app.services.escalation.dto import EscalateRequest
from app.services.incidents.dto import NewFile, NewLink, Post
from app.services.moving import move
from app.services.moving.copying import Digest
from app.services.moving.move import move_desk
from app.services.moving.tables import LEFT, moved_tables
from app.services.server.dto import Wanted
from app.services.server.setup import set_up
from tests.support.clock import FrozenClock
from tests.support.postgres import PostgresServer
from tests.views.desks import SmallDesk, small_desk


def test_every_table_is_moved_or_stays_for_a_reason() -> None:
    moved = {table.name for table in moved_tables()}
    assert moved | LEFT.keys() == metadata.tables.keys(), "decide about the new table in app/services/moving/tables.py"
    assert not moved & LEFT.keys()
    assert all(len(reason) > 20 for reason in LEFT.values())


@pytest.fixture
def filled(sqlite_database_url: str, clock: FrozenClock) -> Iterator[SmallDesk]:
    """A desk in a file in which much has happened."""
    desk = small_desk(sqlite_database_url, clock)
    services, me = desk.session.desk, desk.me
    services.settings_admin.set_matrix(me, matrix_to_data(SERVICENOW_3X3))
    services.settings_admin.set_text(me, "organisation", "Häfen & Söhne — «Logistik» \U0001f6a2")
    first = desk.log("Printer jams", description="Since eight.\n\ttabs", group_id=desk.network)
    second = desk.log("Printer jams again", impact=1, urgency=1)
    file = NewFile("log.bin", "application/octet-stream", bytes(range(256)) * 40)
    services.incidents.post(me, first, Post(services.new_id(), "We are on it", public=True, files=(file,)))
    services.incidents.link(me, NewLink(services.new_id(), second, first, LinkKind.DUPLICATE))
    services.escalation_work.escalate(
        me,
        first,
        EscalateRequest(
            services.new_id(), EscalationKind.FUNCTIONAL, "Big", "Restarted it", to_group_id=desk.service_desk
        ),
    )
    clock.advance(hours=3)
    services.incidents.step(me, desk.log("Logged twice"), Step(State.CANCELED, reason="Logged twice"))
    services.reviews_admin.begin(me, first, services.new_id())
    services.audit_admin.take_anchor(me)
    yield desk
    services.close()


def contents(url: str) -> dict[str, list[str]]:
    """Everything that a move takes along, as text."""
    database = Database(url)
    with database.reading() as connection:
        found = {table.name: sorted(repr(tuple(row)) for row in _rows(connection, table)) for table in moved_tables()}
    database.close()
    return found


def _rows(connection: Connection, table: Any) -> list[Any]:
    return list(connection.execute(select(table)).all())


def faults(url: str) -> list[str]:
    """What the verification of the audit trail finds."""
    database = Database(url)
    with database.snapshot() as connection:
        verification = Verification(connection)
        verification.run()
    database.close()
    return [f"{finding}" for finding in verification.findings]


@pytest.fixture
def server_url(postgres_server: PostgresServer) -> Iterator[str]:
    """An empty database on a server."""
    name = postgres_server.create()
    yield postgres_server.url(name)
    unfinished = postgres_server.open_transactions(name)
    postgres_server.drop(name)
    assert not unfinished


def file_url(filled: SmallDesk) -> str:
    return filled.session.desk.identity


def test_there_and_back_is_as_before(filled: SmallDesk, server_url: str, tmp_path: Path) -> None:
    here, back = file_url(filled), f"sqlite:///{(tmp_path / 'back.sqlite').as_posix()}"
    before = contents(here)
    assert {name for name, rows in before.items() if rows} >= {
        "incident", "journal_entry", "attachment_content", "review", "escalation", "audit_entry", "audit_anchor",
        "calendar_version", "setting", "incident_clocks", "timer",
    }  # fmt: skip
    seen: list[tuple[int, int]] = []
    moved = move_desk(here, server_url, lambda done, total: seen.append((done, total)))
    assert {each.table: each.digest.rows for each in moved} == {name: len(rows) for name, rows in before.items()}
    assert seen[-1] == (2 * sum(map(len, before.values())),) * 2
    assert contents(server_url) == before
    assert contents(here) == before
    assert faults(server_url) == []
    move_desk(server_url, back)
    assert contents(back) == before
    assert faults(back) == []


def test_life_goes_on_where_the_desk_moved_to(filled: SmallDesk, server_url: str, clock: FrozenClock) -> None:
    move_desk(file_url(filled), server_url)
    session = open_session(server_url, clock=clock)
    moved = SmallDesk(session, clock, filled.dana, filled.tomas, filled.jonas, *[""] * 5)
    new = moved.log("Logged on the server")
    assert moved.read(new).number == 4
    moved.say(new, "And answered")
    session.desk.close()
    assert faults(server_url) == []


def test_guards_and_recorders_stand_again_afterwards(filled: SmallDesk, server_url: str, tmp_path: Path) -> None:
    back = f"sqlite:///{(tmp_path / 'back.sqlite').as_posix()}"
    move_desk(file_url(filled), server_url)
    move_desk(server_url, back)
    for url in (server_url, back):
        database = Database(url)
        with pytest.raises(Exception, match=r"never|append"), database.writing() as connection:
            connection.execute(text("DELETE FROM journal_entry"))
        database.close()


def test_a_desk_with_rights_takes_it_in(filled: SmallDesk, server_url: str, postgres_server: PostgresServer) -> None:
    made = set_up(server_url, Wanted(prefix="moved", first_administrator=False))
    try:
        move_desk(file_url(filled), server_url)
        assert contents(server_url)["incident"] == contents(file_url(filled))["incident"]
        again = set_up(server_url, Wanted(person=filled.me.name, login="boss"))
        assert again.login == "moved_u_boss"
        assert again.first_password is not None
    finally:
        name = server_url.rsplit("/", 1)[1]
        postgres_server.drop(name)
        for (role,) in postgres_server.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'moved%%' ORDER BY 1 DESC"
        ):
            postgres_server.execute(f'DROP OWNED BY "{role}"; DROP ROLE "{role}"')
    assert made.prefix == "moved"


def test_a_desk_that_holds_something_is_refused(filled: SmallDesk, postgresql_database_url: str) -> None:
    open_session(postgresql_database_url).desk.close()
    before = contents(postgresql_database_url)
    with pytest.raises(Refused, match="is not empty: it has rows in assignment_group"):
        move_desk(file_url(filled), postgresql_database_url)
    assert contents(postgresql_database_url) == before


def test_a_desk_does_not_move_onto_itself(filled: SmallDesk) -> None:
    with pytest.raises(BadInput, match="the same desk"):
        move_desk(file_url(filled), f"{file_url(filled)}?timeout=3")


def test_a_file_that_is_not_there_is_not_made_to_be_moved(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no desk in"):
        move_desk(f"sqlite:///{tmp_path / 'mistyped.sqlite'}", f"sqlite:///{tmp_path / 'new.sqlite'}")
    assert not (tmp_path / "new.sqlite").exists()
    assert not (tmp_path / "mistyped.sqlite").exists()


def test_whoever_stops_it_leaves_nothing_behind(filled: SmallDesk, server_url: str) -> None:
    def stop(done: int, total: int) -> None:
        if 2 * done > total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move_desk(file_url(filled), server_url, stop)
    assert not any(contents(server_url).values())
    move_desk(file_url(filled), server_url)


def test_what_does_not_arrive_as_it_was_sent_is_not_kept(
    filled: SmallDesk, server_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(move, "digest_of", lambda *_asked: Digest(1, 2))
    with pytest.raises(Refused, match="did not arrive as it was sent"):
        move_desk(file_url(filled), server_url)
    monkeypatch.undo()
    assert not any(contents(server_url).values())


def test_nobody_else_writes_meanwhile(filled: SmallDesk, server_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.infra.sqlite_open.PRAGMAS", ("PRAGMA busy_timeout=0",))
    said: list[str] = []

    def write(_done: int, _total: int) -> None:
        other = Database(file_url(filled))
        try:
            with other.writing():
                pass
        except Unavailable as error:
            said.append(str(error))
        other.close()

    move_desk(file_url(filled), server_url, write)
    assert said
    assert all("Another program holds the database" in text for text in said)


def test_only_who_owns_a_desk_on_a_server_moves_it(
    server_url: str, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    open_session(server_url).desk.close()
    postgres_server.execute("CREATE ROLE passer_by LOGIN")
    name = server_url.rsplit("/", 1)[1]
    postgres_server.execute("GRANT SELECT ON alembic_version TO passer_by", database=name)
    try:
        with pytest.raises(Unavailable, match="Only a login that may act as"):
            move_desk(postgres_server.url(name, "passer_by"), f"sqlite:///{(tmp_path / 'back.sqlite').as_posix()}")
    finally:
        postgres_server.execute("DROP OWNED BY passer_by", database=name)
        postgres_server.execute("DROP ROLE passer_by")


@pytest.mark.parametrize(
    "value",
    [
        {"b": 1, "aa": 2, "a": [1, 2, {"z": None, "y": True}]},
        {"é": "ü", "z": "\U0001f6a2", "zz": 'quote " and \\ back'},
        {"tab": "a\tb\n\r\f\b", "control": "\u0001\u001f", "del": "\u007f", "line": "\u2028"},
        {"number": 12345678901234567890, "share": 0.5, "minus": -7},
        [],
        {},
        "plain",
    ],
)
def test_json_has_one_text_on_both_databases(value: object, postgres_server: PostgresServer) -> None:
    ((theirs,),) = postgres_server.execute("SELECT (%s::jsonb)::text", jsonb_text(value))
    assert jsonb_text(value) == theirs


def test_the_command_line_moves_and_tells_what_was_proved(
    filled: SmallDesk, server_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["--database", file_url(filled), "move", "--to", server_url]) == 0
    out = capsys.readouterr().out
    assert "incident                           3   " in out
    assert "rows arrived as they were sent" in out
    assert main.main(["--database", file_url(filled), "move", "--to", server_url]) == 1
    assert "is not empty" in capsys.readouterr().err
