"""The figures of the desk, from the incidents and their journals."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.kpi import IncidentFacts, KpiReport, kpi_report
from app.domain.permissions import Permission
from app.domain.vocabulary import OPEN_STATES, EntryKind, LinkKind, State
from app.domain.wording import tr
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.models.incident import imported_record, incident, incident_link, journal_change, journal_entry
from app.models.people import assignment_group
from app.services.access import visible
from app.services.command import query
from app.services.incidents.journal import is_taken_back
from app.services.sla.outcomes import load_outcomes

_OPEN = sorted(state.value for state in OPEN_STATES)
_ENDED = [State.RESOLVED.value, State.CLOSED.value, State.CANCELED.value]


class KpiQueries:
    """Figures over the incidents that the actor may see."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.KPI_READ, LONG)
    def report(
        self, connection: Connection, actor: Actor, first_day: date | None = None, last_day: date | None = None
    ) -> KpiReport:
        """The figures of all incidents opened from the first to the last day, both included, days of UTC.

        Whatever became of an incident later counts with it, so the figures of a window may still change.
        """
        if first_day is not None and last_day is not None and last_day < first_day:
            raise BadInput(
                tr(
                    "The window ends on {last_day} before it begins on {first_day}. Swap the two days.",
                    last_day=last_day,
                    first_day=first_day,
                )
            )
        window = [visible(actor), *_window(first_day, last_day)]
        return kpi_report(load_facts(connection, window, self.store.clock.now()))


def _window(first_day: date | None, last_day: date | None) -> list[ColumnElement[bool]]:
    conditions = []
    if first_day is not None:
        conditions.append(incident.c.reported_at >= datetime.combine(first_day, time(), UTC))
    if last_day is not None and last_day < date.max:
        conditions.append(incident.c.reported_at < datetime.combine(last_day + timedelta(days=1), time(), UTC))
    return conditions


def load_facts(
    connection: Connection, window: list[ColumnElement[bool]], now: datetime, *, moves: bool = True
) -> list[IncidentFacts]:
    """What the figures need to know of such incidents at `now`; with `moves` also how often they went to and fro."""
    clocks = load_outcomes(connection, window, now)
    reopenings = _counted(connection, window, _is_reopening()) if moves else {}
    reassignments = _reassignments(connection, window) if moves else {}
    duplicates = set(connection.execute(_duplicates()).scalars())
    rows = connection.execute(
        select(
            incident.c.id,
            incident.c.reported_at,
            incident.c.resolved_at,
            incident.c.state,
            incident.c.priority,
            assignment_group.c.name,
            imported_record.c.made_sla,
        )
        .select_from(incident)
        .outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
        .outerjoin(imported_record, imported_record.c.incident_id == incident.c.id)
        .where(*window)
    )
    return [
        IncidentFacts(
            opened_at=opened_at,
            resolved_at=resolved_at,
            is_open=state in OPEN_STATES,
            reopenings=reopenings.get(incident_id, 0),
            reassignments=reassignments.get(incident_id, 0),
            priority=priority,
            group=group,
            recorded_sla=made_sla,
            is_duplicate=incident_id in duplicates,
            clocks=clocks.get(incident_id, ()),
        )
        for incident_id, opened_at, resolved_at, state, priority, group, made_sla in rows
    ]


def _reassignments(connection: Connection, window: list[ColumnElement[bool]]) -> dict[str, int]:
    found = _counted(connection, window, _is_reassignment())
    for incident_id, count in _unseen_reassignments(connection, window).items():
        found[incident_id] = found.get(incident_id, 0) + count
    return found


def _is_reopening() -> ColumnElement[bool]:
    change = journal_change.c
    return (change.field == "state") & change.old_value.in_(_ENDED) & change.new_value.in_(_OPEN) & ~is_taken_back()


def _is_reassignment() -> ColumnElement[bool]:
    change = journal_change.c
    return (change.field == "group_id") & (change.old_value != change.new_value) & ~is_taken_back()


def _counted(
    connection: Connection, window: list[ColumnElement[bool]], condition: ColumnElement[bool]
) -> dict[str, int]:
    statement = (
        select(journal_change.c.incident_id, func.count())
        .join(incident, incident.c.id == journal_change.c.incident_id)
        .where(condition, *window)
        .group_by(journal_change.c.incident_id)
    )
    return _as_dict(connection, statement)


def _unseen_reassignments(connection: Connection, window: list[ColumnElement[bool]]) -> dict[str, int]:
    statement = (
        select(journal_entry.c.incident_id, func.count())
        .join(incident, incident.c.id == journal_entry.c.incident_id)
        .where(journal_entry.c.kind == EntryKind.REASSIGNED_UNSEEN.value, *window)
        .group_by(journal_entry.c.incident_id)
    )
    return _as_dict(connection, statement)


def _as_dict(connection: Connection, statement: Any) -> dict[str, int]:
    return {incident_id: int(count) for incident_id, count in connection.execute(statement)}


def _duplicates() -> Any:
    link = incident_link.c
    return select(link.source_id).where(link.kind == LinkKind.DUPLICATE.value, link.removed_at.is_(None))
