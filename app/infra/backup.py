"""Copies of a SQLite desk that are proved when they are made.

The recipe is part 9 of the reliability research: SQLite's own online copy (a plain file copy that was taken while
somebody wrote was bad in up to 40 of 40 cases), checked whole, its hash beside it, moved into place when complete.
A copy may be sealed with a pass phrase; it is opened again and compared before it gets its name.
"""

import hashlib
import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from app.domain.errors import Damaged, Unavailable
from app.domain.wording import tr
from app.infra.files import write_whole
from app.infra.sealing import digest_inside, is_sealed, seal
from app.infra.sqlite_file import check_file

Progress = Callable[[int, int], None]
"""Called with what is copied and what there is, in pages and then in bytes that are sealed; what it raises ends the
copy and leaves nothing."""

COUNTED = ("incident", "journal_entry", "attachment", "person", "review")
KEEP = 14
"""So many daily copies are kept unless somebody says otherwise."""

_AN_ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
_A_DAY = timedelta(days=1)
_PAGES_AT_A_TIME = 512
_PLAIN, _SEALED = ".sqlite", ".sqlite.sealed"
_CHUNK = 1 << 20


class Reason(StrEnum):
    """Why a copy was made; copies from before an upgrade are never thinned out."""

    ASKED = "asked"
    DAILY = "daily"
    UPGRADE = "before-upgrade"
    RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a desk: when (UTC) and why it was made, its schema, how many rows it holds, and its SHA-256.

    `sealed` says whether a pass phrase is needed to read it; the note beside it is readable all the same. `desk` tells
    desks apart that keep their copies in one folder; it is empty in older notes.
    """

    path: Path
    made_at: datetime
    reason: Reason
    schema: str
    counts: dict[str, int]
    sha256: str
    size: int
    sealed: bool = False
    desk: str = ""


def folder_of(database: Path) -> Path:
    """Where the copies of a desk lie unless somebody says otherwise: beside it."""
    return database.parent / "backups"


def back_up(
    database: Path,
    folder: Path,
    now: datetime,
    reason: Reason = Reason.ASKED,
    progress: Progress | None = None,
    phrase: str = "",
) -> Backup:
    """Copy a desk while it is in use, prove the copy, and put it into the folder under its time.

    With a pass phrase only the sealed copy ever lies in the folder: what is not sealed yet lies beside the desk.
    Raises Unavailable where the disk is full, the folder cannot be written or the desk itself is damaged; then no copy
    is left behind.
    """
    check_file(database)
    made: list[Path] = []
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        made.extend(map(unfinished_in, (database.parent, folder) if phrase else (folder,)))
    except OSError as error:
        _remove(made)
        raise Unavailable(
            tr("No backup was made: {folder} cannot be written ({strerror}).", folder=folder, strerror=error.strerror)
        ) from error
    try:
        copy_pages(database, made[0], progress)
        schema, counts, desk = _proved(made[0])
        if phrase:
            _seal(made[0], made[1], phrase, progress)
        path, finished = _free_name(folder, database, now, reason, ending=_SEALED if phrase else _PLAIN), made[-1]
        size = finished.stat().st_size
        backup = Backup(path, now, reason, schema, counts, _hash(finished), size, bool(phrase), desk)
        # The note comes first: a note without a copy is harmless, a copy without one could not be proved.
        write_whole(_note_path(path), _note(backup))
        finished.replace(path)
    except (sqlite3.Error, OSError) as error:
        raise _not_made(database, error) from error
    finally:
        _remove(made)
    return backup


def _not_made(database: Path, error: Exception) -> Unavailable:
    return Unavailable(
        tr(
            "No backup of {database} was made: {error}. The desk itself was not touched.",
            database=database,
            error=error,
        )
    )


def unfinished_in(folder: Path) -> Path:
    """An empty file under a name that no list of backups shows; readable by this person alone."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".unfinished-", suffix=".sqlite")
    os.close(handle)
    return Path(name)


def _remove(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _seal(plain: Path, sealed: Path, phrase: str, progress: Progress | None) -> None:
    """Seal a proved copy, and open what lies on the disk once more: only what can be restored is a backup."""
    seal(plain, sealed, phrase, progress)
    if digest_inside(sealed, phrase) != _hash(plain):
        raise Unavailable(tr("The encrypted copy is not what was to be written, so it was thrown away. Try again."))


def back_up_daily(
    database: Path,
    now: datetime,
    progress: Progress | None = None,
    *,
    folder: Path | None = None,
    keep: int = KEEP,
    phrase: str = "",
) -> Backup | None:
    """Make the copy of the day, and thin out old ones; None when the last one is younger than a day."""
    folder = folder or folder_of(database)
    last = next((backup for backup in list_backups(folder, database) if backup.reason is Reason.DAILY), None)
    if last is not None and now - last.made_at < _A_DAY:
        return None
    made = back_up(database, folder, now, Reason.DAILY, progress, phrase)
    prune(folder, database, now, keep)
    return made


def list_backups(folder: Path, database: Path) -> list[Backup]:
    """The copies of a desk in a folder, newest first; what has no readable note beside it is not one of ours.

    Other desks may keep theirs there too, also under the same name, as those of two computers on one share.
    """
    mine = re.compile(rf"{re.escape(database.stem)}-\d{{8}}-\d{{6}}-")
    desk = desk_in(database)
    return [
        backup for backup in _all_in(folder) if mine.match(backup.path.name) and (not desk or backup.desk in {"", desk})
    ]


def _all_in(folder: Path) -> list[Backup]:
    there = folder.is_dir()
    notes = [note for ending in (_PLAIN, _SEALED) for note in folder.glob(f"*{ending}.json")] if there else []
    found = [backup for backup in map(_read_note, notes) if backup is not None]
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def verify(backup: Path) -> Backup:
    """The note of a copy whose every byte is as it was written; otherwise Unavailable.

    Of one that is not sealed the tables are proved whole too; for the other one that is done when it is opened.
    """
    if not is_sealed(backup):
        _check_copy(backup)
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
    if not is_sealed(backup):
        check_whole(backup)
    return note


def _check_copy(backup: Path) -> None:
    try:
        check_file(backup)
    except Damaged as error:
        raise Damaged(
            tr("{backup} is cut off, damaged or no backup of a desk. Choose another one.", backup=backup)
        ) from error


def prune(folder: Path, database: Path, now: datetime, keep: int = KEEP) -> list[Path]:
    """Thin out old daily copies of a desk: all of two days, `keep` daily, 4 weekly and 12 monthly ones stay.

    Returns what went.
    Copies that somebody asked for, and those from before an upgrade or a restore, stay until a person deletes them.
    """
    daily = [backup for backup in list_backups(folder, database) if backup.reason is Reason.DAILY]
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


def copy_pages(source: Path, target: Path, progress: Progress | None) -> None:
    """Copy a database page by page, as it stood when the first one was read, while others may write."""

    def show(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    uri = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=30)) as read, closing(sqlite3.connect(target)) as write:
        # One snapshot from the first page to the last: without it each commit of somebody else begins the copy anew.
        read.execute("BEGIN")
        read.execute("SELECT count(*) FROM sqlite_master").fetchone()
        read.backup(write, pages=_PAGES_AT_A_TIME, progress=show)


def _proved(unfinished: Path) -> tuple[str, dict[str, int], str]:
    """Schema, counts and desk of a copy that is whole and on the disk."""
    # The copy keeps the mark of the write-ahead log; without one it is a single file that any tool can carry.
    with closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    check_whole(unfinished)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    return (*_contents(unfinished), desk_in(unfinished))


def check_whole(path: Path) -> None:
    """Pass where the tables of a copy are whole; otherwise Unavailable."""
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


def desk_in(database: Path) -> str:
    """Which desk a file holds: the first person of it, who is never deleted. Empty where it cannot be read."""
    if not database.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            (first,) = connection.execute("SELECT min(id) FROM person").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return ""
    # Of a damaged file anything may be read, and another desk's id would hide the copies of this one.
    return first if isinstance(first, str) and _AN_ID.fullmatch(first) else ""


def contents(database: Path) -> dict[str, int]:
    """How many rows a desk holds now, to be set beside those of a copy; Unavailable where it is too damaged to say."""
    check_file(database)
    try:
        return _contents(database)[1]
    except sqlite3.Error as error:
        raise Unavailable(tr("{database} is damaged: {error}.", database=database, error=error)) from error


def _free_name(folder: Path, database: Path, now: datetime, reason: Reason, *, ending: str) -> Path:
    wanted = f"{database.stem}-{now.astimezone(UTC):%Y%m%d-%H%M%S}-{reason}"
    number, path = 2, folder / f"{wanted}{ending}"
    while path.exists():
        path = folder / f"{wanted}-{number}{ending}"
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
            bool(values.get("sealed", False)),
            str(values.get("desk", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
