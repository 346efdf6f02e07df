"""What it costs that PostgreSQL enforces the rights: the same questions with row security and without it.

A million incidents, 30,000 of them open and 20,000 restricted, on a real server that keeps its data between runs of the
same schema. With it means the login of an agent, or of a caller; without it the owner of the tables, to whom no policy
applies. Compared is the time of processors, of server and window together.
"""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import psycopg

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import HEAD
from app.infra.unit_of_work import Store
from app.services.desk import Desk, make_desk
from app.services.incidents.queue_dto import QueueQuery
from app.services.search.dto import SearchQuery
from app.services.server.definitions import PLACE as DEFINITIONS
from app.services.server.dto import Wanted
from app.services.server.setup import set_up
from app.services.sign_in import enter
from app.services.timers.claims import look
from benchmarks.fill import NOW
from benchmarks.harness import Action, Result, compare, spent_with
from benchmarks.large_desk import indexed_afterwards
from tests.support import postgres

INCIDENTS = 1_000_000
_PROMISED = 1.5
AGENT, CALLER = "desk_u_agent0", "desk_u_requester0"
_SMALL = frozenset({"what one was told", "an idle look at the timers"})
"""Of these the floor is one entry of an index, so that asking who is connected is most of them; they are only shown."""

WARM_UP = 12
"""A connection plans a question anew the first ten times, which a day's work does once."""

_FILL = Path(__file__).with_name("fill_server.sql")

# Enough memory that the questions do not wait for the disk, as a server of this size has.
_SETTINGS = {
    "shared_buffers": "2GB", "effective_cache_size": "6GB", "max_wal_size": "8GB", "autovacuum": "off",
    "random_page_cost": "1.1", "work_mem": "16MB", "jit": "off",
}  # fmt: skip

QUERIES = {
    "open by priority": QueueQuery("is:open"),
    "open of a group": QueueQuery("is:open team:group", group_by="none", sort="priority", descending=False),
    "mine": QueueQuery("is:open assignee:me", group_by="none", sort="updated_at"),
    "everything by number": QueueQuery("is:any", group_by="none"),
    "waiting, grouped by state": QueueQuery("is:waiting", group_by="state"),
    "open by time left": QueueQuery("is:open", "sla", False, "none", at=NOW),
    "open under heads of time left": QueueQuery("is:open", "sla", False, "sla", at=NOW),
    "breached": QueueQuery("is:open is:breached", "sla", False, "none", at=NOW),
}
FINDS = {
    "a word that stands everywhere": "printer",
    "two words": "printer room 12",
    "a word that stands once": "a87ff679a2",
    "a beginning": "c81e",
    "a misspelt word": "pritner ",
}
SEARCHES = {
    "a word among what is open": QueueQuery("is:open printer", group_by="none"),
    "a rare word among what is open": QueueQuery("is:open 3f2a1", group_by="none"),
    "a rare word among everything": QueueQuery("is:any 3f2a1b", group_by="none"),
}


def run(folder: Path, incidents: int = INCIDENTS) -> list[Result]:
    """Every question as an agent and as the owner, then a caller's; the server stays filled in `folder`."""
    with filled_server(folder, incidents) as server:
        agent = Reader(server, AGENT, Role.AGENT)
        caller = Reader(server, CALLER, Role.REQUESTER)
        owner, ownerly = (Reader(server, postgres.SUPERUSER, like.actor.role, like.actor) for like in (agent, caller))
        results = [_compared(f"as an agent: {name}", make, agent, owner) for name, make in _ACTIONS.items()]
        results += [_compared(f"as a caller: {name}", make, caller, ownerly) for name, make in _OF_CALLERS.items()]
        for each in (agent, caller, owner, ownerly):
            each.desk.close()
    return results


def _compared(name: str, make: "Callable[[Reader], Action]", reader: "Reader", owner: "Reader") -> Result:
    promised = None if any(name.endswith(small) for small in _SMALL) else _PROMISED
    clocks = (reader.spent, owner.spent)
    return compare(name, make(reader), make(owner), promised, runs=40, warm_up=WARM_UP, clocks=clocks)


@contextmanager
def filled_server(folder: Path, incidents: int, open_ones: int | None = None) -> Iterator[str]:
    """The address of a desk of that many incidents, 3 in 100 of them open unless told otherwise, with `{}` in the place
    of the login. Filling it takes some minutes for a million.
    """
    each = 100 if open_ones is None else 3 * incidents // open_ones
    place = (folder / f"postgres_{incidents}_{each}_{_edition()}").resolve()
    # Where root measures, the server is somebody else's, who has to find the way to its data.
    folder.chmod(folder.stat().st_mode | 0o011)
    filled = place / "filled"
    if not filled.exists():
        shutil.rmtree(place, ignore_errors=True)  # a run that was interrupted left half of it
    server = postgres.start(_SETTINGS, kept=place)
    try:
        if not filled.exists():
            server.execute("CREATE DATABASE desk")
            set_up(server.url("desk"), Wanted("desk", first_administrator=False))
            for role in (Role.AGENT, Role.REQUESTER):
                server.execute(f"CREATE ROLE desk_u_{role}0 LOGIN IN ROLE desk_{role}")
            _fill(server, incidents, each)
            filled.touch()
        yield server.url("desk", "{}")
    finally:
        server.stop()


def _edition() -> str:
    """A mark of what the desk is made by: a kept one of another schema would measure what is no more."""
    made_by = HEAD + _FILL.read_text(encoding="utf-8") + DEFINITIONS.read_text(encoding="utf-8")
    return sha256(made_by.encode()).hexdigest()[:8]


def _fill(server: postgres.PostgresServer, incidents: int, each: int) -> None:
    url = server.url("desk").replace("+psycopg", "")
    with psycopg.connect(url, autocommit=True) as connection:
        with indexed_afterwards(connection):
            text = _FILL.read_text(encoding="utf-8").replace("{incidents}", str(incidents)).replace("{each}", str(each))
            connection.execute(text.encode())
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")


class Reader:
    """Somebody who asks by a login; the owner asks in the name of the person that it is compared with."""

    def __init__(self, server: str, login: str, role: Role, actor: Actor | None = None) -> None:
        self.desk: Desk = make_desk(Store(Database(server.format(login)), SystemClock(), Bus()))
        enter(self.desk.store)
        with self.desk.store.reading() as connection:
            run = connection.exec_driver_sql
            if actor is None:
                person_id = run("SELECT replace(desk.me()::text, '-', '')").scalar_one()
                actor = Actor(str(person_id), "Bench", role)
            wanted = "SELECT replace(id::text, '-', ''), number FROM incident WHERE"
            mine = f"{wanted} caller_id = '{actor.person_id}' ORDER BY number DESC LIMIT 100"
            theirs = f"{wanted} state = 'in_progress' AND restricted_group_id IS NULL ORDER BY number LIMIT 100"
            rows = run(mine if role is Role.REQUESTER else theirs).all()
            backend = run("SELECT pg_backend_pid()").scalar_one()
        self.actor = actor
        self.incidents = [str(row[0]) for row in rows]
        self.numbers = [int(row[1]) for row in rows]
        self.spent = spent_with(backend)


def _page(wanted: QueueQuery) -> Callable[[Reader], Action]:
    return lambda reader: lambda: reader.desk.queue.page(reader.actor, wanted)


def _found(text: str) -> Callable[[Reader], Action]:
    return lambda reader: lambda: reader.desk.search.find(reader.actor, SearchQuery(text))


def _heads(wanted: QueueQuery) -> Callable[[Reader], Action]:
    return lambda reader: lambda: reader.desk.queue.summary(reader.actor, wanted)


def _opening(reader: Reader) -> Action:
    turn = itertools.cycle(reader.incidents)
    return lambda: reader.desk.incident.detail(reader.actor, next(turn))


def _finding(reader: Reader) -> Action:
    turn = itertools.cycle(reader.numbers)
    return lambda: reader.desk.incident.find_number(reader.actor, next(turn))


_ACTIONS: dict[str, Callable[[Reader], Action]] = {
    **{f"queue page, {name}": _page(wanted) for name, wanted in QUERIES.items()},
    "heads of the queue, open": _heads(QUERIES["open by priority"]),
    "heads of the queue, by time left": _heads(QUERIES["open under heads of time left"]),
    "how many there are in all": _heads(QUERIES["everything by number"]),
    "counts beside the views": lambda reader: lambda: reader.desk.queue.counts(reader.actor),
    "open an incident with its history": _opening,
    "find an incident by its number": _finding,
    **{f"filter, {name}": _page(wanted) for name, wanted in SEARCHES.items()},
    **{f"search, {name}": _found(text) for name, text in FINDS.items()},
    "what one was told": lambda reader: lambda: reader.desk.notifications.pending(reader.actor),
    "an idle look at the timers": lambda reader: lambda: look(reader.desk.store),
}
_OF_CALLERS: dict[str, Callable[[Reader], Action]] = {
    "queue page, everything of one's own": _page(QUERIES["everything by number"]),
    "queue page, what is open": _page(QUERIES["open by priority"]),
    "counts beside the views": lambda reader: lambda: reader.desk.queue.counts(reader.actor),
    "open an incident with its history": _opening,
    "filter of one's own": _page(SEARCHES["a word among what is open"]),
    "search in one's own": _found(FINDS["two words"]),
}
