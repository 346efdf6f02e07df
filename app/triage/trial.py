"""How well classes are told apart and like texts are found, measured on texts that nothing was learned from."""

from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.domain.errors import BadInput
from app.triage.classifier import Classifier
from app.triage.corpus import learn_lexicon
from app.triage.learning import Step, blocks_for, learn
from app.triage.lexicon import Floats, Lexicon

_MOST_LEARNED = 100_000
_TIMED = 400
_BINS = 10


class Trial(NamedTuple):
    """What a trial found.

    `rows` and `classes` are those of the distinct texts; `majority` is the share of the commonest class among the texts
    that were tested; `accuracy` and `top3` are how often the first, or one of the first three, was right; `macro_f1` is
    the mean over the classes that were tested or foretold; `calibration_error` is by how much confidence and what was
    right differ, over ten bins of equal width (ECE); seconds are of the wall clock.
    """

    rows: int
    classes: int
    majority: float
    accuracy: float
    top3: float
    macro_f1: float
    calibration_error: float
    train_seconds: float
    predict_ms_median: float


def try_out(
    texts: Sequence[str], labels: Sequence[str], test_share: float, seed: int, step: Step = lambda _: None
) -> Trial:
    """Learn from a part of the texts and try the rest; raises BadInput where that cannot tell anything."""
    _check(labels)
    tested = split(labels, test_share, seed)
    learned = _capped(np.flatnonzero(~tested), seed).tolist()
    begun = perf_counter()
    known_labels = [labels[index] for index in learned]
    wanted = blocks_for(len(learned), len(set(known_labels)))
    lexicon, matrices = learn_lexicon([texts[index] for index in learned], wanted)
    classifier = learn(matrices, known_labels, seed, step)
    train_seconds = perf_counter() - begun
    test = np.flatnonzero(tested).tolist()
    chances, seconds = _predict(lexicon, classifier, [texts[index] for index in test])
    known = {name: number for number, name in enumerate(classifier.classes)}
    right = np.array([known.get(labels[index], -1) for index in test])
    return Trial(
        rows=len(texts),
        classes=len(set(labels)),
        majority=float(np.bincount(right[right >= 0]).max() / len(right)) if (right >= 0).any() else 0.0,
        accuracy=float((chances.argmax(axis=1) == right).mean()),
        top3=float((np.argsort(-chances, axis=1)[:, :3] == right[:, None]).any(axis=1).mean()),
        macro_f1=macro_f1(right, chances.argmax(axis=1)),
        calibration_error=calibration_error(chances.max(axis=1), chances.argmax(axis=1) == right),
        train_seconds=train_seconds,
        predict_ms_median=float(np.median(seconds) * 1000),
    )


def _check(labels: Sequence[str]) -> None:
    if not labels:
        raise BadInput("The file has no row with a text and a label.", "file")
    if len(set(labels)) == 1:
        raise BadInput(
            f"All {len(labels):,} texts have the label {labels[0]!r}; there is nothing to tell apart.", "label"
        )
    if len(labels) < 5 or max(labels.count(label) for label in set(labels)) < 2:
        raise BadInput(
            f"{len(labels):,} texts with {len(set(labels)):,} labels are too few to learn from some and try others;"
            " each label needs several texts. Is this the right column?",
            "label",
        )


def split(labels: Sequence[str], test_share: float, seed: int) -> NDArray[np.bool_]:
    """Which texts are tested: about the share of each class, and never the only one of its class.

    What small classes cannot give in whole texts is settled by largest remainders, so that the share holds over all.
    """
    if not 0 < test_share < 1:
        raise BadInput(f"A test share of {test_share} cannot be; give a number between 0 and 1.", "test_share")
    _, numbers, sizes = np.unique(np.asarray(labels, dtype=object).astype(str), return_inverse=True, return_counts=True)
    exact = sizes * test_share
    given = np.minimum(np.floor(exact), sizes - 1).astype(int)
    missing = max(1, round(len(numbers) * test_share)) - int(given.sum())
    for number in np.argsort(-(exact - given), kind="stable"):
        if missing > 0 and given[number] < sizes[number] - 1:
            given[number] += 1
            missing -= 1
    tested = np.zeros(len(numbers), bool)
    random = np.random.default_rng(seed)
    for number, count in enumerate(given):
        tested[random.permutation(np.flatnonzero(numbers == number))[:count]] = True
    return tested


def _capped(indices: NDArray[np.int64], seed: int) -> NDArray[np.int64]:
    """At most as many texts as memory and patience allow, drawn at random."""
    if len(indices) <= _MOST_LEARNED:
        return indices
    drawn: NDArray[np.int64] = np.sort(np.random.default_rng(seed).permutation(indices)[:_MOST_LEARNED])
    return drawn


def _predict(lexicon: Lexicon, classifier: Classifier, texts: Sequence[str]) -> tuple[NDArray[np.float32], list[float]]:
    """The probabilities for texts one by one, as a desk asks for them, and how long the first of them took."""
    chances = np.zeros((len(texts), len(classifier.classes)), np.float32)
    seconds = []
    for row, text in enumerate(texts):
        begun = perf_counter()
        chances[row] = classifier.probabilities(lexicon.vectors(text))
        if row < _TIMED:
            seconds.append(perf_counter() - begun)
    return chances, seconds


def macro_f1(right: NDArray[np.int64], said: NDArray[np.int64]) -> float:
    """The mean, over the classes that there are or were said, of the harmonic mean of precision and recall."""
    scores = []
    for number in np.union1d(right, said):
        hits = float(((right == number) & (said == number)).sum())
        scores.append(2 * hits / float((right == number).sum() + (said == number).sum()))
    return float(np.mean(scores))


def calibration_error(confidence: Floats, hit: NDArray[np.bool_]) -> float:
    """The expected calibration error: the mean gap between how sure and how often right, over ten bins."""
    bins = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    gaps = [
        (bins == number).mean() * abs(hit[bins == number].mean() - confidence[bins == number].mean())
        for number in np.unique(bins)
    ]
    return float(sum(gaps))
