"""Saving an incident with and without keeping its clocks and its next check, alternately on the same desk in SQLite.

Without means that the command ends before the clocks are computed and written; everything else is the same, the commit
that waits for the disk included. The promise is about the saves of a whole life: an incident is logged, taken,
answered, noted, asked about, put on hold, worked on, raised, resolved and closed, each save timed and summed up.

Lives with and without are led in pairs, which take turns at going first, so that whatever else the computer does meets
both. What is compared are means of sums of whole lives, not medians: many disks answer in steps of 4 ms, and a median
then stands on a step, the same one or the next, whatever the clocks cost. The quarter of the pairs that took longest is
left out on both sides, whichever of its two lives it was that somebody kept waiting.

Beside it stand, without a promise and on a disk that never waits, where nothing hides what clocks cost, the same lives
and what single kinds of saves pay: a change of priority moves two clocks, a note none.
"""

import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from app.bootstrap import open_session
from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import CloseCause, HoldReason, State
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services import command
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.people.dto import NewPerson
from benchmarks.harness import Action, Result, compare

_PROMISED = 1.15
_RUNS = 400
_LIVES = 240
_WARM_UP = 4

Save = Callable[[str], object]


def run(folder: Path) -> list[Result]:
    """The promise about keeping clocks, and what it costs where no disk hides it."""
    url = f"sqlite:///{folder / 'clocks.sqlite'}"
    session = open_session(url)
    desk, actor = session.desk, session.actor
    caller = desk.people_admin.add_person(actor, NewPerson(desk.new_id(), "Kim Berg"))
    results = [_lives("the saves of an incident's life, with its clocks", desk, actor, caller, _PROMISED)]
    desk.close()
    quick = make_desk(Store(Database(url, durable=False), SystemClock(), Bus()))
    saves = {
        "- logging an incident": _logging(quick, actor, caller),
        "- changing a priority": _changing(quick, actor, caller),
        "- replying to a caller": _replying(quick, actor, caller),
    }
    results.append(_lives("- the same on a disk that never waits", quick, actor, caller, None))
    results += [compare(name, save, _without_clocks(save), None, runs=_RUNS) for name, save in saves.items()]
    quick.close()
    return results


def _lives(name: str, desk: Desk, actor: Actor, caller: str, promised: float | None) -> Result:
    """Pairs of lives with and without clocks; the means of the sums of their saves."""
    saves = _life(desk, actor)
    pairs = [_one_pair(lambda: _log(desk, actor, caller), saves, number) for number in range(_WARM_UP + _LIVES)]
    usual = sorted(pairs[_WARM_UP:], key=sum)[: _LIVES - _LIVES // 4]
    bare, kept = (statistics.mean(side) for side in zip(*usual, strict=True))
    return Result(name, kept, bare, promised)


def _one_pair(log: Callable[[], str], saves: list[Save], number: int) -> tuple[float, float]:
    """The sums of the saves of a life without its clocks and of one with them."""
    sums = [0.0, 0.0]
    for keeps in (number % 2, 1 - number % 2):
        sums[keeps] = _one_life(log, saves, keeps=bool(keeps))
    return sums[0], sums[1]


def _one_life(log: Callable[[], str], saves: list[Save], *, keeps: bool) -> float:
    total = 0.0
    with _keeping(keeps=keeps):
        begin = time.perf_counter()
        incident_id = log()
        total += time.perf_counter() - begin
        for save in saves:
            begin = time.perf_counter()
            save(incident_id)
            total += time.perf_counter() - begin
    return total


def _life(desk: Desk, actor: Actor) -> list[Save]:
    """What happens to an incident after it was logged, by somebody who may do all of it."""

    def say(body: str, *, public: bool) -> Save:
        return lambda incident_id: desk.incidents.post(actor, incident_id, Post(desk.new_id(), body, public=public))

    def step(make: Callable[[], Step]) -> Save:
        return lambda incident_id: desk.incidents.step(actor, incident_id, make())

    def edit(field: str, before: str | int | None, after: str | int) -> Save:
        return lambda incident_id: desk.incidents.edit(actor, incident_id, {field: FieldEdit(before, after)})

    def hold() -> Step:
        until = desk.store.clock.now() + timedelta(days=2)
        question = "Which printer is it?"
        return Step(State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_until=until, comment=question)

    return [
        edit("assignee_id", None, actor.person_id),
        step(lambda: Step(State.IN_PROGRESS)),
        say("We look into it.", public=True),
        say("The queue of the print server is empty.", public=False),
        step(hold),
        step(lambda: Step(State.IN_PROGRESS)),
        edit("urgency", 2, 1),
        say("A new drum is on its way to you.", public=True),
        say("Drum 4711 is out of stock, took one of the second floor.", public=False),
        step(lambda: Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Changed the drum.")),
        step(lambda: Step(State.CLOSED, close_cause=CloseCause.CALLER_ACCEPTED)),
    ]


def _log(desk: Desk, actor: Actor, caller: str) -> str:
    title = "Printer on floor 2 prints blank pages"
    new = NewIncident(desk.new_id(), title, caller, "Since this morning.", impact=2, urgency=2)
    return desk.incidents.create(actor, new).id


def _logging(desk: Desk, actor: Actor, caller: str) -> Action:
    return lambda: _log(desk, actor, caller)


def _changing(desk: Desk, actor: Actor, caller: str) -> Action:
    incidents = itertools.cycle([_log(desk, actor, caller) for _ in range(100)])
    urgency: dict[str, int] = {}

    def save() -> None:
        incident_id = next(incidents)
        before = urgency.get(incident_id, 2)
        urgency[incident_id] = 3 if before == 2 else 2
        desk.incidents.edit(actor, incident_id, {"urgency": FieldEdit(before, urgency[incident_id])})

    return save


def _replying(desk: Desk, actor: Actor, caller: str) -> Action:
    incidents = itertools.cycle([_log(desk, actor, caller) for _ in range(100)])
    return lambda: desk.incidents.post(actor, next(incidents), Post(desk.new_id(), "We look into it.", public=True))


def _without_clocks(save: Action) -> Action:
    def bare() -> None:
        with _keeping(keeps=False):
            save()

    return bare


@contextmanager
def _keeping(*, keeps: bool) -> Iterator[None]:
    if keeps:
        yield
        return
    with patch.object(command, "keep_touched_clocks", lambda work: work.touched.clear()):
        yield
