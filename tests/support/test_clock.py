"""The frozen clock stands, moves when told, and takes no time without a zone."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.support.clock import FrozenClock


def test_stands_still_until_moved(clock: FrozenClock) -> None:
    first = clock.now()
    assert clock.now() == first
    assert clock.advance(minutes=90) == first + timedelta(minutes=90)
    assert clock.now() == first + timedelta(minutes=90)


def test_answers_in_utc_whatever_it_is_set_to(clock: FrozenClock) -> None:
    clock.set(datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=5, minutes=45))))
    assert clock.now() == datetime(2026, 7, 1, 6, 15, tzinfo=UTC)
    assert clock.now().tzinfo is UTC


def test_refuses_a_time_without_a_zone_and_a_step_back(clock: FrozenClock) -> None:
    with pytest.raises(ValueError, match="without a zone"):
        clock.set(datetime(2026, 7, 1, 12, 0))  # noqa: DTZ001 -- the naive time is what is tested
    with pytest.raises(ValueError, match="only advances"):
        clock.advance(seconds=-1)
