"""The figures of service levels from the clocks of this desk: per clock, per incident, and what is open and overdue."""

from app.domain.kpi import ClockShare
from app.domain.vocabulary import State
from app.services.incidents.dto import Post
from tests.support.clock_desk import with_policies
from tests.support.crew import Crew


def test_compliance_counts_clocks_that_are_done_and_tells_what_is_overdue(crew: Crew) -> None:
    """Four of priority 1 (15 m and 4 h): both in time, response late, still open and late, canceled."""
    with_policies(crew)
    good, late, going, gone = (crew.log(impact=1, urgency=1) for _ in range(4))
    crew.clock.advance(minutes=10)
    crew.desk.incidents.post(crew.agent, good.id, Post(crew.desk.new_id(), "On it", public=True))
    crew.desk.incidents.step(crew.supervisor, gone.id, crew.way_to(State.CANCELED)[0])
    crew.clock.advance(minutes=10)
    crew.desk.incidents.post(crew.agent, late.id, Post(crew.desk.new_id(), "Sorry", public=True))
    for ref in (good, late):
        crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0])
    crew.clock.advance(hours=1)
    report = crew.desk.kpi.report(crew.supervisor)
    assert report.clocks == {
        "response": ClockShare(met=1, counted=2, share=0.5, overdue=1, open=1),
        "resolution": ClockShare(met=2, counted=2, share=1.0, overdue=0, open=1),
    }
    assert (report.sla.met, report.sla.counted, report.sla_recorded.counted) == (1, 2, 0)
    assert crew.see(going).state == State.NEW


def test_what_is_due_at_closing_is_not_overdue_before_the_next_opening(crew: Crew) -> None:
    """Priority 3 logged Monday 13:00 has 4 h for its response: due at 17:00, when the desk closes."""
    with_policies(crew)
    crew.clock.advance(hours=4)
    crew.log(impact=2, urgency=2)
    crew.clock.advance(hours=8)
    assert crew.desk.kpi.report(crew.supervisor).clocks["response"].overdue == 0
    crew.clock.advance(hours=12)
    assert crew.desk.kpi.report(crew.supervisor).clocks["response"].overdue == 1


def test_without_targets_there_is_no_share_instead_of_all(crew: Crew) -> None:
    crew.log()
    report = crew.desk.kpi.report(crew.supervisor)
    assert (report.clocks, report.sla.share) == ({}, None)
