"""Fields that whoever changed them gives back: clocks, rules and figures count the change as never made.

An ordinary edit back would leave the time between counted by the calendar and the targets of the mistake.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Text, bindparam, cast, func, select

from app.domain.taking_back import TIME_TO_GIVE_BACK, passed_over
from app.domain.vocabulary import EntryKind
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.models.types import Id
from app.services.incidents.journal import as_text

_WANTED = bindparam("wanted", "", type_=Id)
_TOLD = PreparedSelect(
    select(
        func.replace(cast(journal_entry.c.id, Text), "-", "").label("id"),
        journal_entry.c.author_id,
        journal_entry.c.recorded_at,
        journal_entry.c.kind,
        journal_entry.c.source,
        journal_change.c.field,
        journal_change.c.old_value,
        journal_change.c.new_value,
    )
    .join(journal_change, journal_change.c.entry_id == journal_entry.c.id)
    .where(journal_entry.c.incident_id == _WANTED, journal_change.c.incident_id == _WANTED)
    .order_by(journal_entry.c.occurred_at, journal_entry.c.id)
)


def entry_given_back(work: Work, incident_id: str, changes: Mapping[str, tuple[object, object]]) -> str | None:
    """The entry whose whole change these changes give back; None where there is none, and they are an edit like others.

    It has to be the last that tells of any of these fields, one's own, and of the last hours.
    """
    rows = _TOLD.all(work.connection, wanted=incident_id)
    passed = passed_over((row.id, row.field, row.new_value) for row in rows)
    telling = [row.id for row in rows if row.field in changes and row.id not in passed]
    told = [row for row in rows if telling and row.id == telling[-1]]
    return telling[-1] if told and _is_ones_own(work, told) and _goes_back(told, changes) else None


def _is_ones_own(work: Work, told: Sequence[Any]) -> bool:
    entry = told[0]
    return (
        entry.kind == EntryKind.CHANGE
        and entry.source is None
        and entry.author_id is not None
        and entry.author_id == work.actor.author_id
        and work.now - entry.recorded_at <= TIME_TO_GIVE_BACK
    )


def _goes_back(told: Sequence[Any], changes: Mapping[str, tuple[object, object]]) -> bool:
    went = {row.field: (row.new_value, row.old_value) for row in told}
    return went == {field: (as_text(now), as_text(then)) for field, (now, then) in changes.items()}
