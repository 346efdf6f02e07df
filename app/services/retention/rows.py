"""Reading and writing the rules, and what they reach: counted by a function on a server, which sees restricted ones."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, not_, null, or_, select

from app.domain.retention import NOTICE, RetentionKind, Rule, as_data, rule_of
from app.domain.vocabulary import MajorState, State
from app.infra.unit_of_work import Work
from app.models.catalogue import setting
from app.models.incident import attachment, incident
from app.models.people import person
from app.models.retention import held_incident, removed_file
from app.models.review import review
from app.models.timers import notification
from app.models.types import UtcDateTime
from app.services.retention.dto import Amount
from app.services.settings import store_value

ENDED = (State.CLOSED.value, State.CANCELED.value)
MAJOR = (MajorState.PROPOSED.value, MajorState.ACCEPTED.value)


class KeptRule(NamedTuple):
    """A rule, and who set it: the identifier and the name."""

    rule: Rule
    by_id: str | None
    by: str | None


def load_rule(connection: Connection, kind: RetentionKind) -> KeptRule:
    """The rule of a kind; without one everything is kept for ever."""
    found = (
        select(setting.c.value, setting.c.updated_by_id, person.c.name)
        .outerjoin(person, person.c.id == setting.c.updated_by_id)
        .where(setting.c.key == kind.key)
    )
    row = connection.execute(found).one_or_none()
    return KeptRule(Rule(), None, None) if row is None else KeptRule(rule_of(row.value), row.updated_by_id, row.name)


def store_rule(work: Work, kind: RetentionKind, rule: Rule) -> None:
    """Keep the rule of a kind."""
    store_value(work, kind.key, as_data(rule))


def held_by_itself() -> ColumnElement[bool]:
    """Whether an incident is a major one, or has a review."""
    return or_(incident.c.major_state.in_(MAJOR), exists().where(review.c.incident_id == incident.c.id))


def _is_past(before: datetime, now: datetime) -> ColumnElement[bool]:
    """Whether an incident ended before a moment and nothing holds it back; as `desk.is_retained` has it on a server."""
    held = held_incident.c
    by_hand = exists().where(
        held.incident_id == incident.c.id, or_(held.released_at.is_(None), held.released_at > now - NOTICE)
    )
    ended_at = func.coalesce(incident.c.closed_at, incident.c.updated_at, type_=UtcDateTime())
    return and_(incident.c.state.in_(ENDED), ended_at < before, not_(held_by_itself()), not_(by_hand))


def _files() -> Select[Any]:
    gone = exists().where(removed_file.c.attachment_id == attachment.c.id)
    shown = (attachment.c.id, attachment.c.incident_id, attachment.c.sha256, attachment.c.size, attachment.c.added_at)
    return select(*shown).join(incident, incident.c.id == attachment.c.incident_id).where(not_(gone))


def due_files(before: datetime, now: datetime) -> Select[Any]:
    """The files that a rule takes, the oldest first; in a desk that is a file."""
    found = _files().where(attachment.c.added_at < before, _is_past(before, now))
    return found.order_by(attachment.c.added_at, attachment.c.id)


def _notifications() -> Select[Any]:
    shown = (notification.c.id, notification.c.created_at.label("added_at"))
    return select(*shown).outerjoin(incident, incident.c.id == notification.c.incident_id)


def due_notifications(before: datetime, now: datetime) -> Select[Any]:
    """The same of notifications."""
    about = or_(notification.c.incident_id.is_(None), _is_past(before, now))
    found = _notifications().where(notification.c.created_at < before, about)
    return found.order_by(notification.c.created_at, notification.c.id)


def count(connection: Connection, kind: RetentionKind, before: datetime | None, now: datetime) -> Amount:
    """What there is of a kind; with `before`, what a rule would take that takes what ended earlier."""
    if connection.dialect.name != "sqlite":
        return _count_on_server(connection, kind, before, now)
    if kind is RetentionKind.FILES:
        chosen = (_files() if before is None else due_files(before, now)).order_by(None).subquery()
        size: ColumnElement[Any] = func.coalesce(func.sum(chosen.c.size), 0)
    else:
        chosen = (_notifications() if before is None else due_notifications(before, now)).order_by(None).subquery()
        size = func.coalesce(null(), 0)
    row = connection.execute(select(func.count(), size, func.min(chosen.c.added_at)).select_from(chosen)).one()
    return Amount(*row)


_COUNTED = ("taken", "size", "oldest")


def _count_on_server(connection: Connection, kind: RetentionKind, before: datetime | None, now: datetime) -> Amount:
    moments = (bindparam("before", before, type_=UtcDateTime()), bindparam("at", now, type_=UtcDateTime()))
    told = func.desk.retention_count(kind.value, *moments).table_valued(*_COUNTED, name="told")
    row = connection.execute(select(told)).one()
    return Amount(int(row.taken), int(row.size), row.oldest)
