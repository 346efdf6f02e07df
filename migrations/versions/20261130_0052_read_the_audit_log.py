"""Let administrators read the audit log by time, without what the window would not show them.

Revision ID: 20261130_0052
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "20261130_0052"
down_revision = "20261130_0051"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0052_audit_log.sql"
_RESTRICTED = sa.text("restricted_group_id IS NOT NULL")


def upgrade() -> None:
    """The newest entries are found by an index, and so are the few incidents that hide some."""
    op.create_index("ix_audit_entry_at", "audit_entry", ["at"])
    op.create_index(
        "ix_incident_restricted", "incident", ["restricted_group_id", "id"],
        sqlite_where=_RESTRICTED, postgresql_where=_RESTRICTED,
    )  # fmt: skip
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
