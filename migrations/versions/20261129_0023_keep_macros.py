"""Keep macros: texts with fields, and what is done to incidents with them.

Revision ID: 20261129_0023
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0023"
down_revision = "20261129_0019"
branch_labels = None
depends_on = None

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""

# As for saved views: whoever may not read a macro learns nothing of it; only who leads the desk writes for everybody.
_RIGHTS = """
ALTER TABLE macro ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON macro FOR SELECT USING (
    (SELECT desk.reads_all()) AND (
        owner_id = (SELECT desk.me()) OR share = 'all'
        OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[]))
    )
);
CREATE POLICY added ON macro FOR INSERT WITH CHECK (
    owner_id = (SELECT desk.me()) AND (SELECT desk.reads_all())
    AND CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE true
    END
);
CREATE POLICY changed ON macro FOR UPDATE USING (
    owner_id = (SELECT desk.me()) OR (share <> 'own' AND (SELECT desk.role()) IN ('supervisor', 'admin'))
) WITH CHECK (
    CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE owner_id = (SELECT desk.me())
    END
);
CREATE TRIGGER macro_is_told AFTER INSERT OR UPDATE OR DELETE ON macro
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference();

CREATE FUNCTION desk.sees_macro(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.macro
         WHERE replace(macro.id::text, '-', '') = replace(wanted, '-', '')
           AND (macro.owner_id = desk.me() OR macro.share = 'all'
                OR (macro.share = 'team' AND macro.group_id = ANY (desk.groups())))
    );
END $$;

CREATE OR REPLACE FUNCTION desk.history_of(subject text, subject_id text, most integer) RETURNS TABLE (
    at timestamptz, login text, person_id uuid, act text, part text, part_id text, content text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF NOT desk.reads_all() OR history_of.subject NOT IN (
            'site', 'service', 'configuration_item', 'category', 'assignment_group', 'setting', 'person', 'macro'
        ) OR (history_of.subject = 'person' AND desk.role() <> 'admin')
           OR (history_of.subject = 'macro' AND NOT desk.sees_macro(history_of.subject_id)) THEN
            PERFORM desk.refuse('only the history of settings is told, to whoever works at the desk');
        END IF;
    END IF;
    RETURN QUERY
    SELECT entry.at, entry.login::text, entry.person_id, entry.act::text, entry.part::text, entry.part_id::text,
           entry.content
      FROM public.audit_entry AS entry
     WHERE entry.subject = history_of.subject AND entry.subject_id = history_of.subject_id
     ORDER BY entry.n DESC LIMIT least(history_of.most, 1000);
END $$;
"""


def upgrade() -> None:
    """Create the table, who may what with its rows, and what tells other windows of them."""
    op.create_table(
        "macro",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("short_name", sa.String(length=32), server_default="", nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("public", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("acts", Json, nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("share", sa.String(length=8), server_default="own", nullable=False),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("share IN ('own', 'team', 'all')", name=op.f("ck_macro_share_known")),
        sa.CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name=op.f("ck_macro_team_named")),
        sa.CheckConstraint(
            "created_at >= '1970-01-01T00:00:00.000000Z' AND created_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_macro_created_at_sane"),
        ),
        sa.ForeignKeyConstraint(["group_id"], ["assignment_group.id"], name=op.f("fk_macro_group_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_macro_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_macro")),
    )
    op.create_index("ix_macro_owner", "macro", ["owner_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_RIGHTS, execution_options={"no_parameters": True})
        return
    values = f"'macro', '{NOBODY}', NULL"
    for act in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER macro_{act.lower()}_is_told AFTER {act} ON macro"  # noqa: S608 -- names above
            f" BEGIN INSERT INTO change_feed (kind, subject_id, incident_id) VALUES ({values}); END"
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
