"""Calendars and timelines: the nights on which clocks are changed, special days, versions, and the oracle."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import (
    ALWAYS_WEEK,
    CLOSED_WEEK,
    DAY_SECONDS,
    Calendar,
    Holiday,
    Override,
    Span,
    is_never_open,
    union,
    weekly_seconds,
)
from app.domain.errors import BadInput
from app.domain.instants import DAY, HOUR, MINUTE
from app.domain.timeline import HORIZON, ORIGIN, Timeline
from tests.support import sla_strategies as some
from tests.support import walking_clock as walking
from tests.support.sla_vectors import instant

NINE_TO_FIVE = Span(9 * 3600, 17 * 3600)
OFFICE = ((NINE_TO_FIVE,),) * 5 + ((),) * 2
QUICK = settings(max_examples=30, deadline=None)
A_MONDAY = instant("2025-05-05T00:00:00+00:00")


def daily(*spans: tuple[float, float]) -> tuple[tuple[Span, ...], ...]:
    """The same hours on every day of the week."""
    return (tuple(Span(int(start * 3600), int(end * 3600)) for start, end in spans),) * 7


@pytest.mark.parametrize(
    ("zone", "midnight", "next_midnight", "hours"),
    [
        ("Europe/Berlin", "2025-03-30T00:00:00+01:00", "2025-03-31T00:00:00+02:00", 23),
        ("Europe/Berlin", "2025-10-26T00:00:00+02:00", "2025-10-27T00:00:00+01:00", 25),
        ("Australia/Lord_Howe", "2025-04-06T00:00:00+11:00", "2025-04-07T00:00:00+10:30", 24.5),
        ("Antarctica/Troll", "2025-03-30T00:00:00+00:00", "2025-03-31T00:00:00+02:00", 22),
        ("America/Sao_Paulo", "2018-11-04T01:00:00-02:00", "2018-11-05T00:00:00-02:00", 23),
        ("Pacific/Apia", "2011-12-29T00:00:00-10:00", "2011-12-31T00:00:00+14:00", 24),
    ],
)
def test_days_have_the_hours_they_have(zone: str, midnight: str, next_midnight: str, hours: float) -> None:
    line = Timeline(Calendar(zone, ALWAYS_WEEK))
    assert line.elapsed(instant(midnight), instant(next_midnight)) == hours * HOUR


def test_what_comes_twice_counts_twice_and_what_never_comes_not_at_all() -> None:
    line = Timeline(Calendar("Europe/Berlin", daily((2.25, 2.75))))
    autumn, spring = instant("2025-10-26T00:00:00+02:00"), instant("2025-03-30T00:00:00+01:00")
    assert line.elapsed(autumn, autumn + DAY) == 60 * MINUTE
    assert line.elapsed(spring, spring + DAY - HOUR) == 0


def test_opening_inside_the_gap_begins_after_it_and_around_the_repeated_hour_comes_in_two_pieces() -> None:
    spring = Timeline(Calendar("Europe/Berlin", daily((2.5, 5))))
    assert spring.next_open(instant("2025-03-30T01:00:00+01:00")) == instant("2025-03-30T03:00:00+02:00")
    autumn = Timeline(Calendar("Europe/Berlin", daily((1.5, 2.5))))
    night = instant("2025-10-26T00:00:00+02:00")
    assert [(b - a) // MINUTE for a, b in autumn.intervals(night, night + DAY)] == [60, 30]


def test_time_that_runs_out_at_closing_ends_at_closing() -> None:
    line = Timeline(Calendar("UTC", OFFICE))
    start = A_MONDAY + 9 * HOUR
    assert line.add(start, 8 * HOUR) == A_MONDAY + 17 * HOUR
    assert line.add(start, 8 * HOUR + 1) == A_MONDAY + DAY + 9 * HOUR + 1
    assert line.add(A_MONDAY, 0) == A_MONDAY


def test_closing_is_closed_and_opening_is_open() -> None:
    line = Timeline(Calendar("UTC", OFFICE))
    assert line.is_open(A_MONDAY + 9 * HOUR)
    assert not line.is_open(A_MONDAY + 17 * HOUR)
    assert line.next_open(A_MONDAY + 17 * HOUR) == A_MONDAY + DAY + 9 * HOUR
    assert line.next_open(A_MONDAY + 10 * HOUR) == A_MONDAY + 10 * HOUR


def test_a_holiday_beats_special_hours_which_beat_the_week() -> None:
    monday, tuesday, saturday = date(2025, 5, 5), date(2025, 5, 6), date(2025, 5, 10)
    calendar = Calendar(
        "UTC",
        OFFICE,
        (Holiday(monday), Holiday(saturday, Span(11 * 3600, 12 * 3600)), Holiday(date(2025, 5, 11))),
        (Override(monday, (NINE_TO_FIVE,)), Override(tuesday, ()), Override(saturday, (Span(36000, 46800),))),
    )
    line = Timeline(calendar)
    hours = [line.elapsed(A_MONDAY + day * DAY, A_MONDAY + (day + 1) * DAY) // HOUR for day in range(7)]
    assert hours == [0, 0, 8, 8, 8, 2, 0]


def test_a_calendar_that_is_never_open_answers_never() -> None:
    line = Timeline(Calendar("Europe/Berlin", CLOSED_WEEK))
    assert line.add(A_MONDAY, 1) is None
    assert line.next_open(A_MONDAY) is None
    assert line.elapsed(A_MONDAY, A_MONDAY + 365 * DAY) == 0
    assert is_never_open(Calendar("UTC", CLOSED_WEEK, (), (Override(date(2025, 1, 1), ()),)))


def test_what_takes_longer_than_the_horizon_is_never() -> None:
    line = Timeline(Calendar("UTC", ALWAYS_WEEK))
    assert line.add(A_MONDAY, HORIZON) == A_MONDAY + HORIZON
    assert line.add(A_MONDAY, HORIZON + 1) is None


def test_a_version_counts_from_its_instant_on() -> None:
    wide = Calendar("UTC", daily((6, 22)))
    change = A_MONDAY + DAY + 12 * HOUR
    line = Timeline(Calendar("UTC", OFFICE), (change, wide))
    assert line.elapsed(A_MONDAY, A_MONDAY + DAY) == 8 * HOUR
    assert line.elapsed(A_MONDAY + DAY, A_MONDAY + 2 * DAY) == 3 * HOUR + 10 * HOUR
    assert [line.version_at(at) for at in (change - 1, change)] == [0, 1]


@pytest.mark.parametrize(
    ("zone", "week"),
    [
        ("Europe/Atlantis", OFFICE),
        ("", OFFICE),
        ("UTC", OFFICE[:5]),
        ("UTC", daily((17, 9))),
        ("UTC", daily((9, 9))),
        ("UTC", daily((20, 25))),
    ],
)
def test_hours_that_cannot_be_are_refused(zone: str, week: tuple[tuple[Span, ...], ...]) -> None:
    with pytest.raises(BadInput):
        Calendar(zone, week)


def test_a_working_week_is_the_union_of_its_hours() -> None:
    assert weekly_seconds(((Span(0, 7200), Span(3600, 10800)), *CLOSED_WEEK[1:])) == 10800
    assert union((Span(10, 20), Span(0, 10), Span(15, 17))) == (Span(0, 20),)


@QUICK
@given(st.sampled_from(some.PLACES), st.data(), st.integers(-600, 3000), st.integers(0, 3000))
def test_elapsed_and_add_agree_with_the_walk(
    place: tuple[str, date], data: st.DataObject, offset: int, minutes: int
) -> None:
    calendar = data.draw(some.calendars(place))
    line, start = Timeline(calendar), some.noon(place[1]) + offset * MINUTE
    end = start + minutes * MINUTE
    assert line.elapsed(start, end) == walking.worked(calendar, start, end)
    assert sum(b - a for a, b in line.intervals(start, end)) == line.elapsed(start, end)
    assert line.is_open(start) == walking.is_open(calendar, start)
    duration = data.draw(st.integers(1, 40)) * 15 * MINUTE
    walked = walking.add(calendar, start, duration, start + 4 * DAY)
    assert walked is None or line.add(start, duration) == walked


@QUICK
@given(st.sampled_from(some.PLACES), st.data())
def test_addition_and_elapsed_are_each_others_inverse(place: tuple[str, date], data: st.DataObject) -> None:
    """Invariants 1 and 2: additive, monotone, inverse to each other, minimal."""
    line, noon = Timeline(data.draw(some.calendars(place))), some.noon(place[1])
    a, b, c = sorted(noon + data.draw(st.integers(-(10**11), 10**12)) for _ in range(3))
    assert line.elapsed(a, b) + line.elapsed(b, c) == line.elapsed(a, c)
    assert 0 <= line.elapsed(a, b) <= b - a
    reached = line.add(a, line.elapsed(a, b))
    assert reached is not None
    assert reached <= b
    more, again = (data.draw(st.integers(1, 10**11)) for _ in range(2))
    end = line.add(a, more)
    if end is not None:
        assert line.elapsed(a, end) == more
        assert line.elapsed(a, end - 1) == more - 1
        assert line.add(end, again) == line.add(a, more + again)


@QUICK
@given(st.sampled_from(some.PLACES), st.data())
def test_order_splitting_and_doubling_of_hours_change_nothing(place: tuple[str, date], data: st.DataObject) -> None:
    """Invariant 3."""
    calendar = data.draw(some.calendars(place))
    week = tuple(tuple(reversed([*spans, *_split(spans), *spans[:1]])) for spans in calendar.week)
    twin = Calendar(calendar.zone, week, calendar.holidays[::-1] + calendar.holidays[:1], calendar.overrides[::-1])
    noon = some.noon(place[1])
    assert Timeline(twin).intervals(noon - DAY, noon + 9 * DAY) == Timeline(calendar).intervals(
        noon - DAY, noon + 9 * DAY
    )


def _split(spans: tuple[Span, ...]) -> list[Span]:
    return [half for start, end in spans for half in (Span(start, start + 60), Span(start + 60, end))]


@QUICK
@given(st.lists(st.integers(-9, 9), max_size=6))
def test_a_timeline_answers_the_same_however_it_grew(years: list[int]) -> None:
    calendar = Calendar("Europe/Berlin", OFFICE)
    grown, fresh = Timeline(calendar), Timeline(calendar)
    for year in years:
        grown.worked(ORIGIN + year * 365 * DAY)
    start = ORIGIN - 3 * 365 * DAY
    assert grown.elapsed(start, start + 100 * DAY) == fresh.elapsed(start, start + 100 * DAY)
    assert grown.add(start, 999 * HOUR) == fresh.add(start, 999 * HOUR)


def test_a_day_has_twenty_four_hours_of_wall_clock() -> None:
    assert DAY_SECONDS * 1_000_000 == DAY
