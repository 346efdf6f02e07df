"""What others hung on incidents since a moment, to be taken back in memory: messages, files, notifications."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, case, func, or_, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.facts import Facts
from app.domain.query.filter import Filter, TermKind
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.prepared import PreparedSelect, one_of
from app.models.incident import attachment, journal_entry
from app.models.timers import notification, unread_mark
from app.models.types import Id

_SLOTS = 20
_KINDS: Final = {
    EntryKind.WORK_NOTE.value: "note",
    EntryKind.REPLY.value: "reply",
    EntryKind.STAKEHOLDER_UPDATE.value: "update",
    EntryKind.CALLER_MESSAGE.value: "",
}
"""What counts as a message, and what a filter with `has:` calls it."""

_SINCE = bindparam("since", None, type_=journal_entry.c.recorded_at.type)
_ME = bindparam("me", "", type_=Id)


class Hung(NamedTuple):
    """What an incident has now and did not have before: the words of `has:`, so many messages, whether it is unread."""

    has: frozenset[str]
    messages: int
    unread: bool


NOTHING_HUNG: Final = Hung(frozenset(), 0, unread=False)


def hung_on_since(
    connection: Connection, actor: Actor, wanted: Filter, since: datetime, ids: Sequence[str]
) -> Mapping[str, Hung]:
    """What others hung on these incidents, as far as the filter asks for such things and the actor may see them."""
    found: dict[str, Hung] = {}
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    for values in _bound(actor, since, ids):
        if any(term.kind in {TermKind.HAS, TermKind.COMMENTS} for term in wanted.terms):
            _add_messages(found, _entries(sees_all=sees_all).all(connection, **values))
            _add_files(found, _files(sees_all=sees_all).all(connection, **values))
        if any(term.kind is TermKind.IS and "unread" in term.values for term in wanted.terms):
            for row in _TOLD.all(connection, **values):
                found[row.incident_id] = found.get(row.incident_id, NOTHING_HUNG)._replace(unread=True)
    return found


def without(facts: Facts, hung: Hung) -> Facts:
    """The facts as they were before that."""
    return replace(
        facts,
        has=facts.has - hung.has,
        messages=facts.messages - hung.messages,
        is_unread=facts.is_unread and not hung.unread,
    )


def _bound(actor: Actor, since: datetime, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(ids), _SLOTS):
        some = ids[start : start + _SLOTS]
        slots = {f"id{slot}": some[slot] if slot < len(some) else None for slot in range(_SLOTS)}
        yield slots | {"since": since, "me": actor.person_id}


def _add_messages(found: dict[str, Hung], rows: Sequence[Any]) -> None:
    for row in rows:
        before = found.get(row.incident_id, NOTHING_HUNG)
        first = {_KINDS[row.kind]} if row.fresh == row.whole else set()
        found[row.incident_id] = before._replace(has=before.has | first, messages=before.messages + row.fresh)


def _add_files(found: dict[str, Hung], rows: Sequence[Any]) -> None:
    for row in rows:
        if row.fresh == row.whole:
            before = found.get(row.incident_id, NOTHING_HUNG)
            found[row.incident_id] = before._replace(has=before.has | {"attachment"})


def _slots() -> list[Any]:
    return [bindparam(f"id{slot}", None, type_=Id) for slot in range(_SLOTS)]


def _counted(moment: ColumnElement[datetime], author: ColumnElement[Any]) -> tuple[Any, Any]:
    is_fresh = (moment > _SINCE) & or_(author.is_(None), author != _ME)
    return func.count().label("whole"), func.sum(case((is_fresh, 1), else_=0)).label("fresh")


@cache
def _entries(*, sees_all: bool) -> PreparedSelect:
    entry = journal_entry.c
    whole, fresh = _counted(entry.recorded_at, entry.author_id)
    statement = select(entry.incident_id, entry.kind, whole, fresh)
    statement = statement.where(entry.incident_id.in_(_slots()), one_of(entry.kind, sorted(_KINDS)))
    if not sees_all:
        statement = statement.where(entry.visibility == Visibility.PUBLIC.value)
    return PreparedSelect(statement.group_by(entry.incident_id, entry.kind).having(fresh.element > 0))


@cache
def _files(*, sees_all: bool) -> PreparedSelect:
    whole, fresh = _counted(attachment.c.added_at, attachment.c.added_by_id)
    statement = select(attachment.c.incident_id, whole, fresh).where(attachment.c.incident_id.in_(_slots()))
    if not sees_all:
        statement = statement.join(journal_entry, journal_entry.c.id == attachment.c.entry_id)
        statement = statement.where(journal_entry.c.visibility == Visibility.PUBLIC.value)
    return PreparedSelect(statement.group_by(attachment.c.incident_id).having(fresh.element > 0))


_TOLD = PreparedSelect(
    select(notification.c.incident_id)
    .where(
        notification.c.incident_id.in_(_slots()),
        notification.c.person_id == _ME,
        notification.c.read_at.is_(None),
        # What the person marked themselves was unread before others told of it, too.
        notification.c.incident_id.not_in(
            select(unread_mark.c.incident_id).where(unread_mark.c.person_id == _ME, unread_mark.c.unread)
        ),
    )
    .group_by(notification.c.incident_id)
    .having(func.min(notification.c.created_at) > _SINCE)
)
"""Of which incidents the person was told since, and has nothing older to read and no mark of their own."""
