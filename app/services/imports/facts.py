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
        self._entries: list[tuple[Any, ...]] = []
        self._changes: list[tuple[str, str, str, str | None, str | None]] = []
        self._write_entries = BulkInsert(connection, journal_entry, ENTRY_COLUMNS)
        self._write_changes = BulkInsert(connection, journal_change, CHANGE_COLUMNS)
        self._stored = moment_storage(connection)
        self._recorded_at = self._stored(work.now)
        self._source = source
        self._find_author = references.requester
        # The same few minutes and people come thousands of times, and this is the inner loop of an import.
        self._moments: dict[datetime, tuple[Any, str]] = {}
        self._authors: dict[str | None, str | None] = {None: None}
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
        _line, at, author, key, changes, unseen = row
        moment = self._moments.get(at)
        if moment is None:
            moment = self._moments[at] = (self._stored(at), _milliseconds(at))
        author_id = self._authors.get(author)
        if author_id is None and author is not None:
            author_id = self._authors[author] = self._find_author(author)
        stamp = (incident_id, moment[0], self._recorded_at, author_id, True)
        steps = _steps(changes) if len(changes) > 1 else [changes]
        for part, step in enumerate(steps):
            identifier = f"{moment[1]}7{key[:3]}8{key[3:16]}{part:02x}"
            kind = self._add_changes(incident_id, identifier, step) if step else _IMPORTED
            if first and part == 0:
                self._entries.append((identifier, *stamp, _LOGGED, _PUBLIC, None, self._source))
            else:
                self._entries.append((identifier, *stamp, kind, _INTERNAL, None, self._source))
        for extra in range(unseen):
            identifier = _identifier(moment[1], key, len(steps) + extra)
            self._entries.append((identifier, *stamp, _REASSIGNED, _INTERNAL, _UNSEEN, self._source))

    def _add_changes(self, incident_id: str, identifier: str, changes: Iterable[FieldChange]) -> str:
        """Add the changes of one entry; returns the kind of an entry that makes them."""
        kind = _CHANGE
        add = self._changes.append
        for field, old, new in changes:
            known = self._by_id.get(field)
            if known is not None:
                name, find = known
                add((incident_id, identifier, name, find(old), find(new)))
            else:
                if field == "state":
                    kind = _STATE
                add((incident_id, identifier, field, old, new))
        return kind

    def add_correction(self, incident_id: str, key: str, at: datetime, changes: list[FieldChange]) -> None:
        """What a later export knows better without showing when it changed; the fields are columns of the incident."""
        identifier = entry_id(SourceRow(0, at, None, key, changes))
        entry = (identifier, incident_id, self._stored(at), self._recorded_at, None, True, _IMPORTED, _INTERNAL)
        self._entries.append((*entry, None, self._source))
        self._changes += [(incident_id, identifier, field, old, new) for field, old, new in changes]

    def flush(self) -> None:
        """Write what was gathered; the incidents and everything that is referred to must stand."""
        self._write_entries.write(self._entries)
        self._write_changes.write(self._changes)
        self._entries, self._changes = [], []


def _steps(changes: list[FieldChange]) -> list[list[FieldChange]]:
    """A field that changed twice in one row needs two entries, one after the other."""
    if len({change[0] for change in changes}) == len(changes):
        return [changes]
    steps: list[list[FieldChange]] = []
    for change in changes:
        for step in steps:
            if all(change.field != other.field for other in step):
                step.append(change)
                break
        else:
            steps.append([change])
    return steps
