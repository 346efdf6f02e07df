"""A screen asks a server far away once: what it needs goes there in one go and comes back in one."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from sqlalchemy.engine import make_url

from app.domain.actor import Actor
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import NewFile, Post
from app.services.incidents.queue_dto import QueueQuery
from tests.support.clock_desk import with_policies
from tests.support.crew import Crew
from tests.support.postgres import PostgresServer
from tests.support.wire import Wire, wire_to


class Far(NamedTuple):
    """A desk behind a wire, somebody at it, and an incident with a history."""

    desk: Desk
    actor: Actor
    incident_id: str
    wire: Wire

    def ways(self, ask: Callable[[], object]) -> int:
        """How often it is asked, once everything is connected and known."""
        ask()
        before = self.wire.ways
        ask()
        return self.wire.ways - before


@pytest.fixture
def far(crew: Crew, postgres_server: PostgresServer) -> Iterator[Far]:
    store = crew.desk.store
    if store.database.is_sqlite:
        pytest.skip("A file is not far away")
    ref = with_policies(crew).log(impact=2, urgency=2, group_id=crew.service_desk)
    crew.step(ref, crew.hold())
    files = (NewFile("trace.txt", "text/plain", b"paper path"),)
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "See the trace.", public=False, files=files))
    crew.link(ref, crew.log())
    with wire_to(postgres_server.port) as wire:
        url = make_url(store.database.url).set(port=wire.port).render_as_string(hide_password=False)
        desk = make_desk(Store(Database(url), store.clock, Bus(), store.time))
        yield Far(desk, crew.agent, ref.id, wire)
        desk.close()


BY_CLOCK = QueueQuery("is:open", "sla", descending=False, group_by="sla")

SCREENS: dict[str, Callable[[Far], object]] = {
    "a page": lambda far: far.desk.queue.page(far.actor, QueueQuery("is:open team:net")),
    "a page by time left": lambda far: far.desk.queue.page(far.actor, BY_CLOCK),
    "the heads": lambda far: far.desk.queue.summary(far.actor, QueueQuery("is:open")),
    "the heads of time left": lambda far: far.desk.queue.summary(far.actor, BY_CLOCK),
    "the counts": lambda far: far.desk.queue.counts(far.actor),
    "an incident": lambda far: far.desk.incident.detail(far.actor, far.incident_id),
    "its clocks": lambda far: far.desk.sla.clocks(far.actor, far.incident_id),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_asked_for_once(screen: str, far: Far) -> None:
    assert far.ways(lambda: SCREENS[screen](far)) == 1


def test_rules_that_were_published_meanwhile_are_asked_for(far: Far, crew: Crew) -> None:
    """The page was made for calendars that no longer hold, so it is made again; the time after that once."""
    assert far.ways(lambda: far.desk.queue.page(far.actor, BY_CLOCK)) == 1
    with_policies(crew, "Asia/Tokyo")
    before = far.wire.ways
    found = far.desk.queue.page(far.actor, BY_CLOCK)
    assert far.wire.ways - before > 1
    assert found == crew.desk.queue.page(crew.agent, BY_CLOCK)
    assert far.ways(lambda: far.desk.queue.page(far.actor, BY_CLOCK)) == 1
