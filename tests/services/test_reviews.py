"""Reviews as people work with them, on both databases."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.errors import BadInput, Conflict, DeskError, NotAllowed, NotFound, Refused, StaleEdit
from app.domain.events import Event, ReviewChanged
from app.domain.review import ReviewPart
from app.domain.vocabulary import ReviewState
from app.services.reviews.dto import ReviewEdit, Value
from tests.services.review_desk import ReviewDesk, make_review_desk
from tests.support.clock import FrozenClock


@pytest.fixture
def made(database_url: str, clock: FrozenClock) -> Iterator[ReviewDesk]:
    desk = make_review_desk(database_url, clock)
    yield desk
    desk.desk.close()


def test_a_review_begins_with_what_the_journal_knows(made: ReviewDesk) -> None:
    detail = made.begin()
    content, about = detail.content, detail.incident
    assert (content.version, content.state, content.title) == (1, ReviewState.DRAFT, "Scanners offline at Dock 3")
    assert (content.impact_began_at, content.impact_ended_at) == (about.reported_at, about.resolved_at)
    assert [event.milestone for event in content.events] == [
        "detected", "responded", None, "escalated", None, "reopened", "resolved",
    ]  # fmt: skip
    assert content.events[3].body == "Assignment group: Service Desk → Network"
    assert "Reopened: Still offline" in content.events[5].body


def test_every_time_of_the_timeline_is_the_time_of_its_journal_entry(made: ReviewDesk) -> None:
    detail = made.begin()
    times = {item.id: item.occurred_at for item in detail.incident.journal}
    assert detail.content.events
    for event in detail.content.events:
        assert event.entry_id is not None
        assert event.occurred_at == times[event.entry_id]


def test_the_time_of_an_event_from_the_journal_cannot_be_changed(made: ReviewDesk) -> None:
    content = made.begin().content
    event = content.events[0]
    with pytest.raises(Refused, match="own entry"):
        made.desk.reviews_admin.change(
            made.agent,
            content.id,
            ReviewPart.EVENT,
            event.id,
            {"occurred_at": ReviewEdit(event.occurred_at, made.clock.now())},
        )


def test_an_own_entry_names_its_author_and_stands_in_the_order_of_time(made: ReviewDesk) -> None:
    content = made.begin().content
    at = content.events[0].occurred_at + timedelta(minutes=1)
    made.desk.reviews_admin.add(
        made.supervisor,
        content.id,
        ReviewPart.EVENT,
        made.desk.new_id(),
        {"occurred_at": at, "body": "First failed scan", "milestone": "marked"},
    )
    event = made.detail(content.id).content.events[1]
    assert (event.body, event.entry_id, event.author_name) == ("First failed scan", None, "Martin Keller")


def test_an_entry_in_the_future_is_refused(made: ReviewDesk) -> None:
    content = made.begin().content
    values: dict[str, Value] = {"occurred_at": made.clock.now() + timedelta(minutes=1), "body": "x"}
    with pytest.raises(BadInput, match="future"):
        made.desk.reviews_admin.add(made.agent, content.id, ReviewPart.EVENT, made.desk.new_id(), values)


def test_beginning_twice_gives_the_same_review(made: ReviewDesk) -> None:
    first = made.begin().content
    again = made.desk.reviews_admin.begin(made.supervisor, made.incident_id, made.desk.new_id())
    assert again.id == first.id


def test_every_change_leaves_an_entry_in_the_journal(made: ReviewDesk) -> None:
    review_id = made.begin().content.id
    admin, agent = made.desk.reviews_admin, made.agent
    made.clock.advance(minutes=1)
    admin.edit(agent, review_id, {"title": ReviewEdit("Scanners offline at Dock 3", "Scanner outage")})
    cause = made.desk.new_id()
    admin.add(agent, review_id, ReviewPart.CAUSE, cause, {"claim": "Untested"})
    admin.change(agent, review_id, ReviewPart.CAUSE, cause, {"claim": ReviewEdit("Untested", "Untested update")})
    admin.remove(agent, review_id, ReviewPart.CAUSE, cause)
    assert made.entries() == [
        "Version 1, begun",
        "Version 1, title changed",
        "Version 1, cause 1 added",
        "Version 1, cause 1: claim changed",
        "Version 1, cause 1 removed",
    ]
    journal = made.desk.incident.detail(agent, made.incident_id).journal
    assert all(item.visibility == "internal" for item in journal if item.kind == "review")
    assert journal[-1].changes[0][:] == ("review_cause_claim", "Untested update", None)


def test_what_did_not_change_leaves_no_entry(made: ReviewDesk) -> None:
    content = made.begin().content
    same = {"title": ReviewEdit(content.title, content.title)}
    assert made.desk.reviews_admin.edit(made.agent, content.id, same).edit == content.edit
    assert len(made.entries()) == 1


def test_the_counts_of_the_incident_do_not_see_the_review(made: ReviewDesk) -> None:
    before = made.desk.incident.detail(made.agent, made.incident_id)
    made.publish()
    after = made.desk.incident.detail(made.agent, made.incident_id)
    assert (before.reopenings, before.reassignments, before.version) == (1, 1, after.version)
    assert (after.reopenings, after.reassignments) == (1, 1)


def test_the_same_field_changed_by_two_is_a_conflict_and_another_is_not(made: ReviewDesk) -> None:
    content = made.begin().content
    admin = made.desk.reviews_admin
    admin.edit(made.supervisor, content.id, {"title": ReviewEdit(content.title, "Theirs")})
    admin.edit(made.agent, content.id, {"data_loss": ReviewEdit("", "None")})
    with pytest.raises(StaleEdit) as caught:
        admin.edit(made.agent, content.id, {"title": ReviewEdit(content.title, "Mine")})
    assert caught.value.conflicts == (Conflict("title", content.title, "Theirs", "Mine"),)
    assert made.detail(content.id).content.title == "Theirs"


def test_rows_keep_the_order_they_are_given(made: ReviewDesk) -> None:
    review_id = made.begin().content.id
    admin, agent = made.desk.reviews_admin, made.agent
    ids = [made.desk.new_id() for _ in range(3)]
    for number, part_id in enumerate(ids):
        ref = admin.add(agent, review_id, ReviewPart.CAUSE, part_id, {"claim": f"{number}"})
    ref = admin.move(agent, review_id, ReviewPart.CAUSE, ids[2], 1, seen=ref.edit)
    assert [item.claim for item in made.detail(review_id).content.causes] == ["2", "0", "1"]
    with pytest.raises(StaleEdit):
        admin.move(agent, review_id, ReviewPart.CAUSE, ids[0], 1, seen=ref.edit - 1)
    admin.remove(agent, review_id, ReviewPart.CAUSE, ids[0])
    assert [item.claim for item in made.detail(review_id).content.causes] == ["2", "1"]


def test_adding_a_row_twice_adds_it_once(made: ReviewDesk) -> None:
    review_id, part_id = made.begin().content.id, made.desk.new_id()
    for _ in range(2):
        made.desk.reviews_admin.add(made.agent, review_id, ReviewPart.CAUSE, part_id, {"claim": "x"})
    assert len(made.detail(review_id).content.causes) == 1


def test_events_are_picked_from_the_journal_and_put_back(made: ReviewDesk) -> None:
    detail = made.begin()
    review_id = detail.content.id
    picked = {event.entry_id for event in detail.content.events}
    other = next(item for item in detail.incident.journal if item.id not in picked)
    made.desk.reviews_admin.pick(made.agent, review_id, (other.id, other.id))
    made.desk.reviews_admin.pick(made.agent, review_id, (other.id,))
    events = made.detail(review_id).content.events
    assert [event.occurred_at for event in events if event.entry_id == other.id] == [other.occurred_at]
    made.desk.reviews_admin.drop(made.agent, review_id, (other.id,))
    assert {event.entry_id for event in made.detail(review_id).content.events} == picked
    with pytest.raises(NotFound):
        made.desk.reviews_admin.pick(made.agent, review_id, (made.desk.new_id(),))


def test_publishing_says_all_that_is_missing(made: ReviewDesk) -> None:
    detail = made.begin()
    with pytest.raises(Refused) as caught:
        made.desk.reviews_admin.step(made.agent, detail.content.id, ReviewState.IN_REVIEW, seen=1)
    assert [item.field for item in caught.value.missing] == ["summary"]
    finished = made.finished().content
    made.desk.reviews_admin.step(made.agent, finished.id, ReviewState.IN_REVIEW, seen=finished.edit)
    with pytest.raises(Refused, match="Author has not approved yet"):
        made.desk.reviews_admin.step(made.supervisor, finished.id, ReviewState.PUBLISHED, seen=finished.edit + 1)


def test_nobody_publishes_what_they_have_not_read(made: ReviewDesk) -> None:
    content = made.finished().content
    with pytest.raises(StaleEdit):
        made.desk.reviews_admin.step(made.agent, content.id, ReviewState.IN_REVIEW, seen=content.edit - 1)


def test_an_agent_may_not_publish(made: ReviewDesk) -> None:
    content = made.finished().content
    admin = made.desk.reviews_admin
    ref = admin.step(made.agent, content.id, ReviewState.IN_REVIEW, seen=content.edit)
    ref = admin.approve(made.agent, content.id, content.sign_offs[0].id, seen=ref.edit)
    with pytest.raises(NotAllowed, match="supervisor or an admin"):
        admin.step(made.agent, content.id, ReviewState.PUBLISHED, seen=ref.edit)


def test_only_the_person_named_approves_and_going_back_takes_it_back(made: ReviewDesk) -> None:
    content = made.finished().content
    admin, sign_off = made.desk.reviews_admin, content.sign_offs[0]
    with pytest.raises(Refused, match="in review"):
        admin.approve(made.agent, content.id, sign_off.id, seen=content.edit)
    ref = admin.step(made.agent, content.id, ReviewState.IN_REVIEW, seen=content.edit)
    with pytest.raises(Refused, match="Only Priya Nair"):
        admin.approve(made.admin, content.id, sign_off.id, seen=ref.edit)
    with pytest.raises(Refused, match="Take it back to draft"):
        admin.edit(made.agent, content.id, {"data_loss": ReviewEdit("", "None")})
    ref = admin.approve(made.agent, content.id, sign_off.id, seen=ref.edit)
    assert made.detail(content.id).content.sign_offs[0].approved_at == made.clock.now()
    admin.step(made.agent, content.id, ReviewState.DRAFT, seen=ref.edit)
    assert made.detail(content.id).content.sign_offs[0].approved_at is None


def test_a_change_after_publication_begins_a_new_version(made: ReviewDesk) -> None:
    first = made.publish().content
    assert (first.state, first.published_at) == (ReviewState.PUBLISHED, made.clock.now())
    ref = made.desk.reviews_admin.begin_version(made.agent, made.incident_id, made.desk.new_id())
    second = made.detail(ref.id)
    assert (second.content.version, second.content.state) == (2, ReviewState.DRAFT)
    assert [item.claim for item in second.content.causes] == [item.claim for item in first.causes]
    assert [(e.occurred_at, e.entry_id) for e in second.content.events] == [
        (e.occurred_at, e.entry_id) for e in first.events
    ]
    assert second.content.sign_offs[0].approved_at is None
    assert [(row.version, row.state) for row in second.versions] == [(2, "draft"), (1, "published")]
    with pytest.raises(Refused, match="not published yet"):
        made.desk.reviews_admin.begin_version(made.agent, made.incident_id, made.desk.new_id())
    made.desk.reviews_admin.edit(made.agent, ref.id, {"title": ReviewEdit(first.title, "Other")})
    assert made.detail(first.id).content == first


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review SET title = 'x' WHERE id = :review",
        "UPDATE review SET state = 'draft' WHERE id = :review",
        "DELETE FROM review WHERE id = :review",
        "UPDATE review_cause SET claim = 'x' WHERE review_id = :review",
        "DELETE FROM review_event WHERE review_id = :review",
        "UPDATE review_sign_off SET approved_at = NULL WHERE review_id = :review",
        "INSERT INTO review_lesson (id, review_id, position, kind, body) VALUES (:fresh, :review, 1, 'lucky', 'x')",
        "UPDATE review_action SET review_id = :other WHERE review_id = :review",
        "UPDATE review_action SET review_id = :review WHERE review_id = :other",
    ],
)
def test_even_raw_sql_cannot_change_a_published_review(made: ReviewDesk, statement: str) -> None:
    published = made.publish().content
    draft = made.desk.reviews_admin.begin_version(made.agent, made.incident_id, made.desk.new_id())
    values = {"review": published.id, "other": draft.id, "fresh": made.desk.new_id()}
    used = {name: value for name, value in values.items() if f":{name}" in statement}
    with (
        pytest.raises((DBAPIError, DeskError), match="published review never changes"),
        made.desk.store.writing(made.admin) as work,
    ):
        work.connection.execute(text(statement), used)
    assert made.detail(published.id).content == published


def test_sqlite_replaces_no_published_row(sqlite_database_url: str, clock: FrozenClock) -> None:
    made = make_review_desk(sqlite_database_url, clock)
    published = made.publish().content
    replacing = text(
        "INSERT OR REPLACE INTO review_cause (id, review_id, position, claim)"
        " SELECT :cause, id, 1, 'x' FROM review WHERE state = 'draft' OR id = :review"
    )
    with pytest.raises((DBAPIError, DeskError)), made.desk.store.writing(made.admin) as work:
        work.connection.execute(replacing, {"cause": published.causes[0].id, "review": published.id})
    assert made.detail(published.id).content == published
    made.desk.close()


def test_a_requester_sees_no_review(made: ReviewDesk) -> None:
    review_id = made.begin().content.id
    with pytest.raises(NotAllowed):
        made.desk.reviews.detail(made.requester, review_id)
    assert not [
        item for item in made.desk.incident.detail(made.requester, made.incident_id).journal if item.kind == "review"
    ]


def test_the_list_shows_the_latest_version_and_what_is_overdue(made: ReviewDesk) -> None:
    made.publish()
    reviews = made.desk.reviews
    (row,) = reviews.list(made.agent)
    assert (row.state, row.version, row.actions_open, row.actions_overdue) == ("published", 1, 1, 0)
    assert reviews.list(made.agent, overdue=True) == ()
    made.clock.advance(days=8)
    assert reviews.list(made.agent, overdue=True)[0].actions_overdue == 1
    made.desk.reviews_admin.begin_version(made.agent, made.incident_id, made.desk.new_id())
    assert [(row.version, row.state) for row in reviews.list(made.agent)] == [(2, "draft")]
    assert reviews.list(made.agent, ReviewState.PUBLISHED) == ()


def test_a_version_is_found_by_its_number(made: ReviewDesk) -> None:
    assert made.desk.reviews.of_incident(made.agent, made.incident_id) is None
    made.publish()
    detail = made.desk.reviews.of_incident(made.agent, made.incident_id, 1)
    assert detail is not None
    assert detail.content.version == 1
    with pytest.raises(NotFound, match=r"no version 2\. Versions: 1"):
        made.desk.reviews.of_incident(made.agent, made.incident_id, 2)


def test_a_review_from_the_facts_is_not_stored_and_always_the_same(made: ReviewDesk) -> None:
    first = made.desk.reviews.from_facts(made.agent, made.incident_id)
    made.clock.advance(hours=5)
    second = made.desk.reviews.from_facts(made.agent, made.incident_id)
    assert first == second
    assert not first.is_saved
    assert made.desk.reviews.list(made.agent) == ()


def test_changes_are_announced_after_the_commit(made: ReviewDesk) -> None:
    heard: list[Event] = []
    stop = made.desk.bus.subscribe(heard.append)
    review_id = made.begin().content.id
    stop()
    assert [event.review_id for event in heard if isinstance(event, ReviewChanged)] == [review_id]


def test_the_impact_cannot_end_before_it_begins(made: ReviewDesk) -> None:
    content = made.begin().content
    assert content.impact_began_at is not None
    wrong = {"impact_ended_at": ReviewEdit(content.impact_ended_at, content.impact_began_at - timedelta(hours=1))}
    with pytest.raises(BadInput, match="before it began"):
        made.desk.reviews_admin.edit(made.agent, content.id, wrong)


@pytest.mark.parametrize("count", [-1, 100_000_001, True])
def test_a_count_of_people_says_between_what_it_lies(made: ReviewDesk, count: int) -> None:
    content = made.begin().content
    with pytest.raises(BadInput, match="from 0 to 100,000,000"):
        made.desk.reviews_admin.edit(made.agent, content.id, {"people_affected": ReviewEdit(None, count)})
