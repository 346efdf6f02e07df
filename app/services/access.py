"""The only doors through which an incident is read for a person: own ones for requesters, restricted ones for members.

On SQLite this module is the policy; on PostgreSQL the database will enforce the same one.
"""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, literal, or_, select, true

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission, may
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import group_member
from app.models.types import Id


def visible(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps what the actor may not see out of a list, a count or a search.

    The program itself sees all: it reads for nobody, and a restricted incident has clocks like any other.
    """
    if actor.author_id is None:
        return true()
    return visible_to(literal(actor.person_id, Id), sees_all=may(actor, Permission.INCIDENT_READ_ALL))


def visible_to(person_id: ColumnElement[str], *, sees_all: bool) -> ColumnElement[bool]:
    """The same condition for statements that are prepared once: the person is a bind parameter.

    Membership is read from the table, not from the actor, so who leaves a group stops seeing at once.
    """
    if not sees_all:
        return incident.c.caller_id == person_id
    groups = select(group_member.c.group_id).where(group_member.c.person_id == person_id)
    return or_(incident.c.restricted_group_id.is_(None), incident.c.restricted_group_id.in_(groups))


def sees_internal(actor: Actor) -> bool:
    """Whether the actor reads work notes and other internal entries."""
    return may(actor, Permission.INCIDENT_READ_ALL)


def load_for_change(work: Work, incident_id: str) -> Row[Any]:
    """The row of an incident that the actor may see, locked until the end of the transaction; else `NotFound`."""
    statement = select(incident).where(incident.c.id == incident_id, visible(work.actor)).with_for_update()
    row = work.connection.execute(statement).one_or_none()
    if row is None:
        raise NotFound("This incident does not exist, or you may not see it.")
    return row


def ensure_visible(connection: Connection, actor: Actor, incident_id: str) -> None:
    """Pass when the actor may see the incident; else `NotFound`."""
    statement = select(true()).where(incident.c.id == incident_id, visible(actor))
    if connection.execute(statement).one_or_none() is None:
        raise NotFound("This incident does not exist, or you may not see it.")
