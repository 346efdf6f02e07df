"""Let stakeholder updates of major incidents count for callers, and guard what the journal says of them.

Revision ID: 20261130_0059
"""

from pathlib import Path

from alembic import op

revision = "20261130_0059"
down_revision = "20261130_0058"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0059_stakeholder_updates.sql"


def upgrade() -> None:
    """Replace two functions; a desk in a file has neither. Older programs do not know the new kind of entry."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
