"""Let what counts and orders open incidents read one narrow index, without looking at the incidents themselves.

Revision ID: 20261129_0090
"""

import sqlalchemy as sa
from alembic import op

revision = "20261129_0090"
down_revision = "20261129_0050"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('new', 'in_progress', 'on_hold')")


def upgrade() -> None:
    """Add the index, and have two others say whose business an incident is, which is what row security asks of each."""
    op.create_index(
        "ix_incident_open",
        "incident",
        ["state", "restricted_group_id", "group_id", "assignee_id", "priority", "number", "id", "caller_id"],
        unique=False,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.drop_index("ix_incident_open_group", "incident")
    op.create_index(
        "ix_incident_open_group",
        "incident",
        ["group_id", "priority", "number", "restricted_group_id", "caller_id"],
        unique=False,
        sqlite_where=_OPEN,
    )
    op.drop_index("ix_incident_state", "incident")
    op.create_index(
        "ix_incident_state", "incident", ["state", "number", "restricted_group_id", "caller_id"], unique=False
    )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
