"""Look for articles, people, items, problems and reviews in an index of their own, without reading incidents.

Revision ID: 20261130_0049
"""

from pathlib import Path

from alembic import op

revision = "20261130_0049"
down_revision = "20261130_0048"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0049_few_beside_incidents.sql"


def upgrade() -> None:
    """On PostgreSQL only: a file has an index for each kind."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
