"""Verifying the audit trail: every chain against its hashes, its anchors and the rows that it is about.

Everything is read once, in the order of records, from one state of the database; nothing is kept but the record at
hand, and what imports recorded for many at once.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, text

from app.domain.errors import Refused
from app.domain.imports import Progress, no_progress
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.infra.audit.record import MANY, Record
from app.infra.audit.renew import find_faults, shapes_of
from app.infra.audit.scope import Shape
from app.infra.database import stream
from app.models.audited import SEALED, WATCHED
from app.services.audit.chain import (
    Fault,
    First,
    Recorded,
    faults_of_heads,
    faults_of_links,
    faults_of_rows,
    read_many,
)
from app.services.audit.dto import MOST_FINDINGS, Finding
from app.services.audit.streams import Row, Sorted, heads_of, least, records_of, rows_of

_STEP = 500
"""Records of the desk between two reports of progress."""


class Verification:
    """One run over the whole trail of one state of the database; `run` may be called once."""

    def __init__(self, connection: Connection, progress: Progress = no_progress) -> None:
        self.findings: list[Finding] = []
        self.found = 0
        self.records = self.rows = self.chains = 0
        self._connection = connection
        self._progress = progress
        self._total = 0

    def run(self) -> None:
        """Look at everything; `Refused` where this login cannot see all of it."""
        _refuse_half_a_view(self._connection)
        for fault in find_faults(self._connection, WATCHED, SEALED):
            self.add(Finding("audit_entry", tr("The triggers"), "", None, fault))
        counted = self._connection.execute(text("SELECT subject, count(*) FROM audit_entry GROUP BY subject")).all()
        self._total = sum(count for _, count in counted)
        by_subject: dict[str, list[Shape]] = {}
        for shape in shapes_of(self._connection, WATCHED):
            by_subject.setdefault(shape.watched.subject, []).append(shape)
        for subject in sorted(by_subject):
            self._subject(subject, by_subject[subject])
        for subject in sorted({subject for subject, _ in counted} - set(by_subject)):
            self.add(Finding("audit_entry", str(subject), "", None, tr("this is no table that the trail watches.")))
        self._contents()
        self._progress(self._total, self._total)

    def add(self, finding: Finding) -> None:
        """Take a finding in."""
        self.found += 1
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(finding)

    def _subject(self, subject: str, shapes: list[Shape]) -> None:
        records = Sorted(records_of(self._connection, subject), Record._fields.index("subject_id"))
        heads = Sorted(heads_of(self._connection, subject))
        parts = {shape.table: Sorted(rows_of(self._connection, shape)) for shape in shapes}
        every = (records, heads, *parts.values())
        first = self._many(subject, records.take(MANY), heads.take(MANY))
        while (subject_id := least(every)) is not None:
            chain, closed = records.take(subject_id), heads.take(subject_id)
            rows = {table: part.take(subject_id) for table, part in parts.items()}
            self._record(subject, subject_id, chain, closed, rows, first.pop(subject_id, None))
        for subject_id, told in first.items():
            self._record(subject, subject_id, [], [], {}, told)

    def _many(self, subject: str, chain: list[Record], heads: list[Any]) -> dict[str, First]:
        """What imports recorded for many, by record; their own chain is verified like every other."""
        first: dict[str, First] = {}
        faults = [*faults_of_links(chain), *faults_of_heads(chain, heads)]
        for record in chain:
            try:
                for owner, told in read_many(record, SEALED):
                    known = first.get(owner)
                    first[owner] = told if known is None else known._replace(rows=known.rows + told.rows)
            except (ValueError, TypeError):
                faults.append(Fault("audit_entry", MANY, record.n, tr("this record of an import cannot be read.")))
        self.records += len(chain)
        self._report(subject, tr("What imports brought of {subject}", subject=subject.replace("_", " ")), faults)
        return first

    def _record(
        self, subject: str, subject_id: str, chain: list[Record], heads: list[Any], rows: Mapping[str, list[Row]],
        first: First | None,
    ) -> None:  # fmt: skip
        faults = [*faults_of_links(chain), *faults_of_heads(chain, heads)]
        count = sum(map(len, rows.values()))
        if not chain and first is None and count:
            # One sentence for a record without a trail, instead of one for each of its rows.
            faults.append(
                Fault(
                    subject,
                    subject_id,
                    None,
                    tr("it has no trail at all, and {count} rows in the tables.", count=count),
                )
            )
        else:
            recorded = Recorded(first or First())
            for record in chain:
                faults += recorded.apply(record)
            faults += faults_of_rows(recorded, rows, SEALED)
        self.records += len(chain)
        self.rows += count
        self.chains += 1
        if self.chains % _STEP == 0:
            self._progress(min(self.records, self._total), self._total)
        if faults:
            self._report(subject, _name(subject, subject_id, chain, rows, first), faults)

    def _report(self, subject: str, name: str, faults: list[Fault]) -> None:
        del subject
        for fault in faults:
            self.add(Finding(fault.table, name, fault.key, fault.n, fault.what))

    def _contents(self) -> None:
        """The contents of attachments, which are named by their own hash; one at a time, because they may be large."""
        for sha256, data in stream(self._connection, _CONTENTS, "contents", at_a_time=1):
            # A tool may have put text where the desk puts bytes.
            content = data if isinstance(data, bytes) else str(data).encode()
            if hashlib.sha256(content).hexdigest() != sha256:
                what = tr("the content is not as it was when it was attached: its hash differs.")
                self.add(Finding("attachment_content", tr("An attached file"), sha256, None, what))
        for (sha256,) in stream(self._connection, _MISSING, "missing"):
            self.add(Finding("attachment_content", tr("An attached file"), sha256, None, tr("the content is missing.")))


def _name(
    subject: str, subject_id: str, chain: list[Record], rows: Mapping[str, list[Row]], first: First | None
) -> str:
    """The record as people know it: from its own row, else from what the trail says of it."""
    own = rows.get(subject, [])
    label = own[0].label if own else _number_in(chain)
    if not label and first is not None and first.number is not None:
        label = str(first.number)
    if subject == SEALED.subject:
        return (
            incident_number(int(label)) if label.isdigit() else tr("The incident {subject_id}", subject_id=subject_id)
        )
    return f"{subject.replace('_', ' ').capitalize()} {label or subject_id}"


def _number_in(chain: list[Record]) -> str:
    for record in chain:
        found = (record.content or "").partition('"number": [')[2].partition("]")[0].replace("null", "").strip(", ")
        if found.isdigit():
            return found
    return ""


# A content is empty where a rule has removed all files that had it, as the chains of their incidents tell.
_CONTENTS = (
    "SELECT sha256, data FROM attachment_content c WHERE length(data) > 0 OR EXISTS (SELECT 1 FROM attachment a"
    " WHERE a.sha256 = c.sha256 AND NOT EXISTS (SELECT 1 FROM removed_file r WHERE r.attachment_id = a.id))"
)
_MISSING = (
    "SELECT DISTINCT a.sha256 FROM attachment a"
    " WHERE NOT EXISTS (SELECT 1 FROM attachment_content c WHERE c.sha256 = a.sha256)"
)

# The owner of the tables sees every row; nobody else may read the trail at all.
_HIDDEN = (
    "SELECT NOT has_table_privilege('audit_entry', 'SELECT') OR EXISTS (SELECT 1 FROM pg_class"
    " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND row_security_active(oid))"
)


def _refuse_half_a_view(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        return
    if connection.execute(text(_HIDDEN)).scalar_one():
        raise Refused(
            tr(
                "This login does not see every row, so nothing could be proved. Verify with the login that owns the "
                "tables."
            )
        )
