"""Identifiers are valid, rise, and never come twice, even when the clock stands still or is put back."""

import itertools
import re
import threading
import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.infra.ids import IdMaker, derived_id
from tests.support.clock import DEFAULT_START, FrozenClock

HEX = re.compile(r"[0-9a-f]{32}")


def assert_valid(made: str, version: int) -> None:
    """Fail unless it is 32 hex digits and a UUID of the version by RFC 9562."""
    assert HEX.fullmatch(made)
    parsed = uuid.UUID(made)
    assert parsed.variant == uuid.RFC_4122
    assert made[12] == str(version)


def test_an_identifier_carries_the_time(clock: FrozenClock) -> None:
    made = IdMaker(clock).new()
    assert_valid(made, 7)
    assert int(made[:12], 16) == int(DEFAULT_START.timestamp() * 1000)


@given(st.lists(st.integers(-5_000_000, 5_000_000), min_size=1, max_size=60))
def test_identifiers_rise_whatever_the_clock_does(jumps: list[int]) -> None:
    clock = FrozenClock()
    maker = IdMaker(clock)
    made = []
    for jump in jumps:
        clock.set(clock.now() + timedelta(milliseconds=jump))
        made += [maker.new(), maker.new()]
    assert all(before < after for before, after in itertools.pairwise(made))
    for each in made:
        assert_valid(each, 7)


def test_identifiers_of_many_threads_differ(clock: FrozenClock) -> None:
    maker = IdMaker(clock)
    made: list[list[str]] = [[] for _ in range(8)]
    start = threading.Barrier(8)

    def make(mine: list[str]) -> None:
        start.wait()
        mine += [maker.new() for _ in range(500)]

    threads = [threading.Thread(target=make, args=(mine,)) for mine in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({each for mine in made for each in mine}) == 4000
    assert all(mine == sorted(mine) for mine in made)


def test_two_makers_at_the_same_moment_do_not_meet(clock: FrozenClock) -> None:
    one, other = IdMaker(clock), IdMaker(clock)
    assert not {one.new() for _ in range(1000)} & {other.new() for _ in range(1000)}


def test_the_last_moment_that_the_database_takes(clock: FrozenClock) -> None:
    clock.set(datetime(2199, 12, 31, tzinfo=UTC))
    assert_valid(IdMaker(clock).new(), 7)


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_derived_identifier_is_the_same_for_ever(parts: list[str]) -> None:
    assert_valid(derived_id(*parts), 8)
    assert derived_id(*parts) == derived_id(*parts)


def test_a_derived_identifier_tells_parts_apart() -> None:
    assert len({derived_id("ab", "c"), derived_id("a", "bc"), derived_id("abc"), derived_id("abc", "")}) == 4
    assert derived_id("servicenow-log", "INC0000045") == "f2ce9a7ac27287d381095a3811fff358"


def test_ids_follow_one_of_a_computer_whose_clock_is_ahead() -> None:
    start = FrozenClock()
    ahead = FrozenClock(start.now() + timedelta(minutes=3))
    theirs = IdMaker(ahead).new()
    maker = IdMaker(start)
    before = maker.new()
    maker.follow(theirs)
    assert before < theirs < maker.new() < maker.new()
    maker.follow(before)
    assert maker.new() > theirs
    other = IdMaker(start)
    other.follow(theirs)
    assert other.new() not in {maker.new() for _ in range(100)}, "two that go on from one identifier do not meet"
