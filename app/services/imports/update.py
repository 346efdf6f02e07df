"""Adding to incidents that the desk has what a later file of the same source knows more.

The journal is never edited, so only rows that are new are written. What was done to the incident at this desk since
the first import stands: a field that was changed here keeps its value.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from app.domain.history import is_reopening
from app.domain.imports import Fault, FieldChange, SourceIncident, SourceRow
from app.domain.vocabulary import EntryKind, State
from app.infra.unit_of_work import Work
from app.models.incident import imported_record, incident, journal_change, journal_entry
from app.services.imports.facts import Journal, entry_id
from app.services.imports.known import Told
from app.services.imports.records import MERGED_COLUMNS, Recorder
from app.services.imports.references import References
from app.services.incidents.journal import as_text

_SILENT = frozenset({"created_at", "computed_priority", "override_reason", "short_description", "description"})
"""Columns that follow from others or are long texts; the journal does not list them when an import corrects them."""


class Updater:
    """Brings incidents that stand at the desk up to what a later file says."""

    def __init__(self, work: Work, references: References, recorder: Recorder, source: str) -> None:
        self._work = work
        self._references = references
        self._recorder = recorder
        self._source = source
        self._journal = Journal(work, references, source)
        self.warnings: list[Fault] = []

    def write(self, batch: Sequence[Told]) -> None:
        """Write what is new in a batch."""
        connection = self._work.connection
        identifiers = [told.incident_id for told in batch]
        held = _Held(connection, identifiers, self._source)
        changed: list[dict[str, Any]] = []
        records: list[dict[str, Any]] = []
        for record, hashed, _extra, incident_id in batch:
            changed.append(self._merge(held, record, hashed, incident_id))
            records.append(
                {
                    "key": incident_id,
                    "made_sla": record.made_sla,
                    "content_hash": hashed,
                    "extra": record.extra,
                    "imported_at": self._work.now,
                }
            )
        self._references.save(self._work.now)
        connection.execute(update(incident).where(incident.c.id == bindparam("key")), changed)
        connection.execute(update(imported_record).where(imported_record.c.incident_id == bindparam("key")), records)
        self._journal.flush()
        self._work.touched.update(identifiers)

    def _merge(self, held: "_Held", record: SourceIncident, hashed: str, incident_id: str) -> dict[str, Any]:
        row = held.incidents[incident_id]
        local = held.local_fields[incident_id]
        wanted = self._recorder.values(record)
        if local & set(MERGED_COLUMNS):
            kept = ", ".join(sorted(local & set(MERGED_COLUMNS)))
            reason = f"{record.number} was changed at this desk, which keeps its own: {kept}."
            self.warnings.append(Fault(record.rows[-1].line, reason))
        values = {column: getattr(row, column) if column in local else wanted[column] for column in MERGED_COLUMNS}
        told = self._new_rows(held, record, incident_id, local)
        corrections = [
            FieldChange(column, as_text(getattr(row, column)), as_text(value))
            for column, value in values.items()
            if column not in told and column not in _SILENT and getattr(row, column) != value
        ]
        if corrections:
            self._journal.add_correction(incident_id, hashed[:16], self._work.now, corrections)
        last = record.rows[-1]
        author = self._references.requester(last.author)
        later = last.at > row.updated_at
        stamp = {
            "updated_at": last.at if later else row.updated_at,
            "updated_by_id": author if later else row.updated_by_id,
        }
        return {"key": incident_id, **values, **stamp, "version": row.version + 1}

    def _new_rows(self, held: "_Held", record: SourceIncident, incident_id: str, local: set[str]) -> set[str]:
        """Write the rows that are new; which columns they tell about.

        A new row after the last known one changes what it says. One before it, which an earlier and thinner export
        lacked, cannot be put into a chain that stands already: it is written without its changes of state and group,
        and what the source counted because of them is made up for by the last new row.
        """
        known = held.entries[incident_id]
        places = [place for place, row in enumerate(record.rows) if entry_id(row) not in known]
        last_known = max((p for p in range(len(record.rows)) if entry_id(record.rows[p]) in known), default=-1)
        rows = [_without_chain(record.rows[p]) if p < last_known else record.rows[p] for p in places]
        if places and any(place < last_known for place in places):
            reason = f"{record.number} has rows before ones that the desk holds; they are added as late facts."
            self.warnings.append(Fault(rows[0].line, reason))
        if rows:
            rows[-1] = self._made_up(held, record, incident_id, rows)
        self._journal.add_rows(incident_id, rows)
        return {_COLUMNS.get(change.field, change.field) for row in rows for change in row.changes} | local

    def _made_up(self, held: "_Held", record: SourceIncident, incident_id: str, rows: list[SourceRow]) -> SourceRow:
        """The last new row with the reassignments and reopenings that the source counted and nothing shows."""
        reassigned, reopened = held.counts(incident_id)
        reassigned += sum(_reassignments(row) for row in rows)
        reopened += sum(is_reopening(c.old, c.new) for row in rows for c in row.changes if c.field == "state")
        wanted = (
            sum(_reassignments(row) for row in record.rows),
            sum(is_reopening(c.old, c.new) for row in record.rows for c in row.changes if c.field == "state"),
        )
        last = rows[-1]
        back_and_forth = [
            FieldChange("state", State.RESOLVED.value, State.IN_PROGRESS.value),
            FieldChange("state", State.IN_PROGRESS.value, record.state),
        ] * max(0, wanted[1] - reopened)
        return last._replace(
            changes=[*last.changes, *back_and_forth],
            unseen_reassignments=last.unseen_reassignments + max(0, wanted[0] - reassigned),
        )


_COLUMNS = {
    name: f"{name}_id"
    for name in ("group", "assignee", "caller", "category", "subcategory", "site", "configuration_item", "resolved_by")
}


def _without_chain(row: SourceRow) -> SourceRow:
    changes = [change for change in row.changes if change.field not in {"state", "hold_reason", "group"}]
    return row._replace(changes=changes, unseen_reassignments=0)


def _reassignments(row: SourceRow) -> int:
    seen = sum(c.field == "group" and c.old is not None and c.new is not None for c in row.changes)
    return seen + row.unseen_reassignments


class _Held:
    """What the desk holds of some incidents: their rows, the entries of the source, and what was done here since."""

    def __init__(self, connection: Connection, identifiers: list[str], source: str) -> None:
        wanted = sorted(identifiers)
        found = connection.execute(select(incident).where(incident.c.id.in_(wanted)).with_for_update())
        self.incidents: dict[str, Row[Any]] = {row.id: row for row in found}
        self.entries: dict[str, set[str]] = defaultdict(set)
        self.local_fields: dict[str, set[str]] = defaultdict(set)
        self._counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        columns = journal_entry.c
        entries = connection.execute(
            select(columns.id, columns.incident_id, columns.kind, columns.source).where(columns.incident_id.in_(wanted))
        )
        of_source = set()
        for row in entries:
            if row.source == source:
                of_source.add(row.id)
                self.entries[row.incident_id].add(row.id)
                self._counted[row.incident_id][0] += row.kind == EntryKind.REASSIGNED_UNSEEN
        changes = connection.execute(select(journal_change).where(journal_change.c.incident_id.in_(wanted)))
        for change in changes:
            if change.entry_id not in of_source:
                self.local_fields[change.incident_id].add(change.field)
            elif change.field == "group_id":
                self._counted[change.incident_id][0] += None not in {change.old_value, change.new_value}
            elif change.field == "state":
                self._counted[change.incident_id][1] += is_reopening(change.old_value, change.new_value)

    def counts(self, incident_id: str) -> tuple[int, int]:
        """How many reassignments and reopenings the entries of the source show."""
        reassignments, reopenings = self._counted[incident_id]
        return reassignments, reopenings
