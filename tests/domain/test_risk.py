"""The risk of missing a target is counted from what happened, and what it says comes about that often."""

import random

import pytest

from app.domain.risk import FEWEST, risk_of

HOUR = 3600.0


def test_it_is_counted_among_those_that_were_open_as_long() -> None:
    took = [0.5 * HOUR] * 50 + [3 * HOUR] * 15 + [9 * HOUR] * 5
    risk = risk_of(1 * HOUR, 4 * HOUR, took, took)
    assert risk is not None
    assert (risk.late, risk.alike, risk.is_wide) == (5, 20, False)
    assert risk.chance == pytest.approx(0.25)
    assert risk.reason().startswith("5 of 20 of this group with this priority")


def test_nothing_is_certain_while_there_is_time_left() -> None:
    late = risk_of(HOUR, HOUR, [5 * HOUR] * 50, [5 * HOUR] * 50)
    early = risk_of(HOUR, 9 * HOUR, [5 * HOUR] * 50, [5 * HOUR] * 50)
    assert late is not None
    assert early is not None
    assert (late.percent, early.percent) == (99, 1)


def test_where_the_group_has_too_few_all_groups_are_counted() -> None:
    risk = risk_of(HOUR, HOUR, [5 * HOUR] * (FEWEST - 1), [5 * HOUR] * FEWEST)
    assert risk is not None
    assert (risk.alike, risk.is_wide) == (FEWEST, True)
    assert "of any group" in risk.reason()


def test_nothing_is_said_of_too_few_and_of_what_is_missed_already() -> None:
    few, many = [5 * HOUR] * (FEWEST - 1), [5 * HOUR] * 100
    assert risk_of(HOUR, HOUR, few, few) is None
    assert risk_of(6 * HOUR, HOUR, many, many) is None, "none was ever open so long"
    assert risk_of(HOUR, 0, many, many) is None


def test_what_it_says_comes_about_that_often() -> None:
    chance = random.Random(11)

    def took(mean: float) -> float:
        return chance.expovariate(1 / mean)

    of_group = sorted(took(4 * HOUR) for _ in range(300))
    of_all = sorted([*of_group, *(took(8 * HOUR) for _ in range(900))])
    said: list[float] = []
    missed: list[bool] = []
    while len(said) < 3_000:
        length, age, left = took(4 * HOUR), chance.uniform(0, 4 * HOUR), chance.uniform(0.2, 6) * HOUR
        risk = risk_of(age, left, of_group, of_all) if length > age else None
        if risk is not None:
            said.append(risk.chance)
            missed.append(length > age + left)
    for low in (0.2, 0.4, 0.6):
        some = [(sure, late) for sure, late in zip(said, missed, strict=True) if low <= sure < low + 0.2]
        assert len(some) > 100
        mean = sum(sure for sure, _late in some) / len(some)
        assert sum(late for _sure, late in some) / len(some) == pytest.approx(mean, abs=0.07)
