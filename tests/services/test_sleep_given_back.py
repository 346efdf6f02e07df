"""An edit wakes what was put off; giving the edit back puts it to sleep again, unless more happened on it meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.domain.lifecycle import Step
from app.domain.taking_back import TAKEN_BACK
from app.domain.vocabulary import HoldReason, State
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.incidents.waking import wake_due
from tests.services.test_giving_fields_back import at_night, clocks, says_so
from tests.services.test_tags_and_snoozing import found, snooze
from tests.support.clock_desk import computed_rows, kept_rows
from tests.support.crew import Crew

RAISED = {"impact": FieldEdit(2, 1), "urgency": FieldEdit(2, 1)}
STEPS: dict[str, Callable[[Crew], Step]] = {
    "start": lambda _crew: Step(State.IN_PROGRESS),
    "hold": lambda crew: crew.hold(),
    "resolve": lambda crew: crew.way_to(State.RESOLVED)[0],
    "cancel": lambda _crew: Step(State.CANCELED, reason="Logged twice"),
}


def asleep(crew: Crew, count: int = 1) -> tuple[list[IncidentRef], Any]:
    """Incidents by office hours, put off until the day after tomorrow."""
    refs = at_night(crew, count)
    until = crew.clock.now() + timedelta(days=2)
    for ref in refs:
        assert snooze(crew, ref, until) == ""
    crew.clock.advance(minutes=5)
    return refs, until


def lowered(until: Any) -> dict[str, FieldEdit]:
    return {"impact": FieldEdit(1, 2), "urgency": FieldEdit(1, 2), "snoozed_until": FieldEdit(None, until)}


def test_many_sleep_again_with_every_figure_of_their_clocks(crew: Crew) -> None:
    refs, until = asleep(crew, 3)
    before = clocks(crew)
    done = crew.desk.incidents.set_many(crew.agent, tuple(ref.id for ref in refs), {"impact": 1, "urgency": 1})
    assert [crew.see(ref).snoozed_until for ref in refs] == [None] * 3
    crew.clock.advance(minutes=30)
    back = crew.desk.incidents.take_back_many(crew.agent, done)
    assert [crew.see(ref).snoozed_until for ref in refs] == [until] * 3
    assert (clocks(crew), kept_rows(crew)) == (before, computed_rows(crew))
    assert all(says_so(crew, ref) for ref in refs)
    crew.clock.advance(minutes=1)
    again = crew.desk.incidents.take_back_many(crew.agent, back, again=True)
    assert [crew.see(ref).snoozed_until for ref in refs] == [None] * 3
    crew.clock.advance(minutes=1)
    crew.desk.incidents.take_back_many(crew.agent, again)
    assert [crew.see(ref).snoozed_until for ref in refs] == [until] * 3, "what is done again is given back as well"
    assert clocks(crew) == before


def test_one_sleeps_again_and_wakes_at_its_moment(crew: Crew) -> None:
    (ref,), until = asleep(crew)
    before = clocks(crew)
    assert "snoozed_until" in crew.desk.incidents.edit(crew.agent, ref.id, RAISED)
    crew.clock.advance(minutes=30)
    changed = crew.desk.incidents.edit(crew.agent, ref.id, lowered(until), gives_back=True)
    assert set(changed) >= {"impact", "snoozed_until"}
    assert (crew.see(ref).snoozed_until, clocks(crew)) == (until, before)
    (told,) = [each for each in crew.see(ref).journal[-1].changes if each.field == "snoozed_until"]
    assert (told.old, told.new) == (None, until.isoformat())
    assert found(crew, "is:snoozed") == [1]
    assert wake_due(crew.heart) == 0
    crew.clock.advance(days=2)
    assert found(crew, "is:snoozed") == []
    assert wake_due(crew.heart) == 1
    assert crew.see(ref).snoozed_until is None


def test_one_edit_after_another_is_given_back_until_it_sleeps(crew: Crew) -> None:
    (ref,), until = asleep(crew)
    crew.desk.incidents.edit(crew.agent, ref.id, RAISED)
    assert "snoozed_until" not in crew.desk.incidents.edit(crew.agent, ref.id, {"tags": FieldEdit(None, "vpn")})
    crew.clock.advance(minutes=1)
    crew.desk.incidents.edit(crew.agent, ref.id, {"tags": FieldEdit("vpn", None)}, gives_back=True)
    assert crew.see(ref).snoozed_until is None, "the first one woke it"
    crew.clock.advance(minutes=1)
    crew.desk.incidents.edit(crew.agent, ref.id, lowered(until), gives_back=True)
    assert crew.see(ref).snoozed_until == until


def test_what_happened_meanwhile_keeps_it_awake(crew: Crew) -> None:
    (written, moved), _until = asleep(crew, 2)
    done = [
        crew.desk.incidents.set_many(crew.agent, (ref.id,), {"impact": 1, "urgency": 1}) for ref in (written, moved)
    ]
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(crew.requester, written.id, Post(crew.desk.new_id(), "It is worse now", True))
    later = crew.clock.now() + timedelta(hours=4)
    assert snooze(crew, moved, later, crew.engineer) == ""
    crew.clock.advance(minutes=1)
    back = [crew.desk.incidents.take_back_many(crew.agent, each)[0] for each in done]
    assert [each.refused for each in back] == ["", ""]
    assert [crew.see(ref).snoozed_until for ref in (written, moved)] == [None, None]
    assert [crew.see(ref).impact for ref in (written, moved)] == [2, 2]
    assert [TAKEN_BACK in {each.field for each in crew.see(ref).journal[-1].changes} for ref in (written, moved)] == [
        True, True
    ]  # fmt: skip


def test_a_step_that_was_taken_back_meanwhile_does_not_keep_it_awake(crew: Crew) -> None:
    (ref,), until = asleep(crew)
    done = crew.desk.incidents.set_many(crew.agent, (ref.id,), {"assignee_id": crew.agent.person_id})
    taken = crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS))
    crew.clock.advance(minutes=1)
    crew.desk.incidents.take_back_steps(crew.agent, taken.steps)
    crew.desk.incidents.take_back_many(crew.agent, done)
    assert (crew.see(ref).snoozed_until, crew.see(ref).assignee_id) == (until, None)


def test_a_priority_that_was_set_by_hand_is_given_back_with_the_sleep(crew: Crew) -> None:
    (ref,), until = asleep(crew)
    before = clocks(crew)
    crew.desk.incidents.override_priority(crew.supervisor, ref.id, 1, "The director calls")
    assert crew.see(ref).snoozed_until is None
    crew.clock.advance(minutes=30)
    crew.desk.incidents.override_priority(crew.supervisor, ref.id, None, "", gives_back=True, asleep=until)
    assert (crew.see(ref).snoozed_until, crew.see(ref).priority, clocks(crew)) == (until, 3, before)


def test_waking_it_oneself_is_given_back_as_before(crew: Crew) -> None:
    (ref,), until = asleep(crew)
    woken = crew.desk.incidents.snooze_many(crew.agent, (ref.id,), None)
    crew.desk.incidents.take_back_many(crew.agent, woken)
    assert crew.see(ref).snoozed_until == until


@pytest.mark.parametrize("name", ["start", "hold", "resolve", "cancel"])
def test_a_step_is_taken_back_with_the_sleep_and_every_figure_of_its_clocks(crew: Crew, name: str) -> None:
    (ref,), until = asleep(crew)
    before = clocks(crew)
    done = crew.desk.incidents.step(crew.supervisor, ref.id, STEPS[name](crew))
    assert crew.see(ref).snoozed_until is None
    crew.clock.advance(minutes=5)
    assert not crew.desk.incidents.take_back_steps(crew.supervisor, done.steps)[0].refused
    assert (crew.see(ref).state, crew.see(ref).snoozed_until) == ("new", until)
    assert (clocks(crew), kept_rows(crew)) == (before, computed_rows(crew))
    assert found(crew, "is:snoozed") == [1]
    told = [change.field for entry in crew.see(ref, crew.requester).journal for change in entry.changes]
    assert "snoozed_until" not in told, "when the desk looks at it again is no concern of the caller"


def test_a_question_to_the_caller_stays_said_and_it_sleeps_until_they_answer(crew: Crew) -> None:
    (ref,), until = asleep(crew)
    done = crew.desk.incidents.step(crew.agent, ref.id, crew.hold(HoldReason.AWAITING_CALLER))
    crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert (crew.see(ref).state, crew.see(ref).snoozed_until) == ("new", until)
    crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "It is on the back", True))
    assert crew.see(ref).snoozed_until is None


def test_steps_of_many_are_taken_back_with_the_sleep_of_each(crew: Crew) -> None:
    refs, until = asleep(crew, 3)
    crew.clock.advance(minutes=1)
    later = until + timedelta(hours=1)
    assert snooze(crew, refs[0], later) == ""
    crew.desk.incidents.snooze_many(crew.agent, (refs[1].id,), None)
    before = clocks(crew)
    resolve = crew.way_to(State.RESOLVED)[0]
    outcomes = crew.desk.incidents.step_many(crew.agent, tuple(ref.id for ref in refs), resolve)
    crew.clock.advance(seconds=5)
    crew.desk.incidents.take_back_steps(crew.agent, tuple(step for each in outcomes for step in each.steps))
    assert [crew.see(ref).snoozed_until for ref in refs] == [later, None, until]
    assert clocks(crew) == before


def test_a_child_that_followed_sleeps_again_with_its_parent(crew: Crew) -> None:
    (parent, child), until = asleep(crew, 2)
    crew.link(child, parent)
    assert snooze(crew, child, until) == ""
    done = crew.desk.incidents.step(crew.agent, parent.id, crew.way_to(State.RESOLVED)[0])
    crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert crew.see(child).snoozed_until == until


def test_what_happened_after_a_step_keeps_it_awake(crew: Crew) -> None:
    (written, moved), _until = asleep(crew, 2)
    done = [crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS)) for ref in (written, moved)]
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(crew.requester, written.id, Post(crew.desk.new_id(), "It is worse now", True))
    assert snooze(crew, moved, crew.clock.now() + timedelta(hours=4), crew.engineer) == ""
    crew.clock.advance(minutes=1)
    for each in done:
        assert not crew.desk.incidents.take_back_steps(crew.agent, each.steps)[0].refused
    assert [crew.see(ref).snoozed_until for ref in (written, moved)] == [None, None]


def test_after_the_step_the_snooze_itself_is_given_back(crew: Crew) -> None:
    (ref,) = at_night(crew)
    until = crew.clock.now() + timedelta(days=2)
    slept = crew.desk.incidents.snooze_many(crew.agent, (ref.id,), until)
    done = crew.desk.incidents.step(crew.agent, ref.id, Step(State.IN_PROGRESS))
    crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert crew.see(ref).snoozed_until == until
    assert not crew.desk.incidents.take_back_many(crew.agent, slept)[0].refused
    assert crew.see(ref).snoozed_until is None
    assert says_so(crew, ref)
