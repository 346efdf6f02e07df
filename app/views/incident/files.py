"""Files on their way in and out: reading them off the window's thread, naming pasted pictures, warning of programs."""

import atexit
import mimetypes
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from app.domain.errors import BadInput, Unavailable
from app.domain.wording import tr
from app.services.incidents.dto import NewFile

PROGRAMS: Final = frozenset(
    {".app", ".appimage", ".bat", ".cmd", ".com", ".cpl", ".desktop", ".dll", ".dmg", ".docm", ".exe", ".hta", ".iso",
     ".jar", ".js", ".jse", ".lnk", ".msc", ".msi", ".pif", ".ps1", ".py", ".reg", ".scr", ".sh", ".url", ".vbe",
     ".vbs", ".wsf", ".xlsm", ".html", ".htm", ".svg"}
)  # fmt: skip
"""Endings of files that can run something when they are opened."""

PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})
THUMBNAIL: Final = QSize(220, 132)
PICTURE_LIMIT: Final = 12_000_000
"""Larger pictures get no thumbnail; they can be saved like every file."""


def size_shown(size: int) -> str:
    """`212 KB`, `3.4 MB`."""
    if size < 1_000:
        return f"{size} B"
    return (
        tr("{size} KB", size=round(size / 1000)) if size < 1_000_000 else tr("{size} MB", size=f"{size / 1000000:.1f}")
    )


def is_program(name: str) -> bool:
    """Whether the file could run something when it is opened."""
    return any(suffix.lower() in PROGRAMS for suffix in Path(name.strip().rstrip(".")).suffixes[-1:])


def read_files(names: Sequence[str], limit: int) -> tuple[NewFile, ...]:
    """Read files of this computer; for the file lane. `limit` in bytes; `BadInput` names what is too large."""
    files = []
    for name in names:
        path = Path(name)
        try:
            size = path.stat().st_size
            if path.is_dir():
                raise BadInput(tr("{path} is a folder. Attach its files, or a ZIP archive of it.", path=path.name))
            if size > limit:
                raise BadInput(too_large(path.name, size, limit))
            data = path.read_bytes()
        except OSError as error:
            raise Unavailable(
                tr("{path} cannot be read: {strerror}.", path=path.name, strerror=error.strerror or error)
            ) from error
        files.append(NewFile(path.name, mimetypes.guess_type(path.name)[0] or "application/octet-stream", data))
    return tuple(files)


def too_large(name: str, size: int, limit: int) -> str:
    """The sentence about a file over the limit, both in bytes."""
    return tr(
        "{name} has {size} MB, the limit is {limit} MB. Attach a smaller file, or ask an administrator to raise the "
        "limit.",
        name=name,
        size=f"{size / 1000000.0:.1f}",
        limit=f"{limit / 1000000.0:g}",
    )


def picture_file(image: QImage, moment: datetime, limit: int) -> NewFile:
    """A pasted picture as a PNG named after the reader's time; for the file lane."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = bytes(buffer.data().data())
    name = f"screenshot-{moment:%Y-%m-%d-%H%M}.png"
    if len(data) > limit:
        raise BadInput(too_large(name, len(data), limit))
    return NewFile(name, "image/png", data)


def thumbnail(data: bytes) -> QImage:
    """A small picture of a picture, null where the bytes are none; for a lane, since decoding is slow."""
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).lower() == b"svg" or not reader.size().isValid():
        return QImage()
    reader.setScaledSize(reader.size().scaled(THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def written_to_open(name: str, data: bytes) -> Path:
    """A copy for another program, in a folder of this person's own that goes when the program ends; for the file lane.

    It can only be read, so that nobody writes into what will be gone. `Unavailable` where it cannot be written.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="mainstay-"))
        path = folder / name
        atexit.register(_take_away, path)
        path.write_bytes(data)
        path.chmod(0o400)
    except OSError as error:
        raise Unavailable(
            tr("{path} cannot be written: {strerror}.", path=name, strerror=error.strerror or error)
        ) from error
    return path


def _take_away(path: Path) -> None:
    with suppress(OSError):
        # Windows deletes nothing that can only be read.
        path.chmod(0o600)
    shutil.rmtree(path.parent, ignore_errors=True)


def save_file(path: str, data: bytes) -> None:
    """Write a saved attachment; for the file lane."""
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise Unavailable(
            tr(
                "{path} cannot be written: {strerror}. Choose another folder.",
                path=path,
                strerror=error.strerror or error,
            )
        ) from error
