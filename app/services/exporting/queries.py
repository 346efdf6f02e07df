"""Exporting what somebody may see."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.imports import Progress, no_progress
from app.domain.permissions import Permission
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.services.audit.dto import LogFilter
from app.services.command import query
from app.services.exporting.audit_log import export_log
from app.services.exporting.export import Exported, export
from app.services.exporting.formats import Format
from app.services.exporting.shown import ShownList, export_shown, read_shown
from app.services.incidents.queue_dto import QueueQuery

PATIENCE = 30 * LONG
"""Seconds for one answer of a server: it sorts its largest tables before the first row comes."""


class ExportQueries:
    """The desk as open files."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL, PATIENCE, one_state=True)
    def shown(
        self,
        connection: Connection,
        actor: Actor,
        wanted: QueueQuery,
        into: Path,
        progress: Progress = no_progress,
    ) -> int:
        """Write the rows of a list to a file, in its order; returns how many."""
        return export_shown(connection, actor, wanted, self.store.clock.now(), into, progress)

    @query(Permission.INCIDENT_READ_OWN, PATIENCE, one_state=True)
    def listed(
        self, connection: Connection, actor: Actor, wanted: QueueQuery, progress: Progress = no_progress
    ) -> ShownList:
        """All rows of a list that the actor may see, with their heads, as a document shows them."""
        return read_shown(connection, actor, wanted, self.store.clock.now(), progress)

    @query(Permission.AUDIT_READ, PATIENCE, one_state=True)
    def audit_log(
        self,
        connection: Connection,
        actor: Actor,
        wanted: LogFilter,
        kind: Format,
        into: Path,
        progress: Progress = no_progress,
    ) -> int:
        """Write the entries of the audit log that a filter finds to a file, the newest first; returns how many."""
        return export_log(connection, actor, wanted, kind, into, progress)

    @query(Permission.DATA_EXPORT, PATIENCE, one_state=True)
    def export(
        self,
        connection: Connection,
        actor: Actor,
        into: Path,
        formats: Sequence[Format] = tuple(Format),
        progress: Progress = no_progress,
        *,
        with_files: bool = True,
    ) -> Exported:
        """Write everything of one moment that the actor may see into a new folder below `into`.

        `progress` is told (rows written, rows there are) and may raise to stop; then nothing is left behind.
        """
        now = self.store.time.read(connection).now
        return export(connection, actor, into, formats, now, progress, with_files=with_files)
