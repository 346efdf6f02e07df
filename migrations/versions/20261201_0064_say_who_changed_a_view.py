"""Say of saved views who changed them last.

Revision ID: 20261201_0064
"""

from pathlib import Path

from alembic import op

revision = "20261201_0064"
down_revision = "20261130_0061"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1201_0064_who_changed_a_view.sql"


def upgrade() -> None:
    """A column that is empty for what was changed before; on PostgreSQL the guard of views sees that it is true."""
    connection = op.get_bind()
    is_file = connection.dialect.name == "sqlite"
    op.execute(
        f"ALTER TABLE saved_view ADD COLUMN changed_by_id {'CHAR(32)' if is_file else 'UUID'}"
        " CONSTRAINT fk_saved_view_changed_by_id REFERENCES person (id)"
    )
    if not is_file:
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
