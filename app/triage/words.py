"""Taking a text apart: words without case and accents, and what stands side by side, and short stretches of letters."""

import re
import unicodedata
from itertools import pairwise

_WORD = re.compile(r"\w\w+")
_LONGEST = 40
_STRETCHES = (3, 4, 5)


def words(text: str, most: int | None = None) -> list[str]:
    """The words of a text in order, at most so many: two characters or more, folded, cut where they are endless."""
    folded = text.casefold()
    if not folded.isascii():
        taken_apart = unicodedata.normalize("NFKD", folded)
        folded = "".join(character for character in taken_apart if not unicodedata.combining(character))
    found = _WORD.findall(folded)
    return [word[:_LONGEST] for word in (found if most is None else found[:most])]


def phrases(found: list[str]) -> list[str]:
    """The words, and each two that stand side by side: "not working" says more than both of its words."""
    return [*found, *(f"{left} {right}" for left, right in pairwise(found))]


def stretches(word: str) -> list[str]:
    """All stretches of three to five letters of a word with its ends: what is left of it in a typing error."""
    ended = f" {word} "
    return [ended[start : start + size] for size in _STRETCHES for start in range(len(ended) - size + 1)]
