"""Incidents, their journal, links, attachments and what an import knew of them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Id, Json

# The migration makes the indexes partial on both databases. Here only SQLite's word for it is given, because naming
# PostgreSQL's would load its dialect on every start of a desk that never speaks it.
_UNSORTED = text("state = 'new' AND group_id IS NULL AND assignee_id IS NULL")
_OPEN = text("state IN ('new', 'in_progress', 'on_hold')")

incident = Table(
    "incident",
    metadata,
    id_column(),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("source_number", String(64), index=True),
    Column("short_description", String(160), nullable=False),
    Column("description", Text, nullable=False, server_default=""),
    reference("caller_id", "person"),
    Column("caller_vip", Boolean, nullable=False, server_default=text("false")),
    reference("opened_by_id", "person"),
    moment("reported_at", nullable=False),
    moment("created_at", nullable=False),
    Column("channel", String(32), nullable=False, server_default="phone"),
    Column("origin", String(200)),
    reference("category_id", "category"),
    reference("subcategory_id", "category"),
    reference("service_id", "service"),
    reference("configuration_item_id", "configuration_item"),
    reference("site_id", "site"),
    Column("business_unit", String(200)),
    Column("impact", Integer, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("computed_priority", Integer, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("override_reason", Text),
    reference("override_by_id", "person"),
    moment("override_at"),
    Column("major_state", String(16), nullable=False, server_default="none"),
    Column("state", String(16), nullable=False),
    Column("hold_reason", String(32)),
    moment("hold_until"),
    reference("group_id", "assignment_group"),
    reference("assignee_id", "person"),
    Column("resolution_code", String(64)),
    Column("resolution_notes", Text),
    reference("resolved_by_id", "person"),
    moment("resolved_at"),
    reference("closed_by_id", "person"),
    moment("closed_at"),
    Column("close_cause", String(32)),
    Column("cancel_reason", Text),
    reference("restricted_group_id", "assignment_group"),
    Column("business_impact", Text),
    Column("cause", Text),
    Column("workaround", Text),
    Column("minutes_spent", Integer, nullable=False, server_default="0"),
    moment("updated_at", nullable=False),
    reference("updated_by_id", "person"),
    Column("version", Integer, nullable=False, server_default="1"),
    # The numbers that problems and changes have where they are kept; what caused it is another fact than what mends it.
    Column("problem_ref", String(64)),
    Column("change_ref", String(64)),
    Column("caused_by_change_ref", String(64)),
    # Normalized as `app.domain.tags` writes them: in the order of the alphabet, a comma and a space between two.
    Column("tags", String(480)),
    moment("snoozed_until"),
    CheckConstraint("state IN ('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled')", name="state_known"),
    CheckConstraint("impact BETWEEN 1 AND 9 AND urgency BETWEEN 1 AND 9", name="levels_sane"),
    CheckConstraint("priority BETWEEN 1 AND 9 AND computed_priority BETWEEN 1 AND 9", name="priority_sane"),
    CheckConstraint("state <> 'on_hold' OR hold_reason IS NOT NULL", name="hold_has_reason"),
    CheckConstraint("minutes_spent >= 0", name="minutes_sane"),
    *sane_times("reported_at", "created_at", "updated_at", "hold_until", "resolved_at", "closed_at", "override_at"),
    *sane_times("snoozed_until"),
    Index("ix_incident_tagged", "tags", "id", sqlite_where=text("tags IS NOT NULL")),
    Index(
        "ix_incident_unsorted",
        *("state", "group_id", "assignee_id", "snoozed_until", "restricted_group_id", "id"),
        sqlite_where=_UNSORTED,
    ),
    # What is hidden from whom is asked of the few that are restricted.
    Index(
        "ix_incident_restricted",
        *("restricted_group_id", "id"),
        sqlite_where=text("restricted_group_id IS NOT NULL"),
        postgresql_where=text("restricted_group_id IS NOT NULL"),
    ),
    Index("ix_incident_snoozed", "snoozed_until", sqlite_where=text("snoozed_until IS NOT NULL")),
    Index("ix_incident_open_priority", "priority", text("number DESC"), sqlite_where=_OPEN),
    # Counting the open ones, and putting all of them in order, needs no look at the incidents themselves. They stand
    # in the order of their identifiers, as their clocks do: finding 50,000 of these one after the other takes two
    # thirds of the time.
    Index(
        "ix_incident_open",
        *("id", "number", "state", "restricted_group_id", "group_id", "assignee_id", "priority", "caller_id"),
        "updated_at",
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    ),
    Index(
        "ix_incident_open_group",
        "group_id",
        "priority",
        "number",
        "restricted_group_id",
        "caller_id",
        sqlite_where=_OPEN,
    ),
    Index("ix_incident_open_assignee", "assignee_id", "priority", "number", sqlite_where=_OPEN),
    Index("ix_incident_problem", "problem_ref", sqlite_where=text("problem_ref IS NOT NULL")),
    Index("ix_incident_priority", "priority", text("number DESC")),
    Index("ix_incident_state", "state", "number", "restricted_group_id", "caller_id"),
    Index("ix_incident_group", "group_id", "number"),
    Index("ix_incident_assignee", "assignee_id", "number"),
    Index("ix_incident_caller", "caller_id", "reported_at"),
    Index("ix_incident_updated", "updated_at"),
    Index("ix_incident_reported", "reported_at"),
)

journal_entry = Table(
    "journal_entry",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False),
    moment("occurred_at", nullable=False),
    moment("recorded_at", nullable=False),
    reference("author_id", "person"),
    Column("by_desk", Boolean, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("visibility", String(8), nullable=False),
    Column("body", Text),
    Column("source", String(64)),
    # How many changed fields follow; the audit trail records the entry together with them.
    Column("change_count", Integer),
    CheckConstraint("visibility IN ('public', 'internal')", name="visibility_known"),
    *sane_times("occurred_at", "recorded_at"),
    Index("ix_journal_entry_incident", "incident_id", "occurred_at", "id"),
)

# The changes of one incident lie together on SQLite, so opening it reads one stretch of the file.
journal_change = Table(
    "journal_change",
    metadata,
    Column("incident_id", Id, ForeignKey("incident.id"), primary_key=True),
    Column("entry_id", Id, ForeignKey("journal_entry.id"), primary_key=True),
    Column("field", String(32), primary_key=True),
    Column("old_value", Text),
    Column("new_value", Text),
    sqlite_with_rowid=False,
)

incident_link = Table(
    "incident_link",
    metadata,
    id_column(),
    reference("source_id", "incident", nullable=False, index=True),
    reference("target_id", "incident", nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    moment("created_at", nullable=False),
    reference("created_by_id", "person"),
    moment("removed_at"),
    reference("removed_by_id", "person"),
    CheckConstraint("source_id <> target_id", name="not_itself"),
    CheckConstraint("kind IN ('parent', 'duplicate', 'related')", name="kind_known"),
    *sane_times("created_at", "removed_at"),
)

# Each person's own: only they see what they follow. `seen_version` is how far it had come when they were told.
incident_follower = Table(
    "incident_follower",
    metadata,
    Column("incident_id", Id, ForeignKey("incident.id"), primary_key=True),
    Column("person_id", Id, ForeignKey("person.id"), primary_key=True),
    Column("following", Boolean, nullable=False),
    Column("seen_version", Integer, nullable=False),
    Index("ix_incident_follower_person", "person_id"),
)

attachment_content = Table(
    "attachment_content",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False, index=True),
    reference("entry_id", "journal_entry", nullable=False),
    Column("file_name", String(255), nullable=False),
    Column("media_type", String(127), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("size", BigInteger, nullable=False),
    reference("added_by_id", "person"),
    moment("added_at", nullable=False),
    ForeignKeyConstraint(["sha256"], ["attachment_content.sha256"]),
    *sane_times("added_at"),
)

imported_record = Table(
    "imported_record",
    metadata,
    reference("incident_id", "incident", nullable=False, primary_key=True),
    Column("source", String(64), nullable=False),
    Column("source_number", String(64), nullable=False),
    Column("made_sla", Boolean),
    Column("content_hash", String(64), nullable=False),
    Column("extra", Json, nullable=False),
    moment("imported_at", nullable=False),
    UniqueConstraint("source", "source_number"),
    *sane_times("imported_at"),
)

number_counter = Table(
    "number_counter",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("last", BigInteger, nullable=False),
)
