"""Keep an audit trail: chains of records, anchors over them, and how many changes an entry of the journal has.

Revision 20261129_0008. The triggers that write the trail are made after every upgrade, by `migrations/env.py` from one
list; a desk that was there before begins its chains with a record over what it holds.
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0008"
down_revision = "20261129_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of the trail."""
    op.create_table(
        "audit_entry",
        sa.Column("subject", _bytewise(32), nullable=False),
        sa.Column("subject_id", _bytewise(80), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("login", sa.String(length=128), nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("part_id", sa.String(length=200), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=True),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        _sane("audit_entry", "at"),
        sa.PrimaryKeyConstraint("subject", "subject_id", "n", name=op.f("pk_audit_entry")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit_anchor",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("chains", sa.Integer(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("heads", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        _sane("audit_anchor", "at"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_anchor")),
    )
    op.create_table(
        "audit_head",
        sa.Column("subject", _bytewise(32), nullable=False),
        sa.Column("subject_id", _bytewise(80), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("anchor", sa.Integer(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "subject_id", "n", name=op.f("pk_audit_head")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_audit_head_anchor", "audit_head", ["anchor"], unique=False)
    if op.get_bind().dialect.name != "sqlite":
        # Without a policy nobody but the owner sees a row. An anchor gives nothing away.
        for table in ("audit_entry", "audit_anchor", "audit_head"):
            op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute("CREATE POLICY seen ON audit_anchor FOR SELECT USING (true)")
    # Entries that stand already say nothing; the record with which their chain begins covers them.
    op.add_column("journal_entry", sa.Column("change_count", sa.Integer(), nullable=True))


def _bytewise(length: int) -> sa.types.TypeEngine[str]:
    """Text that sorts by bytes on both databases."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _sane(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} >= '1970-01-01T00:00:00.000000Z' AND {column} < '2200-01-01T00:00:00.000000Z'",
        name=op.f(f"ck_{table}_{column}_sane"),
    )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
