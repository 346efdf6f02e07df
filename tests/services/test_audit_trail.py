"""The database records every change by itself, and what it records can be verified; on both databases."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from app.bootstrap import open_session
from app.channels.importers.servicenow_log import read_log
from app.domain.errors import BadInput, NotAllowed, Refused
from app.domain.vocabulary import State
from app.infra import migrate
from app.infra.audit.functions import DeskConnection, open_writable
from app.infra.audit.renew import find_faults, renew_triggers
from app.infra.database import Database
from app.infra.database_url import parse_url
from app.models.audit import audit_anchor, audit_entry
from app.models.audited import SEALED, WATCHED
from app.models.incident import incident, journal_change, journal_entry
from app.models.people import group_member, person
from app.services.audit.anchors import EVERY, take, take_if_due
from app.services.audit.commands import AuditCommands
from app.services.audit.kept import parse_anchor, read_file, send
from app.services.audit.queries import AuditQueries
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.session import Session
from tests.support.clock import FrozenClock
from tests.support.crew import Crew
from tests.support.logs import log_row, write_log
from tests.support.own_logins import OwnLoginsDesk
from tests.support.tampering import behind


def owners(crew: Crew) -> AuditQueries:
    """The trail as the owner of the tables sees it, who alone may verify it on a shared desk."""
    return AuditQueries(crew.desk.store)


def records(crew: Crew, subject: str, subject_id: str) -> list[Any]:
    """The chain of a record."""
    with crew.desk.store.reading() as connection:
        wanted = (audit_entry.c.subject == subject) & (audit_entry.c.subject_id == subject_id)
        return list(connection.execute(select(audit_entry).where(wanted).order_by(audit_entry.c.n)))


def test_a_save_is_recorded_with_who_when_and_what(crew: Crew) -> None:
    ref = crew.log()
    crew.clock.advance(minutes=5)
    crew.desk.incidents.edit(crew.agent, ref.id, {"urgency": FieldEdit(3, 1)})
    chain = records(crew, "incident", ref.id)
    assert [row.n for row in chain] == list(range(1, len(chain) + 1))
    assert [(row.act, row.part) for row in chain[:2]] == [("insert", "incident"), ("insert", "journal_entry")]
    edited = next(row for row in chain if row.act == "update" and "urgency" in row.content)
    assert json.loads(edited.content)["urgency"] == [3, 1]
    assert "version" not in json.loads(edited.content)
    assert edited.person_id == crew.agent.person_id
    assert edited.login
    if crew.desk.store.database.is_sqlite:
        assert edited.at == crew.clock.now()


def test_an_entry_is_recorded_together_with_its_changes(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    with crew.desk.store.reading() as connection:
        changes = connection.execute(
            select(func.count()).select_from(journal_change).where(journal_change.c.incident_id == ref.id)
        ).scalar_one()
    assert changes > 3
    assert [row.part for row in records(crew, "incident", ref.id)] == ["incident", "journal_entry"]


def test_a_raw_change_is_recorded_like_any_other(crew: Crew) -> None:
    ref = crew.log()
    before = len(records(crew, "incident", ref.id))
    with crew.desk.store.database.writing() as connection:
        connection.execute(incident.update().where(incident.c.id == ref.id), {"cause": "A raw statement"})
        connection.execute(
            group_member.delete().where(
                group_member.c.group_id == crew.network, group_member.c.person_id == crew.engineer.person_id
            )
        )
    last = records(crew, "incident", ref.id)[before:]
    assert [json.loads(row.content) for row in last] == [{"cause": [None, "A raw statement"]}]
    lost = records(crew, "assignment_group", crew.network)[-1]
    assert (lost.act, lost.part, lost.part_id) == ("delete", "group_member", crew.engineer.person_id)
    assert json.loads(lost.content)["person_id"] == [crew.engineer.person_id, None]
    assert owners(crew).verify(crew.admin).is_whole


def test_a_change_that_an_entry_did_not_announce_is_recorded_by_itself(crew: Crew) -> None:
    ref = crew.log()
    with crew.desk.store.database.writing() as connection:
        entry_id = connection.execute(
            select(journal_entry.c.id).where(journal_entry.c.incident_id == ref.id)
        ).scalar_one()
        row = {"incident_id": ref.id, "entry_id": entry_id, "field": "zeal", "new_value": "great"}
        connection.execute(journal_change.insert(), row)
    last = records(crew, "incident", ref.id)[-1]
    assert (last.part, last.part_id) == ("journal_change", f"{entry_id}/zeal")
    assert owners(crew).verify(crew.admin).is_whole


def test_a_statement_that_changes_nothing_leaves_no_record(crew: Crew) -> None:
    ref = crew.log()
    before = len(records(crew, "incident", ref.id))
    with crew.desk.store.database.writing() as connection:
        connection.execute(incident.update().where(incident.c.id == ref.id), {"cause": None})
    assert len(records(crew, "incident", ref.id)) == before


def test_what_was_taken_back_leaves_no_record(crew: Crew) -> None:
    ref = crew.log()
    before = len(records(crew, "incident", ref.id))
    raw = incident.update().where(incident.c.id == ref.id)
    # The second statement breaks a rule of the table, and takes the first one back with it.
    with pytest.raises(DBAPIError), crew.desk.store.database.writing() as connection:
        [connection.execute(raw, values) for values in ({"cause": "Nothing"}, {"minutes_spent": -1})]
    assert len(records(crew, "incident", ref.id)) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET login = 'nobody'",
        "DELETE FROM audit_entry",
        "UPDATE audit_anchor SET chains = 0",
        "DELETE FROM audit_anchor",
        "UPDATE audit_head SET n = 1",
        "DELETE FROM audit_head",
    ],
)
def test_the_trail_cannot_be_edited(crew: Crew, statement: str) -> None:
    crew.log()
    assert take(crew.desk.store) is not None
    with pytest.raises(DBAPIError, match="never edited or deleted"), crew.desk.store.database.writing() as connection:
        connection.exec_driver_sql(statement)
    assert owners(crew).verify(crew.admin).is_whole


def test_the_trail_and_what_it_watches_cannot_be_emptied(postgresql_database_url: str) -> None:
    session = open_session(postgresql_database_url)
    for table in ("audit_entry", "audit_anchor", "audit_head", "group_member", "setting"):
        with pytest.raises(DBAPIError, match="never edited or deleted"):  # noqa: SIM117 -- one transaction each
            with session.desk.store.database.writing() as connection:
                connection.exec_driver_sql(f"TRUNCATE {table}")
    session.desk.close()


def test_a_tool_without_this_program_cannot_write(sqlite_database_url: str) -> None:
    path = str(parse_url(sqlite_database_url).database)
    with closing(sqlite3.connect(path)) as tool, pytest.raises(sqlite3.OperationalError, match="no such function"):
        tool.execute("INSERT INTO site (id, name) VALUES ('a', 'Kiel')")


def test_a_row_that_was_replaced_past_the_triggers_is_found(sqlite_database_url: str) -> None:
    """Without our pragmas INSERT OR REPLACE asks no delete trigger, so it gets past the guard of the journal."""
    session = open_session(sqlite_database_url)
    desk, actor = session.desk, session.actor
    ref = desk.incidents.create(actor, NewIncident(desk.new_id(), "It is dark", actor.person_id))
    desk.incidents.post(actor, ref.id, Post(desk.new_id(), "What was said", public=True))
    with closing(open_writable(str(parse_url(sqlite_database_url).database), DeskConnection)) as tool:
        tool.execute("PRAGMA recursive_triggers=OFF")
        tool.execute(
            "INSERT OR REPLACE INTO journal_entry SELECT id, incident_id, occurred_at, recorded_at, author_id, by_desk,"
            " kind, visibility, 'What was never said', source, change_count FROM journal_entry"
            " WHERE body = 'What was said'"
        )
        tool.commit()
    verdict = desk.audit.verify(actor)
    desk.close()
    assert [(each.table, each.record) for each in verdict.findings] == [("journal_entry", f"INC-{ref.number:06d}")]
    assert "written over" in verdict.findings[0].what


LIFE = (
    log_row(),
    log_row(incident_state="Active", sys_mod_count="1", sys_updated_at="29/2/2016 02:00", assigned_to="Resolver 1"),
    log_row(
        incident_state="Resolved", sys_mod_count="2", sys_updated_at="1/3/2016 01:00", assigned_to="Resolver 1",
        assignment_group="Group 2", reassignment_count="1", priority="1 - Critical",
    ),
)  # fmt: skip
LATER = log_row(
    incident_state="Closed", sys_mod_count="3", sys_updated_at="3/3/2016 06:00", assignment_group="Group 2",
    reassignment_count="1", resolved_at="3/3/2016 05:00", assigned_to="Resolver 2",
)  # fmt: skip


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    opened = open_session(database_url, clock=FrozenClock())
    yield opened
    opened.desk.close()


def test_an_imported_history_is_recorded_by_one_seal(session: Session, tmp_path: Path) -> None:
    desk, actor = session.desk, session.actor
    desk.imports.run(actor, read_log(write_log(tmp_path, *LIFE)))
    assert desk.audit.verify(actor).is_whole
    found = desk.incident.find_source_number(actor, "INC1")
    assert found is not None
    # The database's own seal begins the chain; on SQLite the import writes one record for many.
    subject_id = "*" if desk.store.database.is_sqlite else found.id
    with desk.store.reading() as connection:
        wanted = (audit_entry.c.subject == "incident") & (audit_entry.c.subject_id == subject_id)
        chain = connection.execute(select(audit_entry).where(wanted)).all()
        orphans = desk.store.database.is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    assert [(row.n, row.act) for row in chain] == [(1, "import")]
    assert not orphans
    desk.imports.run(actor, read_log(write_log(tmp_path, *LIFE, LATER)))
    verdict = desk.audit.verify(actor)
    assert verdict.is_whole, verdict.findings


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET kind = 'reply' WHERE kind = 'state'",
        "DELETE FROM journal_change WHERE field = 'priority'",
        "UPDATE incident SET short_description = 'x'",
        "UPDATE imported_record SET made_sla = NULL",
        (
            "INSERT INTO journal_change SELECT incident_id, entry_id, 'zeal', NULL, NULL FROM journal_change"
            " WHERE field = 'priority'"
        ),
    ],
)
def test_an_imported_history_that_was_changed_is_found(session: Session, tmp_path: Path, statement: str) -> None:
    desk, actor = session.desk, session.actor
    desk.imports.run(actor, read_log(write_log(tmp_path, *LIFE)))
    with behind(desk.store.database.url) as connection:
        assert connection.execute(statement).rowcount > 0
    assert {each.record for each in desk.audit.verify(actor).findings} == {"INC-000001"}


def test_people_that_an_import_brought_are_recorded(session: Session, tmp_path: Path) -> None:
    desk, actor = session.desk, session.actor
    desk.imports.run(actor, read_log(write_log(tmp_path, *LIFE)))
    with desk.store.database.writing() as connection:
        connection.execute(person.update().where(person.c.name == "Resolver 1"), {"job_title": "Plumber"})
    assert desk.audit.verify(actor).is_whole
    with behind(desk.store.database.url) as connection:
        connection.execute("UPDATE person SET role = 'admin' WHERE name = 'Resolver 1'")
    (finding,) = desk.audit.verify(actor).findings
    assert (finding.table, finding.record) == ("person", "Person Resolver 1")


def test_a_desk_that_is_older_than_its_trail_begins_it_with_what_it_holds(
    blank_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    older_desk(blank_database_url, monkeypatch)
    migrate.upgrade(blank_database_url)
    session = open_session(blank_database_url)
    desk, actor = session.desk, session.actor
    verdict = desk.audit.verify(actor)
    assert verdict.is_whole, verdict.findings
    desk.incidents.edit(actor, ONE, {"urgency": FieldEdit(3, 1)})
    desk.incidents.post(actor, ONE, Post(desk.new_id(), "A new word", public=True))
    assert desk.audit.verify(actor).is_whole
    with behind(desk.store.database.url) as connection:
        connection.execute("UPDATE journal_entry SET body = 'something else' WHERE body = 'what was said'")
    (finding,) = desk.audit.verify(actor).findings
    desk.close()
    assert (finding.table, finding.record, finding.n) == ("journal_entry", "INC-000001", 1)


ONE = "0" * 31 + "1"
AT = "2026-03-02T09:00:00.000000Z"


def older_desk(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk of the revision before the trail, with an incident."""
    older = "20261124_0002"
    with monkeypatch.context() as patched:
        patched.setattr(migrate, "HEAD", older)
        patched.setattr("alembic.command.upgrade", partial(_upgrade_to, older, command.upgrade))
        migrate.upgrade(url)
    database = Database(url)
    with database.writing() as connection:
        for statement in (
            (
                "INSERT INTO incident (id, number, short_description, reported_at, created_at, updated_at, impact,"
                " urgency, computed_priority, priority, state)"
                f" VALUES ('{ONE}', 1, 'x', '{AT}', '{AT}', '{AT}', 3, 3, 5, 5, 'new')"
            ),
            (
                "INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, by_desk, kind, visibility, body)"
                f" VALUES ('{ONE}', '{ONE}', '{AT}', '{AT}', true, 'logged', 'public', 'what was said')"
            ),
            f"INSERT INTO journal_change VALUES ('{ONE}', '{ONE}', 'state', NULL, 'new')",
            f"INSERT INTO person (id, name, role) VALUES ('{ONE}', 'Kim', 'admin')",
        ):
            connection.exec_driver_sql(statement)
    database.close()


def _upgrade_to(revision: str, upgrade: Callable[[Any, str], None], config: Any, _head: str) -> None:
    upgrade(config, revision)


def test_a_table_that_an_upgrade_rebuilds_has_its_triggers_again(crew: Crew) -> None:
    """Alembic's way to alter a table on SQLite makes a new one, without the triggers of the old."""
    crew.log()
    with crew.desk.store.database.writing() as connection:
        for name in ("audit_site_insert", "audit_site_change", "audit_site_update", "audit_site_no_truncate"):
            if crew.desk.store.database.is_sqlite:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
            else:
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name} ON site")
        assert find_faults(connection, WATCHED, SEALED)
        renew_triggers(connection, WATCHED, SEALED)
        assert not find_faults(connection, WATCHED, SEALED)
    assert owners(crew).verify(crew.admin).is_whole


def test_only_administrators_verify(crew: Crew) -> None:
    with pytest.raises(NotAllowed):
        crew.desk.audit.verify(crew.supervisor)
    if crew.desk.store.database.is_sqlite:
        assert crew.desk.audit.verify(crew.admin).is_whole
    else:
        # Their own login does not see what is restricted to others, so it could prove nothing.
        with pytest.raises(Refused, match="the login that owns the tables"):
            crew.desk.audit.verify(crew.admin)


def test_whoever_runs_timers_takes_the_anchor_and_everybody_may_see_it(crew: Crew) -> None:
    ref = crew.log()
    mine = crew.desk.logins.store_of(crew.agent) if isinstance(crew.desk, OwnLoginsDesk) else crew.desk.store
    anchor = take_if_due(mine)
    assert anchor is not None
    assert crew.desk.audit.last_anchor(crew.requester) == anchor
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "And then", public=True))
    assert owners(crew).verify(crew.admin).is_whole


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_nobody_at_a_shared_desk_reads_or_writes_the_trail(crew: Crew) -> None:
    assert isinstance(crew.desk, OwnLoginsDesk)
    for statement in (
        "SELECT * FROM audit_entry",
        "SELECT * FROM audit_head",
        "INSERT INTO audit_anchor (number, at, chains, records, heads, digest) VALUES (1, now(), 0, 0, '', '')",
        "SELECT audit_append('incident', 'x', 'insert', 'incident', 'x', NULL, 'x')",
        "UPDATE audit_entry SET login = 'nobody'",
        "ALTER TABLE incident DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
    ):
        for actor in (crew.requester, crew.agent, crew.supervisor, crew.admin):
            with pytest.raises(NotAllowed), crew.desk.logins.store_of(actor).database.writing() as connection:
                connection.exec_driver_sql(statement)


def test_an_anchor_is_taken_once_a_day(crew: Crew) -> None:
    crew.log()
    first = take_if_due(crew.desk.store)
    assert first is not None
    assert (first.number, first.records > 10) == (1, True)
    if crew.desk.store.database.is_sqlite:
        assert take_if_due(crew.desk.store) is None
        crew.clock.advance(hours=EVERY / timedelta(hours=1))
        second = take_if_due(crew.desk.store)
        assert second is not None
        # Nothing was done meanwhile, and that is closed too.
        assert (second.number, second.records) == (2, 0)
    assert owners(crew).verify(crew.admin).is_whole


def test_two_programs_that_take_the_anchor_of_the_day_take_one(crew: Crew) -> None:
    crew.log()
    with ThreadPoolExecutor(2) as programs:
        taken = list(programs.map(lambda _: take(crew.desk.store, after=0), range(2)))
    assert sum(anchor is not None for anchor in taken) == 1
    assert owners(crew).verify(crew.admin).anchors == 1


def test_no_record_is_older_than_the_last_anchor(crew: Crew) -> None:
    ref = crew.log()
    crew.clock.advance(hours=3)
    anchor = take(crew.desk.store)
    assert anchor is not None
    crew.clock.set(crew.clock.now() - timedelta(hours=2))
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "Back in time", public=True))
    assert records(crew, "incident", ref.id)[-1].at >= anchor.at
    assert owners(crew).verify(crew.admin).is_whole


def test_a_transaction_that_was_open_while_an_anchor_was_taken_is_closed_by_the_next(
    postgresql_database_url: str,
) -> None:
    session = open_session(postgresql_database_url)
    store = session.desk.store
    with store.database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO site (id, name) VALUES ('00000000000000000000000000000001', 'Kiel')")
        first = take(store)
    second = take(store)
    verdict = session.desk.audit.verify(session.actor)
    session.desk.close()
    assert first is not None
    assert second is not None
    assert (second.chains, second.records) == (1, 1)
    assert verdict.is_whole, verdict.findings


def test_writers_and_anchors_at_once_give_a_whole_trail(crew: Crew) -> None:
    """Several people write to the same incidents while anchors are taken."""
    refs = [crew.log() for _ in range(3)]

    def write(number: int) -> None:
        for turn in range(8):
            if number == 0:
                take(crew.desk.store)
                continue
            ref = refs[(number + turn) % 3]
            crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), f"{number}/{turn}", public=True))

    with ThreadPoolExecutor(4) as people:
        list(people.map(write, range(4)))
    verdict = owners(crew).verify(crew.admin)
    assert verdict.is_whole, verdict.findings
    with crew.desk.store.reading() as connection:
        anchors = connection.execute(select(func.count()).select_from(audit_anchor)).scalar_one()
    assert anchors >= 1


def test_raw_writers_of_one_chain_wait_for_each_other(postgresql_database_url: str) -> None:
    """Without the lock that commands take, two records want the same place in the chain: one of them takes the next."""
    session = open_session(postgresql_database_url)
    database = session.desk.store.database
    with session.desk.store.reading() as connection:
        group = connection.execute(text("SELECT id FROM assignment_group LIMIT 1")).scalar_one()
        people = [f"{number:032x}" for number in range(1, 9)]
    with database.writing() as connection:
        connection.execute(person.insert(), [{"id": each, "name": each} for each in people])

    def join(person_id: str) -> None:
        row = {"group_id": str(group).replace("-", ""), "person_id": person_id, "joined_at": FrozenClock().now()}
        with database.writing() as connection:
            connection.execute(group_member.insert(), row)

    with ThreadPoolExecutor(2) as writers:
        list(writers.map(join, people))
    verdict = session.desk.audit.verify(session.actor)
    session.desk.close()
    assert verdict.is_whole, verdict.findings


def test_anchors_are_sent_to_a_folder_and_only_added_to(crew: Crew, tmp_path: Path) -> None:
    crew.log()
    AuditCommands(crew.desk.store).take_anchor(crew.admin)
    path, added = AuditCommands(crew.desk.store).send_anchors(crew.admin, tmp_path)
    first = path.read_text()
    crew.log()
    anchor = AuditCommands(crew.desk.store).take_anchor(crew.admin)
    assert AuditCommands(crew.desk.store).send_anchors(crew.admin, tmp_path) == (path, 1)
    assert added == 1
    assert path.read_text().startswith(first)
    assert AuditCommands(crew.desk.store).send_anchors(crew.admin, tmp_path) == (path, 0)
    assert owners(crew).verify(crew.admin, read_file(path)).is_whole
    assert owners(crew).verify(crew.admin, [parse_anchor(anchor.short)]).is_whole


def test_a_folder_whose_file_says_something_else_is_not_added_to(crew: Crew, tmp_path: Path) -> None:
    crew.log()
    anchor = AuditCommands(crew.desk.store).take_anchor(crew.admin)
    path, _ = AuditCommands(crew.desk.store).send_anchors(crew.admin, tmp_path)
    # The end of the history was rewritten, or an older backup put back: the file knows an anchor more.
    path.write_text(path.read_text() + "2 2026-03-03T09:00:00.000000Z sha256:" + "0" * 64 + " chains=1 records=1\n")
    kept = path.read_text()
    with pytest.raises(Refused, match="Nothing was added"):
        send(tmp_path, [anchor])
    assert path.read_text() == kept


@pytest.mark.parametrize("typed", ["", "12", "12-abc", "nothing at all", "12-" + "g" * 24])
def test_what_is_no_anchor_is_told(typed: str) -> None:
    with pytest.raises(BadInput, match="is no anchor"):
        parse_anchor(typed)


def test_closed_incidents_are_verified_too(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.CLOSED)
    assert len(records(crew, "incident", ref.id)) >= 6
    assert owners(crew).verify(crew.admin).is_whole
