"""What clocks are measured by, what they show, and what has fired; see docs/decisions/0004 for the design.

Calendars, policies and their books come in versions that never change. `incident_clocks` is a cache: a fold over the
journal gives the same, and it carries the versions of its inputs.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Id, Json

calendar = Table(
    "calendar",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False, unique=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
)

calendar_version = Table(
    "calendar_version",
    metadata,
    reference("calendar_id", "calendar", nullable=False, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    moment("effective_from", nullable=False),
    Column("definition", Json, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    moment("created_at", nullable=False),
    reference("created_by_id", "person"),
    *sane_times("effective_from", "created_at"),
)

group_hours = Table(
    "group_hours",
    metadata,
    reference("group_id", "assignment_group", nullable=False, primary_key=True),
    reference("calendar_id", "calendar"),
    reference("next_group_id", "assignment_group"),
    CheckConstraint("next_group_id <> group_id", name="not_itself"),
)

person_hours = Table(
    "person_hours",
    metadata,
    reference("person_id", "person", nullable=False, primary_key=True),
    reference("calendar_id", "calendar", nullable=False),
)

sla_policy = Table(
    "sla_policy",
    metadata,
    id_column(),
    Column("policy_set", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    CheckConstraint("policy_set IN ('desk', 'imported')", name="set_known"),
)

sla_policy_version = Table(
    "sla_policy_version",
    metadata,
    reference("policy_id", "sla_policy", nullable=False, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("definition", Json, nullable=False),
    moment("created_at", nullable=False),
    reference("created_by_id", "person"),
    *sane_times("created_at"),
)

# A book is the ordered list of policy versions that is in force in a set from an instant on.
sla_book = Table(
    "sla_book",
    metadata,
    Column("policy_set", String(16), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    moment("effective_from", nullable=False),
    Column("applies_to_open", Boolean, nullable=False, server_default=text("false")),
    Column("policies", Json, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    moment("created_at", nullable=False),
    reference("created_by_id", "person"),
    CheckConstraint("policy_set IN ('desk', 'imported')", name="set_known"),
    *sane_times("effective_from", "created_at"),
)


def _one_clock(name: str) -> tuple[Column[Any], ...]:
    """What the cache holds of one clock; durations are microseconds of opening time."""
    return (
        Column(f"{name}_phase", String(8), nullable=False, server_default="none"),
        Column(f"{name}_cycle", Integer, nullable=False, server_default="0"),
        Column(f"{name}_elapsed", BigInteger, nullable=False, server_default="0"),
        Column(f"{name}_target", BigInteger),
        moment(f"{name}_due_at"),
        moment(f"{name}_stopped_at"),
        Column(f"{name}_breached", Boolean),
    )


# `clock`, `phase` and the four instants after them are of the clock that presses most: what the queue shows and sorts
# by. `checked_until` is the instant up to which its timers have been decided; no later fact may lie before it.
# `next_look_at` is their timer: when something fires next. A row of its own would cost each save a statement more.
# On PostgreSQL the index of the next look is partial too, as its migration makes it; saying so here would have every
# start of a desk in a file import that dialect.
incident_clocks = Table(
    "incident_clocks",
    metadata,
    Column("incident_id", Id, ForeignKey("incident.id"), primary_key=True),
    Column("policy_set", String(16), nullable=False),
    reference("policy_id", "sla_policy"),
    Column("policy_version", Integer),
    reference("calendar_id", "calendar"),
    Column("calendar_version", Integer),
    Column("engine", String(32), nullable=False),
    Column("last_entry_id", Id),
    moment("checked_until", nullable=False),
    moment("next_look_at"),
    Column("clock", String(16)),
    Column("phase", String(8), nullable=False, server_default="none"),
    Column("pause_reason", String(32)),
    moment("soon_at"),
    moment("hot_at"),
    moment("due_at"),
    moment("breach_at"),
    *_one_clock("response"),
    *_one_clock("resolution"),
    *_one_clock("update"),
    *sane_times("checked_until", "next_look_at", "soon_at", "hot_at", "due_at", "breach_at"),
    Index("ix_incident_clocks_due", "due_at", sqlite_where=text("due_at IS NOT NULL")),
    Index(
        "ix_incident_clocks_next_look",
        "next_look_at",
        sqlite_where=text("next_look_at IS NOT NULL"),
    ),
    sqlite_with_rowid=False,
)

# The primary key is the decision to fire (clock research 3.7): whoever inserts the row has fired, nobody else.
sla_firing = Table(
    "sla_firing",
    metadata,
    Column("incident_id", Id, ForeignKey("incident.id"), primary_key=True),
    Column("clock", String(16), primary_key=True),
    Column("cycle", Integer, primary_key=True, autoincrement=False),
    Column("target", BigInteger, primary_key=True, autoincrement=False),
    Column("threshold", String(32), primary_key=True),
    moment("reached_at", nullable=False),
    moment("fired_at", nullable=False),
    Column("fired_by", String(120), nullable=False),
    Column("is_late", Boolean, nullable=False),
    Column("is_told", Boolean, nullable=False),
    reference("entry_id", "journal_entry"),
    CheckConstraint("reached_at <= fired_at", name="not_early"),
    *sane_times("reached_at", "fired_at"),
    Index("ix_sla_firing_fired_at", "fired_at"),
    sqlite_with_rowid=False,
)
