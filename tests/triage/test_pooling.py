import numpy as np
import pytest

from app.triage.classifier import Classifier, Linear
from app.triage.lexicon import Vector
from app.triage.pooling import pool

OFTEN = np.array([0.5, 0.3, 0.2], np.float32)


@pytest.mark.parametrize(("wrong", "least", "most"), [(0.0, 0.0, 0.01), (0.2, 0.15, 0.25)])
def test_labels_that_words_do_not_tell_are_doubts_and_leave_the_others_sure(
    wrong: float, least: float, most: float
) -> None:
    random = np.random.default_rng(4)
    true = random.choice(3, 4_000, p=OFTEN.astype(float) / OFTEN.sum())
    scores = (np.eye(3)[true] * 3 + random.normal(0, 0.3, (4_000, 3))).astype(np.float32)[None]
    labels = np.where(random.random(4_000) < wrong, random.choice(3, 4_000, p=OFTEN.astype(float) / OFTEN.sum()), true)
    pooled = pool(scores, labels, OFTEN)
    assert least <= pooled.doubt <= most
    assert pooled.shares[0] > 1


def test_a_doubted_classifier_is_never_surer_than_its_doubt_allows() -> None:
    member = Linear("words", np.array([[40.0, 0.0, 0.0]], np.float32), np.zeros(3, np.float32))
    sure = Classifier(("a", "b", "c"), (member,), (1.0,), np.zeros(3, np.float32), OFTEN, 0.1)
    told = sure.probabilities({"words": Vector(np.array([0], np.int32), np.array([1.0], np.float32))})
    assert told.tolist() == pytest.approx([0.9 + 0.1 * 0.5, 0.1 * 0.3, 0.1 * 0.2])
