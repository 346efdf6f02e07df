"""Fields that whoever changed them gives back: clocks, rules and figures count the change as never made.

An ordinary edit back would leave the time between counted by the calendar and the targets of the mistake.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Row, Text, bindparam, cast, func, select

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


_SINCE = PreparedSelect(
    select(func.replace(cast(journal_entry.c.id, Text), "-", "").label("id"))
    .where(
        journal_entry.c.incident_id == _WANTED,
        journal_entry.c.recorded_at >= bindparam("since", None, type_=journal_entry.c.recorded_at.type),
    )
    .order_by(journal_entry.c.recorded_at, journal_entry.c.id)
)  # fmt: skip
ASLEEP: Final = "snoozed_until"
"""Whatever is saved on an incident wakes it, so an edit has changed this, too, without that its entry tells it."""

Changed = Mapping[str, tuple[object, object]]


class GivenBack(NamedTuple):
    """The entry whose whole change is given back, and whether the incident sleeps again as that entry found it."""

    entry_id: str
    sleeps: bool


def entry_given_back(
    work: Work, incident_id: str, changes: Changed, asleep: datetime | None = None
) -> GivenBack | None:
    """The entry whose whole change these changes give back; None where there is none, and they are an edit like others.

    It has to be the last that tells of any of these fields, one's own, and of the last hours. `asleep` is until when
    the incident was put off before; it is awake still where anything else has happened on it since.
    """
    rows = _TOLD.all(work.connection, wanted=incident_id)
    passed = passed_over((row.id, row.field, row.new_value) for row in rows)
    telling = [row.id for row in rows if row.field in changes and row.id not in passed]
    told = [row for row in rows if telling and row.id == telling[-1]]
    if not told or not _is_ones_own(work, told):
        return None
    sleeps = asleep is not None and _is_last(work, incident_id, told[0], passed)
    went = {row.field: (row.new_value, row.old_value) for row in told}
    back = {field: (as_text(now), as_text(then)) for field, (now, then) in changes.items()}
    # What was done again tells that it woke the incident, and is given back whole or not at all.
    if went == back or (sleeps and went == back | {ASLEEP: (None, as_text(asleep))}):
        return GivenBack(told[0].id, sleeps)
    return None


def sleeps_again(work: Work, row: Row[Any], entry_id: str, asleep: datetime | None) -> bool:
    """Whether the incident goes back to its sleep with the step of this entry: it had slept, and nothing came since."""
    if asleep is None or row.snoozed_until is not None:
        return False
    rows = _TOLD.all(work.connection, wanted=row.id)
    passed = passed_over((each.id, each.field, each.new_value) for each in rows)
    return any(each.id == entry_id and _is_last(work, row.id, each, passed) for each in rows)


def _is_last(work: Work, incident_id: str, entry: Any, passed: Collection[str]) -> bool:
    """Whether nothing has happened on the incident since an entry, but for what was taken back."""
    later = _SINCE.all(work.connection, wanted=incident_id, since=entry.recorded_at)
    return [row.id for row in later if row.id not in passed][-1:] == [entry.id]


def _is_ones_own(work: Work, told: Sequence[Any]) -> bool:
    entry = told[0]
    return (
        entry.kind == EntryKind.CHANGE
        and entry.source is None
        and entry.author_id is not None
        and entry.author_id == work.actor.author_id
        and work.now - entry.recorded_at <= TIME_TO_GIVE_BACK
    )
