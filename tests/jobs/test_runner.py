"""The thread that lets time pass: when it looks, when it leaves things to others, and how it ends."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, insert

from app.domain.errors import Busy, Unavailable
from app.infra.bus import Bus
from app.infra.database_time import DatabaseTime
from app.infra.unit_of_work import Store, Work
from app.jobs import runner as runner_module
from app.jobs.runner import TimerRunner
from app.models.timers import timer
from app.services.incidents.dto import Post
from app.services.suggestions import risks
from app.services.timers import fire
from app.services.timers.dto import Handled, Tick, Worker
from app.services.timers.registry import TimerKind
from tests.support.clock import FrozenClock
from tests.support.crew import Crew

WORKER = Worker("a" * 32, "Ada Brandt on PC-1", "window")
PATIENCE = 20


class Gong:
    """A handler that lets a test wait until it was struck."""

    def __init__(self) -> None:
        self.struck: list[str] = []
        self.event = threading.Event()

    def __call__(self, work: Work, subject_ids: Sequence[str]) -> Handled:
        work.connection.execute(delete(timer).where(timer.c.subject_id.in_(subject_ids)))
        self.struck += subject_ids
        self.event.set()
        return Handled(len(subject_ids))


@pytest.fixture
def gong(monkeypatch: pytest.MonkeyPatch) -> Gong:
    found = Gong()
    monkeypatch.setattr(fire, "handlers", lambda: {TimerKind.HOLD: found})
    return found


def middle(low: float, high: float) -> float:
    return (low + high) / 2


@pytest.fixture
def timers(crew: Crew) -> TimerRunner:
    return TimerRunner(crew.desk.store, WORKER, middle)


@contextmanager
def running(found: TimerRunner) -> Iterator[None]:
    found.start()
    try:
        yield
    finally:
        found.stop()


def due(crew: Crew, seconds: float = 0) -> str:
    found = crew.log().id
    with crew.desk.store.database.writing() as connection:
        at = crew.clock.now() + timedelta(seconds=seconds)
        connection.execute(insert(timer), {"kind": "hold", "subject_id": found, "due_at": at})
    return found


def test_it_fires_what_is_due_and_signs(crew: Crew, gong: Gong, timers: TimerRunner) -> None:
    subject = due(crew)
    with running(timers):
        assert gong.event.wait(PATIENCE)
    assert gong.struck == [subject]
    newest = crew.desk.timers.health(crew.agent).newest
    assert newest is not None
    assert (newest.name, newest.program, newest.fired) == (WORKER.name, "window", 1)


def test_a_change_at_this_desk_wakes_it(crew: Crew, gong: Gong, timers: TimerRunner) -> None:
    subject = due(crew, 30)
    looked = threading.Event()
    look = timers._tick

    def tick() -> Tick:
        found = look()
        looked.set()
        return found

    timers._tick = tick  # type: ignore[method-assign]  # to know that the first look is over
    with running(timers):
        assert looked.wait(PATIENCE)
        assert not gong.struck
        crew.clock.advance(seconds=31)
        crew.log()
        assert gong.event.wait(PATIENCE), "far sooner than its period"
    assert gong.struck == [subject]


def test_it_looks_again_when_the_next_thing_is_due(crew: Crew, timers: TimerRunner) -> None:
    now = crew.clock.now()

    def pause(next_due: float | None) -> float:
        at = None if next_due is None else now + timedelta(seconds=next_due)
        return timers._pause_after(Tick(now, next_due_at=at))

    assert pause(None) == runner_module.PERIOD
    assert pause(3600) == runner_module.PERIOD
    assert pause(4) == pytest.approx(4.15)
    assert pause(-4) < 1, "what somebody held is looked at again soon"


def test_with_nothing_due_it_writes_no_more_than_its_signature(crew: Crew, gong: Gong, timers: TimerRunner) -> None:
    due(crew, 30)
    timers._guarded()
    with crew.counting() as counter:
        for _ in range(5):
            timers._guarded()
    assert counter["statements"] == 5
    assert counter["commits"] == 0


def test_clocks_are_compared_by_every_look(crew: Crew, gong: Gong) -> None:
    """A clock that somebody sets between two signatures is noticed by the look that follows."""
    clock = FrozenClock(crew.clock.now())
    found = TimerRunner(Store(crew.desk.store.database, clock, Bus(), DatabaseTime(crew.clock)), WORKER, middle)
    found._guarded()
    clock.advance(minutes=16)
    due(crew)
    found._guarded()
    assert not gong.struck
    clock.set(crew.clock.now())
    found._guarded()
    assert len(gong.struck) == 1


class SleepyClock(FrozenClock):
    """A computer's clock that goes on by half an hour between two looks at it."""

    sleeps = True

    def now(self) -> datetime:
        now = super().now()
        if self.sleeps:
            self.advance(minutes=32)
        return now


def test_the_risk_of_a_breach_is_counted_after_a_change_here_and_now_and_then(
    crew: Crew, timers: TimerRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[list[str]] = []
    monkeypatch.setattr(risks, "reckon_risks", lambda _store, changed=(): counted.append(list(changed)))
    timers._guarded()
    assert counted == [], "a program that has just started has other things to do"
    unsubscribe = crew.desk.store.bus.subscribe(timers._hear)
    refs = [crew.log(), crew.log()]
    crew.desk.incidents.post(crew.agent, refs[0].id, Post(crew.desk.new_id(), "Hello", False))
    unsubscribe()
    timers._guarded()
    assert counted == [sorted(ref.id for ref in refs)], "each once"
    timers._guarded()
    assert len(counted) == 1
    timers._risks_at = 0.0
    timers._guarded()
    assert counted[1:] == [[]], "all whose risk is old"


@pytest.mark.parametrize(("minutes", "fires"), [(-14, True), (14, True), (16, False), (-16, False)])
def test_a_computer_that_believes_in_another_time_leaves_it_to_others(
    crew: Crew, gong: Gong, minutes: int, fires: bool
) -> None:
    subject = due(crew)
    wrong = FrozenClock(crew.clock.now() + timedelta(minutes=minutes))
    store = Store(crew.desk.store.database, wrong, Bus(), DatabaseTime(crew.clock))
    found = TimerRunner(store, WORKER, middle)
    found.once()
    assert gong.struck == ([subject] if fires else [])
    (worker,) = crew.desk.timers.health(crew.agent).workers
    assert worker.is_resting != fires
    assert worker.clock_offset == timedelta(minutes=minutes)


def test_a_computer_that_slept_while_it_compared_clocks_compares_them_again(crew: Crew, gong: Gong) -> None:
    subject = due(crew)
    sleepy = SleepyClock(crew.clock.now() - timedelta(minutes=16))
    found = TimerRunner(Store(crew.desk.store.database, sleepy, Bus(), DatabaseTime(crew.clock)), WORKER, middle)
    found.once()
    assert not gong.struck, "it was 16 minutes off, or 0, or 32"
    sleepy.set(crew.clock.now())
    sleepy.sleeps = False
    found.once()
    assert gong.struck == [subject], "it is sure now, and right"


def test_a_sleep_is_noted(crew: Crew, gong: Gong, timers: TimerRunner) -> None:
    timers._guarded()
    crew.clock.advance(hours=62)
    timers._guarded()
    (worker,) = crew.desk.timers.health(crew.agent).workers
    assert worker.note.startswith("2 days, 14:00:00 passed between two ticks")
    assert worker.last_tick_at == crew.clock.now()


def test_an_outage_is_told_once_and_survived(
    crew: Crew, timers: TimerRunner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tick = timers._tick

    def out_of_reach() -> Tick:
        raise Unavailable("The database cannot be reached.")

    monkeypatch.setattr(timers, "_tick", out_of_reach)
    pauses = [timers._guarded() for _ in range(8)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == runner_module.LONGEST_REST * 0.75
    assert caplog.text.count("cannot run") == 1
    monkeypatch.setattr(timers, "_tick", tick)
    assert timers._guarded() == runner_module.PERIOD


def test_while_this_program_uses_all_its_connections_it_tries_again_soon_and_says_nothing(
    timers: TimerRunner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def busy() -> Tick:
        raise Busy("All connections are in use.")

    monkeypatch.setattr(timers, "_tick", busy)
    assert {timers._guarded() for _ in range(8)} == {runner_module.LOCKED_AGAIN}
    assert not caplog.text


def test_a_bug_does_not_end_it(
    timers: TimerRunner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Tick:
        raise ZeroDivisionError

    monkeypatch.setattr(timers, "_tick", broken)
    assert timers._guarded() > 0
    assert "A tick failed" in caplog.text


def test_it_ends_promptly_even_in_the_middle_of_much_work(
    crew: Crew, gong: Gong, timers: TimerRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fire, "SMALLEST_BATCH", 1)
    monkeypatch.setattr(fire, "FIRST_BATCH", 1)
    monkeypatch.setattr(fire, "LARGEST_BATCH", 1)
    for _ in range(5):
        due(crew)

    def strike_and_end(work: Work, subject_ids: Sequence[str]) -> Handled:
        timers.end_soon()
        return gong(work, subject_ids)

    monkeypatch.setattr(fire, "handlers", lambda: {TimerKind.HOLD: strike_and_end})
    timers.run()
    assert len(gong.struck) == 1
