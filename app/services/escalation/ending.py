"""How escalations end; knows nothing of how they begin, so that every change of an incident can end them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from app.domain.escalation.words import LIVE_STATES, EscalationKind, EscalationState, Level
from app.domain.events import EscalationChanged
from app.infra.prepared import PreparedSelect, one_of
from app.infra.unit_of_work import Work
from app.models.escalation import escalation
from app.models.people import assignment_group
from app.models.types import Id
from app.services.timers.schedule import schedule

_LIVE = PreparedSelect(
    select(escalation)
    .where(
        escalation.c.incident_id == bindparam("incident_id", "", type_=Id),
        one_of(escalation.c.state, sorted(state.value for state in LIVE_STATES)),
    )
    .order_by(escalation.c.raised_at, escalation.c.id)
)


def live_of(work: Work, incident_id: str) -> Sequence[Row[Any]]:
    """The live escalations and runs of an incident, oldest first."""
    return _LIVE.all(work.connection, incident_id=incident_id)


def close(work: Work, row: Row[Any], state: EscalationState, note: str) -> None:
    """End an escalation or a run in one of the ways that end it; nothing of it is due any more.

    Until when it was to be acknowledged stays, for whoever takes the end back.
    """
    work.connection.execute(
        update(escalation).where(escalation.c.id == row.id),
        {
            "state": state.value,
            "ended_at": work.now,
            "ended_by_id": work.actor.author_id,
            "end_note": note,
        },
    )
    schedule(work, "escalation", row.id, None)
    changed(work, row.id, row.incident_id)


def changed(work: Work, escalation_id: str, incident_id: str) -> None:
    """Tell the world after the commit."""
    work.events.append(EscalationChanged(work.actor.author_id, escalation_id, incident_id))


def addressee(work: Work, row: Row[Any]) -> str:
    """To whom an escalation goes, in words: "level 1 (lead)", "Network"."""
    if row.kind == EscalationKind.HIERARCHICAL:
        return Level(row.level).stored_label
    name = select(assignment_group.c.name).where(assignment_group.c.id == row.to_group_id)
    return str(work.connection.execute(name).scalar_one_or_none() or "another group")
