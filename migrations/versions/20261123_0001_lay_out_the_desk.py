"""Lay out the tables of the desk.

Revision 20261123_0001, the first. The journal and the published reviews are guarded by triggers on both databases,
because they are never edited.
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261123_0001"
down_revision = None
branch_labels = None
depends_on = None

JOURNAL = ("journal_entry", "journal_change")
REVIEW_PARTS = (
    "review_action",
    "review_cause",
    "review_decision",
    "review_event",
    "review_impact",
    "review_lesson",
    "review_sign_off",
)


def upgrade() -> None:
    """Create every table, then guard the journal."""
    _create_assignment_group()
    _create_attachment_content()
    _create_category()
    _create_number_counter()
    _create_site()
    _create_person()
    _create_service()
    _create_configuration_item()
    _create_group_member()
    _create_setting()
    _create_incident()
    _create_imported_record()
    _create_incident_link()
    _create_journal_entry()
    _create_review()
    _create_attachment()
    _create_journal_change()
    _create_review_action()
    _create_review_cause()
    _create_review_decision()
    _create_review_event()
    _create_review_impact()
    _create_review_lesson()
    _create_review_sign_off()
    _guard_journal()
    _guard_published_reviews()


def _create_assignment_group() -> None:
    op.create_table(
        "assignment_group",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("tier", sa.Integer(), server_default="1", nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("tier BETWEEN 1 AND 9", name=op.f("ck_assignment_group_tier_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_group")),
        sa.UniqueConstraint("name", name=op.f("uq_assignment_group_name")),
    )


def _create_attachment_content() -> None:
    op.create_table(
        "attachment_content",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment_content")),
    )


def _create_category() -> None:
    op.create_table(
        "category",
        sa.Column("id", Id, nullable=False),
        sa.Column("parent_id", Id, nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["category.id"], name=op.f("fk_category_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("parent_id", "name", name=op.f("uq_category_parent_id_name")),
    )


def _create_number_counter() -> None:
    op.create_table(
        "number_counter",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_number_counter")),
    )


def _create_site() -> None:
    op.create_table(
        "site",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("time_zone", sa.String(length=64), server_default="UTC", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("name", name=op.f("uq_site_name")),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("phone", sa.String(length=64), nullable=True),
        sa.Column("job_title", sa.String(length=200), nullable=True),
        sa.Column("role", sa.String(length=16), server_default="requester", nullable=False),
        sa.Column("login", sa.String(length=64), nullable=True),
        sa.Column("vip", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("language", sa.String(length=16), server_default="en", nullable=False),
        sa.Column("time_zone", sa.String(length=64), server_default="UTC", nullable=False),
        sa.Column("handling_note", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("site_id", Id, nullable=True),
        sa.CheckConstraint("role IN ('requester', 'agent', 'supervisor', 'admin')", name=op.f("ck_person_role_known")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_person_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("login", name=op.f("uq_person_login")),
    )
    op.create_index(op.f("ix_person_name"), "person", ["name"], unique=False)


def _create_service() -> None:
    op.create_table(
        "service",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("owner_group_id", Id, nullable=True),
        sa.Column("criticality", sa.Integer(), server_default="3", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("criticality BETWEEN 1 AND 5", name=op.f("ck_service_criticality_known")),
        sa.ForeignKeyConstraint(["owner_group_id"], ["assignment_group.id"], name=op.f("fk_service_owner_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
        sa.UniqueConstraint("name", name=op.f("uq_service_name")),
    )


def _create_configuration_item() -> None:
    op.create_table(
        "configuration_item",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=64), server_default="other", nullable=False),
        sa.Column("service_id", Id, nullable=True),
        sa.Column("site_id", Id, nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_configuration_item_service_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_configuration_item_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_configuration_item")),
        sa.UniqueConstraint("name", name=op.f("uq_configuration_item_name")),
    )


def _create_group_member() -> None:
    op.create_table(
        "group_member",
        sa.Column("group_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("is_lead", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "joined_at >= '1970-01-01T00:00:00.000000Z' AND joined_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_group_member_joined_at_sane"),
        ),
        sa.ForeignKeyConstraint(["group_id"], ["assignment_group.id"], name=op.f("fk_group_member_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_group_member_person_id")),
        sa.PrimaryKeyConstraint("group_id", "person_id", name=op.f("pk_group_member")),
    )
    op.create_index(op.f("ix_group_member_person_id"), "group_member", ["person_id"], unique=False)


def _create_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", Json, nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("updated_by_id", Id, nullable=True),
        sa.CheckConstraint(
            "updated_at >= '1970-01-01T00:00:00.000000Z' AND updated_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_setting_updated_at_sane"),
        ),
        sa.ForeignKeyConstraint(["updated_by_id"], ["person.id"], name=op.f("fk_setting_updated_by_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )


def _create_incident() -> None:
    op.create_table(
        "incident",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("source_number", sa.String(length=64), nullable=True),
        sa.Column("short_description", sa.String(length=160), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("caller_id", Id, nullable=True),
        sa.Column("opened_by_id", Id, nullable=True),
        sa.Column("reported_at", UtcDateTime(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("channel", sa.String(length=32), server_default="phone", nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=True),
        sa.Column("category_id", Id, nullable=True),
        sa.Column("subcategory_id", Id, nullable=True),
        sa.Column("service_id", Id, nullable=True),
        sa.Column("configuration_item_id", Id, nullable=True),
        sa.Column("site_id", Id, nullable=True),
        sa.Column("business_unit", sa.String(length=200), nullable=True),
        sa.Column("impact", sa.Integer(), nullable=False),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("computed_priority", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("override_reason", sa.Text(), nullable=True),
        sa.Column("override_by_id", Id, nullable=True),
        sa.Column("override_at", UtcDateTime(), nullable=True),
        sa.Column("major_state", sa.String(length=16), server_default="none", nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("hold_reason", sa.String(length=32), nullable=True),
        sa.Column("hold_until", UtcDateTime(), nullable=True),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("assignee_id", Id, nullable=True),
        sa.Column("resolution_code", sa.String(length=64), nullable=True),
        sa.Column("resolution_notes", sa.Text(), nullable=True),
        sa.Column("resolved_by_id", Id, nullable=True),
        sa.Column("resolved_at", UtcDateTime(), nullable=True),
        sa.Column("closed_by_id", Id, nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("close_cause", sa.String(length=32), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("restricted_group_id", Id, nullable=True),
        sa.Column("business_impact", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("workaround", sa.Text(), nullable=True),
        sa.Column("minutes_spent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("updated_by_id", Id, nullable=True),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "closed_at >= '1970-01-01T00:00:00.000000Z' AND closed_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_closed_at_sane"),
        ),
        sa.CheckConstraint(
            "created_at >= '1970-01-01T00:00:00.000000Z' AND created_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_created_at_sane"),
        ),
        sa.CheckConstraint(
            "hold_until >= '1970-01-01T00:00:00.000000Z' AND hold_until < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_hold_until_sane"),
        ),
        sa.CheckConstraint(
            "override_at >= '1970-01-01T00:00:00.000000Z' AND override_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_override_at_sane"),
        ),
        sa.CheckConstraint(
            "reported_at >= '1970-01-01T00:00:00.000000Z' AND reported_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_reported_at_sane"),
        ),
        sa.CheckConstraint(
            "resolved_at >= '1970-01-01T00:00:00.000000Z' AND resolved_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_resolved_at_sane"),
        ),
        sa.CheckConstraint("state <> 'on_hold' OR hold_reason IS NOT NULL", name=op.f("ck_incident_hold_has_reason")),
        sa.CheckConstraint(
            "state IN ('new', 'in_progress', 'on_hold', 'resolved', 'closed', 'canceled')",
            name=op.f("ck_incident_state_known"),
        ),
        sa.CheckConstraint(
            "updated_at >= '1970-01-01T00:00:00.000000Z' AND updated_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_updated_at_sane"),
        ),
        sa.CheckConstraint("impact BETWEEN 1 AND 9 AND urgency BETWEEN 1 AND 9", name=op.f("ck_incident_levels_sane")),
        sa.CheckConstraint("minutes_spent >= 0", name=op.f("ck_incident_minutes_sane")),
        sa.CheckConstraint(
            "priority BETWEEN 1 AND 9 AND computed_priority BETWEEN 1 AND 9", name=op.f("ck_incident_priority_sane")
        ),
        sa.ForeignKeyConstraint(["assignee_id"], ["person.id"], name=op.f("fk_incident_assignee_id")),
        sa.ForeignKeyConstraint(["caller_id"], ["person.id"], name=op.f("fk_incident_caller_id")),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_incident_category_id")),
        sa.ForeignKeyConstraint(["closed_by_id"], ["person.id"], name=op.f("fk_incident_closed_by_id")),
        sa.ForeignKeyConstraint(
            ["configuration_item_id"], ["configuration_item.id"], name=op.f("fk_incident_configuration_item_id")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["assignment_group.id"], name=op.f("fk_incident_group_id")),
        sa.ForeignKeyConstraint(["opened_by_id"], ["person.id"], name=op.f("fk_incident_opened_by_id")),
        sa.ForeignKeyConstraint(["override_by_id"], ["person.id"], name=op.f("fk_incident_override_by_id")),
        sa.ForeignKeyConstraint(["resolved_by_id"], ["person.id"], name=op.f("fk_incident_resolved_by_id")),
        sa.ForeignKeyConstraint(
            ["restricted_group_id"], ["assignment_group.id"], name=op.f("fk_incident_restricted_group_id")
        ),
        sa.ForeignKeyConstraint(["service_id"], ["service.id"], name=op.f("fk_incident_service_id")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_incident_site_id")),
        sa.ForeignKeyConstraint(["subcategory_id"], ["category.id"], name=op.f("fk_incident_subcategory_id")),
        sa.ForeignKeyConstraint(["updated_by_id"], ["person.id"], name=op.f("fk_incident_updated_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
        sa.UniqueConstraint("number", name=op.f("uq_incident_number")),
    )
    op.create_index("ix_incident_assignee", "incident", ["assignee_id", "number"], unique=False)
    op.create_index("ix_incident_caller", "incident", ["caller_id", "reported_at"], unique=False)
    op.create_index("ix_incident_group", "incident", ["group_id", "number"], unique=False)
    op.create_index(
        "ix_incident_open_assignee",
        "incident",
        ["assignee_id", "priority", "number"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
        postgresql_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
    )
    op.create_index(
        "ix_incident_open_group",
        "incident",
        ["group_id", "priority", "number"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
        postgresql_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
    )
    op.create_index(
        "ix_incident_open_priority",
        "incident",
        ["priority", sa.text("number DESC")],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
        postgresql_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
    )
    op.create_index(
        "ix_incident_open_updated",
        "incident",
        ["updated_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
        postgresql_where=sa.text("state IN ('new', 'in_progress', 'on_hold')"),
    )
    op.create_index("ix_incident_priority", "incident", ["priority", sa.text("number DESC")], unique=False)
    op.create_index("ix_incident_reported", "incident", ["reported_at"], unique=False)
    op.create_index(op.f("ix_incident_source_number"), "incident", ["source_number"], unique=False)
    op.create_index("ix_incident_state", "incident", ["state", "number"], unique=False)
    op.create_index("ix_incident_updated", "incident", ["updated_at"], unique=False)


def _create_imported_record() -> None:
    op.create_table(
        "imported_record",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("source_number", sa.String(length=64), nullable=False),
        sa.Column("made_sla", sa.Boolean(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("extra", Json, nullable=False),
        sa.Column("imported_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "imported_at >= '1970-01-01T00:00:00.000000Z' AND imported_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_imported_record_imported_at_sane"),
        ),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_imported_record_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_imported_record")),
        sa.UniqueConstraint("source", "source_number", name=op.f("uq_imported_record_source_source_number")),
    )


def _create_incident_link() -> None:
    op.create_table(
        "incident_link",
        sa.Column("id", Id, nullable=False),
        sa.Column("source_id", Id, nullable=False),
        sa.Column("target_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.Column("removed_by_id", Id, nullable=True),
        sa.CheckConstraint(
            "created_at >= '1970-01-01T00:00:00.000000Z' AND created_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_link_created_at_sane"),
        ),
        sa.CheckConstraint("kind IN ('parent', 'duplicate', 'related')", name=op.f("ck_incident_link_kind_known")),
        sa.CheckConstraint(
            "removed_at >= '1970-01-01T00:00:00.000000Z' AND removed_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_link_removed_at_sane"),
        ),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_incident_link_not_itself")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_incident_link_created_by_id")),
        sa.ForeignKeyConstraint(["removed_by_id"], ["person.id"], name=op.f("fk_incident_link_removed_by_id")),
        sa.ForeignKeyConstraint(["source_id"], ["incident.id"], name=op.f("fk_incident_link_source_id")),
        sa.ForeignKeyConstraint(["target_id"], ["incident.id"], name=op.f("fk_incident_link_target_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_link")),
    )
    op.create_index(op.f("ix_incident_link_source_id"), "incident_link", ["source_id"], unique=False)
    op.create_index(op.f("ix_incident_link_target_id"), "incident_link", ["target_id"], unique=False)


def _create_journal_entry() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=False),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("by_desk", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("visibility", sa.String(length=8), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("source", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "occurred_at >= '1970-01-01T00:00:00.000000Z' AND occurred_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_journal_entry_occurred_at_sane"),
        ),
        sa.CheckConstraint(
            "recorded_at >= '1970-01-01T00:00:00.000000Z' AND recorded_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_journal_entry_recorded_at_sane"),
        ),
        sa.CheckConstraint("visibility IN ('public', 'internal')", name=op.f("ck_journal_entry_visibility_known")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_journal_entry_author_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_journal_entry_incident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
    )
    op.create_index("ix_journal_entry_incident", "journal_entry", ["incident_id", "occurred_at", "id"], unique=False)


def _create_review() -> None:
    op.create_table(
        "review",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("classification", sa.String(length=64), server_default="Internal", nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("detection", sa.Text(), server_default="", nullable=False),
        sa.Column("recovery", sa.Text(), server_default="", nullable=False),
        sa.Column("people_affected", sa.Integer(), nullable=True),
        sa.Column("business_effect", sa.String(length=160), server_default="", nullable=False),
        sa.Column("data_loss", sa.String(length=160), server_default="", nullable=False),
        sa.Column("impact_began_at", UtcDateTime(), nullable=True),
        sa.Column("impact_ended_at", UtcDateTime(), nullable=True),
        sa.Column("held_at", UtcDateTime(), nullable=True),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("commander_id", Id, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("edit", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "created_at >= '1970-01-01T00:00:00.000000Z' AND created_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_created_at_sane"),
        ),
        sa.CheckConstraint(
            "held_at >= '1970-01-01T00:00:00.000000Z' AND held_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_held_at_sane"),
        ),
        sa.CheckConstraint(
            "impact_began_at >= '1970-01-01T00:00:00.000000Z' AND impact_began_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_impact_began_at_sane"),
        ),
        sa.CheckConstraint(
            "impact_ended_at >= '1970-01-01T00:00:00.000000Z' AND impact_ended_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_impact_ended_at_sane"),
        ),
        sa.CheckConstraint(
            "published_at >= '1970-01-01T00:00:00.000000Z' AND published_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_published_at_sane"),
        ),
        sa.CheckConstraint("state IN ('draft', 'in_review', 'published')", name=op.f("ck_review_state_known")),
        sa.CheckConstraint(
            "updated_at >= '1970-01-01T00:00:00.000000Z' AND updated_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_updated_at_sane"),
        ),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_review_author_id")),
        sa.ForeignKeyConstraint(["commander_id"], ["person.id"], name=op.f("fk_review_commander_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_review_incident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("incident_id", "version", name=op.f("uq_review_incident_id_version")),
    )


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=127), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("added_by_id", Id, nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "added_at >= '1970-01-01T00:00:00.000000Z' AND added_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_attachment_added_at_sane"),
        ),
        sa.ForeignKeyConstraint(["added_by_id"], ["person.id"], name=op.f("fk_attachment_added_by_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["journal_entry.id"], name=op.f("fk_attachment_entry_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_attachment_incident_id")),
        sa.ForeignKeyConstraint(["sha256"], ["attachment_content.sha256"], name=op.f("fk_attachment_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_incident_id"), "attachment", ["incident_id"], unique=False)


def _create_journal_change() -> None:
    op.create_table(
        "journal_change",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("entry_id", Id, nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("old_value", sa.Text(), nullable=True),
        sa.Column("new_value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["journal_entry.id"], name=op.f("fk_journal_change_entry_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_journal_change_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", "entry_id", "field", name=op.f("pk_journal_change")),
        sqlite_with_rowid=False,
    )


def _create_review_action() -> None:
    op.create_table(
        "review_action",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), server_default="prevent", nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("tracked_in", sa.String(length=160), server_default="", nullable=False),
        sa.Column("status", sa.String(length=16), server_default="open", nullable=False),
        sa.CheckConstraint(
            "kind IN ('mitigate', 'prevent', 'detect', 'process')", name=op.f("ck_review_action_kind_known")
        ),
        sa.CheckConstraint(
            "status IN ('open', 'in_progress', 'done', 'not_doing')", name=op.f("ck_review_action_status_known")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_review_action_owner_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_action_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_action")),
    )
    op.create_index("ix_review_action_review", "review_action", ["review_id", "position"], unique=False)


def _create_review_cause() -> None:
    op.create_table(
        "review_cause",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_cause_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_cause")),
    )
    op.create_index("ix_review_cause_review", "review_cause", ["review_id", "position"], unique=False)


def _create_review_decision() -> None:
    op.create_table(
        "review_decision",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.String(length=200), server_default="", nullable=False),
        sa.Column("known_then", sa.Text(), server_default="", nullable=False),
        sa.Column("result", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "occurred_at >= '1970-01-01T00:00:00.000000Z' AND occurred_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_decision_occurred_at_sane"),
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_decision_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_decision")),
    )
    op.create_index("ix_review_decision_review", "review_decision", ["review_id", "position"], unique=False)


def _create_review_event() -> None:
    op.create_table(
        "review_event",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=64), server_default="", nullable=False),
        sa.Column("entry_id", Id, nullable=True),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("milestone", sa.String(length=16), nullable=True),
        sa.CheckConstraint(
            "occurred_at >= '1970-01-01T00:00:00.000000Z' AND occurred_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_event_occurred_at_sane"),
        ),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_review_event_author_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["journal_entry.id"], name=op.f("fk_review_event_entry_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_event_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_event")),
    )
    op.create_index("ix_review_event_review", "review_event", ["review_id", "position"], unique=False)


def _create_review_impact() -> None:
    op.create_table(
        "review_impact",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=160), nullable=False),
        sa.Column("seen", sa.Text(), server_default="", nullable=False),
        sa.Column("size", sa.String(length=160), server_default="", nullable=False),
        sa.Column("consequence", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_impact_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_impact")),
    )
    op.create_index("ix_review_impact_review", "review_impact", ["review_id", "position"], unique=False)


def _create_review_lesson() -> None:
    op.create_table(
        "review_lesson",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('went_well', 'went_badly', 'lucky')", name=op.f("ck_review_lesson_kind_known")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_lesson_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_lesson")),
    )
    op.create_index("ix_review_lesson_review", "review_lesson", ["review_id", "position"], unique=False)


def _create_review_sign_off() -> None:
    op.create_table(
        "review_sign_off",
        sa.Column("id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("approved_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "approved_at >= '1970-01-01T00:00:00.000000Z' AND approved_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_review_sign_off_approved_at_sane"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_review_sign_off_person_id")),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_review_sign_off_review_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_sign_off")),
    )
    op.create_index("ix_review_sign_off_review", "review_sign_off", ["review_id", "position"], unique=False)


def _guard_journal() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute(
            "CREATE FUNCTION refuse_journal_edit() RETURNS trigger LANGUAGE plpgsql AS $$"
            " BEGIN RAISE EXCEPTION 'the journal is never edited or deleted'; END $$"
        )
    for table in JOURNAL:
        for act in ("UPDATE", "DELETE"):
            name = f"{table}_no_{act.lower()}"
            if sqlite:
                op.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table}"
                    " BEGIN SELECT RAISE(ABORT, 'the journal is never edited or deleted'); END"
                )
            else:
                op.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_journal_edit()"
                )
        if not sqlite:
            op.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_edit()"
            )


_PUBLISHED = "a published review never changes"


def _guard_published_reviews() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _guard_published_on_sqlite()
        return
    op.execute(
        "CREATE FUNCTION refuse_published_review_edit() RETURNS trigger LANGUAGE plpgsql AS $$"
        f" BEGIN RAISE EXCEPTION '{_PUBLISHED}'; END $$"
    )
    op.execute(
        "CREATE FUNCTION refuse_published_part_edit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF TG_OP <> 'INSERT' THEN"
        "  IF EXISTS (SELECT 1 FROM review WHERE id = OLD.review_id AND state = 'published') THEN"
        "   RAISE EXCEPTION 'a published review never changes'; END IF;"
        " END IF;"
        " IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;"
        " IF EXISTS (SELECT 1 FROM review WHERE id = NEW.review_id AND state = 'published') THEN"
        "  RAISE EXCEPTION 'a published review never changes'; END IF;"
        " RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER review_published_stays BEFORE UPDATE OR DELETE ON review FOR EACH ROW"
        " WHEN (OLD.state = 'published') EXECUTE FUNCTION refuse_published_review_edit()"
    )
    for table in REVIEW_PARTS:
        op.execute(
            f"CREATE TRIGGER {table}_published_stays BEFORE INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()"
        )


def _guard_published_on_sqlite() -> None:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{_PUBLISHED}'); END"
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER review_published_no_{act.lower()} BEFORE {act} ON review"
            f" WHEN OLD.state = 'published' {refuse}"
        )
    # INSERT OR REPLACE deletes the former row without asking the delete trigger, so the insert is asked.
    op.execute(
        "CREATE TRIGGER review_published_no_replace BEFORE INSERT ON review WHEN EXISTS (SELECT 1 FROM review"
        " WHERE state = 'published'"
        " AND (id = NEW.id OR (incident_id = NEW.incident_id AND version = NEW.version)))"
        " BEGIN SELECT RAISE(ABORT, 'a published review never changes'); END"
    )
    parent = "EXISTS (SELECT 1 FROM review WHERE state = 'published' AND id = {row}.review_id)"
    new, old = parent.format(row="NEW"), parent.format(row="OLD")
    for table in REVIEW_PARTS:
        # Only names that stand in this file go into the text.
        replaced = (
            f"EXISTS (SELECT 1 FROM {table} part JOIN review ON review.id = part.review_id"  # noqa: S608 -- names above
            " WHERE part.id = NEW.id AND review.state = 'published')"
        )
        op.execute(
            f"CREATE TRIGGER {table}_published_no_insert BEFORE INSERT ON {table} WHEN {new} OR {replaced} {refuse}"
        )
        op.execute(f"CREATE TRIGGER {table}_published_no_update BEFORE UPDATE ON {table} WHEN {new} OR {old} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_published_no_delete BEFORE DELETE ON {table} WHEN {old} {refuse}")


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
