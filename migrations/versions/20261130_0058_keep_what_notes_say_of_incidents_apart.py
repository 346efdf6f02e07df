"""Keep what the notes of a hand-over say of an incident apart, for those who may see the incident.

Revision ID: 20261130_0058
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id

revision = "20261130_0058"
down_revision = "20261130_0052"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0050_notes_handed_over.sql"
_STAY = "what was handed over stays as it was said"


def upgrade() -> None:
    """Create the table and what guards it; a hand-over is told of by its own row."""
    op.create_table(
        "handover_note",
        sa.Column("handover_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _refers("handover_id", "handover"),
        _refers("incident_id", "incident"),
        sa.PrimaryKeyConstraint("handover_id", "position", name=op.f("pk_handover_note")),
    )
    op.create_index("ix_handover_note_incident", "handover_note", ["incident_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER handover_note_no_{act.lower()} BEFORE {act} ON handover_note"
            f" BEGIN SELECT RAISE(ABORT, '{_STAY}'); END"
        )


def _refers(column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_handover_note_{column}"))


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
