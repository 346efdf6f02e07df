"""The Latin key at the place of a key that writes another script, for layouts that have no Latin letters."""

import sys
import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_FIRST: Final = {2: "1234567890-=", 16: "QWERTYUIOP[]", 30: "ASDFGHJKL;'`", 44: "ZXCVBNM,./"}
"""By the number of a key where a row of the keyboard begins: what stands on an English one from there."""

_BEFORE: Final = 0 if sys.platform == "win32" else 8
"""X11 and Wayland count keys from eight on, Windows from nought."""

_AT: Final = {first + place: Qt.Key(ord(sign)) for first, row in _FIRST.items() for place, sign in enumerate(row)}
_LETTERS: Final = "LMN"
"""How categories of letters, of marks on them and of digits begin."""

SPECIAL: Final = 0x01000000
"""From here on keys are no letters."""


def key_by_place(event: QKeyEvent) -> Qt.Key | None:
    """The Latin key at the place of one that writes a letter of another script; None for every other key."""
    key = int(event.key())
    if not 0xFF < key < SPECIAL or unicodedata.name(chr(key), "LATIN").startswith("LATIN"):
        return None
    if unicodedata.category(chr(key))[0] not in _LETTERS:
        # Signs such as the euro and dashes stand on Latin keyboards too, over a letter of theirs.
        return None
    return _AT.get(event.nativeScanCode() - _BEFORE)
