"""Writing incidents that the desk did not have."""

import hashlib
from collections.abc import Sequence

from app.domain.imports import SourceIncident
from app.infra.counter import next_number
from app.infra.unit_of_work import Work
from app.models.incident import imported_record, incident
from app.services.imports.bulk import BulkInsert, milliseconds_of, moment_storage
from app.services.imports.facts import Journal
from app.services.imports.known import Told
from app.services.imports.recording import Seals
from app.services.imports.records import MERGED_COLUMNS, Recorder
from app.services.imports.references import References

_MOMENTS = frozenset({"reported_at", "created_at", "resolved_at", "closed_at"})
_COLUMNS = ("id", "number", "source_number", *MERGED_COLUMNS, "updated_at", "updated_by_id", "version")
_RECORD_COLUMNS = ("incident_id", "source", "source_number", "made_sla", "content_hash", "extra", "imported_at")


class Creator:
    """Writes new incidents with their history, batch by batch."""

    def __init__(self, work: Work, references: References, recorder: Recorder, source: str) -> None:
        self._work = work
        self._references = references
        self._recorder = recorder
        self._source = source
        self._seals = Seals(work, _COLUMNS, _RECORD_COLUMNS)
        self._journal = Journal(work, references, source, tells=self._seals.is_needed)
        self._incidents = BulkInsert(work.connection, incident, _COLUMNS)
        self._records = BulkInsert(work.connection, imported_record, _RECORD_COLUMNS)
        self._stored = moment_storage(work.connection)

    def write(self, batch: Sequence[Told]) -> None:
        """Write the incidents of a batch in the order in which their numbers shall rise."""
        work, stored = self._work, self._stored
        number = next_number(work.connection, "incident", len(batch))
        incidents, records, seals = self._incidents.values, self._records.values, self._seals
        now = stored(work.now)
        for offset, (record, hashed, extra, _unknown) in enumerate(batch):
            values = self._recorder.values(record)
            for column in _MOMENTS:
                values[column] = stored(values[column])
            identifier = self._identifier(record)
            last = record.rows[-1]
            author = self._references.requester(last.author)
            row = (identifier, number + offset, record.number, *values.values(), stored(last.at), author, 1)
            known = (identifier, self._source, record.number, record.made_sla, hashed, extra, now)
            incidents += row
            records += known
            self._journal.add_rows(identifier, record.rows, logged=True)
            if seals.is_needed:
                seals.add(row, known, self._journal.take_told())
        self._references.save(work.now)
        self._incidents.flush()
        self._journal.flush()
        # Last, because with it PostgreSQL seals what stands of each incident by then.
        self._records.flush()
        seals.flush()

    def _identifier(self, record: SourceIncident) -> str:
        """An identifier in the order of opening, so that neighbours in time are neighbours in the file."""
        digest = hashlib.blake2b(f"{self._source}\x1f{record.number}".encode(), digest_size=16).hexdigest()
        return f"{milliseconds_of(record.opened_at)}7{digest[:3]}8{digest[3:18]}"
