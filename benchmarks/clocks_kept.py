"""Saving an incident with and without keeping its clocks and its next check, alternately on the same desk in SQLite.

Without means that the command ends before the clocks are computed and written; everything else is the same, the commit
that waits for the disk included. The promise is about the saves of a whole life: an incident is logged, taken,
answered, noted, asked about, put on hold, worked on, raised, resolved and closed, each save timed and summed up. What
single kinds of saves pay is shown beside it: a note moves no clock and pays nothing, a change of priority moves two.
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
from app.services import command
from app.services.desk import Desk
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.people.dto import NewPerson
from benchmarks.harness import Action, Result, compare

_PROMISED = 1.15
_RUNS = 400
_LIVES = 120

Save = Callable[[str], object]


def run(folder: Path) -> list[Result]:
    """The promise about keeping clocks, and what three kinds of saves pay."""
    session = open_session(f"sqlite:///{folder / 'clocks.sqlite'}")
    desk, actor = session.desk, session.actor
    caller = desk.people_admin.add_person(actor, NewPerson(desk.new_id(), "Kim Berg"))
    saves = {
        "- logging an incident": _logging(desk, actor, caller),
        "- changing a priority": _changing(desk, actor, caller),
        "- replying to a caller": _replying(desk, actor, caller),
    }
    results = [_lives(desk, actor, caller)]
    results += [compare(name, save, _without_clocks(save), None, runs=_RUNS) for name, save in saves.items()]
    desk.close()
    return results


def _lives(desk: Desk, actor: Actor, caller: str) -> Result:
    """Lives with and without clocks in turn; the medians of the sums of their saves."""
    saves = _life(desk, actor)
    sums: dict[bool, list[float]] = {True: [], False: []}
    for number in range(2 * _LIVES + 4):
        keeps = number % 2 == 0
        taken = _one_life(lambda: _log(desk, actor, caller), saves, keeps=keeps)
        if number >= 4:
            sums[keeps].append(taken)
    kept, bare = statistics.median(sums[True]), statistics.median(sums[False])
    return Result("the saves of an incident's life, with its clocks", kept, bare, _PROMISED)


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
