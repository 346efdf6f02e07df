"""Colleagues who work at the same desk from another program: what they do comes to the window by the feed alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.live.news import events_of
from tests.views.desks import Stage


class Colleagues:
    """`desk` is theirs; `heard` lets the window hear what they did until now, as its thread would."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self._stage = stage
        self.desk = desk

    def heard(self) -> None:
        """Read the feed and tell the window."""
        store = self._stage.desk.session.desk.store
        with store.reading() as connection:
            news = store.feed.news(connection)
        store.bus.publish(events_of(news))


@contextmanager
def colleagues(stage: Stage) -> Iterator[Colleagues]:
    """Open the desk of the window a second time."""
    url = stage.desk.session.desk.store.database.url.render_as_string(hide_password=False)
    store = Store(Database(url), stage.desk.clock, Bus())
    yield Colleagues(stage, make_desk(store))
    store.database.close()
