"""Writing the journal: every change of an incident adds its entry in the same transaction, through these functions."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from app.domain.permissions import Permission, may
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry

_CLOCKS = ("response", "resolution", "update")
TRAIT_FIELDS = frozenset({"priority", "service_id", "site_id", "group_id", "caller_vip", "category_id"})
"""The fields of an incident that conditions of policies look at."""

FACT_FIELDS = frozenset(
    {"state", "hold_reason", "hold_until", "link_duplicate", "link_duplicate_of", *TRAIT_FIELDS}
) | {f"promised_{clock}" for clock in _CLOCKS}
"""A change of one of these moves clocks or their timers."""

FACT_KINDS = frozenset({EntryKind.LOGGED, EntryKind.REPLY, EntryKind.CALLER_MESSAGE})
"""An entry of one of these moves clocks, whatever it changes."""

_INSERT_ENTRY = PreparedInsert(journal_entry.insert(), journal_entry.c.keys())
_INSERT_CHANGE = PreparedInsert(journal_change.insert(), journal_change.c.keys())

Changes = Mapping[str, tuple[object, object]]
"""What changed: the old and the new value of each field."""


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
    _INSERT_ENTRY.run(
        work.connection,
        [
            {
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
            }
        ],
    )
    if kind in FACT_KINDS or (changes and not FACT_FIELDS.isdisjoint(changes)):
        work.touched.add(incident_id)
        work.looked_up.pop(f"new {incident_id}", None)
    if changes:
        _INSERT_CHANGE.run(work.connection, change_rows(incident_id, entry_id, changes))
    return entry_id


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
