"""Put all open incidents in order by one index that lies as their clocks do, and find the clocks that have not stopped.

Revision ID: 20261130_0050
"""

import sqlalchemy as sa
from alembic import op

revision = "20261130_0050"
down_revision = "20261130_0049"
branch_labels = None
depends_on = None

_OPEN = sa.text("state IN ('new', 'in_progress', 'on_hold')")


def upgrade() -> None:
    """Make the index of the open ones anew, and drop two whose work it does."""
    is_server = op.get_bind().dialect.name != "sqlite"
    op.drop_index("ix_incident_open", "incident")
    op.create_index(
        "ix_incident_open",
        "incident",
        [
            *("id", "number", "state", "restricted_group_id", "group_id", "assignee_id", "priority", "caller_id"),
            "updated_at",
        ],
        unique=False,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
    op.drop_index("ix_incident_open_updated", "incident")
    if is_server:
        op.drop_index("ix_incident_open_seen", "incident")
        # A server puts two lists together by going through both: of clocks through those that have not stopped.
        op.create_index(
            "ix_incident_clocks_going",
            "incident_clocks",
            ["incident_id"],
            unique=False,
            postgresql_where=sa.text("phase <> 'stopped'"),
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
