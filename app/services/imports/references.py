"""People, assignment groups, sites, categories and configuration items that an import names, made once as needed.

The natural key is the name: a person, group or site of the same name that the desk has already is the one that is
meant. New people get an identifier made from the source and the name, the role of an agent if work was assigned to
them, and no login.
"""

from typing import Any

from sqlalchemy import Connection, Table, select

from app.domain.imports import Fault, SourceIncident
from app.domain.text import clean_line
from app.domain.vocabulary import Role
from app.infra.ids import derived_id
from app.models.catalogue import category, configuration_item
from app.models.people import assignment_group, group_member, person, site

_NAME_LIMIT = 200


class _Names:
    """One table whose rows are found by name."""

    def __init__(self, connection: Connection, table: Table, source: str) -> None:
        self._connection = connection
        self._table = table
        self._source = source
        rows = connection.execute(select(table.c.name, table.c.id).order_by(table.c.id.desc()))
        self._known: dict[str, str] = {row.name: row.id for row in rows}
        self._by_text: dict[str, str] = {}
        self.new: list[dict[str, Any]] = []

    def id_of(self, text: str | None, **more: Any) -> str | None:
        """The identifier for a name, new or known; None for no name."""
        if text is None:
            return None
        found = self._by_text.get(text)
        return found if found is not None else self._look_up(text, more)

    def knows(self, text: str) -> bool:
        """Whether the desk had the name before this import, or was given it already."""
        return clean_line(text)[:_NAME_LIMIT] in self._known

    def _look_up(self, text: str, more: dict[str, Any]) -> str:
        name = clean_line(text)[:_NAME_LIMIT] or "?"
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = derived_id(self._table.name, self._source, name)
            self.new.append({"id": found, "name": name} | more)
        self._by_text[text] = found
        return found

    def save(self) -> None:
        """Write the new rows."""
        if self.new:
            self._connection.execute(self._table.insert(), self.new)
            self.new = []


class References:
    """Finds or makes everything that incidents of one source refer to by name."""

    def __init__(self, connection: Connection, source: str) -> None:
        self._connection = connection
        self._source = source
        self._people = _Names(connection, person, source)
        self._groups = _Names(connection, assignment_group, source)
        self._sites = _Names(connection, site, source)
        self._items = _Names(connection, configuration_item, source)
        rows = connection.execute(select(category.c.parent_id, category.c.name, category.c.id))
        self._categories: dict[tuple[str | None, str], str] = {(row.parent_id, row.name): row.id for row in rows}
        self._new_categories: list[dict[str, Any]] = []
        members = connection.execute(select(group_member.c.group_id, group_member.c.person_id))
        self._members = {(row.group_id, row.person_id) for row in members}
        self._new_members: list[tuple[str, str]] = []
        self._group_lines: dict[str, int] = {}
        self.person = self._people.id_of
        self.group = self._groups.id_of
        self.site = self._sites.id_of
        self.item = self._items.id_of

    def resolver(self, name: str | None) -> str | None:
        """A person to whom work is assigned."""
        return self._people.id_of(name, role=Role.AGENT.value)

    def requester(self, name: str | None) -> str | None:
        """Any other person: callers, and those of whom the source tells no more than that they wrote something."""
        return self._people.id_of(name, role=Role.REQUESTER.value)

    def category(self, name: str | None, parent_id: str | None = None) -> str | None:
        """A category, or a subcategory under a parent."""
        if name is None:
            return None
        key = (parent_id, clean_line(name)[:_NAME_LIMIT] or "?")
        found = self._categories.get(key)
        if found is None:
            found = self._categories[key] = derived_id("category", self._source, parent_id or "", key[1])
            self._new_categories.append({"id": found, "parent_id": parent_id, "name": key[1]})
        return found

    def learn(self, incidents: list[SourceIncident]) -> None:
        """See every resolver first, so that somebody who is a caller too is made an agent; and note new groups."""
        for incident in incidents:
            self.resolver(incident.assignee)
            for line, _at, _author, _key, changes, _unseen in incident.rows:
                for field, old, new in changes:
                    if field == "assignee":
                        self.resolver(old)
                        self.resolver(new)
                    elif field == "group" and new is not None:
                        self._note_group(new, line)
            if incident.group is not None:
                self._note_group(incident.group, incident.rows[-1].line)

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
        """Whoever has an incident of a group is a member of it."""
        if group_id is not None and person_id is not None and (group_id, person_id) not in self._members:
            self._members.add((group_id, person_id))
            self._new_members.append((group_id, person_id))

    def save(self, now: Any) -> None:
        """Write everything that was made since the last call; parents come before their subcategories."""
        for names in (self._people, self._groups, self._sites, self._items):
            names.save()
        if self._new_categories:
            self._connection.execute(category.insert(), self._new_categories)
            self._new_categories = []
        if self._new_members:
            rows = [{"group_id": g, "person_id": p, "joined_at": now} for g, p in self._new_members]
            self._connection.execute(group_member.insert(), rows)
            self._new_members = []
