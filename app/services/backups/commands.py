"""Backups of the open desk, as a person asks for them; restoring needs the desk closed and is done by the program."""

from collections.abc import Callable
from pathlib import Path

from app.domain.actor import Actor
from app.domain.errors import Refused
from app.domain.permissions import Permission
from app.infra.backup import Backup, Reason, back_up, folder_of, list_backups
from app.infra.sealing import is_sealed
from app.infra.settings import sqlite_file
from app.infra.unit_of_work import Store
from app.services.backups.compare import Opened, compare
from app.services.backups.phrase import checked_phrase, keep_phrase, kept_phrase, wanted_phrase
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
        database = file_of(self.store)
        return tuple(list_backups(folder or folder_of(database), database))

    @permitted(Permission.DATA_RESTORE)
    def compare(self, _actor: Actor, backup: Path, phrase: str = "") -> Opened:
        """Prove a backup and say what restoring it would lose; whoever may not restore is told so before.

        A sealed one is opened with the phrase, or with the one that is kept; PhraseWanted or WrongPhrase where neither
        does.
        """
        phrase = phrase or (kept_phrase() if is_sealed(backup) else "")
        return Opened(compare(backup, file_of(self.store), phrase), phrase)

    @permitted(Permission.DATA_BACKUP)
    def make(self, _actor: Actor, folder: Path | None, progress: Progress, sealed: bool = False) -> Backup:
        """Copy the desk while it is in use and prove the copy; what `progress` raises ends it and leaves nothing.

        `sealed` copies can be read with the pass phrase alone that the keyring of this computer has.
        """
        database, phrase = file_of(self.store), wanted_phrase() if sealed else ""
        return back_up(database, folder or folder_of(database), self.store.clock.now(), Reason.ASKED, progress, phrase)

    @permitted(Permission.DATA_BACKUP)
    def set_phrase(self, _actor: Actor, phrase: str, again: str) -> None:
        """Keep the pass phrase of backups in the keyring of this computer; earlier ones need theirs."""
        keep_phrase(checked_phrase(phrase, again))

    @permitted(Permission.DATA_BACKUP)
    def has_phrase(self, _actor: Actor) -> bool:
        """Whether the keyring of this computer has a pass phrase of backups."""
        return bool(kept_phrase())


def file_of(store: Store) -> Path:
    """The file of a desk; Refused for one that is none."""
    path = sqlite_file(store.database.identity)
    if path is None:
        raise Refused(ON_A_SERVER)
    return path
