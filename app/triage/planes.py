"""Planes that part each class from all others: what a linear machine learns, found for all classes at once.

Each plane has the fewest and smallest mistakes for the size of its weights (squared hinge loss, as in scikit-learn's
LinearSVC). That one goes through the texts class by class; here one product of the texts with a table of weights serves
all classes, which is the same planes in a fifth of the time where there are many texts.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from app.triage.corpus import Matrix
from app.triage.lexicon import Floats

_NEAR: Final = 3e-4
"""How flat it has to be where a plane is taken, as a share of how steep it was at the start."""
_MOST_STEPS: Final = 40
_MOST_TURNS: Final = 15
"""Of conjugate gradients for each step, ended where what is left of it is as small a share as `_ROUGHLY`."""
_ROUGHLY: Final = 0.1
_HALVED: Final = 6
"""So often a step that would lead upwards is made half as long."""
_AT_ONCE: Final = 4_000_000
"""Texts times classes that are in work together, which bounds memory."""


def planes(rows: Matrix, numbers: NDArray[np.int64], classes: int, cost: float) -> tuple[Floats, Floats]:
    """Weights by term and class, and offsets by class; `numbers` are the classes of the rows, each from 0 is there.

    `cost` is what a mistake weighs against large weights.
    """
    # An offset is the weight of a term that every text has.
    every = np.ones((rows.shape[0], 1), np.float32)
    rows = sparse.hstack([rows, every], format="csr", dtype=np.float32)
    turned = rows.T.tocsr()
    found = np.zeros((rows.shape[1], classes), np.float32)
    some = max(1, _AT_ONCE // rows.shape[0])
    for begin in range(0, classes, some):
        at = np.arange(begin, min(classes, begin + some))
        sides = np.where(numbers[:, None] == at, 1, -1).astype(np.float32)
        found[:, at] = _parted(rows, turned, sides, np.float32(cost))
    return found[:-1], found[-1]


def _parted(rows: Matrix, turned: Matrix, sides: Floats, cost: np.float32) -> Floats:
    """The weights that part the texts by their sides, 1 or -1, a column for each class."""
    weights = np.zeros((rows.shape[1], sides.shape[1]), np.float32)
    scores = np.zeros_like(sides)
    going, steep = np.arange(sides.shape[1]), np.zeros(0, np.float32)
    for _ in range(_MOST_STEPS):
        missing = np.maximum(1 - sides[:, going] * scores[:, going], 0)
        slope = weights[:, going] - 2 * cost * (turned @ (sides[:, going] * missing))
        now = _lengths(slope)
        if not len(steep):
            steep = now
        on = now > _NEAR * steep[going]
        if not on.any():
            break
        going = going[on]
        step, change = _step(rows, turned, missing[:, on] > 0, -slope[:, on], cost)
        share = _how_far((weights[:, going], step), (scores[:, going], change), sides[:, going], cost)
        weights[:, going] += share * step
        scores[:, going] += share * change
    return weights


def _step(
    rows: Matrix, turned: Matrix, counts: NDArray[np.bool_], left: Floats, cost: np.float32
) -> tuple[Floats, Floats]:
    """Newton's step of each class, roughly, and by how much it changes the scores of the texts.

    `counts` says which texts a class does not part well enough yet, `left` is how it slopes down.
    """
    step, change = np.zeros_like(left), np.zeros(counts.shape, np.float32)
    way, size = left.copy(), (left * left).sum(axis=0)
    enough = size * np.float32(_ROUGHLY**2)
    for _ in range(_MOST_TURNS):
        seen = rows @ way
        bent = way + 2 * cost * (turned @ (seen * counts))
        far = np.where(size > enough, size / np.maximum((way * bent).sum(axis=0), 1e-30), 0).astype(np.float32)
        step += far * way
        change += far * seen
        left = left - far * bent
        rest = (left * left).sum(axis=0)
        if (rest <= enough).all():
            break
        way = left + np.where(far > 0, rest / np.maximum(size, 1e-30), 0).astype(np.float32) * way
        size = rest
    return step, change


def _how_far(weights: tuple[Floats, Floats], scores: tuple[Floats, Floats], sides: Floats, cost: np.float32) -> Floats:
    """The share of each class's step that leads downwards: all of it nearly always."""

    def loss(share: Floats) -> Floats:
        missing = np.maximum(1 - sides * (scores[0] + share * scores[1]), 0)
        total = weights[0] + share * weights[1]
        summed: Floats = (total * total).sum(axis=0) / 2 + cost * (missing * missing).sum(axis=0)
        return summed

    share = np.ones(sides.shape[1], np.float32)
    before = loss(np.zeros_like(share))
    for _ in range(_HALVED):
        upwards = loss(share) > before
        if not upwards.any():
            break
        share[upwards] /= 2
    return share


def _lengths(columns: Floats) -> Floats:
    lengths: Floats = np.sqrt((columns * columns).sum(axis=0))
    return lengths
