"""Backups of the open desk, as a person asks for them; restoring needs the desk closed and is done by the program."""

from collections.abc import Callable
from pathlib import Path

from app.domain.actor import Actor
from app.domain.errors import Refused
from app.domain.permissions import Permission
from app.infra.backup import Backup, Reason, back_up, folder_of, list_backups
from app.infra.settings import sqlite_file
from app.infra.unit_of_work import Store
from app.services.backups.compare import Comparison, compare
from app.services.command import permitted

Progress = Callable[[int, int], None]

ON_A_SERVER = (
    "This desk is a PostgreSQL database. Its administrator backs it up with pg_dump -Fc and restores it with"
    " pg_restore."
)


class BackupCommands:
    """Making backups, which there are, and what one would mean."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @permitted(Permission.INCIDENT_READ_ALL)
    def all(self, _actor: Actor, folder: Path | None = None) -> tuple[Backup, ...]:
        """The backups in a folder, newest first; without one, those beside the desk."""
        return tuple(list_backups(folder or folder_of(file_of(self.store))))

    @permitted(Permission.DATA_RESTORE)
    def compare(self, _actor: Actor, backup: Path) -> Comparison:
        """Prove a backup and say what restoring it would lose; whoever may not restore is told so before."""
        return compare(backup, file_of(self.store))

    @permitted(Permission.DATA_BACKUP)
    def make(self, _actor: Actor, folder: Path | None, progress: Progress) -> Backup:
        """Copy the desk while it is in use and prove the copy; what `progress` raises ends it and leaves nothing."""
        database = file_of(self.store)
        return back_up(database, folder or folder_of(database), self.store.clock.now(), Reason.ASKED, progress)


def file_of(store: Store) -> Path:
    """The file of a desk; Refused for one that is none."""
    path = sqlite_file(store.database.identity)
    if path is None:
        raise Refused(ON_A_SERVER)
    return path
