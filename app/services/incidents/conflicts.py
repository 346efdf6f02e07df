"""Comparing what a person saw with what stands there now; a difference that matters is told with who made it, when."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, select

from app.domain.errors import Conflict, StaleEdit
from app.domain.merge import together_with
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.models.people import person
from app.services.incidents.dto import FieldEdit, Seen
from app.services.incidents.journal import as_text


def refuse_conflicts(
    work: Work, row: Row[Any], edits: Mapping[str, FieldEdit], wanted: Mapping[str, Any], beside: Mapping[str, Any]
) -> None:
    """Pass, or raise StaleEdit with every field of the groups in which somebody else was faster.

    `wanted` holds the cleaned values of the edits, `beside` what the person saw in fields of their groups and leaves.
    """
    base = {**beside, **{field: edit.base for field, edit in edits.items()}}
    mine = {**beside, **wanted}
    faster = [field for field in base if getattr(row, field) not in {base[field], mine[field]}]
    if not faster:
        return
    told = [field for field in base if field in together_with(faster) and getattr(row, field) != mine[field]]
    raise StaleEdit(
        tuple(_conflict(work, row.id, field, base[field], getattr(row, field), mine[field]) for field in told)
    )


def refuse_stale(work: Work, incident_id: str, field: str, seen: Seen | None, now: Any, wanted: Any) -> None:
    """Pass when the value is the one that was seen, or nothing was said about that; otherwise StaleEdit."""
    if seen is not None and seen.value != now:
        raise StaleEdit((_conflict(work, incident_id, field, seen.value, now, wanted),))


def _conflict(work: Work, incident_id: str, field: str, base: Any, theirs: Any, mine: Any) -> Conflict:
    by, at = (None, None) if theirs == base else _told_by(work, incident_id, _names_of(field))
    return Conflict(field, as_text(base), as_text(theirs), as_text(mine), by, at)


def _names_of(field: str) -> Iterable[str]:
    # The journal of an import may know a priority and not the levels behind it.
    return {"impact": ("impact", "priority"), "urgency": ("urgency", "priority")}.get(field, (field,))


def _told_by(work: Work, incident_id: str, fields: Iterable[str]) -> tuple[Any, Any]:
    """Who changed one of the fields last, by name, and when; the desk itself has no name."""
    statement = (
        select(person.c.name, journal_entry.c.occurred_at)
        .select_from(journal_change)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .outerjoin(person, person.c.id == journal_entry.c.author_id)
        .where(journal_change.c.incident_id == incident_id, journal_change.c.field.in_(tuple(fields)))
        .order_by(journal_entry.c.occurred_at.desc(), journal_entry.c.id.desc())
        .limit(1)
    )
    return tuple(work.connection.execute(statement).first() or (None, None))
