"""Many random trees that vote, kept as plain arrays so that a stored model is data and never code."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.triage.lexicon import Floats, Indices, Vector

_LEAF = -1


class Forest(NamedTuple):
    """All nodes of all trees in one row: which term is asked for, the bound, where to go, and the votes of leaves."""

    roots: Indices
    term: Indices
    bound: Floats
    low: Indices
    high: Indices
    votes: Floats

    def shares(self, vector: Vector, width: int) -> Floats:
        """The mean of the votes for each class; `width` is the number of terms of the block."""
        weights = np.zeros(width + 1, np.float32)  # the last one is what leaves ask for, -1
        weights[vector.terms] = vector.weights
        at = self.roots
        while True:
            term = self.term[at]
            if (term == _LEAF).all():
                mean: Floats = self.votes[at].mean(axis=0)
                return mean
            onward = np.where(weights[term] <= self.bound[at], self.low[at], self.high[at])
            at = np.where(term == _LEAF, at, onward)


def planted(trees: list[tuple[NDArray[np.int32], ...]]) -> Forest:
    """A forest of trees, each given as (term, bound, low, high, votes) with its own numbers of nodes."""
    sizes = np.array([len(tree[0]) for tree in trees])
    roots = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32)
    term = np.concatenate([tree[0] for tree in trees]).astype(np.int32)
    low, high = (
        np.concatenate([tree[side] + root for tree, root in zip(trees, roots, strict=True)]).astype(np.int32)
        for side in (2, 3)
    )
    bound = np.concatenate([tree[1] for tree in trees]).astype(np.float32)
    votes = np.concatenate([tree[4] for tree in trees]).astype(np.float32)
    return Forest(roots, np.where(term < 0, _LEAF, term).astype(np.int32), bound, low, high, votes)
