"""Open incidents are ranked by the risk of missing their target, counted in the background and kept."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.errors import NotAllowed
from app.domain.query.filter import TermKind
from app.domain.vocabulary import State
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.suggestion import incident_risk
from app.services.incidents.dto import IncidentRef
from app.services.incidents.queue_dto import QueueQuery
from app.services.suggestions.dto import LEAST
from app.services.suggestions.risks import RENEW_AFTER, reckon_risks
from tests.support.crew import Crew


def history(crew: Crew, count: int = LEAST) -> None:
    """Resolved incidents of the network, which took between ten minutes and a hundred, in equal parts."""
    first = crew.log(group_id=crew.network)
    crew.bring_to(first, State.RESOLVED)
    begun = crew.clock.now() - timedelta(days=40)
    with crew.desk.store.database.writing() as connection:
        (row,) = connection.execute(select(incident).where(incident.c.id == first.id)).mappings()
        rows = [_resolved(dict(row), crew, begun, number) for number in range(count - 1)]
        connection.execute(incident.insert(), rows)
        minutes = {"resolved_at": begun + timedelta(minutes=9), "reported_at": begun}
        connection.execute(incident.update().where(incident.c.id == first.id), minutes)


def _resolved(row: dict[str, Any], crew: Crew, begun: datetime, number: int) -> dict[str, Any]:
    took = timedelta(minutes=9 + 10 * ((number + 1) % 10))
    times = {"reported_at": begun, "resolved_at": begun + took}
    return row | {"id": crew.desk.new_id(), "number": 1_000 + number, "source_number": None, **times}


def due_in(crew: Crew, ref: IncidentRef, minutes: int, phase: str = "running") -> None:
    """Set when the resolution is due, past the policies."""
    with crew.desk.store.database.writing() as connection:
        mine = incident_clocks.update().where(incident_clocks.c.incident_id == ref.id)
        due_at = crew.clock.now() + timedelta(minutes=minutes)
        connection.execute(mine, {"resolution_due_at": due_at, "resolution_phase": phase})


def kept(crew: Crew) -> dict[str, int | None]:
    """The percentages that are kept, by incident."""
    with crew.desk.store.reading() as connection:
        rows = connection.execute(select(incident_risk.c.incident_id, incident_risk.c.percent))
        return {row.incident_id: row.percent for row in rows}


def queue(crew: Crew, text: str = "is:open", **more: Any) -> list[int]:
    wanted = QueueQuery(text, **{"group_by": "none", "at": crew.clock.now(), **more})
    return [row.number for row in crew.desk.queue.page(crew.agent, wanted).rows]


def test_the_likeliest_to_be_late_comes_first(crew: Crew) -> None:
    history(crew)
    safe, tight, waits = (crew.log(group_id=crew.network) for _ in range(3))
    due_in(crew, safe, 95)
    due_in(crew, tight, 35)
    due_in(crew, waits, 5, "paused")
    assert crew.desk.suggestions.at_risk(crew.agent) == (), "nothing is counted while somebody asks"
    assert reckon_risks(crew.desk.store) == 2, "what waits has no time that runs out"
    found = crew.desk.suggestions.at_risk(crew.agent)
    assert [each.number for each in found] == [tight.number, safe.number]
    assert [(each.risk.late, each.risk.alike) for each in found] == [(140, 200), (20, 200)]
    assert [each.risk.percent for each in found] == [70, 10]
    assert {each.reckoned_at for each in found} == {crew.clock.now()}
    assert crew.desk.suggestions.at_risk(crew.agent, safe.id) == (found[1],)


def test_nothing_is_said_before_enough_was_resolved(crew: Crew) -> None:
    history(crew, LEAST - 1)
    ref = crew.log(group_id=crew.network)
    due_in(crew, ref, 35)
    assert reckon_risks(crew.desk.store) == 0
    assert kept(crew) == {}, "a young desk writes nothing down"
    known = crew.desk.suggestions.known_risks(crew.agent)
    assert (known.resolved, known.reckoned_at) == (LEAST - 1, None)
    assert f"{LEAST - 1} of the {LEAST} resolved incidents" in known.sentence()
    crew.bring_to(crew.log(group_id=crew.network), State.RESOLVED)
    assert reckon_risks(crew.desk.store) == 1
    assert crew.desk.suggestions.known_risks(crew.agent).sentence() == ""


def test_it_is_counted_again_as_time_goes_on_and_when_the_incident_changes(crew: Crew) -> None:
    history(crew)
    ref = crew.log(group_id=crew.network)
    due_in(crew, ref, 95)
    reckon_risks(crew.desk.store)
    assert kept(crew) == {ref.id: 10}
    assert reckon_risks(crew.desk.store) == 0, "who looks a moment later has nothing to do"
    due_in(crew, ref, 35)
    assert reckon_risks(crew.desk.store, [ref.id]) == 1, "a change is counted at once"
    assert kept(crew) == {ref.id: 70}
    assert reckon_risks(crew.desk.store, [ref.id]) == 0, "what comes to the same is not written"
    crew.clock.advance(minutes=25)
    assert timedelta(minutes=25) > RENEW_AFTER
    assert reckon_risks(crew.desk.store) == 1
    assert kept(crew) == {ref.id: 88}, "140 of the 160 that were open this long"
    crew.clock.advance(minutes=20)
    reckon_risks(crew.desk.store)
    assert kept(crew) == {ref.id: None}, "it is late, and no risk any more"


def test_a_risk_ends_with_its_incident(crew: Crew) -> None:
    history(crew)
    ended, waits = (crew.log(group_id=crew.network) for _ in range(2))
    for ref in (ended, waits):
        due_in(crew, ref, 35)
    reckon_risks(crew.desk.store)
    assert set(queue(crew, "risk:high")) == {ended.number, waits.number}
    crew.bring_to(ended, State.RESOLVED)
    assert queue(crew, "is:any risk:any") == [waits.number], "what is over is at no risk, before anybody counts"
    due_in(crew, waits, 35, "paused")
    reckon_risks(crew.desk.store, [ended.id, waits.id])
    assert kept(crew) == {ended.id: None, waits.id: None}


def test_the_queue_is_filtered_and_sorted_by_it(crew: Crew) -> None:
    history(crew)
    refs = [crew.log(group_id=crew.network) for _ in range(4)]
    for ref, minutes in zip(refs[:3], (95, 35, 75), strict=True):
        due_in(crew, ref, minutes)
    due_in(crew, refs[3], 35, "paused")
    reckon_risks(crew.desk.store)
    low, high, medium, unknown = (ref.number for ref in refs)
    assert queue(crew, "is:open risk:high") == queue(crew, "risk:>50%") == [high]
    assert queue(crew, "is:open risk:medium,low", sort="number", descending=False) == [low, medium]
    assert queue(crew, "is:open risk:none") == queue(crew, "is:open -risk:any") == [unknown]
    assert queue(crew, sort="risk", descending=True) == [high, medium, low, unknown]
    assert queue(crew, sort="risk", descending=False) == [low, medium, high, unknown]
    (first,) = crew.desk.queue.page(crew.agent, QueueQuery("risk:high", at=crew.clock.now())).rows
    assert (first.risk, first.risk_late, first.risk_alike, first.risk_is_wide) == (70, 140, 200, False)
    assert first.risk_at == crew.clock.now()
    offers = crew.desk.queue.suggest(crew.agent, QueueQuery("is:open", at=crew.clock.now()), TermKind.RISK, "")
    assert [(each.value, each.incidents) for each in offers] == [("high", 1), ("medium", 1), ("low", 1), ("none", 1)]


def test_nobody_learns_by_it_of_what_they_may_not_see(crew: Crew) -> None:
    history(crew)
    ref = crew.log(group_id=crew.network, caller_id=crew.requester.person_id)
    due_in(crew, ref, 35)
    crew.write("incident", ref, restricted_group_id=crew.network)
    reckon_risks(crew.desk.store)
    assert kept(crew) == {ref.id: 70}
    assert crew.desk.suggestions.at_risk(crew.agent, ref.id) == ()
    assert [each.number for each in crew.desk.suggestions.at_risk(crew.engineer)] == [ref.number]
    assert queue(crew, "risk:any") == []
    with pytest.raises(NotAllowed):
        crew.desk.suggestions.at_risk(crew.requester)
    at = crew.clock.now()
    (own,) = crew.desk.queue.page(crew.requester, QueueQuery("is:open", sort="risk", at=at)).rows
    assert (own.risk, own.risk_late, own.risk_at) == (None, None, None)
    assert crew.desk.queue.page(crew.requester, QueueQuery("risk:any", at=at)).rows == ()
