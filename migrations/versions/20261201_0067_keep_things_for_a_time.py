"""Let a desk say how long it keeps files and notifications, hold incidents back from that, and record what was taken.

Revision ID: 20261201_0067
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261201_0067"
down_revision = "20261201_0066"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1201_0067_retention.sql"
_STAY = "what a rule has removed, and that it did, stays recorded"
_NEVER = (
    ("removed_file", "UPDATE"), ("removed_file", "DELETE"), ("retention_run", "UPDATE"), ("retention_run", "DELETE"),
    ("held_incident", "DELETE"),
)  # fmt: skip


def upgrade() -> None:
    """Create the tables and what guards them. No rule is set: everything is kept for ever, as before."""
    _create_removed_file()
    _create_held_incident()
    _create_retention_run()
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for table, act in _NEVER:
        op.execute(
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{_STAY}'); END"
        )


def _create_removed_file() -> None:
    op.create_table(
        "removed_file",
        sa.Column("attachment_id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("rule_by_id", Id, nullable=True),
        _check("removed_file", "months_sane", "months >= 1"),
        _sane("removed_file", "removed_at"),
        _refers("removed_file", "attachment_id", "attachment"),
        _refers("removed_file", "incident_id", "incident"),
        _refers("removed_file", "rule_by_id", "person"),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_removed_file")),
    )
    op.create_index("ix_removed_file_incident_id", "removed_file", ["incident_id"], unique=False)


def _create_held_incident() -> None:
    op.create_table(
        "held_incident",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("held_at", UtcDateTime(), nullable=False),
        sa.Column("held_by_id", Id, nullable=True),
        sa.Column("released_at", UtcDateTime(), nullable=True),
        sa.Column("released_by_id", Id, nullable=True),
        _check("held_incident", "reason_said", "reason <> ''"),
        _sane("held_incident", "held_at"),
        _sane("held_incident", "released_at"),
        _refers("held_incident", "incident_id", "incident"),
        _refers("held_incident", "held_by_id", "person"),
        _refers("held_incident", "released_by_id", "person"),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_held_incident")),
    )


def _create_retention_run() -> None:
    op.create_table(
        "retention_run",
        sa.Column("id", Id, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("rule_by_id", Id, nullable=True),
        _check("retention_run", "kind_known", "kind IN ('files', 'notifications')"),
        _check("retention_run", "counts_sane", "taken >= 0 AND size >= 0"),
        _sane("retention_run", "at"),
        _refers("retention_run", "rule_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_run")),
    )
    op.create_index("ix_retention_run_kind_at", "retention_run", ["kind", "at"], unique=False)


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
