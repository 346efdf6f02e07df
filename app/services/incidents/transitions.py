"""Taking a step of the lifecycle: the rules decide, this module writes row, journal and children in one transaction."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, select

from app.domain.errors import BadInput, Missing, NotAllowed, Refused
from app.domain.kept_words import ALL_BUILT_IN
from app.domain.lifecycle import Moment, Standing, Step, check_step, copies_to_children
from app.domain.merging import worked_on_again
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, demand, may
from app.domain.taking_back import TAKEN_BACK
from app.domain.text import clean_line, note_text
from app.domain.vocabulary import CloseCause, EntryKind, HoldReason, LinkKind, MajorState, State, Visibility
from app.domain.wording import tr
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import incident, incident_link
from app.models.types import Id
from app.services.access import load_for_change, visible
from app.services.checklists.required import required_steps
from app.services.incidents.coming_back import coming_back
from app.services.incidents.conflicts import refuse_stale
from app.services.incidents.dto import Seen, StepResult, TakenStep
from app.services.incidents.edit import save, with_sleep
from app.services.incidents.following import original_of, tell_duplicates
from app.services.incidents.journal import write_entry
from app.services.incidents.major_lead import lead_of
from app.services.incidents.never_changed import entry_given_back
from app.services.incidents.overtaken import refuse_overtaken
from app.services.kept_words.rows import load_offered
from app.services.settings import load_matrix, load_number


def take_step(work: Work, incident_id: str, step: Step) -> StepResult:
    """Move an incident, and its children where the rules share the step; `Refused` lists what is missing."""
    done = _Done()
    row = load_for_change(work, incident_id)
    refuse_overtaken(work, row.id, step.others_seen if step.is_read_by_caller else None)
    if step.seen is not None:
        refuse_stale(work, incident_id, "state", Seen(step.seen.value), row.state, step.to.value)
    _take(work, row, step, done)
    return StepResult(step.to, tuple(done.followed), tuple(done.left_alone), tuple(done.steps))


@dataclass(slots=True)
class _Done:
    """The numbers of those below that took the step too, of those that could not, with the reason, and all steps."""

    followed: list[int] = field(default_factory=list)
    left_alone: list[tuple[int, str]] = field(default_factory=list)
    steps: list[TakenStep] = field(default_factory=list)


def _take(work: Work, row: Row[Any], step: Step, done: _Done) -> None:
    source = State(row.state)
    done.steps.append(TakenStep(row.id, _apply(work, row, step), row.snoozed_until))
    by_desk = may(work.actor, Permission.INCIDENT_WORK)
    if copies_to_children(source, step, by_desk=by_desk, major=MajorState(row.major_state)):
        _cascade(work, row, source, step, done)


def resume_for_caller(work: Work, incident_id: str) -> StepResult | None:
    """The caller's word ends a wait for the caller; every other wait goes on (product research 3.2)."""
    row = load_for_change(work, incident_id)
    if row.hold_reason != HoldReason.AWAITING_CALLER:
        return None
    step = Step(State.IN_PROGRESS)
    values = _values(work, row, step)
    save(work, row, values)
    changes = {field: (getattr(row, field), new) for field, new in values.items()}
    write_entry(work, incident_id, EntryKind.STATE, changes=changes)
    return StepResult(State.IN_PROGRESS)


_CHOSEN = frozenset({State.ON_HOLD, State.RESOLVED})


def standing_of(work: Work, row: Row[Any], to: State) -> Standing:
    """What the rules look at before a step to a state, from the row of an incident and what hangs on it."""
    # A requester resolves nothing, and sees no checklist.
    asks = to is State.RESOLVED and may(work.actor, Permission.INCIDENT_WORK)
    return Standing(
        state=State(row.state),
        has_assignee=row.assignee_id is not None,
        has_group=row.group_id is not None,
        major=MajorState(row.major_state),
        resolved_at=row.resolved_at,
        hold_reason=row.hold_reason,
        hold_until=row.hold_until,
        required_steps=required_steps(work.connection, row.id) if asks else 0,
        offered=load_offered(work.connection) if to in _CHOSEN else ALL_BUILT_IN,
    )


def _apply(work: Work, row: Row[Any], step: Step) -> str:
    window = timedelta(days=load_number(work.connection, "reopen_window_days"))
    arrow = check_step(standing_of(work, row, step.to), step, Moment(work.now, window))
    demand(work.actor, arrow.permission)
    _check_closer(work, row, step)
    _refuse_merged(work, row)
    values = _values(work, row, step) | coming_back(work, row, step.to)
    changes = {field: (getattr(row, field), new) for field, new in values.items() if getattr(row, field) != new}
    save(work, row, values)
    body, visibility = _message(step, by_desk=may(work.actor, Permission.INCIDENT_WORK))
    if step.to is State.ON_HOLD and step.hold_reason == HoldReason.AWAITING_CALLER:
        # The question to the caller is a reply of its own, so it counts as one and the caller can read it.
        write_entry(work, row.id, EntryKind.REPLY, visibility=Visibility.PUBLIC, body=body)
        body = None
    # On hold for another reason or another time it goes on standing where it stood: fields of it were changed.
    kind = EntryKind.STATE if "state" in changes else EntryKind.CHANGE
    entry_id = write_entry(work, row.id, kind, visibility=visibility, body=body, changes=changes)
    _tell_duplicates(work, row, step)
    return entry_id


def _refuse_merged(work: Work, row: Row[Any]) -> None:
    merged = original_of(work, row.id) if row.state == State.CANCELED else None
    if merged is not None:
        number = incident_number(merged.number)
        raise Refused(
            tr("It was merged into {number}. Take the merge back, and it stands where it stood.", number=number)
        )


def _tell_duplicates(work: Work, row: Row[Any], step: Step) -> None:
    """Tell the callers of duplicates how it ends, and that it goes on; a wait concerns the one caller alone."""
    if step.to is State.RESOLVED:
        tell_duplicates(work, row, note_text(step.resolution_notes))
    elif step.to is State.CANCELED:
        tell_duplicates(work, row, note_text(step.reason))
    elif step.to is State.IN_PROGRESS and not State(row.state).is_open:
        tell_duplicates(work, row, worked_on_again(row.number))


def _check_closer(work: Work, row: Row[Any], step: Step) -> None:
    actor = work.actor
    if step.close_cause is CloseCause.SUPERVISOR:
        demand(actor, Permission.INCIDENT_RESTORE)
    if step.close_cause is CloseCause.TIMEOUT:
        demand(actor, Permission.INCIDENT_WORK)
    closes_major = step.to is State.CLOSED and row.major_state == MajorState.ACCEPTED
    if closes_major and not may(actor, Permission.MAJOR_DECIDE) and lead_of(work.connection, row.id) != actor.person_id:
        raise NotAllowed(tr("A major incident is closed by whoever leads it or by a supervisor. Ask one of them."))


def _values(work: Work, row: Row[Any], step: Step) -> dict[str, Any]:
    values: dict[str, Any] = {"state": step.to.value, "hold_reason": None, "hold_until": None}
    if step.to is State.ON_HOLD:
        values |= {"hold_reason": step.hold_reason and str(step.hold_reason), "hold_until": step.hold_until}
    elif step.to is State.RESOLVED:
        values |= {
            "resolution_code": clean_line(step.resolution_code or ""),
            "resolution_notes": note_text(step.resolution_notes, "resolution_notes"),
            "resolved_by_id": work.actor.author_id,
            "resolved_at": work.now,
        }
    elif step.to is State.CLOSED:
        values |= {
            "closed_by_id": work.actor.author_id,
            "closed_at": work.now,
            "close_cause": step.close_cause and step.close_cause.value,
        }
    elif step.to is State.CANCELED:
        values["cancel_reason"] = note_text(step.reason, "reason")
    elif row.state in {State.RESOLVED, State.CLOSED, State.CANCELED}:
        # What it was resolved with stays in the journal; the open incident has no resolution.
        ended = ("resolution_code", "resolution_notes", "resolved_by_id", "resolved_at")
        closed = ("closed_by_id", "closed_at", "close_cause", "cancel_reason")
        values |= dict.fromkeys((*ended, *closed))
    return values


def _message(step: Step, *, by_desk: bool) -> tuple[str | None, Visibility]:
    if step.to is State.RESOLVED:
        return note_text(step.resolution_notes), Visibility.PUBLIC
    if step.to is State.ON_HOLD:
        return note_text(step.comment) or None, Visibility.INTERNAL
    if step.to is State.CANCELED:
        return note_text(step.reason), Visibility.PUBLIC
    # What a caller writes when they reopen or accept is theirs to read again.
    return note_text(step.reason or step.comment) or None, Visibility.INTERNAL if by_desk else Visibility.PUBLIC


def _cascade(work: Work, parent: Row[Any], source: State, step: Step, done: _Done) -> None:
    """Have the children take the step of their parent, and theirs that of the child: links make no circles."""
    for child in _children(work, parent.id):
        # A reopening wakes the children that were resolved; every other step concerns those that are still open. What
        # was closed or canceled has ended for a reason of its own.
        concerned = child.state == State.RESOLVED if source is State.RESOLVED else State(child.state).is_open
        if not concerned:
            continue
        below = _Done()
        try:
            _take(work, load_for_change(work, child.id), step, below)
        except Refused as refusal:
            done.left_alone.append((child.number, str(refusal)))
        else:
            done.followed += [child.number, *below.followed]
            done.left_alone += below.left_alone
            done.steps += below.steps


_CHILDREN = PreparedSelect(
    select(incident_link.c.id).where(
        incident_link.c.target_id == bindparam("wanted", "", type_=Id),
        incident_link.c.kind == LinkKind.PARENT.value,
        incident_link.c.removed_at.is_(None),
    )
)


def _children(work: Work, parent_id: str) -> list[Row[Any]]:
    if not _CHILDREN.all(work.connection, wanted=parent_id):
        return []
    statement = (
        select(incident)
        .join(incident_link, incident_link.c.source_id == incident.c.id)
        .where(
            incident_link.c.target_id == parent_id,
            incident_link.c.kind == LinkKind.PARENT.value,
            incident_link.c.removed_at.is_(None),
            visible(work.actor),
        )
        .order_by(incident.c.number)
        .with_for_update(of=incident)
    )
    return list(work.connection.execute(statement).all())


def override_priority(
    work: Work,
    incident_id: str,
    priority: int | None,
    reason: str,
    seen: Seen | None = None,
    *,
    gives_back: bool = False,
    asleep: datetime | None = None,
) -> None:
    """Set the priority against the matrix, with a reason, or take the override back with None.

    StaleEdit where the priority that was `seen` is no longer the one that stands; `gives_back` as in `edit_incident`,
    with until when the incident was put off before in `asleep`.
    """
    row = load_for_change(work, incident_id)
    refuse_stale(work, incident_id, "priority", seen, row.priority, priority)
    if not State(row.state).is_open:
        raise Refused(tr("The priority of an incident that is no longer open cannot be overridden."))
    reason = note_text(reason, "reason")
    if priority is not None:
        _check_override(work, priority, reason)
    values: dict[str, Any] = {
        "priority": row.computed_priority if priority is None else priority,
        "override_reason": None if priority is None else reason,
        "override_by_id": None if priority is None else work.actor.author_id,
        "override_at": None if priority is None else work.now,
    }
    fields = [each for each in ("priority", "override_reason") if getattr(row, each) != values[each]]
    changes = {field: (getattr(row, field), values[field]) for field in fields}
    if not changes:
        return
    if gives_back and (given_back := entry_given_back(work, row.id, changes, asleep)):
        changes = with_sleep(row, changes, asleep, sleeps=given_back.sleeps)
        values |= {field: new for field, (_, new) in changes.items()}
        changes[TAKEN_BACK] = (None, given_back.entry_id)
    save(work, row, values)
    write_entry(work, incident_id, EntryKind.CHANGE, body=reason or None, changes=changes)


def _check_override(work: Work, priority: int, reason: str) -> None:
    if not reason.strip():
        raise Refused("", (Missing("reason", tr("Say why the priority differs from the matrix.")),))
    levels = len(load_matrix(work.connection).priority_labels)
    if not 1 <= priority <= levels:
        raise BadInput(
            tr("Priority {priority} is not on the scale: choose 1 to {levels}.", priority=priority, levels=levels),
            "priority",
        )
