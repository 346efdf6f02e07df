"""Take steps back: the guards of a shared desk know a step that goes back to what stood before it.

Revision ID: 20261129_0018
"""

from pathlib import Path

from alembic import op

revision = "20261129_0018"
down_revision = "20261129_0017"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0018_taking_back.sql"


def upgrade() -> None:
    """Replace the guards; a desk in a file has none."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
