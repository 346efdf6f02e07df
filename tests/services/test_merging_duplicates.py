"""Duplicates are merged into their original and taken back: states, clocks, callers and both histories."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.lifecycle import Step
from app.domain.vocabulary import LinkKind, State, Visibility
from app.services.incidents.dto import FieldEdit, IncidentRef, Merge, NewFile, Post
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew


def merged(crew: Crew, original: IncidentRef, *duplicates: IncidentRef) -> tuple[str, ...]:
    """Merge, and return the links that take it back."""
    merges = tuple(Merge(crew.desk.new_id(), each.id) for each in duplicates)
    crew.desk.merge_work.merge(crew.agent, original.id, merges)
    return tuple(each.link_id for each in merges)


def said(crew: Crew, ref: IncidentRef) -> list[str | None]:
    """What the caller reads in their own incident."""
    journal = crew.see(ref, crew.requester).journal
    return [entry.body for entry in journal if entry.visibility == Visibility.PUBLIC and entry.kind != "logged"]


def clocks(crew: Crew) -> dict[str, dict[str, Any]]:
    told = {"last_entry_id", "checked_until"}
    return {
        key: {name: value for name, value in row.items() if name not in told} for key, row in kept_rows(crew).items()
    }


@pytest.mark.parametrize("state", [State.NEW, State.IN_PROGRESS, State.ON_HOLD])
def test_merged_and_taken_back_everything_stands_as_it_stood(crew: Crew, state: State) -> None:
    with_policies(crew)
    original = crew.log(impact=2, urgency=2)
    crew.clock.advance(minutes=10)
    duplicate = crew.bring_to(crew.log(group_id=crew.service_desk, impact=2, urgency=2), state)
    crew.clock.advance(minutes=10)
    before, ticking = crew.see(duplicate), clocks(crew)
    links = merged(crew, original, duplicate)
    seen = crew.see(duplicate)
    assert (seen.state, seen.cancel_reason, seen.hold_until) == ("canceled", "Duplicate of INC-000001", None)
    row = kept_rows(crew)[duplicate.id]
    assert (row["phase"], row["due_at"], row["resolution_phase"]) == ("none", None, "void")
    assert kept_rows(crew) == computed_rows(crew)
    crew.clock.advance(minutes=30)
    crew.desk.merge_work.unmerge(crew.agent, links)
    after = crew.see(duplicate)
    assert after._replace(journal=(), version=0, updated_at=before.updated_at) == before._replace(journal=(), version=0)
    assert clocks(crew) == ticking, "as if they had never been merged"
    assert kept_rows(crew) == computed_rows(crew)
    assert crew.see(original).links == ()


def test_both_histories_tell_of_it(crew: Crew) -> None:
    original, duplicate = crew.log(), crew.log()
    crew.desk.merge_work.unmerge(crew.agent, merged(crew, original, duplicate))
    told = [change for entry in crew.see(original).journal for change in entry.changes if "link" in change.field]
    assert told == [("link_duplicate_of", None, "INC-000002"), ("link_duplicate_of", "INC-000002", None)]
    told = [change for entry in crew.see(duplicate).journal for change in entry.changes if "link" in change.field]
    assert told == [("link_duplicate", None, "INC-000001"), ("link_duplicate", "INC-000001", None)]


def test_the_caller_of_the_duplicate_follows_the_original(crew: Crew) -> None:
    original, duplicate = crew.log(caller_id=crew.neighbour.person_id), crew.log()
    links = merged(crew, original, duplicate)
    file = NewFile("map.png", "image/png", b"x")
    crew.desk.incidents.post(crew.agent, original.id, Post(crew.desk.new_id(), "We look.", public=True, files=(file,)))
    crew.desk.incidents.post(crew.agent, original.id, Post(crew.desk.new_id(), "Secret.", public=False))
    done = crew.desk.incidents.step(crew.agent, original.id, crew.way_to(State.RESOLVED)[0])
    assert said(crew, duplicate)[1:] == ["We look.", "Cleared the jam."]
    copied = next(entry for entry in crew.see(duplicate, crew.requester).journal if entry.body == "We look.")
    assert [each.file_name for each in copied.attachments] == ["map.png"]
    crew.desk.incidents.take_back_steps(crew.agent, done.steps)
    assert said(crew, duplicate)[-1] == "INC-000001 is being worked on again."
    crew.desk.merge_work.unmerge(crew.agent, links)
    crew.desk.incidents.post(crew.agent, original.id, Post(crew.desk.new_id(), "More.", public=True))
    assert "More." not in said(crew, duplicate)
    assert "We look." in said(crew, duplicate), "what was said stays said"


def test_one_follows_across_two_merges(crew: Crew) -> None:
    first, second, third = crew.log(), crew.log(), crew.log()
    merged(crew, second, third)
    merged(crew, first, second)
    crew.desk.incidents.post(crew.agent, first.id, Post(crew.desk.new_id(), "We look.", public=True))
    assert said(crew, third)[-1] == said(crew, second)[-1] == "We look."


def test_whoever_is_merged_late_is_told_the_resolution(crew: Crew) -> None:
    original = crew.bring_to(crew.log(), State.RESOLVED)
    early, late = crew.log(), crew.log()
    merged(crew, original, early, late)
    assert said(crew, early)[1:] == said(crew, late)[1:] == ["Cleared the jam."]


def test_the_caller_of_a_duplicate_may_still_write(crew: Crew) -> None:
    original = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    duplicate = crew.log()
    merged(crew, original, duplicate)
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(crew.requester, duplicate.id, Post(crew.desk.new_id(), "And now?", public=True))
    crew.let_the_desk_look()
    told = [notice.title for notice in crew.desk.notifications.mine(crew.agent)]
    assert any(title.startswith("The caller of a duplicate of INC-000001 wrote: INC-000002") for title in told), told


def test_what_cannot_be_merged_says_why_and_nothing_is(crew: Crew) -> None:
    original, open_one = crew.log(), crew.log()
    closed = crew.bring_to(crew.log(), State.CLOSED)
    with pytest.raises(Refused, match=r"INC-000003 is closed\. Only what is still open is merged"):
        merged(crew, original, open_one, closed)
    assert crew.see(open_one).state == "new"
    with pytest.raises(Refused, match="into itself"):
        merged(crew, original, original)
    with pytest.raises(Refused, match="INC-000003 is closed: nothing more"):
        merged(crew, closed, open_one)
    merged(crew, original, open_one)
    other = crew.log()
    with pytest.raises(Refused, match="INC-000002 was itself merged into INC-000001"):
        merged(crew, open_one, other)
    with pytest.raises(Refused, match="INC-000002 was merged into INC-000001 already"):
        merged(crew, other, open_one)
    with pytest.raises(Refused, match="Take the merge back"):
        crew.step(open_one, Step(State.IN_PROGRESS, reason="No"), crew.supervisor)


def test_restricted_words_reach_nobody_else(crew: Crew) -> None:
    original, duplicate = crew.log(), crew.log()
    crew.write("incident", original, restricted_group_id=crew.service_desk)
    with pytest.raises(Refused, match="not restricted to the same group"):
        merged(crew, original, duplicate)


def test_a_link_to_an_original_merges_and_its_removal_takes_it_back(crew: Crew) -> None:
    original, duplicate = crew.log(), crew.log()
    link = crew.link(duplicate, original, LinkKind.DUPLICATE)
    assert crew.see(duplicate).state == "canceled"
    crew.desk.incidents.unlink(crew.agent, link)
    assert crew.see(duplicate).state == "new"


def test_a_wait_that_was_over_meanwhile_is_told(crew: Crew) -> None:
    original = crew.log()
    duplicate = crew.bring_to(crew.log(group_id=crew.service_desk), State.ON_HOLD)
    links = merged(crew, original, duplicate)
    crew.clock.advance(days=5)
    crew.desk.merge_work.unmerge(crew.agent, links)
    assert (crew.see(duplicate).hold_until or crew.clock.now()) < crew.clock.now()
    with crew.desk.store.reading() as connection:
        due = connection.exec_driver_sql("SELECT count(*) FROM timer WHERE kind = 'hold'").scalar_one()
    assert due == 1


def test_what_there_is_to_choose_from(crew: Crew) -> None:
    first = crew.log()
    crew.clock.advance(minutes=1)
    second = crew.log(caller_id=crew.neighbour.person_id)
    merged(crew, first, second)
    one, two = crew.desk.merge_choices.choices(crew.agent, (second.id, first.id))
    assert (one.side.number, two.side.number) == (1, 2)
    assert (one.side.merged_into, two.side.merged_into) == (None, 1)
    assert two.reported_at - one.reported_at == timedelta(minutes=1)


def test_taken_back_after_others_changed_the_original_and_the_caller_wrote(crew: Crew) -> None:
    """The state and its clocks go back; what was written and changed meanwhile stays."""
    with_policies(crew)
    original = crew.log(impact=2, urgency=2)
    duplicate = crew.bring_to(crew.log(group_id=crew.service_desk, impact=2, urgency=2), State.ON_HOLD)
    ticking = clocks(crew)[duplicate.id]
    links = merged(crew, original, duplicate)
    crew.clock.advance(minutes=20)
    crew.desk.incidents.post(crew.requester, duplicate.id, Post(crew.desk.new_id(), "Still broken.", public=True))
    crew.desk.incidents.post(crew.agent, duplicate.id, Post(crew.desk.new_id(), "It is the same.", public=False))
    crew.desk.incidents.edit(crew.supervisor, original.id, {"impact": FieldEdit(2, 1), "urgency": FieldEdit(2, 1)})
    crew.clock.advance(minutes=20)
    crew.let_the_desk_look()
    crew.desk.merge_work.unmerge(crew.agent, links)
    after = crew.see(duplicate)
    assert (after.state, after.impact, crew.see(original).priority) == ("on_hold", 2, 1)
    assert "Still broken." in said(crew, duplicate)
    assert kept_rows(crew) == computed_rows(crew)
    back = clocks(crew)[duplicate.id]
    assert {name: back[name] for name in ("phase", "due_at")} == {name: ticking[name] for name in ("phase", "due_at")}


@pytest.mark.parametrize("state", [State.RESOLVED, State.CLOSED, State.CANCELED])
def test_taken_back_after_the_original_ended(crew: Crew, state: State) -> None:
    with_policies(crew)
    original, duplicate = crew.log(group_id=crew.service_desk), crew.log(group_id=crew.service_desk)
    links = merged(crew, original, duplicate)
    crew.clock.advance(minutes=20)
    crew.bring_to(original, state)
    ended = kept_rows(crew)[original.id]
    crew.clock.advance(hours=5)
    crew.let_the_desk_look()
    crew.desk.merge_work.unmerge(crew.agent, links)
    after = crew.see(duplicate)
    assert (after.state, after.cancel_reason, after.links) == ("new", None, ())
    assert crew.see(original).state == state.value
    assert kept_rows(crew)[original.id]["resolution_phase"] == ended["resolution_phase"]
    assert kept_rows(crew) == computed_rows(crew)
    crew.desk.incidents.post(crew.agent, duplicate.id, Post(crew.desk.new_id(), "Yours is another.", public=True))
    assert said(crew, duplicate)[-1] == "Yours is another."


def test_taken_back_it_does_not_lie_with_somebody_who_was_removed(crew: Crew) -> None:
    original = crew.log(group_id=crew.service_desk)
    leaver = crew.newcomer("Lea Holm", crew.network)
    duplicate = crew.log(group_id=crew.network, assignee_id=leaver)
    other = crew.log(group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    links = merged(crew, original, duplicate, other)
    crew.desk.staff.remove(crew.admin, leaver)
    crew.desk.merge_work.unmerge(crew.agent, links)
    seen = crew.see(duplicate)
    assert (seen.state, seen.assignee_id, seen.group_name) == ("new", None, "Network")
    told = [change for change in seen.journal[-1].changes if change.field == "assignee_id"]
    assert told == [("assignee_id", "Lea Holm", None)]
    assert crew.see(other).assignee_name == "Ada Brandt"
    # Merged once more and taken back, it stays in the queue.
    crew.desk.merge_work.unmerge(crew.agent, merged(crew, original, duplicate))
    assert crew.see(duplicate).assignee_id is None
