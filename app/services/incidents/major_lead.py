"""Who leads a major incident and how it came to be one: read from the journal, which is the only place that knows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, exists, or_, select

from app.domain.major import DECISION_TAKEN_BACK, NEXT_UPDATE, Told, decisions_passed_over
from app.domain.taking_back import FOLLOWED
from app.domain.vocabulary import MajorState
from app.models.incident import journal_change, journal_entry
from app.models.people import person
from app.services.incidents.dto import MajorFacts

STATE, LEAD = "major_state", "major_lead_id"
"""The fields of the journal that tell of a major incident."""


def load_majors(connection: Connection, incident_ids: Iterable[str]) -> Mapping[str, MajorFacts]:
    """The facts of those of these incidents that were ever proposed as major ones."""
    author, lead, told_with = person.alias("author"), person.alias("lead"), journal_change.alias("told_with")
    # What hangs below another major incident is told of the other one's promise, which is none of its own.
    is_told_of_another = exists().where(told_with.c.entry_id == journal_entry.c.id, told_with.c.field == FOLLOWED)
    rows = connection.execute(
        select(
            journal_change.c.incident_id,
            journal_change.c.entry_id,
            journal_change.c.field,
            journal_change.c.old_value,
            journal_change.c.new_value,
            journal_entry.c.occurred_at,
            journal_entry.c.author_id,
            journal_entry.c.body,
            author.c.name.label("author_name"),
        )
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .outerjoin(author, author.c.id == journal_entry.c.author_id)
        .where(
            journal_change.c.incident_id.in_(list(incident_ids)),
            journal_change.c.field.in_([STATE, LEAD, NEXT_UPDATE]),
            or_(journal_change.c.field != NEXT_UPDATE, ~is_told_of_another),
        )
        .order_by(journal_entry.c.recorded_at, journal_entry.c.id)
    ).all()
    passed = _passed_over(rows)
    rows = [row for row in rows if row.entry_id not in passed]
    leads = {row.new_value for row in rows if row.field == LEAD and row.new_value}
    named = select(lead.c.id, lead.c.name).where(lead.c.id.in_(sorted(leads)))
    names = {row.id: row.name for row in connection.execute(named)} if leads else {}
    found: dict[str, MajorFacts] = {}
    for row in rows:
        found[row.incident_id] = _then(found.get(row.incident_id, MajorFacts()), row, names)
    return found


def _passed_over(rows: Sequence[Any]) -> frozenset[str]:
    # Nearly nobody takes a decision back, and every list of major incidents asks.
    if not any(row.body == DECISION_TAKEN_BACK for row in rows):
        return frozenset()
    by_incident: dict[str, list[Told]] = {}
    for row in rows:
        if row.field != NEXT_UPDATE:
            told = row.entry_id, row.body, row.field, row.old_value, row.new_value
            by_incident.setdefault(row.incident_id, []).append(told)
    return frozenset().union(*map(decisions_passed_over, by_incident.values()))


def _then(facts: MajorFacts, row: Any, names: Mapping[str, str]) -> MajorFacts:
    if row.field == LEAD:
        return facts._replace(lead_id=row.new_value, lead_name=names.get(row.new_value or ""))
    if row.field == NEXT_UPDATE:
        due = None if row.new_value is None else datetime.fromisoformat(row.new_value)
        return facts._replace(next_update_at=due)
    state = MajorState(row.new_value) if row.new_value in set(MajorState) else MajorState.NONE
    proposed_by = row.author_id if state is MajorState.PROPOSED else facts.proposed_by_id
    return facts._replace(
        state=state,
        since=row.occurred_at,
        by_id=row.author_id,
        by_name=row.author_name,
        words=row.body or "",
        proposed_by_id=proposed_by,
        # What was promised before it was demoted is no promise any more.
        next_update_at=None,
    )


def lead_of(connection: Connection, incident_id: str) -> str | None:
    """Who leads the major incident, None when nobody does."""
    facts = load_majors(connection, [incident_id]).get(incident_id)
    return None if facts is None else facts.lead_id
