"""Keep receipts of commands, so that a save whose answer was lost can be looked up.

Revision 20261129_0006. A receipt is written in the transaction of its command and taken away after a month.
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0006"
down_revision = "20261129_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.create_table(
        "command_receipt",
        sa.Column("id", Id, nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "done_at >= '1970-01-01T00:00:00.000000Z' AND done_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_command_receipt_done_at_sane"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_command_receipt")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_command_receipt_done_at", "command_receipt", ["done_at"])


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
