"""The time axis has round marks from a minute to years, and letters that stand apart."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.review.axis import axis, spread

START = datetime(2026, 3, 5, 6, 50, tzinfo=UTC)
LISBON = ZoneInfo("Europe/Lisbon")


def labels(length: timedelta, zone: str = "UTC") -> list[str]:
    return [tick.label for tick in axis([START, START + length], 0, 400).ticks(ZoneInfo(zone))]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (timedelta(minutes=1), ["06:50:00", "06:50:15", "06:50:30", "06:50:45", "06:51:00"]),
        (timedelta(minutes=30), ["06:50", "06:55", "07:00", "07:05", "07:10", "07:15", "07:20"]),
        (timedelta(hours=5), ["07:00", "08:00", "09:00", "10:00", "11:00"]),
        (timedelta(days=5), ["6 Mar", "7 Mar", "8 Mar", "9 Mar", "10 Mar"]),
        (timedelta(weeks=3), ["6 Mar", "13 Mar", "20 Mar"]),
    ],
)
def test_marks_are_round_and_few(length: timedelta, expected: list[str]) -> None:
    assert labels(length) == expected


@pytest.mark.parametrize("days", [400, 1_200, 4_000, 30_000])
def test_marks_of_years_are_few_and_say_the_year(days: int) -> None:
    found = labels(timedelta(days=days))
    assert 2 <= len(found) <= 8
    assert found[0] == "6 Mar 2026"


def test_marks_stand_on_whole_hours_of_the_zone() -> None:
    assert labels(timedelta(hours=5), "Asia/Kolkata")[0] == "13:00"


def test_days_are_named_once_there_are_several() -> None:
    ticks = axis([START, START + timedelta(hours=30)], 0, 400).ticks(LISBON)
    assert [tick.day for tick in ticks if tick.day] == ["5 Mar", "6 Mar"]


def test_marks_go_on_over_the_change_to_summer_time() -> None:
    night = datetime(2026, 3, 28, 22, 0, tzinfo=UTC)
    ticks = axis([night, night + timedelta(hours=6)], 0, 400).ticks(LISBON)
    assert [tick.label for tick in ticks] == ["22:00", "23:00", "00:00", "02:00", "03:00", "04:00", "05:00"]


def test_a_moment_alone_has_an_axis() -> None:
    alone = axis([START], 0, 400)
    assert alone.x(START) == 200
    assert alone.ticks(LISBON)


@given(st.lists(st.floats(0, 400), min_size=1, max_size=60).map(sorted))
def test_letters_stand_apart_in_order_and_inside(positions: list[float]) -> None:
    places = spread(positions, 15, 0, 400)
    apart = min(15, 400 / max(1, len(positions) - 1))
    assert all(other - one >= apart - 1e-6 for one, other in pairwise(places))
    assert places[0] >= -1e-6
    assert places[-1] <= 400 + 1e-6


def test_letters_with_room_stand_where_they_belong() -> None:
    assert spread([10, 100, 300], 15, 0, 400) == [10, 100, 300]


def test_letters_of_one_moment_are_centred_on_it() -> None:
    assert spread([200, 200, 200], 15, 0, 400) == pytest.approx([185, 200, 215])
