"""Who is at an incident is known to colleagues who may see it, for as long as their window is heard of."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from app.domain.actor import Actor
from app.domain.errors import NotAllowed
from app.domain.presence import Doing, Present, one_each
from app.infra.doorbell import PRESENCE, open_line
from app.services.live import presence
from tests.support.crew import Crew


@pytest.fixture
def line(postgresql_crew: Crew) -> Iterator[Connection]:
    with postgresql_crew.desk.store.database.apart() as connection:
        yield connection


def show(crew: Crew, line: Connection, who: Actor, where: str, doing: Doing, window: str = "") -> None:
    presence.show(crew.desk.store, line, who, window or who.person_id, where, doing, ring=False)


def seen(crew: Crew, line: Connection, by: Actor) -> list[tuple[str, str, str]]:
    found = presence.others(crew.desk.store, line, by)
    return [(each.incident_id, each.name, each.doing.value) for each in found]


def test_colleagues_are_seen_and_oneself_is_not(postgresql_crew: Crew, line: Connection) -> None:
    crew = postgresql_crew
    one, two = sorted(crew.log().id for _ in range(2))
    show(crew, line, crew.agent, one, Doing.VIEWING)
    show(crew, line, crew.supervisor, one, Doing.TYPING)
    show(crew, line, crew.engineer, two, Doing.AWAY)
    assert seen(crew, line, crew.engineer) == [(one, "Sven Lind", "typing"), (one, "Ada Brandt", "viewing")]
    show(crew, line, crew.agent, two, Doing.TYPING)
    assert seen(crew, line, crew.engineer) == [(one, "Sven Lind", "typing"), (two, "Ada Brandt", "typing")]
    presence.leave(line, crew.supervisor.person_id)
    assert seen(crew, line, crew.engineer) == [(two, "Ada Brandt", "typing")]


def test_a_window_that_is_not_heard_of_any_more_is_forgotten(postgresql_crew: Crew, line: Connection) -> None:
    crew = postgresql_crew
    incident = crew.log().id
    show(crew, line, crew.agent, incident, Doing.VIEWING)
    crew.clock.advance(seconds=19)
    assert seen(crew, line, crew.engineer)
    crew.clock.advance(seconds=2)
    assert not seen(crew, line, crew.engineer)


def test_two_windows_are_one_person(postgresql_crew: Crew, line: Connection) -> None:
    crew = postgresql_crew
    incident = crew.log().id
    for window, doing in (("a" * 32, Doing.AWAY), ("b" * 32, Doing.TYPING), ("c" * 32, Doing.VIEWING)):
        show(crew, line, crew.agent, incident, doing, window)
    assert seen(crew, line, crew.engineer) == [(incident, "Ada Brandt", "typing")]


def test_a_restricted_incident_keeps_its_readers_to_itself(postgresql_crew: Crew, line: Connection) -> None:
    crew = postgresql_crew
    incident = crew.log()
    crew.write("incident", incident, restricted_group_id=crew.network)
    show(crew, line, crew.engineer, incident.id, Doing.VIEWING)
    assert seen(crew, line, crew.supervisor), "a member of the group"
    assert not seen(crew, line, crew.agent)


def test_requesters_neither_see_nor_show(postgresql_crew: Crew, line: Connection) -> None:
    crew = postgresql_crew
    incident = crew.log()
    show(crew, line, crew.agent, incident.id, Doing.VIEWING)
    with pytest.raises(NotAllowed):
        presence.others(crew.desk.store, line, crew.requester)
    with pytest.raises(NotAllowed):
        show(crew, line, crew.requester, incident.id, Doing.VIEWING)


def test_it_rings_for_news_and_leaves_nothing_in_feed_or_journal(postgresql_crew: Crew, line: Connection) -> None:
    crew = postgresql_crew
    incident = crew.log()
    count = text("SELECT (SELECT count(*) FROM change_feed) + (SELECT count(*) FROM journal_entry)")
    before = line.execute(count).scalar_one()
    with open_line(crew.desk.store.database) as listening:
        presence.show(crew.desk.store, line, crew.agent, "a" * 32, incident.id, Doing.VIEWING, ring=True)
        assert listening.wait(20) == {PRESENCE}
        presence.show(crew.desk.store, line, crew.agent, "a" * 32, incident.id, Doing.VIEWING, ring=False)
        assert listening.wait(0) == frozenset()
        presence.leave(line, "a" * 32)
        assert listening.wait(20) == {PRESENCE}
    assert line.execute(count).scalar_one() == before
    logged = line.execute(text("SELECT relpersistence FROM pg_class WHERE relname = 'presence'")).scalar_one()
    assert logged in {"u", b"u"}
    triggers = line.execute(
        text("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'presence'::regclass AND NOT tgisinternal")
    )
    assert triggers.scalar_one() == 0


def test_everybody_is_named_once_and_who_types_comes_first() -> None:
    found = [
        Present("b", "2", "Bo", Doing.AWAY),
        Present("b", "1", "Ada", Doing.VIEWING),
        Present("b", "2", "Bo", Doing.TYPING),
        Present("a", "1", "Ada", Doing.AWAY),
    ]
    assert one_each(found) == (
        Present("a", "1", "Ada", Doing.AWAY),
        Present("b", "2", "Bo", Doing.TYPING),
        Present("b", "1", "Ada", Doing.VIEWING),
    )
