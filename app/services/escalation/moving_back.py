"""Bringing an incident back to the group and the person who had it, when what moved it is taken back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from app.domain.taking_back import TAKEN_BACK, passed_over
from app.models.incident import journal_change, journal_entry
from app.services.escalation.case import Case
from app.services.incidents.create import ensure_member
from app.services.incidents.edit import save
from app.services.incidents.journal import as_text

PLACE = ("group_id", "assignee_id")
"""Where an incident is: the fields that an act about an escalation changes of it."""


def move_back(case: Case, move_id: str | None) -> dict[str, tuple[object, object]]:
    """Bring it back from where an entry of the journal says that it went; empty where it went on from there.

    Returns what the entry that takes it back has to say, so that the move counts as never made: for the clocks, for the
    rules that count moves, and for the reports.
    """
    told = _last_move(case)
    row = case.row
    if not told or told[0].id != move_id or any(as_text(getattr(row, each.field)) != each.new_value for each in told):
        return {}
    values = {each.field: each.old_value for each in told}
    place = {field: getattr(row, field) for field in PLACE} | values
    ensure_member(case.work.connection, place["group_id"], place["assignee_id"])
    save(case.work, row, values)
    case.reload()
    changes: dict[str, tuple[object, object]] = {each.field: (each.new_value, each.old_value) for each in told}
    return changes | {TAKEN_BACK: (None, move_id)}


def _last_move(case: Case) -> Sequence[Any]:
    """The changes of the last entry that says where the incident went and was not taken back."""
    statement = (
        select(journal_entry.c.id, journal_change.c.field, journal_change.c.old_value, journal_change.c.new_value)
        .join(journal_change, journal_change.c.entry_id == journal_entry.c.id)
        .where(journal_change.c.incident_id == case.row.id, journal_change.c.field.in_((*PLACE, TAKEN_BACK)))
        .order_by(journal_entry.c.occurred_at, journal_entry.c.id)
    )
    rows = case.work.connection.execute(statement).all()
    passed = passed_over((row.id, row.field, row.new_value) for row in rows)
    moves = [row for row in rows if row.id not in passed and row.field != TAKEN_BACK]
    return [row for row in moves if row.id == moves[-1].id]
