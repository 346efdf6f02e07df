"""Finding by a few letters: the starts of words first, then letters in order; pure text, quick enough for every key."""

from dataclasses import dataclass
from functools import lru_cache

NO_MATCH = -1.0


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits, higher is better, and which of its letters were meant; `inside` where no word begins so."""

    score: float
    places: tuple[int, ...] = ()
    inside: bool = False


@lru_cache(maxsize=4096)
def match(wanted: str, text: str) -> Match | None:
    """How the letters of `wanted` are found in `text`; None when they are not. Spaces separate parts in any order."""
    parts = wanted.lower().split()
    lower = text.lower()
    score, inside = 0.0, False
    places: list[int] = []
    for part in parts:
        found = _part(part, lower)
        if found is None:
            return None
        score += found.score
        inside = inside or found.inside
        places.extend(found.places)
    return Match(score - len(text) / 500, tuple(sorted(set(places))), inside)


def _part(part: str, lower: str) -> Match | None:
    at = lower.find(part)
    while at >= 0:
        if at == 0 or not lower[at - 1].isalnum():
            return Match(100 + len(part) * 2 - at / 10, tuple(range(at, at + len(part))))
        following = lower.find(part, at + 1)
        if following < 0:
            return Match(40 + len(part) - at / 10, tuple(range(at, at + len(part))), inside=True)
        at = following
    return _letters(part, lower)


def _letters(part: str, lower: str) -> Match | None:
    """Letters in order, where each begins a word or follows the one before; loose letters alone are no match."""
    places: list[int] = []
    start = 0
    for letter in part:
        at = _next(lower, letter, start, after=places[-1] if places else None)
        if at is None:
            return None
        places.append(at)
        start = at + 1
    return Match(20 + len(part) - places[0] / 10, tuple(places))


def _next(lower: str, letter: str, start: int, after: int | None) -> int | None:
    if after is not None and start < len(lower) and lower[start] == letter:
        return start
    at = lower.find(letter, start)
    while at >= 0:
        if at == 0 or not lower[at - 1].isalnum():
            return at
        at = lower.find(letter, at + 1)
    return None


def best(wanted: str, text: str, synonyms: str) -> Match | None:
    """The better of the text itself and its synonyms; a synonym marks no letters and counts a little less.

    The text itself is taken wherever it fits, unless it fits inside a word alone and a synonym begins so.
    """
    own = match(wanted, text)
    if own is not None and not own.inside:
        return own
    words = (match(wanted, word.strip()) for word in synonyms.split(",") if word.strip())
    found = [hit for hit in words if hit is not None and not (own is not None and hit.inside)]
    if not found:
        return own
    strongest = max(found, key=lambda hit: (not hit.inside, hit.score))
    return Match(strongest.score - 15, inside=strongest.inside)
