"""How much each member counts, found on scores of texts that they had not seen."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from app.triage.lexicon import Floats

_HELD_BACK = 0.005
"""How much a class has to gain before it leans one way or the other: keeps rare classes from being guessed at."""
_TAMED = 0.0001
"""How much certainty has to gain: without it a few texts that are all foretold would make it boundless."""
_MOST_TEXTS = 20_000


def pool(scores: Floats, numbers: NDArray[np.int64]) -> tuple[NDArray[np.float64], Floats]:
    """The share of each member and the leaning of each class, under which what happened is most likely.

    `scores` is by member, text and class. Shares are never negative: a member that is no use gets none.
    """
    chosen = slice(None) if len(numbers) <= _MOST_TEXTS else np.linspace(0, len(numbers) - 1, _MOST_TEXTS).astype(int)
    centred = scores[:, chosen].astype(np.float64)
    centred -= centred.mean(axis=2, keepdims=True)
    right = numbers[chosen]
    members, texts, classes = centred.shape
    spread = np.maximum(centred.std(axis=(1, 2)), 1e-6)
    centred /= spread[:, None, None]
    rows = np.arange(texts)

    def unlikeliness(guess: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        shares, leanings = guess[:members], guess[members:]
        total = np.tensordot(shares, centred, 1) + leanings
        total -= total.max(axis=1, keepdims=True)
        odds = np.exp(total)
        sums = odds.sum(axis=1)
        loss = float(
            (np.log(sums) - total[rows, right]).mean() + _HELD_BACK * leanings @ leanings + _TAMED * shares @ shares
        )
        off = odds / sums[:, None]
        off[rows, right] -= 1
        off /= texts
        pull = np.array([np.vdot(off, each) for each in centred]) + 2 * _TAMED * shares
        return loss, np.concatenate([pull, off.sum(axis=0) + 2 * _HELD_BACK * leanings])

    start = np.concatenate([np.full(members, 1 / members), np.zeros(classes)])
    bounds = [(0.0, None)] * members + [(None, None)] * classes
    best = minimize(unlikeliness, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return best[:members] / spread, best[members:].astype(np.float32)
