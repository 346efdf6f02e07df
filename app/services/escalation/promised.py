"""Reminding whoever leads a major incident of the update that was promised to everybody whom it concerns."""

from datetime import datetime, timedelta

from app.domain.instants import micros
from app.domain.vocabulary import MajorState
from app.services.escalation.case import Case
from app.services.incidents.major_lead import load_majors
from app.services.notifications.dto import NoticeKind

BEFORE = timedelta(minutes=5)
"""So long before it is due it is reminded of, that it can still be written in time."""


def remind_of_update(case: Case) -> datetime | None:
    """Tell whoever leads it once for each promise, else whoever works on it; returns when to look again."""
    row = case.row
    if row.major_state != MajorState.ACCEPTED or not case.is_open:
        return None
    facts = load_majors(case.work.connection, [row.id])[row.id]
    due = facts.next_update_at
    if due is None:
        return None
    if due - BEFORE > case.work.now:
        return due - BEFORE
    worker = [row.assignee_id] if row.assignee_id else case.crowd.members.get(row.group_id or "", [])
    people = [facts.lead_id] if facts.lead_id else worker
    # The key keeps whoever was told from being told again at a later look.
    case.tell(people, f"{row.id}:update:{micros(due)}", NoticeKind.MAJOR, "A stakeholder update is due", urgent=True)
    return None
