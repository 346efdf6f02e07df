"""Putting a copy of a desk back: it is proved, opened where it was sealed, and exchanged in one step."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app.domain.errors import Unavailable, Unfit
from app.domain.wording import tr
from app.infra.backup import (
    Backup,
    Progress,
    Reason,
    back_up,
    check_whole,
    copy_pages,
    folder_of,
    unfinished_in,
    verify,
)
from app.infra.sealing import is_sealed, unseal
from app.infra.sqlite_file import check_file

_UNREADABLE = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class PhraseWanted(Unavailable):
    """The copy is sealed, and no pass phrase was given."""

    def __init__(self, backup: Path) -> None:
        super().__init__(tr("{name} is encrypted: type the pass phrase it was made with.", name=backup.name))


@contextmanager
def opened(backup: Path, phrase: str, room: Path) -> Iterator[tuple[Backup, Path]]:
    """A proved copy and the file to read it from: itself, or what was sealed, which lies in `room` for so long.

    PhraseWanted or WrongPhrase where it is sealed and not to be opened, Unavailable where it is not whole.
    """
    if not is_sealed(backup):
        yield verify(backup), backup
        return
    if not phrase:
        raise PhraseWanted(backup)
    note = verify(backup)
    plain = _room_in(room, backup)
    try:
        _open_into(plain, backup, phrase)
        check_whole(plain)
        yield note, plain
    finally:
        plain.unlink(missing_ok=True)


def _room_in(room: Path, backup: Path) -> Path:
    try:
        room.mkdir(parents=True, exist_ok=True)
        return unfinished_in(room)
    except OSError as error:
        raise _no_room(backup, room, error) from error


def _open_into(plain: Path, backup: Path, phrase: str) -> None:
    try:
        with plain.open("wb") as file:
            unseal(backup, file, phrase)
    except OSError as error:
        raise _no_room(backup, plain.parent, error) from error


def _no_room(backup: Path, room: Path, error: OSError) -> Unavailable:
    return Unavailable(tr("{name} cannot be decrypted in {room}: {error}.", name=backup.name, room=room, error=error))


def restore(
    backup: Path, database: Path, now: datetime, progress: Progress | None = None, phrase: str = ""
) -> Backup | None:
    """Put a proved copy in the place of a desk; returns the safety copy of what was there, None where nothing was.

    The exchange is one transaction of SQLite: killed half-way, the desk is still the former one. A desk that is too
    damaged to be copied is moved aside instead; one that is whole and cannot be kept, as on a full disk, stays.
    """
    with opened(backup, phrase, database.parent) as (_, plain):
        return _put_in_place(plain, database, now, progress)


def _put_in_place(plain: Path, database: Path, now: datetime, progress: Progress | None) -> Backup | None:
    if not database.exists():
        _place(plain, database, now)
        return None
    try:
        safety = back_up(database, folder_of(database), now, Reason.RESTORE)
    except Unavailable as error:
        if not _is_damaged(database):
            said = tr("Nothing was restored, because the desk as it is could not be kept before. {error}", error=error)
            raise Unavailable(said) from error
        _place(plain, database, now)
        return None
    try:
        copy_pages(plain, database, progress)
    except sqlite3.Error as error:
        raise Unavailable(
            tr("Nothing was restored: {error}. Close every Mainstay that has this desk open.", error=error)
        ) from error
    return safety


def _is_damaged(database: Path) -> bool:
    """Whether the desk itself cannot be read, rather than that there is no room for a copy of it."""
    try:
        check_file(database)
    except Unavailable as error:
        return isinstance(error, Unfit)
    try:
        check_whole(database)
    except Unavailable:
        return True
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF in _UNREADABLE
    return False


def _place(backup: Path, database: Path, now: datetime) -> None:
    """Put a copy where a desk is to be, once all of it is there; what stands there is moved aside."""
    database.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=database.parent, prefix=f".{database.name}.", suffix=".restored")
    os.close(handle)
    restored = Path(name)
    try:
        copy_pages(backup, restored, None)
        with closing(sqlite3.connect(restored)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        _move_aside(database, now)
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
