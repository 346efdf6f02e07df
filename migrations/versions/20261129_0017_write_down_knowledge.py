"""Write down what solved something: knowledge articles, their versions and steps, and what was done with them.

Revision ID: 20261129_0017
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0017"
down_revision = "20261129_0016"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0017_knowledge.sql"

KEPT = ("article_version", "article_step")
"""What was written and done stays as it was."""

_KINDS = "kind IN ('linked', 'inserted', 'resolved', 'used', 'helped', 'did_not_help')"


def upgrade() -> None:
    """Create the tables, what guards them, and what tells other windows of them."""
    _create_article()
    _create_article_version()
    _create_article_step()
    _create_article_service()
    _create_article_use()
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for table in KEPT:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'what was written of an article stays'); END"
            )
    for table, acts, subject in (
        ("article", ("INSERT", "UPDATE"), "id"),
        ("article_use", ("INSERT", "UPDATE"), "article_id"),
    ):
        for act in acts:
            op.execute(
                f"CREATE TRIGGER {table}_{act.lower()}_is_told AFTER {act} ON {table}"  # noqa: S608 -- names above
                f" BEGIN INSERT INTO change_feed (kind, subject_id) VALUES ('article', NEW.{subject}); END"
            )


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published_version", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=8), server_default="en", nullable=False),
        sa.Column("category_id", Id, nullable=True),
        sa.Column("problem_ref", sa.String(length=64), server_default="", nullable=False),
        sa.Column("tags", Json, nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("approver_id", Id, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("edit", sa.Integer(), server_default="1", nullable=False),
        _check("article", "kind_known", "kind IN ('how_to', 'known_error', 'faq')"),
        _check("article", "state_known", "state IN ('draft', 'in_review', 'published', 'retired')"),
        _check("article", "audience_known", "audience IN ('internal', 'everyone')"),
        _check(
            "article", "published_is_newest",
            "state <> 'published' OR (published_version = version AND published_version IS NOT NULL)",
        ),
        _check("article", "retired_is_hidden", "state <> 'retired' OR published_version IS NULL"),
        _check("article", "approver_of_published", "approver_id IS NULL OR published_version IS NOT NULL"),
        *(_sane("article", column) for column in ("created_at", "updated_at", "published_at")),
        _refers("article", "category_id", "category"),
        *(_refers("article", column, "person") for column in ("owner_id", "author_id", "approver_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("number", name=op.f("uq_article_number")),
    )  # fmt: skip


def _create_article_version() -> None:
    op.create_table(
        "article_version",
        sa.Column("article_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("author_id", Id, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        _check("article_version", "audience_known", "audience IN ('internal', 'everyone')"),
        _check("article_version", "number_sane", "number >= 1"),
        _sane("article_version", "created_at"),
        _refers("article_version", "article_id", "article"),
        _refers("article_version", "author_id", "person"),
        sa.PrimaryKeyConstraint("article_id", "number", name=op.f("pk_article_version")),
    )


def _create_article_step() -> None:
    op.create_table(
        "article_step",
        sa.Column("id", Id, nullable=False),
        sa.Column("article_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        _check("article_step", "step_known", "step IN ('submit', 'send_back', 'publish', 'retire', 'restore')"),
        _sane("article_step", "at"),
        _refers("article_step", "article_id", "article"),
        _refers("article_step", "person_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_step")),
    )
    op.create_index("ix_article_step_article", "article_step", ["article_id"], unique=False)


def _create_article_service() -> None:
    op.create_table(
        "article_service",
        sa.Column("article_id", Id, nullable=False),
        sa.Column("service_id", Id, nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        _refers("article_service", "article_id", "article"),
        _refers("article_service", "service_id", "service"),
        sa.PrimaryKeyConstraint("article_id", "service_id", name=op.f("pk_article_service")),
    )


def _create_article_use() -> None:
    op.create_table(
        "article_use",
        sa.Column("id", Id, nullable=False),
        sa.Column("article_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("incident_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("removed_by_id", Id, nullable=True),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        _check("article_use", "kind_known", _KINDS),
        _check(
            "article_use", "incident_named",
            "kind NOT IN ('linked', 'inserted', 'resolved') OR incident_id IS NOT NULL",
        ),
        _sane("article_use", "at"),
        _sane("article_use", "removed_at"),
        _refers("article_use", "article_id", "article"),
        _refers("article_use", "incident_id", "incident"),
        _refers("article_use", "person_id", "person"),
        _refers("article_use", "removed_by_id", "person"),
        sa.ForeignKeyConstraint(
            ["article_id", "version"],
            ["article_version.article_id", "article_version.number"],
            name=op.f("fk_article_use_article_id_version"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_use")),
    )  # fmt: skip
    op.create_index("ix_article_use_article", "article_use", ["article_id"], unique=False)
    op.create_index("ix_article_use_incident", "article_use", ["incident_id"], unique=False)


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
