"""An incident as it is opened, with all that hangs on it as far as the reader may see it: the rows of the database.

A file is asked in a handful of indexed statements. A server answers by one function, `desk.opened`, which looks once
whether the incident may be seen and then reads its parts: by policies that were twenty questions who is connected, and
links and files one more way there and back. Both give the same rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Boolean, ColumnElement, Connection, Table, bindparam, column, exists, func, null, or_, select

from app.domain.actor import Actor
from app.infra.prepared import PreparedSelect, ask_together, row_class
from app.models.catalogue import category, configuration_item, service
from app.models.incident import attachment, imported_record, incident, incident_link, journal_change, journal_entry
from app.models.people import assignment_group, person, site
from app.models.retention import removed_file
from app.models.types import Id, UtcDateTime
from app.services.access import ME, sees_internal, visible_to
from app.services.incidents.dto import IncidentDetail
from app.services.incidents.referred import referred


class Entry(NamedTuple):
    """An entry of the journal."""

    id: str
    occurred_at: datetime
    recorded_at: datetime
    author_id: str | None
    author_name: str | None
    by_desk: bool
    kind: str
    visibility: str
    body: str | None
    source: str | None


class Told(NamedTuple):
    """What counts of an entry or of one changed field of it, without any text."""

    id: str
    occurred_at: datetime
    kind: str
    visibility: str
    by_desk: bool
    field: str | None
    old_value: str | None
    new_value: str | None


COPIED: Final = IncidentDetail._fields[: IncidentDetail._fields.index("caller")]
"""The first fields of a detail: they are copied as they stand in the row. The others are made of all that was found."""

OF_CALLER: Final = (
    "caller_id", "caller_name", "caller_email", "caller_phone", "caller_job_title", "caller_site_name", "caller_is_vip",
    "caller_handling_note",
)  # fmt: skip
"""What the row has of the caller, in the order of `Person`."""


class Opened(NamedTuple):
    """What was found: the row of the incident with the names of what it refers to, and the rows of its parts.

    The row is a named tuple that begins with the values of `COPIED`, and then those of `OF_CALLER`. An entry has the
    values of `Entry`. A change is its entry, the field, what it was and what it became; a file what is shown of it; a
    link its own id, its kind, its source, and then what is shown of the other end. `told` is None where the entries are
    all there.
    """

    row: Any
    entries: Sequence[Any]
    changes: Sequence[Sequence[Any]]
    files: Sequence[Sequence[Any]]
    links: Sequence[Sequence[Any]]
    told: Sequence[Told] | None = None


def open_incident(connection: Connection, actor: Actor, incident_id: str) -> Opened | None:
    """The incident with its parts; None where there is none that the actor may see."""
    if connection.dialect.name == "sqlite":
        return _from_file(connection, actor, incident_id)
    return _from_server(connection, actor, incident_id)


_caller = person.alias("caller")
_author = person.alias("author")
_caller_site = site.alias("caller_site")
_far = incident.alias("far")

_WANTED = bindparam("incident_id", "", type_=Id)


def _columns(*, sees_all: bool) -> dict[str, ColumnElement[Any]]:
    """What stands under each name of the row that is not a column of the incident itself."""
    names: dict[str, tuple[Table, ColumnElement[Any]]] = {
        "opened_by_name": (person, incident.c.opened_by_id),
        "assignee_name": (person, incident.c.assignee_id),
        "resolved_by_name": (person, incident.c.resolved_by_id),
        "group_name": (assignment_group, incident.c.group_id),
        "service_name": (service, incident.c.service_id),
        "configuration_item_name": (configuration_item, incident.c.configuration_item_id),
        "category_name": (category, incident.c.category_id),
        "subcategory_name": (category, incident.c.subcategory_id),
        "site_name": (site, incident.c.site_id),
    }
    return {
        **{name: referred(table.c.name, reference) for name, (table, reference) in names.items()},
        "made_sla": imported_record.c.made_sla,
        "caller_name": _caller.c.name,
        "caller_job_title": _caller.c.job_title,
        "caller_is_vip": _caller.c.vip,
        "caller_site_name": _caller_site.c.name,
        # What the desk notes about people is for the desk; a caller reads their own page without it.
        **{f"caller_{name}": _caller.c[name] if sees_all else null() for name in ("email", "phone", "handling_note")},
    }


def _incident_statement(*, sees_all: bool) -> PreparedSelect:
    is_end = or_(incident_link.c.source_id == incident.c.id, incident_link.c.target_id == incident.c.id)
    others = _columns(sees_all=sees_all)
    statement = select(
        *(others[name].label(name) if name in others else incident.c[name] for name in (*COPIED, *OF_CALLER)),
        exists().where(is_end).label("has_links"),
        exists().where(attachment.c.incident_id == incident.c.id).label("has_files"),
    ).select_from(
        incident.outerjoin(_caller, _caller.c.id == incident.c.caller_id)
        .outerjoin(_caller_site, _caller_site.c.id == _caller.c.site_id)
        .outerjoin(imported_record, imported_record.c.incident_id == incident.c.id)
    )
    return PreparedSelect(statement.where(incident.c.id == _WANTED, visible_to(ME, sees_all=sees_all)))


def _link_statement(*, sees_all: bool) -> PreparedSelect:
    link = incident_link.c
    return PreparedSelect(
        select(link.id, link.kind, link.source_id, _far.c.id, _far.c.number, _far.c.short_description, _far.c.state)
        .select_from(incident_link)
        .join(_far, or_(_far.c.id == link.source_id, _far.c.id == link.target_id))
        .where(
            or_(link.source_id == _WANTED, link.target_id == _WANTED),
            _far.c.id != _WANTED,
            link.removed_at.is_(None),
            visible_to(ME, sees_all=sees_all, of=_far),
        )
        .order_by(link.kind, _far.c.number)
    )


_INCIDENT = {sees_all: _incident_statement(sees_all=sees_all) for sees_all in (True, False)}
_LINKS = {sees_all: _link_statement(sees_all=sees_all) for sees_all in (True, False)}
_ENTRIES = PreparedSelect(
    select(*(_author.c.name.label(name) if name == "author_name" else journal_entry.c[name] for name in Entry._fields))
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
        removed_file.c.removed_at,
        _author.c.name,
    )
    .outerjoin(removed_file, removed_file.c.attachment_id == attachment.c.id)
    .outerjoin(_author, _author.c.id == removed_file.c.rule_by_id)
    .where(attachment.c.incident_id == _WANTED)
)


def _from_file(connection: Connection, actor: Actor, incident_id: str) -> Opened | None:
    sees_all, wanted = sees_internal(actor), {"incident_id": incident_id, "me": actor.person_id}
    rows, entries, changes = ask_together(
        connection, (_INCIDENT[sees_all], wanted), (_ENTRIES, wanted), (_CHANGES, wanted)
    )
    if not rows:
        return None
    row = rows[0]
    files = _FILES.all(connection, **wanted) if row.has_files else ()
    links = _LINKS[sees_all].all(connection, **wanted) if row.has_links else ()
    return Opened(row, entries, changes, files, links)


_PARTS: Final = ("head", "entries", "changes", "files", "links", "told")
_OPENED = PreparedSelect(
    select(
        func.desk.opened(_WANTED, ME, bindparam("whole", None, type_=Boolean)).table_valued(
            *map(column, _PARTS), name="opened"
        )
    )
)
_Row = row_class((*COPIED, *OF_CALLER))
_IDS = [name for name in _Row._fields if name in incident.c and incident.c[name].type is Id]
_MOMENTS = [name for name in _Row._fields if name in incident.c and isinstance(incident.c[name].type, UtcDateTime)]


def _from_server(connection: Connection, actor: Actor, incident_id: str) -> Opened | None:
    values = {"incident_id": incident_id, "me": actor.person_id, "whole": sees_internal(actor)}
    found = _OPENED.one_or_none(connection, **values)
    if found is None or found.head is None:
        return None
    head: dict[str, Any] = found.head
    for keys, convert in ((_IDS, _id), (_MOMENTS, _moment)):
        head |= {key: convert(head[key]) for key in keys}
    return Opened(
        _Row._make(map(head.__getitem__, _Row._fields)),
        [Entry(*row) for row in _converted(found.entries, {0: _id, 1: _moment, 2: _moment, 3: _id})],
        _converted(found.changes, {0: _id}),
        _converted(found.files, {0: _id, 1: _id, 5: _moment, 6: _moment}),
        _converted(found.links, {0: _id, 2: _id, 3: _id}),
        None if found.told is None else [Told(*row) for row in _converted(found.told, {0: _id, 1: _moment})],
    )


def _converted(rows: Iterable[list[Any]] | None, columns: Mapping[int, Callable[[Any], Any]]) -> list[list[Any]]:
    """The rows with values as the models have them; JSON has neither moments nor identifiers."""
    found = list(rows or ())
    for row in found:
        for place, convert in columns.items():
            row[place] = convert(row[place])
    return found


def _id(text: str | None) -> str | None:
    return None if text is None else text.replace("-", "")


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)
