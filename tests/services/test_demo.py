"""The demo desk: believable, whole, dated relative to now, and made by the desk's own commands."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text

from app.domain.actor import Actor
from app.domain.knowledge import ArticleState
from app.domain.lifecycle import REOPEN_WINDOW
from app.domain.retelling import retold
from app.domain.vocabulary import EntryKind, Role
from app.infra.bus import Bus
from app.infra.clock import SteppedClock
from app.infra.database import Database
from app.infra.settings import sqlite_url
from app.infra.unit_of_work import Store
from app.models.clocks import incident_clocks, sla_firing
from app.models.escalation import escalation
from app.models.incident import incident, journal_entry
from app.models.people import site
from app.models.review import review
from app.models.timers import notification
from app.services.demo.build import DAYS, INCIDENTS, build_demo
from app.services.demo.lives import Case
from app.services.demo.one_go import OneGo
from app.services.desk import Desk, make_desk
from app.services.incidents.queue_dto import QueueQuery
from app.services.knowledge.dto import ArticleFilter
from app.services.sign_in import sign_in
from tests.support.clock import DEFAULT_START
from tests.support.german import in_german


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo desk as of a Monday morning."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    told: list[tuple[int, int]] = []
    build_demo(path, DEFAULT_START, lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1]
    return path


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """The demo desk, open."""
    found = make_desk(Store(Database(sqlite_url(path)), SteppedClock(DEFAULT_START), Bus()))
    yield found
    found.close()


def test_its_clocks_run_stand_still_are_met_and_breached(desk: Desk) -> None:
    with desk.store.reading() as connection:
        clocks = connection.execute(select(incident_clocks)).all()
        firings = connection.execute(select(sla_firing)).all()
        escalations = Counter(map(tuple, connection.execute(select(escalation.c.kind, escalation.c.state))))
    phases = Counter((row.resolution_phase, row.resolution_breached) for row in clocks)
    assert min(phases["running", None], phases["paused", None]) >= 5
    assert min(phases["stopped", False], phases["stopped", True]) >= 20
    assert phases["stopped", False] > phases["stopped", True]
    assert len(firings) > 300
    assert all(row.fired_at == row.reached_at and not row.is_late for row in firings)
    assert escalations["hierarchical", "ended"] >= 10
    assert escalations["hierarchical", "waiting"] >= 1


def test_it_holds_what_it_promises(desk: Desk) -> None:
    with desk.store.reading() as connection:
        rows = connection.execute(select(incident)).all()
        entries = connection.execute(select(journal_entry.c.occurred_at, journal_entry.c.recorded_at)).all()
        reviews = Counter(connection.execute(select(review.c.state)).scalars())
        sound = connection.execute(text("PRAGMA integrity_check")).scalar_one()
    assert len(rows) == INCIDENTS
    assert sound == "ok"
    assert sorted(row.number for row in rows) == list(range(1, INCIDENTS + 1))
    assert all(DEFAULT_START - timedelta(days=DAYS + 1) <= row.reported_at < DEFAULT_START for row in rows)
    assert all(occurred <= recorded <= DEFAULT_START for occurred, recorded in entries)
    assert {row.priority for row in rows} == {1, 2, 3, 4, 5}
    states = Counter(row.state for row in rows)
    assert states["closed"] > 150
    assert all(states[state] for state in ("new", "in_progress", "on_hold", "resolved", "canceled"))
    assert any(row.hold_until is not None and row.hold_until < DEFAULT_START for row in rows), "overdue holds"
    assert set(reviews) == {"draft", "in_review", "published"}


def test_the_outage_is_told_from_end_to_end(desk: Desk) -> None:
    actor = sign_in(desk.store, "", "nobody")
    assert actor.name == "Maren Holt"
    (row,) = desk.queue.page(actor, QueueQuery("unreachable is:any")).rows
    seen = desk.incident.detail(actor, row.id)
    assert (seen.state, seen.priority, seen.reassignments) == ("closed", 1, 1)
    children = [link for link in seen.links if link.kind == "child"]
    assert len(children) == 6
    assert {child.state for child in children} <= {"resolved", "closed"}
    told = desk.reviews.of_incident(actor, row.id)
    assert told is not None
    assert told.content.state == "published"
    assert all(item.approved_at is not None for item in told.content.sign_offs)
    assert told.content.actions
    assert told.content.causes


def test_the_same_moment_gives_the_same_desk(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    build_demo(again, DEFAULT_START)

    def told(file: Path) -> list[tuple[object, ...]]:
        database = Database(sqlite_url(file))
        with database.reading() as connection:
            columns = incident.c
            rows = connection.execute(
                select(
                    columns.number, columns.short_description, columns.state, columns.updated_at, columns.priority
                ).order_by(columns.number)
            ).all()
        database.close()
        return [tuple(row) for row in rows]

    assert told(again) == told(path)


def test_a_demo_desk_that_fails_leaves_the_old_one(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "demo.sqlite"
    kept.write_bytes(b"the old one")

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_demo(kept, DEFAULT_START, stop)
    assert kept.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [kept]


def test_all_that_is_played_is_one_transaction(sqlite_database_url: str) -> None:
    shared, other = OneGo(sqlite_database_url), Database(sqlite_database_url)
    desk = make_desk(Store(shared, SteppedClock(DEFAULT_START), Bus()))
    actor = Actor("0" * 32, "Nobody", Role.ADMIN)

    def sites(database: Database) -> int:
        with database.reading() as connection:
            return len(connection.execute(select(site)).all())

    before = sites(other)

    def fail() -> None:
        with shared.writing() as connection:
            connection.execute(site.delete())
            raise KeyError("a command that fails")

    def play_and_stop() -> None:
        with shared.together():
            desk.people_admin.add_site(actor, "Mill", "UTC")
            assert (sites(shared), sites(other)) == (before + 1, before)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play_and_stop()
    assert sites(shared) == sites(other) == before
    with shared.together():
        desk.people_admin.add_site(actor, "Mill", "UTC")
        with pytest.raises(KeyError):
            fail()
    assert sites(shared) == sites(other) == before + 1
    shared.close()
    other.close()


# At the last of these, rules escalate an incident just before somebody of the desk would.
@pytest.mark.parametrize(
    "now",
    [
        DEFAULT_START + timedelta(hours=18),
        DEFAULT_START + timedelta(days=4, hours=9),
        datetime(2026, 11, 29, 10, 36, 52, tzinfo=UTC),
    ],
    ids=["a night", "a weekend", "a rule was quicker"],
)
def test_it_can_be_made_at_any_time(tmp_path: Path, now: datetime) -> None:
    build_demo(tmp_path / "demo.sqlite", now)
    made = make_desk(Store(Database(sqlite_url(tmp_path / "demo.sqlite")), SteppedClock(now), Bus()))
    try:
        actor = sign_in(made.store, "", "nobody")
        assert made.queue.summary(actor, QueueQuery("is:any")).total == INCIDENTS
    finally:
        made.close()


def test_a_caller_reopens_in_time_however_slow_the_desk_is(desk: Desk) -> None:
    company = SimpleNamespace(desk=desk)
    case = Case(company, {}, Random(7), DEFAULT_START, pace=25)  # type: ignore[arg-type]  # only the clock is asked
    latest = max(case.soon(300, 3000) for _ in range(500))
    assert latest - desk.clock.now() < REOPEN_WINDOW


def test_its_people_write_often_what_macros_say(desk: Desk) -> None:
    lead = sign_in(desk.store, "", "nobody")
    found = {each.short_name: each for each in desk.macros.mine(lead)}
    assert found.keys() == {"ask", "roll", "done", "mine"}
    assert all(each.share == "all" for each in found.values())


def test_it_knows_something_in_every_state_of_an_article(desk: Desk) -> None:
    lead = sign_in(desk.store, "", "nobody")
    rows = desk.knowledge.list(lead, ArticleFilter(tuple(ArticleState)))
    assert len(rows) == 12
    assert {row.state for row in rows} == set(ArticleState)
    assert any(row.is_stale for row in rows)
    assert any(row.published_version and row.version > row.published_version for row in rows)
    assert sum(row.used for row in rows) > 10
    assert any(step.reason for row in rows for step in desk.knowledge.detail(lead, row.id).steps)


PEOPLE = {"begun", "published", "Somebody works on it now, the caller was told.", "INC-000297: Call the caller back"}
"""What a person wrote, and what the state says already."""


def test_all_that_the_desk_wrote_by_itself_is_known_in_other_languages(desk: Desk) -> None:
    """So a writer whose sentence `app.domain.stored_sentences` does not know is found."""
    kinds = (EntryKind.ESCALATION.value, EntryKind.SLA.value)
    with desk.store.reading() as connection:
        bodies = connection.execute(select(journal_entry.c.body).where(journal_entry.c.kind.in_(kinds))).scalars().all()
        titles = connection.execute(select(notification.c.title)).scalars().all()
        ends = connection.execute(select(escalation.c.end_note).where(escalation.c.rule_key.is_not(None))).scalars()
        reviewed = connection.execute(
            select(journal_entry.c.body).where(journal_entry.c.kind == EntryKind.REVIEW.value)
        ).scalars()
        acts = [body.partition(", ")[2] for body in reviewed]
        stored = {text for text in (*bodies, *titles, *ends, *acts) if text} - PEOPLE
    assert len(stored) > 100
    with in_german():
        assert not [text for text in stored if retold(text) == text]
