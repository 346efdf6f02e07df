"""What became of suggestions, and the figures made of it."""

from datetime import UTC, datetime

import pytest

from app.domain.suggestion import Became, Judged, calibration, quality_of, what_became

NOW = datetime(2026, 11, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    ("offered", "saved", "became"),
    [
        (["a", "b"], "a", Became.ACCEPTED),
        (["a", "b"], "b", Became.CHANGED),
        (["a"], "c", Became.CHANGED),
        (["a"], None, Became.IGNORED),
        (["a"], "", Became.IGNORED),
    ],
)
def test_what_became_of_a_suggestion(offered: list[str], saved: str | None, became: Became) -> None:
    assert what_became(offered, saved) is became


def judged(confidence: float, right: str | None, became: Became = Became.ACCEPTED) -> Judged:
    return Judged("group_id", NOW, 1, ("a", "b"), confidence, became, right)


def test_only_what_has_an_outcome_is_judged() -> None:
    rows = [judged(0.9, "a"), judged(0.7, "b", Became.CHANGED), judged(0.5, None, Became.IGNORED), judged(0.6, "z")]
    quality = quality_of(rows)
    assert (quality.shown, quality.judged) == (4, 3)
    assert (quality.accepted, quality.changed, quality.ignored) == (2, 1, 1)
    assert quality.top1 == pytest.approx(1 / 3)
    assert quality.top3 == pytest.approx(2 / 3)
    assert quality.sure == pytest.approx((0.9 + 0.7 + 0.6) / 3)


def test_without_any_there_is_nothing_to_divide_by() -> None:
    assert quality_of([]) == (0, 0, 0, 0, 0, 0.0, 0.0, 0.0)
    assert calibration([judged(0.9, None)]) == ()


def test_what_was_said_is_set_against_what_came() -> None:
    rows = [judged(1.0, "a"), judged(0.85, "b"), judged(0.3, "a")]
    low, high = calibration(rows)
    assert (low.low, low.judged, low.right) == (0.2, 1, 1.0)
    assert (high.low, high.judged, high.right) == (0.8, 2, 0.5)
    assert high.sure == pytest.approx(0.925)
