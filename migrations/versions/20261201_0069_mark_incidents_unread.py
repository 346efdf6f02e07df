"""Let everybody mark incidents as unread of which nobody told them anything.

Revision ID: 20261201_0069
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id

revision = "20261201_0069"
down_revision = "20261201_0068"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1201_0069_unread_marks.sql"


def upgrade() -> None:
    """Create the table, who may what with its rows, and what tells the other windows of the same person."""
    op.create_table(
        "unread_mark",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("unread", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_unread_mark_incident_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_unread_mark_person_id")),
        sa.PrimaryKeyConstraint("incident_id", "person_id", name=op.f("pk_unread_mark")),
    )
    op.create_index("ix_unread_mark_person", "unread_mark", ["person_id", "unread"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER unread_mark_{act.lower()}_is_told AFTER {act} ON unread_mark"  # noqa: S608 -- our own
            " BEGIN INSERT INTO change_feed (kind, subject_id, incident_id)"
            " VALUES ('notification', NEW.person_id, NULL); END"
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
