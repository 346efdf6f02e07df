"""Macros: texts with fields and what is done with them; a person's own, a team's, or everybody's."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, String, Table, Text, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

macro = Table(
    "macro",
    metadata,
    id_column(),
    Column("name", String(120), nullable=False),
    Column("short_name", String(32), nullable=False, server_default=""),
    Column("body", Text, nullable=False, server_default=""),
    Column("public", Boolean, nullable=False, server_default=text("true")),
    Column("acts", Json, nullable=False),
    reference("owner_id", "person", nullable=False),
    Column("share", String(8), nullable=False, server_default="own"),
    reference("group_id", "assignment_group"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    moment("created_at", nullable=False),
    CheckConstraint("share IN ('own', 'team', 'all')", name="share_known"),
    CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name="team_named"),
    *sane_times("created_at"),
    Index("ix_macro_owner", "owner_id"),
)
