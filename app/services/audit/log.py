"""Reading the audit log: its entries page by page, how many there are, and one by itself."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, or_, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission
from app.domain.record_names import Deed, kind_name
from app.domain.vocabulary import Role
from app.domain.wording import tr
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.models.base import metadata
from app.models.incident import journal_change, journal_entry
from app.models.people import person
from app.services.audit import entries
from app.services.audit.dto import LogEntry, LogFilter, LogKey, LogPage, LogPerson, LogPlace
from app.services.audit.entries import Asked
from app.services.audit.telling import Named, changes_in, mentioned, names_of, told
from app.services.command import query
from app.services.matching import begins_with, holds_word_start

PAGE: Final = 200
"""So many entries are read at a time."""

_PEOPLE: Final = 50
_PART_COLUMNS: Final = {"attachment": "file_name", "checklist_step": "text", "journal_entry": "kind"}
_PARTS_OF: Final = {"group_member": "person", "article_service": "service"}
"""Rows that are told apart by the identifier of what they are about."""


class AuditLogQueries:
    """The audit log is for administrators, and shows nothing that the rest of the window would not show them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.AUDIT_READ, LONG)
    def page(
        self, connection: Connection, actor: Actor, wanted: LogFilter, after: LogPlace | None = None, most: int = PAGE
    ) -> LogPage:
        """At most so many entries, the newest first; those after `after`, the last of the page before."""
        rows = entries.page(connection, actor, Asked(connection, actor, wanted), after, most + 1)
        return LogPage(tuple(log_entries(connection, actor, rows[:most])), more=len(rows) > most)

    @query(Permission.AUDIT_READ, LONG)
    def count(self, connection: Connection, actor: Actor, wanted: LogFilter) -> int:
        """How many entries the filter finds."""
        return entries.count(connection, actor, Asked(connection, actor, wanted))

    @query(Permission.AUDIT_READ)
    def entry(self, connection: Connection, actor: Actor, key: LogKey) -> LogEntry:
        """One of them; `NotFound` for one that is not there, or not for the actor."""
        asked = Asked(connection, actor, LogFilter(kind=key.kind, record_id=key.record_id))
        after: LogPlace | None = None
        while rows := entries.page(connection, actor, asked, after, PAGE):
            for row in rows:
                if row.n == key.n:
                    return log_entries(connection, actor, [row])[0]
            after = place_of(rows[-1])
        raise NotFound(tr("This entry does not exist, or you may not see it."))

    @query(Permission.AUDIT_READ)
    def people(self, connection: Connection, _actor: Actor, text: str = "") -> tuple[LogPerson, ...]:
        """Whose entries may be asked for: at most 50, whoever works at the desk first; `text` begins a word."""
        statement = select(person.c.id, person.c.name)
        if text.strip():
            statement = statement.where(or_(begins_with(person.c.name, text), holds_word_start(person.c.name, text)))
        is_caller = person.c.role == Role.REQUESTER.value
        rows = connection.execute(statement.order_by(is_caller, person.c.name, person.c.id).limit(_PEOPLE))
        return tuple(LogPerson(*row) for row in rows)


def place_of(row: Any) -> LogPlace:
    """Where a row stands in the list."""
    return LogPlace(row.at, LogKey(row.subject, row.subject_id, row.n))


def log_entries(connection: Connection, actor: Actor, rows: Sequence[Any]) -> list[LogEntry]:
    """Rows of the trail with the names of what they are about and mention."""
    changes = [changes_in(row.content) if row.act in _TOLD else {} for row in rows]
    names = names_of(connection, actor, _wanted(rows, changes))
    parts, fields = _part_names(connection, rows), _journal_fields(connection, rows)
    return [
        _entry(row, told(row.part, changed, names), names, parts)._replace(fields=tuple(fields.get(row.part_id, ())))
        for row, changed in zip(rows, changes, strict=True)
    ]


_TOLD: Final = frozenset({"update", "delete"})
"""What is written down of an added row is its number alone, and of an import nothing but seals."""


def _wanted(rows: Iterable[Any], changes: Iterable[dict[str, list[Any]]]) -> Iterable[tuple[str, str]]:
    for row, changed in zip(rows, changes, strict=True):
        yield row.subject, row.subject_id
        if row.person_id:
            yield "person", row.person_id
        if row.part in _PARTS_OF:
            yield _PARTS_OF[row.part], row.part_id
        yield from mentioned(row.part, changed)


def _part_names(connection: Connection, rows: Iterable[Any]) -> dict[tuple[str, str], str]:
    """What the rows of some tables are called, where they are still there."""
    wanted: dict[str, set[str]] = {}
    for row in rows:
        if row.part in _PART_COLUMNS and len(row.part_id) == _IDENTIFIER:
            wanted.setdefault(row.part, set()).add(row.part_id)
    found: dict[tuple[str, str], str] = {}
    for part, ids in wanted.items():
        table = metadata.tables[part]
        statement = select(table.c.id, table.c[_PART_COLUMNS[part]].label("name")).where(table.c.id.in_(sorted(ids)))
        found.update(((part, row.id), row.name) for row in connection.execute(statement))
    return found


def _journal_fields(connection: Connection, rows: Iterable[Any]) -> dict[str, list[str]]:
    """Which columns entries of the journal tell a change of, by entry."""
    written = [row for row in rows if row.part == journal_entry.name and row.act == Deed.ADDED]
    found: dict[str, list[str]] = {}
    if written:
        # By the incident too: the key of the table begins with it.
        statement = select(journal_change.c.entry_id, journal_change.c.field).where(
            journal_change.c.incident_id.in_(sorted({row.subject_id for row in written})),
            journal_change.c.entry_id.in_(sorted({row.part_id for row in written})),
        )
        for entry_id, field in connection.execute(statement):
            found.setdefault(entry_id, []).append(field)
    return found


_IDENTIFIER: Final = 32


def _entry(row: Any, changes: Any, names: dict[tuple[str, str], Named], parts: dict[tuple[str, str], str]) -> LogEntry:
    record = names.get((row.subject, row.subject_id), Named(""))
    by = names.get(("person", row.person_id or ""), Named(""))
    owner = names.get((_PARTS_OF.get(row.part, ""), row.part_id), Named(""))
    return LogEntry(
        place_of(row), by.name, row.login, record.name or _without_a_name(row), row.part,
        owner.name or parts.get((row.part, row.part_id), ""), row.act, changes, record.incident_id,
    )  # fmt: skip


def _without_a_name(row: Any) -> str:
    """What is known by its key alone: a setting, and the one record of a table that has one."""
    if row.subject == "setting":
        return str(row.subject_id).replace("_", " ").capitalize()
    return kind_name(row.subject) if row.subject_id == row.subject else ""
