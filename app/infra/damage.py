"""Looking for damage in a desk's file, and saying what there is to go back to."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from app.domain.errors import Damaged
from app.domain.wording import tr, trn
from app.infra.backup import folder_of, list_backups

SECONDS = 2.0
"""How long a look may take; the daily backup looks at the whole of its copy, however long that takes."""

_STEPS = 10_000
"""Instructions of SQLite's machine between two looks at the watch; some milliseconds."""

_SHOWN = 3


def look_for_damage(database: Path, seconds: float = SECONDS) -> None:
    """Pass when nothing was found in the time there was; otherwise Damaged, with the backups there are."""
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
        raise Damaged(
            tr(
                "{database} is damaged ({found}). Stop working in it and restore a backup. {backups_in_words}",
                database=database,
                found=found[0],
                backups_in_words=backups_in_words(database),
            )
        )


def backups_in_words(database: Path) -> str:
    """Which backups of a desk there are, the newest with what it holds, and how to put one back."""
    found = list_backups(folder_of(database), database)
    if not found:
        return tr("There is no backup in {folder_of}; look for one elsewhere.", folder_of=folder_of(database))
    newest = found[0]
    count = newest.counts.get("incident", 0)
    holds = trn("{n} incident", "{n} incidents", count)
    older = len(found) - 1
    others = (
        tr(", and {older} older ones lie beside it", older=older)
        if older > 1
        else tr(", and an older one lies beside it") * older
    )
    return tr(
        "The newest backup is of {made_at} UTC with {holds}{others}: main.py restore {path}",
        made_at=f"{newest.made_at:%Y-%m-%d %H:%M}",
        holds=holds,
        others=others,
        path=newest.path,
    )
