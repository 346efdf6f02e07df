"""What a person has been told: the list, the count on the bell, and what is due to be shown now."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, exists, func, or_, select, update

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.events import NotificationsWritten
from app.domain.permissions import Permission, may
from app.domain.retelling import retold
from app.domain.wording import tr
from app.infra.database_time import Question
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.incident import incident
from app.models.timers import notification, unread_mark
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
    marked = select(func.count()).where(unread_mark.c.person_id == _ME, unread_mark.c.unread)
    due = select(func.min(notification.c.deliver_at, type_=UtcDateTime())).where(
        *mine, notification.c.shown_at.is_(None)
    )
    return Question(
        unread.scalar_subquery().label("unread"),
        due.scalar_subquery().label("due_at"),
        marked.scalar_subquery().label("marked"),
    )


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
        """How many are unread, of which incidents, and when `claim_due` would find something.

        One statement that looks at indexes, because every open window asks now and then; others where there are any.
        """
        question = _PENDING[may(actor, Permission.INCIDENT_READ_ALL)]
        moment, row = self.store.time.ask(connection, question, me=actor.person_id)
        due_in = None if row.due_at is None else row.due_at - moment.now
        told = _unread_about(actor) if row.unread else None
        marked = _marked(actor) if row.marked else None
        asked = [connection.execute(each).scalars() for each in (told, marked) if each is not None]
        return Pending(row.unread, due_in, frozenset(each for found in asked for each in found))

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
            self._tell(work)
        return done.rowcount

    @command(Permission.NOTIFICATION_READ)
    def mark_incident_read(self, work: Work, incident_id: str) -> int:
        """Mark an incident as read, because the person opened it; returns how many marks of it were not."""
        own = unread_mark.c.person_id == work.actor.person_id, unread_mark.c.unread
        unmark = update(unread_mark).where(unread_mark.c.incident_id == incident_id, *own).values(unread=False)
        marks = work.connection.execute(unmark).rowcount
        mine = (*_of(work.actor), notification.c.incident_id == incident_id, notification.c.read_at.is_(None))
        told = self._read(work, *mine)
        if marks and not told:
            self._tell(work)
        return told + marks

    @command(Permission.NOTIFICATION_READ)
    def mark_unread(self, work: Work, incident_ids: tuple[str, ...]) -> int:
        """Have incidents stand out as unread until they are opened; returns how many there are that the person sees.

        The newest of the person's own notifications about each is unread again; where there is none the incident is
        marked by itself.
        """
        seen = select(incident.c.id).where(incident.c.id.in_(incident_ids), visible(work.actor))
        found = list(work.connection.execute(seen).scalars())
        if not found:
            raise NotFound(tr("This incident does not exist, or you may not see it."))
        newest = update(notification).where(*_newest_about(work.actor, found)).values(read_at=None)
        told = set(work.connection.execute(newest.returning(notification.c.incident_id)).scalars())
        for incident_id in sorted(set(found) - told):
            key = {"incident_id": incident_id, "person_id": work.actor.person_id}
            made = upsert_into(work.connection, unread_mark).values(**key, unread=True)
            work.connection.execute(made.on_conflict_do_update(index_elements=list(key), set_={"unread": True}))
        self._tell(work)
        return len(found)

    @staticmethod
    def _tell(work: Work) -> None:
        work.events.append(NotificationsWritten(work.actor.author_id, (work.actor.person_id,)))


def _newest_about(actor: Actor, incident_ids: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    """The newest of a person's own about each of these incidents."""
    newer = notification.alias("newer")
    is_newer = or_(
        newer.c.created_at > notification.c.created_at,
        and_(newer.c.created_at == notification.c.created_at, newer.c.id > notification.c.id),
    )
    about = newer.c.incident_id == notification.c.incident_id, newer.c.person_id == notification.c.person_id
    is_newest = ~exists().where(*about, is_newer).correlate(notification)
    return (*_of(actor), notification.c.incident_id.in_(incident_ids), is_newest)


def _unread_about(actor: Actor) -> Select[Any]:
    """The incidents that the newest unread ones are about."""
    about = select(notification.c.incident_id).where(
        *_of(actor), notification.c.read_at.is_(None), notification.c.incident_id.is_not(None)
    )
    return about.order_by(notification.c.created_at.desc()).limit(_MOST_MARKED)


def _marked(actor: Actor) -> Select[Any]:
    """The incidents that a person marked as unread, and sees."""
    own = unread_mark.c.person_id == actor.person_id, unread_mark.c.unread
    about = exists().where(incident.c.id == unread_mark.c.incident_id, visible(actor)).correlate(unread_mark)
    return select(unread_mark.c.incident_id).where(*own, about).limit(_MOST_MARKED)


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
