"""What each login hears of the others: news of what it may see and of nothing else, enforced by the database."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text

from app.domain.actor import Actor
from app.domain.errors import NotAllowed
from app.domain.presence import Doing
from app.infra.change_feed import Change, News
from app.infra.doorbell import CHANGE, PRESENCE, open_line
from app.infra.unit_of_work import Store
from app.services.incidents.dto import IncidentRef, Post
from app.services.live import presence
from tests.support.crew import Crew
from tests.support.own_logins import OwnLoginsDesk

pytestmark = pytest.mark.parametrize("crew", ["postgresql"], indirect=True)


def store_of(crew: Crew, actor: Actor) -> Store:
    assert isinstance(crew.desk, OwnLoginsDesk)
    found: Store = crew.desk.logins.store_of(actor)
    return found


def listen(crew: Crew, *actors: Actor) -> None:
    """News begin now for these people."""
    for actor in actors:
        store = store_of(crew, actor)
        with store.reading() as connection:
            store.feed.take_position(connection)


def news(crew: Crew, actor: Actor) -> set[Change]:
    store = store_of(crew, actor)
    with store.reading() as connection:
        found: News = store.feed.news(connection)
    assert found.is_whole
    return set(found.changes)


def of(ref: IncidentRef) -> Change:
    return Change("incident", ref.id, ref.id)


def restricted(crew: Crew) -> IncidentRef:
    """An incident that only the network group sees, and supervisors who belong to it."""
    ref = crew.log(crew.supervisor, group_id=crew.network)
    crew.write("incident", ref, restricted_group_id=crew.network)
    return ref


def test_everybody_hears_of_what_they_see(crew: Crew) -> None:
    secret = restricted(crew)
    listen(crew, crew.agent, crew.engineer, crew.requester, crew.neighbour)
    plain = crew.log(crew.supervisor)
    crew.desk.incidents.post(crew.supervisor, secret.id, Post(crew.desk.new_id(), "Look here", public=False))
    assert of(plain) in news(crew, crew.agent)
    assert {of(plain), of(secret)} <= news(crew, crew.engineer)
    assert of(plain) in news(crew, crew.requester), "their own"
    assert news(crew, crew.neighbour) == set()


def test_nobody_hears_of_what_they_do_not_see(crew: Crew) -> None:
    secret = restricted(crew)
    listen(crew, crew.agent)
    crew.desk.incidents.post(crew.supervisor, secret.id, Post(crew.desk.new_id(), "Look here", public=False))
    assert not {each for each in news(crew, crew.agent) if secret.id in each}


def test_notifications_are_heard_of_by_their_person_alone(crew: Crew) -> None:
    listen(crew, crew.agent, crew.engineer)
    crew.log(crew.supervisor, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    told = Change("notification", crew.agent.person_id, None)
    assert told in news(crew, crew.agent)
    assert told not in news(crew, crew.engineer)


def test_pick_lists_are_heard_of_by_everybody(crew: Crew) -> None:
    listen(crew, crew.requester)
    crew.desk.people_admin.add_site(crew.admin, "Pier")
    assert news(crew, crew.requester) == {Change("site", "0" * 32, None)}


def test_what_one_did_oneself_is_no_news(crew: Crew) -> None:
    listen(crew, crew.agent, crew.engineer)
    mine = crew.log()
    assert news(crew, crew.agent) == set()
    assert of(mine) in news(crew, crew.engineer)


def test_the_doorbell_rings_for_every_login(crew: Crew) -> None:
    for actor in (crew.requester, crew.agent):
        with open_line(store_of(crew, actor).database) as line:
            crew.log(crew.supervisor)
            assert line.wait(30) == {CHANGE}


def test_the_feed_is_written_by_nobody(crew: Crew) -> None:
    for statement in (
        "INSERT INTO change_feed (kind, subject_id, xid, at) VALUES ('incident', gen_random_uuid(), 1, now())",
        "UPDATE change_feed SET kind = 'site'",
        "DELETE FROM change_feed",
        "SELECT prune_change_feed()",
        "SELECT ring_change_feed()",
    ):
        with pytest.raises(NotAllowed), line_of(crew, crew.admin) as line:
            line.execute(text(statement))


@contextmanager
def line_of(crew: Crew, actor: Actor) -> Iterator[Connection]:
    with store_of(crew, actor).database.apart() as connection:
        yield connection


def show(crew: Crew, actor: Actor, ref: IncidentRef, window: str = "") -> None:
    with line_of(crew, actor) as line:
        window_id = window or actor.person_id
        presence.show(store_of(crew, actor), line, actor, window_id, ref.id, Doing.VIEWING, ring=True)


def seen(crew: Crew, by: Actor) -> list[str]:
    with line_of(crew, by) as line:
        return [each.name for each in presence.others(store_of(crew, by), line, by)]


def test_colleagues_see_each_other(crew: Crew) -> None:
    plain = crew.log()
    with open_line(store_of(crew, crew.engineer).database) as bell:
        show(crew, crew.agent, plain)
        assert bell.wait(30) == {PRESENCE}
    assert seen(crew, crew.engineer) == ["Ada Brandt"]
    show(crew, crew.agent, crew.log())
    with line_of(crew, crew.agent) as line:
        presence.leave(line, crew.agent.person_id)
    assert seen(crew, crew.engineer) == []


def test_who_looks_at_a_restricted_incident_stays_among_its_readers(crew: Crew) -> None:
    secret = restricted(crew)
    show(crew, crew.engineer, secret)
    assert seen(crew, crew.supervisor) == ["Bo Eriksen"]
    assert seen(crew, crew.agent) == []
    with line_of(crew, crew.agent) as line:
        assert line.execute(text("SELECT count(*) FROM presence")).scalar_one() == 0
    with pytest.raises(NotAllowed):
        show(crew, crew.agent, secret)


def test_nobody_shows_or_removes_somebody_else(crew: Crew) -> None:
    plain = crew.log()
    show(crew, crew.agent, plain)
    forged = text(
        "INSERT INTO presence (window_id, person_id, incident_id, doing, seen_at)"
        " VALUES (gen_random_uuid(), :person, :incident, 'typing', now())"
    )
    with pytest.raises(NotAllowed), line_of(crew, crew.engineer) as line:
        line.execute(forged, {"person": crew.agent.person_id, "incident": plain.id})
    with line_of(crew, crew.engineer) as line:
        presence.leave(line, crew.agent.person_id)
    assert seen(crew, crew.engineer) == ["Ada Brandt"]
    with pytest.raises(NotAllowed), line_of(crew, crew.requester) as line:
        line.execute(text("SELECT * FROM presence"))
