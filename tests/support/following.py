"""A second program at the desk of a test, and an ear that waits until something was heard."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.domain.events import Event
from app.infra.bus import Bus
from app.infra.clock import Clock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.jobs.live import LiveRunner
from app.services.desk import Desk, make_desk
from tests.support.crew import Crew

PATIENCE = 30


def address(crew: Crew) -> str:
    """Where the desk of the crew is."""
    return crew.desk.store.database.url.render_as_string(hide_password=False)


@contextmanager
def second_program(crew: Crew, clock: Clock | None = None) -> Iterator[Desk]:
    """The desk as another program opens it, with a position in the feed."""
    store = Store(Database(address(crew)), clock or crew.clock, Bus())
    with store.reading() as connection:
        store.feed.take_position(connection)
    yield make_desk(store)
    store.database.close()


class Ear:
    """Keeps the events of a bus and waits for them without looking at the time."""

    def __init__(self, bus: Bus) -> None:
        self.heard: list[Event] = []
        self._news = threading.Condition()
        bus.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        with self._news:
            self.heard.append(event)
            self._news.notify_all()

    def until(self, fact: Callable[[list[Event]], bool]) -> list[Event]:
        """What was heard, once the fact is true of it; fails after long silence."""
        with self._news:
            assert self._news.wait_for(lambda: fact(self.heard), PATIENCE), self.heard
            return list(self.heard)


@contextmanager
def following(desk: Desk) -> Iterator[LiveRunner]:
    """Follow the desk in a thread while the block runs."""
    runner = LiveRunner(desk.store)
    runner.start()
    try:
        yield runner
    finally:
        runner.stop()
