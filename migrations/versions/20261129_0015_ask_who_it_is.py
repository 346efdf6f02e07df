"""Keep passwords by which people sign in at a computer that they share; on a server nobody has any rights on them.

Revision ID: 20261129_0015
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0015"
down_revision = "20261129_0014"
branch_labels = None
depends_on = None


def _sane(name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{name} >= '1970-01-01T00:00:00.000000Z' AND {name} < '2200-01-01T00:00:00.000000Z'",
        name=op.f(f"ck_person_secret_{name}_sane"),
    )


def upgrade() -> None:
    """Make the table; no desk has a password yet."""
    op.create_table(
        "person_secret",
        sa.Column("person_id", Id, nullable=False),
        sa.Column("hash", sa.String(length=200), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("wait_until", UtcDateTime(), nullable=True),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        _sane("wait_until"),
        _sane("set_at"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_secret_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_person_secret")),
    )
    if op.get_bind().dialect.name != "sqlite":
        op.execute("ALTER TABLE person_secret ENABLE ROW LEVEL SECURITY")


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
