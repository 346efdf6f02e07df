"""Have what can be found say itself who may see it, so that a search makes no list of all that is hidden.

Revision ID: 20261130_0045
"""

from pathlib import Path

from alembic import op

revision = "20261130_0045"
down_revision = "20261130_0037"
branch_labels = None
depends_on = None

_FOLDER = Path(__file__).resolve().parents[1] / "sql" / "later"


def upgrade() -> None:
    """On PostgreSQL only: a file asks its index directly, and the services are its policy."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        text = (_FOLDER / "1130_0045_who_finds.sql").read_text(encoding="utf-8")
        connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
