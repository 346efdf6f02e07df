"""What has to be known before the clocks of an incident are written, in one small statement; light to import.

It is asked right after the incident was locked, and not with the lock: on PostgreSQL the statement that waited for a
lock still sees the other tables as they were before it waited.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Text, bindparam, cast, func, literal, select

from app.infra.prepared import PreparedSelect, Question
from app.infra.unit_of_work import Work
from app.models.catalogue import setting
from app.models.clocks import calendar_version, incident_clocks, sla_book
from app.models.escalation import escalation_book
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


class Journal(NamedTuple):
    """How many entries the desk has written about an incident, and the newest of them.

    Nothing is ever edited in a journal or taken out of it: the same figures mean the same journal.
    """

    entries: int
    newest_id: str | None


class Floor(NamedTuple):
    """Before which no new fact of an incident may lie: its last entry that is seen, and what timers have decided."""

    decided_until: datetime | None
    last_entry_at: datetime | None


class Watch(NamedTuple):
    """What the clocks of an incident have been decided up to, its last entry, its timers, and the rules there are.

    `rules` is the number of the rules of escalation, `stamp` tells those of the clocks.
    """

    decided_until: datetime | None
    last_entry_at: datetime | None
    next_look: datetime | None
    hold_timer: datetime | None
    rules: int | None
    stamp: Stamp


class Held:
    """What a transaction knows of an incident that it has locked or logged, so that nobody reads it a second time.

    `journal` is as it was before, None where that is not known. `watch` and `row` are as of the lock; None when they
    are old, because timers were set since. `logged` is the row of an incident that this transaction has logged, with
    the id of its only entry.
    """

    __slots__ = ("journal", "logged", "row", "watch")

    def __init__(self, journal: Journal | None, watch: Watch) -> None:
        self.journal = journal
        self.watch: Watch | None = watch
        self.row: Any = None
        self.logged: tuple[Mapping[str, Any], str] | None = None

    def grow_old(self) -> None:
        """Timers were set: whoever keeps the same clocks again in this transaction has to look."""
        self.watch = self.row = self.logged = None


def held(work: Work, incident_id: str) -> Held | None:
    """What this transaction knows of an incident, if it does."""
    found: Held | None = work.looked_up.get(incident_id)
    return found


STAMP_COLUMNS = (
    select(func.count()).select_from(calendar_version).scalar_subquery().label("calendars"),
    select(func.max(calendar_version.c.created_at)).scalar_subquery().label("newest_calendar"),
    select(func.count()).select_from(sla_book).scalar_subquery().label("books"),
    select(func.max(sla_book.c.created_at)).scalar_subquery().label("newest_book"),
    select(setting.c.value).where(setting.c.key == literal(DEFAULT_CALENDAR)).scalar_subquery().label("chosen"),
)
"""Scalar expressions, one for each field of `Stamp`, for statements that read it beside other things."""

RULES_COLUMN = select(func.max(escalation_book.c.number)).scalar_subquery().label("rules")
"""The number of the rules of escalation in force, to be read beside other things; None where there are none."""

_STAMP = PreparedSelect(select(*STAMP_COLUMNS))
_WANTED = bindparam("wanted", "", type_=Id)


def _of_clocks(figure: ColumnElement[Any]) -> Any:
    return select(figure).where(incident_clocks.c.incident_id == _WANTED).scalar_subquery()


_HOLD_TIMER = select(timer.c.due_at).where(timer.c.kind == literal("hold"), timer.c.subject_id == _WANTED)


_OWN = (
    select(
        func.count().label("entries"),
        func.max(journal_entry.c.occurred_at).label("last_entry_at"),
        # PostgreSQL knows no largest identifier, only a largest text.
        func.max(cast(journal_entry.c.id, Text)).label("newest_id"),
    )
    .where(journal_entry.c.incident_id == _WANTED, journal_entry.c.source.is_(None))
    .subquery("own")
)
_FLOOR_COLUMNS = (
    _OWN.c.entries,
    _OWN.c.newest_id,
    _of_clocks(incident_clocks.c.checked_until).label("decided_until"),
    _OWN.c.last_entry_at,
)
_FLOOR = PreparedSelect(select(*_FLOOR_COLUMNS))
_WATCH = PreparedSelect(
    select(
        *_FLOOR_COLUMNS,
        _of_clocks(incident_clocks.c.next_look_at).label("next_look"),
        _HOLD_TIMER.scalar_subquery().label("hold_timer"),
        RULES_COLUMN,
        *STAMP_COLUMNS,
    )
)


STAMP_QUESTION: Question = (_STAMP, {})
"""Asks for the stamp of the rules beside other things; its only row is one."""


def read_stamp(connection: Connection) -> Stamp:
    """The stamp of the rules as they stand."""
    return Stamp(*_STAMP.one_or_none(connection))


def floor_of(work: Work, incident_id: str) -> Floor:
    """The same as far as a login sees it that keeps no clocks."""
    _, newest, decided_until, last_entry_at = _FLOOR.one_or_none(work.connection, wanted=incident_id)
    if newest is not None:
        work.ids.follow(newest.replace("-", ""))
    return Floor(decided_until, last_entry_at)


def watch(work: Work, incident_id: str) -> Watch:
    """Read what has to be known of an incident that this transaction has locked, and keep it for its clocks."""
    entries, newest, decided_until, last_entry_at, next_look, hold_timer, rules, *stamp = _WATCH.one_or_none(
        work.connection, wanted=incident_id
    )
    journal = Journal(entries, None if newest is None else newest.replace("-", ""))
    if journal.newest_id is not None:
        # Entries of one instant are read in the order of their ids, whichever computer made them.
        work.ids.follow(journal.newest_id)
    found = Watch(decided_until, last_entry_at, next_look, hold_timer, rules, Stamp(*stamp))
    known = held(work, incident_id)
    if incident_id not in work.written:
        work.looked_up[incident_id] = Held(journal, found)
    elif known is not None:
        known.watch = found
    else:
        work.looked_up[incident_id] = Held(None, found)
    return found


def expect(work: Work, incident_id: str, rules: int | None, stamp: Stamp) -> None:
    """Take note of what has to be known of an incident that this transaction is about to log."""
    work.looked_up[incident_id] = Held(Journal(0, None), Watch(None, None, None, None, rules, stamp))
