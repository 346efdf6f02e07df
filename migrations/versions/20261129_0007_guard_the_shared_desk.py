"""Guard the shared desk: who sees and writes what is enforced by PostgreSQL itself; nothing of it exists on SQLite.

The texts lie in `migrations/sql/rights`. They name no role, so they hold in every database; the grants to the roles of
one desk are made by the program (`app/services/server/grants.py`) after each migration.

Revision ID: 20261129_0007
"""

from pathlib import Path

from alembic import op

revision = "20261129_0007"
down_revision = "20261129_0006"
branch_labels = None
depends_on = None

_TEXTS = Path(__file__).resolve().parents[1] / "sql" / "rights"


def upgrade() -> None:
    """Make the functions, policies and guards, and the index by which the readers of a file are found."""
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        return
    for text in sorted(_TEXTS.glob("*.sql")):
        # Several statements in one text are sent as they stand, and so are the signs that mark parameters elsewhere.
        connection.exec_driver_sql(text.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
