"""Saving an incident with and without keeping its clocks and its next check, alternately on the same desk in SQLite.

Without means that the command ends before the clocks are computed and written; everything else is the same, the commit
that waits for the disk included.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from app.bootstrap import open_session
from app.domain.actor import Actor
from app.services import command
from app.services.desk import Desk
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.people.dto import NewPerson
from benchmarks.harness import Action, Result, compare

_PROMISED = 1.15
_RUNS = 400


def run(folder: Path) -> list[Result]:
    """The promise about keeping clocks, for the three saves that touch a fact."""
    session = open_session(f"sqlite:///{folder / 'clocks.sqlite'}")
    desk, actor = session.desk, session.actor
    caller = desk.people_admin.add_person(actor, NewPerson(desk.new_id(), "Kim Berg"))
    saves = {
        "logging an incident with its clocks": _logging(desk, actor, caller),
        "changing a priority with its clocks": _changing(desk, actor, caller),
        "replying to a caller with its clocks": _replying(desk, actor, caller),
    }
    results = [compare(name, save, _without_clocks(save), _PROMISED, runs=_RUNS) for name, save in saves.items()]
    desk.close()
    return results


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
        with _forgetting():
            save()

    return bare


@contextmanager
def _forgetting() -> Iterator[None]:
    with patch.object(command, "keep_touched_clocks", lambda work: work.touched.clear()):
        yield
