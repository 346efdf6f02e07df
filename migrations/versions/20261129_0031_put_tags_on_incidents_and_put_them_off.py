"""Put tags on incidents, and let those that nobody has sorted be put off until later.

Revision ID: 20261129_0031
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "20261129_0031"
down_revision = "20261129_0030"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0031_snoozed.sql"
_SANE = "CHECK (snoozed_until >= '1970-01-01T00:00:00.000000Z' AND snoozed_until < '2200-01-01T00:00:00.000000Z')"


def upgrade() -> None:
    """Add both columns; what stands has no tags and waits for nobody."""
    connection = op.get_bind()
    is_file = connection.dialect.name == "sqlite"
    op.add_column("incident", sa.Column("tags", sa.String(length=480), nullable=True))
    op.execute(
        f"ALTER TABLE incident ADD COLUMN snoozed_until {'VARCHAR(27)' if is_file else 'TIMESTAMPTZ'}"
        f" CONSTRAINT ck_incident_snoozed_until_sane {_SANE}"
    )
    for name, columns in (("tagged", ["tags", "id"]), ("snoozed", ["snoozed_until"])):
        there = sa.text(f"{columns[0]} IS NOT NULL")
        op.create_index(
            f"ix_incident_{name}", "incident", columns, unique=False, sqlite_where=there, postgresql_where=there
        )
    unsorted = sa.text("state = 'new' AND group_id IS NULL AND assignee_id IS NULL")
    op.create_index(
        "ix_incident_unsorted",
        "incident",
        ["state", "group_id", "assignee_id", "snoozed_until", "restricted_group_id", "id"],
        unique=False,
        sqlite_where=unsorted,
        postgresql_where=unsorted,
    )
    if not is_file:
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
