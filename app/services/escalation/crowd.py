"""Who is at the desk: members and leads of groups, and who is meant by lead, manager and head."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from app.domain.escalation.rules import Recipient, RecipientKind
from app.domain.escalation.words import Level
from app.domain.vocabulary import WORKING_ROLES, Role
from app.infra.unit_of_work import Work
from app.models.people import assignment_group, group_member, person
from app.services.escalation.dto import CHAIN
from app.services.settings import load_value

_LEVELS = {RecipientKind.LEAD: Level.LEAD, RecipientKind.MANAGER: Level.MANAGER, RecipientKind.HEAD: Level.HEAD}


class Group(NamedTuple):
    """An assignment group in use."""

    id: str
    name: str
    tier: int


class Crowd:
    """The active people who work at the desk, read once for a transaction or a query."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(
            select(person.c.id, person.c.name, person.c.role)
            .where(person.c.active, person.c.role.in_(WORKING_ROLES))
            .order_by(person.c.name, person.c.id)
        ).all()
        self.names: dict[str, str] = {row.id: row.name for row in rows}
        self._roles: dict[str, str] = {row.id: row.role for row in rows}
        self.members: dict[str, list[str]] = {}
        self._leads: dict[str, list[str]] = {}
        of_groups = connection.execute(
            select(group_member.c.group_id, group_member.c.person_id, group_member.c.is_lead)
            .join(person, person.c.id == group_member.c.person_id)
            .order_by(person.c.name, person.c.id)
        )
        for row in of_groups:
            if row.person_id in self.names:
                self.members.setdefault(row.group_id, []).append(row.person_id)
                if row.is_lead:
                    self._leads.setdefault(row.group_id, []).append(row.person_id)
        found = connection.execute(
            select(assignment_group.c.id, assignment_group.c.name, assignment_group.c.tier)
            .where(assignment_group.c.active)
            .order_by(assignment_group.c.tier, assignment_group.c.name)
        )
        self.groups: dict[str, Group] = {row.id: Group(*row) for row in found}
        chain = load_value(connection, CHAIN) or {}
        self._chosen: dict[Level, list[str]] = {
            Level.MANAGER: list(chain.get("manager", ())),
            Level.HEAD: list(chain.get("head", ())),
        }

    def chosen(self, level: Level) -> list[str]:
        """Who was chosen for a level in the settings and is still here."""
        return [who for who in self._chosen.get(level, ()) if who in self.names]

    def at_level(self, level: Level, group_id: str | None) -> list[str]:
        """Whom a level means for a group.

        Lead: the leads of the group, else its supervisors. Manager: who is chosen in the settings, else the
        supervisors. Head: who is chosen, else the administrators. Where nobody is found, whoever stands above is meant.
        """
        supervisors = self._of_role(Role.SUPERVISOR)
        if level is Level.LEAD:
            members = self.members.get(group_id or "", [])
            found = self._leads.get(group_id or "", []) or [who for who in members if who in supervisors]
            return found or self.at_level(Level.MANAGER, group_id)
        if level is Level.MANAGER:
            return self.chosen(level) or supervisors or self.at_level(Level.HEAD, group_id)
        return self.chosen(level) or self._of_role(Role.ADMIN) or supervisors

    def meant(self, recipient: Recipient, row: Row[Any]) -> list[str]:
        """Whom a rule means by a recipient, for this incident."""
        kind, who = recipient
        if kind is RecipientKind.ASSIGNEE:
            return [row.assignee_id] if row.assignee_id in self.names else []
        if kind is RecipientKind.GROUP:
            return self.members.get(row.group_id or "", [])
        if kind is RecipientKind.NAMED_GROUP:
            return self.members.get(who or "", [])
        if kind is RecipientKind.PERSON:
            return [who] if who in self.names else []
        return self.at_level(_LEVELS[kind], row.group_id)

    def may_read(self, people: Iterable[str], row: Row[Any]) -> list[str]:
        """Those of the people who may see the incident, each once: a restricted one is for members of its group."""
        found = list(dict.fromkeys(people))
        if row.restricted_group_id is None:
            return found
        members = self.members.get(row.restricted_group_id, ())
        return [who for who in found if who in members]

    def is_supervisor(self, person_id: str | None) -> bool:
        """Whether the person leads the desk."""
        return self._roles.get(person_id or "") in {Role.SUPERVISOR.value, Role.ADMIN.value}

    def supervisors(self) -> list[str]:
        """Everybody who leads the desk; where there is no supervisor, the administrators do."""
        return self._of_role(Role.SUPERVISOR) or self._of_role(Role.ADMIN)

    def next_tier(self, group_id: str | None, owner_group_id: str | None) -> Group | None:
        """What "next tier" means: the owner of the service if it stands higher, else the first of the nearest tier."""
        here = self.groups.get(group_id or "")
        tier = 0 if here is None else here.tier
        higher = [group for group in self.groups.values() if group.tier > tier]
        owner = next((group for group in higher if group.id == owner_group_id), None)
        return owner or next(iter(higher), None)

    def tiers(self) -> dict[str, int]:
        """The tier of every group in use, by its identifier."""
        return {group.id: group.tier for group in self.groups.values()}

    def shown(self, people: Iterable[str]) -> tuple[str, ...]:
        """The names of people, in the order given."""
        return tuple(self.names[who] for who in people if who in self.names)

    def _of_role(self, role: Role) -> list[str]:
        return [who for who, theirs in self._roles.items() if theirs == role.value]


def crowd_of(work: Work) -> Crowd:
    """The crowd as this transaction sees it, read once."""
    found = work.looked_up.get("crowd")
    if not isinstance(found, Crowd):
        found = work.looked_up["crowd"] = Crowd(work.connection)
    return found
