"""A reader works on nothing (decision 0036): what they are kept out of, and what has to be done before somebody is one.

On a shared PostgreSQL the database refuses the same (`desk.guard_worker`, `desk.change_role`).
"""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, func, select

from app.domain.errors import BadInput, Refused
from app.domain.vocabulary import OPEN_STATES, Role
from app.domain.wording import tr, trn
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person
from app.models.types import Id

_READER = PreparedSelect(
    select(person.c.name).where(person.c.id == bindparam("wanted", "", type_=Id), person.c.role == Role.READER.value)
)
_OPEN_WORK = select(func.count()).where(
    incident.c.assignee_id == bindparam("wanted", "", type_=Id),
    incident.c.state.in_(sorted(state.value for state in OPEN_STATES)),
)
_MOST_NAMED = 3


def refuse_reader(connection: Connection, person_id: str | None, field: str) -> None:
    """Pass for nobody and for everybody but a reader, to whom nothing is assigned."""
    found = None if person_id is None else _READER.one_or_none(connection, wanted=person_id)
    if found is not None:
        raise BadInput(
            tr("{name} is a reader and works on nothing. Choose somebody who works at the desk.", name=found.name),
            field,
        )


def refuse_member(connection: Connection, person_id: str) -> None:
    """Pass for everybody but a reader, who is in no group."""
    found = _READER.one_or_none(connection, wanted=person_id)
    if found is not None:
        raise Refused(
            tr("{name} is a reader and is in no group. Give them another role first, then add them.", name=found.name)
        )


def refuse_groups(role: Role, groups: Collection[str]) -> None:
    """Pass unless somebody is to be a reader and in groups at once."""
    if role is Role.READER and groups:
        raise BadInput(tr("A reader is in no group. Leave the groups empty, or choose another role."), "groups")


def refuse_while_at_work(work: Work, person_id: str, name: str) -> None:
    """Pass when somebody has no open work and is in no group; else `Refused` with what to do before they are a reader.

    Nothing is moved by itself: where it goes is chosen, with a preview, as for somebody who leaves.
    """
    count = work.connection.execute(_OPEN_WORK, {"wanted": person_id}).scalar_one()
    if count:
        raise Refused(
            trn(
                "{name} has {n} open incident. Hand it on first: a reader works on nothing.",
                "{name} has {n} open incidents. Hand them on first: a reader works on nothing.",
                count,
                name=name,
            )
        )
    rows = select(assignment_group.c.name).join(group_member, group_member.c.group_id == assignment_group.c.id)
    rows = rows.where(group_member.c.person_id == person_id).order_by(assignment_group.c.name)
    groups = list(work.connection.execute(rows).scalars())
    if groups:
        more = ["…"] if len(groups) > _MOST_NAMED else []
        raise Refused(
            trn(
                "{name} is in {n} group ({groups}). Take them out of it first: a reader is in none.",
                "{name} is in {n} groups ({groups}). Take them out of these first: a reader is in none.",
                len(groups),
                name=name,
                groups=", ".join([*groups[:_MOST_NAMED], *more]),
            )
        )
