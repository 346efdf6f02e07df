"""Firing thresholds: once, in time or late and marked, told only where it still matters, and never over a save."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from app.domain.instants import micros
from app.domain.lifecycle import Step
from app.domain.sla.firing import firings
from app.domain.vocabulary import EntryKind, State
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.unit_of_work import Store, Work
from app.models.clocks import incident_clocks, sla_firing
from app.services.incidents.dto import IncidentRef, Post
from app.services.sla.books import DESK, load_rules
from app.services.sla.facts import load_ledgers
from app.services.timers import clocks as clocks_module
from app.services.timers import fire
from app.services.timers.claims import look
from app.services.timers.dto import Worker
from app.services.timers.fire import fire_due
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew

WINDOW = Worker("a" * 32, "Ada Brandt on PC-1", "window")
JOBS = Worker("b" * 32, "Jobs on server", "jobs")


@pytest.fixture
def desk(crew: Crew) -> Crew:
    """Office hours 8 to 17 UTC; it is Monday, 9:00. A moderate incident has 4 h to respond and 27 h to resolve."""
    return with_policies(crew)


def moderate(desk: Crew) -> IncidentRef:
    """An incident of priority 3: four hours to respond, 27 to resolve, in office hours."""
    return desk.log(impact=2, urgency=2)


def fired(crew: Crew, clock: str = "response") -> list[tuple[str, str, bool, bool]]:
    """Threshold, the time it was reached, whether late, whether told."""
    table = sla_firing.c
    with crew.desk.store.reading() as connection:
        rows = connection.execute(select(sla_firing).where(table.clock == clock).order_by(table.reached_at)).all()
    return [(row.threshold, f"{row.reached_at:%d %H:%M}", row.is_late, row.is_told) for row in rows]


def expected(crew: Crew) -> set[tuple[str, str, int, int, str]]:
    with crew.desk.store.reading() as connection:
        rules = load_rules(connection, DESK)
        ledgers = load_ledgers(connection, list(kept_rows(crew)), rules)
        now = micros(crew.clock.now())
        return {each.key(key) for key, case in ledgers.items() for each in firings(case, rules.timelines, now)}


def keys(crew: Crew) -> set[tuple[Any, ...]]:
    table = sla_firing.c
    columns = (table.incident_id, table.clock, table.cycle, table.target, table.threshold)
    with crew.desk.store.reading() as connection:
        return {tuple(row) for row in connection.execute(select(*columns))}


def entries(crew: Crew, ref: IncidentRef) -> list[str]:
    return [item.body or "" for item in crew.see(ref).journal if item.kind == EntryKind.SLA]


def tick(crew: Crew, worker: Worker = WINDOW) -> tuple[int, int]:
    found = fire_due(crew.heart, worker)
    return found.fired, found.late


def test_a_threshold_fires_when_it_is_reached_and_never_before(desk: Crew) -> None:
    ref = moderate(desk)
    assert tick(desk) == (0, 0)
    desk.clock.advance(hours=2, seconds=-1)
    assert tick(desk) == (0, 0)
    desk.clock.advance(seconds=1)
    assert tick(desk) == (1, 0)
    assert tick(desk, JOBS) == (0, 0), "whoever looks, and however often"
    assert fired(desk) == [("50%", "02 11:00", False, True)]
    assert entries(desk, ref) == ["The response clock reached 50 % (target 4 h)."]
    assert keys(desk) == expected(desk)
    assert kept_rows(desk) == {
        key: row | {"checked_until": desk.clock.now()} for key, row in computed_rows(desk).items()
    }


def test_what_was_missed_fires_late_once_with_its_true_time_and_a_mark(desk: Crew) -> None:
    """Case 14: all windows are closed over a weekend."""
    ref = moderate(desk)
    desk.clock.advance(days=6)
    count, late = tick(desk)
    assert count == late == len(expected(desk)) > 4
    assert fired(desk) == [
        ("50%", "02 11:00", True, True),
        ("75%", "02 12:00", True, True),
        ("90%", "02 12:36", True, True),
        ("100%", "02 13:00", True, True),
    ]
    told = (
        "The response clock reached 50 % (target 4 h). This was noticed 142 h later, because no timers ran in between."
    )
    assert told in entries(desk, ref)
    assert tick(desk) == (0, 0)


def test_a_scheduler_that_runs_for_a_week_fires_each_threshold_once(desk: Crew) -> None:
    """Case 15."""
    moderate(desk)
    total = 0
    for _ in range(24 * 7):
        desk.clock.advance(hours=1)
        total += tick(desk)[0]
    assert total == len(keys(desk)) == len(expected(desk))


def test_a_new_promise_that_is_passed_already_fires_at_the_change_once(desk: Crew) -> None:
    """Case 4: after three hours the priority becomes one with half an hour; several thresholds make one entry."""
    ref = moderate(desk)
    desk.clock.advance(hours=1, minutes=50)
    tick(desk)
    desk.desk.incidents.override_priority(desk.supervisor, ref.id, 2, "The whole floor is down.")
    assert tick(desk) == (4, 0)
    assert entries(desk, ref) == ["The response clock reached 50 %, 75 %, 90 % and 100 % (target 30 min)."]
    assert keys(desk) == expected(desk)


def test_what_is_found_after_the_clock_stopped_is_written_and_told_to_nobody(desk: Crew) -> None:
    ref = moderate(desk)
    desk.clock.advance(hours=2, minutes=30)
    desk.desk.incidents.post(desk.agent, ref.id, Post(desk.desk.new_id(), "Looking into it.", public=True))
    tick(desk)
    assert fired(desk) == [("50%", "02 11:00", True, False)]
    assert len(entries(desk, ref)) == 1


def test_a_pause_is_kept_out(desk: Crew) -> None:
    ref = moderate(desk)
    desk.step(ref, desk.hold())
    desk.clock.advance(days=1)
    tick(desk)
    assert not fired(desk, "resolution")
    assert keys(desk) == expected(desk)


def test_a_save_between_the_crossing_and_the_tick_loses_nothing(desk: Crew) -> None:
    ref = moderate(desk)
    desk.clock.advance(hours=2, minutes=1)
    desk.desk.incidents.post(desk.agent, ref.id, Post(desk.desk.new_id(), "A note", public=False))
    desk.desk.incidents.override_priority(desk.supervisor, ref.id, 4, "Only one person.")
    assert tick(desk)[0] == 1
    assert keys(desk) == expected(desk)
    desk.clock.advance(days=9)
    tick(desk)
    assert keys(desk) == expected(desk)


def test_the_clock_set_back_repeats_nothing_and_stops_nothing(desk: Crew) -> None:
    ref = moderate(desk)
    desk.clock.advance(hours=2)
    tick(desk)
    desk.clock.set(desk.clock.now() - timedelta(hours=1, minutes=30))
    assert tick(desk) == (0, 0)
    desk.desk.incidents.override_priority(desk.supervisor, ref.id, 2, "The whole floor is down.")
    assert tick(desk)[0] == 0, "what happened is stamped after everything that was decided, and waits for its time"
    desk.clock.advance(hours=1, minutes=31)
    assert tick(desk)[0] == 3, "50 % was told under the old promise and is carried over"
    desk.clock.advance(days=2)
    tick(desk)
    assert keys(desk) == expected(desk)


def test_a_worker_that_dies_between_insert_and_commit_leaves_nothing(
    desk: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Case 17: what it wrote is gone with it, and the next one fires all of it."""
    ref = moderate(desk)
    desk.clock.advance(hours=2)

    class Killed(BaseException):
        pass

    def die(*_arguments: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(clocks_module, "_tell", die)
        with pytest.raises(Killed):
            tick(desk)
    assert not keys(desk)
    assert not entries(desk, ref)
    assert tick(desk, JOBS) == (1, 0)


def test_a_second_worker_at_the_same_instant_finds_nothing_left(desk: Crew, database_url: str) -> None:
    """Case 16, in the order in which it is worst: the second looks while the first has not committed."""
    if desk.desk.store.database.is_sqlite:
        pytest.skip("the second writer of a SQLite file waits for the first one")
    ref = moderate(desk)
    desk.clock.advance(hours=2)
    second = Store(Database(database_url), desk.clock, Bus())
    seen: list[int] = []
    tell = clocks_module._tell

    def let_the_other_look(work: Work, looks: Any, told: Any) -> None:
        tell(work, looks, told)
        seen.append(fire_due(second, JOBS).fired)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clocks_module, "_tell", let_the_other_look)
        assert tick(desk) == (1, 0)
    assert seen == [0]
    assert fire_due(second, JOBS).fired == 0
    second.database.close()
    assert len(entries(desk, ref)) == 1


def test_a_stale_look_never_overwrites_what_a_person_saved(desk: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    """Case 19: the save comes after the worker looked at its watch and before it got hold of the incident."""
    ref = moderate(desk)
    desk.clock.advance(hours=2, minutes=1)
    step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Cleared the jam.")

    def save_then_go_on(store: Store) -> Any:
        answer = look(store)
        monkeypatch.setattr(fire, "look", look)
        desk.desk.incidents.step(desk.supervisor, ref.id, step)
        return answer

    monkeypatch.setattr(fire, "look", save_then_go_on)
    assert tick(desk)[0] == 1
    seen = desk.see(ref)
    assert seen.state == State.RESOLVED
    assert fired(desk) == [("50%", "02 11:00", False, False)], "reached before, told to nobody any more"
    assert kept_rows(desk)[ref.id]["resolution_phase"] == "stopped"


def test_many_due_at_once_are_taken_in_batches(desk: Crew) -> None:
    for _ in range(130):
        moderate(desk)
    desk.clock.advance(hours=2)
    found = fire_due(desk.desk.store, WINDOW)
    assert found.fired == 130
    assert found.batches >= 2
    with desk.desk.store.reading() as connection:
        due = select(func.count()).where(incident_clocks.c.next_look_at <= desk.clock.now())
        assert connection.execute(due).scalar_one() == 0
