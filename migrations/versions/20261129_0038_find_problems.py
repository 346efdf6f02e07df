"""Find problems by their words. On SQLite the index is made after every upgrade, from `app/models/indexed.py`.

Revision ID: 20261129_0038
"""

from pathlib import Path

from alembic import op

revision = "20261129_0038"
down_revision = "20261129_0037"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0038_find_problems.sql"


def upgrade() -> None:
    """Make the documents of problems on a server, and what keeps them in the same transaction."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
