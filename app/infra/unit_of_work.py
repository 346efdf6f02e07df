"""One command, one transaction: everything it writes is committed together, and the events leave only afterwards."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.events import Event
from app.infra.bus import Bus
from app.infra.clock import Clock
from app.infra.database import Database
from app.infra.database_time import DatabaseTime
from app.infra.ids import IdMaker


@dataclass(slots=True)
class Work:
    """What a command has in its hands: the transaction, who acts, the moment, and the events that it will cause.

    `now` is the database's time (`app.infra.database_time`). `worker` names the program whose timers run this; it is
    empty when a person acts.
    `looked_up` keeps what was read once and cannot change in this transaction, such as who belongs to which group.
    `touched` gathers the incidents whose clocks have to be kept before the transaction ends.
    """

    connection: Connection
    actor: Actor
    now: datetime
    ids: IdMaker
    events: list[Event] = field(default_factory=list)
    worker: str = ""
    looked_up: dict[str, Any] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

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

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for selects."""
        return self.database.reading()

    @contextmanager
    def writing(self, actor: Actor, worker: str = "") -> Iterator[Work]:
        """A unit of work; committed when the block ends, and only then are its events published."""
        with self.database.writing() as connection:
            work = Work(connection, actor, self.time.read(connection).now, self.ids, worker=worker)
            yield work
        self.bus.publish(tuple(work.events))
