"""Let a caller's opening of an incident ask once who is connected instead of twice.

Revision ID: 20261129_0050
"""

from pathlib import Path

from alembic import op

revision = "20261129_0050"
down_revision = "20261129_0043"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0050_facts.sql"


def upgrade() -> None:
    """Replace two functions and add a third; a desk in a file has none of them."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
