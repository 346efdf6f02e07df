"""Open incidents are ranked by the risk of missing their target, from the history of the desk."""

from datetime import timedelta

import pytest

from app.domain.errors import NotAllowed
from app.domain.vocabulary import State
from app.models.clocks import incident_clocks
from app.services.incidents.dto import IncidentRef
from tests.support.crew import Crew


def history(crew: Crew) -> None:
    """Ten resolved incidents of the network, which took between ten minutes and a hundred."""
    for minutes in range(9, 109, 10):
        ref = crew.log(group_id=crew.network)
        crew.clock.advance(minutes=minutes)
        crew.bring_to(ref, State.RESOLVED)


def due_in(crew: Crew, ref: IncidentRef, minutes: int, phase: str = "running") -> None:
    """Set when the resolution is due, past the policies."""
    with crew.desk.store.database.writing() as connection:
        mine = incident_clocks.update().where(incident_clocks.c.incident_id == ref.id)
        due_at = crew.clock.now() + timedelta(minutes=minutes)
        connection.execute(mine, {"resolution_due_at": due_at, "resolution_phase": phase})


def test_the_likeliest_to_be_late_comes_first(crew: Crew) -> None:
    history(crew)
    safe, tight, waits = (crew.log(group_id=crew.network) for _ in range(3))
    due_in(crew, safe, 95)
    due_in(crew, tight, 35)
    due_in(crew, waits, 5, "paused")
    found = crew.desk.suggestions.at_risk(crew.agent)
    assert [each.number for each in found] == [tight.number, safe.number], "what waits has no time that runs out"
    assert [(each.risk.late, each.risk.alike) for each in found] == [(7, 10), (1, 10)]
    assert found[0].risk.chance > 0.5 > found[1].risk.chance
    assert crew.desk.suggestions.at_risk(crew.agent, safe.id) == (found[1],)


def test_nothing_is_said_without_a_history_and_nothing_of_what_one_may_not_see(crew: Crew) -> None:
    ref = crew.log(group_id=crew.network)
    due_in(crew, ref, 35)
    assert crew.desk.suggestions.at_risk(crew.agent) == ()
    history(crew)
    due_in(crew, ref, 35)
    crew.write("incident", ref, restricted_group_id=crew.network)
    assert crew.desk.suggestions.at_risk(crew.agent, ref.id) == ()
    with pytest.raises(NotAllowed):
        crew.desk.suggestions.at_risk(crew.requester)
