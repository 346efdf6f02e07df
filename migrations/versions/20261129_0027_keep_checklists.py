"""Keep checklists: the steps of incidents, and the templates from which they come.

Revision ID: 20261129_0027
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0027"
down_revision = "20261129_0026"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0027_checklists.sql"

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""


def upgrade() -> None:
    """Create the tables, what guards them, and what tells other windows of them."""
    _create_template()
    _create_step()
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("INSERT", "UPDATE"):
        _tell("checklist_step", act, "'incident', NEW.incident_id, NEW.incident_id")
    for act in ("INSERT", "UPDATE", "DELETE"):
        _tell("checklist_template", act, f"'checklist_template', '{NOBODY}', NULL")


def _tell(table: str, act: str, values: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_{act.lower()}_is_told AFTER {act} ON {table}"  # noqa: S608 -- names above
        f" BEGIN INSERT INTO change_feed (kind, subject_id, incident_id) VALUES ({values}); END"
    )


def _create_template() -> None:
    op.create_table(
        "checklist_template",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("steps", Json, nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("share", sa.String(length=8), server_default="own", nullable=False),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        _check("checklist_template", "share_known", "share IN ('own', 'team', 'all')"),
        _check("checklist_template", "team_named", "share <> 'team' OR group_id IS NOT NULL"),
        _sane("checklist_template", "created_at"),
        _refers("checklist_template", "group_id", "assignment_group"),
        _refers("checklist_template", "owner_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_template")),
    )
    op.create_index("ix_checklist_template_owner", "checklist_template", ["owner_id"], unique=False)


def _create_step() -> None:
    op.create_table(
        "checklist_step",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=False),
        sa.Column("required", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("template_id", Id, nullable=True),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("assignee_id", Id, nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("state", sa.String(length=8), server_default="open", nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("ended_by_id", Id, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.Column("removed_by_id", Id, nullable=True),
        _check("checklist_step", "state_known", "state IN ('open', 'done', 'skipped')"),
        _check("checklist_step", "ended_unless_open", "(state = 'open') = (ended_at IS NULL)"),
        _check("checklist_step", "required_by_template", "NOT required OR template_id IS NOT NULL"),
        *(_sane("checklist_step", column) for column in ("due_at", "ended_at", "created_at", "removed_at")),
        _refers("checklist_step", "incident_id", "incident"),
        _refers("checklist_step", "template_id", "checklist_template"),
        _refers("checklist_step", "group_id", "assignment_group"),
        *(
            _refers("checklist_step", column, "person")
            for column in ("assignee_id", "ended_by_id", "created_by_id", "removed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_step")),
    )
    op.create_index("ix_checklist_step_incident", "checklist_step", ["incident_id", "position"], unique=False)
    op.create_index("ix_checklist_step_template", "checklist_step", ["template_id"], unique=False)


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
