import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import sparse
from sklearn.svm import LinearSVC

from app.triage.planes import planes

CLASSES = 5


def texts() -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    """Rows of length one, of which each class has its own terms more often than others; a class in ten is mistaken."""
    random = np.random.default_rng(11)
    numbers = random.integers(0, CLASSES, 400)
    likely = np.where(np.arange(40) % CLASSES == numbers[:, None], 0.4, 0.08)
    found = (random.random(likely.shape) < likely) * random.random(likely.shape)
    found[:, 0] += 0.1  # no row is empty
    found /= np.sqrt((found * found).sum(axis=1, keepdims=True))
    mistaken = random.random(400) < 0.1
    numbers[mistaken] = random.integers(0, CLASSES, mistaken.sum())
    return sparse.csr_matrix(found, dtype=np.float32), numbers


@pytest.mark.parametrize("cost", [0.1, 0.3, 0.8])
def test_planes_are_those_that_scikit_learn_finds(cost: float) -> None:
    rows, numbers = texts()
    machine = LinearSVC(C=cost, tol=1e-6, max_iter=100_000, random_state=1).fit(rows, numbers)
    weights, offsets = planes(rows, numbers, CLASSES, cost)
    scores, wanted = rows @ weights + offsets, machine.decision_function(rows)
    assert np.abs(scores - wanted).max() < 0.01
    assert (scores.argmax(axis=1) == wanted.argmax(axis=1)).mean() > 0.99


def test_two_classes_have_planes_that_are_each_others_other_side() -> None:
    rows, numbers = texts()
    weights, offsets = planes(rows, np.minimum(numbers, 1), 2, 0.5)
    assert np.abs(weights[:, 0] + weights[:, 1]).max() < 1e-3
    assert abs(offsets.sum()) < 1e-3


def test_classes_that_are_worked_on_in_parts_are_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, numbers = texts()
    whole, _ = planes(rows, numbers, CLASSES, 0.5)
    monkeypatch.setattr("app.triage.planes._AT_ONCE", 2 * rows.shape[0])
    parts, _ = planes(rows, numbers, CLASSES, 0.5)
    assert np.abs(whole - parts).max() < 1e-3
