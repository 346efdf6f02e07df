"""Ask less often who is connected and who sees what: row-level security cost a list by time left two and a half times.

Revision ID: 20261129_0019
"""

from pathlib import Path

from alembic import op

revision = "20261129_0019"
down_revision = "20261129_0018"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0019_who_sees.sql"

# Nobody while a first password waits to be changed. session_user is a name, whose collation is "C", and the index of
# logins has the usual one.
_CONNECTED = """public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change)"""


def upgrade() -> None:
    """Replace functions and policies, and have the clocks say who sees them; a desk in a file has no policies."""
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        text = _TEXT.read_text(encoding="utf-8").replace("{connected}", _CONNECTED)
        connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
