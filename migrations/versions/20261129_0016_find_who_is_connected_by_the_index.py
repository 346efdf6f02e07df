"""Find who is connected by the index of logins: it was not used, and every policy of every statement asks.

Revision ID: 20261129_0016
"""

from pathlib import Path

from alembic import op

revision = "20261129_0016"
down_revision = "20261129_0015"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0016_who.sql"


def upgrade() -> None:
    """Replace the function; a desk in a file has no logins."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
