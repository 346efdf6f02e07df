"""What of a checklist stands before a resolution."""

from sqlalchemy import Connection, bindparam, func, select

from app.domain.checklists import StepState
from app.infra.prepared import PreparedSelect
from app.models.checklists import checklist_step
from app.models.types import Id

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
