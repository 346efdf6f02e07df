"""Let a server say at once which of many words are there, and close what insiders found in the tables that came last.

Revision ID: 20261129_0026
"""

from pathlib import Path

from alembic import op

revision = "20261129_0026"
down_revision = "20261129_0025"
branch_labels = None
depends_on = None

_FOLDER = Path(__file__).resolve().parents[1] / "sql" / "later"


def upgrade() -> None:
    """On PostgreSQL only: a file asks its index directly, and the services are its policy."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        for name in ("0026_words_there.sql", "0026_insiders.sql"):
            text = (_FOLDER / name).read_text(encoding="utf-8")
            connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
