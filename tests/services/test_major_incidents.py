"""Major incidents at the desk: proposed by a person or a rule, decided by those who may, led, ended; who is told."""

import pytest

from app.domain.errors import BadInput, NotAllowed, Refused, StaleEdit
from app.domain.escalation.rules import ActionKind, Trigger, TriggerKind
from app.domain.lifecycle import Step
from app.domain.sla.policy import Clock
from app.domain.sla.thresholds import BREACH
from app.domain.vocabulary import CloseCause, LinkKind, State
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import FieldEdit, IncidentRef
from app.services.incidents.queue_dto import QueueQuery
from tests.support.crew import Crew
from tests.support.escalating import act, fire, publish, rule, told

TITLE = "INC-000001 Printer on floor 2 jams"


def logged(crew: Crew) -> IncidentRef:
    return crew.log(group_id=crew.network, assignee_id=crew.engineer.person_id)


def decision(crew: Crew, **fields: object) -> MajorDecision:
    usual = {"lead_id": crew.supervisor.person_id, "note": "Nobody can ship.", "impact": "Two sites stand still."}
    return MajorDecision(**{**usual, **fields})  # type: ignore[arg-type]  # the fields are those of a decision


def accepted(crew: Crew, ref: IncidentRef, **fields: object) -> IncidentRef:
    crew.clock.advance(minutes=1)
    crew.desk.major_work.accept(crew.supervisor, ref.id, decision(crew, **fields))
    return ref


def test_a_person_proposes_and_a_supervisor_accepts(crew: Crew) -> None:
    ref = logged(crew)
    crew.desk.major_work.propose(crew.agent, ref.id, "Two sites cannot print.")
    assert told(crew, crew.supervisor) == [f"Proposed as a major incident: {TITLE}"]
    (row,) = crew.desk.majors.standing(crew.supervisor)
    assert (row.major_state, row.by_name, row.words, row.lead_id, row.is_mine) == (
        "proposed", "Ada Brandt", "Two sites cannot print.", None, True,
    )  # fmt: skip
    assert not crew.desk.majors.standing(crew.agent)[0].is_mine
    accepted(crew, ref)
    seen = crew.see(ref)
    assert (seen.major_state, seen.business_impact) == ("accepted", "Two sites stand still.")
    assert seen.major == seen.major._replace(
        since=crew.clock.now(), by_name="Sven Lind", words="Nobody can ship.", lead_name="Sven Lind"
    )
    assert {change.field: (change.old, change.new) for change in seen.journal[-1].changes} == {
        "major_state": ("proposed", "accepted"),
        "major_lead_id": (None, "Sven Lind"),
    }
    assert f"Accepted as a major incident: {TITLE}" in told(crew, crew.agent), "who proposed it is told"
    assert f"Accepted as a major incident: {TITLE}" in told(crew, crew.engineer), "who works on it is told"
    assert all(notice.is_urgent for notice in crew.desk.notifications.mine(crew.agent))
    (row,) = crew.desk.majors.standing(crew.supervisor)
    assert (row.major_state, row.lead_name, row.is_mine) == ("accepted", "Sven Lind", True)


def test_a_rejection_says_why_to_whoever_asked_and_works_on_it(crew: Crew) -> None:
    ref = logged(crew)
    crew.desk.major_work.propose(crew.agent, ref.id, "Two sites cannot print.")
    with pytest.raises(Refused, match="Say why"):
        crew.desk.major_work.reject(crew.supervisor, ref.id, " ")
    crew.desk.major_work.reject(crew.supervisor, ref.id, "One printer, one floor.")
    seen = crew.see(ref)
    assert (seen.major_state, seen.major.words) == ("rejected", "One printer, one floor.")
    for actor in (crew.agent, crew.engineer):
        assert f"Rejected as a major incident: {TITLE}" in told(crew, actor)
    assert crew.desk.majors.standing(crew.supervisor) == ()
    crew.desk.major_work.propose(crew.agent, ref.id, "A second site now.")
    assert crew.see(ref).major_state == "proposed"


def test_a_supervisor_declares_one_without_a_proposal(crew: Crew) -> None:
    ref = accepted(crew, logged(crew), lead_id=crew.agent.person_id)
    assert crew.see(ref).major.lead_name == "Ada Brandt"
    assert told(crew, crew.agent) == [f"You lead the major incident: {TITLE}"]
    assert told(crew, crew.engineer)[-1] == f"Declared a major incident: {TITLE}"


def test_what_is_missing_is_said_at_once_and_nothing_is_written(crew: Crew) -> None:
    ref = logged(crew)
    before = crew.dump()
    with pytest.raises(Refused) as refusal:
        crew.desk.major_work.accept(crew.supervisor, ref.id, decision(crew, note="", impact="\u200b"))
    assert {item.field for item in refusal.value.missing} == {"note", "business_impact"}
    with pytest.raises(BadInput, match="Choose somebody who works at the desk"):
        crew.desk.major_work.accept(crew.supervisor, ref.id, decision(crew, lead_id=crew.requester.person_id))
    with pytest.raises(Refused, match="who is hit"):
        crew.desk.major_work.propose(crew.agent, ref.id, "")
    assert crew.dump() == before


def test_the_lead_must_be_able_to_see_it(crew: Crew) -> None:
    ref = logged(crew)
    crew.write("incident", ref, restricted_group_id=crew.network)
    with pytest.raises(BadInput, match="must be able to see it"):
        crew.desk.major_work.accept(crew.supervisor, ref.id, decision(crew, lead_id=crew.agent.person_id))
    accepted(crew, ref, lead_id=crew.engineer.person_id)


def test_somebody_elses_words_about_the_impact_are_not_overwritten(crew: Crew) -> None:
    ref = logged(crew)
    crew.desk.incidents.edit(crew.engineer, ref.id, {"business_impact": FieldEdit(None, "Only billing.")})
    with pytest.raises(StaleEdit):
        accepted(crew, ref)
    assert crew.see(ref).major_state == "none"
    accepted(crew, ref, impact_seen="Only billing.")
    assert crew.see(ref).business_impact == "Two sites stand still."


def test_requesters_and_agents_decide_nothing(crew: Crew) -> None:
    ref = logged(crew)
    with pytest.raises(NotAllowed):
        crew.desk.major_work.propose(crew.requester, ref.id, "Please!")
    crew.desk.major_work.propose(crew.agent, ref.id, "Two sites.")
    before = crew.dump()
    for refused in (
        lambda: crew.desk.major_work.accept(crew.agent, ref.id, decision(crew)),
        lambda: crew.desk.major_work.reject(crew.agent, ref.id, "No"),
        lambda: crew.desk.major_work.demote(crew.agent, ref.id, "No"),
        lambda: crew.desk.major_work.hand_over(crew.agent, ref.id, crew.agent.person_id),
        lambda: crew.desk.majors.standing(crew.requester),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert crew.dump() == before
    assert crew.see(ref, crew.requester).major.words == "", "the words are the desk's"


def test_two_decisions_at_once_are_one(crew: Crew) -> None:
    ref = logged(crew)
    crew.desk.major_work.propose(crew.agent, ref.id, "Two sites.")
    crew.desk.major_work.reject(crew.supervisor, ref.id, "One printer.")
    with pytest.raises(Refused, match="not proposed"):
        crew.desk.major_work.reject(crew.admin, ref.id, "Mine too")


def test_the_lead_is_handed_over_and_it_is_taken_back(crew: Crew) -> None:
    ref = accepted(crew, logged(crew))
    crew.desk.major_work.hand_over(crew.supervisor, ref.id, crew.engineer.person_id)
    assert crew.see(ref).major.lead_name == "Bo Eriksen"
    assert told(crew, crew.engineer)[-1] == f"You lead the major incident: {TITLE}"
    assert crew.see(ref).major.words == "Nobody can ship.", "the decision is still the last one"
    with pytest.raises(Refused, match="Say why"):
        crew.desk.major_work.demote(crew.supervisor, ref.id, "")
    crew.desk.major_work.demote(crew.supervisor, ref.id, "Only one floor after all.")
    seen = crew.see(ref)
    assert (seen.major_state, seen.major.lead_id, seen.state) == ("canceled", None, "new")


def test_it_is_closed_by_its_lead_or_a_supervisor_alone(crew: Crew) -> None:
    ref = accepted(crew, logged(crew), lead_id=crew.engineer.person_id)
    crew.bring_to(ref, State.RESOLVED)
    close = Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED)
    for actor in (crew.requester, crew.agent):
        with pytest.raises(NotAllowed, match="whoever leads it or by a supervisor"):
            crew.step(ref, close, actor)
    crew.step(ref, close, crew.engineer)
    assert crew.see(ref).state == "closed"
    assert crew.desk.majors.standing(crew.supervisor) == ()


def test_its_resolution_is_that_of_its_children_and_of_theirs(crew: Crew) -> None:
    ref, child, grandchild = logged(crew), logged(crew), logged(crew)
    crew.link(child, ref, LinkKind.PARENT)
    crew.link(grandchild, child, LinkKind.PARENT)
    accepted(crew, ref)
    crew.step(ref, crew.hold(), crew.supervisor)
    assert crew.see(child).state == "new"
    result = crew.desk.incidents.step(crew.supervisor, ref.id, crew.way_to(State.RESOLVED)[0])
    assert result.children == (child.number, grandchild.number)
    assert [crew.see(each).state for each in (child, grandchild)] == ["resolved", "resolved"]


def test_a_rule_proposes_in_words_that_name_it(crew: Crew) -> None:
    trigger = Trigger(TriggerKind.CLOCK, Clock.RESOLUTION, BREACH)
    publish(crew, rule("major", trigger, act(ActionKind.PROPOSE_MAJOR)))
    ref = logged(crew)
    fire(crew, ref, BREACH)
    (row,) = crew.desk.majors.standing(crew.supervisor)
    assert row.by_name is None
    assert row.words == "Rule “Rule major”, because the resolution clock was breached"
    crew.desk.major_work.reject(crew.supervisor, ref.id, "It is one printer.")
    fire(crew, ref, BREACH, cycle=2)
    assert crew.see(ref).major_state == "rejected", "a rule does not ask again what was decided"


def test_managers_who_may_not_decide_leave_it_to_the_supervisors(crew: Crew) -> None:
    crew.desk.escalation_work.set_chain(crew.supervisor, [crew.agent.person_id], [])
    ref = logged(crew)
    crew.desk.major_work.propose(crew.engineer, ref.id, "Two sites.")
    assert told(crew, crew.supervisor) == [f"Proposed as a major incident: {TITLE}"]
    assert told(crew, crew.agent) == []


def test_the_filter_finds_them(crew: Crew) -> None:
    logged(crew)
    ref = accepted(crew, logged(crew))
    proposed = logged(crew)
    crew.desk.major_work.propose(crew.agent, proposed.id, "Two sites.")
    rejected = logged(crew)
    crew.desk.major_work.propose(crew.agent, rejected.id, "One site.")
    crew.desk.major_work.reject(crew.supervisor, rejected.id, "One printer.")
    rows = crew.desk.queue.page(crew.agent, QueueQuery("is:major")).rows
    assert {(row.id, row.major_state) for row in rows} == {(ref.id, "accepted"), (proposed.id, "proposed")}


def test_a_proposal_and_decisions_are_taken_back_one_after_another(crew: Crew) -> None:
    ref, work = logged(crew), crew.desk.major_work
    work.propose(crew.agent, ref.id, "Two sites cannot print.")
    proposed = crew.see(ref)
    accepted(crew, ref)
    work.hand_over(crew.supervisor, ref.id, crew.agent.person_id)
    with pytest.raises(Refused, match="moved on"):
        work.take_back(crew.agent, ref.id)
    work.take_back(crew.supervisor, ref.id)
    assert crew.see(ref).major.lead_name == "Sven Lind"
    work.take_back(crew.supervisor, ref.id)
    seen = crew.see(ref)
    assert (seen.major_state, seen.major) == ("proposed", proposed.major), "as if nobody had decided"
    assert told(crew, crew.engineer)[-1] == f"What was decided about the major incident was taken back: {TITLE}"
    with pytest.raises(Refused, match="moved on"):
        work.take_back(crew.supervisor, ref.id)
    work.reject(crew.supervisor, ref.id, "It was one printer.")
    work.propose(crew.admin, ref.id, "It was three.")
    work.take_back(crew.admin, ref.id)
    assert (crew.see(ref).major_state, crew.see(ref).major.words) == ("rejected", "It was one printer.")
    assert f"The proposal as a major incident was taken back: {TITLE}" in told(crew, crew.supervisor)
    crew.clock.advance(minutes=11)
    with pytest.raises(Refused, match="too long ago"):
        work.take_back(crew.supervisor, ref.id)


def test_whoever_proposed_it_takes_it_back_while_nobody_has_decided(crew: Crew) -> None:
    ref, work = logged(crew), crew.desk.major_work
    work.propose(crew.agent, ref.id, "Two sites cannot print.")
    with pytest.raises(Refused, match="moved on"):
        work.take_back(crew.engineer, ref.id)
    crew.clock.advance(seconds=8)
    work.take_back(crew.agent, ref.id)
    seen = crew.see(ref)
    assert (seen.major_state, seen.journal[-1].body) == ("none", "Taken back")
    assert f"The proposal as a major incident was taken back: {TITLE}" in told(crew, crew.supervisor)
    work.propose(crew.agent, ref.id, "Three sites cannot print.")
    work.reject(crew.supervisor, ref.id, "One printer.")
    with pytest.raises(Refused, match="moved on"):
        work.take_back(crew.agent, ref.id)
    work.take_back(crew.supervisor, ref.id)
    with pytest.raises(Refused, match="moved on"):
        work.take_back(crew.agent, ref.id)
    assert crew.see(ref).major_state == "proposed", "somebody has looked at it, so it is theirs to decide"


def test_a_proposal_is_not_taken_back_late(crew: Crew) -> None:
    ref, work = logged(crew), crew.desk.major_work
    work.propose(crew.agent, ref.id, "Two sites cannot print.")
    crew.clock.advance(minutes=11)
    with pytest.raises(Refused, match="too long ago"):
        work.take_back(crew.agent, ref.id)
