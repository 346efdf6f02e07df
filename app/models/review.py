"""Post-incident reviews and their parts; every part hangs on one version of a review."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, String, Table, Text, UniqueConstraint

from app.models.base import id_column, metadata, moment, reference, sane_times

review = Table(
    "review",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(16), nullable=False),
    Column("title", String(160), nullable=False),
    Column("classification", String(64), nullable=False, server_default="Internal"),
    Column("summary", Text, nullable=False, server_default=""),
    Column("detection", Text, nullable=False, server_default=""),
    Column("recovery", Text, nullable=False, server_default=""),
    Column("people_affected", Integer),
    Column("business_effect", String(160), nullable=False, server_default=""),
    Column("data_loss", String(160), nullable=False, server_default=""),
    moment("impact_began_at"),
    moment("impact_ended_at"),
    moment("held_at"),
    reference("author_id", "person"),
    reference("commander_id", "person"),
    moment("created_at", nullable=False),
    moment("updated_at", nullable=False),
    moment("published_at"),
    Column("edit", Integer, nullable=False, server_default="1"),
    UniqueConstraint("incident_id", "version"),
    CheckConstraint("state IN ('draft', 'in_review', 'published')", name="state_known"),
    *sane_times("impact_began_at", "impact_ended_at", "held_at", "created_at", "updated_at", "published_at"),
)


def _part(name: str, *columns: Any) -> Table:
    return Table(
        name,
        metadata,
        id_column(),
        reference("review_id", "review", nullable=False),
        Column("position", Integer, nullable=False),
        *columns,
        Index(f"ix_{name}_review", "review_id", "position"),
    )


review_impact = _part(
    "review_impact",
    Column("area", String(160), nullable=False),
    Column("seen", Text, nullable=False, server_default=""),
    Column("size", String(160), nullable=False, server_default=""),
    Column("consequence", Text, nullable=False, server_default=""),
)

review_event = _part(
    "review_event",
    moment("occurred_at", nullable=False),
    Column("body", Text, nullable=False),
    Column("source", String(64), nullable=False, server_default=""),
    reference("entry_id", "journal_entry"),
    reference("author_id", "person"),
    Column("milestone", String(16)),
    *sane_times("occurred_at"),
)

review_decision = _part(
    "review_decision",
    moment("occurred_at", nullable=False),
    Column("decision", Text, nullable=False),
    Column("decided_by", String(200), nullable=False, server_default=""),
    Column("known_then", Text, nullable=False, server_default=""),
    Column("result", Text, nullable=False, server_default=""),
    *sane_times("occurred_at"),
)

review_cause = _part(
    "review_cause",
    Column("claim", Text, nullable=False),
    Column("evidence", Text, nullable=False, server_default=""),
)

review_lesson = _part(
    "review_lesson",
    Column("kind", String(16), nullable=False),
    Column("body", Text, nullable=False),
    CheckConstraint("kind IN ('went_well', 'went_badly', 'lucky')", name="kind_known"),
)

review_action = _part(
    "review_action",
    Column("action", Text, nullable=False),
    Column("kind", String(16), nullable=False, server_default="prevent"),
    reference("owner_id", "person"),
    Column("due_on", Date),
    Column("tracked_in", String(160), nullable=False, server_default=""),
    Column("status", String(16), nullable=False, server_default="open"),
    CheckConstraint("kind IN ('mitigate', 'prevent', 'detect', 'process')", name="kind_known"),
    CheckConstraint("status IN ('open', 'in_progress', 'done', 'not_doing')", name="status_known"),
)

review_sign_off = _part(
    "review_sign_off",
    Column("role", String(64), nullable=False),
    reference("person_id", "person"),
    moment("approved_at"),
    *sane_times("approved_at"),
)

REVIEW_PARTS = (
    review_impact,
    review_event,
    review_decision,
    review_cause,
    review_lesson,
    review_action,
    review_sign_off,
)
"""Every table whose rows belong to one review and are copied when a new version is begun."""
