"""A command whose commit is in doubt happens once: never twice, and never not at all without anybody being told."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.engine import make_url

from app.bootstrap import open_session
from app.domain.errors import BadInput, InDoubt
from app.domain.events import DoubtSettled, Event, IncidentChanged, IncidentLogged
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.infra.database import Database
from app.infra.doubts import Attempt, Call
from app.infra.link import Link
from app.infra.unit_of_work import Work
from app.models.incident import incident, journal_entry
from app.models.people import assignment_group, site
from app.models.receipts import command_receipt
from app.services import carry_out as carrying
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.session import Session
from tests.support.clock import FrozenClock
from tests.support.postgres import PostgresServer
from tests.support.wire import Wire, wire_to
from tests.views.desks import SmallDesk, small_desk


@pytest.fixture
def desk(database_url: str, clock: FrozenClock) -> Iterator[SmallDesk]:
    made = small_desk(database_url, clock)
    yield made
    made.session.desk.close()


class Breaker:
    """Lets the connection break during the next commits: before the database kept the change, or after it had."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.plan: list[str] = []
        commit = Database._commit

        def breaking(database: Database, connection: Any, transaction: Any) -> None:
            how = self.plan.pop(0) if self.plan else "works"
            if how == "before":
                transaction.rollback()
            else:
                commit(database, connection, transaction)
            if how != "works":
                raise InDoubt("The connection broke.")

        monkeypatch.setattr(Database, "_commit", breaking)


@pytest.fixture
def breaker(monkeypatch: pytest.MonkeyPatch) -> Breaker:
    return Breaker(monkeypatch)


@pytest.fixture
def heard(desk: SmallDesk) -> list[Event]:
    """What the bus told."""
    events: list[Event] = []
    desk.session.desk.bus.subscribe(events.append)
    return events


def count(session: Session, table: Any, *conditions: Any) -> int:
    with session.desk.store.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())


PLANS = (["before"], ["after"], ["before", "before"], ["before", "after"], ["after", "after"])


@pytest.mark.parametrize("plan", PLANS)
def test_an_incident_is_logged_once(plan: list[str], desk: SmallDesk, breaker: Breaker, heard: list[Event]) -> None:
    services, new = desk.session.desk, NewIncident(desk.session.desk.new_id(), "Printer jams", caller_id=desk.jonas)
    breaker.plan += plan
    ref = services.incidents.create(desk.me, new)
    assert count(desk.session, incident) == 1
    assert (ref.id, ref.number) == (new.id, desk.read(new.id).number)
    assert sum(isinstance(event, IncidentLogged) for event in heard) == 1


@pytest.mark.parametrize("plan", PLANS)
def test_a_message_is_sent_once(plan: list[str], desk: SmallDesk, breaker: Breaker, heard: list[Event]) -> None:
    incident_id = desk.log()
    breaker.plan += plan
    desk.say(incident_id, "We are on it")
    assert [entry.body for entry in desk.read(incident_id).journal].count("We are on it") == 1
    told = [event for event in heard if isinstance(event, IncidentChanged) and "journal" in event.fields]
    assert len(told) == 1


@pytest.mark.parametrize("plan", PLANS)
def test_a_step_is_taken_once_and_gives_its_result(plan: list[str], desk: SmallDesk, breaker: Breaker) -> None:
    incident_id = desk.log(group_id=desk.network, assignee_id=desk.me.person_id)
    breaker.plan += plan
    result = desk.session.desk.incidents.step(desk.me, incident_id, Step(State.CANCELED, reason="Logged twice"))
    assert result.state is State.CANCELED
    assert count(desk.session, journal_entry, journal_entry.c.kind == "state") == 1


@pytest.mark.parametrize("plan", PLANS)
def test_an_edit_is_made_once(plan: list[str], desk: SmallDesk, breaker: Breaker) -> None:
    incident_id = desk.log()
    breaker.plan += plan
    edits = {"short_description": FieldEdit("Warehouse scanners offline at Dock 3", "Scanners offline")}
    assert desk.session.desk.incidents.edit(desk.me, incident_id, edits) == ("short_description",)
    assert count(desk.session, journal_entry, journal_entry.c.kind == "change") == 1


@pytest.mark.parametrize("plan", PLANS)
def test_what_makes_its_own_id_is_made_once(plan: list[str], desk: SmallDesk, breaker: Breaker) -> None:
    breaker.plan += plan
    group_id = desk.session.desk.people_admin.add_group(desk.me, "Night shift")
    assert count(desk.session, assignment_group, assignment_group.c.name == "Night shift") == 1
    assert count(desk.session, assignment_group, assignment_group.c.id == group_id) == 1


def test_a_command_leaves_one_receipt_and_a_refused_one_none(desk: SmallDesk) -> None:
    before = count(desk.session, command_receipt)
    desk.session.desk.people_admin.add_site(desk.me, "Dock 3")
    assert count(desk.session, command_receipt) == before + 1
    with pytest.raises(BadInput, match="exists already"):
        desk.session.desk.people_admin.add_site(desk.me, "Dock 3")
    assert count(desk.session, command_receipt) == before + 1


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for the end of a doubt."""
    monkeypatch.setattr(carrying, "SETTLE_SECONDS", 0)


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.usefixtures("impatient")
def test_the_same_said_again_is_the_same(how: str, desk: SmallDesk, breaker: Breaker, heard: list[Event]) -> None:
    people = desk.session.desk.people_admin
    breaker.plan.append(how)
    with pytest.raises(InDoubt, match="not saved twice"):
        people.add_site(desk.me, "Dock 3")
    site_id = people.add_site(desk.me, "Dock 3")
    assert count(desk.session, site, site.c.id == site_id) == 1
    assert len(heard) == 1
    with pytest.raises(BadInput, match="exists already"):
        people.add_site(desk.me, "Dock 3")


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.usefixtures("impatient")
def test_it_is_told_what_became_of_a_doubt(how: str, desk: SmallDesk, breaker: Breaker, heard: list[Event]) -> None:
    incident_id = desk.log()
    heard.clear()
    breaker.plan.append(how)
    post = Post(desk.session.desk.new_id(), "We are on it", public=True)
    with pytest.raises(InDoubt):
        desk.session.desk.incidents.post(desk.me, incident_id, post)
    assert not heard
    desk.session.desk.settle_doubts()
    settled = [event for event in heard if isinstance(event, DoubtSettled)]
    assert [(event.command.rsplit(".", 1)[-1], event.kept) for event in settled] == [("post", how == "after")]
    assert settled[0].arguments == (incident_id, post)
    assert any(isinstance(event, IncidentChanged) for event in heard) == (how == "after")
    # Looking leaves nothing behind: it can be sent again where it was not kept, and is not doubled where it was.
    desk.session.desk.incidents.post(desk.me, incident_id, post)
    assert [entry.body for entry in desk.read(incident_id).journal].count("We are on it") == 1


@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.usefixtures("impatient")
def test_a_doubt_about_a_new_incident_is_settled_without_logging_one(
    how: str, desk: SmallDesk, breaker: Breaker, heard: list[Event]
) -> None:
    new = NewIncident(desk.session.desk.new_id(), "Printer jams", caller_id=desk.jonas)
    breaker.plan.append(how)
    with pytest.raises(InDoubt):
        desk.session.desk.incidents.create(desk.me, new)
    desk.session.desk.settle_doubts()
    assert [event.kept for event in heard if isinstance(event, DoubtSettled)] == [how == "after"]
    assert count(desk.session, incident) == (1 if how == "after" else 0)


def test_receipts_are_forgotten_after_a_month(desk: SmallDesk, clock: FrozenClock) -> None:
    desk.session.desk.people_admin.add_site(desk.me, "Dock 3")
    clock.advance(days=29)
    desk.session.desk.people_admin.add_site(desk.me, "Dock 4")
    clock.advance(days=2)
    store = desk.session.desk.store
    with store.writing(desk.me) as work:
        carrying.forget_old_receipts(work)
    assert count(desk.session, command_receipt) == 1


# On a real server, with a real cable.


@pytest.fixture
def wire(postgres_server: PostgresServer) -> Iterator[Wire]:
    with wire_to(postgres_server.port) as made:
        yield made


@pytest.fixture
def far(postgresql_database_url: str, wire: Wire, clock: FrozenClock) -> Iterator[SmallDesk]:
    """A desk whose server is reached through the cable, and which soon gives up waiting."""
    made = small_desk(postgresql_database_url, clock)
    made.session.desk.close()
    url = make_url(postgresql_database_url).set(port=wire.port).render_as_string()
    made.session = open_session(url, clock=clock)
    yield made
    made.session.desk.close()


@pytest.mark.parametrize("loses_answers_only", [True, False])
def test_a_cable_that_breaks_during_the_commit(
    loses_answers_only: bool, far: SmallDesk, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server either kept the change and could not say so, or never heard of the commit."""
    incident_id = far.log()
    store, waited = far.session.desk.store, Link.wait
    writing = type(store.database).writing
    monkeypatch.setattr(type(store.database), "writing", lambda self, _patience, **more: writing(self, 0.5, **more))
    commit = Database._commit
    broken = iter([wire.deafen if loses_answers_only else wire.cut])

    def breaking(database: Database, connection: Any, transaction: Any) -> None:
        next(broken, lambda: None)()
        commit(database, connection, transaction)

    def mending(link: Link, seconds: float) -> None:
        wire.mend()
        waited(link, seconds)

    monkeypatch.setattr(Database, "_commit", breaking)
    monkeypatch.setattr(Link, "wait", mending)
    far.say(incident_id, "We are on it")
    assert [entry.body for entry in far.read(incident_id).journal].count("We are on it") == 1


def test_a_second_attempt_waits_for_the_end_of_the_first(
    postgresql_database_url: str, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one may still live on the server: whoever only looked would find nothing, and do it twice."""
    desk = small_desk(postgresql_database_url, clock)
    store = desk.session.desk.store
    first = Database(postgresql_database_url)
    receipt = store.ids.new()
    monkeypatch.setattr(carrying, "Attempt", lambda _id: Attempt(receipt, in_doubt=True))
    done: list[str] = []

    def again() -> None:
        carrying.carry_out(store, a_call(desk), lambda _work: done.append("twice"), 5, None)

    with first.writing() as connection:
        connection.execute(insert(command_receipt), {"id": receipt, "done_at": clock.now()})
        thread = threading.Thread(target=again)
        thread.start()
        with first.reading() as looking:
            while not looking.execute(text("SELECT 1 FROM pg_locks WHERE NOT granted")).first():
                pass
        assert not done
    thread.join(10)
    assert not thread.is_alive()
    assert not done
    first.close()
    desk.session.desk.close()


def a_call(desk: SmallDesk) -> Call:
    return Call("a test", desk.me, (), {})


def test_two_that_stand_in_each_others_way_are_both_done(postgresql_database_url: str, clock: FrozenClock) -> None:
    """A deadlock is the database's word for "one of you again", and nobody need read that."""
    desk = small_desk(postgresql_database_url, clock)
    store = desk.session.desk.store
    one, other = desk.log("One"), desk.log("Other")
    both = threading.Barrier(2, timeout=10)
    tries: list[str] = []

    def lock(work: Work, first: str, second: str) -> None:
        tries.append(first)
        work.connection.execute(select(incident.c.id).where(incident.c.id == first).with_for_update())
        if len(tries) <= 2:
            both.wait()
        work.connection.execute(select(incident.c.id).where(incident.c.id == second).with_for_update())

    def run(first: str, second: str) -> None:
        carrying.carry_out(store, a_call(desk), lambda work: lock(work, first, second), 10, None)

    threads = [threading.Thread(target=run, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(tries) == 3
    assert count(desk.session, command_receipt) >= 2
    desk.session.desk.close()
