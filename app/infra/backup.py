"""Copies of a SQLite desk that are proved when they are made, and putting one of them back.

The recipe is part 9 of the reliability research: SQLite's own online copy (a plain file copy that was taken while
somebody wrote was bad in up to 40 of 40 cases), checked whole, its hash beside it, moved into place when complete.
"""

import hashlib
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.files import write_whole
from app.infra.sqlite_file import check_file

Progress = Callable[[int, int], None]
"""Called with the pages that are copied and the pages there are; what it raises ends the copy and leaves nothing."""

COUNTED = ("incident", "journal_entry", "attachment", "person", "review")
KEEP = 14
"""So many daily copies are kept unless somebody says otherwise."""

_A_DAY = timedelta(days=1)
_PAGES_AT_A_TIME = 512
_CHUNK = 1 << 20


class Reason(StrEnum):
    """Why a copy was made; copies from before an upgrade are never thinned out."""

    ASKED = "asked"
    DAILY = "daily"
    UPGRADE = "before-upgrade"
    RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a desk: when (UTC) and why it was made, its schema, how many rows it holds, and its SHA-256."""

    path: Path
    made_at: datetime
    reason: Reason
    schema: str
    counts: dict[str, int]
    sha256: str
    size: int


def folder_of(database: Path) -> Path:
    """Where the copies of a desk lie unless somebody says otherwise: beside it."""
    return database.parent / "backups"


def back_up(
    database: Path, folder: Path, now: datetime, reason: Reason = Reason.ASKED, progress: Progress | None = None
) -> Backup:
    """Copy a desk while it is in use, prove the copy, and put it into the folder under its time.

    Raises Unavailable where the disk is full, the folder cannot be written or the desk itself is damaged; then no copy
    is left behind.
    """
    check_file(database)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".unfinished-", suffix=".sqlite")
        os.close(handle)
    except OSError as error:
        raise Unavailable(
            tr("No backup was made: {folder} cannot be written ({strerror}).", folder=folder, strerror=error.strerror)
        ) from error
    unfinished = Path(name)
    try:
        _copy(database, unfinished, progress)
        return _finished(unfinished, folder / _file_name(database, now, reason), now, reason)
    except (sqlite3.Error, OSError) as error:
        raise Unavailable(
            tr(
                "No backup of {database} was made: {error}. The desk itself was not touched.",
                database=database,
                error=error,
            )
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def back_up_daily(
    database: Path, now: datetime, progress: Progress | None = None, *, folder: Path | None = None, keep: int = KEEP
) -> Backup | None:
    """Make the copy of the day, and thin out old ones; None when the last one is younger than a day."""
    folder = folder or folder_of(database)
    last = next((backup for backup in list_backups(folder) if backup.reason is Reason.DAILY), None)
    if last is not None and now - last.made_at < _A_DAY:
        return None
    made = back_up(database, folder, now, Reason.DAILY, progress)
    prune(folder, now, keep)
    return made


def list_backups(folder: Path) -> list[Backup]:
    """The copies in a folder, newest first; what has no readable note beside it is not one of ours."""
    notes = folder.glob("*.sqlite.json") if folder.is_dir() else ()
    found = [backup for backup in map(_read_note, notes) if backup is not None]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def verify(backup: Path) -> Backup:
    """The note of a copy whose every byte is as it was written and whose tables are whole; otherwise Unavailable."""
    check_file(backup)
    note = _read_note(_note_path(backup))
    if note is None:
        raise Unavailable(
            tr(
                "{backup} has no note {note_path} beside it, so it cannot be proved whole.",
                backup=backup,
                note_path=_note_path(backup).name,
            )
        )
    if _hash(backup) != note.sha256:
        raise Unavailable(
            tr("{backup} is not as it was written: its hash differs. Choose another backup.", backup=backup)
        )
    _check_whole(backup)
    return note


def restore(backup: Path, database: Path, now: datetime, progress: Progress | None = None) -> Backup | None:
    """Put a proved copy in the place of a desk; returns the safety copy of what was there, None where nothing was.

    The exchange is one transaction of SQLite: killed half-way, the desk is still the former one. A desk that is too
    damaged to be copied is moved aside instead.
    """
    verify(backup)
    if not database.exists():
        _place(backup, database)
        return None
    try:
        safety = back_up(database, folder_of(database), now, Reason.RESTORE)
    except Unavailable:
        _move_aside(database, now)
        _place(backup, database)
        return None
    try:
        _copy(backup, database, progress)
    except sqlite3.Error as error:
        raise Unavailable(
            tr("Nothing was restored: {error}. Close every Mainstay that has this desk open.", error=error)
        ) from error
    return safety


def prune(folder: Path, now: datetime, keep: int = KEEP) -> list[Path]:
    """Thin out old daily copies: all of two days, `keep` daily, 4 weekly and 12 monthly ones; returns what went.

    Copies that somebody asked for, and those from before an upgrade or a restore, stay until a person deletes them.
    """
    daily = [backup for backup in list_backups(folder) if backup.reason is Reason.DAILY]
    kept = _kept(daily, now, keep)
    gone = [backup.path for backup in daily if backup.path not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
        _note_path(path).unlink(missing_ok=True)
    return gone


def _kept(newest_first: list[Backup], now: datetime, keep: int) -> set[Path]:
    kept = {backup.path for backup in newest_first if (now - backup.made_at).days < 2}
    for pattern, most in (("%Y-%m-%d", keep), ("%G-%V", 4), ("%Y-%m", 12)):
        newest: dict[str, Path] = {}
        for backup in newest_first:
            newest.setdefault(backup.made_at.strftime(pattern), backup.path)
        kept |= set(list(newest.values())[:most])
    return kept


def _copy(source: Path, target: Path, progress: Progress | None) -> None:
    def show(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    uri = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=30)) as read, closing(sqlite3.connect(target)) as write:
        # One snapshot from the first page to the last: without it each commit of somebody else begins the copy anew.
        read.execute("BEGIN")
        read.execute("SELECT count(*) FROM sqlite_master").fetchone()
        read.backup(write, pages=_PAGES_AT_A_TIME, progress=show)


def _finished(unfinished: Path, wanted: Path, now: datetime, reason: Reason) -> Backup:
    # The copy keeps the mark of the write-ahead log; without one it is a single file that any tool can carry.
    with closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    _check_whole(unfinished)
    schema, counts = _contents(unfinished)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    path = _free_name(wanted)
    backup = Backup(path, now, reason, schema, counts, _hash(unfinished), unfinished.stat().st_size)
    # The note comes first: a note without a copy is harmless, a copy without one could not be proved.
    write_whole(_note_path(path), _note(backup))
    unfinished.replace(path)
    return backup


def _check_whole(path: Path) -> None:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)")]
    if found != ["ok"]:
        raise Unavailable(tr("{path} is damaged: {found}.", path=path, found="; ".join(found)))


def _contents(path: Path) -> tuple[str, dict[str, int]]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",)
        known = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        counts = {
            table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 -- names above
            for table in COUNTED
            if table in known
        }
    return str(schema), counts


def contents(database: Path) -> dict[str, int]:
    """How many rows a desk holds now, to be set beside those of a copy; Unavailable where it is too damaged to say."""
    check_file(database)
    try:
        return _contents(database)[1]
    except sqlite3.Error as error:
        raise Unavailable(tr("{database} is damaged: {error}.", database=database, error=error)) from error


def _file_name(database: Path, now: datetime, reason: Reason) -> str:
    return f"{database.stem}-{now.astimezone(UTC):%Y%m%d-%H%M%S}-{reason}.sqlite"


def _free_name(wanted: Path) -> Path:
    number, path = 2, wanted
    while path.exists():
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        number += 1
    return path


def _note_path(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}.json")


def _note(backup: Backup) -> bytes:
    values = {**asdict(backup), "path": backup.path.name, "made_at": backup.made_at.astimezone(UTC).isoformat()}
    return json.dumps(values, indent=1).encode()


def _read_note(note: Path) -> Backup | None:
    path = note.with_name(note.name.removesuffix(".json"))
    try:
        values = json.loads(note.read_text(encoding="utf-8"))
        return Backup(
            path,
            datetime.fromisoformat(values["made_at"]),
            Reason(values["reason"]),
            str(values["schema"]),
            {str(name): int(count) for name, count in values["counts"].items()},
            str(values["sha256"]),
            path.stat().st_size,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _place(backup: Path, database: Path) -> None:
    database.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=database.parent, prefix=f".{database.name}.", suffix=".restored")
    os.close(handle)
    restored = Path(name)
    try:
        _copy(backup, restored, None)
        with closing(sqlite3.connect(restored)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        restored.replace(database)
    except (sqlite3.Error, OSError) as error:
        raise Unavailable(tr("Nothing was restored to {database}: {error}.", database=database, error=error)) from error
    finally:
        restored.unlink(missing_ok=True)


def _move_aside(database: Path, now: datetime) -> None:
    mark = f"damaged-{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    for suffix in ("", "-wal", "-shm"):
        part = database.with_name(f"{database.name}{suffix}")
        if part.exists():
            part.rename(database.with_name(f"{database.name}.{mark}{suffix}"))
