"""Keep the pictures of articles in the database, beside their texts.

Revision ID: 20261129_0043
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0043"
down_revision = "20261129_0042"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0043_pictures.sql"


_TABLE = "article_picture"


def upgrade() -> None:
    """Create the table; what is in it stays as it is."""
    op.create_table(
        _TABLE,
        sa.Column("article_id", Id, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=32), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("added_by_id", Id, nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        _check("media_type_known", "media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')"),
        _check("size_sane", "size >= 1"),
        _check(
            "added_at_sane",
            "added_at >= '1970-01-01T00:00:00.000000Z' AND added_at < '2200-01-01T00:00:00.000000Z'",
        ),
        _refers("article_id", "article"),
        _refers("added_by_id", "person"),
        sa.PrimaryKeyConstraint("article_id", "sha256", name=op.f("pk_article_picture")),
    )
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {_TABLE}_no_{act.lower()} BEFORE {act} ON {_TABLE}"
            " BEGIN SELECT RAISE(ABORT, 'what was written of an article stays'); END"
        )


def _check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{_TABLE}_{name}"))


def _refers(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{_TABLE}_{column}"))


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
