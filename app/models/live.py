"""What tells other windows that something changed, and who looks at what; see docs/decisions/0008 for the design."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, Integer, String, Table, text

from app.models.base import metadata, moment, sane_times
from app.models.types import Id

NO_SUBJECT = "0" * 32
"""The subject of a change that concerns a whole table."""

# Written by triggers, and by imports in their place: identifiers and never what stands in the rows, because whoever
# works at the desk reads all of it. `xid` and `at` are PostgreSQL's, where commits come out of order; on SQLite the ids
# rise as commits do.
change_feed = Table(
    "change_feed",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), Identity(always=True), primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("incident_id", Id),
    Column("xid", BigInteger),
    moment("at"),
    # One row for each subject and transaction. SQLite's condition keeps the index empty there.
    Index("uq_change_feed_once", "xid", "kind", "subject_id", unique=True, sqlite_where=text("xid IS NOT NULL")),
)

# One row for each open window that shows an incident; not logged and not journalled, and gone after a crash.
presence = Table(
    "presence",
    metadata,
    Column("window_id", Id, primary_key=True),
    Column("person_id", Id, nullable=False),
    Column("incident_id", Id, nullable=False),
    Column("doing", String(8), nullable=False),
    moment("seen_at", nullable=False),
    CheckConstraint("doing IN ('viewing', 'typing', 'away')", name="doing_known"),
    *sane_times("seen_at"),
)
