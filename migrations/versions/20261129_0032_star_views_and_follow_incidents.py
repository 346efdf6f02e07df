"""Let everybody star the views that they see, and follow incidents.

Revision ID: 20261129_0032
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from app.models.types import Id

revision = "20261129_0032"
down_revision = "20261129_0031"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0032_stars_and_followers.sql"

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""


def upgrade() -> None:
    """Create the tables, who may what with its rows, and what tells other windows of them."""
    op.create_table(
        "saved_view_star",
        sa.Column("person_id", Id, nullable=False),
        sa.Column("view_id", Id, nullable=False),
        sa.Column("starred", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_saved_view_star_person_id")),
        sa.ForeignKeyConstraint(["view_id"], ["saved_view.id"], name=op.f("fk_saved_view_star_view_id")),
        sa.PrimaryKeyConstraint("person_id", "view_id", name=op.f("pk_saved_view_star")),
    )
    op.create_table(
        "incident_follower",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("following", sa.Boolean(), nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_follower_incident_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_incident_follower_person_id")),
        sa.PrimaryKeyConstraint("incident_id", "person_id", name=op.f("pk_incident_follower")),
    )
    op.create_index("ix_incident_follower_person", "incident_follower", ["person_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
        return
    for act in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER saved_view_star_{act.lower()}_is_told AFTER {act} ON saved_view_star BEGIN"  # noqa: S608 -- our own
            " INSERT INTO change_feed (kind, subject_id, incident_id)"
            f" VALUES ('saved_view_star', '{NOBODY}', NULL); END"
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
