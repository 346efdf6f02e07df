"""Name the problem an incident belongs to, the change that mends it and the change that caused it.

Revision ID: 20261129_0009
"""

import sqlalchemy as sa
from alembic import op

revision = "20261129_0009"
down_revision = "20261129_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add three columns; what stands has none of them."""
    for name in ("problem_ref", "change_ref", "caused_by_change_ref"):
        op.add_column("incident", sa.Column(name, sa.String(length=64), nullable=True))


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
