"""A small desk with people of every role, for tests of the services; on both databases."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, HoldReason, LinkKind, Role, State
from app.infra import prepared
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.models.base import metadata
from app.models.people import person
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import IncidentDetail, IncidentRef, NewIncident, NewLink
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor
from tests.support.clock import FrozenClock


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
        return {
            Role.ADMIN: self.admin,
            Role.SUPERVISOR: self.supervisor,
            Role.AGENT: self.agent,
            Role.REQUESTER: self.requester,
        }[role]

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

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything in the database, to compare before and after."""
        with self.desk.store.database.reading() as connection:
            return {
                name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
                for name, table in metadata.tables.items()
            }

    @contextmanager
    def counting(self) -> Iterator[Counter[str]]:
        """Counts what happens inside: `statements`, `commits` and `rollbacks`."""
        counter: Counter[str] = Counter()
        engine = self.desk.store.database._engine

        def statement(*arguments: Any) -> None:
            counter["statements"] += not str(arguments[2]).startswith(("BEGIN", "PRAGMA"))

        def prepared_statement(_sql: str, _values: Any) -> None:
            counter["statements"] += 1

        def commit(_connection: Any) -> None:
            counter["commits"] += 1

        def rollback(_connection: Any) -> None:
            counter["rollbacks"] += 1

        listeners = {"before_cursor_execute": statement, "commit": commit, "rollback": rollback}
        for name, listener in listeners.items():
            event.listen(engine, name, listener)
        prepared.watchers.append(prepared_statement)
        try:
            yield counter
        finally:
            prepared.watchers.remove(prepared_statement)
            for name, listener in listeners.items():
                event.remove(engine, name, listener)

    @contextmanager
    def failing_at(self, number: int) -> Iterator[None]:
        """The statement of this number, counted from 1, fails as if the disk were torn out."""
        engine = self.desk.store.database._engine
        left = Counter(left=number)

        def count(*arguments: Any) -> None:
            sql = str(arguments[2] if len(arguments) > 2 else arguments[0])
            if sql.startswith(("BEGIN", "PRAGMA")):
                return
            left["left"] -= 1
            if left["left"] == 0:
                raise TornOutError

        event.listen(engine, "before_cursor_execute", count)
        prepared.watchers.append(count)
        try:
            yield
        finally:
            prepared.watchers.remove(count)
            event.remove(engine, "before_cursor_execute", count)


class TornOutError(Exception):
    """A failure in the middle of a command that no command expects."""


@pytest.fixture
def crew(database_url: str, clock: FrozenClock) -> Iterator[Crew]:
    """A desk on each database with people, groups and a catalogue."""
    store = Store(Database(database_url), clock, Bus())
    admin = Actor(store.ids.new(), "Ruth Root", Role.ADMIN)
    with store.writing(admin) as work:
        work.connection.execute(person.insert(), {"id": admin.person_id, "name": admin.name, "role": "admin"})
    yield _staffed(make_desk(store), clock, admin)
    store.database.close()


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
