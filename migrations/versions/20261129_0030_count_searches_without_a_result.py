"""Count searches that found nothing: words and how often on a day, never who.

Revision ID: 20261129_0030
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "20261129_0030"
down_revision = "20261129_0028"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0030_unfound.sql"


def upgrade() -> None:
    """Create the table, and on PostgreSQL the function that alone writes into it."""
    op.create_table(
        "unfound_search",
        sa.Column("words", sa.String(length=80), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.CheckConstraint("times >= 1", name=op.f("ck_unfound_search_times_sane")),
        sa.CheckConstraint("words <> ''", name=op.f("ck_unfound_search_words_there")),
        sa.PrimaryKeyConstraint("words", "day", name=op.f("pk_unfound_search")),
    )
    op.create_index("ix_unfound_search_day", "unfound_search", ["day"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
