"""Templates of frequent incidents: what they fill in; a person's own, a team's, or everybody's."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, String, Table, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

incident_template = Table(
    "incident_template",
    metadata,
    id_column(),
    Column("name", String(120), nullable=False),
    Column("filling", Json, nullable=False),
    reference("owner_id", "person", nullable=False),
    Column("share", String(8), nullable=False, server_default="own"),
    reference("group_id", "assignment_group"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    moment("created_at", nullable=False),
    CheckConstraint("share IN ('own', 'team', 'all')", name="share_known"),
    CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name="team_named"),
    *sane_times("created_at"),
    Index("ix_incident_template_owner", "owner_id"),
)
