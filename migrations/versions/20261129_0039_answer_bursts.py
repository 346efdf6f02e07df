"""Keep what people made of bursts that were shown to them.

Revision ID: 20261129_0039
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0039"
down_revision = "20261129_0038"
branch_labels = None
depends_on = None

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""

# Everybody at the desk sees what was made of a burst, so that two do not declare it; each answers for themself.
_RIGHTS = """
ALTER TABLE burst_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON burst_answer FOR SELECT USING ((SELECT desk.reads_all()));
CREATE POLICY given ON burst_answer FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND person_id = (SELECT desk.me())
);
CREATE POLICY changed ON burst_answer FOR UPDATE USING (
    (SELECT desk.reads_all()) AND person_id = (SELECT desk.me())
);

CREATE FUNCTION desk.guard_burst_answer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.at) THEN
        PERFORM desk.refuse('a burst is answered when it is, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON burst_answer FOR EACH ROW EXECUTE FUNCTION desk.guard_burst_answer();
CREATE TRIGGER burst_answer_is_told AFTER INSERT OR UPDATE OR DELETE ON burst_answer
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference();
"""


def upgrade() -> None:
    """Create the table, who may what with its rows, and what tells other windows of them."""
    op.create_table(
        "burst_answer",
        sa.Column("burst", sa.String(length=120), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("incidents", sa.Integer(), nullable=False),
        sa.Column("usual", sa.Float(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("answer IN ('later', 'major', 'problem')", name=op.f("ck_burst_answer_answer_known")),
        sa.CheckConstraint("incidents >= 1 AND usual >= 0", name=op.f("ck_burst_answer_counts_sane")),
        sa.CheckConstraint(
            "at >= '1970-01-01T00:00:00.000000Z' AND at < '2200-01-01T00:00:00.000000Z'",
            name=op.f("ck_burst_answer_at_sane"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_burst_answer_person_id")),
        sa.PrimaryKeyConstraint("burst", "person_id", name=op.f("pk_burst_answer")),
    )
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_RIGHTS, execution_options={"no_parameters": True})
        return
    values = f"'burst_answer', '{NOBODY}', NULL"
    for act in ("INSERT", "UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER burst_answer_{act.lower()}_is_told AFTER {act} ON burst_answer"  # noqa: S608 -- names above
            f" BEGIN INSERT INTO change_feed (kind, subject_id, incident_id) VALUES ({values}); END"
        )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
