"""The only doors through which an incident is read for a person: own ones for requesters, restricted ones for members.

On SQLite this module is the policy; on PostgreSQL the database will enforce the same one.
"""

from datetime import timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Row, bindparam, literal, or_, select, true

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission, may
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import group_member
from app.models.types import Id
from app.services.sla.stamp import watch


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


_WANTED = bindparam("wanted", "", type_=Id)
_ME = bindparam("me", "", type_=Id)


def _to_change(condition: ColumnElement[bool]) -> PreparedSelect:
    return PreparedSelect(select(incident).where(incident.c.id == _WANTED, condition).with_for_update())


_TO_CHANGE: dict[bool | None, PreparedSelect] = {
    None: _to_change(true()),
    **{sees_all: _to_change(visible_to(_ME, sees_all=sees_all)) for sees_all in (True, False)},
}
_INSTANT = timedelta(microseconds=1)


def load_for_change(work: Work, incident_id: str) -> Row[Any]:
    """The row of an incident that the actor may see, locked until the end of the transaction; else `NotFound`.

    From here on the moment of the work is not before anything that was written or decided about the incident, even
    when the clock was set back: what timers have decided up to an instant, no later fact may change.
    """
    sees_all = None if work.actor.author_id is None else may(work.actor, Permission.INCIDENT_READ_ALL)
    row = _TO_CHANGE[sees_all].one_or_none(work.connection, wanted=incident_id, me=work.actor.person_id)
    if row is None:
        raise NotFound("This incident does not exist, or you may not see it.")
    seen = watch(work, incident_id)
    if seen.last_entry_at is not None and seen.last_entry_at > work.now:
        work.now = seen.last_entry_at
    if seen.decided_until is not None and seen.decided_until >= work.now:
        work.now = seen.decided_until + _INSTANT
    work.looked_up[f"incident {incident_id}"] = row
    return cast("Row[Any]", row)


def ensure_visible(connection: Connection, actor: Actor, incident_id: str) -> None:
    """Pass when the actor may see the incident; else `NotFound`."""
    statement = select(true()).where(incident.c.id == incident_id, visible(actor))
    if connection.execute(statement).one_or_none() is None:
        raise NotFound("This incident does not exist, or you may not see it.")
