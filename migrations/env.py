"""Alembic's entry: runs on the connection and inside the transaction that `app.infra.migrate` opened."""

from alembic import context

from app.models import catalogue, clocks, escalation, incident, people, review, timers
from app.models.base import metadata

# The modules are imported for their tables; naming them keeps the import from looking unused.
TABLE_MODULES = (people, catalogue, incident, review, clocks, timers, escalation)


def run() -> None:
    """Run the revisions; the caller commits, so that a killed upgrade leaves the old schema."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
        compare_type=True,
    )
    context.run_migrations()


run()
