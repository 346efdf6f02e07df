"""Who sees what: requesters their own incidents and public entries, the restricted ones only members."""

from collections.abc import Callable

import pytest

from app.domain.actor import PROGRAM, Actor
from app.domain.errors import NotAllowed, NotFound
from app.domain.lifecycle import Step
from app.domain.vocabulary import LinkKind, Role, State, Visibility
from app.services.incidents.dto import FieldEdit, IncidentRef, NewFile, NewLink, Post
from app.services.incidents.queue_dto import QueueQuery
from tests.support.crew import Crew

FILE = NewFile("note.txt", "text/plain", b"inside")


def numbers(crew: Crew, actor: Actor, filter_text: str = "is:any") -> set[int]:
    """The numbers in the actor's queue."""
    return {row.number for row in crew.desk.queue.page(actor, QueueQuery(filter_text)).rows}


ACTS: dict[str, Callable[[Crew, Actor, IncidentRef], object]] = {
    "read": lambda crew, actor, ref: crew.desk.incident.detail(actor, ref.id),
    "step": lambda crew, actor, ref: crew.desk.incidents.step(actor, ref.id, Step(State.IN_PROGRESS)),
    "post": lambda crew, actor, ref: crew.desk.incidents.post(
        actor, ref.id, Post(crew.desk.new_id(), "Hi", public=True)
    ),
    "attach": lambda crew, actor, ref: crew.desk.incidents.post(
        actor, ref.id, Post(crew.desk.new_id(), "", public=True, files=(FILE,))
    ),
}
DESK_ACTS: dict[str, Callable[[Crew, Actor, IncidentRef], object]] = {
    **ACTS,
    "edit": lambda crew, actor, ref: crew.desk.incidents.edit(actor, ref.id, {"impact": FieldEdit(3, 2)}),
    "link": lambda crew, actor, ref: crew.desk.incidents.link(
        actor, NewLink(crew.desk.new_id(), ref.id, crew.log().id, LinkKind.RELATED)
    ),
    "be linked": lambda crew, actor, ref: crew.desk.incidents.link(
        actor, NewLink(crew.desk.new_id(), crew.log().id, ref.id, LinkKind.RELATED)
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_requester_reaches_only_their_own(act: str, crew: Crew) -> None:
    foreign = crew.log(caller_id=crew.neighbour.person_id)
    with pytest.raises(NotFound, match="does not exist, or you may not see it"):
        ACTS[act](crew, crew.requester, foreign)


@pytest.mark.parametrize("act", DESK_ACTS)
def test_a_restricted_incident_is_for_members(act: str, crew: Crew) -> None:
    ref = crew.log(group_id=crew.network)
    crew.write("incident", ref, restricted_group_id=crew.network)
    with pytest.raises(NotFound):
        DESK_ACTS[act](crew, crew.agent, ref)
    DESK_ACTS["post"](crew, crew.engineer, ref)


def test_lists_counts_and_searches_leave_out_what_is_hidden(crew: Crew) -> None:
    own, foreign, secret = crew.log(), crew.log(caller_id=crew.neighbour.person_id), crew.log()
    crew.write("incident", secret, restricted_group_id=crew.network, source_number="INC77")
    crew.link(own, foreign)
    assert numbers(crew, crew.agent) == {1, 2}
    assert numbers(crew, crew.engineer) == {1, 2, 3}
    assert numbers(crew, crew.requester) == {1, 3}
    assert numbers(crew, crew.neighbour) == {2}
    assert numbers(crew, crew.agent, "jams") == {1, 2}
    assert crew.desk.queue.counts(crew.agent).open == 2
    assert crew.desk.queue.counts(crew.neighbour).open == 1
    assert crew.desk.queue.summary(crew.agent, QueueQuery()).total == 2
    assert crew.desk.incident.find_number(crew.agent, 3) is None
    assert crew.desk.incident.find_number(crew.neighbour, 1) is None
    assert crew.desk.incident.find_source_number(crew.agent, "INC77") is None
    assert crew.desk.incident.find_source_number(crew.engineer, "INC77") is not None
    assert len(crew.desk.incident.open_of_caller(crew.agent, crew.requester.person_id)) == 1
    assert crew.desk.incident.open_of_caller(crew.neighbour, crew.requester.person_id) == ()
    assert crew.see(own, crew.requester).links == (), "the other end of the link is somebody else's"


def test_who_leaves_a_group_stops_seeing_at_once(crew: Crew) -> None:
    ref = crew.log()
    crew.write("incident", ref, restricted_group_id=crew.network)
    with crew.desk.store.database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM group_member")
    with pytest.raises(NotFound):
        crew.see(ref, crew.engineer)


def test_a_requester_reads_only_what_is_public(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    post = crew.desk.incidents.post
    post(crew.agent, ref.id, Post(crew.desk.new_id(), "Hello Rosa", public=True, files=(FILE,)))
    post(crew.agent, ref.id, Post(crew.desk.new_id(), "She always calls", public=False, files=(FILE,)))
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(3, 2)})
    seen = crew.see(ref, crew.requester)
    assert {entry.visibility for entry in seen.journal} == {Visibility.PUBLIC}
    assert "She always calls" not in repr(seen)
    public, hidden = [file for entry in crew.see(ref).journal for file in entry.attachments]
    assert crew.desk.incident.file(crew.requester, public.id) == ("note.txt", b"inside")
    with pytest.raises(NotFound):
        crew.desk.incident.file(crew.requester, hidden.id)
    with pytest.raises(NotFound):
        crew.desk.incident.file(crew.neighbour, public.id)
    assert crew.desk.incident.file(crew.agent, hidden.id)[1] == b"inside"


def test_the_counts_are_the_same_for_everybody(crew: Crew) -> None:
    ref = crew.log(group_id=crew.service_desk)
    crew.desk.incidents.edit(crew.agent, ref.id, {"group_id": FieldEdit(crew.service_desk, crew.network)})
    assert crew.see(ref, crew.requester).reassignments == crew.see(ref).reassignments == 1


def test_a_requester_writes_no_note_and_steers_nothing(crew: Crew) -> None:
    ref = crew.log()
    with pytest.raises(NotAllowed):
        crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "x", public=False))
    with pytest.raises(NotAllowed):
        crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "", public=False, files=(FILE,)))
    then = crew.way_to(State.RESOLVED)[0]
    with pytest.raises(NotAllowed):
        crew.desk.incidents.post(crew.requester, ref.id, Post(crew.desk.new_id(), "x", public=True, then=then))
    assert len(crew.see(ref).journal) == 1


def test_a_requester_logs_for_themself(crew: Crew) -> None:
    ref = crew.log(crew.requester, caller_id=crew.neighbour.person_id)
    assert crew.see(ref).caller is not None
    assert numbers(crew, crew.requester) == {ref.number}
    for forbidden in ({"group_id": crew.network}, {"assignee_id": crew.agent.person_id}):
        with pytest.raises(Exception, match="The desk chooses who works"):
            crew.log(crew.requester, **forbidden)


def test_nobody_makes_somebody_mightier_than_themself(crew: Crew) -> None:
    from app.services.people.dto import NewPerson

    with pytest.raises(NotAllowed):
        crew.desk.people_admin.add_person(crew.supervisor, NewPerson(crew.desk.new_id(), "Mallory", role=Role.ADMIN))
    crew.desk.people_admin.add_person(crew.supervisor, NewPerson(crew.desk.new_id(), "Sue", role=Role.SUPERVISOR))


def test_the_program_acts_as_nobody_and_sees_all(crew: Crew) -> None:
    ref = crew.log(group_id=crew.network, impact=3, urgency=3)
    crew.write("incident", ref, restricted_group_id=crew.network)
    crew.desk.incidents.override_priority(PROGRAM, ref.id, 1, "Nobody looked at it")
    crew.desk.incidents.step(PROGRAM, ref.id, Step(State.IN_PROGRESS))
    entry = crew.see(ref, crew.engineer).journal[-1]
    assert (entry.author_id, entry.author_name, entry.by_desk) == (None, None, True)
