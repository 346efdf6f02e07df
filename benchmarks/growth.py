"""What a desk costs as its past grows: the same pages and saves with 10,000, 100,000 and 1,000,000 incidents.

What is open does not grow with the past; a desk that lets it has another trouble. So each has 3,000 open incidents. On
PostgreSQL an agent asks, under row-level security.
"""

import itertools
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from sqlalchemy import select

from app.domain.actor import Actor
from app.domain.vocabulary import Role, State
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import group_member
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import Post
from app.services.incidents.queue_dto import QueueQuery
from benchmarks.fill import NOW, filled_desk
from benchmarks.harness import Action, Result, compare
from benchmarks.rights import AGENT, WARM_UP, Reader, filled_server

SIZES = (10_000, 100_000, 1_000_000)
OPEN = 3_000
PAGES = {
    "page, open by priority": QueueQuery("is:open"),
    "page, by time left": QueueQuery("is:open", "sla", False, "sla", at=NOW),
    "page, all by number": QueueQuery("is:any", group_by="none"),
}
_PROMISED = 1.5
_RUNS = 200


def run(folder: Path) -> list[Result]:
    """Each size over the smallest, in turn; `folder` keeps the filled files and servers between runs."""
    files = [_Clerk(filled_desk(folder, size, OPEN)) for size in SIZES]
    results = _compared("SQLite", files)
    with ExitStack() as running:
        servers = [running.enter_context(filled_server(folder, size, OPEN)) for size in SIZES]
        return results + _compared("PostgreSQL", [Reader(server, AGENT, Role.AGENT) for server in servers])


class _Worker(Protocol):
    """Somebody who works at a desk, and a hundred incidents that are being worked on."""

    desk: Desk
    actor: Actor
    incidents: list[str]


def _compared(where: str, grown: Sequence[_Worker]) -> list[Result]:
    first, *others = grown
    results = []
    for size, other in zip(SIZES[1:], others, strict=True):
        for name, make in _ACTIONS.items():
            title = f"{where}, {name}, {size:,} over {SIZES[0]:,}"
            results.append(compare(title, make(other), make(first), _PROMISED, runs=_RUNS, warm_up=WARM_UP))
    for each in grown:
        each.desk.close()
    return results


class _Clerk:
    """Somebody who works at a desk in a file."""

    def __init__(self, url: str) -> None:
        self.desk: Desk = make_desk(Store(Database(url), SystemClock(), Bus()))
        with self.desk.store.reading() as connection:
            member = connection.execute(select(group_member.c.person_id, group_member.c.group_id).limit(1)).one()
            being_worked_on = incident.c.state == State.IN_PROGRESS.value
            self.incidents = list(connection.execute(select(incident.c.id).where(being_worked_on).limit(100)).scalars())
        self.actor = Actor(member.person_id, "Bench", Role.ADMIN, frozenset({member.group_id}))


def _page(wanted: QueueQuery) -> Callable[[_Worker], Action]:
    return lambda worker: lambda: worker.desk.queue.page(worker.actor, wanted)


def _opening(worker: _Worker) -> Action:
    turn = itertools.cycle(worker.incidents)
    return lambda: worker.desk.incident.detail(worker.actor, next(turn))


def _saving(worker: _Worker) -> Action:
    turn = itertools.cycle(worker.incidents)

    def save() -> None:
        post = Post(worker.desk.new_id(), "We look into it.", public=True)
        worker.desk.incidents.post(worker.actor, next(turn), post)

    return save


_ACTIONS: dict[str, Callable[[_Worker], Action]] = {
    **{name: _page(wanted) for name, wanted in PAGES.items()},
    "an incident": _opening,
    "a reply": _saving,
}
