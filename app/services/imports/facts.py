"""From the rows of a source to journal entries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
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


def entry_id(row: SourceRow, part: int = 0) -> str:
    """The identifier of the entry for a source row, for ever the same (UUIDv7 layout: its time, then its key).

    `part` tells apart the entries of a row that needs several.
    """
    return _identifier(_milliseconds(row.at), row.key, part)


def _identifier(milliseconds: str, key: str, part: int) -> str:
    return f"{milliseconds}7{key[:3]}8{key[3:16]}{part:02x}"


def _milliseconds(at: datetime) -> str:
    return f"{int(at.timestamp() * 1000):012x}"


class Journal:
    """Gathers entries and changes of many incidents and writes them together."""

    def __init__(self, work: Work, references: References, source: str) -> None:
        connection: Connection = work.connection
        self._entries = BulkInsert(connection, journal_entry, ENTRY_COLUMNS)
        self._changes = BulkInsert(connection, journal_change, CHANGE_COLUMNS)
        self._stored = moment_storage(connection)
        self._recorded_at = self._stored(work.now)
        self._source = source
        self._author = references.requester
        # The same few minutes come thousands of times, and this is the inner loop of an import.
        self._moment: Callable[[datetime], tuple[Any, str]] = cache(lambda at: (self._stored(at), _milliseconds(at)))
        # A change of one of these is kept by identifier, so that the journal shows the name of today.
        self._by_id: dict[str, tuple[str, Callable[[str | None], str | None]]] = {
            "group": ("group_id", references.group),
            "assignee": ("assignee_id", references.resolver),
            "caller": ("caller_id", references.requester),
            "category": ("category_id", references.category),
            "site": ("site_id", references.site),
            "configuration_item": ("configuration_item_id", references.item),
        }

    def add_rows(self, incident_id: str, rows: Iterable[SourceRow], *, logged: bool = False) -> None:
        """Source rows: for each an entry, and one more for each fact that does not fit into it.

        `logged` says that the first of them tells how the incident was logged.
        """
        moment, author, recorded_at, source = self._moment, self._author, self._recorded_at, self._source
        add = self._entries.values.extend
        for _line, at, by, key, changes, unseen in rows:
            stored, milliseconds = moment(at)
            identifier = f"{milliseconds}7{key[:3]}8{key[3:16]}00"
            several = len(changes) > 1 and len({change[0] for change in changes}) < len(changes)
            first, *later = _steps(changes) if several else (changes,)
            kind, visibility = self._add_changes(incident_id, identifier, first) if changes else _IMPORTED, _INTERNAL
            if logged:
                kind, visibility, logged = _LOGGED, _PUBLIC, False
            by_id = author(by)
            add((identifier, incident_id, stored, recorded_at, by_id, True, kind, visibility, None, source))
            if unseen or later:
                stamp = (incident_id, stored, recorded_at, by_id, True)
                self._add_parts(milliseconds, key, stamp, later, unseen)

    def _add_parts(
        self, milliseconds: str, key: str, stamp: tuple[Any, ...], steps: Sequence[list[FieldChange]], unseen: int
    ) -> None:
        """The entries for what does not fit into the first entry of a row."""
        entries = self._entries.values
        for part, step in enumerate(steps, 1):
            identifier = _identifier(milliseconds, key, part)
            kind = self._add_changes(stamp[0], identifier, step)
            entries += (identifier, *stamp, kind, _INTERNAL, None, self._source)
        for part in range(len(steps) + 1, len(steps) + 1 + unseen):
            identifier = _identifier(milliseconds, key, part)
            entries += (identifier, *stamp, _REASSIGNED, _INTERNAL, _UNSEEN, self._source)

    def _add_changes(self, incident_id: str, identifier: str, changes: Iterable[FieldChange]) -> str:
        """Add the changes of one entry; returns the kind of an entry that makes them."""
        kind = _CHANGE
        add, by_id = self._changes.values.extend, self._by_id
        for field, old, new in changes:
            if field in by_id:
                name, find = by_id[field]
                add((incident_id, identifier, name, find(old), find(new)))
            else:
                if field == "state":
                    kind = _STATE
                add((incident_id, identifier, field, old, new))
        return kind

    def add_correction(self, incident_id: str, key: str, at: datetime, changes: list[FieldChange]) -> None:
        """What a later export knows better without showing when it changed; the fields are columns of the incident."""
        identifier = entry_id(SourceRow(0, at, None, key, changes))
        stamp = (identifier, incident_id, self._stored(at), self._recorded_at, None, True)
        self._entries.values += (*stamp, _IMPORTED, _INTERNAL, None, self._source)
        for field, old, new in changes:
            self._changes.values += (incident_id, identifier, field, old, new)

    def flush(self) -> None:
        """Write what was gathered; the incidents and everything that is referred to must stand."""
        self._entries.flush()
        self._changes.flush()


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
