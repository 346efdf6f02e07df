"""What of an attached file can be looked at here: pictures, and the beginning of texts as they are written."""

import codecs
from pathlib import Path
from typing import Final

from app.domain.errors import BadInput
from app.domain.text import clean_text, shown_marks
from app.domain.wording import tr
from app.services.incidents.dto import AttachmentInfo
from app.views.incident.files import PICTURE_LIMIT, PICTURES
from app.views.widgets.body_text import broken

TEXT_PART: Final = 65_536
"""So many bytes of a text are shown."""

TEXTS: Final = frozenset(
    {".cfg", ".conf", ".csv", ".eml", ".ics", ".ini", ".json", ".log", ".md", ".out", ".patch", ".properties", ".rst",
     ".sql", ".text", ".toml", ".trace", ".tsv", ".txt", ".xml", ".yaml", ".yml"}
)  # fmt: skip
"""Endings of files that are read as they are."""

OPENED: Final = TEXTS - {".sql", ".patch", ".eml", ".ics"} | frozenset(
    {".bmp", ".docx", ".gif", ".jpeg", ".jpg", ".mp3", ".mp4", ".odp", ".ods", ".odt", ".ogg", ".pdf", ".png", ".pptx",
     ".tif", ".tiff", ".wav", ".webm", ".webp", ".xlsx"}
)  # fmt: skip
"""Endings of what may be given to the system to open: documents that carry no programs. Everything else can be saved,
because no list of what runs is ever complete."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip


def ending(name: str) -> str:
    """The ending by which a system chooses the program: `.pdf`; empty where there is none."""
    return Path(name.strip().rstrip(". ")).suffix.lower()


def may_be_opened(name: str) -> bool:
    """Whether the system may be asked to open a file of this name."""
    return ending(name) in OPENED


def shows_picture(info: AttachmentInfo) -> bool:
    """Whether it is shown as a picture."""
    return info.media_type in PICTURES and info.size <= PICTURE_LIMIT


def shows_text(info: AttachmentInfo) -> bool:
    """Whether its beginning is shown as text."""
    return ending(info.file_name) in TEXTS or info.media_type == "text/plain"


def beginning(name: str, data: bytes) -> str:
    """The beginning of a text, with what turns the direction of a line made visible; for a lane.

    `BadInput` where the bytes are no text.
    """
    part = data[:TEXT_PART]
    mark, code = next((found for found in _MARKS if part.startswith(found[0])), (b"", ""))
    text = _decoded(part.removeprefix(mark), code)
    if "\0" in text:
        raise BadInput(tr("{name} cannot be shown as text.", name=name))
    return broken(shown_marks(clean_text(text)))


def _decoded(part: bytes, code: str) -> str:
    if code:
        return codecs.getincrementaldecoder(code)("replace").decode(part)
    try:
        # The last letter may be cut in the middle, which is no mistake of the file.
        return codecs.getincrementaldecoder("utf-8")().decode(part)
    except UnicodeDecodeError:
        return part.decode("cp1252", "replace")
