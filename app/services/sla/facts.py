"""The ledger of an incident, read from its journal: what happened, when, and the traits it had at the time.

The journal is the only source. A trait begins with the value that its first change replaced; without any change it has
always been what it is now. Imported histories are read by their own times.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, literal, or_, select

from app.domain.instants import micros
from app.domain.numbers import parse_incident_number
from app.domain.sla.attach import TraitChange, attach
from app.domain.sla.ledger import Entry, Kind, Ledger, Promise
from app.domain.sla.policy import CLOCKS, UNSTATED, Clock, Trait
from app.domain.vocabulary import OPEN_STATES, EntryKind, State, Visibility
from app.infra.prepared import PreparedSelect, one_of
from app.infra.unit_of_work import Work
from app.models.clocks import incident_clocks
from app.models.incident import incident, journal_change, journal_entry
from app.models.timers import timer
from app.models.types import Id
from app.services.incidents.journal import FACT_FIELDS, FACT_KINDS
from app.services.sla.books import DESK, IMPORTED, Rules
from app.services.sla.stamp import Watch

_TRAITS = {
    "priority": Trait.PRIORITY,
    "service_id": Trait.SERVICE,
    "site_id": Trait.SITE,
    "group_id": Trait.GROUP,
    "caller_vip": Trait.VIP,
    "category_id": Trait.CATEGORY,
}
"""Which field of an incident is which trait of a condition."""

_PROMISES = {f"promised_{clock.value}": clock for clock in CLOCKS}
"""Under these names the journal keeps a due date that was set by hand."""

_MERGED, _ABSORBED = "link_duplicate", "link_duplicate_of"
_READ_FIELDS = sorted(FACT_FIELDS)
_BATCH = 400


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
    clocks_timer: datetime | None
    hold_timer: datetime | None

    @property
    def policy_set(self) -> str:
        """Which set of policies it is measured by."""
        return DESK if self.source_number is None else IMPORTED


class Facts(NamedTuple):
    """An incident's traits over time and its other facts, before any policy is looked at; `created` in microseconds.

    `state` is the one that the journal ends in, `last_entry_id` the last entry that told a fact.
    """

    subject: Subject
    created: int
    changes: tuple[TraitChange, ...]
    entries: tuple[Entry, ...]
    state: str
    last_entry_id: str | None


class _Told(NamedTuple):
    """One field of one entry, or an entry without a field of interest."""

    incident_id: str
    id: str
    occurred_at: datetime
    kind: str
    visibility: str
    by_desk: bool
    author_id: str | None
    field: str | None
    old_value: str | None
    new_value: str | None


def _timer(kind: str) -> Any:
    watched = timer.c.kind == literal(kind), timer.c.subject_id == incident.c.id
    return select(timer.c.due_at).where(*watched).scalar_subquery().label(f"{kind}_timer")


def _subjects(condition: ColumnElement[bool]) -> Select[Any]:
    columns = incident.c
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
            _timer("clocks"),
            _timer("hold"),
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
_SUBJECT = PreparedSelect(_subjects(incident.c.id == _WANTED))
_TOLD = PreparedSelect(_told(journal_entry.c.incident_id == _WANTED))
_MANY = bindparam("many", expanding=True, type_=Id)
_SUBJECTS = _subjects(incident.c.id.in_(_MANY))
_ALL_TOLD = _told(journal_entry.c.incident_id.in_(_MANY))


def load_ledgers(connection: Connection, incident_ids: Sequence[str], rules: Rules) -> dict[str, Ledger]:
    """The ledgers of incidents by the rules of one set; what does not exist is left out."""
    return {facts.subject.id: ledger_of(facts, rules) for facts in load_facts(connection, incident_ids)}


def ledger_of(facts: Facts, rules: Rules) -> Ledger:
    """The facts with the policies put in where they came into force."""
    return attach(rules.calendar_id, rules.books, facts.changes, facts.entries)


def load_facts(connection: Connection, incident_ids: Sequence[str]) -> list[Facts]:
    """The facts of incidents, by two statements for one and two for each few hundred of many."""
    if len(incident_ids) == 1:
        wanted = incident_ids[0]
        row = _SUBJECT.one_or_none(connection, wanted=wanted)
        if row is None:
            return []
        return [facts_of(connection, Subject(*row), _TOLD.all(connection, wanted=wanted))]
    found: list[Facts] = []
    ids = sorted(set(incident_ids))
    for start in range(0, len(ids), _BATCH):
        found += _load_batch(connection, ids[start : start + _BATCH])
    return found


def facts_at_hand(work: Work, incident_id: str) -> Facts | None:
    """The facts of an incident that this transaction has logged or locked, by no statement or by one; else None.

    Traits that were changed meanwhile are in the journal with what they were before, so the row as it was locked tells
    the others.
    """
    new = work.looked_up.get(f"new {incident_id}")
    if new is not None:
        return _new_facts(*new)
    row = work.looked_up.get(f"incident {incident_id}")
    if row is None:
        return None
    seen: Watch = work.looked_up[f"watch {incident_id}"]
    subject = Subject(
        row.id, row.reported_at, row.source_number, row.hold_until, row.priority, row.service_id, row.site_id,
        row.group_id, row.category_id, row.caller_vip, seen.decided_until, seen.clocks_timer, seen.hold_timer,
    )  # fmt: skip
    return facts_of(work.connection, subject, _TOLD.all(work.connection, wanted=incident_id))


def _new_facts(row: Mapping[str, Any], entry_id: str) -> Facts:
    """What there is to know of an incident that was logged in this transaction and has no other entry."""
    known = {name: row.get(name) for name in Subject._fields}
    subject = Subject(**known)  # type: ignore[arg-type]  # the columns of an incident; the others are still empty
    created = micros(row["reported_at"])
    first = TraitChange(created, _initial(subject, ()))
    return Facts(subject, created, (first,), (Entry(created, Kind.CREATED),), State.NEW.value, entry_id)


def _load_batch(connection: Connection, ids: list[str]) -> Iterator[Facts]:
    subjects = connection.execute(_SUBJECTS, {"many": ids}).all()
    told: dict[str, list[_Told]] = defaultdict(list)
    for row in connection.execute(_ALL_TOLD, {"many": ids}):
        told[row[0]].append(_Told(*row))
    for subject in subjects:
        yield facts_of(connection, Subject(*subject), told[subject.id])


def facts_of(connection: Connection, subject: Subject, told: Sequence[_Told]) -> Facts:
    """What rows of the journal, in order of time, say about an incident."""
    reader = _Reader(connection, subject, told)
    for _, rows in groupby(told, key=lambda row: row.id):
        reader.read(list(rows))
    first = TraitChange(reader.created, reader.initial)
    last = told[-1].id if told else None
    if reader.hold_until != subject.hold_until:
        subject = subject._replace(hold_until=reader.hold_until)
    return Facts(subject, reader.created, (first, *reader.changes), tuple(reader.entries), reader.state, last)


class _Reader:
    """Goes through the entries of one incident."""

    def __init__(self, connection: Connection, subject: Subject, told: Sequence[_Told]) -> None:
        self._connection = connection
        self.created = self.at = micros(subject.reported_at)
        self.initial = _initial(subject, told)
        self.changes: list[TraitChange] = []
        self.entries: list[Entry] = [Entry(self.created, Kind.CREATED)]
        self.state = State.NEW.value
        self.hold_until = subject.hold_until
        self._undone = _links_taken_back(told)

    def read(self, rows: Sequence[_Told]) -> None:
        """Read one entry with its changed fields."""
        head = rows[0]
        changed = {row.field: row.new_value for row in rows if row.field is not None}
        # A source may tell of things before its incident was opened; nothing counts before the creation.
        self.at = max(self.at, micros(head.occurred_at))
        if head.kind == EntryKind.LOGGED:
            self.state = changed.get("state") or self.state
            if self.state != State.NEW:
                self._begin_in(self.state, changed.get("hold_reason"))
            return
        traits = {_TRAITS[field]: _trait(field, value) for field, value in changed.items() if field in _TRAITS}
        if traits:
            self.changes.append(TraitChange(self.at, traits))
        if "hold_until" in changed:
            value = changed["hold_until"]
            self.hold_until = None if value is None else datetime.fromisoformat(value)
        self._message(head)
        if "state" in changed:
            self._move(changed["state"] or self.state, changed.get("hold_reason"), head)
        elif changed.get("hold_reason") and self.state == State.ON_HOLD:
            self._add(Kind.HELD, changed["hold_reason"])
        for field in changed.keys() & _PROMISES.keys():
            self._promise(_PROMISES[field], changed[field])
        self._links(rows)

    def _add(self, kind: Kind, value: object = None) -> None:
        self.entries.append(Entry(self.at, kind, value))

    def _message(self, head: _Told) -> None:
        if head.visibility != Visibility.PUBLIC:
            return
        # What the program writes by itself answers nobody.
        if head.kind == EntryKind.REPLY and head.by_desk and head.author_id is not None:
            self._add(Kind.REPLIED)
        elif head.kind == EntryKind.CALLER_MESSAGE:
            self._add(Kind.ASKED)

    def _begin_in(self, state: str, hold_reason: str | None) -> None:
        """An incident that a source shows from the middle of its life on."""
        self.state = State.NEW.value
        self._move(state, hold_reason, None)

    def _move(self, state: str, hold_reason: str | None, head: _Told | None) -> None:
        before, self.state = self.state, state
        if state in OPEN_STATES:
            if before not in OPEN_STATES:
                self._add(Kind.REOPENED)
                # Whoever reopens as a caller gives the reason in the same breath, and waits for an answer.
                if head is not None and not head.by_desk and head.visibility == Visibility.PUBLIC:
                    self._add(Kind.ASKED)
            if state == State.ON_HOLD:
                self._add(Kind.HELD, hold_reason or UNSTATED)
            elif before == State.ON_HOLD:
                self._add(Kind.RESUMED)
        elif state == State.CANCELED:
            self._add(Kind.CANCELED)
        elif before in OPEN_STATES or before == State.CANCELED:
            # A source that knows no "resolved" goes straight to its final state, which ends the work as well.
            self._add(Kind.RESOLVED)
        if state == State.CLOSED:
            self._add(Kind.CLOSED)

    def _promise(self, clock: Clock, value: str | None) -> None:
        due = None if value is None else micros(datetime.fromisoformat(value))
        self._add(Kind.PROMISED, Promise(clock, due))

    def _links(self, rows: Sequence[_Told]) -> None:
        for row in rows:
            if row.field not in {_MERGED, _ABSORBED} or (row.id, row.field) in self._undone or row.new_value is None:
                continue
            if row.field == _MERGED:
                self._add(Kind.MERGED)
            else:
                created = self._created_of(row.new_value)
                if created is not None:
                    self._add(Kind.ABSORBED, created)

    def _created_of(self, number: str) -> int | None:
        wanted = parse_incident_number(number)
        found = self._connection.execute(select(incident.c.reported_at).where(incident.c.number == wanted)).scalar()
        return None if found is None else micros(found)


def _links_taken_back(told: Iterable[_Told]) -> set[tuple[str, str]]:
    """The entries of links that were taken back later: such a link was a mistake, and the clocks never knew it."""
    made: dict[tuple[str, str], str] = {}
    undone: set[tuple[str, str]] = set()
    for row in told:
        if row.field not in {_MERGED, _ABSORBED}:
            continue
        if row.new_value is not None:
            made[row.field, row.new_value] = row.id
        elif row.old_value is not None and (row.field, row.old_value) in made:
            undone.add((made.pop((row.field, row.old_value)), row.field))
    return undone


def _initial(subject: Subject, told: Iterable[_Told]) -> dict[Trait, str | None]:
    """The traits at the creation: what the first entry says, else what the first change replaced, else the present."""
    found: dict[Trait, str | None] = {}
    for row in told:
        trait = _TRAITS.get(row.field or "")
        if trait is not None and trait not in found:
            value = row.new_value if row.kind == EntryKind.LOGGED else row.old_value
            found[trait] = _trait(row.field or "", value)
    for field, trait in _TRAITS.items():
        if trait not in found:
            value = getattr(subject, field)
            found[trait] = _trait(field, None if value is None else str(value))
    return found


def _trait(field: str, value: str | None) -> str | None:
    """A stored value as conditions name it."""
    if field != "caller_vip":
        return value
    return "yes" if value == "True" else "no"
