"""Keep problems, their steps and their history, and find the incidents that name one.

Revision ID: 20261129_0037
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0037"
down_revision = "20261129_0035"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0037_problems.sql"
_STATES = "state IN ('new', 'investigating', 'known_error', 'resolved', 'closed')"


def upgrade() -> None:
    """Create the tables, what guards them, and what tells other windows of them."""
    _create_problem()
    _create_problem_entry()
    named = sa.text("problem_ref IS NOT NULL")
    op.create_index("ix_incident_problem", "incident", ["problem_ref"], sqlite_where=named, postgresql_where=named)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER problem_entry_no_{act.lower()} BEFORE {act} ON problem_entry"
            " BEGIN SELECT RAISE(ABORT, 'what was told of a problem stays'); END"
        )
    for table, act, subject in (
        ("problem", "INSERT", "id"),
        ("problem", "UPDATE", "id"),
        ("problem_entry", "INSERT", "problem_id"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_{act.lower()}_is_told AFTER {act} ON {table}"  # noqa: S608 -- names above
            f" BEGIN INSERT INTO change_feed (kind, subject_id) VALUES ('problem', NEW.{subject}); END"
        )


def _create_problem() -> None:
    op.create_table(
        "problem",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("description", sa.Text(), server_default="", nullable=False),
        sa.Column("service_id", Id, nullable=True),
        sa.Column("configuration_item_id", Id, nullable=True),
        sa.Column("category_id", Id, nullable=True),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("cause", sa.Text(), server_default="", nullable=False),
        sa.Column("workaround", sa.Text(), server_default="", nullable=False),
        sa.Column("workaround_state", sa.String(length=16), server_default="none", nullable=False),
        sa.Column("fix", sa.Text(), server_default="", nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        *(sa.Column(name, UtcDateTime(), nullable=False) for name in ("created_at", "updated_at")),
        *(sa.Column(name, UtcDateTime(), nullable=True) for name in ("resolved_at", "closed_at")),
        sa.Column("edit", sa.Integer(), server_default="1", nullable=False),
        _check("problem", "state_known", _STATES),
        _check("problem", "workaround_state_known", "workaround_state IN ('none', 'proposed', 'confirmed')"),
        _check("problem", "workaround_told", "(workaround = '') = (workaround_state = 'none')"),
        _check("problem", "closed_at_told", "(state = 'closed') = (closed_at IS NOT NULL)"),
        _check("problem", "resolved_at_told", "state <> 'resolved' OR resolved_at IS NOT NULL"),
        *(_sane("problem", name) for name in ("created_at", "updated_at", "resolved_at", "closed_at")),
        _refers("problem", "service_id", "service"),
        _refers("problem", "configuration_item_id", "configuration_item"),
        _refers("problem", "category_id", "category"),
        _refers("problem", "owner_id", "person"),
        _refers("problem", "group_id", "assignment_group"),
        _refers("problem", "created_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
        sa.UniqueConstraint("number", name=op.f("uq_problem_number")),
    )
    op.create_index("ix_problem_state", "problem", ["state", "updated_at"], unique=False)


def _create_problem_entry() -> None:
    op.create_table(
        "problem_entry",
        sa.Column("id", Id, nullable=False),
        sa.Column("problem_id", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("changes", Json, nullable=False),
        _check("problem_entry", "kind_known", "kind IN ('opened', 'change', 'note')"),
        _sane("problem_entry", "at"),
        _refers("problem_entry", "problem_id", "problem"),
        _refers("problem_entry", "author_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem_entry")),
    )
    op.create_index("ix_problem_entry_problem", "problem_entry", ["problem_id", "at"], unique=False)


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
