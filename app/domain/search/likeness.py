"""How like two texts are: by the words they share, where a rare word says more than a common one.

The measure says which share of what the first text tells the second one has too. It is no chance of anything, and is
called a likeness wherever people read it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from app.domain.search.folding import runs_of
from app.domain.search.forms import Language
from app.domain.search.words import Term, parse_words

_LETTERS = re.compile(r"[^\W\d_]{3,}|\w*\d\w*")
_RAREST = 1e-3
"""Rarer words tell no more: one that nobody else ever wrote is as often a slip of the finger."""
_DOUBT = 10
_IN_TEXT = 0.7
"""What a shared word counts that stands in the description only, and not in the title."""
LEAST = 0.35
"""Texts that are less like are not shown: they share what half of all texts have."""


MOST = 16
"""So many words of a text are looked for, the first ones: people say first what it is about."""


class Telling(NamedTuple):
    """A word of a text, and how much it tells."""

    term: Term
    weight: float


def telling_terms(title: str, other: str, languages: Iterable[Language]) -> list[Term]:
    """The distinct words of a text that can tell anything, those of the title first; short ones without digits do not.

    Each comes with the forms and spellings that a search widens it to.
    """
    words = dict.fromkeys(run for run in (*runs_of(title), *runs_of(other)) if _LETTERS.fullmatch(run))
    # The blank at the end says that the last word is a whole one.
    return list(parse_words(" ".join(list(words)[:MOST]) + " ", languages).terms)


def weighed(terms: Iterable[Term], shares: Mapping[str, float], total: int) -> list[Telling]:
    """Each word with its weight, the rarest first; `shares` says in which share of `total` texts a typed word stands.

    Among few texts the shares say little, so they are drawn together.
    """
    found = []
    for term in terms:
        drawn = (shares.get(term.typed, 0.0) * total + 1) / (total + _DOUBT)
        found.append(Telling(term, -log(min(1.0, max(_RAREST, drawn)))))
    return sorted(found, key=lambda each: -each.weight)


def rarest(told: Sequence[Telling], shares: Mapping[str, float], most: float) -> list[Term]:
    """The rarest words that stand in at most this share of all texts together, each counted; at least none."""
    kept: list[Term] = []
    total = 0.0
    for each in told:
        total += shares.get(each.term.typed, 0.0)
        if total > most:
            break
        kept.append(each.term)
    return kept


class Comparer:
    """Compares texts with the words of one; made once for many texts."""

    def __init__(self, told: Sequence[Telling]) -> None:
        self._told = told
        self._total = sum(each.weight for each in told)
        self._of_run: dict[str, list[int]] = {}
        self._of_more: list[tuple[int, frozenset[str]]] = []
        for place, each in enumerate(told):
            for phrase in each.term.phrases:
                if len(phrase.runs) == 1:
                    self._of_run.setdefault(phrase.runs[0], []).append(place)
                else:
                    self._of_more.append((place, frozenset(phrase.runs)))

    def shared(self, title: str, other: str) -> tuple[float, tuple[str, ...]]:
        """How like a text is, 0 to 1, and the words it shares, the most telling first."""
        in_title = self._places(set(runs_of(title)))
        in_text = self._places(set(runs_of(other))) - in_title
        weights = [each.weight for each in self._told]
        found = sum(weights[place] for place in in_title) + _IN_TEXT * sum(weights[place] for place in in_text)
        words = tuple(self._told[place].term.typed for place in sorted(in_title | in_text))
        return (found / self._total if self._total else 0.0), words

    def likeness(self, title: str, other: str) -> tuple[float, tuple[str, ...]] | None:
        """The same where it is worth showing: one shared word is an accident, unless there is only one."""
        found, words = self.shared(title, other)
        return (found, words) if found >= LEAST and len(words) >= min(2, len(self._told)) else None

    def _places(self, runs: set[str]) -> set[int]:
        found = {place for run in runs & self._of_run.keys() for place in self._of_run[run]}
        return found | {place for place, wanted in self._of_more if wanted <= runs}
