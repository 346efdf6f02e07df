"""What somebody did about an escalation by a slip is taken back: it stands as before, with what is due for it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.errors import NotAllowed, Refused
from app.domain.escalation.rules import RecipientKind, Trigger, TriggerKind
from app.domain.escalation.words import EscalationKind, Level
from app.domain.instants import HOUR, MINUTE
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.vocabulary import State
from app.models.clocks import incident_clocks
from app.models.escalation import escalation
from app.models.timers import timer
from app.services.escalation.dto import TakenAct
from app.services.incidents.dto import FieldEdit, IncidentRef
from app.services.reviews.prefill import chosen_events
from tests.support.crew import Crew
from tests.support.escalating import (
    ask,
    journal_of,
    live,
    notify,
    pass_time,
    publish,
    rows_of,
    rule,
    steps_of,
    told,
    up,
)

UP = EscalationKind.HIERARCHICAL
TITLE = "INC-000001 Printer on floor 2 jams"
Act = Callable[[Crew, str], TakenAct | None]

ACTS: dict[str, Act] = {
    "acknowledge": lambda crew, which: crew.desk.escalation_work.acknowledge(crew.engineer, which),
    "take": lambda crew, which: crew.desk.escalation_work.take(crew.engineer, which),
    "hand back": lambda crew, which: crew.desk.escalation_work.hand_back(crew.engineer, which, "Not ours."),
    "end": lambda crew, which: crew.desk.escalation_work.end(crew.engineer, which, "Over."),
    "page again": lambda crew, which: crew.desk.escalation_work.page_again(crew.engineer, which),
}


def escalated(crew: Crew, **more: Any) -> tuple[IncidentRef, str]:
    """An incident of Ada's that was escalated to the group of Bo and Sven."""
    ref = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    crew.clock.advance(minutes=1)
    return ref, crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew, **more))


def done(crew: Crew, act: str, which: str) -> TakenAct:
    """Do it."""
    crew.clock.advance(minutes=1)
    found = ACTS[act](crew, which)
    assert found is not None
    return found


def take_back(crew: Crew, act: TakenAct) -> None:
    """The same person, eight seconds later."""
    crew.clock.advance(seconds=8)
    crew.desk.escalation_work.take_act_back(crew.engineer, act)


def everything(crew: Crew, ref: IncidentRef) -> tuple[Any, ...]:
    """How escalations, timers and the incident stand."""
    seen = crew.see(ref, crew.supervisor)
    dump = crew.dump()
    names = list(timer.c.keys())
    timers = [row for row in dump["timer"] if row[names.index("kind")] == "escalation"]
    return dump[escalation.name], timers, seen.group_id, seen.assignee_id, seen.state, seen.reassignments


@pytest.mark.parametrize(
    ("first", "act"),
    [("", act) for act in ACTS] + [("acknowledge", act) for act in ACTS if act != "acknowledge"] + [("take", "end")],
)
def test_it_stands_as_before(first: str, act: str, crew: Crew) -> None:
    ref, which = escalated(crew)
    if first:
        done(crew, first, which)
    before = everything(crew, ref)
    taken = done(crew, act, which)
    said = journal_of(crew, ref)[-1]
    take_back(crew, taken)
    assert everything(crew, ref) == before
    assert journal_of(crew, ref)[-1] == f"Took back: {said}"
    with pytest.raises(Refused, match="moved on"):
        take_back(crew, taken)


@pytest.mark.parametrize("act", ["acknowledge", "take", "hand back", "end"])
def test_it_is_passed_on_in_the_time_that_it_had(act: str, crew: Crew) -> None:
    ref, which = escalated(crew)
    pass_time(crew, minutes=25)
    take_back(crew, done(crew, act, which))
    pass_time(crew, minutes=3)
    assert [row.kind for row in live(crew)] == ["functional"]
    pass_time(crew, minutes=1)
    pass_time(crew)
    (row,) = live(crew)
    assert (row.kind, row.level) == ("hierarchical", 1)
    assert steps_of(crew) == ["Nobody of Network acknowledged in time. Escalated to level 1 (lead): Sven Lind"]
    assert crew.see(ref).group_name == "Network"


def test_what_became_due_meanwhile_is_passed_on_once(crew: Crew) -> None:
    _, which = escalated(crew)
    pass_time(crew, minutes=28)
    taken = done(crew, "acknowledge", which)
    pass_time(crew, minutes=5)
    assert [row.state for row in live(crew)] == ["active"]
    take_back(crew, taken)
    pass_time(crew)
    pass_time(crew, minutes=1)
    assert len(steps_of(crew)) == 1
    assert [(row.kind, row.state) for row in live(crew)] == [("hierarchical", "waiting")]


def test_what_is_done_already_is_not_done_again(crew: Crew) -> None:
    ref, which = escalated(crew)
    done(crew, "take", which)
    before = journal_of(crew, ref)
    assert crew.desk.escalation_work.take(crew.engineer, which) is None
    assert crew.desk.escalation_work.acknowledge(crew.supervisor, which) is None
    assert journal_of(crew, ref) == before


def test_the_rule_that_escalated_goes_on_with_the_steps_that_it_had_left(crew: Crew) -> None:
    steps = (up(Level.LEAD, within=15 * MINUTE), notify(RecipientKind.MANAGER, after=5 * MINUTE))
    publish(crew, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=10 * MINUTE), *steps))
    ref = crew.log(group_id=crew.network)
    pass_time(crew, minutes=10)
    (row,) = live(crew)
    run = next(each for each in rows_of(crew) if each.kind == "run")
    work = crew.desk.escalation_work
    taken = work.acknowledge(crew.supervisor, row.id)
    assert taken is not None
    assert next(each for each in rows_of(crew) if each.kind == "run").state == "ended"
    crew.clock.advance(seconds=8)
    work.take_act_back(crew.supervisor, taken)
    assert next(each for each in rows_of(crew) if each.kind == "run") == run
    pass_time(crew, minutes=4)
    assert len(steps_of(crew)) == 1
    pass_time(crew, minutes=1)
    pass_time(crew, minutes=1)
    assert len(steps_of(crew)) == 2, "the step that was left is taken, once"
    assert "Took back: Acknowledged the escalation to level 1 (lead)." in journal_of(crew, ref)


@pytest.mark.parametrize("act", ACTS)
def test_only_whoever_did_it_may_and_only_shortly_after(act: str, crew: Crew) -> None:
    _, which = escalated(crew)
    taken = done(crew, act, which)
    with pytest.raises(NotAllowed, match="Somebody else did it"):
        crew.desk.escalation_work.take_act_back(crew.supervisor, taken)
    crew.clock.advance(minutes=11)
    with pytest.raises(Refused, match="too long ago"):
        take_back(crew, taken)


@pytest.mark.parametrize("act", ["acknowledge", "take", "page again"])
def test_what_somebody_went_on_with_is_refused(act: str, crew: Crew) -> None:
    _, which = escalated(crew)
    taken = done(crew, act, which)
    crew.desk.escalation_work.hand_back(crew.supervisor, which, "I was faster.")
    before = crew.dump()
    with pytest.raises(Refused, match="moved on"):
        take_back(crew, taken)
    assert crew.dump() == before


@pytest.mark.parametrize("act", ["end", "hand back", "acknowledge"])
def test_what_was_escalated_anew_is_refused(act: str, crew: Crew) -> None:
    ref, which = escalated(crew)
    taken = done(crew, act, which)
    crew.clock.advance(seconds=2)
    crew.desk.escalation_work.escalate(crew.supervisor, ref.id, ask(crew, UP, level=Level.MANAGER))
    with pytest.raises(Refused, match="moved on"):
        take_back(crew, taken)


def test_an_end_is_not_taken_back_of_an_incident_that_ended(crew: Crew) -> None:
    ref, which = escalated(crew)
    taken = done(crew, "end", which)
    crew.bring_to(ref, State.RESOLVED)
    with pytest.raises(Refused, match="moved on"):
        take_back(crew, taken)


@pytest.mark.parametrize("act", ["take", "hand back"])
def test_where_the_incident_went_on_it_stays(act: str, crew: Crew) -> None:
    ref, which = escalated(crew)
    taken = done(crew, act, which)
    person = crew.supervisor.person_id
    at = crew.see(ref).assignee_id
    crew.desk.incidents.edit(crew.supervisor, ref.id, {"assignee_id": FieldEdit(at, person)})
    take_back(crew, taken)
    assert crew.see(ref).assignee_id == person
    assert [row.state for row in live(crew)] == ["waiting"]


def test_those_who_were_told_hear_of_it(crew: Crew) -> None:
    _, which = escalated(crew)
    take_back(crew, done(crew, "hand back", which))
    assert told(crew, crew.agent)[-1] == f"The hand-back by Network was taken back: {TITLE}"
    take_back(crew, done(crew, "page again", which))
    assert told(crew, crew.supervisor)[-1] == f"The page to Network was a slip: {TITLE}"
    assert "slip" not in " ".join(told(crew, crew.agent)), "who was not paged reads nothing of it"


@pytest.mark.parametrize(
    ("act", "says"), [("page again", "Escalated to Network, paged again"), ("hand back", "Handed back by Network")]
)
def test_what_is_done_again_after_a_slip_is_told_again(act: str, says: str, crew: Crew) -> None:
    _, which = escalated(crew)
    take_back(crew, done(crew, act, which))
    done(crew, act, which)
    who = crew.supervisor if act == "page again" else crew.agent
    assert told(crew, who).count(f"{says}: {TITLE}") == 2


def test_a_move_that_was_taken_back_counts_for_no_rule_and_no_report(crew: Crew) -> None:
    publish(crew, rule("third", Trigger(TriggerKind.REASSIGNED, times=2), notify(RecipientKind.GROUP)))
    ref, which = escalated(crew)
    pass_time(crew)
    take_back(crew, done(crew, "hand back", which))
    pass_time(crew)
    assert steps_of(crew) == [], "it was moved once"
    seen = crew.see(ref, crew.supervisor)
    assert (seen.reassignments, crew.desk.kpi.report(crew.supervisor).reassignments) == (1, 1)
    assert [event.body for event in chosen_events(seen) if "group" in event.body] == [
        "Assignment group: Service desk → Network"
    ]


@pytest.mark.parametrize("act", ["hand back", "the escalation itself"])
def test_the_clocks_are_as_if_it_had_never_been_moved(act: str, crew: Crew) -> None:
    """Each group has a policy of its own, and a clock that is met goes on by the policy of the other one."""
    here, there = ((Condition(Trait.GROUP, frozenset({group})),) for group in (crew.service_desk, crew.network))
    policies = [
        Policy("", 1, "Desk", {Clock.RESOLUTION: 8 * HOUR}, conditions=here),
        Policy("", 2, "Network", {Clock.RESOLUTION: 4 * HOUR}, conditions=there),
    ]
    crew.desk.sla_admin.publish_book(crew.admin, "desk", policies, False)
    if act == "hand back":
        ref, which = escalated(crew)
        before = clocks(crew)
        taken = done(crew, act, which)
        assert clocks(crew) != before
        take_back(crew, taken)
    else:
        ref = crew.log(group_id=crew.service_desk)
        before = clocks(crew)
        crew.clock.advance(minutes=1)
        which = crew.desk.escalation_work.escalate(crew.agent, ref.id, ask(crew))
        assert clocks(crew) != before
        crew.desk.escalation_work.take_back(crew.agent, which)
    assert clocks(crew) == before


def clocks(crew: Crew) -> list[tuple[Any, ...]]:
    """What the clocks of every incident say: by which policy, and when they are due."""
    table = incident_clocks.c
    with crew.desk.store.reading() as connection:
        statement = select(table.policy_id, table.clock, table.phase, table.resolution_due_at, table.resolution_phase)
        return [tuple(row) for row in connection.execute(statement)]


def test_an_escalation_that_was_taken_back_moved_nothing(crew: Crew) -> None:
    ref, which = escalated(crew)
    crew.clock.advance(seconds=8)
    crew.desk.escalation_work.take_back(crew.agent, which)
    seen = crew.see(ref)
    assert (seen.group_name, seen.assignee_name, seen.reassignments) == ("Service desk", "Ada Brandt", 0)
    assert crew.desk.kpi.report(crew.supervisor).reassignments == 0
