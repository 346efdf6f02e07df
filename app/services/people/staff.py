"""Who comes in and what they may: adding people with a login, changing roles, resetting passwords, letting people go.

On a shared PostgreSQL the database decides (`migrations/sql/rights/5_people.sql`); in a file the rules here do.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import func, select, update

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import ROLE_PERMISSIONS, Permission, demand
from app.domain.text import clean_line
from app.domain.vocabulary import Role
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.people import group_member, person
from app.services.command import command
from app.services.incidents.commands import PATIENT
from app.services.incidents.dto import Outcome
from app.services.incidents.many import take_back_many
from app.services.people.commands import checked, handling_note, insert_person, join
from app.services.people.dto import HandedOn, HandingOn, LeftGroup, NewPerson
from app.services.people.handing_on import hand_on, leave, take_back
from app.services.people.readers import refuse_groups, refuse_reader, refuse_while_at_work
from app.services.server import logins
from app.services.server.dto import NewLogin

_TEXTS = ("name", "email", "phone", "job_title")


class StaffCommands:
    """People of the desk, and their logins where it is shared."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.PEOPLE_EDIT)
    def add(self, work: Work, new: NewPerson, groups: Sequence[str] = (), login: str = "") -> NewLogin | None:
        """Add a person to groups and, where a login is named, let them in; its first password is returned once."""
        if login:
            demand(work.actor, Permission.PEOPLE_ADMIT)
        refuse_groups(new.role, groups)
        insert_person(work, new)
        for group_id in dict.fromkeys(groups):
            row = {"group_id": group_id, "person_id": new.id, "joined_at": work.now}
            work.connection.execute(group_member.insert(), checked(work, group_member, row))
        return logins.add_login(work.connection, new.id, login) if login else None

    @command(Permission.PEOPLE_EDIT)
    def change(self, work: Work, person_id: str, changes: Mapping[str, str | bool]) -> None:
        """Write what is known of a person: name, email, phone, job_title, site_id, vip and handling_note."""
        _of_lower_rank(work, person_id)
        unknown = changes.keys() - {*_TEXTS, "vip", "handling_note", "site_id"}
        if unknown:
            raise BadInput(
                tr("{unknown} cannot be changed like this.", unknown=min(unknown).replace("_", " ").capitalize())
            )
        row: dict[str, object] = {name: clean_line(str(changes[name])) or None for name in _TEXTS if name in changes}
        if "name" in row and row["name"] is None:
            raise BadInput(tr("A person needs a name."), "name")
        if "site_id" in changes:
            row["site_id"] = str(changes["site_id"]) or None
        if "vip" in changes:
            row["vip"] = bool(changes["vip"])
        if "handling_note" in changes:
            row["handling_note"] = handling_note(str(changes["handling_note"]))
        _update(work, person_id, checked(work, person, row))

    @command(Permission.PEOPLE_ADMIT)
    def change_role(self, work: Work, person_id: str, role: Role) -> None:
        """What a person may from now on; Refused where nobody would remain who can let people in.

        Refused too where somebody would be a reader who has open work or is in a group.
        """
        found = _of_lower_rank(work, person_id)
        if found.role is Role.ADMIN and role is not Role.ADMIN:
            _somebody_remains(work, person_id)
        if role is Role.READER and found.role is not role:
            refuse_while_at_work(work, person_id, found.name)
        if work.connection.dialect.name == "sqlite":
            _update(work, person_id, {"role": role.value})
        else:
            logins.change_role(work.connection, person_id, role.value)
            work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))

    @command(Permission.PEOPLE_EDIT)
    def remove(self, work: Work, person_id: str) -> None:
        """Take a person out of the desk: out of the pick lists, and on a shared desk out of every session, at once.

        What they wrote stays, and so does their open work, until somebody moves it.
        """
        _take_out(work, person_id)

    @command(Permission.PEOPLE_EDIT)
    def bring_back(self, work: Work, person_id: str) -> None:
        """Undo a removal; on a shared desk they get a new login when they are to come in again."""
        _of_lower_rank(work, person_id)
        _update(work, person_id, {"active": True})

    @command(Permission.PEOPLE_ADMIT)
    def give_login(self, work: Work, person_id: str, login: str) -> NewLogin:
        """Let a person in by a login of their own; its first password is returned once and kept nowhere."""
        found = _found(work, person_id)
        logins.needed_prefix(work.connection)
        if not found.active:
            raise Refused(tr("{found} was removed. Bring them back first.", found=found.name))
        known = [each.name for each in logins.all_logins(work.connection) if each.person_id == person_id]
        if known:
            raise Refused(
                tr("{found} comes in as {known} already. Reset the password instead.", found=found.name, known=known[0])
            )
        made = logins.add_login(work.connection, person_id, login)
        work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))
        return made

    @command(Permission.PEOPLE_ADMIT)
    def reset_password(self, work: Work, person_id: str) -> NewLogin:
        """A new first password for who forgot theirs, returned once; until it is changed they see nothing."""
        _not_yourself(work, person_id, tr("Change your own password under Desk and connection."))
        logins.needed_prefix(work.connection)
        made = logins.reset_password(work.connection, person_id)
        work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))
        return made

    @command(Permission.PEOPLE_ADMIT)
    def lock(self, work: Work, person_id: str) -> None:
        """Take a person's login away and end their sessions at once; they stay at the desk, and can get a new one."""
        _not_yourself(work, person_id, tr("You cannot lock yourself out. Ask another administrator to do it."))
        logins.needed_prefix(work.connection)
        _found(work, person_id)
        logins.remove_login(work.connection, person_id)
        work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))

    @command(Permission.PEOPLE_ADMIT)
    def add_service(self, work: Work, login: str) -> NewLogin:
        """Give `main.py jobs run` a login of its own, which sees every incident and may only what timers do."""
        return logins.add_service_login(work.connection, login)

    @command(Permission.PEOPLE_ADMIT)
    def remove_service(self, work: Work, login: str) -> str:
        """Take the login of a service away; returns its whole name."""
        return logins.remove_service_login(work.connection, login)

    @command(Permission.PEOPLE_EDIT, PATIENT)
    def hand_on(self, work: Work, shown: HandingOn, joining: Sequence[str] = (), *, removes: bool = False) -> HandedOn:
        """Hand the open work of a person on as it was shown, all of it or nothing; whoever takes it joins these groups.

        With `removes` the person is taken out of the desk in the same go. Refused where the work, or who is in the
        groups, changed since it was shown.
        """
        demand(work.actor, Permission.INCIDENT_EDIT)
        if removes:
            _take_out(work, shown.person_id)
        if shown.to_person_id:
            heir = _found(work, shown.to_person_id)
            if not heir.active:
                raise Refused(tr("{found} was removed. Bring them back first.", found=heir.name))
            refuse_reader(work.connection, shown.to_person_id, "to_person_id")
        return hand_on(work, shown, joining, removes=removes)

    @command(Permission.PEOPLE_EDIT, PATIENT)
    def take_back(self, work: Work, handed: HandedOn) -> tuple[Outcome, ...]:
        """Undo that; what somebody changed since stays as it is, and is told."""
        demand(work.actor, Permission.INCIDENT_EDIT)
        if handed.removed:
            _of_lower_rank(work, handed.person_id)
            _update(work, handed.person_id, {"active": True})
        return take_back(work, handed)

    @command(Permission.PEOPLE_EDIT, PATIENT)
    def leave_group(self, work: Work, group_id: str, person_id: str, shown: Sequence[str] | None = None) -> LeftGroup:
        """Take a person out of a group, their open work of it back to its queue. Nobody who is not in it is fine.

        Refused where that is other work than was `shown`, by identifier; None where nobody was asked.
        """
        demand(work.actor, Permission.INCIDENT_EDIT)
        return leave(work, group_id, person_id, shown)

    @command(Permission.PEOPLE_EDIT, PATIENT)
    def rejoin(self, work: Work, left: LeftGroup) -> tuple[Outcome, ...]:
        """Undo that; what somebody changed since stays as it is, and is told."""
        demand(work.actor, Permission.INCIDENT_EDIT)
        join(work, left.group_id, left.person_id)
        return take_back_many(work, left.outcomes)


class _Known(NamedTuple):
    """Who a command is about."""

    name: str
    role: Role
    active: bool


def _found(work: Work, person_id: str) -> _Known:
    columns = select(person.c.name, person.c.role, person.c.active)
    row = work.connection.execute(columns.where(person.c.id == person_id)).one_or_none()
    if row is None:
        raise NotFound(tr("This person does not exist."))
    return _Known(row.name, Role(row.role), row.active)


def _take_out(work: Work, person_id: str) -> None:
    found = _of_lower_rank(work, person_id)
    if person_id == work.actor.person_id:
        raise Refused(tr("You cannot remove yourself. Ask another administrator to do it."))
    if found.role is Role.ADMIN:
        _somebody_remains(work, person_id)
    _update(work, person_id, {"active": False})


def _of_lower_rank(work: Work, person_id: str) -> _Known:
    """The person, or NotAllowed for one who may more than the actor."""
    row = _found(work, person_id)
    if not ROLE_PERMISSIONS[row.role] <= ROLE_PERMISSIONS[work.actor.role]:
        raise NotAllowed(tr("{name} is an administrator. Only another one can change that.", name=row.name))
    return row


def _not_yourself(work: Work, person_id: str, instead: str) -> None:
    if person_id == work.actor.person_id:
        raise Refused(instead)


def _somebody_remains(work: Work, person_id: str) -> None:
    others = select(func.count()).where(person.c.role == Role.ADMIN.value, person.c.active, person.c.id != person_id)
    if not work.connection.execute(others).scalar_one():
        raise Refused(tr("Somebody has to remain who can let people in. Make another administrator first."))


def _update(work: Work, person_id: str, values: dict[str, object]) -> None:
    work.connection.execute(update(person).where(person.c.id == person_id).values(values))
    work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))
