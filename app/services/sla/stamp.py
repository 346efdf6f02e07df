"""What has to be known before the clocks of an incident are written, in one small statement; light to import.

It is asked right after the incident was locked, and not with the lock: on PostgreSQL the statement that waited for a
lock still sees the other tables as they were before it waited.
"""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, literal, select

from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.catalogue import setting
from app.models.clocks import calendar_version, incident_clocks, sla_book
from app.models.incident import journal_entry
from app.models.timers import timer
from app.models.types import Id

DEFAULT_CALENDAR = "default_calendar_id"
"""The setting that names the calendar by which time counts where no policy says another."""


class Stamp(NamedTuple):
    """How many versions there are and when the newest came; the same stamp means the same rules."""

    calendars: int
    newest_calendar: datetime | None
    books: int
    newest_book: datetime | None
    default_calendar: Any


class Watch(NamedTuple):
    """What the clocks of an incident have been decided up to, its last entry, its timers, and the rules there are."""

    decided_until: datetime | None
    last_entry_at: datetime | None
    clocks_timer: datetime | None
    hold_timer: datetime | None
    stamp: Stamp


_STAMP_COLUMNS = (
    select(func.count()).select_from(calendar_version).scalar_subquery().label("calendars"),
    select(func.max(calendar_version.c.created_at)).scalar_subquery().label("newest_calendar"),
    select(func.count()).select_from(sla_book).scalar_subquery().label("books"),
    select(func.max(sla_book.c.created_at)).scalar_subquery().label("newest_book"),
    select(setting.c.value).where(setting.c.key == literal(DEFAULT_CALENDAR)).scalar_subquery().label("chosen"),
)
_STAMP = PreparedSelect(select(*_STAMP_COLUMNS))
_WANTED = bindparam("wanted", "", type_=Id)


def _timer(kind: str) -> Any:
    return select(timer.c.due_at).where(timer.c.kind == literal(kind), timer.c.subject_id == _WANTED).scalar_subquery()


_WATCH = PreparedSelect(
    select(
        select(incident_clocks.c.checked_until)
        .where(incident_clocks.c.incident_id == _WANTED)
        .scalar_subquery()
        .label("decided_until"),
        select(func.max(journal_entry.c.occurred_at))
        .where(journal_entry.c.incident_id == _WANTED, journal_entry.c.source.is_(None))
        .scalar_subquery()
        .label("last_entry_at"),
        select(journal_entry.c.id)
        .where(journal_entry.c.incident_id == _WANTED, journal_entry.c.source.is_(None))
        .order_by(journal_entry.c.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("newest_entry_id"),
        _timer("clocks").label("clocks_timer"),
        _timer("hold").label("hold_timer"),
        *_STAMP_COLUMNS,
    )
)


def read_stamp(connection: Connection) -> Stamp:
    """The stamp of the rules as they stand."""
    return Stamp(*_STAMP.one_or_none(connection))


def watch(work: Work, incident_id: str) -> Watch:
    """Read what has to be known of an incident that this transaction has locked, and keep it for its clocks."""
    decided_until, last_entry_at, newest_entry_id, clocks_timer, hold_timer, *stamp = _WATCH.one_or_none(
        work.connection, wanted=incident_id
    )
    if newest_entry_id is not None:
        # Entries of one instant are read in the order of their ids, whichever computer made them.
        work.ids.follow(newest_entry_id)
    found = Watch(decided_until, last_entry_at, clocks_timer, hold_timer, Stamp(*stamp))
    work.looked_up[f"watch {incident_id}"] = found
    return found
