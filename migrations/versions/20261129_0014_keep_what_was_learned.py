"""Keep what was learned from resolved incidents; only whoever works at the desk reads it or adds to it.

Revision ID: 20261129_0014
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Json, UtcDateTime

revision = "20261129_0014"
down_revision = "20261129_0013"
branch_labels = None
depends_on = None

# Words of incidents stand in it, though never of restricted ones; so callers, who see their own only, see none of it.
_RIGHTS = """
ALTER TABLE suggestion_model ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON suggestion_model FOR SELECT USING ((SELECT desk.reads_all()));
CREATE POLICY learned ON suggestion_model FOR INSERT WITH CHECK ((SELECT desk.reads_all()));
"""


def upgrade() -> None:
    """Create the table, and on PostgreSQL its policies."""
    op.create_table(
        "suggestion_model",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("learned_at", UtcDateTime(), nullable=False),
        sa.Column("incidents", sa.Integer(), nullable=False),
        sa.Column("figures", Json, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("number >= 1 AND incidents >= 0", name=op.f("ck_suggestion_model_counts_sane")),
        sa.CheckConstraint(
            "learned_at >= '1970-01-01T00:00:00.000000Z' AND learned_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_suggestion_model_learned_at_sane"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_suggestion_model")),
    )
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_RIGHTS, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
