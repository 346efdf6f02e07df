"""Those who lead the desk are told of a burst once, with the incidents behind it."""

import pytest
from sqlalchemy import select

from app.domain.bursts import BurstAnswer
from app.domain.errors import NotAllowed
from app.infra.unit_of_work import Store
from app.models.timers import notification
from app.services.problems.dto import NewProblem
from app.services.suggestions.bursts import look_for_bursts
from tests.support.crew import Crew


def told(crew: Crew) -> list[tuple[str, str, str]]:
    with crew.desk.store.database.reading() as connection:
        rows = connection.execute(select(notification).where(notification.c.kind == "burst")).all()
    return [(row.person_id, row.title, row.body) for row in rows]


def heart(crew: Crew) -> Store:
    return crew.heart


def with_history(crew: Crew) -> None:
    """A desk that has been open for six weeks."""
    crew.log(short_description="The first call")
    crew.clock.advance(days=42)


def outage(crew: Crew, count: int = 7) -> list[int]:
    numbers = []
    for place in range(count):
        crew.clock.advance(minutes=2)
        numbers.append(crew.log(short_description=f"Scanner {place} offline", service_id=crew.service).number)
    return numbers


def test_a_burst_is_told_once_with_its_incidents(crew: Crew) -> None:
    with_history(crew)
    numbers = outage(crew)
    found = look_for_bursts(heart(crew))
    assert [[report.number for report in each.reports] for each in found] == [numbers]
    look_for_bursts(heart(crew))
    crew.clock.advance(minutes=5)
    look_for_bursts(heart(crew))
    people = [who for who, _title, _body in told(crew)]
    assert people == [crew.supervisor.person_id], "once, and whoever decides about major incidents"
    _who, title, body = told(crew)[0]
    assert title.startswith("A major incident? 7 incidents within an hour with ")
    assert title.endswith("usually 0.0")
    assert "INC-000002, INC-000003" in body


def test_calls_about_the_same_thing_without_a_service_are_a_burst(crew: Crew) -> None:
    with_history(crew)
    for summary in ("VPN drops", "No VPN", "VPN is dead", "Cannot reach the vpn", "My VPN hangs", "vpn?", "VPN!"):
        crew.clock.advance(minutes=2)
        crew.log(short_description=summary)
    (seen,) = crew.desk.suggestions.bursts(crew.agent)
    assert (seen.kind, seen.name, len(seen.incident_ids)) == ("word", "vpn", 7)


def test_what_is_proposed_already_is_not_told(crew: Crew) -> None:
    with_history(crew)
    outage(crew)
    first = crew.desk.incident.find_number(crew.agent, 2)
    assert first is not None
    crew.desk.major_work.propose(crew.agent, first.id, "Nobody can scan.")
    assert look_for_bursts(heart(crew)) == ()


def test_restricted_and_canceled_ones_and_a_young_desk_are_no_burst(crew: Crew) -> None:
    outage(crew)
    assert look_for_bursts(heart(crew)) == (), "a desk of an hour does not know what is usual"
    crew.clock.advance(days=42)
    for number in outage(crew):
        ref = crew.desk.incident.find_number(crew.agent, number)
        assert ref is not None
        crew.write("incident", ref, restricted_group_id=crew.network)
    assert look_for_bursts(heart(crew)) == ()
    assert told(crew) == []


def test_nothing_is_written_on_a_quiet_desk(crew: Crew) -> None:
    with_history(crew)
    outage(crew, 3)
    before = crew.dump()
    assert look_for_bursts(heart(crew)) == ()
    assert crew.dump() == before


def test_a_burst_is_shown_until_it_is_answered(crew: Crew) -> None:
    with_history(crew)
    numbers = outage(crew)
    (seen,) = crew.desk.suggestions.bursts(crew.agent)
    assert (seen.kind, len(seen.incident_ids)) in {("service", len(numbers)), ("word", len(numbers))}
    assert seen.since < crew.clock.now()
    crew.desk.suggestion_work.answer_burst(crew.agent, seen, BurstAnswer.LATER)
    assert crew.desk.suggestions.bursts(crew.agent) == (), "not now"
    assert crew.desk.suggestions.bursts(crew.supervisor) == (seen,), "others decide for themselves"
    problem = crew.desk.new_id()
    crew.desk.problem_work.open(crew.supervisor, problem, NewProblem("Scanners"), seen.incident_ids)
    crew.desk.suggestion_work.answer_burst(crew.supervisor, seen, BurstAnswer.PROBLEM)
    assert crew.desk.suggestions.bursts(crew.engineer) == (), "somebody made something of it"
    crew.desk.problem_work.unlink(crew.supervisor, problem, seen.incident_ids)
    assert crew.desk.suggestions.bursts(crew.engineer) == (seen,), "and took it back"
    crew.desk.suggestion_work.answer_burst(crew.engineer, seen, BurstAnswer.MAJOR)
    assert crew.desk.suggestions.bursts(crew.engineer) == (seen,), "nothing was made of it yet"
    first = seen.incident_ids[0]
    crew.desk.major_work.propose(crew.engineer, first, "Nobody can scan.")
    assert crew.desk.suggestions.bursts(crew.engineer) == ()
    crew.desk.major_work.take_back(crew.engineer, first)
    assert crew.desk.suggestions.bursts(crew.engineer) == (seen,)
    crew.desk.major_work.propose(crew.engineer, first, "Nobody can scan.")
    crew.desk.major_work.reject(crew.supervisor, first, "One site")
    assert crew.desk.suggestions.bursts(crew.engineer) == (), "it was decided about"
    with pytest.raises(NotAllowed):
        crew.desk.suggestions.bursts(crew.requester)
