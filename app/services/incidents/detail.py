"""Reading one incident with its whole history, in a handful of indexed statements."""

from collections import defaultdict
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, bindparam, exists, or_, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.history import COUNTED_FIELDS, COUNTED_KINDS, Fact, History, derive_history
from app.domain.permissions import Permission
from app.domain.vocabulary import EntryKind, LinkKind, Visibility
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store
from app.models.catalogue import category, configuration_item, service
from app.models.incident import attachment, imported_record, incident, incident_link, journal_change, journal_entry
from app.models.people import assignment_group, person, site
from app.models.types import Id
from app.services.access import ensure_visible, sees_internal, visible, visible_to
from app.services.command import query
from app.services.incidents.attachments import read_content
from app.services.incidents.dto import (
    AttachmentInfo,
    Change,
    IncidentDetail,
    IncidentRef,
    JournalItem,
    LinkedIncident,
    Person,
)
from app.services.incidents.edit import REFERENCES

_caller = person.alias("caller")
_opener = person.alias("opener")
_assignee = person.alias("assignee")
_resolver = person.alias("resolver")
_author = person.alias("author")
_caller_site = site.alias("caller_site")
_subcategory = category.alias("subcategory")

_WANTED = bindparam("incident_id", "", type_=Id)


_HAS_LINKS = exists().where(or_(incident_link.c.source_id == incident.c.id, incident_link.c.target_id == incident.c.id))


def _detail_statement(*, sees_all: bool) -> PreparedSelect:
    statement = select(
        incident,
        _caller.c.name.label("caller_name"),
        _caller.c.email.label("caller_email"),
        _caller.c.phone.label("caller_phone"),
        _caller.c.job_title.label("caller_job_title"),
        _caller.c.vip.label("caller_is_vip"),
        _caller.c.handling_note.label("caller_handling_note"),
        _caller_site.c.name.label("caller_site_name"),
        _opener.c.name.label("opened_by_name"),
        _assignee.c.name.label("assignee_name"),
        _resolver.c.name.label("resolved_by_name"),
        assignment_group.c.name.label("group_name"),
        service.c.name.label("service_name"),
        configuration_item.c.name.label("configuration_item_name"),
        category.c.name.label("category_name"),
        _subcategory.c.name.label("subcategory_name"),
        site.c.name.label("site_name"),
        imported_record.c.made_sla,
        _HAS_LINKS.label("has_links"),
        exists().where(attachment.c.incident_id == incident.c.id).label("has_files"),
    ).select_from(
        incident.outerjoin(_caller, _caller.c.id == incident.c.caller_id)
        .outerjoin(_caller_site, _caller_site.c.id == _caller.c.site_id)
        .outerjoin(_opener, _opener.c.id == incident.c.opened_by_id)
        .outerjoin(_assignee, _assignee.c.id == incident.c.assignee_id)
        .outerjoin(_resolver, _resolver.c.id == incident.c.resolved_by_id)
        .outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
        .outerjoin(service, service.c.id == incident.c.service_id)
        .outerjoin(configuration_item, configuration_item.c.id == incident.c.configuration_item_id)
        .outerjoin(category, category.c.id == incident.c.category_id)
        .outerjoin(_subcategory, _subcategory.c.id == incident.c.subcategory_id)
        .outerjoin(site, site.c.id == incident.c.site_id)
        .outerjoin(imported_record, imported_record.c.incident_id == incident.c.id)
    )
    me = bindparam("me", "", type_=Id)
    return PreparedSelect(statement.where(incident.c.id == _WANTED, visible_to(me, sees_all=sees_all)))


_DETAIL = {sees_all: _detail_statement(sees_all=sees_all) for sees_all in (True, False)}
_ENTRIES = PreparedSelect(
    select(journal_entry, _author.c.name.label("author_name"))
    .outerjoin(_author, _author.c.id == journal_entry.c.author_id)
    .where(journal_entry.c.incident_id == _WANTED)
    .order_by(journal_entry.c.occurred_at, journal_entry.c.id)
)
_CHANGES = PreparedSelect(
    select(
        journal_change.c.entry_id, journal_change.c.field, journal_change.c.old_value, journal_change.c.new_value
    ).where(journal_change.c.incident_id == _WANTED)
)
_FILES = PreparedSelect(
    select(
        attachment.c.id,
        attachment.c.entry_id,
        attachment.c.file_name,
        attachment.c.media_type,
        attachment.c.size,
        attachment.c.added_at,
    ).where(attachment.c.incident_id == _WANTED)
)
_DERIVED = ("caller", "first_response_at", "assignments", "reassignments", "reopenings", "journal", "links")
_COPIED = tuple(name for name in IncidentDetail._fields if name not in _DERIVED)
_copied = attrgetter(*_COPIED)


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
            raise NotFound("This attachment does not exist, or you may not see it.")
        ensure_visible(connection, actor, row.incident_id)
        return read_content(connection, attachment_id)


def load_detail(connection: Connection, actor: Actor, incident_id: str) -> IncidentDetail:
    """Everything about the incident that the actor may read; `NotFound` otherwise. For other services' transactions."""
    row = _DETAIL[sees_internal(actor)].one_or_none(connection, incident_id=incident_id, me=actor.person_id)
    if row is None:
        raise NotFound("This incident does not exist, or you may not see it.")
    entries = load_entries(connection, incident_id)
    changes = load_changes(connection, incident_id)
    history = derive_history(_facts(entries, changes))
    shown = entries if sees_internal(actor) else [item for item in entries if item.visibility == Visibility.PUBLIC]
    files = _attachments(connection, incident_id) if row.has_files else {}
    names = _names(connection, row, [change for entry in shown for change in changes.get(entry.id, ())])
    journal = _journal(shown, changes, names, files)
    links = _links(connection, actor, incident_id) if row.has_links else ()
    return _detail(row, history, journal, links)


def load_entries(connection: Connection, incident_id: str) -> list[Any]:
    """All journal entries of an incident in the order in which they happened; the caller hides what is internal."""
    return _ENTRIES.all(connection, incident_id=incident_id)


def load_changes(connection: Connection, incident_id: str) -> dict[str, list[Change]]:
    """The raw changes of an incident by entry."""
    changes: dict[str, list[Change]] = defaultdict(list)
    for row in _CHANGES.all(connection, incident_id=incident_id):
        changes[row[0]].append(Change(*row[1:]))
    return changes


def _facts(entries: list[Any], changes: dict[str, list[Change]]) -> list[Fact]:
    facts = []
    for entry in entries:
        if entry.kind in COUNTED_KINDS:
            facts.append(Fact(entry.occurred_at, entry.kind, entry.visibility, entry.by_desk))
        facts += [
            Fact(entry.occurred_at, EntryKind.CHANGE, entry.visibility, entry.by_desk, *change)
            for change in changes.get(entry.id, ())
            if change.field in COUNTED_FIELDS
        ]
    return facts


def _journal(
    entries: list[Any],
    changes: dict[str, list[Change]],
    names: dict[str, str],
    files: dict[str, list[AttachmentInfo]],
) -> tuple[JournalItem, ...]:
    return tuple(
        JournalItem(
            entry.id,
            entry.occurred_at,
            entry.recorded_at,
            entry.author_id,
            entry.author_name,
            entry.by_desk,
            entry.kind,
            entry.visibility,
            entry.body,
            entry.source,
            tuple([_readable(change, names) for change in changes.get(entry.id, ())]),
            tuple(files.get(entry.id, ())),
        )
        for entry in entries
    )


def _names(connection: Connection, row: Any, changes: list[Change]) -> dict[str, str]:
    # Most changes name what the incident has now, and those names came with its row.
    names: dict[str, str] = {}
    for field in REFERENCES:
        current = getattr(row, field)
        if current is not None:
            names[current] = getattr(row, f"{field.removesuffix('_id')}_name")
    wanted: dict[Any, set[str]] = defaultdict(set)
    for change in changes:
        table = REFERENCES.get(change.field)
        if table is not None:
            wanted[table] |= {value for value in (change.old, change.new) if value and value not in names}
    for table, ids in wanted.items():
        if ids:
            rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(sorted(ids))))
            names |= {found.id: found.name for found in rows}
    return names


def _readable(change: Change, names: dict[str, str]) -> Change:
    if change.field not in REFERENCES:
        return change
    # An identifier that points nowhere is shown as it stands rather than dropped: the journal tells the truth.
    old, new = (value and names.get(value, value) for value in (change.old, change.new))
    return Change(change.field, old, new)


def _attachments(connection: Connection, incident_id: str) -> dict[str, list[AttachmentInfo]]:
    found: dict[str, list[AttachmentInfo]] = defaultdict(list)
    for row in _FILES.all(connection, incident_id=incident_id):
        found[row.entry_id].append(AttachmentInfo(*row))
    return found


_READ_FROM_SOURCE = {LinkKind.PARENT: "parent", LinkKind.DUPLICATE: "duplicate of", LinkKind.RELATED: "related"}
_READ_FROM_TARGET = {LinkKind.PARENT: "child", LinkKind.DUPLICATE: "duplicate", LinkKind.RELATED: "related"}


def _links(connection: Connection, actor: Actor, incident_id: str) -> tuple[LinkedIncident, ...]:
    rows = connection.execute(
        select(
            incident_link.c.id,
            incident_link.c.kind,
            incident_link.c.source_id,
            incident.c.id.label("other_id"),
            incident.c.number,
            incident.c.short_description,
            incident.c.state,
        )
        .select_from(incident_link)
        .join(
            incident,
            or_(incident.c.id == incident_link.c.source_id, incident.c.id == incident_link.c.target_id),
        )
        .where(
            or_(incident_link.c.source_id == incident_id, incident_link.c.target_id == incident_id),
            incident.c.id != incident_id,
            incident_link.c.removed_at.is_(None),
            visible(actor),
        )
        .order_by(incident_link.c.kind, incident.c.number)
    )
    return tuple(
        LinkedIncident(
            row.id,
            (_READ_FROM_SOURCE if row.source_id == incident_id else _READ_FROM_TARGET)[LinkKind(row.kind)],
            row.other_id,
            row.number,
            row.short_description,
            row.state,
        )
        for row in rows
    )


def _detail(
    row: Any, history: History, journal: tuple[JournalItem, ...], links: tuple[LinkedIncident, ...]
) -> IncidentDetail:
    caller = None
    if row.caller_id is not None:
        caller = Person(
            row.caller_id,
            row.caller_name,
            row.caller_email,
            row.caller_phone,
            row.caller_job_title,
            row.caller_site_name,
            bool(row.caller_is_vip),
            row.caller_handling_note,
        )
    return IncidentDetail(
        **dict(zip(_COPIED, _copied(row), strict=True)),
        caller=caller,
        first_response_at=history.first_response_at,
        assignments=history.assignments,
        reassignments=history.reassignments,
        reopenings=history.reopenings,
        journal=journal,
        links=links,
    )
