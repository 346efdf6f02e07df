"""The lists of people and teams in the settings: who may what, who is where, how they come in, what they work on."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission, may
from app.domain.vocabulary import OPEN_STATES, Role
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person, site
from app.services.access import visible
from app.services.catalogue.dto import PastChange, Use
from app.services.catalogue.history import history_of
from app.services.command import query
from app.services.matching import begins_with, holds_word_start
from app.services.people.dto import Choice, HandingOn, OpenWork, PersonPage, PersonView, Roster, Standing, TeamView
from app.services.people.handing_on import open_work, planned, work_of_group
from app.services.people.uses import person_uses, team_uses
from app.services.server.dto import LoginView
from app.services.server.logins import all_logins, prefix_of

MOST, MOST_OF_ALL = 200, 20_000
"""How many people one list shows, and how many all lists together; who is not among them is found by a search."""

_IS = {
    Standing.STAFF: person.c.active & (person.c.role != Role.REQUESTER.value),
    Standing.CALLERS: person.c.active & (person.c.role == Role.REQUESTER.value),
    Standing.REMOVED: ~person.c.active,
}
_SHOWN = (
    person.c.id, person.c.name, person.c.email, person.c.phone, person.c.job_title, person.c.role, person.c.active,
    person.c.vip, person.c.handling_note, person.c.site_id, site.c.name.label("site"),
)  # fmt: skip
_OPEN = incident.c.state.in_([state.value for state in OPEN_STATES])


class RosterQueries:
    """What the settings show of people and teams."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.PEOPLE_EDIT)
    def page(self, connection: Connection, actor: Actor, standing: Standing = Standing.STAFF, text: str = "") -> Roster:
        """One of the lists by name, of at most 200 people; `text` begins a word of the name, or the e-mail."""
        conditions: list[ColumnElement[bool]] = [_IS[standing]]
        if text.strip():
            columns = begins_with(person.c.name, text), holds_word_start(person.c.name, text)
            conditions.append(or_(*columns, begins_with(person.c.email, text)))
        return self._roster(connection, actor, conditions, MOST)

    @query(Permission.PEOPLE_EDIT)
    def everybody(self, connection: Connection, actor: Actor) -> Roster:
        """Who works at the desk, then who calls it, each by name, those who were removed too; at most 20,000."""
        return self._roster(connection, actor, (), MOST_OF_ALL)

    @query(Permission.PEOPLE_EDIT)
    def person(self, connection: Connection, actor: Actor, person_id: str) -> PersonPage:
        """One person; NotFound for one who does not exist."""
        roster = self._roster(connection, actor, (person.c.id == person_id,), 1)
        if not roster.people:
            raise NotFound(tr("This person does not exist any more. Go back to the list."))
        return PersonPage(roster.people[0], roster.groups, roster.login_prefix)

    @query(Permission.PEOPLE_EDIT)
    def history(self, connection: Connection, actor: Actor, person_id: str) -> tuple[PastChange, ...]:
        """Who changed what of a person, newest first; only administrators are told."""
        return history_of(connection, "person", person_id) if may(actor, Permission.PEOPLE_ADMIT) else ()

    @query(Permission.PEOPLE_EDIT)
    def team_history(self, connection: Connection, _actor: Actor, group_id: str) -> tuple[PastChange, ...]:
        """Who changed a team, and who joined and left, newest first."""
        return history_of(connection, "assignment_group", group_id)

    @query(Permission.PEOPLE_EDIT)
    def team(self, connection: Connection, actor: Actor, group_id: str) -> TeamView:
        """One team; NotFound for one that does not exist."""
        found = next((each for each in _teams(connection, actor) if each.id == group_id), None)
        if found is None:
            raise NotFound(tr("This team does not exist any more. Go back to the list."))
        return found

    @query(Permission.PEOPLE_EDIT)
    def team_uses(self, connection: Connection, actor: Actor, group_id: str) -> tuple[Use, ...]:
        """What uses a team."""
        return team_uses(connection, actor, group_id)

    @query(Permission.PEOPLE_EDIT)
    def person_uses(self, connection: Connection, actor: Actor, person_id: str) -> tuple[Use, ...]:
        """What is a person's, or names them."""
        return person_uses(connection, actor, person_id)

    @query(Permission.PEOPLE_EDIT)
    def services(self, connection: Connection, actor: Actor) -> tuple[LoginView, ...]:
        """The logins that are nobody's: those of services that run the timers."""
        if prefix_of(connection) is None or not may(actor, Permission.PEOPLE_ADMIT):
            return ()
        return tuple(each for each in all_logins(connection) if each.is_jobs)

    @query(Permission.PEOPLE_EDIT)
    def teams(self, connection: Connection, actor: Actor) -> tuple[TeamView, ...]:
        """Every assignment group, those in use first, by tier and name."""
        return _teams(connection, actor)

    def _roster(
        self, connection: Connection, actor: Actor, conditions: Sequence[ColumnElement[bool]], most: int
    ) -> Roster:
        callers_last = person.c.role == Role.REQUESTER.value
        chosen = select(*_SHOWN).select_from(person).outerjoin(site, site.c.id == person.c.site_id)
        chosen = chosen.where(*conditions).order_by(callers_last, func.lower(person.c.name), person.c.id)
        rows = connection.execute(chosen.limit(most)).all()
        groups = _groups_of(connection, conditions)
        prefix = prefix_of(connection)
        logins = _by_person(connection, actor) if prefix is not None else {}
        people = tuple(
            PersonView(
                row.id, row.name, row.email or "", row.phone or "", row.job_title or "", Role(row.role), row.active,
                row.vip, tuple(groups[row.id]), logins.get(row.id), row.handling_note or "",
                row.site_id or "", row.site or "",
            )
            for row in rows
        )  # fmt: skip
        return Roster(people, _counts(connection), _groups(connection), prefix)

    @query(Permission.PEOPLE_EDIT)
    def open_work(self, connection: Connection, actor: Actor, person_id: str) -> tuple[OpenWork, ...]:
        """The open incidents that are assigned to a person, as far as the reader sees them, the oldest first."""
        return open_work(connection, actor, person_id)

    @query(Permission.PEOPLE_EDIT)
    def work_of_group(
        self, connection: Connection, actor: Actor, person_id: str, group_id: str
    ) -> tuple[OpenWork, ...]:
        """What of that work goes to the queue of its group when they leave this group."""
        return work_of_group(connection, actor, person_id, group_id)

    @query(Permission.PEOPLE_EDIT)
    def handing_on(self, connection: Connection, actor: Actor, person_id: str, to_person_id: str) -> HandingOn:
        """What would become of that work if somebody took it; with an empty id all goes back to its groups."""
        return planned(connection, actor, person_id, to_person_id)


def _teams(connection: Connection, actor: Actor) -> tuple[TeamView, ...]:
    members: dict[str, list[Choice]] = defaultdict(list)
    joined = select(group_member.c.group_id, person.c.id, person.c.name, func.coalesce(person.c.job_title, ""))
    joined = joined.join_from(group_member, person).where(person.c.active).order_by(func.lower(person.c.name))
    for group_id, *who in connection.execute(joined):
        members[group_id].append(Choice(*who))
    counted = select(incident.c.group_id, func.count()).where(_OPEN, visible(actor)).group_by(incident.c.group_id)
    count_of: dict[str | None, int] = {row[0]: row[1] for row in connection.execute(counted)}
    group = assignment_group.c
    rows = connection.execute(
        select(group.id, group.name, group.tier, group.active)
        .select_from(assignment_group)
        .order_by(group.active.desc(), group.tier, func.lower(group.name))
    )
    return tuple(TeamView(*row, tuple(members[row.id]), count_of.get(row.id, 0)) for row in rows)


def _by_person(connection: Connection, actor: Actor) -> dict[str, LoginView]:
    if not may(actor, Permission.PEOPLE_ADMIT):
        return {}
    return {each.person_id: each for each in all_logins(connection) if each.person_id is not None}


def _groups_of(connection: Connection, conditions: Sequence[ColumnElement[bool]]) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = defaultdict(list)
    rows = connection.execute(
        select(group_member.c.person_id, assignment_group.c.id, assignment_group.c.name)
        .join_from(group_member, assignment_group)
        .join(person, person.c.id == group_member.c.person_id)
        .where(*conditions)
        .order_by(func.lower(assignment_group.c.name))
    )
    for person_id, *group in rows:
        found[person_id].append(Choice(*group))
    return found


def _groups(connection: Connection) -> tuple[Choice, ...]:
    group = assignment_group.c
    rows = connection.execute(select(group.id, group.name).where(group.active).order_by(func.lower(group.name)))
    return tuple(Choice(*row) for row in rows)


def _counts(connection: Connection) -> dict[Standing, int]:
    counted = select(*(func.count().filter(condition) for condition in _IS.values())).select_from(person)
    return dict(zip(_IS, connection.execute(counted).one(), strict=True))
