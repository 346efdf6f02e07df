"""What a person has been told: the list, the count on the bell, and what is due to be shown now."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select, update

from app.domain.actor import Actor
from app.domain.events import NotificationsWritten
from app.domain.permissions import Permission
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident
from app.models.timers import notification
from app.services.command import command, query
from app.services.notifications.dto import Notification

_MOST = 200


class NotificationCommands:
    """The notifications of the person who asks; nobody reads those of another."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.NOTIFICATION_READ)
    def mine(self, connection: Connection, actor: Actor, limit: int = _MOST) -> tuple[Notification, ...]:
        """The newest first, at most 200; those that wait for the end of quiet hours too."""
        statement = _listed().where(notification.c.person_id == actor.person_id)
        statement = statement.order_by(notification.c.created_at.desc(), notification.c.id.desc())
        return tuple(Notification(*row) for row in connection.execute(statement.limit(min(limit, _MOST))))

    @query(Permission.NOTIFICATION_READ)
    def unread_count(self, connection: Connection, actor: Actor) -> int:
        """How many the person has not read."""
        unread = select(func.count()).where(
            notification.c.person_id == actor.person_id, notification.c.read_at.is_(None)
        )
        return int(connection.execute(unread).scalar_one())

    @query(Permission.NOTIFICATION_READ)
    def has_due(self, connection: Connection, actor: Actor) -> bool:
        """Whether `claim_due` would find something; one look at an index, for windows that ask every few seconds."""
        due = select(notification.c.id).where(
            notification.c.person_id == actor.person_id,
            notification.c.shown_at.is_(None),
            notification.c.deliver_at <= self.store.time.read(connection).now,
        )
        return connection.execute(due.limit(1)).first() is not None

    @command(Permission.NOTIFICATION_READ)
    def claim_due(self, work: Work) -> tuple[Notification, ...]:
        """What is to be shown now, oldest first, marked as shown: of several windows of a person one gets each row."""
        due = (
            notification.c.person_id == work.actor.person_id,
            notification.c.shown_at.is_(None),
            notification.c.deliver_at <= work.now,
        )
        # The second of two windows waits for the first, looks again, and finds the rows marked.
        claim = update(notification).where(*due).values(shown_at=work.now).returning(notification.c.id)
        won = list(work.connection.execute(claim).scalars())
        if not won:
            return ()
        listed = _listed().where(notification.c.id.in_(won)).order_by(notification.c.created_at, notification.c.id)
        return tuple(Notification(*row) for row in work.connection.execute(listed))

    @command(Permission.NOTIFICATION_READ)
    def mark_read(self, work: Work, ids: Sequence[str] | None = None) -> int:
        """Mark the person's own as read, all of them without `ids`; returns how many were not."""
        mine = [notification.c.person_id == work.actor.person_id, notification.c.read_at.is_(None)]
        if ids is not None:
            mine.append(notification.c.id.in_(list(ids)))
        done = work.connection.execute(update(notification).where(*mine).values(read_at=work.now))
        if done.rowcount:
            work.events.append(NotificationsWritten(work.actor.author_id, (work.actor.person_id,)))
        return done.rowcount


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
