"""The feed tells each change of others once, whatever the order of commits, and what a window shows follows from it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, text

from app.domain.errors import StaleEdit
from app.domain.events import EscalationChanged, IncidentChanged, MuchChanged, ReferenceDataChanged
from app.domain.retention import RetentionKind
from app.domain.vocabulary import LinkKind
from app.infra.change_feed import MOST, Change, News, ServerFeed
from app.services.desk import Desk
from app.services.incidents.dto import FieldEdit, Post
from app.services.live.news import MANY, events_of
from app.services.retention.run import keep_to_rules
from tests.services.test_retention_at_once import past_its_time
from tests.support.crew import Crew, TornOutError
from tests.support.following import second_program

NOBODY = "0" * 32


@pytest.fixture
def other(crew: Crew) -> Iterator[Desk]:
    """The desk as another program sees it."""
    with second_program(crew) as desk:
        yield desk


def news(desk: Desk) -> News:
    with desk.store.reading() as connection:
        return desk.store.feed.news(connection)


def kinds(found: News) -> list[str]:
    assert found.is_whole
    return [change.kind for change in found.changes]


def of_incident(incident_id: str) -> Change:
    return Change("incident", incident_id, incident_id)


def test_each_change_of_others_is_told_once(crew: Crew, other: Desk) -> None:
    logged = crew.log()
    assert news(other) == News((of_incident(logged.id),))
    assert news(other) == News()
    crew.desk.incidents.edit(crew.agent, logged.id, {"channel": FieldEdit("phone", "email")})
    crew.desk.incidents.post(crew.agent, logged.id, Post(crew.desk.new_id(), "On my way.", public=True))
    assert news(other) == News((of_incident(logged.id),))


def test_what_a_program_did_itself_is_no_news_to_it(crew: Crew, other: Desk) -> None:
    logged = crew.log()
    news(other)
    other.incidents.edit(crew.agent, logged.id, {"channel": FieldEdit("phone", "email")})
    theirs = crew.log()
    other.incidents.edit(crew.agent, logged.id, {"channel": FieldEdit("email", "portal")})
    assert news(other) == News((of_incident(theirs.id),))
    assert news(other) == News()


def test_a_command_that_failed_leaves_no_trace(crew: Crew, other: Desk) -> None:
    """Its numbers are given to others on SQLite, whose change must not be taken for one's own."""
    with pytest.raises(TornOutError), _torn_out(crew, other):
        other.incidents.create(crew.agent, _new(crew))
    logged = crew.log()
    assert news(other) == News((of_incident(logged.id),))


def _torn_out(crew: Crew, desk: Desk) -> Any:
    return replace(crew, desk=desk).failing_at(9)


def _new(crew: Crew) -> Any:
    from app.services.incidents.dto import NewIncident

    return NewIncident(crew.desk.new_id(), "Screen stays black", crew.requester.person_id)


class GivenUpError(Exception):
    """The commit did not come about."""


def test_a_failure_at_the_commit_gives_the_rows_back(crew: Crew, other: Desk) -> None:
    with pytest.raises(GivenUpError):
        _fail_at_the_commit(other)
    crew.desk.people_admin.add_site(crew.admin, "Quay")
    assert kinds(news(other)) == ["site"]


def _fail_at_the_commit(desk: Desk) -> None:
    store = desk.store
    with store.feed.writing() as mark, store.database.writing() as connection:
        _, row = store.time.ask(connection, store.feed.question)
        mark.begin(row)
        connection.execute(text("UPDATE site SET name = 'Pier'"))
        mark.end(connection)
        raise GivenUpError


def test_what_took_longer_is_not_skipped(postgresql_crew: Crew) -> None:
    """The trap of a highest number: a later transaction is committed and read before an earlier one ends."""
    crew = postgresql_crew
    early, late = crew.log(), crew.log()
    with second_program(crew) as other:
        with crew.desk.store.database.writing() as slow:
            _touch(slow, early.id)
            crew.desk.incidents.edit(crew.agent, late.id, {"channel": FieldEdit("phone", "email")})
            assert news(other) == News((of_incident(late.id),))
            assert news(other) == News()
        assert news(other) == News((of_incident(early.id),))
        assert news(other) == News()


def test_a_program_that_joins_while_others_write_hears_of_it(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    early = crew.log()
    with crew.desk.store.database.writing() as slow:
        _touch(slow, early.id)
        joined = second_program(crew)
        other = joined.__enter__()
    assert news(other) == News((of_incident(early.id),))
    joined.__exit__(None, None, None)


def test_after_a_break_the_last_minutes_are_told_again(postgresql_crew: Crew) -> None:
    """A server that crashed gives numbers out again, so the reading goes back; a repeat does no harm."""
    crew = postgresql_crew
    with second_program(crew) as other:
        logged = crew.log()
        assert of_incident(logged.id) in news(other).changes
        own = other.incidents.create(crew.agent, _new(crew))
        other.store.feed.rewind()
        assert {of_incident(logged.id), of_incident(own.id)} <= set(news(other).changes)
        assert news(other) == News()


def test_whoever_was_away_for_too_long_reads_everything(postgresql_crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    crew = postgresql_crew
    with second_program(crew) as other:
        feed = other.store.feed
        assert isinstance(feed, ServerFeed)
        before = feed._position
        assert before is not None
        feed._position = before._replace(at=before.at.replace(year=before.at.year - 1))
        feed.rewind()
        crew.log()
        assert news(other) == News(is_whole=False)
        assert news(other) == News()


def _touch(connection: Connection, incident_id: str) -> None:
    connection.execute(
        text("UPDATE incident SET minutes_spent = minutes_spent + 1 WHERE id = :id"), {"id": incident_id}
    )


def test_more_than_can_be_told_is_told_as_such(crew: Crew, other: Desk) -> None:
    with crew.desk.store.database.writing() as connection:
        _many_sites(connection, MOST + 1, crew)
    found = news(other)
    if crew.desk.store.database.is_sqlite:
        assert found == News(is_whole=False)
    else:
        assert kinds(found) == ["site"], "one row for each subject and transaction"
    assert news(other) == News()


def _many_sites(connection: Connection, count: int, crew: Crew) -> None:
    rows = [{"id": crew.desk.new_id(), "name": f"Pier {number}"} for number in range(count)]
    connection.execute(text("INSERT INTO site (id, name) VALUES (:id, :name)"), rows)


def test_the_feed_of_a_file_stays_small(sqlite_crew: Crew) -> None:
    crew = sqlite_crew
    with second_program(crew) as other:
        with crew.desk.store.database.writing() as connection:
            connection.execute(text("UPDATE site SET name = 'Pier'"))
        with other.store.database.writing() as connection:
            _many_sites(connection, 18_000, crew)
            kept = connection.execute(text("SELECT count(*), max(id) - min(id) + 1 FROM change_feed")).one()
        assert 16_384 <= kept[0] <= 16_384 + 1024
        assert kept[0] == kept[1], "only the oldest go"
        assert news(other) == News(is_whole=False), "what it had not read is gone"


def test_the_feed_of_a_server_stays_small(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    old, new = crew.log(), crew.log()
    with crew.desk.store.database.writing() as connection:
        connection.execute(
            text("UPDATE change_feed SET at = at - interval '5 hours' WHERE subject_id = :id"), {"id": old.id}
        )
        connection.execute(text("SELECT prune_change_feed()"))
        left = set(connection.execute(text("SELECT subject_id FROM change_feed")).scalars())
    assert {str(each).replace("-", "") for each in left} >= {new.id}
    assert old.id not in {str(each).replace("-", "") for each in left}


def test_a_file_that_was_put_back_is_read_anew(sqlite_crew: Crew) -> None:
    with second_program(sqlite_crew) as other:
        with sqlite_crew.desk.store.database.writing() as connection:
            connection.execute(text("DELETE FROM change_feed"))
        assert news(other) == News(is_whole=False)


def test_every_table_that_a_window_shows_is_told_of(crew: Crew, other: Desk) -> None:
    one, two = crew.log(), crew.log()
    news(other)
    crew.link(one, two, LinkKind.RELATED)
    assert set(news(other).changes) == {of_incident(one.id), of_incident(two.id)}
    crew.desk.people_admin.add_site(crew.admin, "Pier")
    crew.desk.people_admin.add_member(crew.admin, crew.network, crew.agent.person_id)
    crew.desk.settings_admin.set_number(crew.admin, "reopen_window_days", 3)
    assert set(news(other).changes) == {Change(table, NOBODY, None) for table in ("site", "group_member", "setting")}
    raised = _escalated(crew, one.id)
    assert Change("escalation", raised, one.id) in news(other).changes


def _escalated(crew: Crew, incident_id: str) -> str:
    with crew.desk.store.database.writing() as connection:
        new_id = crew.desk.new_id()
        connection.execute(
            text(
                "INSERT INTO escalation (id, incident_id, kind, state, raised_at)"
                " VALUES (:id, :incident, 'functional', 'waiting', '2026-03-02T09:00:00.000000Z')"
            ),
            {"id": new_id, "incident": incident_id},
        )
    return new_id


def test_notifications_are_told_to_their_person(crew: Crew, other: Desk) -> None:
    values = {"id": crew.desk.new_id(), "person": crew.agent.person_id, "at": "2026-03-02T09:00:00.000000Z"}
    with crew.desk.store.database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO notification (id, dedupe_key, person_id, kind, title, created_at, deliver_at)"
                " VALUES (:id, 'x', :person, 'sla', 'Soon due', :at, :at)"
            ),
            values,
        )
    assert news(other) == News((Change("notification", crew.agent.person_id, None),))


def test_a_second_window_hears_what_was_read_in_the_first(crew: Crew, other: Desk) -> None:
    ref = crew.log(crew.supervisor, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    told = Change("notification", crew.agent.person_id, None)
    assert told in news(other).changes
    assert crew.desk.notifications.mark_incident_read(crew.agent, ref.id) == 1
    assert news(other) == News((told,))
    assert other.notifications.pending(crew.agent).incidents == frozenset()
    assert crew.desk.notifications.mark_unread(crew.agent, (ref.id,)) == 1
    assert news(other) == News((told,))
    assert other.notifications.pending(crew.agent).incidents == {ref.id}


def test_a_second_window_hears_what_was_marked_in_the_first(crew: Crew, other: Desk) -> None:
    ref = crew.log(crew.supervisor)
    told = Change("notification", crew.agent.person_id, None)
    assert told not in news(other).changes
    assert crew.desk.notifications.mark_unread(crew.agent, (ref.id,)) == 1
    assert news(other) == News((told,))
    assert other.notifications.pending(crew.agent).incidents == {ref.id}
    assert crew.desk.notifications.mark_incident_read(crew.agent, ref.id) == 1
    assert news(other) == News((told,))
    assert other.notifications.pending(crew.agent).incidents == frozenset()


def test_a_second_window_hears_that_a_file_was_removed(crew: Crew, other: Desk) -> None:
    ref = past_its_time(crew)
    news(other)
    assert keep_to_rules(crew.heart)[RetentionKind.FILES] == 1
    assert of_incident(ref.id) in news(other).changes


def test_a_firing_that_changes_nothing_shown_is_no_news(crew: Crew, other: Desk) -> None:
    crew.log()
    news(other)
    with crew.desk.store.database.writing() as connection:
        connection.execute(text("UPDATE incident_clocks SET checked_until = '2026-03-02T09:00:00.000000Z'"))
    assert news(other) == News()


def test_events_are_those_of_the_desk_marked_as_remote() -> None:
    changes = (of_incident("a"), Change("escalation", "e", "a"), Change("calendar_version", NOBODY, None))
    assert events_of(News(changes)) == (
        IncidentChanged(None, "a", remote=True),
        EscalationChanged(None, "e", "a", remote=True),
        ReferenceDataChanged(None, "calendar_version", remote=True),
    )
    assert events_of(News(is_whole=False)) == (MuchChanged(None, remote=True),)
    assert events_of(News(tuple(of_incident(f"{n}") for n in range(MANY + 1)))) == (MuchChanged(None, remote=True),)


def test_a_refused_edit_is_no_news(crew: Crew, other: Desk) -> None:
    logged = crew.log()
    news(other)
    with pytest.raises(StaleEdit):
        crew.desk.incidents.edit(crew.agent, logged.id, {"channel": FieldEdit("portal", "email")})
    assert news(other) == News()
