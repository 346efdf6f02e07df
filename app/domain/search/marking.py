"""Showing where a text answers a search: the stretch around what was found, with its places.

The text is one that the reader may read, taken from the desk by the same door as everything else. So a snippet cannot
tell more than that, whatever an index holds.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from app.domain.search.folding import SEPARATORS, folded_with_places
from app.domain.search.words import Phrase, Wanted

Span = tuple[int, int]
_AROUND = 160
_BEFORE = 40
_LONGEST = 60_000
_MOST_SPANS = 60
_ELLIPSIS = "…"


class Marked(NamedTuple):
    """A text and the places that were found in it, each from the first sign to the one after the last."""

    text: str
    spans: tuple[Span, ...] = ()


class Marks(Protocol):
    """Marks what was found in texts."""

    def whole(self, text: str) -> Marked:
        """The text as it is, with every place."""
        ...

    def snippet(self, text: str) -> Marked:
        """The stretch of the text in which most was found."""
        ...


class Marker:
    """Finds the phrases of one search in many texts."""

    def __init__(self, wanted: Wanted) -> None:
        # Forms of a word begin alike, so one look tells that a text has none of them, as most texts have.
        self._terms = tuple(
            (_beginning([phrase.runs[0] for phrase in term.phrases]), term.phrases) for term in wanted.terms
        )

    def whole(self, text: str) -> Marked:
        """The text as it is, with every place."""
        return Marked(text, tuple(self._spans(text)))

    def snippet(self, text: str) -> Marked:
        """The stretch of the text in which most was found, in one line; no places where nothing was."""
        text = text[:_LONGEST]
        spans = self._spans(text)
        start = _densest(spans) if spans else 0
        start = _word_start(text, start - _BEFORE) if start > _BEFORE else 0
        end = _word_end(text, start + _AROUND)
        before = _ELLIPSIS if start else ""
        shown = before + _one_line(text[start:end]) + (_ELLIPSIS if end < len(text) else "")
        shift = len(before) - start
        kept = [(left + shift, right + shift) for left, right in spans if left >= start and right <= end]
        return Marked(shown, tuple(kept))

    def words_in(self, text: str) -> Counter[str]:
        """Which words were found, folded, and how often; tells what a misspelt word was taken for."""
        return Counter(folded_with_places(text[left:right])[0] for left, right in self._spans(text))

    def found_in(self, text: str) -> frozenset[int]:
        """Which terms stand in the text, by their places among what is wanted; a text is folded once for all."""
        plain, _places = folded_with_places(text)
        return frozenset(
            place
            for place, (beginning, phrases) in enumerate(self._terms)
            if beginning in plain and any(_stands(phrase, plain) for phrase in phrases)
        )

    def _candidates(self, plain: str) -> Iterator[Phrase]:
        for beginning, phrases in self._terms:
            if beginning in plain:
                for phrase in phrases:
                    # Asked of the first one by itself, because most phrases are of one word.
                    if phrase.runs[0] in plain and (len(phrase.runs) == 1 or all(run in plain for run in phrase.runs)):
                        yield phrase

    def _spans(self, text: str) -> list[Span]:
        plain, places = folded_with_places(text)
        found: dict[int, int] = {}
        for phrase in self._candidates(plain):
            at = plain.find(phrase.runs[0])
            while at >= 0 and len(found) < _MOST_SPANS:
                end = _end_of(phrase, plain, at)
                if end:
                    found[at] = max(end, found.get(at, 0))
                at = plain.find(phrase.runs[0], at + 1)
        spans = sorted(found.items())
        return spans if places is None else [(places[left], places[right - 1] + 1) for left, right in spans]


def _beginning(words: list[str]) -> str:
    """What all words begin with: the letters that the first and the last of them in order share."""
    first, last = min(words), max(words)
    return first[: next((at for at, sign in enumerate(first) if not last.startswith(first[: at + 1])), len(first))]


def _stands(phrase: Phrase, plain: str) -> bool:
    at = plain.find(phrase.runs[0])
    while at >= 0:
        if _end_of(phrase, plain, at):
            return True
        at = plain.find(phrase.runs[0], at + 1)
    return False


def _end_of(phrase: Phrase, plain: str, at: int) -> int:
    """Where the phrase ends that begins here; 0 where it does not."""
    if at and plain[at - 1] not in SEPARATORS:
        return 0
    size, end = len(plain), at
    for place, run in enumerate(phrase.runs):
        while place and end < size and plain[end] in SEPARATORS:
            end += 1
        if not plain.startswith(run, end):
            return 0
        end += len(run)
        is_open = phrase.is_open and place == len(phrase.runs) - 1
        while is_open and end < size and plain[end] not in SEPARATORS:
            end += 1
        if end < size and plain[end] not in SEPARATORS:
            return 0
    return end


def _densest(spans: list[Span]) -> int:
    """Where a stretch begins that holds the most."""
    starts = [start for start, _end in spans]
    return max(starts, key=lambda begin: sum(begin <= start < begin + _AROUND - _BEFORE for start in starts))


def _word_start(text: str, at: int) -> int:
    space = min(
        (found for found in (text.find(" ", at, at + 20), text.find("\n", at, at + 20)) if found >= 0), default=-1
    )
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = max(text.rfind(" ", at - 20, at), text.rfind("\n", at - 20, at))
    return at if space < 0 else space


def _one_line(text: str) -> str:
    # Sign for sign, so that places stay what they are.
    return text.replace("\n", " ").replace("\t", " ")
