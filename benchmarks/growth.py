"""What a desk costs as its past grows: the same pages and saves with 10,000, 100,000 and 1,000,000 incidents.

What is open does not grow with the past; a desk that lets it has another trouble. So each has 3,000 open incidents.
"""

import itertools
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from app.domain.actor import Actor
from app.domain.vocabulary import Role, State
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import group_member
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import Post
from app.services.incidents.queue_dto import QueueQuery
from benchmarks.fill import NOW, fill, filled_desk
from benchmarks.harness import Action, Result, compare
from tests.support import postgres

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
    """Each size over the smallest, in turn; `folder` keeps the filled files between runs, a server is filled anew."""
    results = _compared("SQLite", [filled_desk(folder, size, OPEN) for size in SIZES])
    server = postgres.start({"shared_buffers": "512MB", "synchronous_commit": "on"})
    try:
        return results + _compared("PostgreSQL", [_filled_on(server, size) for size in SIZES])
    finally:
        server.stop()


def _filled_on(server: postgres.PostgresServer, size: int) -> str:
    url = server.url(server.create())
    upgrade(url)
    fill(Database(url), size, OPEN / size)
    return url


def _compared(where: str, urls: list[str]) -> list[Result]:
    first, *others = [_Grown(url) for url in urls]
    results = []
    for size, other in zip(SIZES[1:], others, strict=True):
        for name, make in _ACTIONS.items():
            title = f"{where}, {name}, {size:,} over {SIZES[0]:,}"
            results.append(compare(title, make(other), make(first), _PROMISED, runs=_RUNS))
    for each in (first, *others):
        each.desk.close()
    return results


class _Grown:
    """A desk of one size, and somebody who works there."""

    def __init__(self, url: str) -> None:
        self.desk: Desk = make_desk(Store(Database(url), SystemClock(), Bus()))
        with self.desk.store.reading() as connection:
            member = connection.execute(select(group_member.c.person_id, group_member.c.group_id).limit(1)).one()
            being_worked_on = incident.c.state == State.IN_PROGRESS.value
            self.open = list(connection.execute(select(incident.c.id).where(being_worked_on).limit(100)).scalars())
        self.actor = Actor(member.person_id, "Bench", Role.ADMIN, frozenset({member.group_id}))


def _page(wanted: QueueQuery) -> Callable[[_Grown], Action]:
    return lambda grown: lambda: grown.desk.queue.page(grown.actor, wanted)


def _opening(grown: _Grown) -> Action:
    turn = itertools.cycle(grown.open)
    return lambda: grown.desk.incident.detail(grown.actor, next(turn))


def _saving(grown: _Grown) -> Action:
    turn = itertools.cycle(grown.open)

    def save() -> None:
        post = Post(grown.desk.new_id(), "We look into it.", public=True)
        grown.desk.incidents.post(grown.actor, next(turn), post)

    return save


_ACTIONS: dict[str, Callable[[_Grown], Action]] = {
    **{name: _page(wanted) for name, wanted in PAGES.items()},
    "an incident": _opening,
    "a reply": _saving,
}
