"""Finding by a few letters: the starts of words first, then letters in order; pure text, quick enough for every key."""

from dataclasses import dataclass
from functools import lru_cache

NO_MATCH = -1.0


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text fits, higher is better, and which of its letters were meant."""

    score: float
    places: tuple[int, ...] = ()


@lru_cache(maxsize=4096)
def match(wanted: str, text: str) -> Match | None:
    """How the letters of `wanted` are found in `text`; None when they are not. Spaces separate parts in any order."""
    parts = wanted.lower().split()
    lower = text.lower()
    score = 0.0
    places: list[int] = []
    for part in parts:
        found = _part(part, lower)
        if found is None:
            return None
        score += found.score
        places.extend(found.places)
    return Match(score - len(text) / 500, tuple(sorted(set(places))))


def _part(part: str, lower: str) -> Match | None:
    at = lower.find(part)
    while at >= 0:
        if at == 0 or not lower[at - 1].isalnum():
            return Match(100 + len(part) * 2 - at / 10, tuple(range(at, at + len(part))))
        following = lower.find(part, at + 1)
        if following < 0:
            return Match(40 + len(part) - at / 10, tuple(range(at, at + len(part))))
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
    """The better of the text itself and its synonyms; a synonym marks no letters and counts a little less."""
    own = match(wanted, text)
    if own is not None:
        return own
    found = [match(wanted, word.strip()) for word in synonyms.split(",") if word.strip()]
    scores = [hit.score for hit in found if hit is not None]
    return Match(max(scores) - 15) if scores else None
