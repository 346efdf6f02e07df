"""Hints for impact and urgency come from enough incidents that agree, and say how sure they are."""

import pytest

from app.domain.level_hints import FEWEST, Leveled, level_hints


def alike(*levels: tuple[int, int]) -> list[Leveled]:
    return [Leveled(number, impact, urgency) for number, (impact, urgency) in enumerate(levels, 1)]


def test_few_incidents_say_nothing() -> None:
    assert level_hints(alike(*[(1, 1)] * (FEWEST - 1))) == ()


def test_what_most_of_them_had_is_hinted_with_those_behind_it() -> None:
    hints = level_hints(alike(*[(1, 3)] * 9, (2, 2), (2, 1), (3, 2)))
    (impact, urgency) = hints
    assert impact[:2] == ("impact", 1)
    assert (impact.like, impact.among, impact.numbers) == (9, 12, tuple(range(1, 10)))
    assert impact.confidence == pytest.approx(10 / 14)
    assert (urgency.field, urgency.level) == ("urgency", 3)


def test_incidents_that_do_not_agree_are_not_told_of() -> None:
    assert [each.field for each in level_hints(alike((1, 2), (2, 2), (3, 2), (1, 2), (2, 2)))] == ["urgency"]


def test_agreement_of_a_few_is_less_sure_than_of_many() -> None:
    few, many = (level_hints(alike(*[(1, 1)] * count))[0].confidence for count in (5, 12))
    assert few < many < 1
