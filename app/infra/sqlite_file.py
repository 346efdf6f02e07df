"""Looking at a SQLite file before SQLite does, because SQLite takes an empty file for a new database.

The header fields are those of the SQLite file format (sqlite.org/fileformat2.html, part 1.3).
"""

import threading
from collections import Counter
from pathlib import Path

from app.domain.errors import Damaged, Unavailable, Unfit
from app.domain.wording import tr

APPLICATION_ID = 0x4D53544E
"""`MSTN`: marks a file as a desk."""

FORMAT_VERSION = 1
"""Rises when an older program could no longer write the file safely."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_KEEPS_LOG = 2

Identity = tuple[int, int]
_in_use: Counter[Identity] = Counter()
_lock = threading.Lock()


def begin_use(path: Path) -> Identity:
    """Note that this program has the file open by SQLite; `end_use` takes what is returned."""
    found = _identity(path)
    with _lock:
        _in_use[found] += 1
    return found


def end_use(identity: Identity) -> None:
    """One connection less."""
    with _lock:
        _in_use[identity] -= 1


def _is_in_use(path: Path) -> bool:
    with _lock:
        return _in_use[_identity(path)] > 0


def _identity(path: Path) -> Identity:
    status = path.stat()
    return status.st_dev, status.st_ino


def check_file(path: Path) -> bool | None:
    """Pass when the file is a desk that this program can open; otherwise `Unavailable` says what it is instead.

    Gives whether it keeps a write-ahead log; None for a file that this program has open already.
    A file that this program has open was looked at before, and is not touched: POSIX takes all locks of a program on a
    file away when it closes any handle of it, and another program would then remove the write-ahead log in use.
    """
    if not path.exists():
        raise Unavailable(
            tr(
                "There is no desk at {path}. Start Mainstay without --database to make one, or check the path.",
                path=path,
            )
        )
    if _is_in_use(path):
        return None
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise Unavailable(
            tr("{path} cannot be read: {strerror}. Check the rights of the file.", path=path, strerror=error.strerror)
        ) from error
    if not header:
        raise Damaged(
            tr("{path} is empty: a desk was here or should be. Restore a backup; nothing was changed.", path=path)
        )
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise Damaged(tr("{path} is not a desk but another kind of file. Nothing was changed.", path=path))
    _check_marks(path, header)
    return header[18] == _KEEPS_LOG


def _check_marks(path: Path, header: bytes) -> None:
    application = int.from_bytes(header[68:72])
    version = int.from_bytes(header[60:64])
    if application != APPLICATION_ID:
        raise Unfit(tr("{path} is a database of another program. Nothing was changed.", path=path))
    if version > FORMAT_VERSION:
        raise Unfit(tr("{path} was made by a newer Mainstay. Update this program before you open it.", path=path))
    _check_length(path, header)


def _check_length(path: Path, header: bytes) -> None:
    page = int.from_bytes(header[16:18])
    page = 65536 if page == 1 else page
    size = path.stat().st_size
    # The page count of the header holds where both change counters agree; pages may still wait in the write-ahead log.
    counted = int.from_bytes(header[28:32]) * page if header[24:28] == header[92:96] else 0
    log = path.with_name(f"{path.name}-wal")
    missing = size < counted and not (log.exists() and log.stat().st_size)
    if missing or (page and size % page):
        raise Damaged(tr("{path} is cut off or damaged: parts of it are missing. Restore a backup.", path=path))
