"""Keep what a rule fills in of what is suggested, and let supervisors set the rule.

Revision ID: 20261130_0035
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261130_0035"
down_revision = "20261129_0090"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0035_fill_in_by_rule.sql"


def upgrade() -> None:
    """Create the table, what keeps its rows as they are, and on PostgreSQL who may what with them."""
    op.create_table(
        "suggestion_filled",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("value_id", Id, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("threshold", sa.Float(), nullable=False),
        sa.Column("model_number", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        _check("field_known", "field IN ('service_id', 'group_id', 'category_id')"),
        _check("sure_enough", "confidence <= 1 AND threshold >= 0.5 AND confidence >= threshold"),
        _check("at_sane", "at >= '1970-01-01T00:00:00.000000Z' AND at < '2200-01-01T00:00:00.000000Z'"),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_suggestion_filled_incident_id")),
        sa.ForeignKeyConstraint(
            ["model_number"], ["suggestion_model.number"], name=op.f("fk_suggestion_filled_model_number")
        ),
        sa.PrimaryKeyConstraint("incident_id", "field", name=op.f("pk_suggestion_filled")),
    )
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER suggestion_filled_no_{act.lower()} BEFORE {act} ON suggestion_filled BEGIN SELECT"
            " RAISE(ABORT, 'what a rule filled in is never edited or deleted'); END"
        )


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_suggestion_filled_{name}"))


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
