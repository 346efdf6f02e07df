"""Which open incidents are likely to miss their resolution target, ranked, with what that is counted from."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.risk import risk_of
from app.domain.vocabulary import OPEN_STATES, State
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.services.access import visible
from app.services.suggestions.dto import AtRisk

_READ = 2_000
"""The newest resolved incidents; a desk changes."""
_OPEN = 2_000


def load_risks(connection: Connection, actor: Actor, now: datetime, incident_id: str | None) -> tuple[AtRisk, ...]:
    """The open incidents whose resolution clock runs, the likeliest to be late first; or one of them."""
    of_group, of_all = _history(connection)
    shown, clocks = incident.c, incident_clocks.c
    running = (
        select(
            shown.id, shown.number, shown.short_description, shown.group_id, shown.priority, shown.reported_at,
            clocks.resolution_due_at,
        )
        .join(incident_clocks, clocks.incident_id == shown.id)
        .where(shown.state.in_(sorted(OPEN_STATES)), clocks.resolution_phase == "running", visible(actor))
        .where(clocks.resolution_due_at > now)
        .order_by(clocks.resolution_due_at)
        .limit(_OPEN)
    )  # fmt: skip
    if incident_id is not None:
        running = running.where(shown.id == incident_id)
    found = []
    for row in connection.execute(running):
        age, left = (now - row.reported_at).total_seconds(), (row.resolution_due_at - now).total_seconds()
        risk = risk_of(age, left, of_group[row.group_id, row.priority], of_all[row.priority])
        if risk is not None:
            found.append(AtRisk(row.id, row.number, row.short_description, row.resolution_due_at, risk))
    found.sort(key=lambda each: (-each.risk.chance, each.due_at, each.number))
    return tuple(found)


def _history(
    connection: Connection,
) -> tuple[dict[tuple[str | None, int], list[float]], dict[int, list[float]]]:
    """How many seconds resolved incidents took, by group and priority, and by priority; never restricted ones."""
    shown = incident.c
    rows = connection.execute(
        select(shown.group_id, shown.priority, shown.reported_at, shown.resolved_at)
        .where(shown.state.in_([State.RESOLVED.value, State.CLOSED.value]), shown.resolved_at.is_not(None))
        .where(shown.restricted_group_id.is_(None))
        .order_by(shown.number.desc())
        .limit(_READ)
    )
    of_group: dict[tuple[str | None, int], list[float]] = defaultdict(list)
    of_all: dict[int, list[float]] = defaultdict(list)
    for row in rows:
        seconds = max(0.0, (row.resolved_at - row.reported_at).total_seconds())
        of_group[row.group_id, row.priority].append(seconds)
        of_all[row.priority].append(seconds)
    return of_group, of_all
