import gc

from app.infra.collector import collector_held, collector_paused


def test_what_is_made_meanwhile_is_old_when_the_search_goes_on() -> None:
    with collector_paused():
        assert not gc.isenabled()
        made = [[number] for number in range(100)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    old = {id(thing) for thing in gc.get_objects(generation=2)}
    assert all(id(thing) in old for thing in made)


def test_a_collector_that_was_off_stays_off() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()


def test_what_is_made_while_it_is_held_back_stays_young() -> None:
    gc.collect()
    with collector_held():
        assert not gc.isenabled()
        made = [[number] for number in range(100)]
    assert gc.isenabled()
    old = {id(thing) for thing in gc.get_objects(generation=2)}
    assert not any(id(thing) in old for thing in made)
