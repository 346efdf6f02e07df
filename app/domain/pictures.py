"""Pictures of articles: how a text names them, and which kinds of files they may be."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final

PICTURE: Final = "picture:"
"""Before the hash of a picture that belongs to the article."""

_NAMED: Final = re.compile(r"picture:([0-9a-f]{64})(?![0-9a-f])")
_SHOWN: Final = re.compile(r"!\[([^\]\n]*)\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")
_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
ENDINGS: Final[Mapping[str, str]] = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp",
}  # fmt: skip
"""How a file of each kind is called."""


def picture_kind(data: bytes) -> str | None:
    """The media type by how the bytes begin, whatever a file is called; None for what is no picture of these kinds."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)


def picture_hash(data: bytes) -> str:
    """What a text calls a picture by."""
    return hashlib.sha256(data).hexdigest()


def pictures_in(body: str) -> tuple[str, ...]:
    """The hashes of the pictures that a text names, each once, in order."""
    return tuple(dict.fromkeys(_NAMED.findall(body)))


def shown_paths(body: str) -> tuple[str, ...]:
    """What else a text shows as pictures, such as files beside it in a folder; each once, in order."""
    return tuple(dict.fromkeys(each[2] for each in _SHOWN.finditer(body) if not each[2].startswith(PICTURE)))


def renamed(body: str, names: Mapping[str, str]) -> str:
    """The text with the addresses of its pictures replaced by others."""

    def other(found: re.Match[str]) -> str:
        address = names.get(found[2])
        return found[0] if address is None else f"![{found[1]}]({address})"

    return _SHOWN.sub(other, body)


def without_pictures(body: str) -> str:
    """The text with what each picture is called in its place, for snippets and messages."""
    return _SHOWN.sub(lambda found: found[1], body)
