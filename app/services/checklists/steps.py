"""Steps of an incident: added, ticked, changed, moved and removed under its lock, each with its entry."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, update

from app.domain.checklists import MOST_STEPS, StepState, step_text
from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.events import IncidentChanged
from app.domain.moments import can_be_kept
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.vocabulary import EntryKind, State
from app.domain.wording import inside, tr
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.checklists import checklist_step
from app.models.people import assignment_group, person
from app.models.types import Id
from app.services.access import load_for_change
from app.services.checklists.dto import Checklist, ChecklistStep, ChecklistTemplate, NewStep, StepDetails
from app.services.checklists.due import Opening
from app.services.incidents.create import ensure_member
from app.services.incidents.journal import write_entry
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, tell

_STEP = checklist_step.c
_WANTED = bindparam("incident_id", "", type_=Id)
_ender = person.alias("ender")
_OF_INCIDENT = PreparedSelect(
    select(
        _STEP.id, _STEP.text, _STEP.required, _STEP.state, _STEP.assignee_id, person.c.name.label("assignee_name"),
        _STEP.group_id, assignment_group.c.name.label("group_name"), _STEP.due_at, _STEP.ended_at,
        _ender.c.name.label("ended_by_name"),
    )
    .select_from(checklist_step)
    .outerjoin(person, person.c.id == _STEP.assignee_id)
    .outerjoin(assignment_group, assignment_group.c.id == _STEP.group_id)
    .outerjoin(_ender, _ender.c.id == _STEP.ended_by_id)
    .where(_STEP.incident_id == _WANTED, _STEP.removed_at.is_(None))
    .order_by(_STEP.position, _STEP.id)
)  # fmt: skip


def load_checklist(connection: Connection, incident_id: str) -> Checklist:
    """The steps of an incident that the reader may see."""
    return Checklist(tuple(ChecklistStep(*row) for row in _OF_INCIDENT.all(connection, incident_id=incident_id)))


def add_steps(work: Work, incident_id: str, new: Sequence[NewStep]) -> None:
    """Add steps at the end; those that stand already, because the same call came before, are left."""
    row = _open_incident(work, incident_id)
    known = set(work.connection.execute(select(_STEP.id).where(_STEP.id.in_([each.id for each in new]))).scalars())
    rows = [_row(work, row, each.id, each.details) for each in new if each.id not in known]
    _insert(work, row, rows)
    for added in rows:
        _tell_journal(work, row.id, "added", None, added["text"])
        _tell_assignee(work, row, added["id"], added["text"], added["assignee_id"])


def add_from_template(
    work: Work, incident_id: str, template: ChecklistTemplate, groups: Mapping[str, str]
) -> list[str]:
    """Add the steps of a template at the end, and return their ids; `groups` are ids by name.

    They are due after so much opening time as the template says.
    """
    row = _open_incident(work, incident_id)
    rows = []
    opening = Opening(work.connection, row) if any(line.due is not None for line in template.lines) else None
    for line in template.lines:
        due = None if line.due is None or opening is None else opening.after(work.now, line.due)
        details = StepDetails(line.text, None, groups.get(line.group), due)
        beside = {"required": line.required, "template_id": template.id}
        rows.append(_row(work, row, work.new_id(), details) | beside)
    _insert(work, row, rows)
    _tell_journal(work, row.id, "template", None, template.name)
    return [added["id"] for added in rows]


def _row(work: Work, row: Row[Any], step_id: str, details: StepDetails) -> dict[str, Any]:
    fixed = {"id": step_id, "incident_id": row.id, "required": False, "template_id": None, "state": "open"}
    return fixed | {"created_at": work.now, "created_by_id": work.actor.person_id} | _values(work, details)


def _insert(work: Work, row: Row[Any], rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    standing = select(func.count(), func.coalesce(func.max(_STEP.position), 0)).where(
        _STEP.incident_id == row.id, _STEP.removed_at.is_(None)
    )
    count, last = work.connection.execute(standing).one()
    if count + len(rows) > MOST_STEPS:
        raise Refused(
            tr(
                "An incident has at most {most_steps} steps. Remove some first, or log another incident.",
                most_steps=MOST_STEPS,
            )
        )
    placed = [each | {"position": last + place} for place, each in enumerate(rows, 1)]
    work.connection.execute(checklist_step.insert(), placed)


def _values(work: Work, details: StepDetails) -> dict[str, Any]:
    if details.due_at is not None and not can_be_kept(details.due_at):
        raise BadInput(tr("The due time is no moment before the year 2200."), "due_at")
    ensure_member(work.connection, details.group_id, details.assignee_id)
    return {
        "text": step_text(details.text),
        "assignee_id": details.assignee_id,
        "group_id": details.group_id,
        "due_at": details.due_at,
    }


def mark_step(work: Work, step_id: str, wanted: StepState, seen: StepState) -> None:
    """Tick a step, skip it or open it again; a colleague who was faster is named."""
    row, step = _standing(work, step_id)
    if step.state == wanted:
        return
    if step.state != seen:
        raise Refused(tr("“{step}” is {state} already. Look at it again.", step=step.text, state=step.state))
    if wanted is StepState.SKIPPED:
        _demand_waiver(work, step, "skipped")
    is_open = wanted is StepState.OPEN
    ended = {"ended_at": None if is_open else work.now, "ended_by_id": None if is_open else work.actor.person_id}
    _update(work, step_id, {"state": wanted.value} | ended)
    _tell_journal(work, row.id, wanted.value, None, step.text)


def change_step(work: Work, step_id: str, details: StepDetails, seen: StepDetails) -> None:
    """Change what a step says, who does it and until when; refused where somebody changed it since it was seen."""
    row, step = _standing(work, step_id)
    stands = StepDetails(step.text, step.assignee_id, step.group_id, step.due_at)
    values = _values(work, details)
    if all(getattr(stands, field) == value for field, value in values.items()):
        return
    if stands != seen:
        raise Refused(tr("“{step}” was changed by somebody else meanwhile. Look at it again.", step=step.text))
    _update(work, step_id, values)
    if values["text"] != step.text:
        _tell_journal(work, row.id, "text", step.text, values["text"])
    else:
        _tell_journal(work, row.id, "changed", None, step.text)
    if values["assignee_id"] != step.assignee_id:
        _tell_assignee(work, row, step_id, values["text"], values["assignee_id"])


def move_step(work: Work, step_id: str, place: int) -> int:
    """Put a step at a place, counted from 0; returns where it stood."""
    row, _ = _standing(work, step_id)
    found = select(_STEP.id).where(_STEP.incident_id == row.id, _STEP.removed_at.is_(None))
    ids = list(work.connection.execute(found.order_by(_STEP.position, _STEP.id)).scalars())
    before = ids.index(step_id)
    ids.insert(max(0, min(place, len(ids) - 1)), ids.pop(before))
    for position, each in enumerate(ids, 1):
        # Each that moves is written by itself: there are few, and those that stay are not touched.
        statement = update(checklist_step).where(_STEP.id == each, _STEP.position != position)
        work.connection.execute(statement, {"position": position})
    work.events.append(IncidentChanged(work.actor.person_id, row.id, ("checklist",)))
    return before


def remove_steps(work: Work, step_ids: Sequence[str], *, back: bool) -> None:
    """Take steps away, or bring back those that were; the journal keeps that they were there."""
    for step_id in step_ids:
        row, step = _standing(work, step_id, removed=back)
        if not back:
            _demand_waiver(work, step, "removed")
        at, by = (None, None) if back else (work.now, work.actor.person_id)
        _update(work, step_id, {"removed_at": at, "removed_by_id": by})
        _tell_journal(work, row.id, "back" if back else "removed", *((None, step.text) if back else (step.text, None)))


def _demand_waiver(work: Work, step: Row[Any], what: str) -> None:
    if step.required and step.state == StepState.OPEN and not may(work.actor, Permission.CHECKLIST_WAIVE):
        raise NotAllowed(
            tr("“{step}” is required. It is {what} by a supervisor; ask one, or do it.", step=step.text, what=what)
        )


def _standing(work: Work, step_id: str, *, removed: bool = False) -> tuple[Row[Any], Row[Any]]:
    """The locked incident of a step, and the step as it is under the lock."""
    found = select(_STEP.incident_id).where(_STEP.id == step_id)
    incident_id = work.connection.execute(found).scalar_one_or_none()
    if incident_id is None:
        raise NotFound(tr("This step does not exist, or you may not see it."))
    row = _open_incident(work, incident_id)
    step = work.connection.execute(select(checklist_step).where(_STEP.id == step_id)).one()
    if (step.removed_at is not None) != removed:
        raise Refused(
            tr("“{step}” was brought back by somebody meanwhile.", step=step.text)
            if removed
            else tr("“{step}” was removed by somebody meanwhile.", step=step.text)
        )
    return row, step


def _open_incident(work: Work, incident_id: str) -> Row[Any]:
    row = load_for_change(work, incident_id)
    if row.state in {State.CLOSED, State.CANCELED}:
        raise Refused(
            tr(
                "The incident is {state} and its checklist may only be read. A supervisor can reopen it.",
                state=inside(State(row.state).label),
            )
        )
    return row


def _update(work: Work, step_id: str, values: Mapping[str, datetime | str | None]) -> None:
    work.connection.execute(update(checklist_step).where(_STEP.id == step_id), dict(values))


def _tell_journal(work: Work, incident_id: str, what: str, old: str | None, new: str | None) -> None:
    write_entry(work, incident_id, EntryKind.CHECKLIST, changes={f"checklist_{what}": (old, new)})
    work.events.append(IncidentChanged(work.actor.person_id, incident_id, ("checklist",)))


def _tell_assignee(work: Work, row: Row[Any], step_id: str, text: str, assignee_id: str | None) -> None:
    if assignee_id is None:
        return
    title = f"{incident_number(row.number)}: {text}"
    key = f"step:{step_id}:{assignee_id}:{work.now.isoformat()}"
    tell(work, (assignee_id,), Notice(key, NoticeKind.ASSIGNED, row.id, title, f"A step of “{row.short_description}”"))
