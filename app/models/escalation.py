"""Escalations: the rules in versions, what was escalated to whom, each step taken, and what a shift left behind."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, String, Table, Text, UniqueConstraint, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

_LIVE = text("state IN ('waiting', 'active')")

# The whole ordered list of rules is one version; a running escalation keeps the number that it started with.
escalation_book = Table(
    "escalation_book",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    moment("effective_from", nullable=False),
    Column("rules", Json, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    moment("created_at", nullable=False),
    reference("created_by_id", "person"),
    *sane_times("effective_from", "created_at"),
)

# A row of kind 'run' is a rule that takes its steps; what it escalates to is a row of its own that names the run.
escalation = Table(
    "escalation",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False),
    reference("run_id", "escalation"),
    Column("kind", String(16), nullable=False),
    Column("level", Integer, nullable=False, server_default="0"),
    Column("book_number", Integer),
    Column("rule_key", String(64)),
    Column("clock", String(16)),
    Column("cycle", Integer),
    Column("dedupe_key", String(200), unique=True),
    reference("from_group_id", "assignment_group"),
    reference("to_group_id", "assignment_group"),
    reference("to_person_id", "person"),
    Column("reason", String(200), nullable=False, server_default=""),
    Column("tried", Text, nullable=False, server_default=""),
    Column("is_urgent", Boolean, nullable=False, server_default=text("false")),
    Column("state", String(16), nullable=False),
    Column("step", Integer, nullable=False, server_default="0"),
    Column("pages", Integer, nullable=False, server_default="0"),
    moment("raised_at", nullable=False),
    reference("raised_by_id", "person"),
    Column("acknowledge_seconds", Integer),
    moment("acknowledge_by"),
    moment("acknowledged_at"),
    reference("acknowledged_by_id", "person"),
    moment("ended_at"),
    reference("ended_by_id", "person"),
    Column("end_note", Text, nullable=False, server_default=""),
    CheckConstraint("kind IN ('functional', 'hierarchical', 'run')", name="kind_known"),
    CheckConstraint("state IN ('waiting', 'active', 'handed_back', 'passed_on', 'ended')", name="state_known"),
    CheckConstraint("level BETWEEN 0 AND 3", name="level_known"),
    *sane_times("raised_at", "acknowledge_by", "acknowledged_at", "ended_at"),
    Index("ix_escalation_incident", "incident_id", "raised_at"),
    Index("ix_escalation_live", "state", "acknowledge_by", sqlite_where=_LIVE),
)

# The primary key is the decision to take a step, as `sla_firing` is for thresholds.
escalation_step = Table(
    "escalation_step",
    metadata,
    reference("escalation_id", "escalation", nullable=False, primary_key=True),
    Column("step", Integer, primary_key=True, autoincrement=False),
    moment("due_at", nullable=False),
    moment("taken_at", nullable=False),
    Column("taken_by", String(120), nullable=False),
    Column("is_late", Boolean, nullable=False),
    Column("what", Text, nullable=False, server_default=""),
    reference("entry_id", "journal_entry"),
    CheckConstraint("due_at <= taken_at", name="not_early"),
    *sane_times("due_at", "taken_at"),
)

shift_offer = Table(
    "shift_offer",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False),
    reference("from_group_id", "assignment_group", nullable=False),
    reference("to_group_id", "assignment_group", nullable=False),
    moment("shift_ended_at", nullable=False),
    moment("offered_at", nullable=False),
    moment("answered_at"),
    reference("answered_by_id", "person"),
    Column("answer", String(16)),
    UniqueConstraint("incident_id", "from_group_id", "shift_ended_at"),
    CheckConstraint("answer IN ('taken', 'declined', 'withdrawn')", name="answer_known"),
    *sane_times("shift_ended_at", "offered_at", "answered_at"),
    Index("ix_shift_offer_open", "to_group_id", "offered_at", sqlite_where=text("answered_at IS NULL")),
)
