"""Keep templates of frequent incidents: what they fill in.

Revision ID: 20261129_0028
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261129_0028"
down_revision = "20261129_0027"
branch_labels = None
depends_on = None

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""

# As for macros: whoever may not read a template learns nothing of it; only who leads the desk writes for everybody.
_RIGHTS = """
ALTER TABLE incident_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON incident_template FOR SELECT USING (
    (SELECT desk.reads_all()) AND (
        owner_id = (SELECT desk.me()) OR share = 'all'
        OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[]))
    )
);
CREATE POLICY added ON incident_template FOR INSERT WITH CHECK (
    owner_id = (SELECT desk.me()) AND (SELECT desk.reads_all())
    AND CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE true
    END
);
CREATE POLICY changed ON incident_template FOR UPDATE USING (
    owner_id = (SELECT desk.me())
    OR ((share = 'all' OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[])))
        AND (SELECT desk.role()) IN ('supervisor', 'admin'))
) WITH CHECK (
    CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE owner_id = (SELECT desk.me())
    END
);
CREATE TRIGGER incident_template_is_told AFTER INSERT OR UPDATE OR DELETE ON incident_template
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference();

CREATE OR REPLACE FUNCTION desk.history_of(subject text, subject_id text, most integer) RETURNS TABLE (
    at timestamptz, login text, person_id uuid, act text, part text, part_id text, content text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF NOT desk.reads_all() OR history_of.subject NOT IN (
            'site', 'service', 'configuration_item', 'category', 'assignment_group', 'setting', 'person', 'macro',
            'checklist_template', 'incident_template'
        ) OR (history_of.subject = 'person' AND desk.role() <> 'admin')
           OR (history_of.subject IN ('macro', 'checklist_template', 'incident_template')
               AND NOT desk.sees_shared(history_of.subject, history_of.subject_id)) THEN
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
        "incident_template",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("filling", Json, nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("share", sa.String(length=8), server_default="own", nullable=False),
        sa.Column("group_id", Id, nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("share IN ('own', 'team', 'all')", name=op.f("ck_incident_template_share_known")),
        sa.CheckConstraint("share <> 'team' OR group_id IS NOT NULL", name=op.f("ck_incident_template_team_named")),
        sa.CheckConstraint(
            "created_at >= '1970-01-01T00:00:00.000000Z' AND created_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_template_created_at_sane"),
        ),
        sa.ForeignKeyConstraint(["group_id"], ["assignment_group.id"], name=op.f("fk_incident_template_group_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["person.id"], name=op.f("fk_incident_template_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_template")),
    )
    op.create_index("ix_incident_template_owner", "incident_template", ["owner_id"], unique=False)
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_RIGHTS, execution_options={"no_parameters": True})
        return
    values = f"'incident_template', '{NOBODY}', NULL"
    for act in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER incident_template_{act.lower()}_is_told AFTER {act} ON incident_template"  # noqa: S608 -- names above
            f" BEGIN INSERT INTO change_feed (kind, subject_id, incident_id) VALUES ({values}); END"
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
