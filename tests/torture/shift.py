"""A shift of many clients on one PostgreSQL, with programs killed and cables cut, and the ledger at its end.

    python -m tests.torture.shift --clients 50 --seconds 600

Each client is a program of its own with timers and a person who logs, writes, edits and takes steps. They reach the
server by cables that are cut and mended at random; programs are ended with SIGKILL, sessions by the server, and the
server itself is stopped at once as by a power cut. Time is fast-forwarded: eight hours pass for each ten minutes.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.engine import make_url

from app.domain.actor import Actor
from app.domain.errors import DeskError, InDoubt, Unavailable
from app.domain.lifecycle import Step
from app.domain.vocabulary import HoldReason, Role, State
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.link import LONG
from app.infra.migrate import upgrade
from app.infra.unit_of_work import Store
from app.jobs import runner as runner_module
from app.jobs.runner import TimerRunner
from app.models.incident import incident
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.people.dto import NewPerson
from app.services.people.queries import load_actor
from app.services.sla.check import check_sample
from app.services.timers.dto import Worker
from tests.support import postgres
from tests.support.clock import DEFAULT_START
from tests.support.wire import Wire, wire_to
from tests.torture.actors import Place, furnish, log_errors
from tests.torture.conduct import SETTLED_AFTER, finished, fork, wait_until_settled
from tests.torture.ledger import Ledger, balance
from tests.torture.simulated import SLOTS, SharedClock
from tests.torture.verdict import judge

FASTER = 48
"""How many simulated seconds pass in one."""
CLIENTS_A_CABLE = 10
ROUND = 0.25
"""Seconds between two cruelties."""
FEW, MANY = 40, 400


@dataclass
class Cruelties:
    """What was done to clients, cables and the server."""

    clients: int = 0
    kills: int = 0
    cables_cut: int = 0
    sessions_ended: int = 0
    server_breakdowns: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Client:
    """One client: its place in the shared counters, where it finds the desk, and whom it signs in."""

    slot: int
    url: str
    person_id: str
    clock_file: Path
    folder: Path


def work_a_shift(client: Client, number: int) -> None:
    """What a client does until it is killed: a person's saves, and the timers of its window now and then."""
    place = Place(Database(client.url), client.clock_file, client.folder)
    log_errors(place, f"client-{number}")
    runner_module.SIGN_EVERY = 2.0
    clock = place.clock()
    store = Store(place.database, clock, Bus())
    desk = make_desk(store)
    actor = _sign_in(desk, client.person_id)
    timers = TimerRunner(store, Worker(store.ids.new(), f"Client {number}", "window", actor.author_id))
    person_ = _Person(desk, actor, Ledger(client.folder / f"ledger-{number}.jsonl"), random.Random(number))
    while True:
        person_.act()
        clock.count(client.slot)
        if person_.chance.random() < 0.2:
            timers._guarded()
        time.sleep(person_.chance.uniform(0, 0.2))


def _sign_in(desk: Desk, person_id: str) -> Actor:
    while True:
        try:
            with desk.store.reading() as connection:
                return load_actor(connection, person_id)
        except Unavailable:
            time.sleep(0.1)


Save = tuple[str, Callable[[], object]]


class _Person:
    """Saves at random, each with a mark of its own, and writes down what was promised."""

    def __init__(self, desk: Desk, actor: Actor, ledger: Ledger, chance: random.Random) -> None:
        self.desk, self.actor, self.ledger, self.chance = desk, actor, ledger, chance

    def act(self) -> None:
        """One save of whatever comes to hand."""
        mark = f"mark {self.desk.new_id()}"
        try:
            kind, save = self._one_of_many(mark) if self.chance.random() < 0.8 else self._log(mark)
        except Unavailable:
            time.sleep(0.1)
            return
        self.ledger.intend(kind, mark)
        if self._save(save):
            self.ledger.acknowledge(kind, mark)
        else:
            self.ledger.refuse(kind, mark)

    def _save(self, save: Callable[[], object]) -> bool:
        """Whether it is kept; a save in doubt is said again until the desk knows."""
        while True:
            try:
                save()
            except InDoubt:
                time.sleep(0.05)
            except DeskError:
                return False
            else:
                return True

    def _log(self, mark: str) -> Save:
        impact, urgency = self.chance.choice((1, 2, 3)), self.chance.choice((1, 2, 3))
        new = NewIncident(
            self.desk.new_id(), mark, self.actor.person_id, "It does not work.", impact=impact, urgency=urgency
        )
        return "log", lambda: self.desk.incidents.create(self.actor, new)

    def _one_of_many(self, mark: str) -> Save:
        """Something about an incident of the desk, most often one of few, so that people meet."""
        with self.desk.store.reading() as connection:
            newest = select(incident.c.id).order_by(incident.c.number.desc()).limit(MANY)
            ids = list(connection.execute(newest).scalars())
        incident_id = self.chance.choice(ids[: FEW if self.chance.random() < 0.7 else MANY])
        kinds = (self._say, self._say, self._edit, self._edit, self._raise, self._hold, self._resume, self._resolve)
        return self.chance.choice(kinds)(incident_id, mark)

    def _say(self, incident_id: str, mark: str) -> Save:
        post = Post(self.desk.new_id(), mark, public=self.chance.random() < 0.7)
        return "say", lambda: self.desk.incidents.post(self.actor, incident_id, post)

    def _edit(self, incident_id: str, mark: str) -> Save:
        seen = self.desk.incident.detail(self.actor, incident_id)
        edits = {"cause": FieldEdit(seen.cause, mark)}
        return "edit", lambda: self.desk.incidents.edit(self.actor, incident_id, edits)

    def _raise(self, incident_id: str, mark: str) -> Save:
        priority = self.chance.choice((1, 2, 3))
        return "raise", lambda: self.desk.incidents.override_priority(self.actor, incident_id, priority, mark)

    def _hold(self, incident_id: str, mark: str) -> Save:
        until = self.desk.clock.now() + timedelta(hours=self.chance.randrange(1, 60))
        step = Step(State.ON_HOLD, hold_reason=HoldReason.AWAITING_VENDOR, hold_until=until, comment=mark)
        return "hold", lambda: self.desk.incidents.step(self.actor, incident_id, step)

    def _resume(self, incident_id: str, mark: str) -> Save:
        step = Step(State.IN_PROGRESS, reason=mark, comment=mark)
        return "resume", lambda: self.desk.incidents.step(self.actor, incident_id, step)

    def _resolve(self, incident_id: str, mark: str) -> Save:
        step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes=mark)
        return "resolve", lambda: self.desk.incidents.step(self.actor, incident_id, step)


@dataclass
class Shift:
    """One shift on one server: its clients, their cables, and what is done to them."""

    server: postgres.PostgresServer
    database: str
    clients: list[Client]
    wires: list[Wire]
    clock: SharedClock
    chance: random.Random
    done: Cruelties
    running: dict[int, int] = field(default_factory=dict)
    mends: dict[int, float] = field(default_factory=dict)
    number: int = 0

    def start(self, client: Client) -> None:
        """Fork the program of a client."""
        self.number += 1
        number = self.number
        self.running[client.slot] = fork(lambda: work_a_shift(client, number))

    def kill(self, slot: int) -> None:
        """End a client as suddenly as can be."""
        pid = self.running.pop(slot)
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        if not os.WIFSIGNALED(status):
            raise RuntimeError(f"A client ended by itself; see the logs in {self.clients[0].folder}")

    def round(self) -> None:
        """Let time pass, mend what was cut long enough, and do something cruel."""
        time.sleep(ROUND)
        self.clock.set(self.clock.now() + timedelta(seconds=ROUND * FASTER))
        now = time.monotonic()
        for place in [place for place, at in self.mends.items() if at <= now]:
            del self.mends[place]
            self.wires[place].mend()
        fate = self.chance.random()
        if fate < 0.35:
            client = self.chance.choice(self.clients)
            self.kill(client.slot)
            self.start(client)
            self.done.kills += 1
        elif fate < 0.45:
            self._cut_a_cable(now)
        elif fate < 0.6:
            self._end_a_session()
        elif fate < 0.605:
            self._break_the_server_down()

    def _cut_a_cable(self, now: float) -> None:
        place = self.chance.randrange(len(self.wires))
        if place in self.mends:
            return
        wire = self.wires[place]
        wire.cut() if self.chance.random() < 0.5 else wire.refuse()
        self.mends[place] = now + self.chance.uniform(0.2, 4)
        self.done.cables_cut += 1

    def _end_a_session(self) -> None:
        one = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1"
        )
        self.done.sessions_ended += len(self.server.execute(one, self.database))

    def _break_the_server_down(self) -> None:
        """Kill one of its processes: PostgreSQL then ends all others and recovers from its log, as after a crash."""
        self.done.server_breakdowns += self.server.break_down(self.database)

    def go_home(self) -> None:
        """All programs end, all cables are whole."""
        for slot in list(self.running):
            self.kill(slot)
        for wire in self.wires:
            wire.mend()


def furnish_people(place: Place, count: int) -> list[str]:
    """The people of the shift, all with the rights of a supervisor; returns their ids."""
    with place.desk() as (desk, admin):
        return [
            desk.people_admin.add_person(admin, NewPerson(desk.new_id(), f"Agent {number}", role=Role.SUPERVISOR))
            for number in range(count)
        ]


def run(clients: int, seconds: float, seed: int, folder: Path) -> dict[str, object]:
    """One shift; returns what was done, the verdict on the timers, and the balance of the ledgers."""
    begin = time.monotonic()
    # What is acknowledged has to outlive a server that breaks down; that the computer breaks down is not played here.
    server = postgres.start({"max_connections": str(60 + 8 * clients), "synchronous_commit": "on"})
    try:
        with ExitStack() as cables:
            wires = [cables.enter_context(wire_to(server.port)) for _ in range(-(-clients // CLIENTS_A_CABLE))]
            shift, place = _opened(server, wires, clients, seed, folder)
            try:
                for client in shift.clients:
                    shift.start(client)
                ends = time.monotonic() + seconds
                while time.monotonic() < ends:
                    shift.round()
            finally:
                shift.go_home()
            _settle(place, shift)
        answer = folder / "answer.json"
        finished(lambda: _judge(place, shift, answer))
        shift.done.seconds = round(time.monotonic() - begin, 1)
        found: dict[str, object] = json.loads(answer.read_text(encoding="utf-8"))
        return asdict(shift.done) | found
    finally:
        server.stop()


def _opened(
    server: postgres.PostgresServer, wires: list[Wire], clients: int, seed: int, folder: Path
) -> tuple[Shift, Place]:
    database = server.create()
    url = server.url(database)
    upgrade(url)
    clock = SharedClock.create(folder / "clock", DEFAULT_START)
    place = Place(Database(url), folder / "clock", folder)
    furnish(place, FEW, seed)
    people = furnish_people(place, clients)
    made = [
        Client(slot, _through(url, wires[slot // CLIENTS_A_CABLE]), person_id, folder / "clock", folder)
        for slot, person_id in enumerate(people)
    ]
    done = Cruelties(clients)
    return Shift(server, database, made, wires, clock, random.Random(seed), done), place


def _through(url: str, wire: Wire) -> str:
    return make_url(url).set(port=wire.port).render_as_string(hide_password=False)


def _settle(place: Place, shift: Shift) -> None:
    """The clock runs on until everything that can fire is due, and one program fires what is left."""
    shift.clock.set(shift.clock.now() + SETTLED_AFTER)
    pid = fork(lambda: _fire_the_rest(place))
    try:
        finished(lambda: wait_until_settled(place))
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _fire_the_rest(place: Place) -> None:
    log_errors(place, "rest")
    store = Store(place.database, place.clock(), Bus())
    timers = TimerRunner(store, Worker(store.ids.new(), "The rest", "jobs"))
    while True:
        timers._guarded()
        time.sleep(0.01)


def _judge(place: Place, shift: Shift, answer: Path) -> None:
    verdict = judge(place, shift.clock.now())
    with place.desk() as (desk, admin):
        with desk.store.reading(LONG) as connection:
            books = balance(connection, place.folder)
            clocks = check_sample(connection, desk.store, None)
        trail = desk.audit.verify(admin)
    problems: dict[str, int] = verdict.problems | books.problems
    if clocks.differences:
        problems["clocks_unlike_the_journal"] = len(clocks.differences)
    if not trail.is_whole:
        problems["audit_trail"] = trail.found
    checked = {"clocks_checked": clocks.checked, "audit_records": trail.records}
    found = asdict(books) | {"milestones": verdict.milestones} | checked
    answer.write_text(json.dumps(found | {"problems": problems}), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when anything that was promised is not so."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50, choices=range(1, SLOTS + 1), metavar="1..64")
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where ledgers and logs are left; else they are deleted")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = run(chosen.clients, chosen.seconds, chosen.seed, folder)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
