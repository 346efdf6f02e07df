"""What a person has been told: the list, the count on the bell, and what is due to be shown now."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, exists, func, or_, select, update

from app.domain.actor import Actor
from app.domain.events import NotificationsWritten
from app.domain.permissions import Permission, may
from app.domain.retelling import retold
from app.infra.database_time import Question
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident
from app.models.timers import notification
from app.models.types import Id, UtcDateTime
from app.services.access import visible, visible_to
from app.services.command import command, query
from app.services.notifications.dto import Notification, Pending

_MOST = 200
_MOST_MARKED = 1_000
_ME = bindparam("me", "", type_=Id)


def _pending(*, sees_all: bool) -> Question:
    about = exists().where(incident.c.id == notification.c.incident_id, visible_to(_ME, sees_all=sees_all))
    mine = notification.c.person_id == _ME, or_(notification.c.incident_id.is_(None), about.correlate(notification))
    unread = select(func.count()).where(*mine, notification.c.read_at.is_(None))
    due = select(func.min(notification.c.deliver_at, type_=UtcDateTime())).where(
        *mine, notification.c.shown_at.is_(None)
    )
    return Question(unread.scalar_subquery().label("unread"), due.scalar_subquery().label("due_at"))


_PENDING = {sees_all: _pending(sees_all=sees_all) for sees_all in (True, False)}


class NotificationCommands:
    """The notifications of the person who asks; nobody reads those of another."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.NOTIFICATION_READ)
    def mine(self, connection: Connection, actor: Actor, limit: int = _MOST) -> tuple[Notification, ...]:
        """The newest first, at most 200; those that wait for the end of quiet hours too."""
        statement = _listed().where(*_of(actor))
        statement = statement.order_by(notification.c.created_at.desc(), notification.c.id.desc())
        return _told(connection.execute(statement.limit(min(limit, _MOST))).all())

    @query(Permission.NOTIFICATION_READ)
    def pending(self, connection: Connection, actor: Actor) -> Pending:
        """How many are unread, and when `claim_due` would find something.

        One statement that looks at an index, because every open window asks now and then; another where there are any.
        """
        question = _PENDING[may(actor, Permission.INCIDENT_READ_ALL)]
        moment, row = self.store.time.ask(connection, question, me=actor.person_id)
        due_in = None if row.due_at is None else row.due_at - moment.now
        if not row.unread:
            return Pending(0, due_in)
        about = select(notification.c.incident_id).where(
            *_of(actor), notification.c.read_at.is_(None), notification.c.incident_id.is_not(None)
        )
        newest = about.order_by(notification.c.created_at.desc()).limit(_MOST_MARKED)
        return Pending(row.unread, due_in, frozenset(connection.execute(newest).scalars()))

    @command(Permission.NOTIFICATION_READ)
    def claim_due(self, work: Work) -> tuple[Notification, ...]:
        """What is to be shown now, oldest first, marked as shown: of several windows of a person one gets each row."""
        due = (
            *_of(work.actor),
            notification.c.shown_at.is_(None),
            notification.c.deliver_at <= work.now,
        )
        # The second of two windows waits for the first, looks again, and finds the rows marked.
        claim = update(notification).where(*due).values(shown_at=work.now).returning(notification.c.id)
        won = list(work.connection.execute(claim).scalars())
        if not won:
            return ()
        listed = _listed().where(notification.c.id.in_(won)).order_by(notification.c.created_at, notification.c.id)
        return _told(work.connection.execute(listed).all())

    @command(Permission.NOTIFICATION_READ)
    def mark_read(self, work: Work, ids: Sequence[str] | None = None) -> int:
        """Mark the person's own as read, all of them without `ids`; returns how many were not."""
        mine = [*_of(work.actor), notification.c.read_at.is_(None)]
        if ids is not None:
            mine.append(notification.c.id.in_(list(ids)))
        return self._read(work, *mine)

    def _read(self, work: Work, *mine: ColumnElement[bool]) -> int:
        done = work.connection.execute(update(notification).where(*mine).values(read_at=work.now))
        if done.rowcount:
            work.events.append(NotificationsWritten(work.actor.author_id, (work.actor.person_id,)))
        return done.rowcount

    @command(Permission.NOTIFICATION_READ)
    def mark_incident_read(self, work: Work, incident_id: str) -> int:
        """Mark what the person was told of an incident as read, because they opened it; returns how many were not."""
        mine = (*_of(work.actor), notification.c.incident_id == incident_id, notification.c.read_at.is_(None))
        return self._read(work, *mine)

    @command(Permission.NOTIFICATION_READ)
    def mark_unread(self, work: Work, incident_ids: tuple[str, ...]) -> int:
        """Mark the newest of the person's own about each incident as not read; returns how many were.

        An incident of which nobody told them stays as it is: there is nothing that they could not have read.
        """
        newer = notification.alias("newer")
        is_newer = or_(
            newer.c.created_at > notification.c.created_at,
            and_(newer.c.created_at == notification.c.created_at, newer.c.id > notification.c.id),
        )
        about = newer.c.incident_id == notification.c.incident_id, newer.c.person_id == notification.c.person_id
        meant = (
            *_of(work.actor),
            notification.c.incident_id.in_(incident_ids),
            ~exists().where(*about, is_newer).correlate(notification),
        )
        done = work.connection.execute(update(notification).where(*meant).values(read_at=None))
        if done.rowcount:
            work.events.append(NotificationsWritten(work.actor.author_id, (work.actor.person_id,)))
        return done.rowcount


def _of(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """Those of a person, without those that name an incident which was restricted to others since."""
    about = exists().where(incident.c.id == notification.c.incident_id, visible(actor)).correlate(notification)
    return notification.c.person_id == actor.person_id, or_(notification.c.incident_id.is_(None), about)


def _told(rows: Iterable[Row[Any]]) -> tuple[Notification, ...]:
    """They are stored in English, and said in the language of whoever reads them."""
    found = map(Notification._make, rows)
    return tuple(each._replace(title=retold(each.title), body=retold(each.body)) for each in found)


def _listed() -> Select[Any]:
    return select(
        notification.c.id,
        notification.c.kind,
        notification.c.incident_id,
        incident.c.number,
        notification.c.is_urgent,
        notification.c.title,
        notification.c.body,
        notification.c.created_at,
        notification.c.deliver_at,
        notification.c.shown_at,
        notification.c.read_at,
    ).outerjoin(incident, incident.c.id == notification.c.incident_id)
