"""Holidays and special days as they are typed."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.calendar import CLOSED_WEEK, WHOLE_DAY, Calendar, Holiday, Override, Span
from app.domain.errors import BadInput
from app.domain.special_days import (
    changed_words,
    hours_words,
    part_words,
    read_holiday,
    read_override,
    with_holidays,
    with_override,
)

EVE = date(2026, 12, 24)
NOON = 12 * 3600


def test_own_holidays_are_whole_days_or_parts() -> None:
    assert read_holiday("2026-12-24", " Stocktaking ", "") == Holiday(EVE, WHOLE_DAY, "Stocktaking")
    assert read_holiday("2026-12-24", "Eve", "12-24") == Holiday(EVE, Span(NOON, 2 * NOON), "Eve")


@pytest.mark.parametrize(
    ("day", "closed", "says"),
    [
        ("24.12.2026", "", "Write it like 2026-12-24"),
        ("2026-02-30", "", "There is no day"),
        ("2026-12-24", "noon", "are no hours"),
        ("2026-12-24", "8-9, 10-11", "Give one part"),
        ("2026-12-24", "22:00-06:00", "past midnight"),
    ],
)
def test_what_cannot_be_read_is_refused(day: str, closed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_holiday(day, "", closed)


def test_special_days_have_their_own_hours() -> None:
    assert read_override("2026-12-24", "9-12") == Override(EVE, (Span(9 * 3600, NOON),))
    assert read_override("2026-12-24", "closed") == Override(EVE, ())
    assert [hours_words(()), hours_words((Span(9 * 3600, NOON),))] == ["Closed", "09:00-12:00"]


def test_a_list_taken_twice_adds_nothing() -> None:
    known = (Holiday(EVE, WHOLE_DAY, "Own name"),)
    more = with_holidays(known, [Holiday(EVE, WHOLE_DAY, "Christmas Eve"), Holiday(date(2026, 1, 1), WHOLE_DAY, "N")])
    assert [holiday.name for holiday in more] == ["N", "Own name"]
    assert with_holidays(more, more) == more


def test_a_day_has_one_set_of_hours() -> None:
    first = with_override((), Override(EVE, ()))
    assert with_override(first, Override(EVE, (Span(0, NOON),))) == (Override(EVE, (Span(0, NOON),)),)


def test_changes_are_told_in_a_few_words() -> None:
    before = Calendar("Europe/Berlin", CLOSED_WEEK)
    week = ((Span(0, NOON),), *CLOSED_WEEK[1:4], (Span(0, NOON),), (), ())
    after = replace(before, zone="UTC", week=week, holidays=(Holiday(EVE),), overrides=(Override(EVE, ()),))
    assert changed_words(before, after) == "hours of Monday and Friday, 1 holiday, 1 special day, time zone"
    assert changed_words(before, before) == ""
    assert changed_words(before, replace(before, week=((Span(0, NOON),),) * 7)) == "hours of every day"
    assert part_words(WHOLE_DAY) == "Whole day"
