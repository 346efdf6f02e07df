"""Whose window lets time pass for what: on a shared desk everybody fires what they see, and callers nothing."""

import pytest
from sqlalchemy import select

from app.bootstrap import make_timers
from app.domain.actor import PROGRAM, Actor
from app.domain.errors import NotAllowed
from app.domain.vocabulary import EntryKind, Role, State
from app.models.clocks import sla_firing
from app.models.timers import heartbeat
from app.services.incidents.dto import IncidentRef, Post
from app.services.session import Session
from app.services.timers.claims import look
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from app.services.timers.heartbeat import sign
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew
from tests.support.escalating import told
from tests.support.own_logins import OwnLoginsDesk

pytestmark = pytest.mark.parametrize("crew", ["postgresql"], indirect=True)


def logins(crew: Crew) -> OwnLoginsDesk:
    assert isinstance(crew.desk, OwnLoginsDesk)
    return crew.desk


def tick(crew: Crew, actor: Actor) -> int:
    """Let the window of this person, or the service, do what is due; returns how much fired."""
    worker = Worker(crew.desk.new_id(), f"{actor.name} on PC-1", "window", actor.author_id)
    return fire_due(logins(crew).logins.store_of(actor), worker).fired


def fired(crew: Crew) -> set[str]:
    with crew.desk.store.reading() as connection:
        return set(connection.execute(select(sla_firing.c.incident_id)).scalars())


def restricted(crew: Crew) -> IncidentRef:
    ref = crew.log(impact=2, urgency=2)
    crew.write("incident", ref, restricted_group_id=crew.network)
    return ref


def test_a_window_fires_what_its_person_sees(crew: Crew) -> None:
    plain, secret = with_policies(crew).log(impact=2, urgency=2), restricted(crew)
    crew.clock.advance(hours=3)
    assert tick(crew, crew.agent) > 0
    assert fired(crew) == {plain.id}
    store = logins(crew).logins.store_of(crew.agent)
    due = look(store).due_at
    assert due is not None
    assert due > crew.clock.now(), "what somebody else has to fire keeps nobody busy"
    assert tick(crew, crew.engineer) > 0
    assert fired(crew) == {plain.id, secret.id}
    entry = next(item for item in crew.see(secret, crew.engineer).journal if item.kind == EntryKind.SLA)
    assert (entry.author_id, entry.by_desk) == (None, True)


def test_the_service_fires_everything(crew: Crew) -> None:
    plain, secret = with_policies(crew).log(impact=2, urgency=2), restricted(crew)
    crew.clock.advance(hours=3)
    assert tick(crew, PROGRAM) > 1
    assert fired(crew) == {plain.id, secret.id}


def test_each_signs_as_themself(crew: Crew) -> None:
    store = logins(crew).logins.store_of(crew.agent)
    mine = Worker(crew.desk.new_id(), "Ada Brandt on PC-1", "window", crew.agent.person_id)
    at = sign(store, mine, started_at=None, fired=0, offset=crew.clock.now() - crew.clock.now())
    sign(store, mine, started_at=at, fired=3, offset=crew.clock.now() - crew.clock.now())
    forged = mine._replace(id=crew.desk.new_id(), person_id=crew.engineer.person_id)
    with pytest.raises(NotAllowed):
        sign(store, forged, started_at=None, fired=0, offset=crew.clock.now() - crew.clock.now())
    with crew.desk.store.reading() as connection:
        rows = connection.execute(select(heartbeat.c.person_id, heartbeat.c.fired)).all()
    assert [tuple(row) for row in rows] == [(crew.agent.person_id, 3)]


def test_a_requesters_window_runs_no_timers(crew: Crew) -> None:
    session = Session(logins(crew).logins.desk_of(crew.requester), crew.requester)
    timers = make_timers(session, "window")
    timers.start()
    timers.stop()
    with pytest.raises(NotAllowed, match="login of a requester or a reader runs no timers"):
        timers.once()


@pytest.mark.parametrize("role", [Role.AGENT, Role.SUPERVISOR, Role.ADMIN])
def test_the_next_window_of_the_desk_follows_up_what_a_caller_wrote(role: Role, crew: Crew) -> None:
    with_policies(crew)
    ref = crew.log(crew.agent, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.step(ref, crew.hold())
    crew.clock.advance(minutes=5)
    post = Post(crew.desk.new_id(), "It is broken again", public=True)
    crew.desk.incidents.post(crew.requester, ref.id, post)
    assert told(crew, crew.agent) == []
    tick(crew, crew.of_role(role))
    assert told(crew, crew.agent) == ["The caller wrote: INC-000001 Printer on floor 2 jams"]
    assert kept_rows(crew) == computed_rows(crew)
    tick(crew, crew.of_role(role))
    assert len(told(crew, crew.agent)) == 1


def test_a_new_incident_of_a_caller_gets_its_clocks_at_the_next_look(crew: Crew) -> None:
    ref = with_policies(crew).log(crew.requester)
    assert ref.id not in kept_rows(crew)
    tick(crew, crew.agent)
    assert kept_rows(crew) == computed_rows(crew)
    assert kept_rows(crew).keys() == {ref.id}


def test_an_incident_that_its_caller_closes_ends_what_was_escalated(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.RESOLVED)
    close = crew.way_to(State.CLOSED)[1]
    crew.step(ref, close, crew.requester)
    tick(crew, crew.agent)
    assert crew.see(ref).state == "closed"


def test_who_publishes_has_restricted_incidents_counted_by_those_who_see_them(crew: Crew) -> None:
    secret = restricted(crew)
    crew.desk.sla_admin.use_sample_policies(crew.admin, "desk", "UTC")
    assert kept_rows(crew)[secret.id] != computed_rows(crew)[secret.id]
    tick(crew, crew.agent)
    assert kept_rows(crew)[secret.id] != computed_rows(crew)[secret.id]
    tick(crew, crew.engineer)
    assert kept_rows(crew)[secret.id] == computed_rows(crew)[secret.id]
