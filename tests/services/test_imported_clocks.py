"""Imported incidents get clocks by policies of their own set, and what their desk recorded stays as it was."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from app.bootstrap import open_session
from app.channels.importers.servicenow_log import read_log
from app.domain.instants import HOUR
from app.domain.vocabulary import State
from app.models.clocks import incident_clocks
from app.models.incident import imported_record, incident, journal_change, journal_entry
from app.models.timers import timer
from app.services.session import Session
from tests.support.clock import FrozenClock
from tests.support.logs import SAMPLE, log_row, needs_sample, write_log

LIFE = (
    log_row(),
    log_row(incident_state="Active", sys_mod_count="1", sys_updated_at="29/2/2016 02:00"),
    log_row(incident_state="Awaiting Vendor", sys_mod_count="2", sys_updated_at="29/2/2016 10:00"),
    log_row(incident_state="Active", sys_mod_count="3", sys_updated_at="29/2/2016 12:00"),
    log_row(incident_state="Resolved", sys_mod_count="4", sys_updated_at="1/3/2016 16:00", made_sla="false"),
    log_row(incident_state="Closed", sys_mod_count="5", sys_updated_at="6/3/2016 16:00", made_sla="false"),
)


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    """A desk of the year 2026 into which histories of 2016 come."""
    opened = open_session(database_url, clock=FrozenClock())
    yield opened
    opened.desk.close()


def evidence(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that an import wrote."""
    tables = (incident, imported_record, journal_entry, journal_change)
    with session.desk.store.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr) for table in tables
        }


def count_by_samples(session: Session) -> None:
    """What `main.py sla sample --set imported` does."""
    session.desk.sla_admin.use_sample_policies(session.actor, "imported", "UTC")
    session.desk.sla_admin.recount(session.actor, "imported")


def test_a_history_is_read_by_its_own_times(session: Session, tmp_path: Any) -> None:
    """Priority 3, opened 29 Feb 2016 01:16, held 10 to 12, resolved on 1 March 16:00: 7 h and 8 h of office hours."""
    session.desk.imports.run(session.actor, read_log(write_log(tmp_path, *LIFE)))
    before = evidence(session)
    count_by_samples(session)
    assert evidence(session) == before
    with session.desk.store.reading() as connection:
        row = connection.execute(select(incident_clocks)).one()
        assert connection.execute(select(func.count()).select_from(timer)).scalar_one() == 0
    assert (row.policy_set, row.resolution_phase, row.resolution_breached) == ("imported", "stopped", False)
    assert row.resolution_elapsed == 15 * HOUR
    assert row.resolution_stopped_at == datetime.fromisoformat("2016-03-01T16:00:00+00:00")
    assert row.response_target is None
    report = session.desk.kpi.report(session.actor)
    assert (report.sla.met, report.sla_recorded.counted) == (0, 1)  # the outcome of the old desk is the one that counts
    assert (report.imported_clocks["resolution"].met, report.clocks) == (1, {})


def test_an_import_after_the_policies_has_clocks_at_once_and_a_later_file_moves_them(
    session: Session, tmp_path: Any
) -> None:
    count_by_samples(session)
    session.desk.imports.run(session.actor, read_log(write_log(tmp_path, *LIFE[:2])))
    with session.desk.store.reading() as connection:
        row = connection.execute(select(incident_clocks)).one()
    assert (row.resolution_phase, row.resolution_breached) == ("running", None)
    session.desk.imports.run(session.actor, read_log(write_log(tmp_path, *LIFE)))
    with session.desk.store.reading() as connection:
        row = connection.execute(select(incident_clocks)).one()
    assert (row.resolution_phase, row.resolution_elapsed) == ("stopped", 15 * HOUR)


@needs_sample
def test_the_sample_log_has_recorded_and_computed_outcomes_side_by_side(session: Session) -> None:
    session.desk.imports.run(session.actor, read_log(SAMPLE))
    before = evidence(session)
    count_by_samples(session)
    assert evidence(session) == before
    result = session.desk.sla.check(session.actor)
    assert (result.checked, result.waiting, result.differences) == (1200, 0, ())
    report = session.desk.kpi.report(session.actor)
    assert (report.sla, report.clocks) == (report.sla_recorded, {})
    assert (report.sla.met, report.sla.counted) == (626, 1200)
    share = report.imported_clocks["resolution"]
    # By the recommended targets in office hours of UTC more would have been in time than that desk's own rules said.
    assert (share.met, share.counted, share.open) == (830, 1200, 0)
    with session.desk.store.reading() as connection:
        states = select(incident.c.state, incident_clocks.c.resolution_phase).join(
            incident_clocks, incident_clocks.c.incident_id == incident.c.id
        )
        phases = set(map(tuple, connection.execute(states)))
    assert phases <= {(State.CLOSED, "stopped"), (State.RESOLVED, "stopped"), (State.CANCELED, "void")}
