"""Looking for damage in a desk's file, and saying what there is to go back to."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from app.domain.errors import Unfit
from app.infra.backup import folder_of, list_backups

SECONDS = 2.0
"""How long a look may take; the daily backup looks at the whole of its copy, however long that takes."""

_STEPS = 10_000
"""Instructions of SQLite's machine between two looks at the watch; some milliseconds."""

_SHOWN = 3


def look_for_damage(database: Path, seconds: float = SECONDS) -> None:
    """Pass when nothing was found in the time there was; otherwise Unfit, with the backups there are."""
    ends = time.monotonic() + seconds
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            connection.set_progress_handler(lambda: time.monotonic() > ends, _STEPS)
            found = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_SHOWN})")]
    except sqlite3.OperationalError:
        return  # Somebody holds it, or the time was over; nothing is known.
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    if found and found != ["ok"]:
        raise Unfit(
            f"{database} is damaged ({found[0]}). Stop working in it and restore a backup. {backups_in_words(database)}"
        )


def backups_in_words(database: Path) -> str:
    """Which backups of a desk there are, the newest with what it holds, and how to put one back."""
    found = list_backups(folder_of(database))
    if not found:
        return f"There is no backup in {folder_of(database)}; look for one elsewhere."
    newest = found[0]
    count = newest.counts.get("incident", 0)
    holds = f"{count:,} incident{'' if count == 1 else 's'}"
    older = len(found) - 1
    others = f", and {older} older ones lie beside it" if older > 1 else ", and an older one lies beside it" * older
    return (
        f"The newest backup is of {newest.made_at:%Y-%m-%d %H:%M} UTC with {holds}{others}: main.py restore"
        f" {newest.path}"
    )
