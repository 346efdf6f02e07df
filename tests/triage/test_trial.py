import numpy as np
import pytest

from app.domain.errors import BadInput
from app.triage.classifier import forest_scores
from app.triage.corpus import learn_lexicon
from app.triage.learning import Plan, blocks_for, grown
from app.triage.trial import calibration_error, macro_f1, split, try_out
from tests.support.logs import SHARED
from tests.triage.texts import labelled


def test_classes_that_can_be_told_apart_are() -> None:
    trial = try_out(*labelled(600), 0.2, 42)
    assert (trial.rows, trial.classes) == (600, 3)
    assert 0.85 < trial.accuracy < 1.0  # one label in ten is drawn at random, so more would mean that it has seen them
    assert trial.accuracy <= trial.top3 == 1.0
    assert trial.calibration_error < 0.08
    assert 0.3 < trial.majority < 0.45


def test_labels_without_a_reason_are_not_learned_and_it_knows() -> None:
    """Confidence on noise has to be as low as the chance of being right, or something of the test got in."""
    texts, labels = labelled(600)
    labels = list(np.random.default_rng(3).permutation(labels))
    trial = try_out(texts, labels, 0.2, 42)
    assert trial.accuracy < 0.5
    assert trial.calibration_error < 0.15


def test_the_same_seed_gives_the_same_figures() -> None:
    texts, labels = labelled(200)
    first, again = (try_out(texts, labels, 0.25, 7) for _ in range(2))
    timed = ("train_seconds", "predict_ms_median")
    assert {**first._asdict(), **dict.fromkeys(timed)} == {**again._asdict(), **dict.fromkeys(timed)}


def test_what_two_words_say_only_together_is_learned_where_there_are_many_classes() -> None:
    many = range(40)
    # Each word stands in every class as often as in any other; only which two stand together tells.
    pairs = [(left, right) for left in many for right in many for _ in range(3)]
    texts = [f"left{left} right{right} case{number % 3}" for number, (left, right) in enumerate(pairs)]
    labels = [str((left + right) % 40) for left, right in pairs]
    assert "phrases" in blocks_for(len(texts), 40)
    assert "phrases" not in blocks_for(50_000, 3), "of many texts words tell enough"
    assert try_out(texts, labels, 0.2, 3).accuracy > 0.5


def test_large_and_many_classed_sets_are_learned_by_smaller_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    for plan in (
        Plan((("words", 0.2), ("letters", 0.1)), (), 3, 3),
        Plan((("words", 0.3), ("head", 0.3)), (), 6, 1),
    ):
        monkeypatch.setattr("app.triage.learning.plan_for", lambda _texts, _classes, plan=plan: plan)
        assert try_out(*labelled(400), 0.2, 42).accuracy > 0.8


@pytest.mark.parametrize("sizes", [(50, 1), (50, 2, 1), (30, 3), (4, 4, 4)])
def test_small_classes_are_learned_from_and_break_nothing(sizes: tuple[int, ...]) -> None:
    texts = [f"case {row} of kind{kind} word{row % 3}" for kind, size in enumerate(sizes) for row in range(size)]
    labels = [f"kind {kind}" for kind, size in enumerate(sizes) for _ in range(size)]
    trial = try_out(texts, labels, 0.2, 1)
    assert trial.classes == len(sizes)
    assert 0 <= trial.accuracy <= trial.top3 <= 1


def test_texts_without_any_word_are_told_by_what_is_common() -> None:
    texts = [f"{'!' * number}" for number in range(1, 41)]
    trial = try_out(texts, ["often"] * 32 + ["seldom"] * 8, 0.25, 1)
    assert trial.accuracy == trial.majority == 0.8


def test_a_stratified_split_keeps_the_share_and_the_only_one_of_a_class() -> None:
    labels = ["a"] * 50 + ["b"] * 3 + ["c"] + ["d"] * 7
    tested = split(labels, 0.2, 42)
    assert tested.sum() == round(len(labels) * 0.2)
    assert not tested[53]
    assert tested[:50].sum() == 10


@pytest.mark.parametrize(
    ("labels", "share", "said"),
    [
        (["one"] * 30, 0.2, "nothing to tell apart"),
        ([], 0.2, "no row"),
        ([str(number) for number in range(30)], 0.2, "Is this the right column"),
        (["a", "b"] * 20, 1.5, "between 0 and 1"),
    ],
)
def test_what_cannot_tell_anything_is_refused(labels: list[str], share: float, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        try_out([f"text {number}" for number in range(len(labels))], labels, share, 42)


def test_trees_as_arrays_vote_as_scikit_learn_does() -> None:
    from sklearn.ensemble import ExtraTreesClassifier

    texts, labels = labelled(200)
    lexicon, matrices = learn_lexicon(texts)
    numbers = np.unique(labels, return_inverse=True)[1]
    grove = grown(matrices["words"], numbers, 3, 20, 5).member
    wood = ExtraTreesClassifier(20, random_state=5).fit(matrices["words"], numbers)
    for row, text in enumerate(texts[:40]):
        expected = forest_scores(wood.predict_proba(matrices["words"][row])[0].astype(np.float32))
        assert np.allclose(grove.scores(lexicon.vectors(text)), expected, atol=1e-5)


def test_measures_are_what_they_are_called() -> None:
    right, said = np.array([0, 0, 1, 2]), np.array([0, 1, 1, 1])
    assert macro_f1(right, said) == pytest.approx((2 / 3 + 0.5 + 0) / 3)
    sure, hit = np.array([0.95, 0.95, 0.55, 0.55], np.float32), np.array([True, False, True, True])
    assert calibration_error(sure, hit) == pytest.approx(0.5 * 0.45 + 0.5 * 0.45, abs=1e-6)


@pytest.mark.timeout(400)
@pytest.mark.skipif(not (SHARED / "ticket_text").exists(), reason="the ticket texts are not here")
def test_real_tickets_are_told_apart_better_than_by_a_plain_model() -> None:
    from app.channels.importers.labelled_texts import read_labelled

    found = read_labelled(SHARED / "ticket_text/topics_3806_rows.csv", ["Document"], "Topic_group")
    trial = try_out(found.texts, found.labels, 0.2, 42)
    assert (trial.rows, trial.classes) == (3805, 8)
    assert trial.accuracy > 0.845  # a plain TF-IDF with a linear model reaches 0.821 on a split like this
    assert trial.macro_f1 > 0.84
    assert trial.calibration_error < 0.06
