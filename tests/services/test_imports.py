from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app.bootstrap import open_session
from app.channels.importers.csv_list import parse_map, read_list
from app.channels.importers.servicenow_log import read_log
from app.domain.actor import Actor
from app.domain.errors import NotAllowed
from app.domain.imports import Delivery
from app.domain.kpi import KpiReport
from app.domain.vocabulary import EntryKind, Role
from app.infra.database import Database
from app.infra.plain_read import to_text
from app.models.base import metadata
from app.models.incident import imported_record, incident
from app.models.people import person
from app.models.receipts import command_receipt
from app.services.imports.bulk import BulkInsert, milliseconds_of, moment_storage
from app.services.incidents.dto import FieldEdit, IncidentDetail
from app.services.session import Session
from tests.support.clock import FrozenClock
from tests.support.logs import RESAVED, SAMPLE, log_row, needs_sample, write_log

Write = Callable[..., Delivery]


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    opened = open_session(database_url, clock=FrozenClock())
    yield opened
    opened.desk.close()


@pytest.fixture
def log(tmp_path: Path) -> Write:
    return lambda *rows: read_log(write_log(tmp_path, *rows))


LIFE = (
    log_row(),
    log_row(incident_state="Active", sys_mod_count="1", sys_updated_at="29/2/2016 02:00", assigned_to="Resolver 1"),
    log_row(
        incident_state="Awaiting Vendor", sys_mod_count="2", sys_updated_at="29/2/2016 03:00", assigned_to="Resolver 1"
    ),
    log_row(
        incident_state="Resolved", sys_mod_count="3", sys_updated_at="1/3/2016 01:00", assigned_to="Resolver 1",
        assignment_group="Group 2", reassignment_count="1", priority="1 - Critical",
    ),
    log_row(
        incident_state="Active", sys_mod_count="4", sys_updated_at="2/3/2016 01:00", assignment_group="?",
        reassignment_count="2", reopen_count="1", resolved_at="3/3/2016 05:00",
    ),
    log_row(
        incident_state="Closed", sys_mod_count="5", sys_updated_at="3/3/2016 06:00", assignment_group="Group 2",
        reassignment_count="3", reopen_count="1", resolved_at="3/3/2016 05:00", made_sla="false",
    ),
)  # fmt: skip


def _run(session: Session, delivery: Delivery) -> tuple[int, int, int]:
    result = session.desk.imports.run(session.actor, delivery)
    return result.imported, result.updated, result.unchanged


def _detail(session: Session, number: str = "INC1") -> IncidentDetail:
    found = session.desk.incident.find_source_number(session.actor, number)
    assert found is not None
    return session.desk.incident.detail(session.actor, found.id)


def _content(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the database but receipts, to see that nothing changed."""
    with session.desk.store.reading() as connection:
        return {
            table.name: sorted(tuple(map(repr, row)) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
            if table is not command_receipt
        }


def _kpi(session: Session) -> KpiReport:
    return session.desk.kpi.report(session.actor)


def test_an_incident_comes_in_with_its_whole_history(session: Session, log: Write) -> None:
    assert _run(session, log(*LIFE)) == (1, 0, 0)
    detail = _detail(session)
    assert (detail.source_number, detail.state, detail.priority, detail.group_name) == ("INC1", "closed", 3, "Group 2")
    assert (detail.reassignments, detail.reopenings, detail.made_sla) == (3, 1, False)
    assert detail.reported_at == datetime(2016, 2, 29, 1, tzinfo=UTC)
    assert detail.resolved_at == datetime(2016, 3, 3, 5, tzinfo=UTC)
    assert detail.short_description == "Category 1 · Subcategory 1"
    assert (detail.category_name, detail.subcategory_name, detail.site_name) == (
        "Category 1", "Subcategory 1", "Location 1",
    )  # fmt: skip
    kinds = [item.kind for item in detail.journal]
    assert kinds.count(EntryKind.REASSIGNED_UNSEEN) == 2
    assert len(kinds) == 8
    assert {item.author_name for item in detail.journal} == {"Updated by 1"}
    waiting = detail.journal[2]
    assert {(c.field, c.old, c.new) for c in waiting.changes} == {
        ("state", "in_progress", "on_hold"),
        ("hold_reason", None, "awaiting_vendor"),
    }


def test_a_recorded_priority_stands_beside_the_computed_one(session: Session, log: Write) -> None:
    _run(session, log(log_row(impact="3 - Low", urgency="3 - Low", priority="4 - Low")))
    detail = _detail(session)
    assert (detail.priority, detail.computed_priority) == (4, 5)
    assert detail.override_reason is not None


def test_the_same_file_twice_changes_nothing(session: Session, log: Write) -> None:
    _run(session, log(*LIFE, log_row(number="INC2")))
    before = _content(session)
    assert _run(session, log(*LIFE, log_row(number="INC2"))) == (0, 0, 2)
    assert _content(session) == before


@pytest.mark.parametrize("known", [1, 2, 3, 4, 5])
def test_a_newer_file_adds_only_what_is_new(session: Session, log: Write, known: int) -> None:
    _run(session, log(*LIFE[:known]))
    early = _detail(session).journal
    assert _run(session, log(*LIFE, log_row(number="INC2"))) == (1, 1, 0)
    detail = _detail(session)
    assert [item for item in detail.journal if item in early] == list(early)
    assert (detail.state, detail.reassignments, detail.reopenings, detail.made_sla) == ("closed", 3, 1, False)
    assert detail.resolved_at == datetime(2016, 3, 3, 5, tzinfo=UTC)
    assert _run(session, log(*LIFE, log_row(number="INC2"))) == (0, 0, 2)


@pytest.mark.parametrize("thin", [LIFE[::2], LIFE[1::2], LIFE[3:], LIFE[:1] + LIFE[5:]])
def test_a_fuller_file_after_a_thinner_one_gives_the_same_figures(
    session: Session, log: Write, thin: tuple[str, ...]
) -> None:
    _run(session, log(*thin))
    result = session.desk.imports.run(session.actor, log(*LIFE))
    assert (result.updated, result.imported) == (1, 0)
    detail = _detail(session)
    assert (detail.state, detail.reassignments, detail.reopenings) == ("closed", 3, 1)


def test_what_a_later_file_fills_in_is_written_to_the_journal(session: Session, log: Write) -> None:
    _run(session, log(log_row(incident_state="Resolved", resolved_at="?", closed_code="?")))
    assert _detail(session).resolved_at is None
    assert _run(session, log(log_row(incident_state="Resolved"))) == (0, 1, 0)
    detail = _detail(session)
    assert detail.resolved_at == datetime(2016, 3, 1, 1, tzinfo=UTC)
    changed = {change.field for change in detail.journal[-1].changes}
    assert changed == {"resolved_at", "resolution_code"}


def test_what_was_changed_at_this_desk_stays(session: Session, log: Write) -> None:
    _run(session, log(LIFE[0]))
    detail = _detail(session)
    session.desk.incidents.edit(session.actor, detail.id, {"impact": FieldEdit(2, 1)})
    result = session.desk.imports.run(session.actor, log(*LIFE[:3]))
    detail = _detail(session)
    assert (detail.impact, detail.state) == (1, "on_hold")
    assert any("changed at this desk" in warning.reason for warning in result.warnings)


def test_an_unknown_state_is_kept_in_journal_and_record(session: Session, log: Write) -> None:
    odd = log_row(incident_state="-100", sys_mod_count="1", sys_updated_at="29/2/2016 02:00")
    result = session.desk.imports.run(session.actor, log(log_row(), odd))
    assert any("-100" in warning.reason for warning in result.warnings)
    detail = _detail(session)
    assert detail.state == "new"
    assert ("unknown_state", "-100") in {(c.field, c.new) for c in detail.journal[-1].changes}
    with session.desk.store.reading() as connection:
        extra = connection.execute(select(imported_record.c.extra)).scalar_one()
    assert extra["incident_state"] == "-100"


def test_unknown_groups_are_added_and_reported(session: Session, log: Write) -> None:
    result = session.desk.imports.run(session.actor, log(*LIFE))
    reported = {warning.line: warning.reason for warning in result.warnings}
    assert set(reported) == {2, 5}
    assert "Group 2" in reported[5]
    assert _run(session, log(*LIFE, log_row(number="INC2", assignment_group="Group 2"))) == (1, 0, 1)


def test_people_are_made_once_and_only_resolvers_are_agents(session: Session, log: Write) -> None:
    _run(session, log(*LIFE, log_row(number="INC2", caller_id="Resolver 1")))
    with session.desk.store.reading() as connection:
        rows = connection.execute(select(person.c.name, person.c.role, person.c.login)).all()
    roles = {row.name: row.role for row in rows if row.login is None and row.role != Role.ADMIN}
    assert roles["Resolver 1"] == Role.AGENT
    assert roles["Caller 1"] == Role.REQUESTER
    assert len(rows) == len({row.name for row in rows})


def test_two_sources_may_number_alike(session: Session, tmp_path: Path, log: Write) -> None:
    _run(session, log(*LIFE))
    other = read_log(write_log(tmp_path, *LIFE), source="other desk")
    assert _run(session, other) == (1, 0, 0)
    assert _kpi(session).incidents == 2


def test_an_import_that_is_stopped_leaves_everything_as_it_was(session: Session, log: Write) -> None:
    _run(session, log(LIFE[0]))
    before = _content(session)
    told: list[tuple[int, int]] = []
    heard: list[object] = []
    session.desk.bus.subscribe(heard.append)

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise KeyboardInterrupt

    many = [log_row(number=f"INC{n}") for n in range(2, 900)]
    with pytest.raises(KeyboardInterrupt):
        session.desk.imports.run(session.actor, log(*LIFE, *many), stop)
    assert told[-1] == (899, 899)
    assert _content(session) == before
    assert heard == []


def test_a_plan_tells_the_same_as_the_import_and_writes_nothing(session: Session, log: Write) -> None:
    _run(session, log(LIFE[0], log_row(number="INC2")))
    before = _content(session)
    delivery = log(*LIFE, log_row(number="INC2"), log_row(number="INC3", assignment_group="Group 9"))
    planned = session.desk.import_plan.plan(session.actor, delivery)
    assert _content(session) == before
    assert planned == session.desk.imports.run(session.actor, delivery)
    assert (planned.imported, planned.updated, planned.unchanged) == (1, 1, 1)


def test_only_an_administrator_imports(session: Session, log: Write) -> None:
    agent = Actor(session.actor.person_id, "Ann", Role.AGENT)
    with pytest.raises(NotAllowed):
        session.desk.imports.run(agent, log(*LIFE))
    with pytest.raises(NotAllowed):
        session.desk.kpi.report(agent)


def test_a_list_is_imported_and_a_newer_one_updates_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    chosen = parse_map(["No=number", "When=opened_at", "State=state", "Title=short_description", "Who=assignee"])

    def read(*rows: str) -> Delivery:
        path.write_text("".join(f"{row}\n" for row in ("No,When,State,Title,Who,Remark", *rows)), encoding="utf-8")
        return read_list(path, chosen)

    long_title = "x" * 300
    first = read("A1,2024-05-13 10:00,On Hold,Printer,Ann,call", f"A2,2024-05-13 11:00,New,{long_title},,")
    assert _run(session, first) == (2, 0, 0)
    detail = _detail(session, "A1")
    assert (detail.state, detail.hold_reason, detail.assignee_name) == ("on_hold", "not_recorded", "Ann")
    assert len(_detail(session, "A2").short_description) == 160
    assert long_title in _detail(session, "A2").description
    second = read("A1,2024-05-13 10:00,Resolved,Printer,Bob,call", f"A2,2024-05-13 11:00,New,{long_title},,")
    assert _run(session, second) == (0, 1, 1)
    detail = _detail(session, "A1")
    assert (detail.state, detail.assignee_name) == ("resolved", "Bob")
    changed = {change.field for item in detail.journal for change in item.changes}
    assert {"state", "assignee_id"} <= changed
    assert _run(session, second) == (0, 0, 2)


def test_figures_are_of_the_window_in_which_incidents_were_opened(session: Session, log: Write) -> None:
    _run(session, log(*LIFE, log_row(number="INC2", opened_at="1/3/2016 00:00", resolved_at="1/3/2016 02:00")))
    report = session.desk.kpi.report(session.actor, date(2016, 2, 29), date(2016, 2, 29))
    assert (report.incidents, report.reopenings, report.reassignments) == (1, 1, 3)
    report = session.desk.kpi.report(session.actor, date(2016, 3, 1))
    assert (report.incidents, report.reopenings, report.mttr_hours.mean) == (1, 0, 2)


def test_what_is_done_at_this_desk_counts_too(session: Session, log: Write) -> None:
    _run(session, log(*LIFE[:3]))
    detail = _detail(session)
    session.desk.incidents.edit(session.actor, detail.id, {"group_id": FieldEdit(detail.group_id, _group(session))})
    assert _kpi(session).reassignments == 1
    assert _kpi(session).open == 1


def _group(session: Session) -> str:
    identifier = session.desk.new_id()
    with session.desk.store.writing(session.actor) as work:
        work.connection.execute(
            metadata.tables["assignment_group"].insert(), {"id": identifier, "name": "Local", "tier": 1}
        )
    return identifier


@needs_sample
def test_the_sample_gives_the_figures_from_the_journal(session: Session) -> None:
    assert _run(session, read_log(SAMPLE)) == (1200, 0, 0)
    report = _kpi(session)
    assert (report.incidents, report.resolved, report.open) == (1200, 1165, 0)
    assert (report.reopened_incidents, report.reopenings) == (14, 16)
    assert (report.reassigned_incidents, report.reassignments) == (538, 1241)
    mttr = report.mttr_hours
    assert (mttr.mean, mttr.median, mttr.p90) == pytest.approx((331.8628, 67.6667, 737.3700), abs=1e-4)
    assert {key: (part.incidents, part.sla.met) for key, part in report.by_priority.items()} == {
        "1": (21, 1), "2": (43, 0), "3": (1008, 569), "4": (128, 56),
    }  # fmt: skip
    assert report.opened_per_month == {"2016-02": 207, "2016-03": 993}
    with session.desk.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(incident)).scalar_one() == 1200
    assert _run(session, read_log(RESAVED))[:2] == (0, 0)


@needs_sample
def test_a_part_of_the_sample_and_then_all_of_it_gives_the_same_figures(session: Session, tmp_path: Path) -> None:
    lines = SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
    part = tmp_path / "part.csv"
    part.write_text("".join(lines[:1] + lines[1:4000:2]), encoding="utf-8")
    _run(session, read_log(part))
    _run(session, read_log(SAMPLE))
    report = _kpi(session)
    assert (report.incidents, report.reopened_incidents, report.reopenings) == (1200, 14, 16)
    assert (report.reassigned_incidents, report.reassignments) == (538, 1241)
    assert report.mttr_hours.mean == pytest.approx(331.8628, abs=1e-4)
    assert report.sla.met == 626


def test_times_are_stored_in_utc_whatever_the_zone(session: Session, log: Write) -> None:
    _run(session, log(*LIFE))
    assert _detail(session).journal[0].occurred_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize("count", [0, 1, 500, 501, 1234])
def test_many_rows_go_in_with_what_they_share(session: Session, count: int) -> None:
    with session.desk.store.writing(session.actor) as work:
        insert = BulkInsert(work.connection, person, ("id", "name"), {"role": Role.REQUESTER.value, "vip": True})
        for number in range(count):
            insert.values += (f"{number:032x}", f"Caller {number}")
        insert.flush()
        insert.flush()
    with session.desk.store.reading() as connection:
        found = connection.execute(select(person.c.name, person.c.vip).where(person.c.role == Role.REQUESTER)).all()
    assert sorted(found) == sorted((f"Caller {number}", True) for number in range(count))


def _add_callers(session: Session, numbers: Iterable[int]) -> None:
    with session.desk.store.writing(session.actor) as work:
        insert = BulkInsert(work.connection, person, ("id", "name", "role"))
        for number in numbers:
            insert.values += (f"{number:032x}", f"Caller {number}", Role.REQUESTER.value)
        insert.flush()


def test_a_row_that_does_not_go_in_takes_all_others_back(session: Session) -> None:
    with pytest.raises(IntegrityError):
        _add_callers(session, (1, 2, 1))
    with session.desk.store.reading() as connection:
        assert connection.execute(select(person).where(person.c.role == Role.REQUESTER)).all() == []


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2016, 2, 29, 1, 16, tzinfo=UTC),
        datetime(2016, 2, 29, 1, 16, 59, tzinfo=UTC),
        datetime(2016, 2, 29, 1, 16, 0, 7, tzinfo=UTC),
        datetime(2199, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2016, 2, 29, 1, 16, tzinfo=ZoneInfo("Asia/Tokyo")),
    ],
)
def test_moments_are_stored_as_everywhere_else(sqlite_database_url: str, moment: datetime) -> None:
    database = Database(sqlite_database_url)
    with database.reading() as connection:
        stored = moment_storage(connection)
        assert [stored(moment), stored(moment), stored(None)] == [to_text(moment), to_text(moment), None]
    assert datetime.fromisoformat(to_text(moment)) == moment
    assert len(to_text(moment)) == 27
    assert milliseconds_of(moment) == f"{int(moment.timestamp() * 1000):012x}"
    database.close()
