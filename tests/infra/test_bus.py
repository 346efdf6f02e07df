"""Listeners hear what happened, in order, and one that fails does not keep the others from hearing."""

import pytest

from app.domain.events import Event, IncidentChanged, ReferenceDataChanged
from app.infra.bus import Bus

EVENTS: tuple[Event, ...] = (IncidentChanged("ada", "1"), ReferenceDataChanged("ada", "site"))


def test_everybody_hears_everything_in_order() -> None:
    bus, heard = Bus(), list[tuple[str, Event]]()
    bus.subscribe(lambda event: heard.append(("one", event)))
    bus.subscribe(lambda event: heard.append(("two", event)))
    bus.publish(EVENTS)
    assert heard == [(who, event) for event in EVENTS for who in ("one", "two")]


def test_who_stops_listening_hears_no_more() -> None:
    bus, heard = Bus(), list[Event]()
    stop = bus.subscribe(heard.append)
    bus.publish(EVENTS[:1])
    stop()
    stop()
    bus.publish(EVENTS)
    assert heard == [EVENTS[0]]


def test_a_listener_may_come_and_go_while_it_hears() -> None:
    bus, heard = Bus(), list[Event]()

    def once(event: Event) -> None:
        heard.append(event)
        stop()
        bus.subscribe(heard.append)

    stop = bus.subscribe(once)
    bus.publish(EVENTS[:1])
    assert heard == [EVENTS[0]]
    bus.publish(EVENTS[1:])
    assert heard == list(EVENTS)


def test_a_failing_listener_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    bus, heard = Bus(), list[Event]()

    def fail(_event: Event) -> None:
        raise KeyError("a bug")

    bus.subscribe(fail)
    bus.subscribe(heard.append)
    bus.publish(EVENTS)
    assert heard == list(EVENTS)
    assert caplog.text.count("A listener failed on") == 2
