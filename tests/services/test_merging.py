"""Two people at one incident: different fields both win, the same field is shown to the slower one, nothing is lost."""

from typing import Any

import pytest

from app.domain.errors import Conflict, Overtaken, StaleEdit
from app.domain.lifecycle import Step
from app.domain.vocabulary import LinkKind, State
from app.services.incidents.dto import FieldEdit, IncidentRef, Post, Seen
from tests.support.crew import Crew


@pytest.fixture
def logged(crew: Crew) -> IncidentRef:
    return crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id, category_id=crew.category)


def edit(crew: Crew, ref: IncidentRef, beside: Any = None, /, **edits: tuple[Any, Any]) -> tuple[str, ...]:
    """The slower one's edit: for each field what was seen and what is wanted."""
    wanted = {name: FieldEdit(*pair) for name, pair in edits.items()}
    return crew.desk.incidents.edit(crew.engineer, ref.id, wanted, beside)


def meanwhile(crew: Crew, ref: IncidentRef, **edits: tuple[Any, Any]) -> None:
    """The faster one's, a minute later."""
    crew.clock.advance(minutes=1)
    crew.desk.incidents.edit(crew.agent, ref.id, {name: FieldEdit(*pair) for name, pair in edits.items()})


def test_different_fields_both_win(crew: Crew, logged: IncidentRef) -> None:
    meanwhile(crew, logged, channel=("phone", "portal"))
    assert edit(crew, logged, site_id=(None, crew.site)) == ("site_id",)
    now = crew.see(logged)
    assert (now.channel, now.site_id) == ("portal", crew.site)


def test_the_same_field_is_told_with_who_and_when(crew: Crew, logged: IncidentRef) -> None:
    meanwhile(crew, logged, channel=("phone", "portal"))
    at = crew.clock.now()
    with pytest.raises(StaleEdit) as caught:
        edit(crew, logged, channel=("phone", "email"), site_id=(None, crew.site))
    assert caught.value.conflicts == (Conflict("channel", "phone", "portal", "email", "Ada Brandt", at),)
    assert crew.see(logged).site_id is None, "nothing of it was written"


def test_the_same_value_is_no_conflict(crew: Crew, logged: IncidentRef) -> None:
    meanwhile(crew, logged, channel=("phone", "portal"))
    assert edit(crew, logged, channel=("phone", "portal")) == ()


def test_levels_are_compared_together(crew: Crew, logged: IncidentRef) -> None:
    meanwhile(crew, logged, impact=(3, 1))
    at = crew.clock.now()
    with pytest.raises(StaleEdit) as caught:
        edit(crew, logged, {"impact": 3}, urgency=(3, 2))
    assert caught.value.conflicts == (
        Conflict("impact", "3", "1", "3", "Ada Brandt", at),
        Conflict("urgency", "3", "3", "2"),
    )
    assert edit(crew, logged, {"impact": 1}, urgency=(3, 2)) == ("urgency", "computed_priority", "priority")


@pytest.mark.parametrize(
    ("theirs", "mine", "beside"),
    [
        (("assignee_id", "agent", None), ("group_id", "service_desk", "network"), ("assignee_id", "agent")),
        (("subcategory_id", None, "subcategory"), ("category_id", "category", None), ("subcategory_id", None)),
    ],
)
def test_a_group_and_its_member_belong_together(
    crew: Crew, logged: IncidentRef, theirs: Any, mine: Any, beside: Any
) -> None:
    def named(name: str | None) -> Any:
        found = None if name is None else getattr(crew, name)
        return getattr(found, "person_id", found)

    meanwhile(crew, logged, **{theirs[0]: (named(theirs[1]), named(theirs[2]))})
    seen = named(beside[1])
    with pytest.raises(StaleEdit) as caught:
        edit(crew, logged, {beside[0]: seen}, **{mine[0]: (named(mine[1]), named(mine[2]))})
    assert {each.field for each in caught.value.conflicts} == {mine[0], beside[0]}


def test_a_step_is_taken_from_the_state_that_was_seen(crew: Crew, logged: IncidentRef) -> None:
    crew.step(logged, Step(State.IN_PROGRESS))
    crew.step(logged, crew.hold())
    at = crew.clock.now()
    resolve = crew.way_to(State.RESOLVED)[0]
    with pytest.raises(StaleEdit) as caught:
        crew.desk.incidents.step(crew.engineer, logged.id, _from(resolve, State.IN_PROGRESS))
    assert caught.value.conflicts == (Conflict("state", "in_progress", "on_hold", "resolved", "Ada Brandt", at),)
    assert crew.see(logged).resolution_notes is None
    crew.desk.incidents.step(crew.engineer, logged.id, _from(resolve, State.ON_HOLD))
    assert crew.see(logged).state == "resolved"


def _from(step: Step, seen: State) -> Step:
    from dataclasses import replace

    return replace(step, seen=seen)


def test_children_are_in_states_of_their_own(crew: Crew, logged: IncidentRef) -> None:
    child = crew.log(group_id=crew.service_desk)
    crew.link(child, logged, LinkKind.PARENT)
    crew.step(logged, Step(State.IN_PROGRESS))
    resolve = _from(crew.way_to(State.RESOLVED)[0], State.IN_PROGRESS)
    assert crew.desk.incidents.step(crew.agent, logged.id, resolve).children == (child.number,)


def test_a_step_with_a_message_sends_neither(crew: Crew, logged: IncidentRef) -> None:
    crew.step(logged, Step(State.IN_PROGRESS))
    crew.step(logged, crew.hold())
    step = _from(crew.way_to(State.RESOLVED)[0], State.IN_PROGRESS)
    with pytest.raises(StaleEdit):
        crew.desk.incidents.post(crew.engineer, logged.id, Post(crew.desk.new_id(), "Done.", public=True, then=step))
    assert all(item.body != "Done." for item in crew.see(logged).journal)


def test_an_override_beats_the_priority_that_was_seen(crew: Crew, logged: IncidentRef) -> None:
    meanwhile(crew, logged, impact=(3, 1), urgency=(3, 1))
    with pytest.raises(StaleEdit) as caught:
        crew.desk.incidents.override_priority(crew.supervisor, logged.id, 3, "Not that bad", Seen(5))
    (conflict,) = caught.value.conflicts
    assert conflict[:5] == ("priority", "5", "1", "3", "Ada Brandt")
    crew.desk.incidents.override_priority(crew.supervisor, logged.id, 3, "Not that bad", Seen(1))
    assert crew.see(logged).priority == 3


def test_a_promise_beats_the_one_that_was_seen(crew: Crew, logged: IncidentRef) -> None:
    due, later = crew.hold().hold_until, crew.hold(days=5).hold_until
    crew.desk.sla_admin.promise(crew.supervisor, logged.id, "resolution", due, "The board asked", Seen(None))
    with pytest.raises(StaleEdit) as caught:
        crew.desk.sla_admin.promise(crew.admin, logged.id, "resolution", later, "Parts are late", Seen(None))
    assert caught.value.conflicts[0].by == "Sven Lind"
    crew.desk.sla_admin.promise(crew.admin, logged.id, "resolution", later, "Parts are late", Seen(due))


def say(crew: Crew, ref: IncidentRef, actor: Any, body: str, **more: Any) -> None:
    crew.desk.incidents.post(actor, ref.id, Post(crew.desk.new_id(), body, **{"public": True, **more}))


def test_a_reply_that_was_overtaken_waits_to_be_sent_again(crew: Crew, logged: IncidentRef) -> None:
    say(crew, logged, crew.engineer, "I look at it.", others_seen=0)
    say(crew, logged, crew.agent, "It is the cable.")
    with pytest.raises(Overtaken):
        say(crew, logged, crew.engineer, "Restart it.", others_seen=0)
    say(crew, logged, crew.engineer, "Restart it.", others_seen=1)
    assert [item.body for item in crew.see(logged).journal if item.kind == "reply"] == [
        "I look at it.", "It is the cable.", "Restart it.",
    ]  # fmt: skip


def test_what_the_caller_writes_overtakes_too_and_notes_do_not(crew: Crew, logged: IncidentRef) -> None:
    say(crew, logged, crew.agent, "Only for us", public=False)
    say(crew, logged, crew.engineer, "I look at it.", others_seen=0)
    say(crew, logged, crew.requester, "It works again")
    say(crew, logged, crew.engineer, "For us", public=False, others_seen=0)
    with pytest.raises(Overtaken):
        say(crew, logged, crew.engineer, "Restart it.", others_seen=0)


def test_a_message_that_was_sent_already_is_not_held_back(crew: Crew, logged: IncidentRef) -> None:
    """Its answer was lost and it is sent again; what others wrote after it does not matter."""
    post = Post(crew.desk.new_id(), "I look at it.", public=True, others_seen=0)
    crew.desk.incidents.post(crew.engineer, logged.id, post)
    say(crew, logged, crew.agent, "It is the cable.")
    assert crew.desk.incidents.post(crew.engineer, logged.id, post) is None
