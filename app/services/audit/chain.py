"""One chain against the rows that it is about: what was changed, deleted, inserted or put into another order."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from app.domain.wording import tr
from app.infra.audit.canonical import JOURNAL
from app.infra.audit.record import Record, chained
from app.infra.audit.scope import Sealed
from app.services.audit.streams import Head, Row

SEALS = frozenset({"import", "baseline"})
"""Acts with which a chain begins that covers rows which were there before."""

Place = tuple[str, str]
"""The table and the key of a row."""


class Fault(NamedTuple):
    """Something wrong with a chain: the table and key it is about, the place in the chain where known, and what."""

    table: str
    key: str
    n: int | None
    what: str


class First(NamedTuple):
    """What an import that recorded many at once says of one record: its rows, its number, and the seal of its journal.

    Rows are triples of table, key and the hex digits of a digest; one string each, because there may be many of these.
    """

    rows: tuple[tuple[str, str, str], ...] = ()
    number: int | None = None
    journal: str | None = None


class Recorded:
    """What the records of a chain say of the rows of their record; `first` is what was said of it before."""

    def __init__(self, first: First) -> None:
        self.digests = {(table, key): bytes.fromhex(digest) for table, key, digest in first.rows}
        self.numbers: dict[Place, int] = {}
        self.journal = first.journal
        self.journal_n: int | None = None

    def apply(self, record: Record) -> Iterator[Fault]:
        """Take a record in; yields what does not fit to those before."""
        place = record.part, record.part_id
        if record.act == "delete":
            if self.digests.pop(place, None) is None:
                yield _fault(record, tr("was deleted without ever having been recorded."))
            return
        if record.act in SEALS:
            yield from self._unseal(record)
        if record.act == "insert" and place in self.digests:
            yield _fault(record, tr("was written over: it is recorded as new a second time."))
        if record.act == "update" and place not in self.digests:
            yield _fault(record, tr("was changed without ever having been recorded as new."))
        if record.digest is not None:
            self.digests[place] = record.digest
            self.numbers[place] = record.n

    def _unseal(self, record: Record) -> Iterator[Fault]:
        told = _read(record.content)
        if told is None:
            yield _fault(record, tr("has a seal that cannot be read."))
            return
        for name, value in told.items():
            if name == JOURNAL:
                self.journal, self.journal_n = str(value), record.n
            elif "/" in name:
                table, _, key = name.partition("/")
                self.digests[table, key] = bytes.fromhex(str(value))
                self.numbers[table, key] = record.n


def _read(content: str | None) -> dict[str, Any] | None:
    try:
        found = json.loads(content or "")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def read_many(record: Record, sealed: Sealed) -> Iterator[tuple[str, First]]:
    """What one record of an import says of many new records; ValueError or TypeError where it is damaged."""
    told = json.loads(record.content or "")
    if record.part != sealed.subject:
        for owner, key, digest in told:
            yield str(owner), First(((record.part, str(key), str(digest)),))
        return
    for owner, number, digest, journal, closing in told:
        rows = ((sealed.subject, str(owner), str(digest)), (sealed.closed_by, str(owner), str(closing)))
        yield str(owner), First(rows, int(number), str(journal))


def _fault(record: Record, what: str) -> Fault:
    return Fault(record.part, record.part_id, record.n, f"{_words(record.part)} {what}")


def _words(table: str) -> str:
    return tr("this row of {table}", table=table.replace("_", " "))


def faults_of_links(records: Sequence[Record]) -> Iterator[Fault]:
    """What is wrong with the chain itself: gaps, and records that are not as they were written."""
    before: bytes | None = None
    wanted, at = 1, ""
    for record in records:
        gap = record.n != wanted
        if gap:
            missing = (
                tr("record {wanted} is", wanted=wanted)
                if record.n == wanted + 1
                else tr("records {wanted} to {number} are", wanted=wanted, number=record.n - 1)
            )
            yield Fault(
                "audit_entry",
                record.part_id,
                record.n,
                tr("{missing} missing from the trail before this one.", missing=missing),
            )
        elif chained(before, *record[:-1]) != record.hash:
            yield Fault(
                "audit_entry", record.part_id, record.n,
                tr("this record of the trail, or the order of it and the one before, is not as it was written."),
            )  # fmt: skip
        if record.at < at:
            yield Fault(
                "audit_entry", record.part_id, record.n, tr("this record claims to be older than the one before.")
            )
        before, wanted, at = record.hash, record.n + 1, record.at


def faults_of_heads(records: Sequence[Record], heads: Sequence[Head]) -> Iterator[Fault]:
    """What anchors closed and is not there any more, or not as it was."""
    hashes = {record.n: record.hash for record in records}
    for head in heads:
        if head.n not in hashes:
            last = max(hashes, default=0)
            gone = (
                tr("the whole trail")
                if not hashes
                else tr("the trail after record {last}", last=last)
                if last < head.n
                else tr("a record")
            )
            what = tr(
                "{gone} is missing; anchor {anchor} closed it with record {number}.",
                gone=gone,
                anchor=head.anchor,
                number=head.n,
            )
            yield Fault("audit_entry", head.subject_id, head.n, what)
        elif hashes[head.n] != head.hash:
            what = tr(
                "this record of the trail is another than the one that anchor {anchor} closed.", anchor=head.anchor
            )
            yield Fault("audit_entry", head.subject_id, head.n, what)


def faults_of_rows(recorded: Recorded, rows: Mapping[str, Sequence[Row]], sealed: Sealed) -> Iterator[Fault]:
    """What is in the tables and not as it was recorded last; `recorded` is used up."""
    journal = {table: rows.get(table, ()) for table in (sealed.entries, sealed.changes)}
    yield from _faults_of_journal(recorded, journal[sealed.entries], journal[sealed.changes], sealed)
    for table, found in rows.items():
        if table in journal:
            continue
        for row in found:
            yield from _fault_of_row(recorded, table, row, row.text)
    for table, key in recorded.digests:
        yield Fault(
            table,
            key,
            recorded.numbers.get((table, key)),
            tr("{words} is missing; nobody deleted it by the desk.", words=_words(table)),
        )


def _fault_of_row(recorded: Recorded, table: str, row: Row, text: str | None) -> Iterator[Fault]:
    wanted = recorded.digests.pop((table, row.key), None)
    n = recorded.numbers.get((table, row.key))
    if wanted is None:
        yield Fault(
            table,
            row.key,
            None,
            tr("{words} was inserted behind the trail: no record tells of it.", words=_words(table)),
        )
    elif text is None:
        yield Fault(
            table, row.key, n, tr("{words} holds control characters, which no desk writes.", words=_words(table))
        )
    elif hashlib.sha256(text.encode()).digest() != wanted:
        yield Fault(
            table,
            row.key,
            n,
            tr("{words} was changed behind the trail: it is not as it was recorded.", words=_words(table)),
        )


def _faults_of_journal(
    recorded: Recorded, entries: Sequence[Row], changes: Sequence[Row], sealed: Sealed
) -> Iterator[Fault]:
    """The journal of a record: entries with their changes, single changes, and what a seal covers."""
    below: dict[str, list[Row]] = {}
    for change in changes:
        if (sealed.changes, change.key) in recorded.digests:
            yield from _fault_of_row(recorded, sealed.changes, change, change.text)
        else:
            below.setdefault(change.key.partition("/")[0], []).append(change)
    loose: list[Row] = []
    for entry in entries:
        if (sealed.entries, entry.key) in recorded.digests:
            yield from _fault_of_row(recorded, sealed.entries, entry, _joined([entry, *below.pop(entry.key, ())]))
        else:
            loose.append(entry)
    under = [change for group in below.values() for change in group]
    if recorded.journal is not None:
        text = _joined([*loose, *under])
        if text is None or hashlib.sha256(text.encode()).hexdigest() != recorded.journal:
            what = tr(
                "its journal from before the trail is not as it was sealed: an entry was changed, deleted or added."
            )
            yield Fault(sealed.entries, loose[0].key if loose else "", recorded.journal_n, what)
        return
    for table, found in ((sealed.entries, loose), (sealed.changes, under)):
        for row in found:
            yield from _fault_of_row(recorded, table, row, row.text)


def _joined(rows: Sequence[Row]) -> str | None:
    texts = [row.text for row in rows]
    return None if None in texts else "".join(text for text in texts if text is not None)
