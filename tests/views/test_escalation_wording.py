from datetime import UTC, datetime, timedelta

import pytest

from app.views.escalations.wording import countdown, countdown_spoken

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (timedelta(minutes=41), "41:00"),
        (timedelta(minutes=9, seconds=32), "9:32"),
        (timedelta(milliseconds=1), "0:01"),
        (timedelta(hours=3, minutes=5), "3 h 05 m"),
        (timedelta(hours=52), "2 d 4 h"),
        (timedelta(minutes=-18), "-18:00 over"),
        (timedelta(hours=-2), "-2 h 00 m over"),
    ],
)
def test_a_countdown(left: timedelta, text: str) -> None:
    assert countdown(NOW + left, NOW) == text


def test_nothing_waits() -> None:
    assert countdown(None, NOW) == ""
    assert countdown_spoken(None, NOW) == "waits for nobody"


def test_a_countdown_in_words() -> None:
    assert countdown_spoken(NOW + timedelta(minutes=1), NOW) == "to be acknowledged within 1 minute"
    assert countdown_spoken(NOW - timedelta(minutes=5), NOW) == "overdue by 5 minutes"
