"""Exporting what somebody may see."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.imports import Progress, no_progress
from app.domain.permissions import Permission
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.services.command import query
from app.services.exporting.export import Exported, export
from app.services.exporting.formats import Format

PATIENCE = 30 * LONG
"""Seconds for one answer of a server: it sorts its largest tables before the first row comes."""


class ExportQueries:
    """The desk as open files."""

    def __init__(self, store: Store) -> None:
        self.store = store

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
