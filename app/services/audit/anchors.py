"""Anchors: once a day one row closes what every chain holds by then, and the anchor before.

An anchor that is kept outside reveals whatever was rewritten since, even by somebody who may do everything in the
database. Taking one waits for nobody and nobody waits for it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Integer, cast, func, select

from app.domain.actor import PROGRAM
from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.audit.record import Head, anchored
from app.infra.database import stream
from app.infra.link import LONG
from app.infra.plain_read import to_text
from app.infra.unit_of_work import Store, Work
from app.models.audit import audit_anchor, audit_head
from app.services.audit.dto import Anchor

EVERY = timedelta(hours=24)
"""How old the last anchor is when the next one is due."""

_BATCH = 5000

# The end of each chain beside what the anchors before closed of it: only those that have grown.
_GROWN = """SELECT e.subject, e.subject_id, e.n, e.hash, x.n - x.old FROM (
  SELECT subject, subject_id, max(n) AS n, coalesce((SELECT max(h.n) FROM audit_head h
   WHERE h.subject = c.subject AND h.subject_id = c.subject_id), 0) AS old
  FROM audit_entry c GROUP BY subject, subject_id) x
 JOIN audit_entry e ON e.subject = x.subject AND e.subject_id = x.subject_id AND e.n = x.n
 WHERE x.n > x.old ORDER BY e.subject, e.subject_id"""


# The hash over the heads is for whoever verifies; everybody else may not read it.
_SHOWN = select(*(audit_anchor.c[name] for name in ("number", "at", "chains", "records", "digest")))


def load_last(connection: Connection) -> Anchor | None:
    """The newest anchor; None on a desk that has none yet."""
    found = connection.execute(_SHOWN.order_by(audit_anchor.c.number.desc()).limit(1)).one_or_none()
    return None if found is None else _as_anchor(found)


def load_all(connection: Connection) -> list[Anchor]:
    """Every anchor, oldest first."""
    return [_as_anchor(row) for row in connection.execute(_SHOWN.order_by(audit_anchor.c.number))]


def _as_anchor(row: Any) -> Anchor:
    return Anchor(row.number, row.at, row.chains, row.records, row.digest.hex())


def take_if_due(store: Store) -> Anchor | None:
    """Take the anchor of the day, when the last one is a day old; None when it is not due or somebody else takes it."""
    with store.reading() as connection:
        last = load_last(connection)
        now = store.time.read(connection).now
    if last is not None and now - last.at < EVERY:
        return None
    return take(store, after=0 if last is None else last.number)


def take(store: Store, after: int | None = None) -> Anchor | None:
    """Close everything that is recorded now. `after` names the last anchor: None comes back where there is a newer one.

    On PostgreSQL the database does it, because nobody else has rights on the trail. On SQLite the chains are looked
    through before the transaction begins that writes the anchor: what is recorded meanwhile is closed by the next one.
    """
    if not store.database.is_sqlite:
        return _by_the_server(store, after)
    with store.snapshot(LONG) as connection:
        last = load_last(connection)
        grown = list(stream(connection, _GROWN, "grown"))
    number = 0 if last is None else last.number
    with store.writing(PROGRAM) as work:
        newest = load_last(work.connection)
        if (newest is not None and newest.number != number) or (after is not None and after != number):
            return None
        return _write(work, last, [Head(*row[:4]) for row in grown], sum(row[4] for row in grown))


def _by_the_server(store: Store, after: int | None) -> Anchor | None:
    with store.writing(PROGRAM, patience=LONG) as work:
        taken = work.connection.execute(select(func.audit_take_anchor(cast(after, Integer)))).scalar_one()
        if taken is None:
            return None
        found = work.connection.execute(_SHOWN.where(audit_anchor.c.number == taken)).one()
        return _as_anchor(found)


def _write(work: Work, last: Anchor | None, heads: list[Head], records: int) -> Anchor:
    number = 1 if last is None else last.number + 1
    at = work.now if last is None else max(work.now, last.at)
    told = heads_hash(heads)
    before = None if last is None else bytes.fromhex(last.digest)
    digest = anchored(before, number, to_text(at), len(heads), records, told)
    row = {"number": number, "at": at, "chains": len(heads), "records": records, "heads": told, "digest": digest}
    for start in range(0, len(heads), _BATCH):
        rows = [{**head._asdict(), "anchor": number} for head in heads[start : start + _BATCH]]
        work.connection.execute(audit_head.insert(), rows)
    work.connection.execute(audit_anchor.insert(), row)
    return Anchor(number, at, len(heads), records, digest.hex())


def heads_hash(heads: Iterable[Head]) -> bytes:
    """The hash over the heads of an anchor, in their order."""
    digest = hashlib.sha256()
    for head in heads:
        digest.update(head.told().encode())
    return digest.digest()


def faults_of_anchors(connection: Connection) -> Iterator[tuple[int, str]]:
    """What is wrong with the anchors themselves: each closes the one before and the heads that name it."""
    hashes = dict(_hashes_of_heads(connection))
    before: bytes | None = None
    wanted = 1
    for row in connection.execute(select(audit_anchor).order_by(audit_anchor.c.number)).all():
        heads, count = hashes.pop(row.number, (heads_hash(()), 0))
        if row.number != wanted:
            yield row.number, tr("anchor {wanted} is missing before this one.", wanted=wanted)
        elif anchored(before, row.number, to_text(row.at), row.chains, row.records, row.heads) != row.digest:
            yield row.number, tr("this anchor, or the order of it and the one before, is not as it was taken.")
        if heads != row.heads or count != row.chains:
            yield row.number, tr("what this anchor closed was changed: its list of chains is not as it was.")
        before, wanted = row.digest, row.number + 1
    for number in sorted(hashes):
        yield number, tr("this anchor is missing, and chains are closed by it.")


def _hashes_of_heads(connection: Connection) -> Iterator[tuple[int, tuple[bytes, int]]]:
    """For each anchor the hash over its heads, and how many there are."""
    sql = "SELECT anchor, subject, subject_id, n, hash FROM audit_head ORDER BY anchor, subject, subject_id, n"
    number, digest, count = None, hashlib.sha256(), 0
    for anchor, *head in stream(connection, sql, "heads_of_anchors"):
        if anchor != number:
            if number is not None:
                yield number, (digest.digest(), count)
            number, digest, count = anchor, hashlib.sha256(), 0
        digest.update(Head(*head).told().encode())
        count += 1
    if number is not None:
        yield number, (digest.digest(), count)


def must_be_there(anchor: Anchor | None) -> Anchor:
    """The anchor, or `Unavailable` where somebody else was taking one at that moment."""
    if anchor is None:
        raise Unavailable(tr("Another program took an anchor at this moment. Show it with `main.py audit show`."))
    return anchor
