"""Who takes part: programs that fire, people who change incidents, and the desk they do it at.

Each runs in a process of its own, opens the database by itself and can be killed anywhere.
"""

import contextlib
import logging
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, insert, select

from app.domain.actor import Actor
from app.domain.errors import DeskError, Unavailable
from app.domain.instants import HOUR, MINUTE
from app.domain.lifecycle import Step
from app.domain.sla.policy import Clock, Policy
from app.domain.sla.thresholds import BREACH, after_due, before_due, percent
from app.domain.vocabulary import HoldReason, Role, State
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.database_time import DatabaseTime
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.jobs import runner as runner_module
from app.jobs.runner import TimerRunner
from app.models.incident import incident
from app.models.people import person
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import NewIncident, Post
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor
from app.services.sla.books import DESK
from app.services.sla.samples import sample_calendars
from app.services.sla.versions import add_book, add_policy, add_policy_version
from app.services.timers.dto import Worker
from tests.support.clock import DEFAULT_START
from tests.torture.simulated import SharedClock, SkewedClock

R = TypeVar("R")

SKEWED = "Skewed"
"""The worker whose computer believes in another time; it must never fire."""

_THRESHOLDS = (percent(50), percent(75), before_due(30 * MINUTE), percent(100), BREACH, after_due(2 * HOUR))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the torture happens: the database, the file of the clock, and a folder for logs.

    The database is closed whenever a process is forked, so that no two share a connection; what it has compiled stays.
    """

    database: Database
    clock_file: Path
    folder: Path

    def clock(self) -> SharedClock:
        """The shared clock, mapped anew."""
        return SharedClock(self.clock_file)

    @contextmanager
    def desk(self) -> Iterator[tuple[Desk, Actor]]:
        """A desk of this process with its administrator, and errors in a log of its own."""
        desk = make_desk(Store(self.database, self.clock(), Bus()))
        yield desk, ask(desk.store, _administrator)
        self.database.close()


def _administrator(connection: Connection) -> Actor:
    admin = connection.execute(select(person.c.id).where(person.c.role == "admin")).scalar_one()
    return load_actor(connection, admin)


def _incidents_and_caller(connection: Connection) -> tuple[list[str], Actor]:
    caller = connection.execute(select(person.c.id).where(person.c.role == "requester")).scalar_one()
    return list(connection.execute(select(incident.c.id)).scalars()), load_actor(connection, caller)


def ask(store: Store, read: Callable[[Connection], R]) -> R:
    """What somebody reads who begins; asked again where the computer is so busy that the server does not come to it."""
    while True:
        try:
            return store.ask(read, LONG)
        except Unavailable:
            store.database.link.wait(1)


def log_errors(place: Place, name: str) -> None:
    """Bugs that a runner survives are written where the verdict looks for them."""
    handler = logging.FileHandler(place.folder / f"errors-{name}.log", delay=True)
    handler.setLevel(logging.ERROR)
    logging.getLogger().handlers[:] = [handler]


def furnish(place: Place, incidents: int, seed: int) -> None:
    """Make people, policies with all kinds of thresholds, and incidents logged over the first hours."""
    clock = place.clock()
    store = Store(place.database, clock, Bus())
    admin = Actor(store.ids.new(), "Ruth Root", Role.ADMIN)
    with store.writing(admin) as work:
        work.connection.execute(insert(person), {"id": admin.person_id, "name": admin.name, "role": "admin"})
        calendars = sample_calendars(work, "Europe/Berlin")
        versions = []
        for name, calendar, factor in (("Office", "office", 4), ("Always", "always", 1)):
            policy = _policy(add_policy(work, DESK, name), calendars[calendar], factor)
            versions.append((policy.policy_id, add_policy_version(work, policy)))
        add_book(work, DESK, versions[:1], DEFAULT_START - timedelta(days=1), note="For the torture.")
    desk = make_desk(store)
    group = desk.people_admin.add_group(admin, "Service desk", 1, (admin.person_id,))
    caller = desk.people_admin.add_person(admin, NewPerson(desk.new_id(), "Rosa Quist", role=Role.REQUESTER))
    chance = random.Random(seed)
    for number in range(incidents):
        if number % 20 == 0:
            clock.set(clock.now() + timedelta(seconds=chance.randrange(1, 240)))
        impact, urgency = chance.choice((1, 2, 3)), chance.choice((1, 2, 3))
        new = NewIncident(
            desk.new_id(), f"Trouble {number}", caller_id=caller, impact=impact, urgency=urgency, group_id=group
        )
        desk.incidents.create(admin, new)
    place.database.close()


def _policy(policy_id: str, calendar_id: str, factor: int) -> Policy:
    targets = {Clock.RESPONSE: factor * HOUR, Clock.RESOLUTION: factor * 4 * HOUR, Clock.UPDATE: factor * 2 * HOUR}
    urgent: dict[Clock, int | None] = {Clock.RESPONSE: 15 * MINUTE, Clock.RESOLUTION: 4 * HOUR, Clock.UPDATE: HOUR}
    return Policy(
        policy_id, 1, "Torture", targets, calendar_id, by_priority={"1": urgent},
        thresholds=dict.fromkeys(Clock, _THRESHOLDS),
    )  # fmt: skip


def fire_for_ever(place: Place, slot: int, number: int, offset: timedelta = timedelta(0)) -> None:
    """A program that runs timers until it is killed."""
    log_errors(place, f"worker-{number}")
    clock = place.clock()
    computer = SkewedClock(clock, offset) if offset else clock
    store = Store(place.database, computer, Bus(), DatabaseTime(clock))
    name = SKEWED if offset else f"Worker {number}"
    runner_module.SIGN_EVERY = 0.5
    timers = TimerRunner(store, Worker(store.ids.new(), name, "jobs"))
    chance = random.Random()
    while True:
        timers._guarded()
        clock.count(slot)
        time.sleep(chance.uniform(0.001, 0.02))


def change_for_ever(place: Place, slot: int, number: int, pause: float) -> None:
    """A person who works on whatever comes to hand, and whose program may be killed as well."""
    log_errors(place, f"writer-{number}")
    chance, clock = random.Random(), place.clock()
    with place.desk() as (desk, admin):
        ids, caller = ask(desk.store, _incidents_and_caller)
        while True:
            incident_id = chance.choice(ids)
            try:
                _act(desk, admin, caller, incident_id, chance)
            except DeskError:
                time.sleep(0.002)  # not a step that the incident can take now, or the database was busy: both happen
            else:
                clock.count(slot)
            time.sleep(chance.uniform(0, 2 * pause))


def rehearse(place: Place) -> None:
    """Do a little of everything once, so that programs forked from this one need not compile their statements."""
    log_errors(place, "rehearsal")
    chance = random.Random(1)
    clock = place.clock()
    with place.desk() as (desk, admin):
        with desk.store.reading() as connection:
            ids = list(connection.execute(select(incident.c.id)).scalars())
            caller_id = connection.execute(select(person.c.id).where(person.c.role == "requester")).scalar_one()
            caller = load_actor(connection, caller_id)
        timers = TimerRunner(desk.store, Worker(desk.store.ids.new(), "Rehearsal", "jobs"))
        for _ in range(40):
            with contextlib.suppress(DeskError):
                _act(desk, admin, caller, chance.choice(ids), chance)
            clock.set(clock.now() + timedelta(seconds=20))
            timers.once()


def _act(desk: Desk, admin: Actor, caller: Actor, incident_id: str, chance: random.Random) -> None:
    act = chance.choice(("hold", "resume", "resume", "reply", "ask", "ask", "resolve", "reopen", "priority", "cancel"))
    match act:
        case "hold":
            until = desk.clock.now() + timedelta(hours=chance.randrange(1, 60))
            reason = chance.choice((HoldReason.AWAITING_VENDOR, HoldReason.AWAITING_PARTS))
            desk.incidents.step(admin, incident_id, Step(State.ON_HOLD, hold_reason=reason, hold_until=until))
        case "resume":
            desk.incidents.step(admin, incident_id, Step(State.IN_PROGRESS))
        case "reply":
            desk.incidents.post(admin, incident_id, Post(desk.new_id(), "We are on it.", public=True))
        case "ask":
            desk.incidents.post(caller, incident_id, Post(desk.new_id(), "Any news?", public=True))
        case "resolve" if chance.random() < 0.3:
            step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Done.")
            desk.incidents.step(admin, incident_id, step)
        case "reopen":
            desk.incidents.step(admin, incident_id, Step(State.IN_PROGRESS, reason="It is back."))
        case "priority":
            desk.incidents.override_priority(admin, incident_id, chance.choice((1, 2, 3, None)), "Changed my mind.")
        case "cancel" if chance.random() < 0.02:
            desk.incidents.step(admin, incident_id, Step(State.CANCELED, reason="Logged twice"))
