"""Save views: a filter with a name, and how its rows are shown.

Revision ID: 20261129_0013
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0013"
down_revision = "20261129_0012"
branch_labels = None
depends_on = None

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""

# Whoever may not read a view learns nothing of it. Only who leads the desk writes for everybody.
_RIGHTS = """
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON saved_view FOR SELECT USING (
    owner_id = (SELECT desk.me())
    OR (share = 'all' AND (SELECT desk.me()) IS NOT NULL)
    OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[]))
);
CREATE POLICY saved ON saved_view FOR INSERT WITH CHECK (
    owner_id = (SELECT desk.me())
    AND CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN (SELECT desk.reads_all()) AND group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE true
    END
);
CREATE POLICY changed ON saved_view FOR UPDATE USING (
    owner_id = (SELECT desk.me())
    OR (share <> 'own' AND (SELECT desk.role()) IN ('supervisor', 'admin'))
) WITH CHECK (
    CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN (SELECT desk.reads_all()) AND group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE owner_id = (SELECT desk.me())
    END
);
ALTER TABLE saved_view ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE saved_view ALTER COLUMN filter_text SET STATISTICS 0;
CREATE TRIGGER saved_view_is_told AFTER INSERT OR UPDATE OR DELETE ON saved_view
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference();
"""


def upgrade() -> None:
    """Create the table, who may what with its rows, and what tells other windows of them."""
    op.create_table(
        "saved_view",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("icon", sa.String(length=32), server_default="", nullable=False),
        sa.Column("filter_text", sa.Text(), server_default="", nullable=False),
        sa.Column("columns", Json, nullable=True),
        sa.Column("sort", sa.String(length=24), nullable=False),
        sa.Column("descending", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("group_by", sa.String(length=24), nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("share", sa.String(length=8), server_default="own", nullable=False),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("notifies", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("share IN ('own', 'team', 'all')", name=op.f("ck_saved_view_share_known")),
        sa.CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name=op.f("ck_saved_view_team_named")),
        *(_sane("saved_view", column) for column in ("created_at", "updated_at", "removed_at")),
        sa.ForeignKeyConstraint(["group_id"], ["assignment_group.id"], name=op.f("fk_saved_view_group_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_saved_view_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index("ix_saved_view_owner", "saved_view", ["owner_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_RIGHTS, execution_options={"no_parameters": True})
        return
    values = f"'saved_view', '{NOBODY}', NULL"
    for act in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER saved_view_{act.lower()}_is_told AFTER {act} ON saved_view"  # noqa: S608 -- names above
            f" BEGIN INSERT INTO change_feed (kind, subject_id, incident_id) VALUES ({values}); END"
        )


def _sane(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} >= '1970-01-01T00:00:00.000000Z' AND {column} < '2200-01-01T00:00:00.000000Z'",
        name=op.f(f"ck_{table}_{column}_sane"),
    )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
