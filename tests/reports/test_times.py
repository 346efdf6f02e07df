"""Times and durations in words."""

from datetime import UTC, date, datetime

import pytest

from app.reports.times import date_and_clock, duration, long_date, short_date, zone


def test_dates() -> None:
    assert long_date(date(2026, 11, 23)) == "Monday 23 November 2026"
    assert short_date(date(2026, 3, 5)) == "5 Mar 2026"
    assert date_and_clock(datetime(2026, 3, 5, 8, 5, tzinfo=UTC)) == "5 Mar 2026, 08:05"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (3_599, "59 min"),
        (3_600, "1 h 00 min"),
        (17_820, "4 h 57 min"),
        (86_400, "1 d"),
        (277_200, "3 d 5 h"),
        (-120, "-2 min"),
    ],
)
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd"])
def test_an_unknown_zone_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="not a time zone"):
        zone(name)
