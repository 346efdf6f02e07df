"""Following incidents: one's own affair, told of what others do, and of nothing that one may not see."""

import pytest

from app.domain.actor import Actor
from app.domain.errors import NotAllowed, NotFound
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from app.services.incidents.queue_dto import QueueQuery
from tests.support.crew import Crew


def told(crew: Crew, actor: Actor) -> list[str]:
    crew.desk.following.catch_up(actor)
    return [notice.title for notice in crew.desk.notifications.mine(actor) if notice.kind == "followed"]


def found(crew: Crew, actor: Actor) -> list[int]:
    rows = crew.desk.queue.page(actor, QueueQuery("is:followed", group_by="none", at=crew.clock.now())).rows
    return sorted(row.number for row in rows)


def write(crew: Crew, ref: IncidentRef, actor: Actor) -> None:
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(actor, ref.id, Post(crew.desk.new_id(), "Something new", False))


def test_who_follows_is_told_what_others_do(crew: Crew) -> None:
    ref, other = crew.log(), crew.log()
    assert crew.desk.following.follow(crew.engineer, (ref.id,)) == (True, (ref.id,))
    assert crew.desk.following.catch_up(crew.engineer) == {ref.id}
    assert told(crew, crew.engineer) == [], "nothing has happened since"
    write(crew, ref, crew.engineer)
    assert told(crew, crew.engineer) == [], "one knows what one did oneself"
    write(crew, ref, crew.agent)
    write(crew, other, crew.agent)
    (title,) = told(crew, crew.engineer)
    assert "INC-000001" in title
    assert len(told(crew, crew.engineer)) == 1, "it is told once"
    crew.desk.incidents.edit(crew.agent, ref.id, {"impact": FieldEdit(3, 1)})
    assert len(told(crew, crew.engineer)) == 2
    assert (found(crew, crew.engineer), found(crew, crew.agent)) == ([1], [])


def test_it_is_turned_round_and_taken_back(crew: Crew) -> None:
    one, two = crew.log(), crew.log()
    both = (one.id, two.id)
    assert crew.desk.following.follow(crew.agent, (one.id,)).following
    assert crew.desk.following.follow(crew.agent, both, following=True) == (True, (two.id,))
    assert crew.desk.following.follow(crew.agent, both) == (False, both)
    assert crew.desk.following.catch_up(crew.agent) == frozenset()
    write(crew, one, crew.engineer)
    assert told(crew, crew.agent) == []


def test_nobody_follows_what_they_do_not_see(crew: Crew) -> None:
    ref = crew.log()
    crew.desk.following.follow(crew.agent, (ref.id,))
    crew.write("incident", ref, restricted_group_id=crew.network)
    write(crew, ref, crew.engineer)
    assert told(crew, crew.agent) == []
    with pytest.raises(NotFound):
        crew.desk.following.follow(crew.agent, (ref.id,))
    with pytest.raises(NotAllowed):
        crew.desk.following.follow(crew.requester, (ref.id,))
