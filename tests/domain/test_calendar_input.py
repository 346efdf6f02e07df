"""Hours as they are typed."""

import pytest

from app.domain.calendar import DAY_SECONDS, Span
from app.domain.calendar_input import read_week, write_day
from app.domain.errors import BadInput


def week(monday: str, sunday: str = "") -> list[str]:
    return [monday, "", "", "", "", "", sunday]


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("09:00-12:00, 13:00-17:30", ((32400, 43200), (46800, 63000))),
        ("9-17", ((32400, 61200),)),
        ("9:00 – 12:00:30", ((32400, 43230),)),
        ("closed", ()),
        ("24h", ((0, DAY_SECONDS),)),
        ("0:00-24:00", ((0, DAY_SECONDS),)),
    ],
)
def test_hours_are_read_and_written(typed: str, spans: tuple[tuple[int, int], ...]) -> None:
    found, notes = read_week(week(typed))
    assert found[0] == spans
    assert not notes
    assert read_week(week(write_day(found[0]))).week == found


@pytest.mark.parametrize("end", ["23:59", "23:59:59"])
def test_the_last_minute_of_the_day_is_not_lost(end: str) -> None:
    found, notes = read_week(week(f"00:00-{end}"))
    assert found[0] == (Span(0, DAY_SECONDS),)
    assert "24:00" in notes[0]


def test_a_night_shift_is_split_at_midnight() -> None:
    found, notes = read_week(week("22:00-24:00", "22:00-06:00"))
    assert found[6] == (Span(22 * 3600, DAY_SECONDS),)
    assert Span(0, 6 * 3600) in found[0]
    assert "Monday" in notes[0]
    assert read_week(week("", "20:00-0:00")).week[6] == (Span(20 * 3600, DAY_SECONDS),)


@pytest.mark.parametrize("typed", ["nine to five", "9-25", "09:75-10", "9:00-9:00", "24:00-6:00", "9-17, "])
def test_what_are_no_hours_is_refused_with_the_day(typed: str) -> None:
    with pytest.raises(BadInput, match="Monday"):
        read_week(week(typed))
    with pytest.raises(BadInput):
        read_week([typed])
