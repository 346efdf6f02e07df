"""What a model knows of words: which ones count, how much, and what a text comes to. Needs numpy and nothing else."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.triage.words import phrases, stretches, words

HEAD = 10
"""How many of the first words are looked at once more by themselves: a title says most, and stands first."""

BLOCKS = ("words", "phrases", "head", "letters")
"""The ways of looking at a text: all its words, these and each two side by side, its first words, the stretches of
letters in its words. A lexicon has those that are of use to whoever learned it."""

Floats = NDArray[np.float32]
Indices = NDArray[np.int32]


class Vector(NamedTuple):
    """What a text comes to in one block: which terms it has, and their weights, together of length one."""

    terms: Indices
    weights: Floats


class Block(NamedTuple):
    """The terms of one way of looking at a text, with how telling each is (rare ones are)."""

    numbers: dict[str, int]
    telling: Floats

    def vector(self, found: Iterable[str]) -> Vector:
        """The weights of the terms: one more for each doubling or so, times how telling, scaled to length one."""
        counts = Counter(number for term in found if (number := self.numbers.get(term)) is not None)
        terms = np.fromiter(counts.keys(), np.int32, len(counts))
        often: Floats = np.fromiter(counts.values(), np.float32, len(counts))
        weights: Floats = (1 + np.log(often)) * self.telling[terms]
        length = np.float32(np.sqrt(weights @ weights))
        return Vector(terms, weights / (length or np.float32(1)))


class Lexicon(NamedTuple):
    """The blocks by name, how many words of a text are read, and how many of these letter by letter."""

    blocks: dict[str, Block]
    most_words: int
    most_spelled: int

    def vectors(self, text: str) -> dict[str, Vector]:
        """What a text comes to in each block."""
        found = words(text, self.most_words)
        return {name: block.vector(self._terms(name, found)) for name, block in self.blocks.items()}

    def _terms(self, block: str, found: list[str]) -> list[str]:
        if block == "phrases":
            return phrases(found)
        if block == "letters":
            return [part for word in found[: self.most_spelled] for part in stretches(word)]
        return found[:HEAD] if block == "head" else found
