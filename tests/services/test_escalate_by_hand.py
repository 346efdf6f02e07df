"""Escalations that people raise, acknowledge, take, hand back and end; and who may."""

import pytest

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.escalation.words import EscalationKind, Level
from app.domain.vocabulary import State
from app.services.escalation.dto import EscalationFilter
from app.services.incidents.dto import Post
from tests.support.crew import Crew
from tests.support.escalating import ask, journal_of, live, pass_time, told

UP = EscalationKind.HIERARCHICAL


def test_to_the_next_tier_with_reason_and_what_was_tried(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    request = ask(crew)
    assert crew.desk.escalation_work.escalate(crew.agent, ref.id, request) == request.id
    crew.desk.escalation_work.escalate(crew.agent, ref.id, request)
    seen = crew.see(ref)
    assert (seen.group_name, seen.assignee_id) == ("Network", None)
    (row,) = live(crew)
    assert (row.kind, row.state, row.from_group_name, row.to_group_name) == (
        "functional", "waiting", "Service desk", "Network",
    )  # fmt: skip
    assert (row.reason, row.tried, row.raised_by_name) == (
        "Needs skills that we lack", "Restarted the spooler.", "Ada Brandt",
    )  # fmt: skip
    assert (row.acknowledge_by - row.raised_at).total_seconds() == 30 * 60  # type: ignore[operator]  # it is waited for
    assert row.recipients == ("Bo Eriksen", "Sven Lind")
    assert told(crew) == [
        "Bo: Escalated to Network: INC-000001 Printer on floor 2 jams",
        "Sven: Escalated to Network: INC-000001 Printer on floor 2 jams",
    ]
    assert journal_of(crew, ref) == [
        (
            "Escalated to Network, to be acknowledged in 30 min. Reason: Needs skills that we lack.\n\n"
            "Tried so far: Restarted the spooler."
        )
    ]


def test_to_a_person_of_a_group_and_to_a_level(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    person = ask(crew, to_group_id=crew.network, to_person_id=crew.engineer.person_id, is_urgent=True)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, person)
    assert crew.see(ref).assignee_name == "Bo Eriksen"
    crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, UP, level=Level.LEAD))
    by_kind = {row.kind: row for row in live(crew)}
    assert by_kind["functional"].to_person_name == "Bo Eriksen"
    assert (by_kind["hierarchical"].level, by_kind["hierarchical"].recipients) == (1, ("Sven Lind",))
    assert all(row.is_urgent for row in by_kind.values())
    assert crew.see(ref).group_name == "Network", "a level moves nothing"
    with pytest.raises(Refused, match=r"level 1 \(lead\) already"):
        crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, UP, level=Level.LEAD))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"reason": " "}, "the reason"),
        ({"tried": "\n"}, "what was tried"),
        ({"kind": UP}, "lead, manager or head"),
        ({"to_group_id": "0" * 32}, "not in use"),
    ],
)
def test_what_the_sheet_demands(fields: dict[str, object], says: str, crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    before = crew.dump()
    with pytest.raises((Refused, BadInput), match=says):
        crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, **fields))  # type: ignore[arg-type]  # the table names them
    assert crew.dump() == before


def test_where_nothing_stands_higher_or_nothing_is_to_do(crew: Crew) -> None:
    ref = crew.log(group_id=crew.network)
    with pytest.raises(Refused, match="No group stands higher"):
        crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
    with pytest.raises(Refused, match="with Network already"):
        crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, to_group_id=crew.network))
    crew.bring_to(ref, State.RESOLVED)
    with pytest.raises(Refused, match="only an open one"):
        crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, to_group_id=crew.service_desk))


def test_who_may(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    work = crew.desk.escalation_work
    with pytest.raises(NotAllowed):
        work.escalate(crew.requester, ref.id, ask(crew))
    request = ask(crew)
    work.escalate(crew.agent, ref.id, request)
    with pytest.raises(NotAllowed, match="waits for Network"):
        work.acknowledge(crew.agent, request.id)
    work.acknowledge(crew.engineer, request.id)
    with pytest.raises(NotAllowed):
        work.publish_rules(crew.agent, ())
    with pytest.raises(NotFound):
        work.acknowledge(crew.engineer, "0" * 32)


def test_a_restricted_incident_is_escalated_among_its_own(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.write("incident", ref, restricted_group_id=crew.network)
    with pytest.raises(NotFound):
        crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
    crew.desk.escalation_work.escalate(crew.engineer, ref.id, ask(crew, to_group_id=crew.network))
    assert live(crew, crew.agent) == ()
    assert told(crew, crew.agent) == []
    assert len(told(crew, crew.supervisor)) == 1


def test_acknowledged_it_is_passed_on_no_more(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    request = ask(crew)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, request)
    crew.clock.advance(minutes=10)
    crew.desk.escalation_work.acknowledge(crew.engineer, request.id)
    crew.desk.escalation_work.acknowledge(crew.supervisor, request.id)
    pass_time(crew, hours=5)
    (row,) = live(crew)
    assert (row.state, row.acknowledged_by_name, row.acknowledge_by) == ("active", "Bo Eriksen", None)
    assert journal_of(crew, ref)[1:] == ["Acknowledged the escalation to Network."]


def test_taking_it_makes_the_incident_yours(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    request = ask(crew)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, request)
    crew.desk.escalation_work.take(crew.engineer, request.id)
    (row,) = live(crew, crew.engineer)
    assert (row.state, row.to_person_name, row.is_mine) == ("active", "Bo Eriksen", True)
    assert crew.see(ref).assignee_name == "Bo Eriksen"
    assert crew.desk.escalations.live(crew.agent, EscalationFilter(mine=True)) == ()


def test_handing_back_needs_a_note_and_moves_it_back(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    request = ask(crew)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, request)
    with pytest.raises(Refused, match="Say why"):
        crew.desk.escalation_work.hand_back(crew.engineer, request.id, " ")
    crew.desk.escalation_work.hand_back(crew.engineer, request.id, "The switch is fine; look at the driver.")
    assert crew.see(ref).group_name == "Service desk"
    assert live(crew) == ()
    (row,) = crew.desk.escalations.of_incident(crew.agent, ref.id)
    assert (row.state, row.end_note, row.ended_by_name) == (
        "handed_back", "The switch is fine; look at the driver.", "Bo Eriksen",
    )  # fmt: skip
    assert told(crew, crew.agent) == ["Handed back by Network: INC-000001 Printer on floor 2 jams"]
    with pytest.raises(Refused, match="over: handed back"):
        crew.desk.escalation_work.acknowledge(crew.engineer, request.id)


def test_paging_again_tells_again(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    request = ask(crew)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, request)
    for _ in range(2):
        assert crew.desk.escalation_work.page_again(crew.agent, request.id).told == ("Bo Eriksen", "Sven Lind")
    assert len(told(crew, crew.engineer)) == 3


def test_ending_it_by_hand(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    request = ask(crew)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, request)
    crew.desk.escalation_work.end(crew.agent, request.id, "The caller found the cable.")
    assert live(crew) == ()
    assert len(crew.desk.escalations.live(crew.agent, EscalationFilter(ended_days=1))) == 1


@pytest.mark.parametrize("state", [State.RESOLVED, State.CANCELED])
def test_it_ends_with_the_incident(state: State, crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
    crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, UP, level=Level.MANAGER))
    crew.bring_to(ref, state)
    assert live(crew) == ()
    assert {row.end_note for row in crew.desk.escalations.of_incident(crew.agent, ref.id)} == {
        f"The incident was {state.value}"
    }
    assert journal_of(crew, ref)[-1] == "Ended with the incident: the escalation to Network and level 2 (manager)."
    pass_time(crew, days=1)
    assert live(crew) == ()


def test_not_acknowledged_it_goes_up_level_by_level_exactly_once(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
    pass_time(crew, minutes=29)
    assert [row.state for row in live(crew)] == ["waiting"]
    pass_time(crew, minutes=1)
    (row,) = live(crew)
    assert (row.kind, row.level, row.recipients) == ("hierarchical", 1, ("Sven Lind",))
    pass_time(crew)
    pass_time(crew, minutes=30)
    pass_time(crew, minutes=30)
    (row,) = live(crew)
    assert (row.level, row.recipients) == (3, ("Ruth Root",))
    for _ in range(6):
        pass_time(crew, minutes=30)
    (row,) = live(crew)
    assert (row.state, row.acknowledge_by) == ("waiting", None)
    states = [row.state for row in reversed(crew.desk.escalations.of_incident(crew.agent, ref.id))]
    assert states == ["passed_on", "passed_on", "passed_on", "waiting"]
    assert len(told(crew, crew.admin)) == 4, "paged once, and three times again"
    assert "Nobody of Network acknowledged in time. Escalated to level 1 (lead): Sven Lind." in journal_of(crew, ref)


def test_leads_managers_and_heads_are_chosen(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    work = crew.desk.escalation_work
    work.set_lead(crew.supervisor, crew.service_desk, crew.agent.person_id, True)
    work.set_chain(crew.supervisor, [crew.engineer.person_id], [crew.supervisor.person_id])
    levels = crew.desk.escalations.targets(crew.agent, ref.id).levels
    assert [level.people for level in levels] == [("Ada Brandt",), ("Bo Eriksen",), ("Sven Lind",)]
    assert crew.desk.escalations.chain(crew.agent).manager_names == ("Bo Eriksen",)
    with pytest.raises(BadInput):
        work.set_chain(crew.supervisor, [crew.requester.person_id], [])
    with pytest.raises(NotFound):
        work.set_lead(crew.supervisor, crew.service_desk, crew.engineer.person_id, True)


def test_targets_show_who_is_there_and_what_they_have(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.log(group_id=crew.network)
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "Changed the toner.", public=False))
    targets = crew.desk.escalations.targets(crew.agent, ref.id)
    assert [(group.name, group.is_next_tier, group.open_incidents, group.unassigned) for group in targets.groups] == [
        ("Network", True, 1, 1),
        ("Service desk", False, 1, 0),
    ]
    assert {person.name: person.open_incidents for person in targets.people} == {
        "Ada Brandt": 1, "Bo Eriksen": 0, "Sven Lind": 0,
    }  # fmt: skip
    assert targets.last_note == "Changed the toner."
    assert [level.is_reached for level in targets.levels] == [False, False, False]


def test_a_slip_is_taken_back_to_the_group_and_the_person_who_had_it(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    request = ask(crew, to_person_id=crew.engineer.person_id)
    work = crew.desk.escalation_work
    crew.clock.advance(minutes=1)
    work.escalate(crew.agent, ref.id, request)
    assert crew.see(ref).group_name == "Network"
    with pytest.raises(NotAllowed, match="Somebody else escalated it"):
        work.take_back(crew.supervisor, request.id)
    crew.clock.advance(seconds=8)
    work.take_back(crew.agent, request.id)
    seen = crew.see(ref)
    assert (seen.group_name, seen.assignee_id) == ("Service desk", crew.agent.person_id)
    assert live(crew) == ()
    assert journal_of(crew, ref)[-1] == "Took back the escalation to Network."
    assert "The escalation to Network was taken back: INC-000001 Printer on floor 2 jams" in told(crew, crew.engineer)
    pass_time(crew, minutes=45)
    assert live(crew) == (), "nothing of it is passed on"
    with pytest.raises(Refused, match="is over"):
        work.take_back(crew.agent, request.id)


def test_a_level_that_is_taken_back_lets_the_lower_one_wait_on(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    lead, manager = ask(crew, UP, level=Level.LEAD), ask(crew, UP, level=Level.MANAGER)
    work = crew.desk.escalation_work
    work.escalate(crew.agent, ref.id, lead)
    (before,) = live(crew)
    crew.clock.advance(minutes=1)
    work.escalate(crew.agent, ref.id, manager)
    assert [row.level for row in live(crew)] == [2]
    work.take_back(crew.agent, manager.id)
    (after,) = live(crew)
    assert (after.level, after.state, after.acknowledge_by) == (1, "waiting", before.acknowledge_by)


def test_what_somebody_acts_on_or_is_long_over_is_not_taken_back(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    work, first = crew.desk.escalation_work, ask(crew, is_urgent=False)
    work.escalate(crew.agent, ref.id, first)
    crew.clock.advance(minutes=11)
    with pytest.raises(Refused, match="too long ago"):
        work.take_back(crew.agent, first.id)
    work.acknowledge(crew.engineer, first.id)
    with pytest.raises(Refused, match="acknowledged already"):
        work.take_back(crew.agent, first.id)
