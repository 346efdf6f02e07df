"""What others have committed since one looked last: the rows that triggers leave in `change_feed`, read without a gap.

On PostgreSQL transactions become visible in another order than they began, so a highest number seen would skip those
that took longer. Instead the snapshot of the last reading is kept: new is what it did not see, which is what was
running then or began later. On SQLite one writer follows another, and the highest number is enough.

What this program wrote itself it has told its own listeners already; such rows are left out here.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol

from sqlalchemy import BigInteger, Connection, Text, cast, column, func, select, table

from app.infra.database import send
from app.infra.database_time import Question

MOST = 2_000
"""Rows of one reading; where there are more, everything is read again instead."""

REWIND_XIDS = 100_000
REWIND_TIME = timedelta(minutes=10)
"""How far a reading goes back after the connection was lost: a server that crashed gives numbers out a second time."""

KEPT_FOR = timedelta(hours=4)
"""How long PostgreSQL keeps the rows (migration 0004)."""

_OWN_KEPT = 4_096


class Change(NamedTuple):
    """Something that a window may show was written: its kind, its identifier, and the incident that it belongs to."""

    kind: str
    subject_id: str
    incident_id: str | None


class News(NamedTuple):
    """What others changed; unless it `is_whole`, more changed than is listed, and everything has to be read again."""

    changes: tuple[Change, ...] = ()
    is_whole: bool = True


class Mark(Protocol):
    """Tells the feed which rows a transaction leaves in it."""

    def begin(self, row: Any) -> None:
        """The transaction has begun; the row answers the feed's `question`."""
        ...

    def end(self, connection: Connection) -> None:
        """The transaction is about to be committed."""
        ...


class ChangeFeed(Protocol):
    """The position of one program in the feed of one database; its methods may be called from several threads."""

    @property
    def question(self) -> Question:
        """What is asked, beside the time, at the beginning of each transaction."""
        ...

    @contextmanager
    def writing(self) -> Iterator[Mark]:
        """Around a transaction of this program, whose rows are no news to it; forgotten where anything is raised."""
        ...

    def take_position(self, connection: Connection) -> None:
        """News begin here: what was committed before is known or will be read afterwards."""
        ...

    def rewind(self) -> None:
        """The connection was lost; the next reading goes back far enough to miss nothing, and may repeat."""
        ...

    def news(self, connection: Connection) -> News:
        """What others committed since the last call, each once."""
        ...


_FEED = table("change_feed", column("id"))


class FileFeed:
    """The feed of a SQLite file: ids rise by one from row to row, in the order of the commits."""

    question = Question(select(func.max(_FEED.c.id)).scalar_subquery().label("feed"))

    def __init__(self) -> None:
        self._position: int | None = None
        self._own: deque[tuple[int, int]] = deque(maxlen=_OWN_KEPT)
        self._lock = threading.Lock()

    @contextmanager
    def writing(self) -> Iterator[Mark]:
        """Around a transaction of this program."""
        mark = _FileMark(self)
        try:
            yield mark
        except BaseException:
            # Others will be given the ids that were taken back.
            self._forget(mark.rows)
            raise

    def take_position(self, connection: Connection) -> None:
        """News begin here."""
        self._position = _newest(connection)

    def rewind(self) -> None:
        """A file that was opened again has the same rows."""

    def news(self, connection: Connection) -> News:
        """What others committed since the last call."""
        newest = _newest(connection)
        if self._position is None or newest < self._position:
            # The first look, or a file that was put back to an older state.
            return self._everything(connection)
        begin = self._past_own(self._position, newest)
        found = connection.exec_driver_sql(
            "SELECT id, kind, subject_id, incident_id FROM change_feed WHERE id > ? ORDER BY id LIMIT ?",
            (begin, MOST + 1),
        ).all()
        was_pruned = bool(found) and found[0].id != begin + 1
        if was_pruned or len(found) > MOST:
            return self._everything(connection)
        own = self._own_among(found)
        self._position = found[-1].id if found else begin
        return News(tuple(dict.fromkeys(Change(*row[1:]) for row in found if row.id not in own)))

    def _everything(self, connection: Connection) -> News:
        self.take_position(connection)
        return News(is_whole=False)

    def note(self, rows: tuple[int, int]) -> None:
        """These rows, the first one not included, are this program's."""
        with self._lock:
            self._own.append(rows)

    def _forget(self, rows: tuple[int, int] | None) -> None:
        with self._lock:
            if rows is not None and rows in self._own:
                self._own.remove(rows)

    def _past_own(self, position: int, newest: int) -> int:
        """The position after the own rows that follow it at once, which may be very many after an import.

        Rows after the newest one belong to a transaction that is still open, and may be taken back.
        """
        with self._lock:
            while self._own and self._own[0][0] <= position and self._own[0][1] <= newest:
                position = max(position, self._own.popleft()[1])
        return position

    def _own_among(self, found: Any) -> set[int]:
        with self._lock:
            spans = [(low, high) for low, high in self._own if found and low < found[-1].id]
        return {row.id for row in found for low, high in spans if low < row.id <= high}


class _FileMark:
    def __init__(self, feed: FileFeed) -> None:
        self._feed = feed
        self._begin = 0
        self.rows: tuple[int, int] | None = None

    def begin(self, row: Any) -> None:
        self._begin = row.feed or 0

    def end(self, connection: Connection) -> None:
        newest = _newest(connection)
        if newest > self._begin:
            self.rows = (self._begin, newest)
            self._feed.note(self.rows)


def _newest(connection: Connection) -> int:
    # Straight to the driver, because every save of a desk in a file asks this.
    cursor = send(connection, "SELECT coalesce(max(id), 0) FROM change_feed", ())
    (newest,) = cursor.fetchone()
    cursor.close()
    return int(newest)


class _Position(NamedTuple):
    """A snapshot: the oldest transaction that ran, the first one to come, those in between that ran, and when."""

    oldest: int
    following: int
    running: tuple[int, ...]
    at: datetime


_SNAPSHOT = "SELECT pg_current_snapshot()::text, clock_timestamp()"
_COLUMNS = "xid, kind, subject_id, incident_id FROM change_feed"
# Two ranges of one index each. The second one is empty nearly always, and `OR` would read the whole table for it.
_NEWS = (
    f"SELECT pg_current_snapshot()::text, clock_timestamp(), found.* FROM (SELECT) AS once LEFT JOIN LATERAL ("  # noqa: S608 -- constants of this module
    f" (SELECT {_COLUMNS} WHERE xid >= %(following)s AND xid <> ALL(%(own)s::bigint[]) ORDER BY xid LIMIT {MOST + 1})"
    f" UNION ALL (SELECT {_COLUMNS} WHERE xid = ANY(%(running)s::bigint[]) AND xid <> ALL(%(own)s::bigint[])"
    f" ORDER BY xid LIMIT {MOST + 1})) AS found ON true"
)
_AGAIN = (
    f"SELECT pg_current_snapshot()::text, clock_timestamp(), found.* FROM (SELECT) AS once LEFT JOIN LATERAL ("  # noqa: S608 -- constants of this module
    f" SELECT {_COLUMNS} WHERE at >= %(since)s AND xid >= %(back)s"
    " + least(%(oldest)s, pg_snapshot_xmin(pg_current_snapshot())::text::bigint)"
    f" ORDER BY xid LIMIT {MOST + 1}) AS found ON true"
)


class ServerFeed:
    """The feed of a PostgreSQL database."""

    question = Question(cast(cast(func.pg_current_xact_id(), Text), BigInteger).label("feed"))

    def __init__(self) -> None:
        self._position: _Position | None = None
        self._again = False
        self._own: deque[int] = deque(maxlen=_OWN_KEPT)
        self._lock = threading.Lock()

    @contextmanager
    def writing(self) -> Iterator[Mark]:
        """Around a transaction of this program."""
        mark = _ServerMark(self)
        try:
            yield mark
        except BaseException:
            self._forget(mark.xid)
            raise

    def take_position(self, connection: Connection) -> None:
        """News begin here."""
        self._position = _position(*connection.exec_driver_sql(_SNAPSHOT).one())

    def rewind(self) -> None:
        """The connection was lost; a server that crashed may have given the numbers of this program to others."""
        self._again = True
        with self._lock:
            self._own.clear()

    def news(self, connection: Connection) -> News:
        """What others committed since the last call."""
        before = self._position
        if before is None:
            self.take_position(connection)
            return News(is_whole=False)
        own = self._own_now()
        found = connection.exec_driver_sql(_AGAIN if self._again else _NEWS, self._arguments(before, own)).all()
        now = _position(*found[0][:2])
        is_whole = len(found) <= MOST and not (self._again and now.at - before.at > KEPT_FOR - 2 * REWIND_TIME)
        self._position, self._again = now, False
        self._forget_passed(own, now)
        if not is_whole:
            return News(is_whole=False)
        # Asked once more, because a transaction may have begun and ended while the answer was on its way.
        later = set(self._own_now())
        told = [row for row in found if row.kind is not None and row.xid not in later]
        return News(tuple(dict.fromkeys(_change(*row[3:]) for row in told)))

    def _own_now(self) -> list[int]:
        with self._lock:
            return list(self._own)

    def _arguments(self, before: _Position, own: list[int]) -> dict[str, Any]:
        if self._again:
            return {"since": before.at - REWIND_TIME, "back": -REWIND_XIDS, "oldest": before.oldest}
        return {"following": before.following, "running": list(before.running), "own": own}

    def _forget_passed(self, own: list[int], now: _Position) -> None:
        passed = {xid for xid in own if xid < now.following and xid not in now.running}
        with self._lock:
            self._own = deque((xid for xid in self._own if xid not in passed), maxlen=_OWN_KEPT)

    def note(self, xid: int) -> None:
        """The rows of this transaction are this program's."""
        with self._lock:
            self._own.append(xid)

    def _forget(self, xid: int | None) -> None:
        with self._lock:
            if xid is not None and xid in self._own:
                self._own.remove(xid)


class _ServerMark:
    def __init__(self, feed: ServerFeed) -> None:
        self._feed = feed
        self.xid: int | None = None

    def begin(self, row: Any) -> None:
        self.xid = int(row.feed)
        self._feed.note(self.xid)

    def end(self, connection: Connection) -> None:
        """Nothing more is to be said: the number of the transaction was known when it began."""


def _position(snapshot: str, at: datetime) -> _Position:
    oldest, following, running = snapshot.split(":")
    return _Position(int(oldest), int(following), tuple(int(xid) for xid in running.split(",") if xid), at)


def _change(kind: str, subject_id: Any, incident_id: Any) -> Change:
    return Change(kind, subject_id.hex, None if incident_id is None else incident_id.hex)


def feed_of(*, is_sqlite: bool) -> ChangeFeed:
    """The feed of a database of this kind."""
    return FileFeed() if is_sqlite else ServerFeed()
