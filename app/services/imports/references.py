"""People, assignment groups, sites, categories and configuration items that an import names, made once as needed.

The natural key is the name: a person, group or site of the same name that the desk has already is the one that is
meant. New people get an identifier made from the source and the name, the role of an agent if work was assigned to
them, and no login.
"""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, select

from app.domain.imports import Fault, SourceIncident
from app.domain.text import clean_line
from app.domain.vocabulary import Role, State
from app.infra.ids import derived_id
from app.models.catalogue import category, configuration_item
from app.models.people import assignment_group, group_member, person, site
from app.services.imports.bulk import moment_storage
from app.services.imports.recording import RecordedInsert

_NAME_LIMIT = 200


class _Names:
    """One table whose rows are found by name; `more` are the columns that are given for a new one beside the name."""

    def __init__(self, connection: Connection, table: Table, source: str, *more: str) -> None:
        self._table = table
        self._source = source
        rows = connection.execute(select(table.c.name, table.c.id).order_by(table.c.id.desc()))
        self._known: dict[str, str] = {row.name: row.id for row in rows}
        self._new = RecordedInsert(connection, table, ("id", "name", *more))
        self.save = self._new.flush

    def id_of(self, text: str | None, *more: Any) -> str | None:
        """The identifier for a name, new or known; None for no name."""
        if text is None:
            return None
        name = _name(text)
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = derived_id(self._table.name, self._source, name)
            self._new.values += (found, name, *more)
        return found

    def knows(self, text: str) -> bool:
        """Whether the desk had the name before this import, or was given it already."""
        return clean_line(text)[:_NAME_LIMIT] in self._known


class References:
    """Finds or makes everything that incidents of one source refer to by name; each text is looked up once."""

    def __init__(self, connection: Connection, source: str) -> None:
        self._source = source
        self._stored = moment_storage(connection)
        self._people = _Names(connection, person, source, "role")
        self._groups = _Names(connection, assignment_group, source)
        self._sites = _Names(connection, site, source)
        self._items = _Names(connection, configuration_item, source)
        rows = connection.execute(select(category.c.parent_id, category.c.name, category.c.id))
        self._categories: dict[tuple[str | None, str], str] = {(row.parent_id, row.name): row.id for row in rows}
        self._new_categories = RecordedInsert(connection, category, ("id", "parent_id", "name"))
        reads = select(person.c.id).where(person.c.role == Role.READER.value)
        self._readers = frozenset(connection.execute(reads).scalars())
        members = connection.execute(select(group_member.c.group_id, group_member.c.person_id))
        self._members = {(row.group_id, row.person_id) for row in members}
        self._new_members: list[tuple[str, str]] = []
        self._write_members = RecordedInsert(connection, group_member, ("group_id", "person_id", "joined_at"))
        self._group_lines: dict[str, int] = {}
        self.group = cache(self._groups.id_of)
        self.site = cache(self._sites.id_of)
        self.item = cache(self._items.id_of)
        self.resolver = cache(self._resolver)
        self.requester = cache(self._requester)
        self.category = cache(self._category)

    def _resolver(self, name: str | None) -> str | None:
        """A person to whom work is assigned."""
        return self._people.id_of(name, Role.AGENT.value)

    def assignee(self, name: str | None, state: str) -> str | None:
        """Whom an incident is assigned to: nobody, where it is open and its source names somebody who only reads."""
        found = self.resolver(name)
        return None if found in self._readers and State(state).is_open else found

    def _requester(self, name: str | None) -> str | None:
        """Any other person: callers, and those of whom the source tells no more than that they wrote something."""
        return self._people.id_of(name, Role.REQUESTER.value)

    def _category(self, name: str | None, parent_id: str | None = None) -> str | None:
        """A category, or a subcategory under a parent."""
        if name is None:
            return None
        key = (parent_id, _name(name))
        found = self._categories.get(key)
        if found is None:
            found = self._categories[key] = derived_id("category", self._source, parent_id or "", key[1])
            self._new_categories.values += (found, parent_id, key[1])
        return found

    def learn(self, incidents: list[SourceIncident]) -> None:
        """See every resolver first, so that somebody who is a caller too is made an agent; and note new groups."""
        resolvers: dict[str | None, None] = {}
        for incident in incidents:
            resolvers[incident.assignee] = None
            for row in incident.rows:
                for field, old, new in row.changes:
                    if field == "assignee":
                        resolvers[old] = resolvers[new] = None
                    elif field == "group" and new is not None:
                        self._note_group(new, row.line)
            if incident.group is not None:
                self._note_group(incident.group, incident.rows[-1].line)
        for name in resolvers:
            self.resolver(name)

    def _note_group(self, name: str, line: int) -> None:
        if name in self._group_lines:
            self._group_lines[name] = min(line, self._group_lines[name])
        elif not self._groups.knows(name):
            self._group_lines[name] = line

    def new_groups(self) -> tuple[Fault, ...]:
        """Which groups the desk did not know, with the line that names each first."""
        return tuple(
            Fault(line, f"The group {name} was not known at this desk and is added.")
            for name, line in self._group_lines.items()
        )

    def belongs(self, group_id: str | None, person_id: str | None) -> None:
        """Whoever has an incident of a group is a member of it; but for a reader, who has only what has ended."""
        if group_id is None or person_id is None or person_id in self._readers:
            return
        if (group_id, person_id) not in self._members:
            self._members.add((group_id, person_id))
            self._new_members.append((group_id, person_id))

    def save(self, now: Any) -> None:
        """Write everything that was made since the last call; parents come before their subcategories."""
        for names in (self._people, self._groups, self._sites, self._items):
            names.save()
        self._new_categories.flush()
        joined_at = self._stored(now)
        for group_id, person_id in self._new_members:
            self._write_members.values += (group_id, person_id, joined_at)
        self._new_members.clear()
        self._write_members.flush()


def _name(text: str) -> str:
    return clean_line(text)[:_NAME_LIMIT] or "?"
