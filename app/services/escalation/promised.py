"""Reminding whoever leads a major incident of the update that was promised to everybody whom it concerns."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from app.domain.instants import micros
from app.domain.vocabulary import MajorState
from app.services.escalation.case import Case
from app.services.incidents.major_lead import load_majors
from app.services.notifications.dto import NoticeKind

BEFORE = timedelta(minutes=5)
"""So long before it is due it is reminded of, that it can still be written in time."""


def remind_of_update(case: Case) -> datetime | None:
    """Tell whoever leads it once for each promise, or who stands in for them; returns when to look again."""
    row = case.row
    if row.major_state != MajorState.ACCEPTED or not case.is_open:
        return None
    facts = load_majors(case.work.connection, [row.id])[row.id]
    due = facts.next_update_at
    if due is None:
        return None
    if due - BEFORE > case.work.now:
        return due - BEFORE
    people = next(filter(None, (_there(case, each) for each in _responsible(case, facts.lead_id))), [])
    # The key keeps whoever was told from being told again at a later look.
    case.tell(people, f"{row.id}:update:{micros(due)}", NoticeKind.MAJOR, "A stakeholder update is due", urgent=True)
    return None


def _responsible(case: Case, lead_id: str | None) -> Iterator[Iterable[str | None]]:
    """Whoever leads it, else whoever works on it, else its group, else whoever leads the desk."""
    yield [lead_id]
    yield [case.row.assignee_id]
    yield case.crowd.members.get(case.row.group_id or "", [])
    yield case.crowd.supervisors()


def _there(case: Case, people: Iterable[str | None]) -> list[str]:
    """Those who are still at the desk and may see the incident: who left it would keep the promise from everybody."""
    return case.crowd.may_read((who for who in people if who in case.crowd.names), case.row)
