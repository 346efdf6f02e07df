"""Taking back what one has just escalated or decided about a major incident: a slip is no escalation.

The journal keeps both, and whoever was paged is told. Only whoever did it may, shortly after, and only while nobody has
acted on it: what was acknowledged is somebody's work by now, and is handed back or ended with a note.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, select, update

from app.domain.errors import NotAllowed, Refused
from app.domain.escalation.words import EscalationKind, EscalationState
from app.domain.major import DECISION_TAKEN_BACK, decisions_passed_over
from app.domain.taking_back import TIME_TO_TAKE_BACK
from app.domain.vocabulary import EntryKind, MajorState
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.escalation import escalation
from app.models.incident import journal_change, journal_entry
from app.services.escalation.case import Case
from app.services.escalation.ending import addressee, changed, close
from app.services.escalation.major import deciders, workers
from app.services.incidents.dto import FieldEdit
from app.services.incidents.edit import edit_incident, save
from app.services.incidents.major_lead import LEAD, STATE
from app.services.notifications.dto import NoticeKind
from app.services.timers.schedule import schedule


def take_escalation_back(case: Case, row: Row[Any], people: Sequence[str]) -> None:
    """The incident is where it was, as if nobody had been called; `people` are those who were."""
    work = case.work
    if row.raised_by_id != work.actor.author_id:
        raise NotAllowed(tr("Somebody else escalated it. Ask them to take it back, or end the escalation with a note."))
    if row.state != EscalationState.WAITING:
        raise Refused(tr("It was acknowledged already, so somebody acts on it. Ask them to hand it back."))
    _refuse_late(work, row.raised_at)
    to = addressee(work, row)
    close(work, row, EscalationState.ENDED, "Taken back")
    if row.kind == EscalationKind.FUNCTIONAL:
        _move_back(case, row)
    else:
        _wait_again(work, row)
    case.write(f"Took back the escalation to {to}.")
    words = f"The escalation to {to} was taken back"
    case.tell(people, f"escalation:{row.id}:taken_back", NoticeKind.HANDED_BACK, words)


def take_decision_back(case: Case) -> None:
    """The incident is as much of a major one as before one's last proposal or decision about it."""
    work, row = case.work, case.row
    told = _last_decision(work, row.id)
    if not told or told[0].author_id != work.actor.author_id:
        raise Refused(tr("It has moved on since, so this cannot be taken back."))
    _refuse_late(work, told[0].occurred_at)
    changes = {each.field: (each.new_value, each.old_value) for each in told}
    if STATE in changes and row.major_state != changes[STATE][0]:
        raise Refused(tr("It has moved on since, so this cannot be taken back."))
    save(work, row, {STATE: changes[STATE][1]} if STATE in changes else {})
    case.write(DECISION_TAKEN_BACK, changes, EntryKind.MAJOR)
    case.reload()
    proposed = changes.get(STATE, (None, None))[0] == MajorState.PROPOSED
    leads = [who for who in changes.get(LEAD, ()) if who is not None]
    people = deciders(case) if proposed else [*leads, *workers(case)]
    words = "The proposal as a major incident was taken back" if proposed else _DECIDED
    case.tell(people, f"major:{row.id}:{case.row.version}", NoticeKind.MAJOR, words)


_DECIDED = "What was decided about the major incident was taken back"


def _refuse_late(work: Work, at: Any) -> None:
    if work.now - at > TIME_TO_TAKE_BACK:
        raise Refused(tr("It was done too long ago to be taken back."))


def _move_back(case: Case, row: Row[Any]) -> None:
    """To the group and the person who had it, unless it went on from there."""
    here = case.row
    if here.group_id != row.to_group_id or here.assignee_id != row.to_person_id:
        return
    former = (
        select(journal_change.c.old_value)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(
            journal_change.c.incident_id == here.id,
            journal_change.c.field == "assignee_id",
            journal_entry.c.occurred_at == row.raised_at,
        )
    )
    # Who had it stays where the escalation only moved it to another group of nobody.
    assignee = case.work.connection.execute(former).scalars().first()
    edits = {
        "group_id": FieldEdit(here.group_id, row.from_group_id),
        "assignee_id": FieldEdit(here.assignee_id, assignee),
    }
    edit_incident(case.work, here.id, edits)
    case.reload()


def _wait_again(work: Work, row: Row[Any]) -> None:
    """Lower levels that were passed on wait once more, until the moment that they had."""
    passed = select(escalation).where(
        escalation.c.incident_id == row.incident_id,
        escalation.c.kind == EscalationKind.HIERARCHICAL.value,
        escalation.c.state == EscalationState.PASSED_ON.value,
        escalation.c.ended_at == row.raised_at,
    )
    for lower in work.connection.execute(passed).all():
        seconds = lower.acknowledge_seconds
        until = None if seconds is None else lower.raised_at + timedelta(seconds=seconds)
        work.connection.execute(
            update(escalation).where(escalation.c.id == lower.id),
            {
                "state": EscalationState.WAITING.value,
                "ended_at": None,
                "ended_by_id": None,
                "end_note": "",
                "acknowledge_by": until,
            },
        )
        schedule(work, "escalation", lower.id, until)
        changed(work, lower.id, lower.incident_id)


def _last_decision(work: Work, incident_id: str) -> list[Any]:
    """The changes of the last proposal or decision that was not taken back."""
    statement = (
        select(
            journal_entry.c.id,
            journal_entry.c.author_id,
            journal_entry.c.occurred_at,
            journal_entry.c.body,
            journal_change.c.field,
            journal_change.c.old_value,
            journal_change.c.new_value,
        )
        .join(journal_change, journal_change.c.entry_id == journal_entry.c.id)
        .where(
            journal_entry.c.incident_id == incident_id,
            journal_entry.c.kind == EntryKind.MAJOR.value,
            journal_change.c.field.in_([STATE, LEAD]),
        )
        .order_by(journal_entry.c.recorded_at, journal_entry.c.id)
    )
    rows = work.connection.execute(statement).all()
    passed = decisions_passed_over((row.id, row.body, row.field, row.old_value, row.new_value) for row in rows)
    stands = [row for row in rows if row.id not in passed]
    return [row for row in stands if row.id == stands[-1].id]
