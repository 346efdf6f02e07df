"""Telling which class a text belongs to, with a probability that means what it says. Needs numpy and nothing else.

Several members give each class a score. The scores are added with shares that were found on texts that the members had
not seen, and so that the probability is right as often as it says.
"""

from typing import NamedTuple

import numpy as np

from app.triage.forest import Forest
from app.triage.lexicon import Floats, Vector

FOREST_BLOCK = "words"
_RARE = 0.01
"""What is added to the votes of a forest, so that a class without any is unlikely and not impossible."""


class Linear(NamedTuple):
    """A member that adds up what each term says for each class: weights by term and class."""

    block: str
    weights: Floats
    offsets: Floats

    def scores(self, vectors: dict[str, Vector]) -> Floats:
        """One score for each class."""
        vector = vectors[self.block]
        scores: Floats = vector.weights @ self.weights[vector.terms] + self.offsets
        return scores


class Grove(NamedTuple):
    """A member made of trees."""

    forest: Forest
    width: int

    def scores(self, vectors: dict[str, Vector]) -> Floats:
        """One score for each class."""
        return forest_scores(self.forest.shares(vectors[FOREST_BLOCK], self.width))


Member = Linear | Grove

_NEVER: Floats = np.zeros(1, np.float32)


class Classifier(NamedTuple):
    """Members with their shares, and how much more likely each class is than they think.

    Of the share `doubt` of the texts words tell nothing, and each class is as likely as it comes `often`.
    """

    classes: tuple[str, ...]
    members: tuple[Member, ...]
    shares: tuple[float, ...]
    leanings: Floats
    often: Floats = _NEVER
    doubt: float = 0.0

    def probabilities(self, vectors: dict[str, Vector]) -> Floats:
        """The probability of each class, in the order of `classes`; together they are one."""
        total = self.leanings.astype(np.float64)
        for member, share in zip(self.members, self.shares, strict=True):
            scores = member.scores(vectors)
            total = total + share * (scores - scores.mean())
        odds = np.exp(total - total.max())
        told = (1 - self.doubt) * odds / odds.sum() + self.doubt * self.often
        probabilities: Floats = told.astype(np.float32)
        return probabilities


def forest_scores(shares: Floats) -> Floats:
    """Scores that can be added to others, from the share of votes for each class."""
    scores: Floats = np.log(shares + _RARE)
    return scores
