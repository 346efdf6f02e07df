"""Lengths of time as people write them."""

import pytest

from app.domain.calendar import ALWAYS_WEEK, CLOSED_WEEK, Span
from app.domain.durations import in_working_days, read_duration, working_day, write_duration, write_hours
from app.domain.errors import BadInput
from app.domain.instants import HOUR, MINUTE, SECOND

OFFICE = (*[(Span(8 * 3600, 17 * 3600),)] * 5, (), ())


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("4 h", 4 * HOUR),
        ("4h", 4 * HOUR),
        ("30 m", 30 * MINUTE),
        ("90 min", 90 * MINUTE),
        ("1 h 30 m", 90 * MINUTE),
        ("1h30m", 90 * MINUTE),
        ("1:30", 90 * MINUTE),
        ("1.5 h", 90 * MINUTE),
        ("0,25 hours", 15 * MINUTE),
        ("45 s", 45 * SECOND),
        ("", None),
        (" – ", None),
        ("none", None),
    ],
)
def test_lengths_are_read(text: str, length: int | None) -> None:
    assert read_duration(text) == length


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("4", "4 of what? Write 4 h or 4 m."),
        ("3 d", "A day is no unit here"),
        ("1 week", "A week is no unit here"),
        ("soon", "is no length of time"),
        ("4 x", "“x” is no unit"),
        ("0 h", "is not a length between"),
        ("99999 h", "is not a length between"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says.replace("?", r"\?").replace(".", r"\.")) as raised:
        read_duration(text, "targets")
    assert raised.value.field == "targets"


def test_days_are_refused_with_their_hours() -> None:
    with pytest.raises(BadInput, match="Write the hours of this calendar: 27 h"):
        read_duration("3 d", week=OFFICE)
    with pytest.raises(BadInput, match="Write the hours of this calendar: 45 h"):
        read_duration("1 week", week=OFFICE)
    with pytest.raises(BadInput, match="Write hours"):
        read_duration("3 d", week=CLOSED_WEEK)


@pytest.mark.parametrize("length", [None, MINUTE, HOUR, 90 * MINUTE, 27 * HOUR, 45 * SECOND, HOUR + SECOND])
def test_what_is_written_is_read_back(length: int | None) -> None:
    assert read_duration(write_duration(length)) == length


def test_working_days_stand_beside_hours() -> None:
    assert working_day(OFFICE) == 9 * HOUR
    assert working_day((*OFFICE[:5], (Span(9 * 3600, 12 * 3600),), ())) == 9 * HOUR, "a short Saturday is not usual"
    assert in_working_days(27 * HOUR, OFFICE) == "= 3 working days"
    assert in_working_days(9 * HOUR, OFFICE) == "= 1 working day"
    assert in_working_days(24 * HOUR, OFFICE) == "≈ 2.7 working days"
    assert in_working_days(48 * HOUR, ALWAYS_WEEK) == "= 2 days"
    assert in_working_days(4 * HOUR, OFFICE) == ""
    assert in_working_days(4 * HOUR, CLOSED_WEEK) == ""


def test_hours_of_a_week() -> None:
    assert write_hours(45 * 3600) == "45 h"
    assert write_hours(37 * 3600 + 1800) == "37 h 30 m"
    assert write_hours(0) == "closed"
