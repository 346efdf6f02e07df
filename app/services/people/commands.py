"""Adding people, groups, sites, services and categories."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import ColumnElement, Select, String, Table, select, update

from app.domain.errors import BadInput, NotAllowed, NotFound
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import ROLE_PERMISSIONS, Permission
from app.domain.record_names import column_name
from app.domain.text import clean_line, is_mail_address
from app.domain.vocabulary import Role
from app.domain.wording import inside, tr
from app.infra.unit_of_work import Store, Work
from app.models.catalogue import category, configuration_item, service
from app.models.people import assignment_group, group_member, person, site
from app.services.command import command
from app.services.people.dto import NOTE_LIMIT, NewPerson
from app.services.people.readers import refuse_member


class PeopleCommands:
    """Adding people, groups, sites, services and categories."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_EDIT)
    def add_caller(self, work: Work, new: NewPerson) -> str:
        """Add a caller in the middle of a call; returns the id. Any other role needs `add_person`."""
        return insert_caller(work, new)

    @command(Permission.PEOPLE_EDIT)
    def add_person(self, work: Work, new: NewPerson) -> str:
        """Add a person; nobody can give a role that may more than their own. Returns the id."""
        return insert_person(work, new)

    @command(Permission.PEOPLE_EDIT)
    def add_group(self, work: Work, name: str, tier: int = 1, members: tuple[str, ...] = ()) -> str:
        """Add an assignment group of a tier from 1 to 9 with its members; returns the id."""
        _check_tier(tier)
        group_id = _add_named(work, assignment_group, name, {"tier": tier})
        for person_id in dict.fromkeys(members):
            refuse_member(work.connection, person_id)
            row = {"group_id": group_id, "person_id": person_id, "joined_at": work.now}
            work.connection.execute(group_member.insert(), checked(work, group_member, row))
        return group_id

    @command(Permission.PEOPLE_EDIT)
    def add_member(self, work: Work, group_id: str, person_id: str) -> None:
        """Make a person a member of a group; already a member is fine."""
        join(work, group_id, person_id)

    @command(Permission.PEOPLE_EDIT)
    def change_group(self, work: Work, group_id: str, name: str, tier: int) -> None:
        """Give a group another name or tier."""
        _check_tier(tier)
        cleaned = _free_name(work, assignment_group, name, assignment_group.c.id != group_id)
        values = checked(work, assignment_group, {"name": cleaned, "tier": tier})
        done = work.connection.execute(update(assignment_group).where(assignment_group.c.id == group_id).values(values))
        if done.rowcount == 0:
            raise NotFound(tr("This group does not exist."))
        work.events.append(ReferenceDataChanged(work.actor.person_id, "assignment_group"))

    @command(Permission.PEOPLE_EDIT)
    def use_group(self, work: Work, group_id: str, *, in_use: bool) -> None:
        """Take a group out of the pick lists, or bring it back; what is assigned to it stays so."""
        done = work.connection.execute(
            update(assignment_group).where(assignment_group.c.id == group_id).values(active=in_use)
        )
        if done.rowcount == 0:
            raise NotFound(tr("This group does not exist."))
        work.events.append(ReferenceDataChanged(work.actor.person_id, "assignment_group"))

    @command(Permission.PEOPLE_EDIT)
    def add_site(self, work: Work, name: str, time_zone: str = "UTC") -> str:
        """Add a site; returns the id."""
        return _add_named(work, site, name, {"time_zone": time_zone})

    @command(Permission.CATALOGUE_EDIT)
    def add_service(self, work: Work, name: str, owner_group_id: str | None = None, criticality: int = 3) -> str:
        """Add a service of the catalogue; criticality is 1, the most critical, to 5. Returns the id."""
        if not 1 <= criticality <= 5:
            raise BadInput(
                tr("Criticality {criticality} is not on the scale: choose 1 to 5.", criticality=criticality),
                "criticality",
            )
        return _add_named(work, service, name, {"owner_group_id": owner_group_id, "criticality": criticality})

    @command(Permission.CATALOGUE_EDIT)
    def add_configuration_item(
        self, work: Work, name: str, kind: str = "other", service_id: str | None = None, site_id: str | None = None
    ) -> str:
        """Add a configuration item; returns the id."""
        return insert_item(work, name, kind, service_id, site_id)

    @command(Permission.CATALOGUE_EDIT)
    def add_category(self, work: Work, name: str, parent_id: str | None = None) -> str:
        """Add a category, or a subcategory below one; returns the id."""
        return _add_named(work, category, name, {"parent_id": parent_id})


def join(work: Work, group_id: str, person_id: str) -> None:
    """Make a person a member of a group, unless they are one."""
    known = select(group_member.c.person_id).where(
        group_member.c.group_id == group_id, group_member.c.person_id == person_id
    )
    if work.connection.execute(known).one_or_none() is None:
        refuse_member(work.connection, person_id)
        row = {"group_id": group_id, "person_id": person_id, "joined_at": work.now}
        work.connection.execute(group_member.insert(), checked(work, group_member, row))
        work.events.append(ReferenceDataChanged(work.actor.person_id, "group_member"))


def insert_item(work: Work, name: str, kind: str, service_id: str | None, site_id: str | None) -> str:
    """Write the row of a configuration item; returns the id."""
    values = {"kind": item_kind(kind), "service_id": service_id, "site_id": site_id}
    return _add_named(work, configuration_item, name, values)


def item_kind(text: str) -> str:
    """What a configuration item is, such as server; `other` for nothing."""
    return clean_line(text) or "other"


def insert_caller(work: Work, new: NewPerson) -> str:
    """Write the row of a caller, unless there is one of that id; BadInput for any other role. Returns the id."""
    if new.role is not Role.REQUESTER:
        raise BadInput(tr("Only a caller can be added here. A supervisor adds people who work at the desk."), "role")
    return _insert(work, new)


def insert_person(work: Work, new: NewPerson) -> str:
    """Write the row of a person; NotAllowed for a role that may more than the actor's. Returns the id."""
    if not ROLE_PERMISSIONS[new.role] <= ROLE_PERMISSIONS[work.actor.role]:
        raise NotAllowed(tr("Only an admin can add an {role}. Ask one to do it.", role=inside(new.role.label)))
    return _insert(work, new)


def _insert(work: Work, new: NewPerson) -> str:
    name = clean_line(new.name)
    if not name:
        raise BadInput(tr("A person needs a name."), "name")
    if work.connection.execute(select(person.c.id).where(person.c.id == new.id)).one_or_none() is None:
        row = {
            "id": new.id,
            "name": name,
            "email": clean_line(new.email) or None,
            "phone": clean_line(new.phone) or None,
            "job_title": clean_line(new.job_title) or None,
            "role": new.role.value,
            "site_id": new.site_id,
            "vip": new.vip,
            "language": new.language,
            "time_zone": new.time_zone,
            "handling_note": handling_note(new.handling_note),
        }
        work.connection.execute(person.insert(), checked(work, person, row))
        work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))
    return new.id


def handling_note(text: str) -> str | None:
    """How somebody wants to be treated, in a line that is read while one dials; None for an empty one."""
    note = clean_line(text)
    if len(note) > NOTE_LIMIT:
        raise BadInput(
            tr(
                "The note has {count} characters, {note_limit} is the limit. Shorten it.",
                count=len(note),
                note_limit=NOTE_LIMIT,
            ),
            "handling_note",
        )
    return note or None


def _check_tier(tier: int) -> None:
    if not 1 <= tier <= 9:
        raise BadInput(tr("Tier {tier} is not on the scale: choose 1 to 9.", tier=tier), "tier")


def _free_name(work: Work, table: Table, name: str, *among: ColumnElement[bool], parent_id: str | None = None) -> str:
    cleaned = clean_line(name)
    if not cleaned:
        raise BadInput(tr("A name is needed."), "name")
    if work.connection.execute(same_name(table, cleaned, parent_id).where(*among)).first() is not None:
        raise BadInput(tr("{cleaned} exists already. Choose another name.", cleaned=f"{cleaned!r}"), "name")
    return cleaned


def _add_named(work: Work, table: Table, name: str, values: Mapping[str, Any]) -> str:
    cleaned = _free_name(work, table, name, parent_id=values.get("parent_id"))
    new_id = work.new_id()
    work.connection.execute(table.insert(), checked(work, table, {"id": new_id, "name": cleaned, **values}))
    work.events.append(ReferenceDataChanged(work.actor.person_id, table.name))
    return new_id


def same_name(table: Table, name: str, parent_id: str | None) -> Select[Any]:
    """The rows that have a name already; names of categories are told apart below one and the same."""
    same = select(table.c.id).where(table.c.name == name)
    if "parent_id" in table.c:
        same = same.where(table.c.parent_id.is_(None) if parent_id is None else table.c.parent_id == parent_id)
    return same


def checked(work: Work, table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The same row, or `BadInput`: the databases differ in what they refuse, and neither says it in words."""
    for name, value in row.items():
        column = table.c[name]
        shown = inside(column_name(table.name, name))
        limit = column.type.length if isinstance(column.type, String) else None
        if limit and isinstance(value, str) and not column.primary_key and len(value) > limit:
            raise BadInput(
                tr(
                    "The {shown} has {count} characters, {limit} is the limit. Shorten it.",
                    shown=shown,
                    count=len(value),
                    limit=limit,
                ),
                name,
            )
        for key in column.foreign_keys if value is not None else ():
            target = key.column
            if work.connection.execute(select(target).where(target == value)).first() is None:
                raise BadInput(tr("The chosen {shown} does not exist any more. Choose another one.", shown=shown), name)
        if name == "email" and value and not is_mail_address(str(value)):
            raise BadInput(
                tr("“{text}” is no e-mail address. Give one such as mara@example.com, or leave it empty.", text=value),
                name,
            )
        if name == "time_zone" and value not in _time_zones():
            raise BadInput(tr("{value} is no time zone. Give one such as Europe/Lisbon.", value=f"{value!r}"), name)
    return row


@cache
def _time_zones() -> set[str]:
    """Every time zone by name; finding them looks into six hundred files, and they stay as they are."""
    return available_timezones()
