"""The audit trail: what was changed in any other table, by whom, in chains of hashes; see docs/decisions/0006."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text
from sqlalchemy.types import TypeEngine

from app.models.base import metadata, moment, sane_times
from app.models.types import Id


def _bytewise(length: int) -> TypeEngine[str]:
    """Text that sorts by bytes on both databases, so that chains are read in one order."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


# One chain for each record: `subject` is its table, `subject_id` its key, `n` counts from 1 without a gap. `part` and
# `part_id` name the row that changed, which may belong to the record without being it. `content` is JSON, `digest` the
# hash of the row as it is after the change, `hash` that of this record and the one before.
audit_entry = Table(
    "audit_entry",
    metadata,
    Column("subject", _bytewise(32), primary_key=True),
    Column("subject_id", _bytewise(80), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    Column("login", String(128), nullable=False),
    Column("person_id", Id),
    Column("act", String(16), nullable=False),
    Column("part", String(32), nullable=False),
    Column("part_id", String(200), nullable=False),
    Column("content", Text),
    Column("digest", LargeBinary),
    Column("hash", LargeBinary, nullable=False),
    *sane_times("at"),
    Index("ix_audit_entry_at", "at"),
    sqlite_with_rowid=False,
)

# Each anchor closes what every chain held when it was taken, and the anchor before. `heads` is the hash over the rows
# of `audit_head` that name it, `chains` their number, `records` how many records of the trail it closes beyond the
# anchors before; `digest` is what is kept outside.
audit_anchor = Table(
    "audit_anchor",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    Column("chains", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("heads", LargeBinary, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    *sane_times("at"),
)

# How far an anchor closes a chain that has grown since the anchor before: its newest record then, and that one's hash.
audit_head = Table(
    "audit_head",
    metadata,
    Column("subject", _bytewise(32), primary_key=True),
    Column("subject_id", _bytewise(80), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("anchor", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("ix_audit_head_anchor", "anchor"),
    sqlite_with_rowid=False,
)
