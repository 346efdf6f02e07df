"""Checklists: the steps of an incident, and the templates from which they come."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, String, Table, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

checklist_template = Table(
    "checklist_template",
    metadata,
    id_column(),
    Column("name", String(120), nullable=False),
    Column("steps", Json, nullable=False),
    reference("owner_id", "person", nullable=False),
    Column("share", String(8), nullable=False, server_default="own"),
    reference("group_id", "assignment_group"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    moment("created_at", nullable=False),
    CheckConstraint("share IN ('own', 'team', 'all')", name="share_known"),
    CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name="team_named"),
    *sane_times("created_at"),
    Index("ix_checklist_template_owner", "owner_id"),
)

checklist_step = Table(
    "checklist_step",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False),
    Column("position", Integer, nullable=False),
    Column("text", String(200), nullable=False),
    Column("required", Boolean, nullable=False, server_default=text("false")),
    reference("template_id", "checklist_template"),
    reference("group_id", "assignment_group"),
    reference("assignee_id", "person"),
    moment("due_at"),
    Column("state", String(8), nullable=False, server_default="open"),
    moment("ended_at"),
    reference("ended_by_id", "person"),
    moment("created_at", nullable=False),
    reference("created_by_id", "person", nullable=False),
    moment("removed_at"),
    reference("removed_by_id", "person"),
    CheckConstraint("state IN ('open', 'done', 'skipped')", name="state_known"),
    CheckConstraint("(state = 'open') = (ended_at IS NULL)", name="ended_unless_open"),
    CheckConstraint("NOT required OR template_id IS NOT NULL", name="required_by_template"),
    *sane_times("due_at", "ended_at", "created_at", "removed_at"),
    Index("ix_checklist_step_incident", "incident_id", "position"),
    Index("ix_checklist_step_template", "template_id"),
)
