"""Hours painted on a week."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import ALWAYS_WEEK, CLOSED_WEEK, Span, Spans, union, weekly_seconds
from app.domain.errors import BadInput
from app.domain.week_painting import STEP, STEPS, all_open, copied, day_words, is_open, painted, steps_span, typed_on

NINE, FIVE = 9 * 3600, 17 * 3600


def week_of(*monday: Span) -> tuple[Spans, ...]:
    return (tuple(monday), *CLOSED_WEEK[1:])


def test_a_stroke_opens_and_another_closes() -> None:
    week = painted(CLOSED_WEEK, range(5), Span(NINE, FIVE), opened=True)
    assert weekly_seconds(week) == 40 * 3600
    week = painted(week, [0], Span(12 * 3600, 13 * 3600), opened=False)
    assert week[0] == (Span(NINE, 12 * 3600), Span(13 * 3600, FIVE))
    assert week[1] == (Span(NINE, FIVE),)


def test_hours_off_the_grid_stay_exact() -> None:
    odd = Span(NINE + 60, FIVE - 61)
    week = painted(week_of(odd), [0], steps_span(0, 3), opened=True)
    assert week[0] == (Span(0, 3600), odd)
    assert not is_open(week, 0, NINE // STEP)
    assert is_open(week, 0, NINE // STEP + 1)


def test_steps_go_either_way_to_midnight() -> None:
    assert steps_span(4, 2) == Span(2 * STEP, 5 * STEP)
    assert steps_span(STEPS - 1, STEPS - 1).end == 24 * 3600


def test_all_open_asks_for_each_day() -> None:
    week = painted(CLOSED_WEEK, [0, 1], Span(NINE, FIVE), opened=True)
    assert all_open(week, [0, 1], Span(NINE, NINE + STEP))
    assert not all_open(week, [1, 2], Span(NINE, NINE + STEP))
    assert not all_open(week, [0], Span(NINE - STEP, FIVE))


def test_a_day_is_copied() -> None:
    week = copied(week_of(Span(NINE, FIVE)), 0, [1, 2])
    assert week[:4] == ((Span(NINE, FIVE),),) * 3 + ((),)


def test_typed_hours_land_on_their_days() -> None:
    typed = typed_on(CLOSED_WEEK, [0, 4], "08:00-12:00, 13-17:30")
    assert typed.week[0] == typed.week[4] == (Span(8 * 3600, 12 * 3600), Span(13 * 3600, FIVE + 1800))
    assert typed.week[1] == ()


def test_a_typed_night_goes_on_the_next_day() -> None:
    typed = typed_on(week_of(), [6], "22:00-06:00")
    assert typed.week[6] == (Span(22 * 3600, 24 * 3600),)
    assert typed.week[0] == (Span(0, 6 * 3600),)
    assert typed.notes
    assert typed_on(typed.week, [2], "9-17").week[0] == (Span(0, 6 * 3600),)


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(BadInput, match="Tuesday"):
        typed_on(CLOSED_WEEK, [1], "nine to five")


def test_days_are_spoken() -> None:
    assert day_words(0, (Span(NINE, 12 * 3600), Span(13 * 3600, FIVE))) == ("Monday, 09:00 to 12:00 and 13:00 to 17:00")
    assert day_words(6, ()) == "Sunday, closed"


STEP_NUMBERS = st.integers(0, STEPS - 1)


@given(st.lists(st.tuples(st.integers(0, 6), STEP_NUMBERS, STEP_NUMBERS, st.booleans()), max_size=12))
def test_painting_is_a_set_of_quarters(strokes: list[tuple[int, int, int, bool]]) -> None:
    week, model = CLOSED_WEEK, [set[int]() for _ in range(7)]
    for day, first, last, opened in strokes:
        week = painted(week, [day], steps_span(first, last), opened=opened)
        steps = set(range(min(first, last), max(first, last) + 1))
        model[day] = model[day] | steps if opened else model[day] - steps
    assert [{step for step in range(STEPS) if is_open(week, day, step)} for day in range(7)] == model
    assert all(union(spans) == spans for spans in week)


def test_the_whole_week_is_open() -> None:
    assert all_open(ALWAYS_WEEK, range(7), Span(0, 24 * 3600))
