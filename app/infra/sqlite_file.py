"""Looking at a SQLite file before SQLite does, because SQLite takes an empty file for a new database.

The header fields are those of the SQLite file format (sqlite.org/fileformat2.html, part 1.3).
"""

from pathlib import Path

from app.domain.errors import Unavailable

APPLICATION_ID = 0x4D53544E
"""`MSTN`: marks a file as a desk."""

FORMAT_VERSION = 1
"""Rises when an older program could no longer write the file safely."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def check_file(path: Path) -> None:
    """Pass when the file is a desk that this program can open; otherwise `Unavailable` says what it is instead."""
    if not path.exists():
        raise Unavailable(
            f"There is no desk at {path}. Start Mainstay without --database to make one, or check the path."
        )
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise Unavailable(f"{path} cannot be read: {error.strerror}. Check the rights of the file.") from error
    if not header:
        raise Unavailable(f"{path} is empty: a desk was here or should be. Restore a backup; nothing was changed.")
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise Unavailable(f"{path} is not a desk but another kind of file. Nothing was changed.")
    _check_marks(path, header)


def _check_marks(path: Path, header: bytes) -> None:
    application = int.from_bytes(header[68:72])
    version = int.from_bytes(header[60:64])
    if application != APPLICATION_ID:
        raise Unavailable(f"{path} is a database of another program. Nothing was changed.")
    if version > FORMAT_VERSION:
        raise Unavailable(f"{path} was made by a newer Mainstay. Update this program before you open it.")
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
        raise Unavailable(f"{path} is cut off or damaged: parts of it are missing. Restore a backup.")
