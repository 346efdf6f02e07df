"""What the desk supports: services, configuration items and categories; and its settings."""

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, String, Table, UniqueConstraint, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

service = Table(
    "service",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False, unique=True),
    reference("owner_group_id", "assignment_group"),
    Column("criticality", Integer, nullable=False, server_default="3"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    CheckConstraint("criticality BETWEEN 1 AND 5", name="criticality_known"),
)

configuration_item = Table(
    "configuration_item",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False, unique=True),
    Column("kind", String(64), nullable=False, server_default="other"),
    reference("service_id", "service"),
    reference("site_id", "site"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
)

category = Table(
    "category",
    metadata,
    id_column(),
    reference("parent_id", "category"),
    Column("name", String(200), nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    UniqueConstraint("parent_id", "name"),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Json, nullable=False),
    moment("updated_at", nullable=False),
    reference("updated_by_id", "person"),
    *sane_times("updated_at"),
)
