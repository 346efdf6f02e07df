"""What of a checklist stands before a resolution, and what one would leave open."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, distinct, func, select

from app.domain.actor import Actor
from app.domain.checklists import LeftOpen, StepState
from app.domain.vocabulary import OPEN_STATES
from app.infra.prepared import PreparedSelect
from app.models.checklists import checklist_step
from app.models.incident import incident
from app.models.types import Id
from app.services.access import visible

_STEP = checklist_step.c
_REQUIRED = PreparedSelect(
    select(func.count().label("steps")).where(
        _STEP.incident_id == bindparam("incident_id", "", type_=Id),
        _STEP.required,
        _STEP.state == StepState.OPEN.value,
        _STEP.removed_at.is_(None),
    )
)


def required_steps(connection: Connection, incident_id: str) -> int:
    """How many steps are required and open."""
    return int(_REQUIRED.one_or_none(connection, incident_id=incident_id).steps)


_AT_ONCE = 500
"""So many incidents are asked about in one statement."""


def left_open(connection: Connection, actor: Actor, incident_ids: Sequence[str]) -> LeftOpen:
    """The steps that resolving these incidents would leave open.

    Those with a required one are not counted: their resolution is refused.
    """
    steps = incidents = 0
    standing = (_STEP.state == StepState.OPEN.value, _STEP.removed_at.is_(None))
    held = select(_STEP.incident_id).where(_STEP.required, *standing)
    for start in range(0, len(incident_ids), _AT_ONCE):
        meant = incident.c.id.in_(incident_ids[start : start + _AT_ONCE])
        counted = select(func.count(), func.count(distinct(_STEP.incident_id))).select_from(checklist_step)
        counted = counted.join(incident, incident.c.id == _STEP.incident_id).where(
            meant, incident.c.state.in_(sorted(OPEN_STATES)), incident.c.id.not_in(held), visible(actor), *standing
        )
        found = connection.execute(counted).one()
        steps, incidents = steps + found[0], incidents + found[1]
    return LeftOpen(steps, incidents)
