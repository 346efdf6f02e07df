"""Close what a hostile insider found in problems, in what was put off, in what was learned, and in signed reviews.

Revision ID: 20261130_0037
"""

from pathlib import Path

from alembic import op

revision = "20261130_0037"
down_revision = "20261130_0035"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0037_insiders.sql"


def upgrade() -> None:
    """On PostgreSQL only: in a file the services alone are the policy, and they ask for all of it already."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
