"""Let administrators make the index of the search anew, a page at a time.

Revision ID: 20261129_0041
"""

from pathlib import Path

from alembic import op

revision = "20261129_0041"
down_revision = "20261129_0039"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0041_index_anew.sql"


def upgrade() -> None:
    """On PostgreSQL only: on a file the program itself makes the index."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        text = _TEXT.read_text(encoding="utf-8")
        connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
