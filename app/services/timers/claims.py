"""Finding what is due, and getting hold of it without waiting for anybody.

The lock is that of the incident, which every command of a person takes too. So nobody ever acts on a copy that
somebody else has changed, and two workers never hold the same incident. SQLite has one writer at a time, and no locks
of rows to take.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select, update

from app.infra.clock import Offset
from app.infra.database_time import Moment, Question, compared
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store, Work
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.timers import timer
from app.models.types import UtcDateTime
from app.services.timers.registry import TimerKind

_OF_INCIDENTS = frozenset({TimerKind.HOLD, TimerKind.WATCH})

_look_at = incident_clocks.c.next_look_at
NEXT = Question(
    select(func.min(timer.c.due_at, type_=UtcDateTime())).scalar_subquery().label("due_at"),
    select(func.min(_look_at, type_=UtcDateTime())).where(_look_at.is_not(None)).scalar_subquery().label("look_at"),
)
"""Asks for the earliest due time of the timers and of the clocks; the answer is for `soonest`."""

_OF_KIND = (
    timer.c.kind == bindparam("kind"),
    timer.c.due_at <= bindparam("now", type_=UtcDateTime()),
)
_KINDS = PreparedSelect(select(timer.c.kind).where(timer.c.due_at <= bindparam("now", type_=UtcDateTime())).distinct())
_LOOKS = select(incident_clocks.c.incident_id.label("subject_id")).where(
    _look_at <= bindparam("now", type_=UtcDateTime())
)
_ANY_LOOK = PreparedSelect(_LOOKS.limit(1))
_BARE = select(timer.c.subject_id).where(*_OF_KIND).order_by(timer.c.due_at).limit(bindparam("limit"))
_JOINED = _BARE.join(incident, incident.c.id == timer.c.subject_id)
# SQLite knows no locks of rows; the compiler leaves the words out there.
_DUE = PreparedSelect(_BARE.with_for_update(skip_locked=True, of=timer))
_DUE_INCIDENTS = PreparedSelect(_JOINED.with_for_update(skip_locked=True, of=incident))
_DUE_LOOKS = PreparedSelect(
    _LOOKS.join(incident, incident.c.id == incident_clocks.c.incident_id)
    .order_by(_look_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=incident)
)


class Look(NamedTuple):
    """The time, the earliest due time of all, past or future, and how this computer's clock compares to the desk's."""

    moment: Moment
    due_at: datetime | None
    offset: Offset

    @property
    def is_due(self) -> bool:
        """Whether something is due now."""
        return self.due_at is not None and self.due_at <= self.moment.now


def look(store: Store) -> Look:
    """One look at the timers: one statement, which reads one entry of each of two indexes."""
    with store.reading() as connection:
        moment, row, offset = compared(store.clock, store.time, connection, NEXT)
    return Look(moment, soonest(row), offset)


def soonest(row: Any) -> datetime | None:
    """The earlier of the two times that `NEXT` asks for."""
    return min((each for each in (row.due_at, row.look_at) if each is not None), default=None)


def due_kinds(store: Store) -> set[str]:
    """The kinds of which something is due now, so that no transaction is begun for the others."""
    with store.reading() as connection:
        now = store.time.read(connection).now
        found = {row.kind for row in _KINDS.all(connection, now=now)}
        return found | {TimerKind.CLOCKS.value} if _ANY_LOOK.all(connection, now=now) else found


def claim(work: Work, kind: TimerKind, limit: int) -> list[str]:
    """Subjects of a kind that are due at the work's time, earliest first, locked for this transaction.

    What others hold is left out. Subjects that are incidents have the incident locked, the others their timer.
    """
    if kind is TimerKind.CLOCKS:
        rows = _DUE_LOOKS.all(work.connection, now=work.now, limit=limit)
    else:
        prepared = _DUE_INCIDENTS if kind in _OF_INCIDENTS else _DUE
        rows = prepared.all(work.connection, kind=kind.value, now=work.now, limit=limit)
    return [row.subject_id for row in rows]


def postpone(work: Work, kind: TimerKind, subject_ids: Collection[str], until: datetime) -> None:
    """Have these subjects of a kind, as far as they are due, be due later."""
    if kind is TimerKind.CLOCKS:
        its_own = incident_clocks.c.incident_id.in_(subject_ids), _look_at <= work.now
        work.connection.execute(update(incident_clocks).where(*its_own), {"next_look_at": until})
    else:
        due = timer.c.kind == kind.value, timer.c.subject_id.in_(subject_ids), timer.c.due_at <= work.now
        work.connection.execute(update(timer).where(*due), {"due_at": until})


def lock_incidents(work: Work, incident_ids: Iterable[str]) -> Sequence[str]:
    """Lock the incidents that nobody else holds, and return their ids in order; never waits."""
    wanted = select(incident.c.id).where(incident.c.id.in_(list(incident_ids))).order_by(incident.c.id)
    return list(work.connection.execute(wanted.with_for_update(skip_locked=True)).scalars())
