"""End the login of who leaves: on a shared desk nobody who is no longer active can come in, or go on.

Revision ID: 20261129_0011
"""

from pathlib import Path

from alembic import op

revision = "20261129_0011"
down_revision = "20261129_0010"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0011_leaving.sql"


def upgrade() -> None:
    """Make the trigger; a desk in a file has no logins."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        # Several statements in one text are sent as they stand.
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
