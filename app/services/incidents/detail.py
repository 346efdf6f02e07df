"""Reading one incident with its whole history, in a handful of indexed statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.history import COUNTED_FIELDS, COUNTED_KINDS, Fact, History, derive_history
from app.domain.permissions import Permission
from app.domain.taking_back import TAKEN_BACK, passed_over
from app.domain.vocabulary import EntryKind, LinkKind, MajorState, Visibility
from app.domain.wording import marked, tr
from app.infra.unit_of_work import Store
from app.models.incident import attachment, incident, journal_entry
from app.models.people import person
from app.services.access import ensure_visible, sees_internal, visible
from app.services.command import query
from app.services.incidents.attachments import read_content
from app.services.incidents.dto import (
    AttachmentInfo,
    Change,
    IncidentDetail,
    IncidentRef,
    JournalItem,
    LinkedIncident,
    MajorFacts,
    Person,
)
from app.services.incidents.edit import REFERENCES
from app.services.incidents.major_lead import LEAD as MAJOR_LEAD
from app.services.incidents.major_lead import load_majors
from app.services.incidents.opened import COPIED, OF_CALLER, Told, open_incident

_NAMED = {**REFERENCES, MAJOR_LEAD: person}
"""Fields of the journal whose values are identifiers, and where their names stand."""
_references = attrgetter(*REFERENCES)
_current_names = attrgetter(*(f"{field.removesuffix('_id')}_name" for field in REFERENCES))
_CALLER_ENDS = len(COPIED) + len(OF_CALLER)
_NO_MAJOR = MajorFacts()

Names = Mapping[str | None, str]
"""What an identifier stands for."""


class IncidentQueries:
    """One incident, its files, and finding it by number."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def detail(self, connection: Connection, actor: Actor, incident_id: str) -> IncidentDetail:
        """Everything about the incident that the actor may read; `NotFound` otherwise."""
        return load_detail(connection, actor, incident_id)

    @query(Permission.INCIDENT_READ_OWN)
    def find_number(self, connection: Connection, actor: Actor, number: int) -> IncidentRef | None:
        """The incident of a human number, or None when there is none that the actor may see."""
        statement = select(incident.c.id, incident.c.number).where(incident.c.number == number, visible(actor))
        row = connection.execute(statement).one_or_none()
        return None if row is None else IncidentRef(row.id, row.number)

    @query(Permission.INCIDENT_READ_OWN)
    def find_source_number(self, connection: Connection, actor: Actor, source_number: str) -> IncidentRef | None:
        """The imported incident that another system knew by this number."""
        statement = select(incident.c.id, incident.c.number).where(
            incident.c.source_number == source_number, visible(actor)
        )
        row = connection.execute(statement.order_by(incident.c.number)).first()
        return None if row is None else IncidentRef(row.id, row.number)

    @query(Permission.INCIDENT_READ_OWN)
    def open_of_caller(self, connection: Connection, actor: Actor, caller_id: str) -> tuple[LinkedIncident, ...]:
        """The open incidents of a caller, newest first, at most ten; quick create shows them."""
        statement = (
            select(incident.c.id, incident.c.number, incident.c.short_description, incident.c.state)
            .where(incident.c.caller_id == caller_id, visible(actor))
            .where(incident.c.state.in_(["new", "in_progress", "on_hold"]))
            .order_by(incident.c.reported_at.desc())
            .limit(10)
        )
        return tuple(LinkedIncident("", "open", *row) for row in connection.execute(statement))

    @query(Permission.INCIDENT_READ_OWN)
    def file(self, connection: Connection, actor: Actor, attachment_id: str) -> tuple[str, bytes]:
        """Name and content of an attachment that the actor may read, checked against its hash."""
        row = connection.execute(
            select(attachment.c.incident_id, journal_entry.c.visibility)
            .join(journal_entry, journal_entry.c.id == attachment.c.entry_id)
            .where(attachment.c.id == attachment_id)
        ).one_or_none()
        if row is None or (row.visibility != Visibility.PUBLIC and not sees_internal(actor)):
            raise NotFound(tr("This attachment does not exist, or you may not see it."))
        ensure_visible(connection, actor, row.incident_id)
        return read_content(connection, attachment_id)


def load_detail(connection: Connection, actor: Actor, incident_id: str) -> IncidentDetail:
    """Everything about the incident that the actor may read; `NotFound` otherwise. For other services' transactions."""
    found = open_incident(connection, actor, incident_id)
    if found is None:
        raise NotFound(tr("This incident does not exist, or you may not see it."))
    row, changes = found.row, _by_entry(found.changes)
    history = derive_history(_facts(found.entries, changes) if found.told is None else _facts_told(found.told))
    entries = found.entries
    shown = entries if sees_internal(actor) else [item for item in entries if item.visibility == Visibility.PUBLIC]
    names = _names(connection, row, [change for entry in shown for change in changes.get(entry.id, ())])
    major = _NO_MAJOR
    if row.major_state != MajorState.NONE and sees_internal(actor):
        major = load_majors(connection, [incident_id]).get(incident_id, major)
    journal = _journal(shown, changes, names, _files(found.files))
    return _detail(row, history, major, journal, _links(incident_id, found.links))


def _by_entry(rows: Iterable[Any]) -> dict[str, list[Change]]:
    changes: dict[str, list[Change]] = defaultdict(list)
    for row in rows:
        changes[row[0]].append(Change(*row[1:]))
    return changes


def _facts(entries: Sequence[Any], changes: dict[str, list[Change]]) -> list[Fact]:
    facts = []
    passed = _passed_over(changes)
    for entry in entries:
        if entry.id in passed:
            continue
        if entry.kind in COUNTED_KINDS:
            facts.append(Fact(entry.occurred_at, entry.kind, entry.visibility, entry.by_desk))
        facts += [
            Fact(entry.occurred_at, EntryKind.CHANGE, entry.visibility, entry.by_desk, *change)
            for change in changes.get(entry.id, ())
            if change.field in COUNTED_FIELDS
        ]
    return facts


def _passed_over(changes: Mapping[str, Sequence[Change]]) -> frozenset[str]:
    # Nearly no incident has such an entry, and each opening of one asks.
    said = [
        (entry_id, TAKEN_BACK, change.new)
        for entry_id, told in changes.items()
        for change in told
        if change.field == TAKEN_BACK
    ]
    return passed_over(said) if said else frozenset()


def _facts_told(rows: Sequence[Told]) -> list[Fact]:
    """The same of what a caller's login is told."""
    facts = []
    seen: set[str] = set()
    passed = passed_over((row.id, row.field, row.new_value) for row in rows)
    for row in rows:
        if row.id in passed:
            continue
        if row.kind in COUNTED_KINDS and row.id not in seen:
            facts.append(Fact(row.occurred_at, row.kind, row.visibility, row.by_desk))
        seen.add(row.id)
        if row.field in COUNTED_FIELDS:
            change = row.field, row.old_value, row.new_value
            facts.append(Fact(row.occurred_at, EntryKind.CHANGE, row.visibility, row.by_desk, *change))
    return facts


def _journal(
    entries: Sequence[Any],
    changes: dict[str, list[Change]],
    names: Names,
    files: dict[str, list[AttachmentInfo]],
) -> tuple[JournalItem, ...]:
    return tuple(
        [
            JournalItem._make(
                (
                    *entry,
                    tuple([_readable(change, names) for change in changes.get(entry.id, ())]),
                    tuple(files.get(entry.id, ())),
                )
            )
            for entry in entries
        ]
    )


def _names(connection: Connection, row: Any, changes: list[Change]) -> Names:
    # Most changes name what the incident has now, and those names came with its row.
    names = dict(zip(_references(row), _current_names(row), strict=True))
    wanted: dict[Any, set[str]] = defaultdict(set)
    for change in changes:
        table = _NAMED.get(change.field)
        if table is not None:
            wanted[table] |= {value for value in (change.old, change.new) if value and value not in names}
    for table, ids in wanted.items():
        if ids:
            rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(sorted(ids))))
            names |= {found.id: found.name for found in rows}
    return names


def _readable(change: Change, names: Names) -> Change:
    if change.field not in _NAMED:
        return change
    # An identifier that points nowhere is shown as it stands rather than dropped: the journal tells the truth.
    old, new = (value and names.get(value, value) for value in (change.old, change.new))
    return Change(change.field, old, new)


def _files(rows: Iterable[Sequence[Any]]) -> dict[str, list[AttachmentInfo]]:
    found: dict[str, list[AttachmentInfo]] = defaultdict(list)
    for row in rows:
        found[row[1]].append(AttachmentInfo(*row))
    return found


_READ_FROM_SOURCE = {
    LinkKind.PARENT: marked("parent"),
    LinkKind.DUPLICATE: marked("duplicate of"),
    LinkKind.RELATED: marked("related"),
}
_READ_FROM_TARGET = {
    LinkKind.PARENT: marked("child"),
    LinkKind.DUPLICATE: marked("duplicate"),
    LinkKind.RELATED: marked("related"),
}


def _links(incident_id: str, rows: Iterable[Sequence[Any]]) -> tuple[LinkedIncident, ...]:
    return tuple(
        LinkedIncident(
            link_id, (_READ_FROM_SOURCE if source_id == incident_id else _READ_FROM_TARGET)[LinkKind(kind)], *far
        )
        for link_id, kind, source_id, *far in rows
    )


def _detail(
    row: Any,
    history: History,
    major: MajorFacts,
    journal: tuple[JournalItem, ...],
    links: tuple[LinkedIncident, ...],
) -> IncidentDetail:
    caller = None
    if row.caller_id is not None:
        caller = Person._make(row[len(COPIED) : _CALLER_ENDS])
    counts = history.first_response_at, history.assignments, history.reassignments, history.reopenings
    return IncidentDetail._make((*row[: len(COPIED)], caller, major, *counts, journal, links))
