"""One command, one transaction: everything it writes is committed together, and the events leave only afterwards."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.errors import Away
from app.domain.events import Event, LinkChanged
from app.infra.bus import Bus
from app.infra.change_feed import feed_of
from app.infra.clock import Clock
from app.infra.database import Database
from app.infra.database_time import DatabaseTime
from app.infra.doubts import Doubts
from app.infra.ids import IdMaker
from app.infra.link import PATIENCE, LinkState
from app.infra.migrate import refuse_another_schema, schema_of

R = TypeVar("R")

_PULSE_PATIENCE = 4.0
"""Seconds; a server that needs longer to say that it is there is away."""


@dataclass(slots=True)
class Work:
    """What a command has in its hands: the transaction, who acts, the moment, and the events that it will cause.

    `now` is the database's time (`app.infra.database_time`). `worker` names the program whose timers run this; it is
    empty when a person acts.
    `looked_up` keeps what was read once and cannot change in this transaction, such as who belongs to which group.
    `touched` gathers the incidents whose clocks have to be kept before the transaction ends. `written` holds what was
    added to the history of a record, by its id. `memory` is the store's: what this program keeps in mind of its
    database from one transaction to the next, and has to be compared with what the database holds before it counts.
    """

    connection: Connection
    actor: Actor
    now: datetime
    ids: IdMaker
    events: list[Event] = field(default_factory=list)
    worker: str = ""
    looked_up: dict[str, Any] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    written: dict[str, list[Any]] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)

    def new_id(self) -> str:
        """A fresh identifier."""
        return self.ids.new()


class Store:
    """Hands out transactions of one database; services hold it and nothing else of the plumbing.

    `clock` is this computer's. What happens is stamped by `time`, the clock in charge of the database.
    """

    def __init__(self, database: Database, clock: Clock, bus: Bus, time: DatabaseTime | None = None) -> None:
        self.database = database
        self.clock = clock
        self.bus = bus
        self.time = time or DatabaseTime(clock)
        self.ids = IdMaker(clock)
        self.doubts = Doubts()
        self.memory: dict[str, Any] = {}
        database.link.listen(self._tell_of_link)
        database.when_puzzled = self._look_at_schema
        self.feed = feed_of(is_sqlite=database.is_sqlite)

    def reading(self, patience: float = PATIENCE) -> AbstractContextManager[Connection]:
        """A connection for selects; a server that leaves an answer open for longer than that is given up."""
        return self.database.reading(patience)

    def snapshot(self, patience: float = PATIENCE) -> AbstractContextManager[Connection]:
        """A connection for selects that all see one state of the database."""
        return self.database.snapshot(patience)

    def ask(self, read: Callable[[Connection], R], patience: float = PATIENCE) -> R:
        """What `read` makes of a connection for selects; asked a second time where a connection was found dead."""
        try:
            with self.reading(patience) as connection:
                return read(connection)
        except Away:
            if self.database.link.state.is_away:
                raise
        with self.reading(patience) as connection:
            return read(connection)

    def feel_pulse(self) -> None:
        """Ask the server whether it is there, and for nothing else."""
        self.ask(_is_there, _PULSE_PATIENCE)

    @contextmanager
    def writing(
        self, actor: Actor, worker: str = "", patience: float = PATIENCE, *, trusted: bool = False
    ) -> Iterator[Work]:
        """A unit of work; committed when the block ends, and only then are its events published.

        `trusted` is that of `Database.writing`.
        """
        with self.feed.writing() as mark, self.database.writing(patience, trusted=trusted) as connection:
            moment, row = self.time.begin(connection, actor.author_id, self.feed.question)
            refuse_another_schema(row.schema)
            mark.begin(row)
            work = Work(connection, actor, moment.now, self.ids, worker=worker, memory=self.memory)
            yield work
            mark.end(connection)
        self.bus.publish(tuple(work.events))

    def _look_at_schema(self) -> None:
        refuse_another_schema(schema_of(self.database.url))

    def _tell_of_link(self, state: LinkState) -> None:
        self.bus.publish((LinkChanged(None, *state),))


def _is_there(connection: Connection) -> None:
    connection.exec_driver_sql("SELECT 1")
