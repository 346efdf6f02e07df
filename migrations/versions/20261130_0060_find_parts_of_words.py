"""Find parts of words in titles by a function that may take an index of trigrams.

Revision ID: 20261130_0060
"""

from pathlib import Path

from alembic import op

revision = "20261130_0060"
down_revision = "20261130_0059"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0060_parts_of_words.sql"


def upgrade() -> None:
    """On PostgreSQL only; the index is made by `server init`, which may bring the extension."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
