"""Let people give back fields that they changed, so that the change counts as never made.

Revision ID: 20261201_0065
"""

from pathlib import Path

from alembic import op

revision = "20261201_0065"
down_revision = "20261201_0064"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1201_0065_giving_fields_back.sql"


def upgrade() -> None:
    """Guards on PostgreSQL only. Older programs read what is given back as it was read before: they know such pairs."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
