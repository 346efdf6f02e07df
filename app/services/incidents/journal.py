"""Writing the journal: every change of an incident adds its entry in the same transaction, through these functions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Text, bindparam, cast, column, exists, func, or_, select

from app.domain.permissions import Permission, may
from app.domain.taking_back import TAKEN_BACK
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.prepared import PreparedInsert, PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.models.types import Id
from app.services.sla.stamp import held

_CLOCKS = ("response", "resolution", "update")
TRAIT_FIELDS = frozenset({"priority", "service_id", "site_id", "group_id", "caller_vip", "category_id"})
"""The fields of an incident that conditions of policies look at."""

FACT_FIELDS = frozenset(
    {"state", "hold_reason", "hold_until", "link_duplicate", "link_duplicate_of", TAKEN_BACK, *TRAIT_FIELDS}
) | {f"promised_{clock}" for clock in _CLOCKS}
"""A change of one of these moves clocks or their timers."""

FACT_KINDS = frozenset({EntryKind.LOGGED, EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE})
"""An entry of one of these moves clocks, whatever it changes."""

_COLUMNS_TOLD = (
    *(journal_entry.c[name] for name in ("incident_id", "id", "occurred_at", "kind", "visibility", "by_desk")),
    journal_entry.c.author_id,
    *(journal_change.c[name] for name in ("field", "old_value", "new_value")),
)
TOLD_TO_CALLER = PreparedSelect(
    select(
        func.desk.told(bindparam("wanted", "", type_=Id)).table_valued(
            *(column(each.name, each.type) for each in _COLUMNS_TOLD), name="told"
        )
    )
)
"""What counts and clocks need of an incident's journal, for a login that does not see internal entries.

Rows of entry and changed field without any text, in the order of time; nothing for an incident that is not seen.
"""

_INSERT_ENTRY = PreparedInsert(journal_entry.insert(), journal_entry.c.keys())
_INSERT_CHANGE = PreparedInsert(journal_change.insert(), journal_change.c.keys())

Changes = Mapping[str, tuple[object, object]]
"""What changed: the old and the new value of each field."""


class Written(NamedTuple):
    """An entry as it was added in this transaction, with the rows of its changed fields."""

    entry: Mapping[str, Any]
    changes: Sequence[Mapping[str, Any]]


def tells_fact(kind: str, fields: Iterable[str]) -> bool:
    """Whether an entry of this kind that changed these fields moves clocks or their timers."""
    return kind in FACT_KINDS or not FACT_FIELDS.isdisjoint(fields)


def as_text(value: object) -> str | None:
    """How the journal stores a value: times as ISO text in UTC, the rest as its string."""
    if value is None:
        return None
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


def write_entry(
    work: Work,
    incident_id: str,
    kind: EntryKind,
    *,
    visibility: Visibility = Visibility.INTERNAL,
    body: str | None = None,
    changes: Changes | None = None,
    entry_id: str | None = None,
    occurred_at: datetime | None = None,
) -> str:
    """Add one entry by the actor of the work, without an author when the program acts; returns its id.

    `occurred_at` may lie before the moment of recording.
    """
    entry_id = entry_id or work.new_id()
    entry = {
        "id": entry_id,
        "incident_id": incident_id,
        "occurred_at": occurred_at or work.now,
        "recorded_at": work.now,
        "author_id": work.actor.author_id,
        "by_desk": may(work.actor, Permission.INCIDENT_WORK),
        "kind": kind.value,
        "visibility": visibility.value,
        "body": body,
        "source": None,
        "change_count": len(changes) if changes else None,
    }
    _INSERT_ENTRY.run(work.connection, [entry])
    if tells_fact(kind, changes or ()):
        work.touched.add(incident_id)
        known = held(work, incident_id)
        if known is not None:
            known.logged = None
    rows = change_rows(incident_id, entry_id, changes) if changes else []
    if rows:
        _INSERT_CHANGE.run(work.connection, rows)
    work.written.setdefault(incident_id, []).append(Written(entry, rows))
    return entry_id


def is_taken_back() -> ColumnElement[bool]:
    """Whether a changed field belongs to a step that was taken back, or to the entry that takes it back."""
    told, other = journal_change.c, journal_change.alias("taken_back").c
    entry_id = func.replace(cast(told.entry_id, Text), "-", "")
    return exists().where(
        other.incident_id == told.incident_id,
        other.field == TAKEN_BACK,
        or_(other.entry_id == told.entry_id, other.new_value == entry_id),
    )


def change_rows(incident_id: str, entry_id: str, changes: Changes) -> list[dict[str, Any]]:
    """The rows of the changed fields of one entry."""
    return [
        {
            "incident_id": incident_id,
            "entry_id": entry_id,
            "field": field,
            "old_value": as_text(old),
            "new_value": as_text(new),
        }
        for field, (old, new) in changes.items()
    ]
