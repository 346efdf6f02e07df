"""Bringing a delivery into the desk, or telling what that would do."""

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.events import IncidentsImported
from app.domain.imports import Delivery, Progress, no_progress
from app.domain.permissions import Permission
from app.infra.audit.suspend import inserts_untold
from app.infra.collector import collector_paused
from app.infra.fulltext.keeping import indexed_afterwards
from app.infra.link import LONG
from app.infra.unit_of_work import Store, Work
from app.models.indexed import ENTRY, INCIDENT
from app.services.command import command, query
from app.services.imports.bulk import ring_nobody, room_for_many_rows
from app.services.imports.create import Creator
from app.services.imports.dto import ImportResult, result_of
from app.services.imports.known import batches, plan_import
from app.services.imports.recording import NAMED_TABLES, SEALED_TABLES
from app.services.imports.records import Recorder
from app.services.imports.references import References
from app.services.imports.update import Updater
from app.services.settings import load_matrix
from app.services.sla.recount import count_new_imports


class ImportCommands:
    """Everything that brings incidents of another desk in."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.IMPORT_RUN, LONG, trusted=True)
    def run(self, work: Work, delivery: Delivery, progress: Progress = no_progress) -> ImportResult:
        """Import a delivery in one transaction; what the desk has already stays as it is.

        `progress` is told (incidents done, incidents to do) and may raise to stop: then nothing was written.
        """
        untold = inserts_untold(work.connection, NAMED_TABLES)
        with collector_paused(), room_for_many_rows(work.connection), untold:
            ring_nobody(work.connection)
            return _import(work, delivery, progress)


def _import(work: Work, delivery: Delivery, progress: Progress) -> ImportResult:
    plan = plan_import(work.connection, delivery)
    references = References(work.connection, delivery.source)
    references.learn(plan.records())
    warnings = references.new_groups()
    recorder = Recorder(references, load_matrix(work.connection))
    creator = Creator(work, references, recorder, delivery.source)
    updater = Updater(work, references, recorder, delivery.source)
    total, done = len(plan.new) + len(plan.changed), 0
    later = indexed_afterwards(work.connection, (INCIDENT, ENTRY))
    with inserts_untold(work.connection, SEALED_TABLES), later:
        for new in batches(plan.new):
            creator.write(new)
            done += len(new)
            progress(done, total)
    for changed in batches(plan.changed):
        updater.write(changed)
        done += len(changed)
        progress(done, total)
    count_new_imports(work)
    if total:
        work.events.append(IncidentsImported(work.actor.person_id, total))
    return result_of(delivery, len(plan.new), len(plan.changed), plan.unchanged, (*warnings, *updater.warnings))


class ImportQueries:
    """What an import would do."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.IMPORT_RUN, LONG)
    def plan(self, connection: Connection, _actor: Actor, delivery: Delivery) -> ImportResult:
        """The result that the import of this delivery would have; writes nothing."""
        plan = plan_import(connection, delivery)
        references = References(connection, delivery.source)
        references.learn(plan.records())
        return result_of(delivery, len(plan.new), len(plan.changed), plan.unchanged, references.new_groups())
