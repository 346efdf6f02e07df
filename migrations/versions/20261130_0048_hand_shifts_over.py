"""Keep what was handed over from shift to shift, line by line, and who took it over.

Revision ID: 20261130_0048
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261130_0048"
down_revision = "20261130_0047"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0048_handovers.sql"
_MOMENTS = ("shift_begins_at", "shift_ends_at", "next_ends_at", "handed_at")
_STAY = "what was handed over stays as it was said"


def upgrade() -> None:
    """Create the tables, what guards them, and what tells other windows of them."""
    _create_handover()
    _create_handover_line()
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for table, act in (("handover", "DELETE"), ("handover_line", "UPDATE"), ("handover_line", "DELETE")):
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{_STAY}'); END"
        )
    for act in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER handover_{act.lower()}_is_told AFTER {act} ON handover"  # noqa: S608 -- names above
            " BEGIN INSERT INTO change_feed (kind, subject_id) VALUES ('handover', NEW.id); END"
        )


def _create_handover() -> None:
    op.create_table(
        "handover",
        sa.Column("id", Id, nullable=False),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("handed_by_id", Id, nullable=False),
        sa.Column("handed_to_id", Id, nullable=True),
        *(sa.Column(name, UtcDateTime(), nullable=False) for name in _MOMENTS),
        sa.Column("figures", Json, nullable=False),
        sa.Column("notes", sa.Text(), server_default="", nullable=False),
        sa.Column("taken_by_id", Id, nullable=True),
        sa.Column("taken_at", UtcDateTime(), nullable=True),
        _check("handover", "taken_by_somebody", "(taken_by_id IS NULL) = (taken_at IS NULL)"),
        _check("handover", "taken_by_another", "taken_by_id <> handed_by_id"),
        _check("handover", "shifts_in_order", "shift_begins_at < shift_ends_at AND shift_ends_at < next_ends_at"),
        *(_sane("handover", name) for name in (*_MOMENTS, "taken_at")),
        _refers("handover", "group_id", "assignment_group"),
        _refers("handover", "handed_by_id", "person"),
        _refers("handover", "handed_to_id", "person"),
        _refers("handover", "taken_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index("ix_handover_handed_at", "handover", ["handed_at"], unique=False)


def _create_handover_line() -> None:
    op.create_table(
        "handover_line",
        sa.Column("handover_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("block", sa.String(length=16), nullable=False),
        sa.Column("incident_id", Id, nullable=True),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("summary", sa.String(length=160), nullable=False),
        sa.Column("owner", sa.String(length=200), server_default="", nullable=False),
        sa.Column("standing", sa.String(length=32), server_default="", nullable=False),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.Column("at_kind", sa.String(length=16), nullable=False),
        sa.Column("next_step", sa.String(length=200), nullable=False),
        sa.Column("is_checked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _check("handover_line", "block_known", "block IN ('major', 'due', 'promise', 'waiting', 'risk')"),
        _check("handover_line", "next_step_said", "next_step <> ''"),
        _sane("handover_line", "at"),
        _refers("handover_line", "handover_id", "handover"),
        _refers("handover_line", "incident_id", "incident"),
        sa.PrimaryKeyConstraint("handover_id", "position", name=op.f("pk_handover_line")),
    )
    op.create_index("ix_handover_line_incident", "handover_line", ["incident_id"], unique=False)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}"))


def _sane(table: str, column: str) -> sa.CheckConstraint:
    return _check(
        table,
        f"{column}_sane",
        f"{column} >= '1970-01-01T00:00:00.000000Z' AND {column} < '2200-01-01T00:00:00.000000Z'",
    )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
