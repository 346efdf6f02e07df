"""Writing problems: opening one, changing it field by field, taking its steps, and telling its history."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select, update

from app.domain.errors import BadInput, Conflict, NotFound, Refused, StaleEdit
from app.domain.events import ProblemChanged
from app.domain.field_names import field_name
from app.domain.numbers import problem_number
from app.domain.problems import (
    ProblemEntry,
    ProblemStanding,
    ProblemState,
    WorkaroundState,
    check_problem_step,
    goes_forward,
    problem_title,
    settled_workaround,
)
from app.domain.text import note_text
from app.domain.wording import tr
from app.infra.counter import next_number
from app.infra.unit_of_work import Work
from app.models.catalogue import category, configuration_item, service
from app.models.incident import incident
from app.models.people import assignment_group, person
from app.models.problem import problem, problem_entry
from app.services.incidents.dto import FieldEdit
from app.services.people.readers import refuse_reader
from app.services.problems.dto import NewProblem, ProblemRef

REFERENCES: Mapping[str, Any] = {
    "service_id": service,
    "configuration_item_id": configuration_item,
    "category_id": category,
    "owner_id": person,
    "group_id": assignment_group,
}
_TEXTS = frozenset({"description", "cause", "workaround", "fix"})
EDITABLE = frozenset({*REFERENCES, *_TEXTS, "title", "workaround_state"})
"""The fields that `edit` takes; the state has steps of its own."""


def missing() -> NotFound:
    """What is said of a problem that is not there, or not for this person."""
    return NotFound(tr("This problem does not exist, or you may not see it."))


def open_problem(work: Work, problem_id: str, new: NewProblem) -> ProblemRef:
    """Open a problem; the same id again returns the one that stands."""
    stands = work.connection.execute(select(problem).where(problem.c.id == problem_id)).one_or_none()
    if stands is not None:
        return ref_of(stands)
    said = {name: getattr(new, name) for name in (*REFERENCES, "title", "description", "workaround")}
    values = {name: _cleaned(work, name, value) for name, value in said.items()}
    row = {
        **values,
        "id": problem_id,
        "number": _free_number(work),
        "state": ProblemState.NEW.value,
        "owner_id": values["owner_id"] or work.actor.person_id,
        "cause": "",
        "fix": "",
        "workaround_state": (WorkaroundState.PROPOSED if values["workaround"] else WorkaroundState.NONE).value,
        "created_by_id": work.actor.person_id,
        "created_at": work.now,
        "updated_at": work.now,
        "edit": 1,
    }
    work.connection.execute(problem.insert(), row)
    _tell(work, problem_id, work.new_id(), ProblemEntry.OPENED)
    return ProblemRef(problem_id, row["number"], ProblemState.NEW)


def edit(work: Work, problem_id: str, edits: Mapping[str, FieldEdit]) -> tuple[str, ...]:
    """Change fields that stand as they were seen; StaleEdit names those in which somebody else was faster."""
    row = lock_problem(work, problem_id)
    wanted = {name: _cleaned(work, name, each.value) for name, each in edits.items()}
    _refuse_conflicts(work, row, edits, wanted)
    if wanted.keys() & {"workaround", "workaround_state"}:
        state = WorkaroundState(wanted.get("workaround_state", row.workaround_state))
        text = wanted.get("workaround", row.workaround)
        stood = WorkaroundState(row.workaround_state)
        wanted["workaround_state"] = settled_workaround(text, state, was=row.workaround, stood=stood).value
    changed = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if changed:
        _save(work, row, changed)
    return tuple(changed)


def take_step(work: Work, problem_id: str, to: ProblemState, reason: str, seen: ProblemState) -> ProblemRef:
    """Bring a problem to a state; `Refused` lists what that asks for."""
    row = lock_problem(work, problem_id)
    if row.state == to:
        return ref_of(row)
    if row.state != seen:
        by, at = _told_by(work, row.id, "state")
        raise StaleEdit((Conflict("state", seen.value, row.state, to.value, by, at),))
    reason = note_text(reason, "reason").strip()
    check_problem_step(ProblemStanding(ProblemState(row.state), row.cause, row.workaround, row.fix), to, reason)
    values: dict[str, Any] = {"state": to.value, "closed_at": work.now if to is ProblemState.CLOSED else None}
    if to is ProblemState.RESOLVED and row.resolved_at is None:
        values["resolved_at"] = work.now
    elif not goes_forward(ProblemState(row.state), to) and to is not ProblemState.RESOLVED:
        values["resolved_at"] = None
    _save(work, row, values, reason)
    return ProblemRef(row.id, row.number, to)


def note(work: Work, problem_id: str, entry_id: str, body: str) -> None:
    """Write into the history; the same entry again is there already."""
    row = lock_problem(work, problem_id)
    text = note_text(body).strip()
    if not text:
        raise BadInput(tr("There is nothing to write down yet."), "body")
    if work.connection.execute(select(problem_entry.c.id).where(problem_entry.c.id == entry_id)).first() is None:
        _stamp(work, row, {})
        _tell(work, row.id, entry_id, ProblemEntry.NOTE, text)


def workaround_of(row: Row[Any]) -> str:
    """What helps until a problem is mended; `Refused` where nobody has written that."""
    if not row.workaround:
        raise Refused(tr("{number} has no workaround yet.", number=problem_number(row.number)))
    return str(row.workaround)


def lock_problem(work: Work, problem_id: str) -> Row[Any]:
    """The row of a problem, locked until the end of the transaction; else `NotFound`."""
    row = work.connection.execute(select(problem).where(problem.c.id == problem_id).with_for_update()).one_or_none()
    if row is None:
        raise missing()
    return row


def ref_of(row: Row[Any]) -> ProblemRef:
    """A row as the value that commands return."""
    return ProblemRef(row.id, row.number, ProblemState(row.state))


def _free_number(work: Work) -> int:
    """The next number that no incident names yet: it would mean a problem of another place."""
    while True:
        number = next_number(work.connection, "problem")
        named = select(incident.c.id).where(incident.c.problem_ref == problem_number(number)).limit(1)
        if work.connection.execute(named).first() is None:
            return number


def _save(work: Work, row: Row[Any], values: Mapping[str, Any], body: str = "") -> None:
    told = [
        {"field": name, "old": getattr(row, name), "new": value}
        for name, value in values.items()
        if name not in {"resolved_at", "closed_at"}
    ]
    _stamp(work, row, values)
    _tell(work, row.id, work.new_id(), ProblemEntry.CHANGE, body, told)


def _stamp(work: Work, row: Row[Any], values: Mapping[str, Any]) -> None:
    stamp = {"updated_at": work.now, "edit": row.edit + 1}
    work.connection.execute(update(problem).where(problem.c.id == row.id), {**values, **stamp})


def _tell(
    work: Work,
    problem_id: str,
    entry_id: str,
    kind: ProblemEntry,
    body: str = "",
    changes: list[dict[str, Any]] | None = None,
) -> None:
    entry = {
        "id": entry_id,
        "problem_id": problem_id,
        "at": work.now,
        "author_id": work.actor.person_id,
        "kind": kind.value,
        "body": body,
        "changes": changes or [],
    }
    work.connection.execute(problem_entry.insert(), entry)
    work.events.append(ProblemChanged(work.actor.person_id, problem_id))


def _refuse_conflicts(work: Work, row: Row[Any], edits: Mapping[str, FieldEdit], wanted: Mapping[str, Any]) -> None:
    faster = [name for name, each in edits.items() if getattr(row, name) not in {each.base, wanted[name]}]
    if faster:
        raise StaleEdit(
            tuple(
                Conflict(
                    name, _text(edits[name].base), _text(getattr(row, name)), _text(wanted[name]),
                    *_told_by(work, row.id, name),
                )
                for name in faster
            )
        )  # fmt: skip


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _told_by(work: Work, problem_id: str, field: str) -> tuple[Any, Any]:
    """Who changed a field last, by name, and when."""
    statement = (
        select(person.c.name, problem_entry.c.at, problem_entry.c.changes)
        .outerjoin(person, person.c.id == problem_entry.c.author_id)
        .where(problem_entry.c.problem_id == problem_id, problem_entry.c.kind == ProblemEntry.CHANGE.value)
        .order_by(problem_entry.c.at.desc(), problem_entry.c.id.desc())
    )
    for name, at, changes in work.connection.execute(statement):
        if any(each["field"] == field for each in changes):
            return name, at
    return None, None


def _cleaned(work: Work, field: str, value: Any) -> Any:
    if field not in EDITABLE:
        raise BadInput(tr("The field “{field}” of a problem cannot be edited.", field=field), field)
    if field == "title":
        return problem_title(str(value or ""))
    if field in _TEXTS:
        return note_text(str(value or ""), field)
    if field == "workaround_state":
        if value not in set(WorkaroundState):
            raise BadInput(tr("“{value}” is no state of a workaround.", value=value), field)
        return str(value)
    return _existing(work, field, value)


def _existing(work: Work, field: str, value: Any) -> str | None:
    if not value:
        return None
    table = REFERENCES[field]
    if work.connection.execute(select(table.c.id).where(table.c.id == str(value))).first() is None:
        raise BadInput(tr("What was chosen as “{field}” does not exist any more.", field=field_name(field)), field)
    if table is person:
        refuse_reader(work.connection, str(value), field)
    return str(value)
