"""How the clocks of incidents came out, for figures; read from what is kept of them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from app.domain.instants import micros
from app.domain.kpi import ClockOutcome
from app.domain.sla.policy import CLOCKS
from app.domain.timeline import Timeline
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.services.sla.books import NO_CALENDAR, load_rules

_PARTS = ("phase", "target", "due_at", "breached")
_LIVE = {"running", "paused"}


def load_outcomes(
    connection: Connection, window: list[ColumnElement[bool]], now: datetime
) -> dict[str, tuple[ClockOutcome, ...]]:
    """The clocks with a target of every incident in the window; void ones are left out."""
    timelines = load_rules(connection).timelines
    table = incident_clocks.c
    columns = [table[f"{clock.value}_{part}"] for clock in CLOCKS for part in _PARTS]
    statement = (
        select(table.incident_id, table.policy_set, table.calendar_id, *columns)
        .join(incident, incident.c.id == table.incident_id)
        .where(*window)
    )
    found: dict[str, tuple[ClockOutcome, ...]] = {}
    for row in connection.execute(statement):
        timeline = timelines.get(row.calendar_id or NO_CALENDAR, timelines[NO_CALENDAR])
        pieces = zip(CLOCKS, (row[start : start + 4] for start in range(3, 15, 4)), strict=True)
        outcomes = [_outcome(row.policy_set, clock.value, piece, timeline, micros(now)) for clock, piece in pieces]
        known = tuple(item for item in outcomes if item is not None)
        if known:
            found[row.incident_id] = known
    return found


def _outcome(policy_set: str, clock: str, piece: Any, timeline: Timeline, now: int) -> ClockOutcome | None:
    phase, target, due_at, breached = piece
    if phase == "stopped":
        return None if breached is None else ClockOutcome(policy_set, clock, not breached)
    if phase not in _LIVE or (target is None and due_at is None):
        return None
    if due_at is None:
        return ClockOutcome(policy_set, clock, None, overdue=False)
    due = micros(due_at)
    # A due date by hand is an instant of the wall clock; any other is exceeded once the desk is open again.
    late = now > due if target is None else now > due and timeline.elapsed(due, now) > 0
    return ClockOutcome(policy_set, clock, None, late)
