"""People, assignment groups and sites."""

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, String, Table, Text, text

from app.models.base import id_column, metadata, moment, reference, sane_times

site = Table(
    "site",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False, unique=True),
    Column("time_zone", String(64), nullable=False, server_default="UTC"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
)

person = Table(
    "person",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False, index=True),
    Column("email", String(320)),
    Column("phone", String(64)),
    Column("job_title", String(200)),
    Column("role", String(16), nullable=False, server_default="requester"),
    Column("login", String(64), unique=True),
    Column("vip", Boolean, nullable=False, server_default=text("false")),
    Column("language", String(16), nullable=False, server_default="en"),
    Column("time_zone", String(64), nullable=False, server_default="UTC"),
    Column("handling_note", Text),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    reference("site_id", "site"),
    CheckConstraint("role IN ('requester', 'reader', 'agent', 'supervisor', 'admin')", name="role_known"),
)

assignment_group = Table(
    "assignment_group",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False, unique=True),
    Column("tier", Integer, nullable=False, server_default="1"),
    Column("email", String(320)),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    CheckConstraint("tier BETWEEN 1 AND 9", name="tier_known"),
)

group_member = Table(
    "group_member",
    metadata,
    reference("group_id", "assignment_group", nullable=False, primary_key=True),
    reference("person_id", "person", nullable=False, primary_key=True, index=True),
    Column("is_lead", Boolean, nullable=False, server_default=text("false")),
    moment("joined_at", nullable=False),
    *sane_times("joined_at"),
)
