"""Let whoever works at a shared desk read the history of what it is set to, and of nothing else in the audit trail.

Revision ID: 20261129_0010
"""

from alembic import op

revision = "20261129_0010"
down_revision = "20261129_0009"
branch_labels = None
depends_on = None

# Logins are told to administrators only, so the history of people, which names them, is too.
_HISTORY = """
CREATE FUNCTION desk.history_of(subject text, subject_id text, most integer) RETURNS TABLE (
    at timestamptz, login text, person_id uuid, act text, part text, part_id text, content text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF NOT desk.reads_all() OR history_of.subject NOT IN (
            'site', 'service', 'configuration_item', 'category', 'assignment_group', 'setting', 'person'
        ) OR (history_of.subject = 'person' AND desk.role() <> 'admin') THEN
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
    """Make the function; on a file the program reads the trail itself."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_HISTORY, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
