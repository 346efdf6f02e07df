"""Let people take back what they did about escalations, and keep stakeholder updates to major incidents.

Revision ID: 20261130_0061
"""

from pathlib import Path

from alembic import op

revision = "20261130_0061"
down_revision = "20261130_0060"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1130_0061_taking_acts_back.sql"


def upgrade() -> None:
    """Guards on PostgreSQL only. Older programs count a move that was taken back with an escalation as a move."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
