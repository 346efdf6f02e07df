"""Spellings that are one slip of the finger away: a sign too many, too few, another one, or two swapped."""

import string
from collections.abc import Iterator

_LEAST, _MOST = 4, 24
_ALPHABETS = (
    string.ascii_lowercase,
    "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "αβγδεζηθικλμνξοπρστυφχψω",
)
_LOOK_ALIKE = {"l": "ł", "o": "øœ", "d": "đð", "i": "ı", "h": "ħ", "t": "ŧþ", "a": "æ"}
"""Letters with a stroke, which are no accent of the plain one; most keyboards lack them."""


def near_misses(word: str) -> tuple[str, ...]:
    """Every spelling one slip away; none for words that are too short or too long, and for numbers."""
    if not _LEAST <= len(word) <= _MOST or any(sign.isdigit() for sign in word):
        return ()
    alphabet = next((known for known in _ALPHABETS if word[0] in known), string.ascii_lowercase)
    found = dict.fromkeys(_slips(word, alphabet))
    found.pop(word, None)
    return tuple(found)


def _slips(word: str, alphabet: str) -> Iterator[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for before, after in cuts:
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if after:
            yield before + after[1:]
            yield from (before + sign + after[1:] for sign in alphabet)
            yield from (before + sign + after[1:] for sign in _LOOK_ALIKE.get(after[0], ""))
        yield from (before + sign + after for sign in alphabet)
