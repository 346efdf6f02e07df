"""The ledger of an incident, read from its journal: what happened, when, and the traits it had at the time.

The journal is the only source. A trait begins with the value that its first change replaced; without any change it has
always been what it is now. Imported histories are read by their own times.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import zip_longest
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, literal, null, or_, select

from app.domain.instants import micros
from app.domain.sla.attach import Choice, TraitChange, attach_all
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import Trait
from app.domain.vocabulary import EntryKind, State
from app.infra.prepared import PreparedSelect, Question, ask_together, one_of
from app.infra.unit_of_work import Work
from app.models.clocks import incident_clocks
from app.models.incident import incident, journal_change, journal_entry
from app.models.timers import timer
from app.models.types import Id
from app.services.access import is_requesters_login
from app.services.incidents.journal import FACT_FIELDS, FACT_KINDS, TOLD_TO_CALLER
from app.services.sla.books import DESK, IMPORTED, Rules
from app.services.sla.journal_reader import TRAITS, Place, Reader, Told, trait_of
from app.services.sla.stamp import Watch, held

_READ_FIELDS = sorted(FACT_FIELDS)
_SIZES = (16, 64, 256, 512)
_BATCH = _SIZES[-1]


class Subject(NamedTuple):
    """What is kept of an incident beside its journal, as far as clocks need it."""

    id: str
    reported_at: datetime
    source_number: str | None
    hold_until: datetime | None
    priority: int
    service_id: str | None
    site_id: str | None
    group_id: str | None
    category_id: str | None
    caller_vip: bool
    checked_until: datetime | None
    next_look: datetime | None
    hold_timer: datetime | None

    @property
    def policy_set(self) -> str:
        """Which set of policies it is measured by."""
        return DESK if self.source_number is None else IMPORTED


class Facts(NamedTuple):
    """An incident's traits over time and its other facts, before any policy is looked at; `created` in microseconds.

    `place` is where the journal ends, `told` the instants and ids of the entries that told a fact, in order.
    """

    subject: Subject
    created: int
    changes: tuple[TraitChange, ...]
    entries: tuple[Entry, ...]
    place: Place
    told: tuple[tuple[int, str], ...]

    def last_told(self, until: int) -> str | None:
        """The id of the last entry that told a fact up to and with an instant."""
        return next((entry_id for at, entry_id in reversed(self.told) if at <= until), None)


_HOLD_TIMER = select(timer.c.due_at).where(timer.c.kind == literal("hold"), timer.c.subject_id == incident.c.id)


def _subjects(condition: ColumnElement[bool], *, with_timers: bool = True) -> Select[Any]:
    columns = incident.c
    next_look, hold_timer = incident_clocks.c.next_look_at, _HOLD_TIMER.scalar_subquery()
    timers = (next_look.label("next_look"), hold_timer.label("hold_timer")) if with_timers else (null(), null())
    return (
        select(
            columns.id,
            columns.reported_at,
            columns.source_number,
            columns.hold_until,
            columns.priority,
            columns.service_id,
            columns.site_id,
            columns.group_id,
            columns.category_id,
            columns.caller_vip,
            incident_clocks.c.checked_until,
            *timers,
        )
        .outerjoin(incident_clocks, incident_clocks.c.incident_id == columns.id)
        .where(condition)
    )


def _told(condition: ColumnElement[bool]) -> Select[Any]:
    entry, change = journal_entry.c, journal_change.c
    of_interest = and_(
        change.incident_id == entry.incident_id,
        change.entry_id == entry.id,
        one_of(change.field, _READ_FIELDS),
    )
    return (
        select(
            entry.incident_id,
            entry.id,
            entry.occurred_at,
            entry.kind,
            entry.visibility,
            entry.by_desk,
            entry.author_id,
            change.field,
            change.old_value,
            change.new_value,
        )
        .outerjoin(journal_change, of_interest)
        .where(condition, or_(change.field.is_not(None), one_of(entry.kind, sorted(FACT_KINDS))))
        .order_by(entry.incident_id, entry.occurred_at, entry.id)
    )


_WANTED = bindparam("wanted", "", type_=Id)
_SUBJECT_OF_CALLER = PreparedSelect(_subjects(incident.c.id == _WANTED, with_timers=False))
_SUBJECT = PreparedSelect(_subjects(incident.c.id == _WANTED))
_TOLD = PreparedSelect(_told(journal_entry.c.incident_id == _WANTED))


class _OfMany(NamedTuple):
    """The same two statements for some hundred incidents at once, and the names under which they are given."""

    names: tuple[str, ...]
    subjects: PreparedSelect
    told: PreparedSelect


@cache
def _of_many(size: int) -> _OfMany:
    names = tuple(f"wanted_{number}" for number in range(size))
    wanted = [bindparam(name, "", type_=Id) for name in names]
    return _OfMany(
        names,
        PreparedSelect(_subjects(incident.c.id.in_(wanted))),
        PreparedSelect(_told(journal_entry.c.incident_id.in_(wanted))),
    )


def load_ledgers(connection: Connection, incident_ids: Sequence[str], rules: Rules) -> dict[str, Ledger]:
    """The ledgers of incidents by the rules of one set; what does not exist is left out."""
    return {facts.subject.id: ledger_of(facts, rules) for facts in load_facts(connection, incident_ids)}


def ledger_of(facts: Facts, rules: Rules) -> Ledger:
    """The facts with the policies put in where they came into force."""
    return ledger_and_choice(facts, rules)[0]


def ledger_and_choice(facts: Facts, rules: Rules) -> tuple[Ledger, Choice]:
    """The same, and the choice of policies as it stands after the last fact."""
    return attach_all(rules.calendar_id, rules.books, facts.changes, facts.entries)


def load_facts(connection: Connection, incident_ids: Sequence[str]) -> list[Facts]:
    """The facts of incidents, by two statements for one and two for each few hundred of many."""
    if len(incident_ids) == 1:
        return facts_told(connection, *ask_together(connection, *questions_of(connection, incident_ids[0])))
    found: list[Facts] = []
    ids = sorted(set(incident_ids))
    for start in range(0, len(ids), _BATCH):
        found += _load_batch(connection, ids[start : start + _BATCH])
    return found


def questions_of(connection: Connection, incident_id: str) -> tuple[Question, Question]:
    """What has to be asked for the facts of one incident; the answers are for `facts_told`."""
    wanted = {"wanted": incident_id}
    if is_requesters_login(connection):
        return (_SUBJECT_OF_CALLER, wanted), (TOLD_TO_CALLER, wanted)
    return (_SUBJECT, wanted), (_TOLD, wanted)


def facts_told(connection: Connection, subjects: Sequence[Any], told: Sequence[Any]) -> list[Facts]:
    """The facts of one incident from the answers to `questions_of`; empty when it does not exist."""
    return [facts_of(connection, Subject._make(row), told) for row in subjects]


def facts_at_hand(work: Work, incident_id: str) -> Facts | None:
    """The facts of an incident that this transaction has locked, by one statement; else None.

    Traits that were changed meanwhile are in the journal with what they were before, so the row as it was locked tells
    the others.
    """
    known = held(work, incident_id)
    if known is None or known.row is None or known.watch is None:
        return None
    subject = _subject_at_hand(known.row, known.watch)
    return facts_of(work.connection, subject, _TOLD.all(work.connection, wanted=incident_id))


def _subject_at_hand(row: Any, seen: Watch) -> Subject:
    """What is kept of an incident that this transaction has locked, as it was then."""
    return Subject(
        row.id, row.reported_at, row.source_number, row.hold_until, row.priority, row.service_id, row.site_id,
        row.group_id, row.category_id, row.caller_vip, seen.decided_until, seen.next_look, seen.hold_timer,
    )  # fmt: skip


def _load_batch(connection: Connection, ids: list[str]) -> Iterator[Facts]:
    prepared = _of_many(next(size for size in _SIZES if size >= len(ids)))
    # A list that is shorter than the statement ends with its last one again.
    values = dict(zip_longest(prepared.names, ids, fillvalue=ids[-1]))
    told: dict[str, list[Told]] = defaultdict(list)
    for row in prepared.told.all(connection, **values):
        told[row[0]].append(row)
    for subject in prepared.subjects.all(connection, **values):
        yield facts_of(connection, Subject._make(subject), told[subject.id])


def facts_of(connection: Connection, subject: Subject, told: Sequence[Told]) -> Facts:
    """What rows of the journal, in order of time, say about an incident."""
    created = micros(subject.reported_at)
    reader = Reader(connection, Place(created, State.NEW.value, subject.hold_until))
    told_at = reader.read_all(told)
    first = TraitChange(created, _initial(subject, told))
    if reader.hold_until != subject.hold_until:
        subject = subject._replace(hold_until=reader.hold_until)
    entries = (Entry(created, Kind.CREATED), *reader.entries)
    return Facts(subject, created, (first, *reader.changes), entries, reader.place(), tuple(told_at))


def _initial(subject: Subject, told: Iterable[Told]) -> dict[Trait, str | None]:
    """The traits at the creation: what the first entry says, else what the first change replaced, else the present."""
    found: dict[Trait, str | None] = {}
    for row in told:
        trait = TRAITS.get(row.field or "")
        if trait is not None and trait not in found:
            value = row.new_value if row.kind == EntryKind.LOGGED else row.old_value
            found[trait] = trait_of(row.field or "", value)
    for field, trait in TRAITS.items():
        if trait not in found:
            value = getattr(subject, field)
            found[trait] = trait_of(field, None if value is None else str(value))
    return found
