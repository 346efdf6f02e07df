"""Mark what a model wrote into articles and reviews, until a person has checked it.

Revision ID: 20261129_0035
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0035"
down_revision = "20261129_0033"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0035_writing_help.sql"


def upgrade() -> None:
    """Create the table, and on PostgreSQL who may what with it."""
    op.create_table(
        "help_mark",
        sa.Column("id", Id, nullable=False),
        sa.Column("article_id", Id, nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("review_id", Id, nullable=True),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("asked_by_id", Id, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("checked_by_id", Id, nullable=True),
        sa.Column("checked_at", UtcDateTime(), nullable=True),
        _check("of_one_thing", "(article_id IS NULL) <> (review_id IS NULL)"),
        _check("version_of_article", "(article_id IS NULL) = (version IS NULL)"),
        _check("checked_by_somebody", "(checked_at IS NULL) = (checked_by_id IS NULL)"),
        _check("model_named", "model <> ''"),
        _check("at_sane", "at >= '1970-01-01T00:00:00.000000Z' AND at < '2200-01-01T00:00:00.000000Z'"),
        _check(
            "checked_at_sane",
            "checked_at >= '1970-01-01T00:00:00.000000Z' AND checked_at < '2200-01-01T00:00:00.000000Z'",
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_help_mark_article_id")),
        sa.ForeignKeyConstraint(
            ["article_id", "version"],
            ["article_version.article_id", "article_version.number"],
            name=op.f("fk_help_mark_article_id_version"),
        ),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name=op.f("fk_help_mark_review_id")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_help_mark_asked_by_id")),
        sa.ForeignKeyConstraint(["checked_by_id"], ["person.id"], name=op.f("fk_help_mark_checked_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_mark")),
    )
    op.create_index("ix_help_mark_article", "help_mark", ["article_id", "version"], unique=False)
    op.create_index("ix_help_mark_review", "help_mark", ["review_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_help_mark_{name}"))


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
