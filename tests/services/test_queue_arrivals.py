"""New in a list is what others brought into it, also by what they wrote on an incident or had somebody told of it."""

from app.services.incidents.dto import FieldEdit, NewFile, Post
from tests.services.test_queue import new_to
from tests.support.clock import FrozenClock
from tests.support.crew import Crew


def test_new_is_also_what_others_wrote_on_or_told_one_of(crew: Crew, clock: FrozenClock) -> None:
    old, other = (crew.log(crew.supervisor, group_id=crew.service_desk) for _ in range(2))
    files = (NewFile("a.txt", "text/plain", b"a"),)
    crew.desk.incidents.post(crew.supervisor, other.id, Post(crew.desk.new_id(), "Hello", True, files))
    clock.advance(hours=1)
    since = clock.now()
    clock.advance(hours=1)

    def new(text: str) -> set[str]:
        return new_to(crew, text, since, old, other)

    assert new("has:reply") == new("has:note") == new("has:attachment") == new("comments:>0") == set()
    crew.desk.incidents.post(crew.agent, old.id, Post(crew.desk.new_id(), "My own", True, files))
    crew.desk.incidents.post(crew.agent, other.id, Post(crew.desk.new_id(), "My own", False))
    assert new("has:reply") == new("has:note") == new("has:attachment") == set(), "what one wrote oneself is no news"
    for ref in (old, other):
        crew.desk.incidents.post(crew.supervisor, ref.id, Post(crew.desk.new_id(), "Hello", False, files))
        crew.desk.incidents.post(crew.supervisor, ref.id, Post(crew.desk.new_id(), "Hello again", True))
    assert new("has:note") == {old.id}
    assert new("has:reply") == new("has:attachment") == set(), "it stood there before"
    assert new("comments:>3") == {other.id}
    assert new("comments:>2") == {old.id, other.id}
    assert new("is:open has:note or has:reply") == set()
    assert new("is:unread") == set()
    crew.desk.incidents.edit(crew.supervisor, old.id, {"assignee_id": FieldEdit(None, crew.agent.person_id)})
    assert new("is:unread") == {old.id}
    crew.desk.notifications.mark_incident_read(crew.agent, old.id)
    crew.desk.notifications.mark_unread(crew.agent, (old.id,))
    assert new("is:unread") == {old.id}
    assert new_to(crew, "is:unread", clock.now(), old, other) == set(), "one's own mark is no news"
