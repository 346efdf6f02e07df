"""The first steps of a new desk tick themselves off by what stands in it, and are gone once somebody closed them."""

from collections.abc import Iterator

import pytest

from app.bootstrap import open_session
from app.domain.errors import NotAllowed
from app.domain.vocabulary import Role
from app.services.first_steps.dto import FirstStep, FirstSteps
from app.services.incidents.dto import NewIncident
from app.services.people.dto import NewPerson
from app.services.session import Session
from tests.support.clock import FrozenClock
from tests.support.crew import Crew

ALL = frozenset(FirstStep)


@pytest.fixture
def session(database_url: str, clock: FrozenClock) -> Iterator[Session]:
    opened = open_session(database_url, clock=clock)
    yield opened
    opened.desk.close()


def steps(session: Session) -> FirstSteps:
    return session.desk.first_steps.first_steps(session.actor)


def test_each_step_is_done_when_its_fact_stands_there(session: Session) -> None:
    desk, me = session.desk, session.actor
    assert steps(session) == FirstSteps(is_offered=True)
    desk.people_admin.add_group(me, "Network", 2, (me.person_id,))
    assert steps(session).done == {FirstStep.TEAM}
    jonas = desk.people_admin.add_person(me, NewPerson(desk.new_id(), "Jonas Berg", role=Role.REQUESTER))
    assert steps(session).done == {FirstStep.TEAM, FirstStep.PEOPLE}
    desk.incidents.create(me, NewIncident(desk.new_id(), "Printer jams", jonas))
    assert steps(session) == FirstSteps(is_offered=True, done=ALL - {FirstStep.HOURS})
    calendar = desk.sla_settings.calendars(me)[0].id
    group = desk.people.groups(me)[0].id
    desk.sla_admin.set_group_hours(me, group, calendar)
    assert steps(session) == FirstSteps(is_offered=False, done=ALL)


def test_closed_is_closed_until_it_is_taken_back(session: Session) -> None:
    session.desk.first_steps_work.close(session.actor)
    assert steps(session) == FirstSteps()
    session.desk.first_steps_work.close(session.actor, False)
    assert steps(session).is_offered


def test_a_desk_that_is_in_use_is_not_new(session: Session) -> None:
    desk, me = session.desk, session.actor
    jonas = desk.people_admin.add_person(me, NewPerson(desk.new_id(), "Jonas Berg", role=Role.REQUESTER))
    for number in range(25):
        assert steps(session).is_offered, number
        desk.incidents.create(me, NewIncident(desk.new_id(), "Printer jams", jonas))
    assert not steps(session).is_offered


def test_only_who_may_set_the_desk_up_is_asked(crew: Crew) -> None:
    for actor in (crew.requester, crew.agent, crew.supervisor):
        with pytest.raises(NotAllowed):
            crew.desk.first_steps.first_steps(actor)
        with pytest.raises(NotAllowed):
            crew.desk.first_steps_work.close(actor)
    crew.desk.first_steps_work.close(crew.admin)
    assert not crew.desk.first_steps.first_steps(crew.admin).is_offered
