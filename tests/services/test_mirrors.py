"""Stale rows and the feed make what a fresh query gives, whatever was done, in which order and seen how late."""

import random
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from app.domain.events import Event, IncidentChanged, MuchChanged, ReferenceDataChanged
from app.services.desk import Desk
from app.services.incidents.dto import IncidentDetail
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.live.news import events_of
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from tests.support.clock_desk import with_policies
from tests.support.crew import Crew
from tests.support.following import second_program
from tests.support.player import Player

WORKER = Worker("a" * 32, "Ada Brandt on PC-1", "jobs")
ALL = QueueQuery("is:any", group_by="none", limit=1000)


class Mirror:
    """What one window has read, kept up by nothing but the feed."""

    def __init__(self, crew: Crew, desk: Desk) -> None:
        self._crew, self._desk = crew, desk
        self.rows: dict[str, QueueRow] = {}
        self.details: dict[str, IncidentDetail] = {}
        self._read_all()

    def follow(self) -> None:
        """Read the news, and again what they are about."""
        with self._desk.store.reading() as connection:
            found = self._desk.store.feed.news(connection)
        self._hear(events_of(found))

    def _hear(self, events: Iterable[Event]) -> None:
        changed = {event.incident_id for event in events if isinstance(event, IncidentChanged)}
        if any(isinstance(event, ReferenceDataChanged | MuchChanged) for event in events):
            self._read_all()
        elif changed:
            fresh = self._desk.queue.fresh(self._crew.agent, self._query(), sorted(changed))
            self.rows |= {each.row.id: each.row for each in fresh}
            for incident_id in changed | self._linked_to(changed):
                self.details[incident_id] = self._desk.incident.detail(self._crew.agent, incident_id)

    def _linked_to(self, changed: set[str]) -> set[str]:
        """A page shows how its linked incidents stand."""
        return {key for key, each in self.details.items() if changed & {link.incident_id for link in each.links}}

    def _read_all(self) -> None:
        self.rows = fresh_rows(self._crew, self._desk)
        self.details = {key: self._desk.incident.detail(self._crew.agent, key) for key in self.rows}

    def _query(self) -> QueueQuery:
        return ALL._replace(at=self._crew.clock.now())


def fresh_rows(crew: Crew, desk: Desk) -> dict[str, QueueRow]:
    """What a window that opens now would read."""
    page = desk.queue.page(crew.agent, ALL._replace(at=crew.clock.now()))
    return {row.id: row for row in page.rows}


def fire(crew: Crew, _dice: random.Random) -> None:
    crew.clock.advance(hours=3)
    fire_due(crew.desk.store, WORKER)


def add_people(crew: Crew, _dice: random.Random) -> None:
    crew.desk.people_admin.add_group(crew.admin, f"Group {crew.desk.new_id()}", 1, (crew.agent.person_id,))


def rename(table: str) -> Callable[[Crew, random.Random], None]:
    """Past every command, as another tool would."""

    def act(crew: Crew, _dice: random.Random) -> None:
        with crew.desk.store.database.writing() as connection:
            connection.execute(text(f"UPDATE {table} SET name = name || 'n' WHERE length(name) < 40"))

    return act


def touch(crew: Crew, _dice: random.Random) -> None:
    with crew.desk.store.database.writing() as connection:
        connection.execute(text("UPDATE incident SET short_description = 'changed by hand', version = version + 1"))


def move_clocks(crew: Crew, _dice: random.Random) -> None:
    with crew.desk.store.database.writing() as connection:
        connection.execute(text("UPDATE incident_clocks SET pause_reason = 'by hand', phase = 'paused'"))


NAMED = ("person", "assignment_group", "site", "service")
ODD = (fire, add_people, touch, move_clocks, *map(rename, NAMED))


@pytest.fixture
def other(crew: Crew) -> Iterator[Desk]:
    """The desk as another program sees it."""
    with second_program(with_policies(crew)) as desk:
        yield desk


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 2**32), acts=st.lists(st.sampled_from(["play"] * 4 + ["odd", "odd", "look"]), max_size=14))
def test_stale_rows_and_the_feed_are_a_fresh_query(crew: Crew, other: Desk, seed: int, acts: list[str]) -> None:
    player, dice = Player(crew, seed), random.Random(seed)
    mirror = Mirror(crew, other)
    for act in acts:
        if act == "play":
            player.move()
        elif act == "odd":
            dice.choice(ODD)(crew, dice)
        else:
            mirror.follow()
            assert mirror.rows == fresh_rows(crew, other)
    mirror.follow()
    rows = fresh_rows(crew, other)
    assert mirror.rows == rows
    assert mirror.details == {key: other.incident.detail(crew.agent, key) for key in rows}


@pytest.mark.parametrize("act", ODD, ids=["fire", "people", "touch", "clocks", *NAMED])
def test_a_window_follows_each_of_these(crew: Crew, other: Desk, act: Callable[[Crew, random.Random], None]) -> None:
    for urgency in (1, 3):
        crew.log(
            urgency=urgency, site_id=crew.site, service_id=crew.service, group_id=crew.service_desk,
            assignee_id=crew.agent.person_id,
        )  # fmt: skip
    mirror = Mirror(crew, other)
    before = dict(mirror.rows)
    act(crew, random.Random(1))
    mirror.follow()
    assert mirror.rows == fresh_rows(crew, other)
    assert (mirror.rows != before) == (act not in {fire, add_people}), "nothing was there to be followed"
