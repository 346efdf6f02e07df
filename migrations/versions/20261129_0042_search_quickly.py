"""Search without reading the incident of every match, and filter lists by the same index.

Revision ID: 20261129_0042
"""

from pathlib import Path

from alembic import op

revision = "20261129_0042"
down_revision = "20261129_0041"
branch_labels = None
depends_on = None

_FOLDER = Path(__file__).resolve().parents[1] / "sql" / "later"


def upgrade() -> None:
    """On PostgreSQL only: a file asks its index directly, and the services are its policy."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        for name in ("0042_search_quickly.sql", "0042_incidents_with.sql"):
            text = (_FOLDER / name).read_text(encoding="utf-8")
            connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
