"""What a window that nobody touches asks of a server in a minute: counted, while no time passes.

Each thing is asked once, by those who ask it in the window, and taken as often as their pauses say. That a real window
asks for nothing else is measured by `python -m benchmarks asking`.
"""

from collections.abc import Callable

import pytest

from app.infra.doorbell import open_line
from app.jobs import attendance, live, runner
from app.jobs.runner import TimerRunner
from app.services.incidents.queue_dto import QueueQuery
from app.services.live import presence
from app.services.timers.dto import Worker
from app.views.notifications import watch
from app.views.queue import pace
from app.views.shell import link_watch, timers_watch
from tests.support.crew import Crew

AIMED_AT = 40
"""Statements of a minute, BEGIN and COMMIT included; less than 60 are promised."""

MINUTE, MINUTE_MS = 60.0, 60_000.0


def statements(crew: Crew, ask: Callable[[], object]) -> int:
    """How many a server is sent by asking a second time, when everything is prepared and known."""
    ask()
    with crew.counting() as counter:
        ask()
    return counter["statements"] + 2 * counter["commits"]


def test_a_window_that_is_left_alone_asks_little(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    desk, store, actor = crew.desk, crew.desk.store, crew.agent
    crew.log()
    timers = TimerRunner(store, Worker("a" * 32, "Ada Brandt on PC-1", "window", actor.person_id))
    by_clocks = QueueQuery("is:open", "sla", group_by="sla")
    counts = desk.queue.counts(actor)

    def as_time_passes() -> None:
        desk.queue.opening(actor, by_clocks)
        desk.queue.timed_counts(actor, counts)

    with open_line(store.database) as line:
        asked: dict[str, tuple[Callable[[], object], float]] = {
            "timers looked at": (timers._tick, MINUTE / runner.PERIOD),
            "timers signed": (timers._sign, MINUTE / (runner.SIGN_EVERY * runner.ON_SERVER)),
            "put off": (timers._wake, MINUTE / runner.WAKE_EVERY),
            "bursts": (timers._look_for_bursts, MINUTE / runner.BURSTS_EVERY),
            "the feed": (lambda: store.feed.news(line.connection), MINUTE / live.PERIOD),
            "who is there": (lambda: presence.others(store, line.connection, actor), MINUTE / attendance.LONELY),
            "how the timers are": (lambda: desk.timers.health(actor), MINUTE_MS / timers_watch._ASK_MS),
            "what one is told": (lambda: desk.notifications.pending(actor), MINUTE_MS / watch._EVERY_MS),
            "the list by time left": (as_time_passes, MINUTE_MS / pace.ORDER_MS),
            "whether it is there": (store.feel_pulse, MINUTE / link_watch.PULSE_AFTER),
        }
        costs = {name: statements(crew, ask) * times for name, (ask, times) in asked.items()}
    # The server is asked whether it is there only where five seconds passed without any answer: no more than this.
    assert sum(costs.values()) <= AIMED_AT, costs


@pytest.mark.parametrize(("look", "most"), [("_tick", 1), ("_wake", 1), ("_sign", 4)])
def test_time_passes_by_one_statement_where_nothing_is_due(postgresql_crew: Crew, look: str, most: int) -> None:
    timers = TimerRunner(postgresql_crew.desk.store, Worker("a" * 32, "Ada Brandt on PC-1", "window"))
    assert statements(postgresql_crew, getattr(timers, look)) == most
