"""Steps of the lifecycle as people take them: who may, what the children do, and what the row and journal then say."""

from datetime import UTC, timedelta, timezone

import pytest

from app.domain.errors import NotAllowed, Refused
from app.domain.lifecycle import TRANSITIONS, Step
from app.domain.permissions import ROLE_PERMISSIONS
from app.domain.vocabulary import CloseCause, HoldReason, LinkKind, Role, State, Visibility
from app.services.incidents.dto import FieldEdit, Post, StepResult
from tests.support.crew import Crew

REOPEN = Step(State.IN_PROGRESS, reason="It came back")
START = Step(State.IN_PROGRESS)


def step_to(crew: Crew, state: State) -> Step:
    """A step that gives all that any arrow to the state demands."""
    if state is State.ON_HOLD:
        return crew.hold(days=9)
    return REOPEN if state is State.IN_PROGRESS else crew.way_to(state)[-1]


@pytest.mark.parametrize(("source", "to"), sorted(TRANSITIONS), ids=lambda state: state.value)
def test_who_may_take_which_step(source: State, to: State, crew: Crew) -> None:
    for role in Role:
        ref = crew.bring_to(crew.log(group_id=crew.service_desk), source)
        actor = crew.of_role(role)
        before = crew.dump()
        if TRANSITIONS[source, to].permission in ROLE_PERMISSIONS[role]:
            crew.desk.incidents.step(actor, ref.id, step_to(crew, to))
            assert crew.see(ref).state == to
            continue
        with pytest.raises(NotAllowed):
            crew.desk.incidents.step(actor, ref.id, step_to(crew, to))
        assert crew.dump() == before


def test_a_hold_is_kept_and_forgotten_again(crew: Crew) -> None:
    ref = crew.log()
    local = crew.clock.now().astimezone(timezone(timedelta(hours=5))) + timedelta(days=1)
    crew.step(ref, Step(State.ON_HOLD, hold_reason=HoldReason.AWAITING_PARTS, hold_until=local, comment="Ordered"))
    seen = crew.see(ref)
    assert (seen.hold_reason, seen.hold_until) == ("awaiting_parts", local.astimezone(UTC))
    changes = {change.field: change.new for change in seen.journal[-1].changes}
    assert changes == {
        "state": "on_hold",
        "hold_reason": "awaiting_parts",
        "hold_until": local.astimezone(UTC).isoformat(),
    }
    assert (seen.journal[-1].body, seen.journal[-1].visibility) == ("Ordered", Visibility.INTERNAL)
    crew.step(ref, START)
    seen = crew.see(ref)
    assert (seen.state, seen.hold_reason, seen.hold_until) == ("in_progress", None, None)


def test_a_question_to_the_caller_is_a_reply_and_the_answer_resumes(crew: Crew) -> None:
    ref = crew.log()
    crew.step(ref, crew.hold(HoldReason.AWAITING_CALLER))
    seen = crew.see(ref, crew.requester)
    assert [entry.body for entry in seen.journal if entry.kind == "reply"] == ["Please send the serial number."]
    assert seen.first_response_at == crew.clock.now()
    result = crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "17", public=True))
    assert result == StepResult(State.IN_PROGRESS)
    assert (crew.see(ref).state, crew.see(ref).hold_reason) == ("in_progress", None)


def test_the_callers_word_ends_no_other_wait(crew: Crew) -> None:
    ref = crew.log()
    crew.step(ref, crew.hold(HoldReason.AWAITING_VENDOR))
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "And?", public=True))
    assert crew.see(ref).state == "on_hold"
    crew.step(ref, crew.hold(HoldReason.AWAITING_CALLER))
    crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "Any news?", public=True))
    assert crew.see(ref).state == "on_hold", "the desk's own word does not end a wait for the caller"


def test_resolving_reopening_and_closing_leave_their_marks(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.RESOLVED)
    seen = crew.see(ref)
    resolved_at = crew.clock.now()
    assert (seen.resolution_code, seen.resolved_by_name, seen.resolved_at) == (
        "solution_provided", "Sven Lind", resolved_at,
    )  # fmt: skip
    crew.step(ref, REOPEN, crew.requester)
    seen = crew.see(ref, crew.requester)
    assert (seen.state, seen.resolved_at, seen.resolution_code, seen.resolution_notes) == (
        "in_progress",
        None,
        None,
        None,
    )
    assert seen.reopenings == 1
    assert seen.journal[-1].body == "It came back", "the caller reads what they wrote"
    crew.bring_to(ref, State.CLOSED)
    seen = crew.see(ref)
    assert (seen.state, seen.close_cause, seen.closed_at) == ("closed", "caller_accepted", crew.clock.now())
    crew.step(ref, REOPEN, crew.supervisor)
    seen = crew.see(ref)
    assert (seen.state, seen.closed_at, seen.close_cause, seen.reopenings) == ("in_progress", None, None, 2)


def test_the_window_for_reopening_is_a_setting(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(), State.RESOLVED)
    crew.desk.settings_admin.set_number(crew.admin, "reopen_window_days", 3)
    crew.clock.advance(days=3, seconds=-1)
    crew.clock.advance(seconds=2)
    with pytest.raises(Refused, match="more than 3 days ago"):
        crew.desk.incidents.step(crew.agent, ref.id, REOPEN)
    crew.desk.settings_admin.set_number(crew.admin, "reopen_window_days", 4)
    crew.step(ref, REOPEN)


@pytest.mark.parametrize(
    ("cause", "allowed"),
    [
        (CloseCause.CALLER_ACCEPTED, {Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN}),
        (CloseCause.TIMEOUT, {Role.AGENT, Role.SUPERVISOR, Role.ADMIN}),
        (CloseCause.SUPERVISOR, {Role.SUPERVISOR, Role.ADMIN}),
    ],
)
def test_who_may_close_for_which_cause(cause: CloseCause, allowed: set[Role], crew: Crew) -> None:
    for role in Role:
        ref = crew.bring_to(crew.log(), State.RESOLVED)
        step = Step(State.CLOSED, close_cause=cause)
        if role in allowed:
            crew.step(ref, step, crew.of_role(role))
        else:
            with pytest.raises(NotAllowed):
                crew.step(ref, step, crew.of_role(role))


def test_a_major_incident_is_not_closed_by_the_clock(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(), State.RESOLVED)
    crew.write("incident", ref, major_state="accepted")
    with pytest.raises(Refused, match="by a person after its review"):
        crew.step(ref, Step(State.CLOSED, close_cause=CloseCause.TIMEOUT))


def states_after(
    crew: Crew, step: Step, *, parent_state: State = State.IN_PROGRESS, major: bool = False
) -> dict[str, str]:
    """What becomes of children in every state when an admin takes the step on their parent."""
    parent = crew.bring_to(crew.log(group_id=crew.service_desk), State.IN_PROGRESS)
    children = {state: crew.bring_to(crew.log(group_id=crew.service_desk), state) for state in State}
    if parent_state is not State.IN_PROGRESS:
        crew.bring_to(parent, parent_state)
    for child in children.values():
        crew.link(child, parent)
    if major:
        crew.write("incident", parent, major_state="proposed")
    result = crew.desk.incidents.step(crew.admin, parent.id, step)
    after = {state.value: crew.see(child).state for state, child in children.items()}
    numbers = {child.number: state for state, child in children.items()}
    assert {numbers[number] for number in result.children} >= {
        State(before) for before, now in after.items() if before != now
    }
    return {before: now for before, now in after.items() if before != now}


def test_children_are_resolved_with_their_parent(crew: Crew) -> None:
    assert states_after(crew, crew.way_to(State.RESOLVED)[0]) == dict.fromkeys(
        ("new", "in_progress", "on_hold"), "resolved"
    )


def test_children_wait_with_their_parent(crew: Crew) -> None:
    step = crew.hold(HoldReason.AWAITING_CHANGE)
    assert states_after(crew, step) == {"new": "on_hold", "in_progress": "on_hold"}


def test_children_do_not_wait_for_one_caller(crew: Crew) -> None:
    assert states_after(crew, crew.hold(HoldReason.AWAITING_CALLER)) == {}


def test_work_on_children_goes_on_with_their_parent(crew: Crew) -> None:
    step = Step(State.IN_PROGRESS, reason="The part came")
    assert states_after(crew, step, parent_state=State.ON_HOLD) == {"new": "in_progress", "on_hold": "in_progress"}


@pytest.mark.parametrize("state", [State.CLOSED, State.CANCELED])
def test_children_do_not_end_with_their_parent(state: State, crew: Crew) -> None:
    before = State.RESOLVED if state is State.CLOSED else State.IN_PROGRESS
    assert states_after(crew, crew.way_to(state)[-1], parent_state=before) == {}


def test_only_resolved_children_are_reopened_with_their_parent(crew: Crew) -> None:
    """What was closed or canceled stays so, even when a supervisor, who could restore it, reopens the parent."""
    assert states_after(crew, REOPEN, parent_state=State.RESOLVED) == {"resolved": "in_progress"}


def test_an_agent_can_reopen_a_parent_whose_child_is_closed(crew: Crew) -> None:
    parent, child = crew.log(group_id=crew.service_desk), crew.log()
    crew.link(child, parent)
    crew.bring_to(parent, State.RESOLVED)
    crew.step(child, Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED))
    crew.step(parent, REOPEN, crew.agent)
    assert (crew.see(parent).state, crew.see(child).state) == ("in_progress", "closed")


def test_a_callers_reopening_wakes_no_children(crew: Crew) -> None:
    parent, child = crew.log(group_id=crew.service_desk), crew.log(group_id=crew.service_desk)
    crew.link(child, parent)
    crew.bring_to(parent, State.RESOLVED)
    crew.step(parent, REOPEN, crew.requester)
    assert crew.see(child).state == "resolved"


def test_children_of_a_major_go_their_own_way(crew: Crew) -> None:
    assert states_after(crew, crew.way_to(State.RESOLVED)[0], major=True) == {}


def test_a_child_that_cannot_follow_is_left_with_its_reason(crew: Crew) -> None:
    parent, child = crew.log(group_id=crew.service_desk), crew.log()
    crew.link(child, parent)
    result = crew.desk.incidents.step(crew.agent, parent.id, START)
    ((number, reason),) = result.left_alone
    assert number == child.number
    assert "assignment group or an assignee" in reason
    assert crew.see(child).state == "new"


def test_the_journal_of_a_child_tells_of_the_step(crew: Crew) -> None:
    parent, child = crew.log(), crew.log()
    crew.link(child, parent)
    crew.bring_to(parent, State.RESOLVED)
    entry = crew.see(child, crew.requester).journal[-1]
    assert (entry.body, entry.author_name) == ("Cleared the jam.", "Sven Lind")


def test_a_removed_link_shares_nothing(crew: Crew) -> None:
    parent, child = crew.log(), crew.log()
    crew.desk.incidents.unlink(crew.agent, crew.link(child, parent))
    crew.bring_to(parent, State.RESOLVED)
    assert crew.see(child).state == "new"


def test_links_are_read_from_both_sides_and_reversible(crew: Crew) -> None:
    one, other = crew.log(), crew.log()
    links = [crew.link(one, other, kind) for kind in LinkKind]
    assert sorted(link.kind for link in crew.see(one).links) == ["duplicate of", "parent", "related"]
    assert sorted(link.kind for link in crew.see(other).links) == ["child", "duplicate", "related"]
    for link in links:
        crew.desk.incidents.unlink(crew.agent, link)
    assert crew.see(one).links == crew.see(other).links == ()
    told = [change for entry in crew.see(one).journal if entry.kind == "link" for change in entry.changes]
    assert ("link_parent", None, "INC-000002") in told
    assert ("link_parent", "INC-000002", None) in told
    crew.link(one, other)


def test_links_that_make_no_sense(crew: Crew) -> None:
    one, two, three = crew.log(), crew.log(), crew.log()
    with pytest.raises(Exception, match="linked to itself"):
        crew.link(one, one)
    crew.link(one, two)
    crew.link(two, three)
    with pytest.raises(Refused, match="its own parent"):
        crew.link(three, one)
    with pytest.raises(Refused, match="already"):
        crew.link(one, two)
    with pytest.raises(Refused, match="has a parent already"):
        crew.link(one, three)
    crew.link(three, one, LinkKind.RELATED)
    crew.link(three, one, LinkKind.DUPLICATE)
    with pytest.raises(Refused):
        crew.link(one, three, LinkKind.DUPLICATE)


def test_editing_and_stepping_interleave(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.step(ref, START)
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(3, 2)})
    crew.bring_to(ref, State.RESOLVED)
    assert crew.see(ref).version == 4
