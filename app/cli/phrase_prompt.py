"""The pass phrase of encrypted backups on the command line: from the environment, the keyring, or asked for."""

import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from app.infra.sealing import WrongPhrase, is_sealed

VARIABLE: Final = "MAINSTAY_BACKUP_PHRASE"
T = TypeVar("T")


def phrase_for_new() -> str:
    """The pass phrase of a backup that is to be made; typed twice where it is asked for, with what forgetting means."""
    from app.services.backups.phrase import checked_phrase, kept_phrase

    given = os.environ.get(VARIABLE, "")
    if given:
        return checked_phrase(given, given)
    kept = kept_phrase()
    if kept:
        return kept
    print("Without this pass phrase nobody can open the backup, and nobody can recover it. Keep it somewhere else.")
    return checked_phrase(getpass.getpass("Pass phrase: "), getpass.getpass("Once more: "))


def with_phrase(backup: Path, look: Callable[[str], T]) -> tuple[T, str]:
    """What a look at a backup finds, and the phrase that opened it; it is asked for when none that is known does."""
    from app.services.backups.phrase import kept_phrase

    if not is_sealed(backup):
        return look(""), ""
    for known in filter(None, (os.environ.get(VARIABLE, ""), kept_phrase())):
        try:
            return look(known), known
        except WrongPhrase:
            continue
    typed = getpass.getpass(f"Pass phrase of {backup.name}: ")
    return look(typed), typed
