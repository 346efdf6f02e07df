"""A small desk with people of every role, for tests of the services; on both databases."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from app.domain.actor import PROGRAM, Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, HoldReason, LinkKind, Role, State
from app.infra import database as plumbing
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.models.base import metadata
from app.models.people import person
from app.models.receipts import command_receipt
from app.services.desk import Desk, make_desk
from app.services.escalation.waiting import handle_watch
from app.services.incidents.dto import IncidentDetail, IncidentRef, NewIncident, NewLink
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor
from app.services.timers.claims import claim
from app.services.timers.registry import TimerKind
from tests.support.clock import FrozenClock
from tests.support.databases import BOTH
from tests.support.own_logins import OwnLoginsDesk, desk_with_logins
from tests.support.postgres import PostgresServer


@dataclass(frozen=True, slots=True)
class Crew:
    """An open desk, its people and what there is to choose. `agent` works at the service desk, `engineer` elsewhere."""

    desk: Desk
    clock: FrozenClock
    admin: Actor
    supervisor: Actor
    agent: Actor
    engineer: Actor
    requester: Actor
    neighbour: Actor
    service_desk: str
    network: str
    site: str
    service: str
    category: str
    subcategory: str

    def of_role(self, role: Role) -> Actor:
        """Somebody of the role."""
        if role is Role.READER:
            return self.reader
        return {
            Role.ADMIN: self.admin,
            Role.SUPERVISOR: self.supervisor,
            Role.AGENT: self.agent,
            Role.REQUESTER: self.requester,
        }[role]

    @property
    def reader(self) -> Actor:
        """Somebody who only reads; added when a test first asks, so that nobody else meets them."""
        known = select(person.c.id).where(person.c.role == Role.READER.value)
        with self.desk.store.reading() as connection:
            found = connection.execute(known).scalar()
        if found is None:
            new = NewPerson(self.desk.new_id(), "Rita Voss", "rita.voss@example.org", role=Role.READER)
            found = self.desk.people_admin.add_person(self.admin, new)
            if isinstance(self.desk, OwnLoginsDesk):
                self.desk.logins.give_everybody_one()
        with self.desk.store.reading() as connection:
            return load_actor(connection, found)

    def log(self, actor: Actor | None = None, **fields: Any) -> IncidentRef:
        """Log an incident; the agent for the requester unless told otherwise."""
        usual = {"short_description": "Printer on floor 2 jams", "caller_id": self.requester.person_id}
        return self.desk.incidents.create(actor or self.agent, NewIncident(self.desk.new_id(), **{**usual, **fields}))

    def see(self, ref: IncidentRef, actor: Actor | None = None) -> IncidentDetail:
        """The incident as the actor sees it, the agent unless told otherwise."""
        return self.desk.incident.detail(actor or self.agent, ref.id)

    def step(self, ref: IncidentRef, step: Step, actor: Actor | None = None) -> None:
        """Take a step a minute later."""
        self.clock.advance(minutes=1)
        self.desk.incidents.step(actor or self.agent, ref.id, step)

    def bring_to(self, ref: IncidentRef, state: State) -> IncidentRef:
        """Lead a new incident to a state on the shortest way."""
        for step in self.way_to(state):
            self.step(ref, step, self.supervisor)
        return ref

    def way_to(self, state: State) -> tuple[Step, ...]:
        """The steps from new to a state."""
        resolve = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Cleared the jam.")
        return {
            State.NEW: (),
            State.IN_PROGRESS: (Step(State.IN_PROGRESS),),
            State.ON_HOLD: (self.hold(),),
            State.RESOLVED: (resolve,),
            State.CLOSED: (resolve, Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED)),
            State.CANCELED: (Step(State.CANCELED, reason="Logged twice"),),
        }[state]

    def hold(self, reason: HoldReason = HoldReason.AWAITING_VENDOR, days: int = 2) -> Step:
        """A wait of some days from now."""
        until = self.clock.now().replace(hour=12) + timedelta(days=days)
        comment = "Please send the serial number." if reason is HoldReason.AWAITING_CALLER else ""
        return Step(State.ON_HOLD, hold_reason=reason, hold_until=until, comment=comment)

    def newcomer(self, name: str, group_id: str) -> str:
        """Somebody new in a group who has no login, so that they can be removed without ending one that others use."""
        new = NewPerson(self.desk.new_id(), name, role=Role.AGENT)
        self.desk.staff.add(self.admin, new, (group_id,))
        return new.id

    def link(self, source: IncidentRef, target: IncidentRef, kind: LinkKind = LinkKind.PARENT) -> str:
        """Link two incidents and return the id of the link."""
        link_id = self.desk.new_id()
        self.desk.incidents.link(self.agent, NewLink(link_id, source.id, target.id, kind))
        return link_id

    def write(self, table: str, incident: IncidentRef, **values: Any) -> None:
        """Set columns that no command sets yet, past the journal."""
        with self.desk.store.database.writing() as connection:
            found = metadata.tables[table]
            connection.execute(found.update().where(found.c.id == incident.id), values)

    @property
    def heart(self) -> Store:
        """What runs the timers: the window of an agent, on PostgreSQL by their own login."""
        return self.desk.logins.store_of(self.agent) if isinstance(self.desk, OwnLoginsDesk) else self.desk.store

    def let_the_desk_look(self) -> None:
        """Have what callers wrote followed up, which on a shared desk somebody else's timers do for them."""
        if not isinstance(self.desk, OwnLoginsDesk):
            return
        with self.desk.logins.store_of(PROGRAM).writing(PROGRAM) as work:
            handle_watch(work, claim(work, TimerKind.WATCH, 100))

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything in the database but receipts, which also a command leaves that changes nothing."""
        with self.desk.store.database.reading() as connection:
            return {
                name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
                for name, table in metadata.tables.items()
                if table is not command_receipt
            }

    def _connect_everybody(self) -> None:
        if isinstance(self.desk, OwnLoginsDesk):
            self.desk.logins.connect_everybody()

    @contextmanager
    def counting(self) -> Iterator[Counter[str]]:
        """Counts what happens inside: `statements`, `commits` and `rollbacks`."""
        counter: Counter[str] = Counter()
        engine = Engine  # of whoever acts
        self._connect_everybody()

        def statement(*arguments: Any) -> None:
            counter["statements"] += not str(arguments[2]).startswith(("BEGIN", "PRAGMA"))

        def sent(sql: str, _values: Any) -> None:
            counter["statements"] += not sql.startswith(("BEGIN", "COMMIT", "ROLLBACK"))
            counter["commits"] += sql == "COMMIT"
            counter["rollbacks"] += sql == "ROLLBACK"

        # The transactions of a file are begun and ended by statements of their own.
        def commit(connection: Any) -> None:
            counter["commits"] += connection.dialect.name != "sqlite"

        def rollback(connection: Any) -> None:
            counter["rollbacks"] += connection.dialect.name != "sqlite"

        listeners = {"before_cursor_execute": statement, "commit": commit, "rollback": rollback}
        for name, listener in listeners.items():
            event.listen(engine, name, listener)
        plumbing.watchers.append(sent)
        try:
            yield counter
        finally:
            plumbing.watchers.remove(sent)
            for name, listener in listeners.items():
                event.remove(engine, name, listener)

    @contextmanager
    def failing_at(self, number: int) -> Iterator[None]:
        """The statement of this number, counted from 1, fails as if the disk were torn out."""
        engine = Engine  # of whoever acts
        self._connect_everybody()
        left = Counter(left=number)

        def count(*arguments: Any) -> None:
            sql = str(arguments[2] if len(arguments) > 2 else arguments[0])
            if sql.startswith(("BEGIN", "PRAGMA", "COMMIT", "ROLLBACK")):
                return
            left["left"] -= 1
            if left["left"] == 0:
                raise TornOutError

        event.listen(engine, "before_cursor_execute", count)
        plumbing.watchers.append(count)
        try:
            yield
        finally:
            plumbing.watchers.remove(count)
            event.remove(engine, "before_cursor_execute", count)


class TornOutError(Exception):
    """A failure in the middle of a command that no command expects."""


@pytest.fixture(params=BOTH)
def crew(request: pytest.FixtureRequest, clock: FrozenClock) -> Iterator[Crew]:
    """A desk on each database with people, groups and a catalogue; on PostgreSQL everybody has a login of their own."""
    if request.param == "sqlite":
        desk = make_desk(Store(Database(request.getfixturevalue("sqlite_database_url")), clock, Bus()))
        with desk.store.reading() as connection:
            # As an opened desk does, so that whoever follows it is not told first that everything may be new.
            desk.store.feed.take_position(connection)
    else:
        server = request.getfixturevalue("postgres_server")
        desk = desk_with_logins(server, request.getfixturevalue("shared_database"), clock)
    found = _opened(desk, clock)
    if isinstance(desk, OwnLoginsDesk):
        desk.logins.give_everybody_one()
    yield found
    desk.close()


@pytest.fixture
def crew_by_the_server(postgres_server: PostgresServer, shared_database: str, clock: FrozenClock) -> Iterator[Crew]:
    """The same desk on a server that believes its own clock alone, as in real life; its `clock` tells nothing."""
    desk = desk_with_logins(postgres_server, shared_database, SystemClock(), any_time=False)
    found = _opened(desk, clock)
    desk.logins.give_everybody_one()
    yield found
    desk.close()


@pytest.fixture
def crew_of_one_program(database_url: str, clock: FrozenClock) -> Iterator[Crew]:
    """The same with one program for everybody, for tests of what a program keeps in mind."""
    yield from _of_one_program(database_url, clock)


@pytest.fixture
def sqlite_crew(sqlite_database_url: str, clock: FrozenClock) -> Iterator[Crew]:
    """The same desk for what only SQLite can do."""
    yield from _of_one_program(sqlite_database_url, clock)


@pytest.fixture
def postgresql_crew(postgresql_database_url: str, clock: FrozenClock) -> Iterator[Crew]:
    """The same desk for what only PostgreSQL can do."""
    yield from _of_one_program(postgresql_database_url, clock)


def _of_one_program(database_url: str, clock: FrozenClock) -> Iterator[Crew]:
    desk = make_desk(Store(Database(database_url), clock, Bus()))
    yield _opened(desk, clock)
    desk.close()


def _opened(desk: Desk, clock: FrozenClock) -> Crew:
    admin = Actor(desk.store.ids.new(), "Ruth Root", Role.ADMIN)
    with desk.store.writing(admin) as work:
        work.connection.execute(person.insert(), {"id": admin.person_id, "name": admin.name, "role": "admin"})
    return _staffed(desk, clock, admin)


def _staffed(desk: Desk, clock: FrozenClock, admin: Actor) -> Crew:
    def add(name: str, role: Role, *, vip: bool = False) -> str:
        return desk.people_admin.add_person(admin, NewPerson(desk.new_id(), name, role=role, vip=vip, site_id=site))

    site = desk.people_admin.add_site(admin, "Harbour", "Europe/Amsterdam")
    supervisor = add("Sven Lind", Role.SUPERVISOR)
    agent = add("Ada Brandt", Role.AGENT)
    engineer = add("Bo Eriksen", Role.AGENT)
    requester = add("Rosa Quist", Role.REQUESTER, vip=True)
    neighbour = add("Noor Haddad", Role.REQUESTER)
    service_desk = desk.people_admin.add_group(admin, "Service desk", 1, (agent, supervisor))
    network = desk.people_admin.add_group(admin, "Network", 2, (engineer, supervisor))
    service = desk.people_admin.add_service(admin, "Printing", service_desk, 3)
    category = desk.people_admin.add_category(admin, "Hardware")
    subcategory = desk.people_admin.add_category(admin, "Printer", category)
    with desk.store.reading() as connection:
        people = [load_actor(connection, each) for each in (supervisor, agent, engineer, requester, neighbour)]
    return Crew(
        desk, clock, admin, people[0], people[1], people[2], people[3], people[4],
        service_desk, network, site, service, category, subcategory,
    )  # fmt: skip
