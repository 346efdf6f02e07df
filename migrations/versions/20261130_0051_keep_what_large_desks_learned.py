"""Let a server keep what was learned from 50,000 incidents, and that what was learned before stays.

Revision ID: 20261130_0051
"""

from pathlib import Path

from alembic import op

revision = "20261130_0051"
down_revision = "20261130_0050"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0050_learned.sql"


def upgrade() -> None:
    """On PostgreSQL only: nobody guards a file against its own program."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
