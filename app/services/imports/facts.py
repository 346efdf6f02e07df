"""From the rows of a source to journal entries."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.domain.imports import FieldChange, SourceRow
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.services.imports.bulk import BulkInsert, moment_storage
from app.services.imports.references import References

ENTRY_COLUMNS = (
    "id", "incident_id", "occurred_at", "recorded_at", "author_id", "by_desk", "kind", "visibility", "body", "source",
)  # fmt: skip
CHANGE_COLUMNS = ("incident_id", "entry_id", "field", "old_value", "new_value")

_UNSEEN = "The source counted a reassignment and does not show to which group."
_LOGGED, _STATE, _CHANGE = EntryKind.LOGGED.value, EntryKind.STATE.value, EntryKind.CHANGE.value
_IMPORTED, _REASSIGNED = EntryKind.IMPORTED.value, EntryKind.REASSIGNED_UNSEEN.value
_PUBLIC, _INTERNAL = Visibility.PUBLIC.value, Visibility.INTERNAL.value
_FIELD_LIMIT = 32


def entry_id(row: SourceRow, part: int = 0) -> str:
    """The identifier of the entry for a source row, for ever the same (UUIDv7 layout: its time, then its content).

    `part` tells apart the entries of a row that needs several.
    """
    key = row.key
    return f"{int(row.at.timestamp() * 1000):012x}7{key[:3]}8{key[3:16]}{part:02x}"


class Journal:
    """Gathers entries and changes of many incidents and writes them together."""

    def __init__(self, work: Work, references: References, source: str) -> None:
        connection: Connection = work.connection
        self._entries: list[tuple[Any, ...]] = []
        self._changes: list[tuple[str, str, str, str | None, str | None]] = []
        self._write_entries = BulkInsert(connection, journal_entry, ENTRY_COLUMNS)
        self._write_changes = BulkInsert(connection, journal_change, CHANGE_COLUMNS)
        self._stored = moment_storage(connection)
        self._recorded_at = self._stored(work.now)
        self._author = references.requester
        self._source = source
        # A change of one of these is kept by identifier, so that the journal shows the name of today.
        self._by_id: dict[str, tuple[str, Callable[[str | None], str | None]]] = {
            "group": ("group_id", references.group),
            "assignee": ("assignee_id", references.resolver),
            "caller": ("caller_id", references.requester),
            "category": ("category_id", references.category),
            "site": ("site_id", references.site),
            "configuration_item": ("configuration_item_id", references.item),
        }

    def add_row(self, incident_id: str, row: SourceRow, *, first: bool = False) -> None:
        """One source row: one entry, and one more for each fact that does not fit into it."""
        changes = row.changes
        if len(changes) > 1 and len({change[0] for change in changes}) < len(changes):
            steps = _steps(changes)
        else:
            steps = [changes]
        for part, step in enumerate(steps):
            if first and part == 0:
                kind = _LOGGED
            elif not step:
                kind = _IMPORTED
            else:
                kind = _STATE if any(change[0] == "state" for change in step) else _CHANGE
            self._add(incident_id, row, part, kind, step)
        for extra in range(row.unseen_reassignments):
            self._add(incident_id, row, len(steps) + extra, _REASSIGNED, [], _UNSEEN)

    def add_correction(self, incident_id: str, key: str, at: datetime, changes: list[FieldChange]) -> None:
        """What a later export knows better without showing when it changed; the fields are columns of the incident."""
        identifier = entry_id(SourceRow(0, at, None, key, changes))
        entry = (identifier, incident_id, self._stored(at), self._recorded_at, None, True, _IMPORTED, _INTERNAL)
        self._entries.append((*entry, None, self._source))
        self._changes += [(incident_id, identifier, field, old, new) for field, old, new in changes]

    def _add(
        self,
        incident_id: str,
        row: SourceRow,
        part: int,
        kind: str,
        changes: Iterable[FieldChange],
        body: str | None = None,
    ) -> None:
        identifier = entry_id(row, part)
        self._entries.append(
            (
                identifier,
                incident_id,
                self._stored(row.at),
                self._recorded_at,
                self._author(row.author),
                True,
                kind,
                _PUBLIC if kind is _LOGGED else _INTERNAL,
                body,
                self._source,
            )
        )
        for field, old, new in changes:
            known = self._by_id.get(field)
            if known is None:
                self._changes.append((incident_id, identifier, field[:_FIELD_LIMIT], old, new))
            else:
                name, find = known
                self._changes.append((incident_id, identifier, name, find(old), find(new)))

    def flush(self) -> None:
        """Write what was gathered; the incidents and everything that is referred to must stand."""
        self._write_entries.write(self._entries)
        self._write_changes.write(self._changes)
        self._entries, self._changes = [], []


def _steps(changes: list[FieldChange]) -> list[list[FieldChange]]:
    """A field that changed twice in one row needs two entries, one after the other."""
    steps: list[list[FieldChange]] = []
    for change in changes:
        for step in steps:
            if all(change.field != other.field for other in step):
                step.append(change)
                break
        else:
            steps.append([change])
    return steps
