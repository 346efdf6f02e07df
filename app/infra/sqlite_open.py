"""Opening a desk's file by SQLite so that it keeps its promises where it lies.

On a disk of this computer: the write-ahead log and synchronous=FULL, the fastest mode that lost nothing in the
power-cut trials of the reliability research (part 9). On a share: the journal that is cut off, synchronous=EXTRA and no
mapped memory; the write-ahead log needs memory that all programs share, which no share has.

As much of the file is mapped as SQLite allows, two gigabytes: it is address space, not memory, and a list of 50,000
among 500,000 incidents is read in three quarters of the time that it takes through a cache of 16 megabytes.
"""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.audit.functions import DeskConnection, open_writable
from app.infra.sharing import Hold
from app.infra.sqlite_file import begin_use, end_use

_log = logging.getLogger(__name__)

PRAGMAS = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    # Without it INSERT OR REPLACE would slip past the triggers that guard the journal.
    "PRAGMA recursive_triggers=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16384",
    "PRAGMA mmap_size=2147418112",
)
ON_A_SHARE = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=EXTRA", "PRAGMA mmap_size=0")


class _Watched(DeskConnection):
    """A connection that is counted while it is open, so that nobody else opens and closes its file meanwhile."""

    def watch(self, path: Path) -> None:
        """Count it."""
        self._identity = begin_use(path)

    def close(self) -> None:
        """Close it, once, and count it no longer."""
        super().close()
        identity, self._identity = self._identity, None
        if identity is not None:
            end_use(identity)

    _identity: tuple[int, int] | None = None


def open_sqlite(path: Path, *, durable: bool, hold: Hold | None) -> sqlite3.Connection:
    """A connection to an existing desk; read-only where the hold on the file says so."""
    # mode=rw never creates: an empty file where a desk was is a loss that must be shown, not papered over.
    mode = "ro" if hold is not None and hold.is_read_only else "rw"
    connection = open_writable(
        f"{path.resolve().as_uri()}?mode={mode}", _Watched, uri=True, isolation_level=None, check_same_thread=False
    )
    connection.watch(path)
    for pragma in (*PRAGMAS, *(ON_A_SHARE if hold is not None else ())):
        connection.execute(pragma)
    if not durable:
        connection.execute("PRAGMA synchronous=OFF")
    return connection


def settle_journal(path: Path, hold: Hold | None, *, has_log: bool) -> None:
    """Bring a file that was moved to another kind of place to the journal that belongs there; does nothing otherwise.

    `has_log` is whether its header says that it keeps a write-ahead log. To be called while nobody else has it open.
    """
    if has_log == (hold is None) or (hold is not None and hold.is_read_only):
        return
    try:
        with closing(
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
        ) as connection:
            # Alone, SQLite reads the log without the shared memory that a share cannot give.
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute(f"PRAGMA journal_mode={'WAL' if hold is None else 'TRUNCATE'}")
    except sqlite3.OperationalError as error:
        if hold is not None:
            raise Unavailable(
                tr(
                    "{path} cannot be used on {place}: {error}. Close it everywhere.",
                    path=path,
                    place=hold.place,
                    error=error,
                )
            ) from error
        _log.info("The journal of %s stays as it is: %s", path, error)
