"""Asking a SQLite file what a prepared statement asked before, by nothing but the driver of the standard library.

Loading SQLAlchemy takes longer than all of Qt. A statement that was compiled in an earlier run can be kept as text and
put again meanwhile; it is never written a second time by hand. The file is only read, and the text may only select.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from app.domain.errors import Unavailable
from app.domain.wording import tr

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")

_MINUTE = 60_000_000
_DAY = 24 * 60 * _MINUTE

UNREADABLE = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for a time that a foreign tool damaged: one bad cell must not make a whole list unreadable."""


def time_from_text(value: Any) -> datetime | None:
    """The moment that SQLite keeps as text, in UTC; `UNREADABLE` for a damaged cell."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value)
    except (ValueError, TypeError):
        return UNREADABLE


def text_of(moment: datetime) -> str:
    """The fixed-width text in which SQLite stores a moment; `ValueError` for a naive one."""
    zone = moment.tzinfo
    if zone is None:
        raise ValueError(f"A naive time cannot be stored: {moment!r}")
    text = (moment if zone is UTC else moment.astimezone(UTC)).isoformat()
    # Naming the precision makes `isoformat` take twice as long, and every stored time comes through here.
    return f"{text[:26]}Z" if "." in text else f"{text[:19]}.000000Z"


def text_of_instant(instant: int) -> str:
    """The same of an instant in microseconds since 1970, in a fourth of the time; nothing here is rounded either."""
    day, rest = divmod(instant, _DAY)
    minute, rest = divmod(rest, _MINUTE)
    # One more digit in front keeps the zeros of a small number, for less than what formatting costs.
    digits = str(rest + 100_000_000)
    return f"{_day_text(day)}{_minute_texts()[minute]}{digits[1:3]}.{digits[3:]}Z"


@lru_cache(maxsize=256)
def _day_text(day: int) -> str:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(day)).isoformat()[:11]


@cache
def _minute_texts() -> tuple[str, ...]:
    return tuple(f"{minute // 60:02}:{minute % 60:02}:" for minute in range(24 * 60))


to_text = lru_cache(maxsize=256)(text_of)
"""The same with a memory: the rows of a transaction share few moments."""


class PlainSelect(NamedTuple):
    """A compiled select with its arguments, and at which places of a row moments and truth values stand.

    `ahead` names the arguments that move with time: their places, and by how many microseconds they lie after the
    moment of asking; `day_ends` those that are the end of the reader's day.
    """

    sql: str
    arguments: tuple[str | int | float | None, ...] = ()
    times: tuple[int, ...] = ()
    flags: tuple[int, ...] = ()
    ahead: tuple[tuple[int, int], ...] = ()
    day_ends: tuple[int, ...] = ()

    def asked_at(self, at: datetime, day_end: datetime) -> "PlainSelect":
        """The same question for another moment."""
        arguments = list(self.arguments)
        for place, microseconds in self.ahead:
            arguments[place] = to_text(at + timedelta(microseconds=microseconds))
        for place in self.day_ends:
            arguments[place] = to_text(day_end)
        return self._replace(arguments=tuple(arguments))

    def convert(self, row: Iterable[Any]) -> list[Any]:
        """The values of a row as the prepared statement gives them."""
        values = list(row)
        for place in self.times:
            values[place] = time_from_text(values[place])
        for place in self.flags:
            values[place] = None if values[place] is None else bool(values[place])
        return values


Ask = Callable[[PlainSelect], list[list[Any]]]
"""Puts one question to the open file and gives all rows of the answer."""


def read_plainly(path: Path, read: Callable[[Ask], T]) -> T:
    """Run `read` with a way to ask the file, all of it on one state of the file; `Unavailable` where that fails."""
    # Imported here, because these values are also read before the first picture, which comes without any driver.
    import sqlite3

    allowed = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as found:
            found.execute("BEGIN")
            found.set_authorizer(lambda act, *_names: sqlite3.SQLITE_OK if act in allowed else sqlite3.SQLITE_DENY)
            return read(lambda question: _ask(found, question))
    except sqlite3.Error as error:
        raise Unavailable(tr("{path} could not be read at once: {error}.", path=path, error=error)) from error


def _ask(connection: "sqlite3.Connection", question: PlainSelect) -> list[list[Any]]:
    return [question.convert(row) for row in connection.execute(question.sql, question.arguments)]
