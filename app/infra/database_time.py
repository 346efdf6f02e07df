"""What time it is at the desk: the database's own clock, and never before the newest time that it has seen.

Many computers share one PostgreSQL, so its clock decides and theirs do not count. A SQLite file has no clock of its
own and one computer, whose clock may be set back; the newest heartbeat is the watermark below which no time is given.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, String, bindparam, column, func, literal, select, table

from app.infra.clock import Clock, Offset, SystemClock
from app.infra.database import driver_connection
from app.infra.prepared import PreparedSelect

_HEARTBEAT = table("heartbeat", column("last_tick_at"))
_WATERMARK = select(func.max(_HEARTBEAT.c.last_tick_at)).scalar_subquery()

TOLERANCE = timedelta(seconds=5)
"""A clock that is this little behind the watermark was corrected by its time service, not set back."""


class Moment(NamedTuple):
    """What the clock in charge said, and the watermark that a time may not lie before; None on a desk without one."""

    clock: datetime
    watermark: datetime | None

    @property
    def now(self) -> datetime:
        """The time that counts, in UTC."""
        return self.clock if self.watermark is None else max(self.clock, self.watermark)

    @property
    def went_back(self) -> timedelta:
        """How far the clock in charge lies before a time it showed already; zero when it goes forward as it should."""
        behind = timedelta(0) if self.watermark is None else self.watermark - self.clock
        return behind if behind > TOLERANCE else timedelta(0)


class Question:
    """Asks for the time, and for more values by the same statement: scalar expressions with labels."""

    def __init__(self, *more: ColumnElement[Any]) -> None:
        mark = _WATERMARK.label("mark")
        self.more = more
        self.of_mark = PreparedSelect(select(mark, *more))
        self.of_server = PreparedSelect(select(mark, func.clock_timestamp().label("clock"), *more))


_WHAT_TIME = Question()


# Read with the time of every transaction that writes, because the desk may be upgraded while this program runs.
_SCHEMA = select(table("alembic_version", column("version_num")).c.version_num).scalar_subquery()


@cache
def _with_schema(question: Question) -> Question:
    return Question(*question.more, _SCHEMA.label("schema"))


@cache
def _with_writer(question: Question) -> Question:
    """The same question, by which the triggers of the audit trail are told who writes, for this transaction only."""
    name = func.set_config("mainstay.person", bindparam("writer", "", type_=String), True)
    return Question(*_with_schema(question).more, name.label("writer"))


class DatabaseTime:
    """The clock in charge of one database: the server's where there is one, else the one that is handed in.

    A clock other than the system's is in charge everywhere; with it tests and the demo desk live at times of their own.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asks_server = isinstance(clock, SystemClock)

    def read(self, connection: Connection) -> Moment:
        """Clock and watermark, by one statement."""
        return self.ask(connection, _WHAT_TIME)[0]

    def expression(self, connection: Connection) -> ColumnElement[datetime]:
        """The clock in charge, as an expression of a statement that writes or compares a time by itself."""
        if connection.dialect.name != "sqlite" and self._asks_server:
            return func.clock_timestamp()
        return literal(self._clock.now())

    def begin(self, connection: Connection, person_id: str | None, question: Question) -> tuple[Moment, Any]:
        """The same as `ask` where a transaction begins that writes in the name of this person; None: the program.

        The row also has the `schema` of the database.
        """
        if connection.dialect.name != "sqlite":
            return self.ask(connection, _with_writer(question), writer=person_id or "")
        moment, row = self.ask(connection, _with_schema(question))
        driver_connection(connection).writer.name(person_id, moment.now)
        return moment, row

    def ask(self, connection: Connection, question: Question, **values: Any) -> tuple[Moment, Any]:
        """Clock and watermark, and the row with whatever else the question asks for; `values` are its parameters."""
        if connection.dialect.name != "sqlite" and self._asks_server:
            row = question.of_server.one_or_none(connection, **values)
            return Moment(row.clock.astimezone(UTC), _utc_or_none(row.mark)), row
        row = question.of_mark.one_or_none(connection, **values)
        return Moment(self._clock.now(), _utc_or_none(row.mark)), row


def _utc_or_none(value: Any) -> datetime | None:
    """A time as the driver gives it where the column's type is not known here: text on SQLite."""
    if value is None:
        return None
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found.astimezone(UTC)


def compared(
    clock: Clock, time: DatabaseTime, connection: Connection, question: Question
) -> tuple[Moment, Any, Offset]:
    """What `ask` answers, and how far this computer's clock is ahead of the one in charge.

    The way there and back is halved, as NTP does (RFC 5905, 8); the half is the doubt, since the answer may have been
    given at any instant of it. It is large where the line is slow, where the computer slept in between or a clock was
    set.
    """
    before = clock.now()
    moment, row = time.ask(connection, question)
    half = (clock.now() - before) / 2
    return moment, row, Offset(before + half - moment.clock, abs(half))
