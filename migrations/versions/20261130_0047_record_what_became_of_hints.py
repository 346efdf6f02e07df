"""Record what became of hints for impact and urgency, as of the other suggestions.

Revision ID: 20261130_0047
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261130_0047"
down_revision = "20261130_0046"
branch_labels = None
depends_on = None

_CHECKS = {
    "field_known": "field IN ('service_id', 'group_id', 'category_id', 'impact', 'urgency')",
    "outcome_known": "outcome IN ('accepted', 'changed', 'ignored')",
    "chosen_unless_ignored": "(outcome = 'ignored') = (chosen_id IS NULL AND chosen_level IS NULL)",
    "counted_or_learned": "(field IN ('impact', 'urgency')) = (model_number IS NULL)",
    "chosen_of_its_kind": (
        "(chosen_level IS NULL OR model_number IS NULL) AND (chosen_id IS NULL OR model_number IS NOT NULL)"
    ),
    "confidence_sane": "confidence >= 0 AND confidence <= 1",
    "at_sane": "at >= '1970-01-01T00:00:00.000000Z' AND at < '2200-01-01T00:00:00.000000Z'",
}
_ADDED = ("field_known", "chosen_unless_ignored", "counted_or_learned", "chosen_of_its_kind")
_COLUMNS = "id, incident_id, field, offered, confidence, model_number, evidence, outcome, chosen_id, shown_to_id, at"


def upgrade() -> None:
    """Let the table take levels beside identifiers; on SQLite by writing it anew, as no rule can be changed there."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute("ALTER TABLE suggestion_shown ADD COLUMN chosen_level INTEGER")
        op.execute("ALTER TABLE suggestion_shown ALTER COLUMN model_number DROP NOT NULL")
        for name in ("field_known", "chosen_unless_ignored"):
            op.execute(f"ALTER TABLE suggestion_shown DROP CONSTRAINT ck_suggestion_shown_{name}")
        for name in _ADDED:
            op.create_check_constraint(op.f(f"ck_suggestion_shown_{name}"), "suggestion_shown", _CHECKS[name])
        return
    _make_anew()


def _make_anew() -> None:
    # No row of another table points here. Dropping a table fires no trigger of its rows.
    op.create_table(
        "suggestion_shown_anew",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("field", sa.String(length=16), nullable=False),
        sa.Column("offered", Json, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("model_number", sa.Integer(), nullable=True),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("chosen_id", Id, nullable=True),
        sa.Column("shown_to_id", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("chosen_level", sa.Integer(), nullable=True),
        *(sa.CheckConstraint(each, name=op.f(f"ck_suggestion_shown_{name}")) for name, each in _CHECKS.items()),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_suggestion_shown_incident_id")),
        sa.ForeignKeyConstraint(
            ["model_number"], ["suggestion_model.number"], name=op.f("fk_suggestion_shown_model_number")
        ),
        sa.ForeignKeyConstraint(["shown_to_id"], ["person.id"], name=op.f("fk_suggestion_shown_shown_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion_shown")),
    )
    op.execute(
        f"INSERT INTO suggestion_shown_anew ({_COLUMNS}) SELECT {_COLUMNS} FROM suggestion_shown"  # noqa: S608 -- names above
    )
    op.drop_table("suggestion_shown")
    op.rename_table("suggestion_shown_anew", "suggestion_shown")
    op.create_index("ix_suggestion_shown_incident_id", "suggestion_shown", ["incident_id"], unique=False)
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER suggestion_shown_no_{act.lower()} BEFORE {act} ON suggestion_shown BEGIN SELECT"
            " RAISE(ABORT, 'what became of a suggestion is never edited or deleted'); END"
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
