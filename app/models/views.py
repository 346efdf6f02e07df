"""Saved views: filters that have a name, with how their rows are shown; a person's own, a team's, or everybody's."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Id, Json

# What is taken away keeps its row, so that it can be brought back.
saved_view = Table(
    "saved_view",
    metadata,
    id_column(),
    Column("name", String(120), nullable=False),
    Column("icon", String(32), nullable=False, server_default=""),
    Column("filter_text", Text, nullable=False, server_default=""),
    Column("columns", Json),
    Column("sort", String(24), nullable=False),
    Column("descending", Boolean, nullable=False, server_default=text("false")),
    Column("group_by", String(24), nullable=False),
    reference("owner_id", "person", nullable=False),
    Column("share", String(8), nullable=False, server_default="own"),
    reference("group_id", "assignment_group"),
    Column("notifies", Boolean, nullable=False, server_default=text("false")),
    Column("position", Integer, nullable=False, server_default="0"),
    moment("created_at", nullable=False),
    moment("updated_at", nullable=False),
    moment("removed_at"),
    # Empty where it was saved last by a program that did not write it down.
    reference("changed_by_id", "person"),
    CheckConstraint("share IN ('own', 'team', 'all')", name="share_known"),
    CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name="team_named"),
    *sane_times("created_at", "updated_at", "removed_at"),
    Index("ix_saved_view_owner", "owner_id"),
)

# Each person's own: whoever sees a view may star it. What is no longer starred keeps its row.
saved_view_star = Table(
    "saved_view_star",
    metadata,
    Column("person_id", Id, ForeignKey("person.id"), primary_key=True),
    Column("view_id", Id, ForeignKey("saved_view.id"), primary_key=True),
    Column("starred", Boolean, nullable=False),
)
