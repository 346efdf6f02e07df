"""Why a clock stands as it does: stretches that add up, thresholds with their keys, and a check that finds any lie."""

from typing import Any

import pytest
from sqlalchemy import update

from app.domain.errors import NotAllowed
from app.domain.instants import HOUR, MINUTE
from app.domain.lifecycle import Step
from app.domain.vocabulary import HoldReason, State
from app.models.clocks import incident_clocks, sla_firing
from app.services.incidents.dto import Post
from app.services.sla.dto import ClockExplanation
from tests.support.clock_desk import with_policies
from tests.support.crew import Crew


def why(crew: Crew, incident_id: str) -> dict[str, ClockExplanation]:
    """The explanations by clock."""
    return {each.view.clock: each for each in crew.desk.sla.why(crew.agent, incident_id)}


def test_the_stretches_add_up_and_name_what_they_were_measured_by(crew: Crew) -> None:
    """Priority 3 on Monday 09:00; held 10:00 to 11:00 and overnight; resolved on Tuesday 10:00 (office 08 to 17)."""
    ref = with_policies(crew).log(impact=2, urgency=2, group_id=crew.service_desk)
    crew.clock.advance(hours=1)
    crew.desk.incidents.step(crew.agent, ref.id, crew.hold(HoldReason.AWAITING_VENDOR))
    crew.clock.advance(hours=1)
    crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS))
    crew.clock.advance(hours=23)
    crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0])
    crew.clock.advance(minutes=5)
    found = why(crew, ref.id)["resolution"]
    told = [(each.motion, each.cause, each.counted // MINUTE) for each in found.segments]
    assert told == [
        ("ran", "the incident was reported", 60),
        ("paused", "it was put on hold", 0),
        ("ran", "the hold ended", 360),
        ("outside_hours", "the hold ended", 0),
        ("ran", "the hold ended", 120),
        ("stopped", "it was resolved", 0),
    ]
    assert found.view.elapsed == sum(each.counted for each in found.segments) == 9 * HOUR
    assert {(each.calendar_name, each.calendar_version) for each in found.segments} == {("Office hours", 1)}
    assert {(each.policy_name, each.policy_version) for each in found.segments} == {("Moderate", 1)}
    assert found.segments[1].reason == "awaiting_vendor"
    assert [(each.elapsed, each.met) for each in found.outcomes] == [(9 * HOUR, True)]
    assert found.arithmetic[:2] == ("Ran 1 h + 6 h + 2 h = 9 h.", "27 h target − 9 h used = 18 h left.")
    assert found.view.felt == 25 * HOUR


def test_thresholds_stand_with_their_keys_and_what_has_fired_of_them(crew: Crew) -> None:
    ref = with_policies(crew).log(impact=1, urgency=1)
    start = crew.clock.now()
    crew.clock.advance(minutes=12)
    with crew.desk.store.writing(crew.admin) as work:
        row: dict[str, Any] = {"incident_id": ref.id, "clock": "response", "cycle": 1, "target": 15 * MINUTE}
        row |= {"threshold": "50%", "reached_at": start, "fired_at": work.now, "fired_by": "test"}
        work.connection.execute(sla_firing.insert(), {**row, "is_late": True, "is_told": True})
    found = why(crew, ref.id)["response"]
    told = [(each.threshold, each.is_reached, each.fired_at is not None, each.is_late) for each in found.milestones]
    assert told == [
        ("50 %", True, True, True),
        ("75 %", True, False, False),
        ("90 %", False, False, False),
        ("100 %", False, False, False),
    ]
    assert found.milestones[0].key == "response/1/900000000/50%"
    assert [each.key for each in crew.desk.sla.firings(crew.agent, ref.id)] == ["response/1/900000000/50%"]


def test_only_the_desk_reads_why(crew: Crew) -> None:
    ref = with_policies(crew).log()
    with pytest.raises(NotAllowed):
        crew.desk.sla.why(crew.requester, ref.id)


def test_a_check_names_every_figure_that_differs(crew: Crew) -> None:
    refs = [with_policies(crew).log(), crew.log(impact=1, urgency=1)]
    crew.desk.incidents.post(crew.agent, refs[1].id, Post(crew.desk.new_id(), "On it", public=True))
    crew.clock.advance(hours=2)
    assert crew.desk.sla.check(crew.supervisor).differences == ()
    with crew.desk.store.database.writing() as connection:
        wrong = update(incident_clocks).where(incident_clocks.c.incident_id == refs[0].id)
        connection.execute(wrong, {"resolution_elapsed": 17, "response_breached": True})
    result = crew.desk.sla.check(crew.supervisor)
    assert {each.field for each in result.differences} == {"resolution_elapsed", "response_breached"}
    assert (result.checked, {each.incident_id for each in result.differences}) == (2, {refs[0].id})
    crew.desk.sla_admin.recount(crew.supervisor, "desk")
    assert crew.desk.sla.check(crew.supervisor, 2).differences == ()
