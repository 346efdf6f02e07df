"""How much each member counts, and how far the whole is to be doubted: found on scores of texts they had not seen."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from app.triage.lexicon import Floats

_HELD_BACK = 0.001
"""How much a class has to gain before it leans one way or the other: keeps rare classes from being guessed at."""
_TAMED = 0.0001
"""How much certainty has to gain: without it a few texts that are all foretold would make it boundless."""
_MOST_TEXTS = 20_000
_FIRST_DOUBT, _MOST_DOUBT = 0.02, 0.5


class Pooled(NamedTuple):
    """The share of each member, the leaning of each class, and the share of texts of which words tell nothing."""

    shares: NDArray[np.float64]
    leanings: Floats
    doubt: float


def pool(
    scores: Floats, numbers: NDArray[np.int64], often: Floats, looked: Callable[[], object] = lambda: None
) -> Pooled:
    """What makes what happened likeliest; `scores` is by member, text and class, `often` the share of each class.

    Shares are never negative: a member that is no use gets none. Of the doubted share of the texts it is only known how
    often each class comes: labels are wrong at times, and without it a few of them make all others look unsure.
    `looked` is called at each look at all scores; it may raise to end the pooling.
    """
    chosen = slice(None) if len(numbers) <= _MOST_TEXTS else np.linspace(0, len(numbers) - 1, _MOST_TEXTS).astype(int)
    centred = scores[:, chosen].astype(np.float64)
    centred -= centred.mean(axis=2, keepdims=True)
    right = numbers[chosen]
    members, texts, classes = centred.shape
    spread = np.maximum(centred.std(axis=(1, 2)), 1e-6)
    centred /= spread[:, None, None]
    rows, by_chance = np.arange(texts), often[right]

    def unlikeliness(guess: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        shares, leanings, doubt = guess[:members], guess[members:-1], guess[-1]
        total = np.tensordot(shares, centred, 1) + leanings
        odds = np.exp(total - total.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        told = odds[rows, right]
        likely = np.maximum((1 - doubt) * told + doubt * by_chance, 1e-12)
        loss = float(-np.log(likely).mean() + _HELD_BACK * leanings @ leanings + _TAMED * shares @ shares)
        looked()
        by_words = (1 - doubt) * told / likely / texts
        off = odds * by_words[:, None]
        off[rows, right] -= by_words
        pull = np.array([np.vdot(off, each) for each in centred]) + 2 * _TAMED * shares
        lean = off.sum(axis=0) + 2 * _HELD_BACK * leanings
        return loss, np.concatenate([pull, lean, [((told - by_chance) / likely).mean()]])

    start = np.concatenate([np.full(members, 1 / members), np.zeros(classes), [_FIRST_DOUBT]])
    bounds = [(0.0, None)] * members + [(None, None)] * classes + [(0.0, _MOST_DOUBT)]
    best = minimize(unlikeliness, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return Pooled(best[:members] / spread, best[members:-1].astype(np.float32), float(best[-1]))
