"""From the rows of a source to journal entries."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.domain.imports import FieldChange, SourceRow
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.audit.canonical import END, NOTHING
from app.infra.unit_of_work import Work
from app.models.incident import journal_change, journal_entry
from app.services.imports.bulk import BulkInsert, milliseconds_of, moment_storage
from app.services.imports.references import References

_ENTRY_COLUMNS = ("id", "incident_id", "occurred_at", "author_id", "kind", "visibility")
_CHANGE_COLUMNS = ("incident_id", "entry_id", "field", "old_value", "new_value")

_UNSEEN = "The source counted a reassignment and does not show to which group."
_LOGGED, _STATE, _CHANGE = EntryKind.LOGGED.value, EntryKind.STATE.value, EntryKind.CHANGE.value
_IMPORTED, _REASSIGNED = EntryKind.IMPORTED.value, EntryKind.REASSIGNED_UNSEEN.value
_PUBLIC, _INTERNAL = Visibility.PUBLIC.value, Visibility.INTERNAL.value

_NO_STEPS: list[list[FieldChange]] = []
_Stamp = tuple[str, Any, str | None]
"""What all entries of a row share: their incident, their time in storage form, their author."""


def entry_id(row: SourceRow, part: int = 0) -> str:
    """The identifier of the entry for a source row, for ever the same (UUIDv7 layout: its time, then its key).

    `part` tells apart the entries of a row that needs several.
    """
    return _identifier(milliseconds_of(row.at), row.key, part)


def _identifier(milliseconds: str, key: str, part: int) -> str:
    return f"{milliseconds}7{key[:3]}8{key[3:16]}{part:02x}"


class Journal:
    """Gathers entries and changes of many incidents and writes them together.

    Where it `tells`, it also keeps their canonical texts for the audit trail, which are put together here because the
    values are at hand; reading them back from the gathered rows was measured to take twice as long.
    """

    def __init__(self, work: Work, references: References, source: str, *, tells: bool = False) -> None:
        connection: Connection = work.connection
        self._stored = moment_storage(connection)
        recorded_at = self._stored(work.now)
        same = {"recorded_at": recorded_at, "by_desk": True, "source": source}
        self._entries = BulkInsert(connection, journal_entry, _ENTRY_COLUMNS, same)
        self._unseen = BulkInsert(connection, journal_entry, _ENTRY_COLUMNS, {**same, "body": _UNSEEN})
        self._changes = BulkInsert(connection, journal_change, _CHANGE_COLUMNS)
        self._author = references.requester
        self._tells = tells
        self._told: tuple[list[str], list[str]] = [], []
        self._tell_recorded = f"{END}{recorded_at}{END}"
        # How the canonical text of an entry ends, by its kind; this is the inner loop of an import.
        self._endings = {kind: _ending(kind, _INTERNAL, NOTHING, source) for kind in (_STATE, _CHANGE, _IMPORTED)}
        self._endings[_LOGGED] = _ending(_LOGGED, _PUBLIC, NOTHING, source)
        self._endings[_REASSIGNED] = _ending(_REASSIGNED, _INTERNAL, _UNSEEN, source)
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
        stored_as, author, endings, recorded = self._stored, self._author, self._endings, self._tell_recorded
        add = self._entries.values.extend
        tell = self._told[0].append if self._tells else None
        of_incident = f"{END}{incident_id}{END}"
        for _line, at, by, key, changes, unseen in rows:
            stored, milliseconds = stored_as(at), milliseconds_of(at)
            identifier = f"{milliseconds}7{key[:3]}8{key[3:16]}00"
            kind, visibility, later = _IMPORTED, _INTERNAL, _NO_STEPS
            if changes:
                if len(changes) > 1 and len({change[0] for change in changes}) < len(changes):
                    changes, *later = _steps(changes)  # noqa: PLW2901 -- those of the first entry
                kind = self._add_changes(incident_id, identifier, changes)
            if logged:
                kind, visibility, logged = _LOGGED, _PUBLIC, False
            by_id = author(by)
            add((identifier, incident_id, stored, by_id, kind, visibility))
            if tell is not None:
                tell(f"{identifier}{of_incident}{stored}{recorded}{by_id or NOTHING}{endings[kind]}")
            if unseen or later:
                self._add_parts(milliseconds, key, (incident_id, stored, by_id), later, unseen)

    def _add_parts(
        self, milliseconds: str, key: str, stamp: _Stamp, steps: Sequence[list[FieldChange]], unseen: int
    ) -> None:
        """The entries for what does not fit into the first entry of a row."""
        for part, step in enumerate(steps, 1):
            identifier = _identifier(milliseconds, key, part)
            self._add_part(self._entries, identifier, stamp, self._add_changes(stamp[0], identifier, step))
        for part in range(len(steps) + 1, len(steps) + 1 + unseen):
            self._add_part(self._unseen, _identifier(milliseconds, key, part), stamp, _REASSIGNED)

    def _add_part(self, insert: BulkInsert, identifier: str, stamp: _Stamp, kind: str) -> None:
        incident_id, at, by_id = stamp
        insert.values += (identifier, incident_id, at, by_id, kind, _INTERNAL)
        if self._tells:
            stamped = f"{identifier}{END}{incident_id}{END}{at}{self._tell_recorded}{by_id or NOTHING}"
            self._told[0].append(stamped + self._endings[kind])

    def _add_changes(self, incident_id: str, identifier: str, changes: Iterable[FieldChange]) -> str:
        """Add the changes of one entry; returns the kind of an entry that makes them."""
        kind = _CHANGE
        add, by_id, tell = self._changes.values.extend, self._by_id, self._told[1].append if self._tells else None
        of_entry = f"{incident_id}{END}{identifier}{END}"
        for field, old, new in changes:
            name = field
            if field in by_id:
                name, find = by_id[field]
                old, new = find(old), find(new)  # noqa: PLW2901 -- the identifiers in place of the names
            elif field == "state":
                kind = _STATE
            add((incident_id, identifier, name, old, new))
            if tell is not None:
                was, now = NOTHING if old is None else old, NOTHING if new is None else new
                tell(f"{of_entry}{name}{END}{was}{END}{now}{END}")
        return kind

    def add_correction(self, incident_id: str, key: str, at: datetime, changes: list[FieldChange]) -> None:
        """What a later export knows better without showing when it changed; the fields are columns of the incident."""
        identifier = entry_id(SourceRow(0, at, None, key, changes))
        self._entries.values += (identifier, incident_id, self._stored(at), None, _IMPORTED, _INTERNAL)
        for field, old, new in changes:
            self._changes.values += (incident_id, identifier, field, old, new)

    def take_told(self) -> str:
        """The canonical text of what was added since the last call: entries by key, then changes by key."""
        entries, changes = self._told
        # Each text begins with its key, so the order of the texts is that of the keys; they nearly always are in it.
        entries.sort()
        changes.sort()
        told = "".join(entries) + "".join(changes)
        entries.clear()
        changes.clear()
        return told

    def flush(self) -> None:
        """Write what was gathered; the incidents and everything that is referred to must stand."""
        self._entries.flush()
        self._unseen.flush()
        self._changes.flush()


def _ending(kind: str, visibility: str, body: str, source: str) -> str:
    """The canonical text of an entry from `by_desk` on, in the order of the table's columns."""
    return f"{END}1{END}{kind}{END}{visibility}{END}{body}{END}{source}{END}"


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
