"""Beginning the trail of a desk that is older than it: for each record one that covers what stands there.

From then on the old rows are protected like new ones. What happened to them before nobody can tell.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from app.infra.audit.canonical import JOURNAL
from app.infra.audit.record import chained
from app.infra.audit.renew import shapes_of
from app.infra.audit.scope import Shape
from app.infra.clock import SystemClock
from app.infra.database import driver_connection
from app.infra.plain_read import to_text
from app.models.audit import audit_entry
from app.models.audited import SEALED, WATCHED
from app.services.audit.streams import Row, Sorted, least, rows_of

_BATCH = 1000


def begin_chains(connection: Connection) -> None:
    """Write the first record of every record there is; called where the trail has just been laid out."""
    by_subject: dict[str, list[Shape]] = {}
    for shape in shapes_of(connection, WATCHED):
        by_subject.setdefault(shape.watched.subject, []).append(shape)
    now, login = SystemClock().now(), _login(connection)
    waiting: list[dict[str, Any]] = []
    for subject, shapes in by_subject.items():
        for subject_id, rows in _records(connection, shapes):
            content, digest = _what_stands(subject, subject_id, rows)
            named = (subject, subject_id)
            hashed = chained(None, *named, 1, to_text(now), login, None, "baseline", *named, content, digest)
            waiting.append(
                {
                    "subject": subject, "subject_id": subject_id, "n": 1, "at": now, "login": login,
                    "act": "baseline", "part": subject, "part_id": subject_id, "content": content,
                    "digest": digest, "hash": hashed,
                }
            )  # fmt: skip
            if len(waiting) >= _BATCH:
                connection.execute(audit_entry.insert(), waiting)
                waiting.clear()
    if waiting:
        connection.execute(audit_entry.insert(), waiting)


def _login(connection: Connection) -> str:
    if connection.dialect.name == "sqlite":
        return str(driver_connection(connection).writer.login)
    return str(connection.exec_driver_sql("SELECT session_user").scalar_one())


def _records(connection: Connection, shapes: Sequence[Shape]) -> Iterator[tuple[str, dict[str, list[Row]]]]:
    parts = {shape.table: Sorted(rows_of(connection, shape)) for shape in shapes}
    while (subject_id := least(parts.values())) is not None:
        yield subject_id, {table: part.take(subject_id) for table, part in parts.items()}


def _what_stands(subject: str, subject_id: str, rows: Mapping[str, Sequence[Row]]) -> tuple[str, bytes | None]:
    """The content of a first record, and the digest of the record's own row; None for a record without one."""
    own = next((row for row in rows.get(subject, ()) if row.key == subject_id), None)
    told: dict[str, Any] = {}
    if own is not None and own.label.isdigit():
        told["number"] = [None, int(own.label)]
    if SEALED.entries in rows:
        told[JOURNAL] = _hash([*rows[SEALED.entries], *rows[SEALED.changes]]).hex()
    for table, found in rows.items():
        if table not in {SEALED.entries, SEALED.changes}:
            told |= {f"{table}/{row.key}": _hash([row]).hex() for row in found if row is not own}
    return json.dumps(told, ensure_ascii=False), None if own is None else _hash([own])


def _hash(rows: Sequence[Row]) -> bytes:
    # A row with characters that no desk writes has no text; it is found by every verification until it is mended.
    return hashlib.sha256("".join(row.text or "" for row in rows).encode()).digest()
