"""One spelling for what people take to be the same: case, the accents of Latin letters, and the German sharp s.

Both databases fold what they index in the same way, so a word is looked for as it was folded here. Texts are cut into
runs of letters and digits at the same signs as on a server (`migrations/sql/search`); SQLite cuts what it is given by
itself, and a little finer.
"""

import re
import unicodedata
from functools import lru_cache

_RANGES = (
    (0x01, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0xA9), (0xAB, 0xB1), (0xB4, 0xB4), (0xB6, 0xB8), (0xBB, 0xBF),
    (0xD7, 0xD7), (0xF7, 0xF7), (0x2000, 0x206F), (0x3000, 0x303F),
)  # fmt: skip
SEPARATORS = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""The signs between two runs."""

SEPARATOR_CLASS = "".join(f"\\u{first:04x}-\\u{last:04x}" for first, last in _RANGES)
"""The same as the inside of a class of a regular expression, as Python and PostgreSQL read it."""

_RUN = re.compile(f"[^{SEPARATOR_CLASS}]+")
_AFTER_RUN = re.compile(f"[{SEPARATOR_CLASS}]")


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    first, *marks = list(unicodedata.normalize("NFD", sign))
    if marks and first.isascii() and all(map(unicodedata.combining, marks)):
        return first.lower()
    return sign.lower().replace("ß", "ss")


def folded(text: str) -> str:
    """The text in lower case and without accents."""
    return text.lower() if text.isascii() else "".join(map(_folded_sign, unicodedata.normalize("NFC", text)))


def folded_with_places(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and for each of its signs the place in the text that it came from; None where all stay put."""
    if text.isascii():
        return text.lower(), None
    pieces = [_folded_sign(sign) for sign in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places


def runs_of(text: str) -> list[str]:
    """The folded runs of a text that hold a letter or a digit, in order."""
    return [run for run in _RUN.findall(folded(text)) if any(map(str.isalnum, run))]


def end_of_run(plain: str, at: int) -> int:
    """Where the run ends that goes on at a place of a folded text: the place of the separator after it."""
    after = _AFTER_RUN.search(plain, at)
    return after.start() if after else len(plain)
