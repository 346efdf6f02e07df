"""Alembic's entry: runs on the connection and inside the transaction that `app.infra.migrate` opened."""

from alembic import context
from sqlalchemy import inspect

from app.infra.audit.renew import renew_triggers
from app.infra.fulltext.keeping import renew_index
from app.models import (
    audit,
    catalogue,
    clocks,
    escalation,
    incident,
    knowledge,
    people,
    receipts,
    retention,
    review,
    secrets,
    timers,
)
from app.models.audited import SEALED, WATCHED
from app.models.base import metadata
from app.models.indexed import INDEXED
from app.services.audit.baseline import begin_chains
from app.services.server.rights import write_rights

# The modules are imported for their tables; naming them keeps the import from looking unused.
TABLE_MODULES = (
    people,
    catalogue,
    incident,
    review,
    knowledge,
    clocks,
    timers,
    escalation,
    receipts,
    audit,
    secrets,
    retention,
)


def run() -> None:
    """Run the revisions, then say who may what; the caller commits, so that a killed upgrade leaves the old schema.

    Afterwards the triggers of the audit trail and of the full text are made anew, because a table that was rebuilt has
    lost its own. A desk that has just got its trail begins it with a record over what it holds.
    """
    connection = context.config.attributes["connection"]
    had_trail = inspect(connection).has_table("audit_entry")
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
        compare_type=True,
    )
    context.run_migrations()
    # The inspector remembers what it saw, so a new one looks again.
    if inspect(connection).has_table("audit_entry"):
        if not had_trail:
            begin_chains(connection)
        renew_triggers(connection, WATCHED, SEALED)
    renew_index(connection, INDEXED)
    write_rights(connection)


run()
