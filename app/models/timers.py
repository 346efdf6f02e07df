"""What is due when, who runs the timers, and what people are told; see docs/decisions/0004 for the design."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Id

# One row for each thing that has a next moment, but clocks: theirs stands beside them (`incident_clocks`). A tick with
# nothing due reads one index entry of both.
timer = Table(
    "timer",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("subject_id", Id, primary_key=True),
    moment("due_at", nullable=False),
    CheckConstraint("kind IN ('hold', 'escalation', 'shift', 'watch')", name="kind_known"),
    *sane_times("due_at"),
    Index("ix_timer_due", "due_at"),
    sqlite_with_rowid=False,
)

# Every program that runs timers signs here at each tick. The newest time of all is the watermark of a SQLite desk.
heartbeat = Table(
    "heartbeat",
    metadata,
    Column("worker_id", Id, primary_key=True),
    Column("worker", String(120), nullable=False),
    Column("program", String(16), nullable=False),
    reference("person_id", "person"),
    moment("started_at", nullable=False),
    moment("last_tick_at", nullable=False),
    Column("fired", Integer, nullable=False, server_default="0"),
    Column("clock_offset_ms", Integer, nullable=False, server_default="0"),
    Column("note", Text, nullable=False, server_default=""),
    CheckConstraint("program IN ('window', 'jobs')", name="program_known"),
    *sane_times("started_at", "last_tick_at"),
    Index("ix_heartbeat_last_tick", "last_tick_at"),
)

# The outbox: written in the transaction of its cause, delivered afterwards. The unique key makes a repeat harmless.
notification = Table(
    "notification",
    metadata,
    id_column(),
    Column("dedupe_key", String(200), nullable=False),
    reference("person_id", "person", nullable=False),
    reference("incident_id", "incident"),
    Column("kind", String(32), nullable=False),
    Column("is_urgent", Boolean, nullable=False, server_default=text("false")),
    Column("title", String(200), nullable=False),
    Column("body", Text, nullable=False, server_default=""),
    moment("created_at", nullable=False),
    moment("deliver_at", nullable=False),
    moment("shown_at"),
    moment("read_at"),
    UniqueConstraint("dedupe_key", "person_id"),
    *sane_times("created_at", "deliver_at", "shown_at", "read_at"),
    Index("ix_notification_person", "person_id", "created_at"),
    Index("ix_notification_unshown", "person_id", "deliver_at", sqlite_where=text("shown_at IS NULL")),
)

# Each person's own: what they marked as unread, although nobody told them anything of it that could be.
unread_mark = Table(
    "unread_mark",
    metadata,
    Column("incident_id", Id, ForeignKey("incident.id"), primary_key=True),
    Column("person_id", Id, ForeignKey("person.id"), primary_key=True),
    Column("unread", Boolean, nullable=False),
    Index("ix_unread_mark_person", "person_id", "unread"),
)
