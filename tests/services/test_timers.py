"""Ticks: batches, what others hold, what fails, and what a worker leaves as its signature."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from app.domain.actor import PROGRAM
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident
from app.models.timers import heartbeat, timer
from app.services.timers import fire
from app.services.timers.claims import look
from app.services.timers.dto import Handled, Worker
from app.services.timers.fire import Pace, fire_due
from app.services.timers.heartbeat import sign
from app.services.timers.registry import TimerKind
from tests.support.crew import Crew

WINDOW = Worker("a" * 32, "Ada Brandt on PC-1", "window")
JOBS = Worker("b" * 32, "Jobs on server", "jobs")


class Bell:
    """A handler that rings for each subject and takes its timer away; `breaks_on` makes it fail."""

    def __init__(self) -> None:
        self.rung: list[str] = []
        self.sizes: list[int] = []
        self.breaks_on: str | None = None

    def __call__(self, work: Work, subject_ids: Sequence[str]) -> Handled:
        assert work.worker
        self.sizes.append(len(subject_ids))
        if self.breaks_on in subject_ids:
            raise ZeroDivisionError
        work.connection.execute(delete(timer).where(timer.c.subject_id.in_(subject_ids)))
        self.rung += subject_ids
        return Handled(len(subject_ids))


@pytest.fixture
def bell(monkeypatch: pytest.MonkeyPatch) -> Bell:
    found = Bell()
    monkeypatch.setattr(fire, "handlers", lambda: {TimerKind.HOLD: found})
    return found


def due_in(crew: Crew, minutes: int, count: int = 1) -> list[str]:
    """Incidents whose hold timer is due in that many minutes."""
    ids = [crew.log().id for _ in range(count)]
    rows = [
        {"kind": "hold", "subject_id": each, "due_at": crew.clock.now() + timedelta(minutes=minutes)} for each in ids
    ]
    with crew.desk.store.database.writing() as connection:
        connection.execute(insert(timer), rows)
    return ids


@contextmanager
def another_saves(store: Store, incident_id: str) -> Iterator[Work]:
    """Somebody holds the incident, as a command does, until the block ends."""
    with store.writing(PROGRAM) as work:
        work.connection.execute(select(incident.c.id).where(incident.c.id == incident_id).with_for_update())
        yield work


def test_nothing_due_is_one_query_and_no_transaction(crew: Crew, bell: Bell) -> None:
    due_in(crew, 1)
    with crew.counting() as counter:
        tick = fire_due(crew.desk.store, WINDOW)
    assert counter["statements"] == 1
    assert counter["commits"] == 0
    assert (tick.handled, tick.next_due_at) == (0, crew.clock.now() + timedelta(minutes=1))
    assert not bell.sizes


def test_what_is_due_is_dealt_with_earliest_first_and_once(crew: Crew, bell: Bell) -> None:
    late, later, soon = due_in(crew, 2), due_in(crew, 9), due_in(crew, 1)
    crew.clock.advance(minutes=5)
    tick = fire_due(crew.desk.store, WINDOW)
    assert bell.rung == [*soon, *late]
    assert (tick.handled, tick.fired, tick.batches, tick.failed) == (2, 2, 1, 0)
    assert fire_due(crew.desk.store, JOBS).handled == 0
    crew.clock.advance(hours=62)
    assert fire_due(crew.desk.store, JOBS).next_due_at is None
    assert bell.rung[2:] == later


def test_batches_stay_short_and_end_when_asked(crew: Crew, bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fire, "SMALLEST_BATCH", 4)
    monkeypatch.setattr(fire, "FIRST_BATCH", 4)
    monkeypatch.setattr(fire, "LARGEST_BATCH", 4)
    due_in(crew, 0, 10)
    pauses: list[int] = []
    tick = fire_due(crew.desk.store, WINDOW, between=lambda: pauses.append(len(bell.rung)))
    assert bell.sizes == [4, 4, 2]
    assert pauses == [4, 8, 10]
    assert tick.batches == 3
    due_in(crew, 0, 10)
    assert fire_due(crew.desk.store, WINDOW, may_go_on=lambda: len(bell.rung) < 14).handled == 4
    assert fire_due(crew.desk.store, WINDOW, limit=3).handled == 4, "a limit ends after the batch that reaches it"


def test_a_pace_follows_what_batches_take() -> None:
    pace = Pace()
    assert pace.size == fire.FIRST_BATCH
    pace.learn(fire.FIRST_BATCH, 0.05)
    assert pace.size == fire.SMALLEST_BATCH
    pace.learn(48, 0.02)
    assert pace.size == fire.SMALLEST_BATCH, "the slower one of two counts"
    pace.learn(48, 0.02)
    assert pace.size == 96, "it may double"
    pace.learn(10, 0.001)
    assert pace.size == 96, "a batch that was not full tells nothing"
    pace.learn(96, 0.06)
    assert pace.size == 80
    pace.learn(80, 0.8)
    assert pace.size == fire.SMALLEST_BATCH
    for _ in range(20):
        pace.learn(pace.size, 10.0)
    assert pace.size == fire.SMALLEST_BATCH, "what a transaction costs by itself is shared by some rows"


def test_one_broken_incident_does_not_stop_the_others(crew: Crew, bell: Bell, caplog: pytest.LogCaptureFixture) -> None:
    ids = due_in(crew, 0, 20)
    bell.breaks_on = ids[7]
    tick = fire_due(crew.desk.store, WINDOW)
    assert sorted(bell.rung) == sorted(set(ids) - {ids[7]})
    assert (tick.handled, tick.failed) == (19, 1)
    assert tick.next_due_at == crew.clock.now() + fire.POSTPONED
    assert "could not be dealt with" in caplog.text
    bell.breaks_on = None
    crew.clock.advance(minutes=11)
    fire_due(crew.desk.store, WINDOW)
    assert bell.rung[-1] == ids[7]


def test_what_somebody_holds_is_left_for_the_next_tick(crew: Crew, bell: Bell, request: pytest.FixtureRequest) -> None:
    if crew.desk.store.database.is_sqlite:
        pytest.skip("SQLite has one writer at a time, and no rows to skip")
    held, free = due_in(crew, 0, 2)
    with another_saves(crew.desk.store, held):
        tick = fire_due(crew.desk.store, WINDOW)
        assert bell.rung == [free]
        assert tick.next_due_at is not None
        assert tick.next_due_at <= tick.at, "the runner comes back soon"
    fire_due(crew.desk.store, JOBS)
    assert bell.rung == [free, held]


def test_a_handler_that_leaves_its_timer_does_not_spin(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def idle(_work: Work, subject_ids: Sequence[str]) -> Handled:
        asked.extend(subject_ids)
        return Handled()

    monkeypatch.setattr(fire, "handlers", lambda: {TimerKind.HOLD: idle})
    due_in(crew, 0)
    fire_due(crew.desk.store, WINDOW)
    assert len(asked) < 5


def test_workers_sign_and_everybody_sees_who_runs_the_timers(crew: Crew) -> None:
    store = crew.desk.store
    health = crew.desk.timers.health(crew.agent)
    assert health.is_stale, "nobody ever ran"
    assert health.newest is None
    started = sign(store, WINDOW, started_at=None, fired=0, offset=timedelta(0))
    crew.clock.advance(seconds=30)
    sign(store, WINDOW, started_at=started, fired=3, offset=timedelta(seconds=-1))
    sign(store, JOBS, started_at=None, fired=0, offset=timedelta(minutes=16), note="far off")
    health = crew.desk.timers.health(crew.agent)
    assert not health.is_stale
    assert health.newest is not None
    assert (health.newest.name, health.newest.fired) == ("Ada Brandt on PC-1", 3), "who rests does not count"
    assert [worker.is_resting for worker in sorted(health.workers)] == [False, True]
    crew.clock.advance(minutes=6)
    assert crew.desk.timers.health(crew.agent).is_stale
    crew.clock.advance(days=9)
    assert crew.desk.timers.health(crew.agent).last_tick_at == started + timedelta(seconds=30)
    sign(store, Worker("c" * 32, "PC-3", "window"), started_at=None, fired=0, offset=timedelta(0))
    with store.reading() as connection:
        assert connection.execute(select(heartbeat.c.worker)).scalars().all() == ["PC-3"]


def test_an_alarm_tells_what_is_overdue_and_a_clock_that_went_back(crew: Crew) -> None:
    due_in(crew, 0)
    sign(crew.desk.store, WINDOW, started_at=None, fired=0, offset=timedelta(0))
    due = crew.clock.now()
    crew.clock.advance(minutes=4)
    assert crew.desk.timers.health(crew.agent).overdue_since is None
    crew.clock.advance(minutes=2)
    assert crew.desk.timers.health(crew.agent).overdue_since == due
    crew.clock.set(due - timedelta(hours=1))
    health = crew.desk.timers.health(crew.agent)
    assert health.went_back == timedelta(hours=1)
    assert health.at == due


def test_a_signature_is_never_taken_back(crew: Crew) -> None:
    """A worker that slept between reading the clock and writing finds a newer time there and leaves it."""
    store, now = crew.desk.store, crew.clock.now()
    sign(store, WINDOW, started_at=None, fired=0, offset=timedelta(0))
    with store.writing(PROGRAM) as work:
        work.connection.execute(update(heartbeat).values(last_tick_at=now + timedelta(hours=1)))
    sign(store, WINDOW, started_at=now, fired=0, offset=timedelta(0))
    assert crew.desk.timers.health(crew.agent).last_tick_at == now + timedelta(hours=1)
    assert look(store).offset.ahead == timedelta(0)
