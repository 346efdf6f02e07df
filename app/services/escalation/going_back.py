"""Taking back what one has just escalated or decided about a major incident: a slip is no escalation.

The journal keeps both, and whoever was paged is told. Only whoever did it may, shortly after, and only while nobody has
acted on it: what was acknowledged is somebody's work by now, and is handed back or ended with a note.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update

from app.domain.errors import NotAllowed, Refused
from app.domain.escalation.words import EscalationKind, EscalationState
from app.domain.major import DECISION_TAKEN_BACK, decisions_passed_over
from app.domain.permissions import Permission, may
from app.domain.taking_back import TIME_TO_TAKE_BACK
from app.domain.vocabulary import EntryKind, MajorState
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.escalation import escalation
from app.models.incident import journal_change, journal_entry
from app.services.escalation.case import Case
from app.services.escalation.ending import addressee, changed, close
from app.services.escalation.major import deciders, workers
from app.services.escalation.moving_back import PLACE, move_back
from app.services.incidents.edit import save
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
    changes = move_back(case, _move_of(work, row))
    if row.kind == EscalationKind.HIERARCHICAL:
        _wait_again(work, row)
    case.write(f"Took back the escalation to {to}.", changes)
    words = f"The escalation to {to} was taken back"
    case.tell(people, f"escalation:{row.id}:taken_back", NoticeKind.HANDED_BACK, words)


def take_decision_back(case: Case) -> None:
    """The incident is as much of a major one as before one's last proposal or decision about it."""
    work, row = case.work, case.row
    told = _last_decision(work, row.id)
    if told and not may(work.actor, Permission.MAJOR_DECIDE) and told[0].id != _newest_decision(work, row.id):
        told = []  # Somebody has decided about the proposal, though they took it back.
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


def _move_of(work: Work, row: Row[Any]) -> str | None:
    """The entry that tells where the incident went with an escalation."""
    moved = (
        select(journal_entry.c.id)
        .join(journal_change, journal_change.c.entry_id == journal_entry.c.id)
        .where(
            journal_change.c.incident_id == row.incident_id,
            journal_change.c.field.in_(PLACE),
            journal_entry.c.kind == EntryKind.CHANGE.value,
            journal_entry.c.occurred_at == row.raised_at,
            journal_entry.c.author_id == row.raised_by_id,
        )
    )
    found: str | None = work.connection.execute(moved.order_by(journal_entry.c.id.desc())).scalars().first()
    return found if row.kind == EscalationKind.FUNCTIONAL else None


def _wait_again(work: Work, row: Row[Any]) -> None:
    """Lower levels that were passed on wait once more, until the moment that they had."""
    passed = select(escalation).where(
        escalation.c.incident_id == row.incident_id,
        escalation.c.kind == EscalationKind.HIERARCHICAL.value,
        escalation.c.state == EscalationState.PASSED_ON.value,
        escalation.c.ended_at == row.raised_at,
    )
    for lower in work.connection.execute(passed).all():
        work.connection.execute(
            update(escalation).where(escalation.c.id == lower.id),
            {
                "state": EscalationState.WAITING.value,
                "ended_at": None,
                "ended_by_id": None,
                "end_note": "",
            },
        )
        schedule(work, "escalation", lower.id, lower.acknowledge_by)
        changed(work, lower.id, lower.incident_id)


def _newest_decision(work: Work, incident_id: str) -> str:
    """The last entry about its being a major incident, whatever became of it."""
    entry = journal_entry.c
    of = select(entry.id).where(entry.incident_id == incident_id, entry.kind == EntryKind.MAJOR.value)
    found: str = work.connection.execute(of.order_by(entry.recorded_at.desc(), entry.id.desc())).scalars().first() or ""
    return found


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
