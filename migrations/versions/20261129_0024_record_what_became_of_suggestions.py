"""Record what became of suggestions, and let a server say how common words are.

Revision ID: 20261129_0024
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0024"
down_revision = "20261129_0023"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0024_suggestions.sql"


def upgrade() -> None:
    """Create the table, what keeps its rows as they are, and on PostgreSQL who may what with them."""
    op.execute(
        "ALTER TABLE suggestion_model ADD COLUMN copy_of INTEGER"
        " CONSTRAINT ck_suggestion_model_copy_of_older CHECK (copy_of IS NULL OR copy_of < number)"
    )
    op.create_table(
        "suggestion_shown",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("offered", Json, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("model_number", sa.Integer(), nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("chosen_id", Id, nullable=True),
        sa.Column("shown_to_id", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        _check("field_known", "field IN ('service_id', 'group_id', 'category_id')"),
        _check("outcome_known", "outcome IN ('accepted', 'changed', 'ignored')"),
        _check("chosen_unless_ignored", "(outcome = 'ignored') = (chosen_id IS NULL)"),
        _check("confidence_sane", "confidence >= 0 AND confidence <= 1"),
        _check("at_sane", "at >= '1970-01-01T00:00:00.000000Z' AND at < '2200-01-01T00:00:00.000000Z'"),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_suggestion_shown_incident_id")),
        sa.ForeignKeyConstraint(
            ["model_number"], ["suggestion_model.number"], name=op.f("fk_suggestion_shown_model_number")
        ),
        sa.ForeignKeyConstraint(["shown_to_id"], ["person.id"], name=op.f("fk_suggestion_shown_shown_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion_shown")),
    )
    op.create_index("ix_suggestion_shown_incident_id", "suggestion_shown", ["incident_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER suggestion_shown_no_{act.lower()} BEFORE {act} ON suggestion_shown BEGIN SELECT"
            " RAISE(ABORT, 'what became of a suggestion is never edited or deleted'); END"
        )


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_suggestion_shown_{name}"))


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
