"""Who is there and what there is to choose."""

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission
from app.domain.text import clean_line
from app.domain.vocabulary import WORKING_ROLES, Role
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.models.catalogue import category, configuration_item, service
from app.models.people import assignment_group, group_member, person, site
from app.services.command import query
from app.services.matching import begins_with, holds_word_start
from app.services.people.dto import Choice, PersonChoice, Subcategory

_PERSON_COLUMNS = (
    person.c.id,
    person.c.name,
    person.c.email,
    person.c.phone,
    person.c.job_title,
    site.c.name.label("site_name"),
    person.c.vip,
    person.c.handling_note,
)


class PeopleQueries:
    """Who is there and what there is to choose."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.PEOPLE_READ)
    def search(self, connection: Connection, _actor: Actor, text: str, limit: int = 12) -> tuple[PersonChoice, ...]:
        """People whose name, a word of it, e-mail or phone begins with the text; exact beginnings of the name first."""
        wanted = clean_line(text)
        begins = begins_with(person.c.name, wanted)
        word = holds_word_start(person.c.name, wanted)
        mail = begins_with(person.c.email, wanted)
        phone = person.c.phone.contains(wanted, autoescape=True)
        statement = (
            select(*_PERSON_COLUMNS)
            .outerjoin(site, site.c.id == person.c.site_id)
            .where(person.c.active, or_(begins, word, mail, phone))
            .order_by(begins.desc(), person.c.name)
            .limit(limit)
        )
        return tuple(PersonChoice(*row) for row in connection.execute(statement))

    @query(Permission.PEOPLE_READ)
    def agents(self, connection: Connection, _actor: Actor, group_id: str | None = None) -> tuple[Choice, ...]:
        """Who can be an assignee: the members of the group, or everybody who works at the desk."""
        statement = select(person.c.id, person.c.name, func.coalesce(person.c.job_title, "")).where(person.c.active)
        if group_id is None:
            statement = statement.where(person.c.role.in_(WORKING_ROLES))
        else:
            statement = statement.join(group_member, group_member.c.person_id == person.c.id).where(
                group_member.c.group_id == group_id
            )
        return tuple(Choice(*row) for row in connection.execute(statement.order_by(person.c.name)))

    @query(Permission.PEOPLE_READ)
    def mentionable(self, connection: Connection, _actor: Actor) -> tuple[Choice, ...]:
        """Whom a note can mention: everybody at the desk, those who only read too."""
        statement = select(person.c.id, person.c.name, func.coalesce(person.c.job_title, ""))
        statement = statement.where(person.c.active, person.c.role != Role.REQUESTER.value).order_by(person.c.name)
        return tuple(Choice(*row) for row in connection.execute(statement))

    @query(Permission.PEOPLE_READ)
    def own_groups(self, connection: Connection, actor: Actor) -> tuple[Choice, ...]:
        """The active groups of which the actor is a member."""
        group = assignment_group.c
        statement = select(group.id, group.name).join(group_member, group_member.c.group_id == group.id)
        statement = statement.where(group.active, group_member.c.person_id == actor.person_id)
        return tuple(Choice(*row) for row in connection.execute(statement.order_by(group.name)))

    @query(Permission.SETTINGS_READ)
    def groups(self, connection: Connection, _actor: Actor) -> tuple[Choice, ...]:
        """The assignment groups in use."""
        return _choices(connection, assignment_group)

    @query(Permission.SETTINGS_READ)
    def services(self, connection: Connection, _actor: Actor) -> tuple[Choice, ...]:
        """The services in use."""
        return _choices(connection, service)

    @query(Permission.SETTINGS_READ)
    def sites(self, connection: Connection, _actor: Actor) -> tuple[Choice, ...]:
        """The sites in use."""
        return _choices(connection, site)

    @query(Permission.SETTINGS_READ)
    def configuration_items(self, connection: Connection, _actor: Actor) -> tuple[Choice, ...]:
        """The configuration items in use."""
        return _choices(connection, configuration_item)

    @query(Permission.SETTINGS_READ)
    def categories(self, connection: Connection, _actor: Actor, parent_id: str | None = None) -> tuple[Choice, ...]:
        """The categories, or the subcategories of one."""
        above = category.c.parent_id.is_(None) if parent_id is None else category.c.parent_id == parent_id
        return _choices(connection, category, above)

    @query(Permission.SETTINGS_READ)
    def subcategories(self, connection: Connection, _actor: Actor) -> tuple[Subcategory, ...]:
        """The subcategories of all categories, each with the one it belongs to."""
        above = category.alias("above")
        rows = connection.execute(
            select(above.c.id, category.c.id, above.c.name, category.c.name)
            .join(above, above.c.id == category.c.parent_id)
            .where(category.c.active, above.c.active)
            .order_by(above.c.name, category.c.name)
        )
        return tuple(Subcategory(*row) for row in rows)

    @query(Permission.INCIDENT_READ_OWN)
    def me(self, connection: Connection, actor: Actor) -> Actor:
        """The actor as the database knows them now, with their groups."""
        return load_actor(connection, actor.person_id)


def load_actor(connection: Connection, person_id: str) -> Actor:
    """The person as an actor; `NotFound` when they do not exist or are no longer active."""
    known = select(person.c.id, person.c.name, person.c.role, person.c.time_zone)
    row = connection.execute(known.where(person.c.id == person_id, person.c.active)).one_or_none()
    if row is None:
        raise NotFound(tr("You are not known at this desk, or no longer active. Ask an administrator to add you."))
    groups = connection.execute(select(group_member.c.group_id).where(group_member.c.person_id == person_id)).scalars()
    return Actor(row.id, row.name, Role(row.role), frozenset(groups), row.time_zone)


def _choices(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> tuple[Choice, ...]:
    statement = select(table.c.id, table.c.name).where(table.c.active, *conditions).order_by(table.c.name)
    return tuple(Choice(*row) for row in connection.execute(statement))
