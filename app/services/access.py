"""The only doors through which an incident is read for a person: own ones for requesters, restricted ones for members.

On SQLite this module is the policy; on PostgreSQL the database enforces the same one (`migrations/sql/rights`), and the
conditions here keep its statements on their indexes.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, FromClause, Row, bindparam, literal, or_, select, true

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission, may
from app.domain.vocabulary import Role
from app.domain.wording import tr
from app.infra.one_of_few import OneOfFew
from app.infra.prepared import PreparedSelect, Question
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.models.people import group_member
from app.models.types import Id
from app.services.sla.stamp import floor_of, watch


def visible(actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps what the actor may not see out of a list, a count or a search.

    The program itself sees all: it reads for nobody, and a restricted incident has clocks like any other.
    """
    if actor.author_id is None:
        return true()
    return visible_to(literal(actor.person_id, Id), sees_all=may(actor, Permission.INCIDENT_READ_ALL))


def visible_to(person_id: ColumnElement[str], *, sees_all: bool, of: FromClause = incident) -> ColumnElement[bool]:
    """The same condition for statements that are prepared once: the person is a bind parameter.

    `of` is the incident table, or an alias of it for another incident than the one in question.

    Membership is read from the table, not from the actor, so who leaves a group stops seeing at once.
    """
    if not sees_all:
        return of.c.caller_id == person_id
    groups = select(group_member.c.group_id).where(group_member.c.person_id == person_id)
    return or_(of.c.restricted_group_id.is_(None), OneOfFew(of.c.restricted_group_id, groups.scalar_subquery()))


def sees_internal(actor: Actor) -> bool:
    """Whether the actor reads work notes and other internal entries."""
    return may(actor, Permission.INCIDENT_READ_ALL)


def is_requesters_login(connection: Connection) -> bool:
    """Whether the database itself gives this connection no more than the rights of a requester.

    Then internal entries are not there, and what follows from the person's word (clocks, timers, messages to the desk)
    is left to the desk: a trigger sets its next look at the incident to now.
    """
    return connection.get_execution_options().get(LOGIN_ROLE) == _REQUESTER


_REQUESTER = Role.REQUESTER.value  # looked up once, because every save asks several times
LOGIN_ROLE = "desk_login_role"
"""The execution option that names the role of the login, on a shared desk whose database enforces it."""

_WANTED = bindparam("wanted", "", type_=Id)
ME = bindparam("me", "", type_=Id)
"""The person who looks or acts; bound when the statement runs."""


def _to_change(condition: ColumnElement[bool]) -> PreparedSelect:
    return PreparedSelect(select(incident).where(incident.c.id == _WANTED, condition).with_for_update())


_TO_CHANGE: dict[bool | None, PreparedSelect] = {
    None: _to_change(true()),
    **{sees_all: _to_change(visible_to(ME, sees_all=sees_all)) for sees_all in (True, False)},
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
        raise NotFound(tr("This incident does not exist, or you may not see it."))
    take_its_place(work, row)
    return cast("Row[Any]", row)


def take_its_place(work: Work, row: Row[Any]) -> None:
    """Put the moment and the identifiers of the work after all that was written or decided about a locked incident.

    Whoever locks an incident and writes to its journal calls this in between.
    """
    by_desk = not is_requesters_login(work.connection)
    seen = watch(work, row.id) if by_desk else floor_of(work, row.id)
    if seen.last_entry_at is not None and seen.last_entry_at > work.now:
        work.now = seen.last_entry_at
    if seen.decided_until is not None and seen.decided_until >= work.now:
        work.now = seen.decided_until + _INSTANT
    if by_desk:
        work.looked_up[row.id].row = row


_SEEN = {
    sees_all: PreparedSelect(
        select(true().label("seen")).where(
            incident.c.id == _WANTED, true() if sees_all is None else visible_to(ME, sees_all=sees_all)
        )
    )
    for sees_all in (None, True, False)
}


def visibility(actor: Actor, incident_id: str) -> Question:
    """The question whether the actor may see the incident; no row when not."""
    sees_all = None if actor.author_id is None else may(actor, Permission.INCIDENT_READ_ALL)
    return _SEEN[sees_all], {"wanted": incident_id, "me": actor.person_id}


def ensure_visible(connection: Connection, actor: Actor, incident_id: str) -> None:
    """Pass when the actor may see the incident; else `NotFound`."""
    question, values = visibility(actor, incident_id)
    ensure_seen(question.all(connection, **values))


def ensure_seen(rows: Sequence[Any]) -> None:
    """Pass when the answer to `visibility` has a row; else `NotFound`."""
    if not rows:
        raise NotFound(tr("This incident does not exist, or you may not see it."))
