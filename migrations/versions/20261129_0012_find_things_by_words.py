"""Find things by words: the full text of the desk.

Revision 20261129_0012. On SQLite the index and its triggers are made after every upgrade, by `migrations/env.py` from
one list (`app/models/indexed.py`); on PostgreSQL the texts in `migrations/sql/search` make them.
"""

from pathlib import Path

from alembic import op

revision = "20261129_0012"
down_revision = "20261129_0011"
branch_labels = None
depends_on = None

_TEXTS = Path(__file__).resolve().parents[1] / "sql" / "search"
_SEPARATORS = (
    "\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b1\\u00b4-\\u00b4\\u00b6-\\u00b8\\u00bb-\\u00bf"
    "\\u00d7-\\u00d7\\u00f7-\\u00f7\\u2000-\\u206f\\u3000-\\u303f"
)
"""What app/domain/search/folding.py has in SEPARATOR_CLASS; a change there is another migration."""


def upgrade() -> None:
    """Make the index and the door to it on a server."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        return
    for path in sorted(_TEXTS.glob("*.sql")):
        text = path.read_text(encoding="utf-8").replace("{separators}", _SEPARATORS)
        # Several statements in one text are sent as they stand, and so are the signs that mark parameters elsewhere.
        connection.exec_driver_sql(text, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
