"""One's own last step can be taken back for a while: state, texts, counts and clocks are as if it was never taken."""

from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, HoldReason, State, Visibility
from app.services.incidents.dto import FieldEdit, IncidentRef, Outcome, Post
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew

STANDING = (
    "state", "hold_reason", "hold_until", "resolution_code", "resolution_notes", "resolved_at", "resolved_by_name",
    "closed_at", "close_cause", "cancel_reason", "reopenings", "first_response_at",
)  # fmt: skip


def standing(crew: Crew, ref: IncidentRef) -> list[Any]:
    return [getattr(crew.see(ref), field) for field in STANDING]


def clocks(crew: Crew) -> dict[str, dict[str, Any]]:
    """What people see of the clocks; not which entry was folded last, and when."""
    told = {"last_entry_id", "checked_until"}
    return {
        key: {name: value for name, value in row.items() if name not in told} for key, row in kept_rows(crew).items()
    }


def steps_of(crew: Crew) -> dict[str, tuple[State, Step]]:
    resolve, close = crew.way_to(State.CLOSED)
    return {
        "start": (State.NEW, Step(State.IN_PROGRESS)),
        "hold": (State.IN_PROGRESS, crew.hold()),
        "wait for something else": (State.ON_HOLD, crew.hold(HoldReason.AWAITING_PARTS, days=3)),
        "wait for longer": (State.ON_HOLD, crew.hold(days=4)),
        "wait for the caller": (State.IN_PROGRESS, crew.hold(HoldReason.AWAITING_PARTS)),
        "resume": (State.ON_HOLD, Step(State.IN_PROGRESS)),
        "resolve": (State.IN_PROGRESS, resolve),
        "resolve from hold": (State.ON_HOLD, resolve),
        "close": (State.RESOLVED, close),
        "cancel": (State.ON_HOLD, Step(State.CANCELED, reason="Logged twice")),
        "reopen": (State.RESOLVED, Step(State.IN_PROGRESS, reason="It came back")),
        "reopen closed": (State.CLOSED, Step(State.IN_PROGRESS, reason="It came back")),
        "restore": (State.CANCELED, Step(State.IN_PROGRESS, reason="It was real")),
    }


@pytest.mark.parametrize(
    "name",
    [
        "start", "hold", "wait for something else", "wait for longer", "wait for the caller", "resume", "resolve",
        "resolve from hold", "close", "cancel", "reopen", "reopen closed", "restore",
    ],
)  # fmt: skip
def test_each_step_is_taken_back_with_its_clocks(crew: Crew, name: str) -> None:
    with_policies(crew)
    source, step = steps_of(crew)[name]
    ref = crew.bring_to(crew.log(group_id=crew.service_desk, impact=2, urgency=2), source)
    crew.clock.advance(minutes=20)
    before, ticking = standing(crew, ref), clocks(crew)
    done = crew.desk.incidents.step(crew.supervisor, ref.id, step)
    crew.clock.advance(seconds=5)
    assert crew.desk.incidents.take_back_steps(crew.supervisor, done.steps) == (
        Outcome(ref.id, ref.number, {"state": step.to.value}, {"state": source.value}),
    )
    assert standing(crew, ref) == before
    assert clocks(crew) == ticking
    assert kept_rows(crew) == computed_rows(crew)
    last = crew.see(ref).journal[-1]
    assert [change.field for change in last.changes if change.field == "taken_back"] == ["taken_back"]


def test_a_wait_for_something_else_goes_back_alone_and_then_the_hold(crew: Crew) -> None:
    with_policies(crew)
    ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.IN_PROGRESS)
    crew.clock.advance(minutes=5)
    ticking = clocks(crew)
    held = crew.desk.incidents.step(crew.agent, ref.id, crew.hold())
    other = crew.desk.incidents.step(crew.agent, ref.id, crew.hold(HoldReason.AWAITING_PARTS))
    (refused,) = crew.desk.incidents.take_back_steps(crew.agent, held.steps)
    assert "moved on" in refused.refused, "first what came after it"
    for steps, reason in ((other.steps, "awaiting_vendor"), (held.steps, None)):
        (back,) = crew.desk.incidents.take_back_steps(crew.agent, steps)
        assert (back.refused, crew.see(ref).hold_reason) == ("", reason)
    assert (crew.see(ref).state, clocks(crew)) == ("in_progress", ticking)
    assert kept_rows(crew) == computed_rows(crew)


def test_children_go_back_with_their_parent(crew: Crew) -> None:
    with_policies(crew)
    parent, child = crew.log(group_id=crew.service_desk), crew.log()
    crew.link(child, parent)
    crew.clock.advance(minutes=5)
    before, ticking = [standing(crew, each) for each in (parent, child)], clocks(crew)
    done = crew.desk.incidents.step(crew.agent, parent.id, crew.way_to(State.RESOLVED)[0])
    assert len(done.steps) == 2
    outcomes = crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert [outcome.refused for outcome in outcomes] == ["", ""]
    assert [standing(crew, each) for each in (parent, child)] == before
    assert clocks(crew) == ticking


def test_many_go_back_at_once_and_what_moved_on_stays(crew: Crew) -> None:
    refs = [crew.log(group_id=crew.service_desk) for _ in range(3)]
    resolve = crew.way_to(State.RESOLVED)[0]
    outcomes = crew.desk.incidents.step_many(crew.agent, tuple(ref.id for ref in refs), resolve)
    crew.step(refs[1], Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED), crew.requester)
    steps = tuple(step for outcome in outcomes for step in outcome.steps)
    back = {outcome.number: outcome for outcome in crew.desk.incidents.take_back_steps(crew.agent, steps)}
    assert [crew.see(ref).state for ref in refs] == ["new", "closed", "new"]
    assert "moved on" in back[refs[1].number].refused


def test_only_ones_own_step_and_not_for_long(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    done = crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0])
    by_other = crew.desk.incidents.take_back_steps(crew.supervisor, done.steps)
    assert "somebody else" in by_other[0].refused
    crew.clock.advance(minutes=11)
    too_late = crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert "too long ago" in too_late[0].refused
    assert crew.see(ref).state == "resolved"


def test_a_step_is_taken_back_once_and_the_one_before_it_afterwards(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    first = crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS))
    second = crew.desk.incidents.step(crew.agent, ref.id, crew.way_to(State.RESOLVED)[0])
    assert not crew.desk.incidents.take_back_steps(crew.agent, second.steps)[0].refused
    assert crew.desk.incidents.take_back_steps(crew.agent, second.steps)[0].refused
    assert not crew.desk.incidents.take_back_steps(crew.agent, first.steps)[0].refused
    assert crew.see(ref).state == "new"
    crew.step(ref, crew.way_to(State.RESOLVED)[0])
    assert crew.see(ref).state == "resolved"


def test_a_message_that_went_with_the_step_stays_said(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.clock.advance(minutes=1)
    post = Post(crew.desk.new_id(), "Here is what we found.", public=True, then=crew.way_to(State.RESOLVED)[0])
    done = crew.desk.incidents.post(crew.agent, ref.id, post)
    assert done is not None
    crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    told = [entry for entry in crew.see(ref, crew.requester).journal if entry.visibility == Visibility.PUBLIC]
    assert [entry.kind for entry in told] == ["logged", "reply", "state", "state"], "the caller reads that it went back"
    assert crew.see(ref).first_response_at is not None


def test_a_requester_takes_their_own_closing_back(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(), State.RESOLVED)
    close = Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED)
    done = crew.desk.incidents.step(crew.requester, ref.id, close)
    assert not crew.desk.incidents.take_back_steps(crew.requester, done.steps)[0].refused
    assert crew.see(ref).state == "resolved"


def test_a_counted_reopening_is_counted_no_longer(crew: Crew) -> None:
    ref = crew.bring_to(crew.log(group_id=crew.service_desk), State.RESOLVED)
    done = crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS, reason="It came back"))
    assert crew.see(ref).reopenings == 1
    crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert crew.see(ref).reopenings == 0
    with pytest.raises(Refused):
        crew.desk.incidents.step(crew.agent, ref.id, Step(State.CANCELED, reason="No"))


def of_who_left(crew: Crew, state: State = State.RESOLVED) -> IncidentRef:
    """An incident that ended while somebody had it who was removed since."""
    leaver = crew.newcomer("Lea Holm", crew.network)
    ref = crew.log(group_id=crew.network, assignee_id=leaver)
    crew.bring_to(ref, state)
    crew.desk.staff.remove(crew.admin, leaver)
    return ref


def whose(crew: Crew, ref: IncidentRef) -> tuple[str, str | None, str | None]:
    seen = crew.see(ref)
    return seen.state, seen.group_name, seen.assignee_name


@pytest.mark.parametrize("state", [State.RESOLVED, State.CLOSED, State.CANCELED])
def test_what_is_reopened_comes_back_to_the_queue_of_its_group_and_goes_back_as_it_was(
    crew: Crew, state: State
) -> None:
    ref = of_who_left(crew, state)
    done = crew.desk.incidents.step(crew.supervisor, ref.id, Step(State.IN_PROGRESS, reason="It came back"))
    assert whose(crew, ref) == ("in_progress", "Network", None)
    told = crew.see(ref).journal[-1]
    assert ("assignee_id", "Lea Holm", None) in told.changes
    back = crew.desk.incidents.take_back_steps(crew.supervisor, done.steps)
    assert [outcome.refused for outcome in back] == [""]
    assert whose(crew, ref) == (state.value, "Network", "Lea Holm")


def test_a_reopening_is_not_taken_back_once_somebody_took_it(crew: Crew) -> None:
    ref = of_who_left(crew)
    done = crew.desk.incidents.step(crew.supervisor, ref.id, Step(State.IN_PROGRESS, reason="It came back"))
    crew.desk.incidents.edit(crew.supervisor, ref.id, {"assignee_id": FieldEdit(None, crew.supervisor.person_id)})
    assert "moved on" in crew.desk.incidents.take_back_steps(crew.supervisor, done.steps)[0].refused
    assert whose(crew, ref) == ("in_progress", "Network", "Sven Lind")


def test_a_resolution_that_is_taken_back_comes_back_to_the_queue_too(crew: Crew) -> None:
    leaver = crew.newcomer("Lea Holm", crew.network)
    ref = crew.log(group_id=crew.network, assignee_id=leaver)
    done = crew.desk.incidents.step(crew.supervisor, ref.id, crew.way_to(State.RESOLVED)[0])
    crew.desk.staff.remove(crew.admin, leaver)
    assert not crew.desk.incidents.take_back_steps(crew.supervisor, done.steps)[0].refused
    assert whose(crew, ref) == ("new", "Network", None)


def test_children_that_are_reopened_with_their_parent_come_back_to_their_queues(crew: Crew) -> None:
    parent = crew.log(group_id=crew.service_desk)
    leaver = crew.newcomer("Lea Holm", crew.network)
    child = crew.log(group_id=crew.network, assignee_id=leaver)
    crew.link(child, parent)
    crew.bring_to(parent, State.RESOLVED)
    crew.desk.staff.remove(crew.admin, leaver)
    crew.step(parent, Step(State.IN_PROGRESS, reason="It came back"))
    assert whose(crew, child) == ("in_progress", "Network", None)


def test_what_a_caller_reopens_comes_back_to_the_queue(crew: Crew) -> None:
    """On a shared desk the desk does it as it follows the step, because a caller changes no assignee."""
    ref, kept = of_who_left(crew), crew.log(group_id=crew.network, assignee_id=crew.supervisor.person_id)
    crew.bring_to(kept, State.RESOLVED)
    for each in (ref, kept):
        crew.step(each, Step(State.IN_PROGRESS, reason="It came back"), crew.requester)
    crew.let_the_desk_look()
    assert whose(crew, ref) == ("in_progress", "Network", None)
    assert whose(crew, kept) == ("in_progress", "Network", "Sven Lind")
    assert ("assignee_id", "Lea Holm", None) in crew.see(ref).journal[-1].changes
    assert kept_rows(crew) == computed_rows(crew)


def test_a_removed_assignee_keeps_what_a_caller_only_answers(crew: Crew) -> None:
    leaver = crew.newcomer("Lea Holm", crew.network)
    ref = crew.log(group_id=crew.network, assignee_id=leaver)
    crew.step(ref, crew.hold(HoldReason.AWAITING_CALLER), crew.supervisor)
    crew.desk.staff.remove(crew.admin, leaver)
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "It is 4711.", public=True))
    crew.let_the_desk_look()
    assert whose(crew, ref) == ("in_progress", "Network", "Lea Holm"), "open work stays until somebody moves it"
