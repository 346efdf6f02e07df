import numpy as np
import pytest

from app.domain.errors import BadInput
from app.triage.retrieval import Index, try_finding
from tests.triage.texts import labelled


def test_a_text_finds_its_like_and_never_itself() -> None:
    texts = [
        "printer on floor two jams",
        "the printer on floor 2 is jammed",
        "vpn drops at noon",
        "vpn dropped at noon",
    ]
    likeness = Index(texts * 3, seed=1).likeness(np.arange(4))
    assert np.isneginf(likeness[np.arange(4), np.arange(4)]).all()
    assert likeness[0, 4] > likeness[0, 1] > likeness[0, 2]
    assert likeness[2, 6] > likeness[2, 3] > likeness[2, 0]


def test_what_is_found_is_counted_by_hand_and_agrees() -> None:
    texts, labels = labelled(80)
    found = try_finding(texts, labels, seed=1)
    index = Index(texts, seed=1)
    shares, ranks = [], []
    for row, likeness in enumerate(index.likeness(np.arange(80))):
        order = np.argsort(-likeness, kind="stable")[:-1]
        hits = [labels[other] == labels[row] for other in order]
        shares.append(sum(hits[:5]) / 5)
        ranks.append(1 / (hits.index(True) + 1))
    assert (found.rows, found.queries) == (80, 80)
    assert found.same_label_in_5 == pytest.approx(np.mean(shares), abs=0.01)
    assert found.mean_reciprocal_rank == pytest.approx(np.mean(ranks), abs=0.01)
    assert found.same_label_in_5 > 0.7


@pytest.mark.parametrize("texts", [["one text", "two"], ["!!", "??", "--"], ["same word"] * 8])
def test_the_few_and_the_wordless_break_nothing(texts: list[str]) -> None:
    found = try_finding(texts, [str(row % 2) for row in range(len(texts))], seed=1)
    assert 0 <= found.same_label_in_5 <= 1
    assert 0 <= found.mean_reciprocal_rank <= 1


def test_one_text_has_nothing_to_be_found() -> None:
    with pytest.raises(BadInput, match="fewer than two"):
        try_finding(["alone"], ["a"], seed=1)
