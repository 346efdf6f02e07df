"""A clock that was set forward and is right again: the desk says so, and time goes on when somebody tells it to."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.domain.errors import NotAllowed, Refused
from app.models.timers import heartbeat
from app.services.incidents.dto import FieldEdit, Post
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from app.services.timers.heartbeat import sign
from tests.support.crew import Crew

WINDOW = Worker("a" * 32, "Ada Brandt on PC-1", "window")
YEARS = timedelta(days=1826)


def is_file(crew: Crew) -> bool:
    return crew.desk.store.database.url.get_backend_name() == "sqlite"


def tick(crew: Crew) -> None:
    fire_due(crew.desk.store, WINDOW)
    sign(crew.desk.store, WINDOW, started_at=None, fired=0, offset=timedelta(0))


def jump_and_return(crew: Crew) -> None:
    """The clock is set forward by five years, the desk is used, and the clock is set right again."""
    now = crew.clock.now()
    crew.clock.set(now + YEARS)
    tick(crew)
    wrong = crew.log()
    change = FieldEdit(None, crew.agent.person_id)
    crew.desk.incidents.edit(crew.supervisor, wrong.id, {"assignee_id": change})
    crew.clock.set(now + timedelta(minutes=1))


def test_a_clock_that_goes_as_it_should_is_not_ahead(crew: Crew) -> None:
    assert not crew.desk.clock_state.ahead(crew.agent).is_ahead
    tick(crew)
    crew.clock.advance(minutes=3)
    assert not crew.desk.clock_state.ahead(crew.agent).is_ahead
    with pytest.raises(Refused, match="not behind"):
        crew.desk.clock_work.go_on(crew.admin)


def test_time_goes_on_from_the_clock_when_the_desk_is_told(crew: Crew) -> None:
    before = crew.log()
    tick(crew)
    start = crew.clock.now()
    jump_and_return(crew)
    found = crew.desk.clock_state.ahead(crew.agent)
    assert (found.is_ahead, found.clock, found.newest, found.signed_by) == (
        True, start + timedelta(minutes=1), start + YEARS, ("Ada Brandt on PC-1",),
    )  # fmt: skip
    assert found.incidents == 1
    stuck = crew.log()
    assert crew.see(stuck).reported_at == start + YEARS
    with pytest.raises(NotAllowed):
        crew.desk.clock_work.go_on(crew.supervisor)
    if not is_file(crew):
        with pytest.raises(Refused, match="On a server its own clock counts"):
            crew.desk.clock_work.go_on(crew.admin)
        return
    assert crew.desk.clock_work.go_on(crew.admin).incidents == 2
    assert not crew.desk.clock_state.ahead(crew.agent).is_ahead
    fresh = crew.log()
    assert crew.see(fresh).reported_at == start + timedelta(minutes=1)
    crew.desk.incidents.post(crew.agent, before.id, Post(crew.desk.new_id(), "Looking.", public=True))
    assert crew.see(before).journal[-1].occurred_at == start + timedelta(minutes=1)
    crew.desk.incidents.post(crew.agent, stuck.id, Post(crew.desk.new_id(), "Looking.", public=True))
    assert crew.see(stuck).journal[-1].occurred_at >= start + YEARS, "a journal never goes back"
    tick(crew)
    crew.clock.advance(minutes=1)
    assert crew.desk.timers.health(crew.agent).went_back == timedelta(0)


def test_what_people_were_to_be_told_then_is_told_now(crew: Crew) -> None:
    if not is_file(crew):
        return
    jump_and_return(crew)
    crew.desk.clock_work.go_on(crew.admin)
    told = crew.desk.notifications.claim_due(crew.agent)
    assert [notice.kind for notice in told] == ["assigned"]


def test_signatures_of_now_stay(crew: Crew) -> None:
    if not is_file(crew):
        return
    tick(crew)
    jump = crew.clock.now()
    other = Worker("b" * 32, "PC-2", "window")
    crew.clock.set(jump + YEARS)
    sign(crew.desk.store, other, started_at=None, fired=0, offset=timedelta(0))
    # The first signature is older than a week by then and was taken away; a new one of the right time follows.
    crew.clock.set(jump + timedelta(minutes=1))
    crew.desk.clock_work.go_on(crew.admin)
    tick(crew)
    with crew.desk.store.reading() as connection:
        assert connection.execute(select(heartbeat.c.worker)).scalars().all() == ["Ada Brandt on PC-1"]
