"""Showing where a text answers a search: the stretch around what was found, with its places.

The text is one that the reader may read, taken from the desk by the same door as everything else. So a snippet cannot
tell more than that, whatever an index holds.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, Protocol

from app.domain.search.folding import SEPARATORS, end_of_run, folded_with_places
from app.domain.search.words import Phrase, Wanted

Span = tuple[int, int]
_AROUND = 160
_BEFORE = 40
_WIDTH = _AROUND - _BEFORE
_LONGEST = 60_000
_MOST_SPANS = 60
_ELLIPSIS = "…"


class Marked(NamedTuple):
    """A text and the places that were found in it, each from the first sign to the one after the last."""

    text: str
    spans: tuple[Span, ...] = ()


# Not by calling the class, which counts and names the values of each of some hundred once more.
_MARKED: Callable[[tuple[str, tuple[Span, ...]]], Marked] = partial(tuple.__new__, Marked)


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
        self._alike = tuple([alike for place, term in enumerate(wanted.terms) for alike in _alike(place, term.phrases)])

    def whole(self, text: str) -> Marked:
        """The text as it is, with every place."""
        spans = self._spans(text)
        return _MARKED((text, tuple(spans)))

    def snippet(self, text: str) -> Marked:
        """The stretch of the text in which most was found, in one line; no places where nothing was."""
        return self.found_snippet(text) or self.beginning(text)

    def beginning(self, text: str) -> Marked:
        """The beginning of a text in which nothing was found, in one line."""
        return Marked(_cut(text[:_LONGEST], 0)[0])

    def found_snippet(self, text: str) -> Marked | None:
        """The same, and None for a text in which nothing was found: of most texts of a hit nobody wants more."""
        text = text[:_LONGEST]
        spans = self._spans(text)
        if not spans:
            return None
        start = spans[0][0] if len(spans) == 1 else _densest(spans)
        start = _word_start(text, start - _BEFORE) if start > _BEFORE else 0
        shown, end = _cut(text, start)
        shift = (len(_ELLIPSIS) if start else 0) - start
        there = tuple([(left + shift, right + shift) for left, right in spans if left >= start and right <= end])
        return _MARKED((shown, there))

    def words_in(self, text: str) -> Counter[str]:
        """Which words were found, folded, and how often; tells what a misspelt word was taken for."""
        return Counter(folded_with_places(text[left:right])[0] for left, right in self._spans(text))

    def found_in(self, text: str) -> frozenset[int]:
        """Which terms stand in the text, by their places among what is wanted; a text is folded once for all."""
        plain, _places = folded_with_places(text)
        return frozenset(alike.term for alike in self._alike if _found(alike, plain, plain.find(alike.beginning), 1))

    def _spans(self, text: str) -> list[Span]:
        plain, places = folded_with_places(text)
        spans: list[Span] = []
        for alike in self._alike:
            # Asked first, because most texts have none of them, and this is the quickest way to know.
            at = plain.find(alike.beginning)
            if at >= 0:
                spans += _found(alike, plain, at, _MOST_SPANS - len(spans))
        if len(self._alike) > 1 and len(spans) > 1:
            # The longest at each place: sorted, the last of those that begin there.
            spans = sorted(dict(sorted(spans)).items())
        return spans if places is None else [(places[left], places[right - 1] + 1) for left, right in spans]


class _Alike(NamedTuple):
    """Phrases that begin alike, so that one look tells that a text has none of them, as most texts have.

    `term` is the place of their term among what is wanted, `words` are those of one whole run, of which a term has a
    dozen; `others` are open or of several runs.
    """

    term: int
    beginning: str
    words: frozenset[str]
    others: tuple[Phrase, ...]


def _alike(term: int, phrases: Iterable[Phrase]) -> Iterator[_Alike]:
    """The forms of a word begin alike; what a misspelt one is taken for may begin with another letter."""
    by_sign: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_sign.setdefault(phrase.runs[0][0], []).append(phrase)
    for some in by_sign.values():
        others = tuple(phrase for phrase in some if phrase.is_open or len(phrase.runs) > 1)
        words = frozenset(phrase.runs[0] for phrase in some if phrase not in others)
        yield _Alike(term, _beginning([phrase.runs[0] for phrase in some]), words, others)


def _beginning(words: list[str]) -> str:
    """What all words begin with: the letters that the first and the last of them in order share."""
    first, last = min(words), max(words)
    return first[: next((at for at, sign in enumerate(first) if not last.startswith(first[: at + 1])), len(first))]


def _found(alike: _Alike, plain: str, at: int, most: int) -> list[Span]:
    """Where any of the phrases stands, the longest at each place, up to so many; `at` is where they first may."""
    _term, beginning, words, others = alike
    find = plain.find
    found: list[Span] = []
    while at >= 0 and len(found) < most:
        if not at or plain[at - 1] in SEPARATORS:
            end = end_of_run(plain, at)
            if plain[at:end] not in words:
                end = 0
            for phrase in others:
                end = max(end, _end_of(phrase, plain, at))
            if end:
                found.append((at, end))
        at = find(beginning, at + 1)
    return found


def _end_of(phrase: Phrase, plain: str, at: int) -> int:
    """Where the phrase ends that begins here, at the beginning of a run; 0 where it does not."""
    size, end = len(plain), at
    last = len(phrase.runs) - 1
    for place, run in enumerate(phrase.runs):
        while place and end < size and plain[end] in SEPARATORS:
            end += 1
        if not plain.startswith(run, end):
            return 0
        begun = end + len(run)
        end = end_of_run(plain, end)
        if begun < end and not (phrase.is_open and place == last):
            return 0
    return end


def _densest(spans: list[Span]) -> int:
    """Where a stretch begins that holds the most."""
    first = spans[0][0]
    if spans[-1][0] < first + _WIDTH:
        return first
    starts = [start for start, _end in spans]
    held = [bisect_left(starts, start + _WIDTH) - place for place, start in enumerate(starts)]
    return starts[held.index(max(held))]


def _word_start(text: str, at: int) -> int:
    space, line = text.find(" ", at, at + 20), text.find("\n", at, at + 20)
    if 0 <= line < space or space < 0:
        space = line
    return at if space < 0 else space + 1


def _cut(text: str, start: int) -> tuple[str, int]:
    """The stretch that begins there, in one line and with a sign for what was left out, and where it ends."""
    end = start + _AROUND
    is_whole = end >= len(text)
    if is_whole:
        end = len(text)
    else:
        space = max(text.rfind(" ", end - 20, end), text.rfind("\n", end - 20, end))
        end = end if space < 0 else space
    shown = text[start:end]
    if "\n" in shown or "\t" in shown:
        # Sign for sign, so that places stay what they are.
        shown = shown.replace("\n", " ").replace("\t", " ")
    return f"{_ELLIPSIS if start else ''}{shown}{'' if is_whole else _ELLIPSIS}", end
