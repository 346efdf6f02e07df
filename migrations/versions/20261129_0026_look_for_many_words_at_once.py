"""Let a server say at once which of many words are there, and keep its index of words quick to ask.

Revision ID: 20261129_0026
"""

from pathlib import Path

from alembic import op

revision = "20261129_0026"
down_revision = "20261129_0025"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0026_words_there.sql"


def upgrade() -> None:
    """On PostgreSQL the question and the shorter list; a file asks its index directly."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
