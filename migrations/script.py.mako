"""${message}

House rules: upgrade only (a downgrade is the restore of the backup made before); name every constraint; batch mode on
SQLite loses triggers and views, so re-create them here; big tables are filled in steps that can be repeated.
Revision ${up_revision}, after ${down_revision | comma,n}.
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """${message}."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
