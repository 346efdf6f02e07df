"""Problems and their history. Which incidents belong to one stands in them (`incident.problem_ref`), where who may see
the incident sees it, and nobody else.
"""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, String, Table, Text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

problem = Table(
    "problem",
    metadata,
    id_column(),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("title", String(160), nullable=False),
    Column("description", Text, nullable=False, server_default=""),
    reference("service_id", "service"),
    reference("configuration_item_id", "configuration_item"),
    reference("category_id", "category"),
    reference("owner_id", "person"),
    reference("group_id", "assignment_group"),
    Column("state", String(16), nullable=False),
    Column("cause", Text, nullable=False, server_default=""),
    Column("workaround", Text, nullable=False, server_default=""),
    Column("workaround_state", String(16), nullable=False, server_default="none"),
    Column("fix", Text, nullable=False, server_default=""),
    reference("created_by_id", "person"),
    moment("created_at", nullable=False),
    moment("updated_at", nullable=False),
    moment("resolved_at"),
    moment("closed_at"),
    Column("edit", Integer, nullable=False, server_default="1"),
    CheckConstraint("state IN ('new', 'investigating', 'known_error', 'resolved', 'closed')", name="state_known"),
    CheckConstraint("workaround_state IN ('none', 'proposed', 'confirmed')", name="workaround_state_known"),
    CheckConstraint("(workaround = '') = (workaround_state = 'none')", name="workaround_told"),
    CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_at_told"),
    CheckConstraint("state <> 'resolved' OR resolved_at IS NOT NULL", name="resolved_at_told"),
    *sane_times("created_at", "updated_at", "resolved_at", "closed_at"),
    Index("ix_problem_state", "state", "updated_at"),
)

# `changes` lists what changed: the field, what it was and what it is.
problem_entry = Table(
    "problem_entry",
    metadata,
    id_column(),
    reference("problem_id", "problem", nullable=False),
    moment("at", nullable=False),
    reference("author_id", "person"),
    Column("kind", String(16), nullable=False),
    Column("body", Text, nullable=False, server_default=""),
    Column("changes", Json, nullable=False),
    CheckConstraint("kind IN ('opened', 'change', 'note')", name="kind_known"),
    *sane_times("at"),
    Index("ix_problem_entry_problem", "problem_id", "at"),
)
