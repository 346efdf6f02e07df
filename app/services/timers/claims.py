"""Finding what is due, and getting hold of it without waiting for anybody.

The lock is that of the incident, which every command of a person takes too. So nobody ever acts on a copy that
somebody else has changed, and two workers never hold the same incident. SQLite has one writer at a time, and no locks
of rows to take.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select

from app.infra.database_time import Moment, Question
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident
from app.models.timers import timer
from app.models.types import UtcDateTime
from app.services.timers.registry import TimerKind

_OF_INCIDENTS = frozenset({TimerKind.CLOCKS, TimerKind.HOLD, TimerKind.WATCH})

_NEXT = Question(select(func.min(timer.c.due_at, type_=UtcDateTime())).scalar_subquery().label("due_at"))
_OF_KIND = (
    timer.c.kind == bindparam("kind"),
    timer.c.due_at <= bindparam("now", type_=UtcDateTime()),
)
_KINDS = PreparedSelect(select(timer.c.kind).where(timer.c.due_at <= bindparam("now", type_=UtcDateTime())).distinct())
_BARE = select(timer.c.subject_id).where(*_OF_KIND).order_by(timer.c.due_at).limit(bindparam("limit"))
_JOINED = _BARE.join(incident, incident.c.id == timer.c.subject_id)
# SQLite knows no locks of rows; the compiler leaves the words out there.
_DUE = PreparedSelect(_BARE.with_for_update(skip_locked=True, of=timer))
_DUE_INCIDENTS = PreparedSelect(_JOINED.with_for_update(skip_locked=True, of=incident))


def next_due(store: Store) -> tuple[Moment, datetime | None]:
    """The time, and the earliest due time of all timers, past or future: one statement, one entry of one index."""
    with store.reading() as connection:
        moment, row = store.time.ask(connection, _NEXT)
    return moment, row.due_at


def due_kinds(store: Store) -> set[str]:
    """The kinds of which something is due now, so that no transaction is begun for the others."""
    with store.reading() as connection:
        now = store.time.read(connection).now
        return {row.kind for row in _KINDS.all(connection, now=now)}


def claim(work: Work, kind: TimerKind, limit: int) -> list[str]:
    """Subjects of a kind that are due at the work's time, earliest first, locked for this transaction.

    What others hold is left out. Subjects that are incidents have the incident locked, the others their timer.
    """
    prepared = _DUE_INCIDENTS if kind in _OF_INCIDENTS else _DUE
    rows = prepared.all(work.connection, kind=kind.value, now=work.now, limit=limit)
    return [row.subject_id for row in rows]


def lock_incidents(work: Work, incident_ids: Iterable[str]) -> Sequence[str]:
    """Lock the incidents that nobody else holds, and return their ids in order; never waits."""
    wanted = select(incident.c.id).where(incident.c.id.in_(list(incident_ids))).order_by(incident.c.id)
    return list(work.connection.execute(wanted.with_for_update(skip_locked=True)).scalars())
