"""Keep one opinion of each person, and close what insiders found in checklists, templates, links and suggestions.

Revision ID: 20261129_0033
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "20261129_0033"
down_revision = "20261129_0032"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "0033_insiders.sql"
_STANDING = "removed_at IS NULL AND kind IN ('helped', 'did_not_help')"

_TAKE_BACK = """
UPDATE article_use SET removed_by_id = person_id, removed_at = (
    SELECT max(newer.at) FROM article_use AS newer
     WHERE newer.article_id = article_use.article_id AND newer.person_id = article_use.person_id
) WHERE removed_at IS NULL AND kind IN ('helped', 'did_not_help') AND EXISTS (
    SELECT 1 FROM article_use AS newer
     WHERE newer.article_id = article_use.article_id AND newer.person_id = article_use.person_id
       AND newer.removed_at IS NULL AND newer.kind IN ('helped', 'did_not_help')
       AND (newer.incident_id = article_use.incident_id
            OR newer.incident_id IS NULL AND article_use.incident_id IS NULL)
       AND (newer.at > article_use.at OR newer.at = article_use.at AND newer.id > article_use.id)
)
"""
"""Of several opinions of one person the newest stands."""


def upgrade() -> None:
    """Take back what two programs kept at once, keep it from coming again, and on PostgreSQL guard what is told."""
    op.execute(_TAKE_BACK)
    _one_opinion("uq_article_use_opinion", ["article_id", "person_id"], "incident_id IS NULL")
    _one_opinion("uq_article_use_opinion_at", ["article_id", "person_id", "incident_id"], "incident_id IS NOT NULL")
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})


def _one_opinion(name: str, columns: list[str], of_what: str) -> None:
    condition = sa.text(f"{of_what} AND {_STANDING}")
    op.create_index(name, "article_use", columns, unique=True, sqlite_where=condition, postgresql_where=condition)


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
