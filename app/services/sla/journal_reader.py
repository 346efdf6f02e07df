"""What entries of a journal tell the clocks: read in order, from the beginning or from a place reached before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, select

from app.domain.instants import micros
from app.domain.numbers import parse_incident_number
from app.domain.sla.attach import TraitChange
from app.domain.sla.ledger import Entry, Kind, Promise
from app.domain.sla.policy import CLOCKS, UNSTATED, Clock, Trait
from app.domain.taking_back import TAKEN_BACK, passed_over
from app.domain.vocabulary import OPEN_STATES, EntryKind, State, Visibility
from app.models.incident import incident
from app.services.incidents.journal import Written, tells_fact

TRAITS = {
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

# Plain texts, because each look-up of a word in its enumeration costs more than comparing two texts.
_NEW, _ON_HOLD, _CLOSED, _CANCELED = (each.value for each in (State.NEW, State.ON_HOLD, State.CLOSED, State.CANCELED))
_OPEN = frozenset(state.value for state in OPEN_STATES)
_LOGGED, _CALLER_MESSAGE = EntryKind.LOGGED.value, EntryKind.CALLER_MESSAGE.value
_ANSWERS = frozenset({EntryKind.REPLY.value, EntryKind.STAKEHOLDER_UPDATE.value})
_PUBLIC = Visibility.PUBLIC.value

_MERGED, _ABSORBED = "link_duplicate", "link_duplicate_of"
_LINKS = frozenset({_MERGED, _ABSORBED})
_READ_ANEW = _LINKS | {TAKEN_BACK}
_READ_AS_TRAITS, _READ_AS_PROMISES = frozenset(TRAITS), frozenset(_PROMISES)
_ENTRY_ID = attrgetter("id")


class Told(NamedTuple):
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


class Place(NamedTuple):
    """Where a reader of the journal stands: the instant (microseconds) and the state it has come to."""

    at: int
    state: str
    hold_until: datetime | None


class Head(NamedTuple):
    """What an entry says beside the fields that it changed."""

    occurred_at: datetime
    kind: str
    visibility: str
    by_desk: bool
    author_id: str | None


class More(NamedTuple):
    """What further entries of a journal tell, after a place that was read up to already.

    `last_entry_id` is the last one that told a fact, None where none did.
    """

    changes: list[TraitChange]
    entries: list[Entry]
    place: Place
    last_entry_id: str | None


def more_facts(connection: Connection, written: Sequence[Written], place: Place) -> More | None:
    """What entries say that were added after a place; None where they change how earlier ones are to be read."""
    reader = Reader(connection, place)
    last = None
    # Nearly every save adds one entry.
    for entry, rows in written if len(written) == 1 else sorted(written, key=_when):
        changed = {row["field"]: row["new_value"] for row in rows}
        if not tells_fact(entry["kind"], changed):
            continue
        if not _READ_ANEW.isdisjoint(changed):
            return None
        reader.read(_new(Head, _HEAD_OF(entry)), changed)
        last = entry["id"]
    return _new(More, (reader.changes, reader.entries, reader.place(), last))


_HEAD_OF = itemgetter(*Head._fields)
_new = tuple.__new__  # a named tuple without the detour through its own constructor, for every save


def _when(written: Written) -> tuple[datetime, str]:
    return written.entry["occurred_at"], written.entry["id"]


class Reader:
    """Goes through the entries of one incident."""

    __slots__ = ("_connection", "at", "changes", "entries", "hold_until", "state")

    def __init__(self, connection: Connection, place: Place) -> None:
        self._connection = connection
        self.at, self.state, self.hold_until = place
        self.changes: list[TraitChange] = []
        self.entries: list[Entry] = []

    def place(self) -> Place:
        """Where the reader stands after the entries that it has read."""
        return _new(Place, (self.at, self.state, self.hold_until))

    def read_all(self, told: Sequence[Told]) -> list[tuple[int, str]]:
        """Read the rows of many entries, links included; returns their instants and ids."""
        undone, passed = _links_taken_back(told), passed_over((row.id, row.field, row.new_value) for row in told)
        found: list[tuple[int, str]] = []
        for entry_id, rows in groupby(told, key=_ENTRY_ID):
            fields = list(rows)
            changed = {row.field: row.new_value for row in fields if row.field is not None}
            if entry_id in passed:
                self.at = max(self.at, micros(fields[0].occurred_at))
            else:
                self.read(Head._make(fields[0][2:7]), changed)
                if not _LINKS.isdisjoint(changed):
                    self._links(entry_id, changed, undone)
            found.append((self.at, entry_id))
        return found

    def read(self, head: Head, changed: Mapping[str, str | None]) -> None:
        """Read one entry with its changed fields, all but its links."""
        occurred_at, kind, visibility, _, _ = head
        # A source may tell of things before its incident was opened; nothing counts before the creation.
        self.at = max(self.at, micros(occurred_at))
        if kind == _LOGGED:
            self.state = changed.get("state") or self.state
            if self.state != _NEW:
                self._begin_in(self.state, changed.get("hold_reason"))
            return
        if changed:
            self._traits(changed)
        if visibility == _PUBLIC:
            self._message(head)
        if "state" in changed:
            self._move(changed["state"] or self.state, changed.get("hold_reason"), head)
        elif self.state == _ON_HOLD and changed.get("hold_reason"):
            self._add(Kind.HELD, changed["hold_reason"])
        if not _READ_AS_PROMISES.isdisjoint(changed):
            for field in _READ_AS_PROMISES & changed.keys():
                self._promise(_PROMISES[field], changed[field])

    def _traits(self, changed: Mapping[str, str | None]) -> None:
        if not _READ_AS_TRAITS.isdisjoint(changed):
            traits = {TRAITS[field]: trait_of(field, value) for field, value in changed.items() if field in TRAITS}
            self.changes.append(TraitChange(self.at, traits))
        if "hold_until" in changed:
            value = changed["hold_until"]
            self.hold_until = None if value is None else datetime.fromisoformat(value)

    def _add(self, kind: Kind, value: object = None) -> None:
        self.entries.append(Entry(self.at, kind, value))

    def _message(self, head: Head) -> None:
        # What the program writes by itself answers nobody.
        if head.kind in _ANSWERS and head.by_desk and head.author_id is not None:
            self._add(Kind.REPLIED)
        elif head.kind == _CALLER_MESSAGE:
            self._add(Kind.ASKED)

    def _begin_in(self, state: str, hold_reason: str | None) -> None:
        """An incident that a source shows from the middle of its life on."""
        self.state = _NEW
        self._move(state, hold_reason, None)

    def _move(self, state: str, hold_reason: str | None, head: Head | None) -> None:
        before, self.state = self.state, state
        if state in _OPEN:
            if before not in _OPEN:
                self._add(Kind.REOPENED)
                # Whoever reopens as a caller gives the reason in the same breath, and waits for an answer.
                if head is not None and not head.by_desk and head.visibility == _PUBLIC:
                    self._add(Kind.ASKED)
            if state == _ON_HOLD:
                self._add(Kind.HELD, hold_reason or UNSTATED)
            elif before == _ON_HOLD:
                self._add(Kind.RESUMED)
        elif state == _CANCELED:
            self._add(Kind.CANCELED)
        elif before in _OPEN or before == _CANCELED:
            # A source that knows no "resolved" goes straight to its final state, which ends the work as well.
            self._add(Kind.RESOLVED)
        if state == _CLOSED:
            self._add(Kind.CLOSED)

    def _promise(self, clock: Clock, value: str | None) -> None:
        due = None if value is None else micros(datetime.fromisoformat(value))
        self._add(Kind.PROMISED, Promise(clock, due))

    def _links(self, entry_id: str, changed: Mapping[str, str | None], undone: Collection[tuple[str, str]]) -> None:
        for field in (_MERGED, _ABSORBED):
            value = changed.get(field)
            if value is None or (entry_id, field) in undone:
                continue
            if field == _MERGED:
                self._add(Kind.MERGED)
            else:
                created = self._created_of(value)
                if created is not None:
                    self._add(Kind.ABSORBED, created)

    def _created_of(self, number: str) -> int | None:
        wanted = parse_incident_number(number)
        found = self._connection.execute(select(incident.c.reported_at).where(incident.c.number == wanted)).scalar()
        return None if found is None else micros(found)


def _links_taken_back(told: Iterable[Told]) -> set[tuple[str, str]]:
    """The entries of links that were taken back later: such a link was a mistake, and the clocks never knew it."""
    made: dict[tuple[str, str], str] = {}
    undone: set[tuple[str, str]] = set()
    for row in told:
        if row.field not in _LINKS:
            continue
        if row.new_value is not None:
            made[row.field, row.new_value] = row.id
        elif row.old_value is not None and (row.field, row.old_value) in made:
            undone.add((made.pop((row.field, row.old_value)), row.field))
    return undone


def trait_of(field: str, value: str | None) -> str | None:
    """A stored value as conditions name it."""
    if field != "caller_vip":
        return value
    return "yes" if value == "True" else "no"
