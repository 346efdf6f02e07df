"""Finding texts like another one: by the same words, by words that are spelled alike, and by what words go together.

The last is what tells that "mailbox" and "inbox" belong together: the directions in which the words of all texts vary
most (latent semantic analysis). Measured on real tickets, the sum of the three finds more than each of them.
"""

from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.domain.errors import BadInput
from app.triage.corpus import Matrix, learn_lexicon
from app.triage.learning import Step
from app.triage.lexicon import Floats

_DIRECTIONS = 150
_NEAREST = 5
_RANKED = 100
_BLOCK = 64
_MOST_ASKED = 2_000
_MOST_TEXTS = 200_000
_NOBODY = -np.inf


class Likeness(NamedTuple):
    """What a trial of finding found.

    `queries` texts were looked for among all others. `same_label_in_5` is the mean share of their five nearest that
    have the same label, `mean_reciprocal_rank` the mean of one over the rank of the first that has it, 0 where none
    of the first hundred has; a text never finds itself. Seconds are of the wall clock.
    """

    rows: int
    classes: int
    queries: int
    same_label_in_5: float
    mean_reciprocal_rank: float
    index_seconds: float
    query_ms_median: float


class Index:
    """Texts that can be looked for."""

    def __init__(self, texts: Sequence[str], seed: int) -> None:
        _, matrices = learn_lexicon(texts, ("words", "letters"))
        self._sparse = [(matrices[name], matrices[name].T.tocsr()) for name in ("words", "letters")]
        self._dense = _directions(matrices["words"], seed)

    def likeness(self, rows: NDArray[np.int64]) -> Floats:
        """How like each of these texts is to all texts, a row each; itself left out."""
        found: Floats = self._dense[rows] @ self._dense.T
        for matrix, turned in self._sparse:
            product = matrix[rows] @ turned
            # Added where there is something, so that no second table of this size is made.
            at = np.repeat(np.arange(len(rows)), np.diff(product.indptr))
            found[at, product.indices] += product.data
        found[np.arange(len(rows)), rows] = _NOBODY
        return found


def _directions(rows: Matrix, seed: int) -> Floats:
    from sklearn.utils.extmath import randomized_svd

    count = min(_DIRECTIONS, min(rows.shape) - 1)
    if count < 1:
        return np.zeros((rows.shape[0], 1), np.float32)
    sides, sizes, _ = randomized_svd(rows, count, n_iter=3, random_state=seed)
    placed = (sides * sizes).astype(np.float32)
    lengths = np.sqrt((placed * placed).sum(axis=1, keepdims=True))
    scaled: Floats = placed / np.where(lengths > 0, lengths, 1)
    return scaled


def try_finding(texts: Sequence[str], labels: Sequence[str], seed: int, step: Step = lambda _: None) -> Likeness:
    """Look for texts among all others; at most so many that it ends in minutes, drawn at random."""
    if len(texts) < 2:
        raise BadInput("The file has fewer than two distinct texts with a label; there is nothing to find.", "file")
    random = np.random.default_rng(seed)
    kept = np.sort(random.permutation(len(texts))[:_MOST_TEXTS]).tolist()
    numbers = np.unique(np.asarray([labels[row] for row in kept], dtype=object).astype(str), return_inverse=True)[1]
    begun = perf_counter()
    index = Index([texts[row] for row in kept], seed)
    index_seconds = perf_counter() - begun
    asked = np.sort(random.permutation(len(kept))[:_MOST_ASKED])
    shares, ranks, seconds = [], [], []
    for start in range(0, len(asked), _BLOCK):
        rows = asked[start : start + _BLOCK]
        begun = perf_counter()
        nearest = _ranked(index.likeness(rows))
        seconds.append((perf_counter() - begun) / len(rows))
        same = numbers[nearest] == numbers[rows][:, None]
        shares.append(same[:, :_NEAREST].mean(axis=1))
        ranks.append(np.where(same.any(axis=1), 1 / (same.argmax(axis=1) + 1), 0))
        step(min(1.0, (start + _BLOCK) / len(asked)))
    return Likeness(
        rows=len(texts),
        classes=len(set(labels)),
        queries=len(asked),
        same_label_in_5=float(np.concatenate(shares).mean()),
        mean_reciprocal_rank=float(np.concatenate(ranks).mean()),
        index_seconds=index_seconds,
        query_ms_median=float(np.median(seconds) * 1000),
    )


def _ranked(likeness: Floats) -> NDArray[np.int64]:
    """The nearest of each row, the nearest first; fewer than all others never include the text itself."""
    most = min(_RANKED, likeness.shape[1] - 1)
    some = np.argpartition(-likeness, most - 1, axis=1)[:, :most]
    order = np.argsort(-np.take_along_axis(likeness, some, axis=1), axis=1, kind="stable")
    found: NDArray[np.int64] = np.take_along_axis(some, order, axis=1)
    return found
