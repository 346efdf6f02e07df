import gc
from collections.abc import Iterator

import pytest

from app.infra import collector
from app.infra.collector import (
    collect_by_hand,
    collect_what_is_due,
    collector_held,
    collector_paused,
    spare_nothing,
    spare_what_stays,
)


@pytest.fixture
def by_itself(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python looks by itself, as on the command line; in this process it does not otherwise."""
    monkeypatch.setattr(collector, "_search", collector._Search())
    gc.enable()
    yield
    gc.disable()


class _Thing:
    """Something that can stand in a circle."""

    def __init__(self) -> None:
        self.itself = self


def _make(many: int) -> list[list[int]]:
    return [[number] for number in range(many)]


@pytest.mark.usefixtures("by_itself")
def test_what_is_made_meanwhile_is_old_when_the_search_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
        made = _make(100)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    old = {id(thing) for thing in gc.get_objects(generation=2)}
    assert all(id(thing) in old for thing in made)


@pytest.mark.usefixtures("by_itself")
def test_it_goes_on_when_the_last_one_lets_go() -> None:
    first, second = collector_held(), collector_paused()
    with first:
        second.__enter__()
    assert not gc.isenabled(), "another thread would still hold it"
    second.__exit__(None, None, None)
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert not gc.isenabled()


@pytest.mark.usefixtures("by_itself")
def test_what_is_made_while_it_is_held_back_stays_young() -> None:
    gc.collect()
    with collector_held():
        assert not gc.isenabled()
        made = _make(100)
    assert gc.isenabled()
    old = {id(thing) for thing in gc.get_objects(generation=2)}
    assert not any(id(thing) in old for thing in made)


@pytest.mark.usefixtures("by_itself")
def test_taken_in_hand_while_it_is_held_it_stays_off() -> None:
    with collector_held():
        collect_by_hand()
    assert not gc.isenabled()


def test_by_hand_it_looks_as_often_as_python_would() -> None:
    gc.collect()
    assert collect_what_is_due() is None, "nothing was made"
    kept, found = [], []
    for _ in range(200):
        kept.append(_make(1000))
        found.append(collect_what_is_due())
    assert found[:12] == [*[0] * 11, 1]
    assert found.count(0) > found.count(1) > found.count(2) > 0
    with collector_held():
        kept.append(_make(1000))
        assert collect_what_is_due() is None, "somebody holds it back"
    assert collect_what_is_due() is not None


def test_what_stays_is_left_out_until_the_next_desk() -> None:
    stays = _Thing()
    spare_what_stays()
    at_first = gc.get_freeze_count()
    assert at_first > 1000
    assert not any(thing is stays for thing in gc.get_objects())
    del stays
    spare_what_stays()
    assert not any(isinstance(thing, _Thing) for thing in gc.get_referrers(_Thing))
    spare_nothing()
    assert gc.get_freeze_count() == 0
