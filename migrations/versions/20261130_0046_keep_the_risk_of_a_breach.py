"""Keep how likely each open incident misses its resolution target, so that queues can be filtered and sorted by it.

Revision ID: 20261130_0046
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261130_0046"
down_revision = "20261130_0045"
branch_labels = None
depends_on = None

# Who sees the incident stands on its risk as well, as on its clocks: a list sorted by risk would look up each of them.
# People cannot write the column, they have no grant. The lock makes whoever is changing who sees the incident wait, and
# an incident that somebody is changing is passed over: it is reckoned at the next look, and nobody waits for anybody.
_RIGHTS = """
ALTER TABLE incident_risk ADD COLUMN restricted_group_id uuid;
ALTER TABLE incident_risk ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON incident_risk FOR SELECT USING (
    (restricted_group_id IS NULL AND (SELECT desk.reads_all()))
    OR (restricted_group_id IS NOT NULL AND restricted_group_id = ANY ((SELECT desk.groups())::uuid[]))
);
CREATE POLICY reckoned ON incident_risk FOR INSERT WITH CHECK (
    (restricted_group_id IS NULL AND (SELECT desk.reads_all()))
    OR (restricted_group_id IS NOT NULL AND restricted_group_id = ANY ((SELECT desk.groups())::uuid[]))
);
CREATE POLICY again ON incident_risk FOR UPDATE USING (
    (restricted_group_id IS NULL AND (SELECT desk.reads_all()))
    OR (restricted_group_id IS NOT NULL AND restricted_group_id = ANY ((SELECT desk.groups())::uuid[]))
);

CREATE FUNCTION desk.guard_risk() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    tells_who_sees boolean := false;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        tells_who_sees := ROW(NEW.incident_id, NEW.percent, NEW.late, NEW.alike, NEW.is_wide, NEW.reckoned_at)
            IS NOT DISTINCT FROM ROW(OLD.incident_id, OLD.percent, OLD.late, OLD.alike, OLD.is_wide, OLD.reckoned_at);
    END IF;
    IF NOT is_owner AND NOT tells_who_sees AND NOT desk.is_now(NEW.reckoned_at) THEN
        PERFORM desk.refuse('a risk is reckoned now');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT is_owner AND NOT desk.sees(NEW.incident_id) THEN
            RETURN NULL;
        END IF;
        SELECT incident.restricted_group_id INTO NEW.restricted_group_id
          FROM public.incident WHERE incident.id = NEW.incident_id FOR SHARE SKIP LOCKED;
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON incident_risk FOR EACH ROW EXECUTE FUNCTION desk.guard_risk();

CREATE FUNCTION desk.tell_risk_who_sees() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.incident_risk AS risk SET restricted_group_id = NEW.restricted_group_id
     WHERE risk.incident_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_risk_who_sees AFTER UPDATE OF restricted_group_id ON incident FOR EACH ROW
    WHEN (OLD.restricted_group_id IS DISTINCT FROM NEW.restricted_group_id)
    EXECUTE FUNCTION desk.tell_risk_who_sees();
"""


def upgrade() -> None:
    """Create the table, and who may what with its rows."""
    op.create_table(
        "incident_risk",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("late", sa.Integer(), nullable=True),
        sa.Column("alike", sa.Integer(), nullable=True),
        sa.Column("is_wide", sa.Boolean(), nullable=True),
        sa.Column("reckoned_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "percent >= 0 AND percent <= 100 AND late >= 0 AND late <= alike",
            name=op.f("ck_incident_risk_counts_sane"),
        ),
        sa.CheckConstraint(
            "(percent IS NULL) = (late IS NULL) AND (percent IS NULL) = (alike IS NULL)"
            " AND (percent IS NULL) = (is_wide IS NULL)",
            name=op.f("ck_incident_risk_told_whole"),
        ),
        sa.CheckConstraint(
            "reckoned_at >= '1970-01-01T00:00:00.000000Z' AND reckoned_at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_incident_risk_reckoned_at_sane"),
        ),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_risk_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_incident_risk")),
        sqlite_with_rowid=False,
    )
    known = sa.text("percent IS NOT NULL")
    op.create_index(
        "ix_incident_risk_percent", "incident_risk", ["percent"], sqlite_where=known, postgresql_where=known
    )
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_RIGHTS, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
