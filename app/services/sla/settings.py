"""Reading what the settings show: calendars and policies with their versions, hours, lists of holidays."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from app.domain.actor import Actor
from app.domain.calendar import Holiday
from app.domain.errors import NotFound
from app.domain.permissions import Permission
from app.domain.sla.policy import Policy
from app.domain.vocabulary import WORKING_ROLES
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.models.clocks import calendar, calendar_version, group_hours, person_hours, sla_book, sla_policy_version
from app.models.people import assignment_group, group_member, person
from app.services.command import query
from app.services.settings import load_value
from app.services.sla import holiday_lists
from app.services.sla.books import DEFAULT_CALENDAR
from app.services.sla.definitions import calendar_from_data, policy_from_data
from app.services.sla.preview import due_changes
from app.services.sla.settings_dto import (
    BookView,
    CalendarVersionView,
    CalendarView,
    DueChange,
    GroupHours,
    Member,
    PersonHours,
    Place,
)

_SETS = {"desk": "", "imported": " (imported)"}


class SlaSettingsQueries:
    """Everything that the pages of the settings read about service levels."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL)
    def calendars(self, connection: Connection, _actor: Actor) -> tuple[CalendarView, ...]:
        """Every calendar in use by its newest version, by name."""
        version, newest = calendar_version.c, func.max(calendar_version.c.number).label("number")
        last = select(version.calendar_id, newest).group_by(version.calendar_id).subquery()
        rows = connection.execute(
            select(calendar.c.id, calendar.c.name, version.number, version.effective_from, version.definition)
            .join(calendar_version, version.calendar_id == calendar.c.id)
            .join(last, (last.c.calendar_id == version.calendar_id) & (last.c.number == version.number))
            .where(calendar.c.active)
            .order_by(calendar.c.name)
        )
        used, default = _used_by(connection), load_value(connection, DEFAULT_CALENDAR)
        return tuple(
            CalendarView(
                row.id,
                row.name,
                calendar_from_data(row.definition),
                row.number,
                row.effective_from,
                tuple(used.get(row.id, ())),
                row.id == default,
            )
            for row in rows
        )

    @query(Permission.INCIDENT_READ_ALL)
    def calendar_versions(
        self, connection: Connection, _actor: Actor, calendar_id: str
    ) -> tuple[CalendarVersionView, ...]:
        """The versions of a calendar in order; `NotFound` for one that does not exist."""
        version = calendar_version.c
        rows = connection.execute(
            select(*version, person.c.name.label("author"))
            .outerjoin(person, person.c.id == version.created_by_id)
            .where(version.calendar_id == calendar_id)
            .order_by(version.number)
        ).all()
        if not rows:
            raise NotFound(tr("This calendar does not exist any more. Go back to all calendars."))
        return tuple(
            CalendarVersionView(
                row.number,
                row.effective_from,
                row.created_at,
                row.author,
                row.note,
                calendar_from_data(row.definition),
            )
            for row in rows
        )

    @query(Permission.INCIDENT_READ_ALL)
    def books(self, connection: Connection, _actor: Actor, policy_set: str) -> tuple[BookView, ...]:
        """The books of a set in order, each with its policies."""
        book, version = sla_book.c, sla_policy_version.c
        policies = {
            (row.policy_id, row.number): policy_from_data(row.policy_id, row.number, row.definition)
            for row in connection.execute(select(version.policy_id, version.number, version.definition))
        }
        rows = connection.execute(
            select(*book, person.c.name.label("author"))
            .outerjoin(person, person.c.id == book.created_by_id)
            .where(book.policy_set == policy_set)
            .order_by(book.number)
        )
        return tuple(
            BookView(
                row.number,
                row.effective_from,
                row.created_at,
                row.author,
                row.note,
                row.applies_to_open,
                tuple(policies[policy_id, number] for policy_id, number in row.policies),
            )
            for row in rows
        )

    @query(Permission.SLA_EDIT)
    def preview_book(
        self, connection: Connection, actor: Actor, policy_set: str, policies: Sequence[Policy]
    ) -> tuple[DueChange, ...]:
        """Which due times of open incidents would change if these policies applied to them from now on."""
        return due_changes(connection, actor, policy_set, tuple(policies), self.store.clock.now())

    @query(Permission.INCIDENT_READ_ALL)
    def group_hours(self, connection: Connection, _actor: Actor) -> tuple[GroupHours, ...]:
        """The groups in use with their hours and their members, by name."""
        member = group_member.c
        members: dict[str, list[Member]] = defaultdict(list)
        joined = select(member.group_id, person.c.id, person.c.name, member.is_lead).join_from(group_member, person)
        for group_id, *who in connection.execute(joined.where(person.c.active).order_by(person.c.name)):
            members[group_id].append(Member(*who))
        group, hours = assignment_group.c, group_hours.c
        rows = connection.execute(
            select(group.id, group.name, group.tier, hours.calendar_id, hours.next_group_id)
            .outerjoin(group_hours, hours.group_id == group.id)
            .where(group.active)
            .order_by(group.name)
        )
        return tuple(GroupHours(*row, tuple(members[row.id])) for row in rows)

    @query(Permission.INCIDENT_READ_ALL)
    def person_hours(self, connection: Connection, _actor: Actor) -> tuple[PersonHours, ...]:
        """Everybody who works at the desk with their hours, by name."""
        rows = connection.execute(
            select(person.c.id, person.c.name, func.coalesce(person.c.job_title, ""), person_hours.c.calendar_id)
            .outerjoin(person_hours, person_hours.c.person_id == person.c.id)
            .where(person.c.active, person.c.role.in_(WORKING_ROLES))
            .order_by(person.c.name)
        )
        return tuple(PersonHours(*row) for row in rows)

    @query(Permission.INCIDENT_READ_ALL)
    def holiday_countries(self, _connection: Connection, _actor: Actor) -> tuple[Place, ...]:
        """The countries that have a list of holidays."""
        return holiday_lists.countries()

    @query(Permission.INCIDENT_READ_ALL)
    def holiday_regions(self, _connection: Connection, _actor: Actor, country: str) -> tuple[Place, ...]:
        """The regions of a country with a list of their own."""
        return holiday_lists.regions(country)

    @query(Permission.INCIDENT_READ_ALL)
    def holiday_list(
        self, _connection: Connection, _actor: Actor, country: str, region: str | None, years: Sequence[int]
    ) -> tuple[Holiday, ...]:
        """The holidays of a country or region in these years, to be reviewed before any is used."""
        return holiday_lists.holidays_of(country, region, years)


def _used_by(connection: Connection) -> dict[str, list[str]]:
    """By calendar, what counts by it: policies of the newest books, groups and people."""
    found: dict[str, list[str]] = defaultdict(list)
    newest: dict[str, Any] = {}
    for row in connection.execute(select(sla_book.c.policy_set, sla_book.c.policies).order_by(sla_book.c.number)):
        newest[row.policy_set] = row.policies
    version = sla_policy_version.c
    stored = {
        (row.policy_id, row.number): row.definition
        for row in connection.execute(select(version.policy_id, version.number, version.definition))
    }
    for policy_set, policies in newest.items():
        for policy_id, number in policies:
            definition = stored[policy_id, number]
            if definition.get("calendar_id"):
                found[definition["calendar_id"]].append(f"policy {definition['name']}{_SETS[policy_set]}")
    for hours, table, key in (
        (group_hours, assignment_group, group_hours.c.group_id),
        (person_hours, person, person_hours.c.person_id),
    ):
        named = select(hours.c.calendar_id, table.c.name).join(table, table.c.id == key).order_by(table.c.name)
        for calendar_id, name in connection.execute(named):
            if calendar_id:
                found[calendar_id].append(name)
    return found
