"""Tell other windows when files were removed by the rule of the desk: what shows them as there is read again.

Revision ID: 20261201_0070
"""

from pathlib import Path

from alembic import op

revision = "20261201_0070"
down_revision = "20261201_0069"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1201_0070_removed_files_are_told.sql"


def upgrade() -> None:
    """The feed tells of the incident, as when anything else changes that its page shows."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    op.execute(
        "CREATE TRIGGER removed_file_insert_is_told AFTER INSERT ON removed_file"
        " BEGIN INSERT INTO change_feed (kind, subject_id, incident_id)"
        " VALUES ('incident', NEW.incident_id, NEW.incident_id); END"
    )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
