"""Filtering by what hangs on an incident: messages, files, links, escalations, and what it has been through.

Each only as far as the reader may see it: to a requester internal notes are not there, and nobody finds a link to an
incident that is hidden from them.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, false, func, or_, select, union_all

from app.domain.checklists import StepState
from app.domain.history import ENDED
from app.domain.numbers import parse_incident_number
from app.domain.query.counts import Count
from app.domain.query.fields import ANY_VALUE, DRAFT, NO_VALUE
from app.domain.vocabulary import OPEN_STATES, EntryKind, LinkKind, Visibility
from app.infra.prepared import one_of
from app.models.checklists import checklist_step
from app.models.escalation import escalation
from app.models.incident import (
    attachment,
    incident,
    incident_follower,
    incident_link,
    journal_change,
    journal_entry,
)
from app.models.knowledge import article_use
from app.models.review import review
from app.models.timers import notification, unread_mark
from app.models.types import Id
from app.services.access import ME, visible_to
from app.services.incidents.journal import is_taken_back

_MESSAGE_KINDS: Final = [
    kind.value
    for kind in (EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE, EntryKind.WORK_NOTE)
]
_IS_PUBLIC = journal_entry.c.visibility == Visibility.PUBLIC.value
_IS_LIVE = (escalation.c.kind != "run", one_of(escalation.c.state, ["waiting", "active"]))


def messages(*, sees_all: bool) -> ColumnElement[int]:
    """How many messages and notes the reader may read."""
    found = _entries(_MESSAGE_KINDS, sees_all=sees_all)
    return select(func.count()).where(*found).correlate(incident).scalar_subquery()


def files(*, sees_all: bool) -> ColumnElement[int]:
    """How many files the reader may open."""
    found = select(func.count()).where(attachment.c.incident_id == incident.c.id).correlate(incident)
    return _seen_files(found, sees_all=sees_all).scalar_subquery()


def _seen_files(found: Select[Any], *, sees_all: bool) -> Select[Any]:
    if sees_all:
        return found
    return found.join(journal_entry, journal_entry.c.id == attachment.c.entry_id).where(_IS_PUBLIC)


def _entries(kinds: list[str], *, sees_all: bool) -> list[ColumnElement[bool]]:
    found = [journal_entry.c.incident_id == incident.c.id, one_of(journal_entry.c.kind, kinds)]
    return found if sees_all else [*found, _IS_PUBLIC]


def reopenings() -> ColumnElement[int]:
    """How many times it was reopened."""
    change = journal_change.c
    return (
        select(func.count())
        .where(
            change.incident_id == incident.c.id,
            change.field == "state",
            one_of(change.old_value, sorted(ENDED)),
            one_of(change.new_value, sorted(OPEN_STATES)),
            ~is_taken_back(),
        )
        .correlate(incident)
        .scalar_subquery()
    )


def level() -> ColumnElement[int]:
    """The highest level to which it is escalated now; 0 for none."""
    found = select(func.coalesce(func.max(escalation.c.level), 0))
    found = found.where(escalation.c.incident_id == incident.c.id, *_IS_LIVE)
    return found.correlate(incident).scalar_subquery()


def is_escalated() -> ColumnElement[bool]:
    """Whether an escalation waits for somebody or is worked on."""
    # Here as for links and files: there are few of them, so all are gathered once instead of asking for each incident.
    return incident.c.id.in_(select(escalation.c.incident_id).where(*_IS_LIVE))


def is_unread() -> ColumnElement[bool]:
    """Whether the reader was told something of it that they have not read, or marked it so."""
    own = notification.c.person_id == ME, notification.c.read_at.is_(None)
    told = select(notification.c.incident_id).where(notification.c.incident_id.is_not(None), *own)
    marked = select(unread_mark.c.incident_id).where(unread_mark.c.person_id == ME, unread_mark.c.unread)
    return incident.c.id.in_(union_all(told, marked))


def is_followed() -> ColumnElement[bool]:
    """Whether the reader follows it."""
    own = incident_follower.c.person_id == ME, incident_follower.c.following
    return incident.c.id.in_(select(incident_follower.c.incident_id).where(*own))


def within(number: ColumnElement[int], count: Count) -> ColumnElement[bool]:
    """Whether a number is one of those that are meant."""
    if count.least is not None and count.least == count.most:
        return number == count.least
    found = []
    if count.least is not None:
        found.append(number >= count.least)
    if count.most is not None:
        found.append(number <= count.most)
    return and_(*found)


_Direction = tuple[ColumnElement[Any], ColumnElement[Any]]
_AS_SOURCE: Final[_Direction] = (incident_link.c.source_id, incident_link.c.target_id)
_AS_TARGET: Final[_Direction] = (incident_link.c.target_id, incident_link.c.source_id)


def is_linked(
    value: str, *, sees_all: bool, kind: LinkKind | None = None, directions: tuple[_Direction, ...] = ()
) -> ColumnElement[bool]:
    """Whether it is linked to the incident of a number, to any, or to none."""
    found = []
    for own, others in directions or (_AS_SOURCE, _AS_TARGET):
        other = incident.alias("other")
        link = select(own).join(other, other.c.id == others).where(incident_link.c.removed_at.is_(None))
        link = link.where(visible_to(ME, sees_all=sees_all, of=other))
        if kind is not None:
            link = link.where(incident_link.c.kind == kind.value)
        if value not in {NO_VALUE, ANY_VALUE}:
            link = link.where(other.c.number == parse_incident_number(value))
        found.append(incident.c.id.in_(link))
    is_there = or_(*found) if len(found) > 1 else found[0]
    return ~is_there if value == NO_VALUE else is_there


def is_child(value: str, *, sees_all: bool) -> ColumnElement[bool]:
    """Whether it is a child of the incident of a number, of any, or of none."""
    return is_linked(value, sees_all=sees_all, kind=LinkKind.PARENT, directions=(_AS_SOURCE,))


def has(value: str, *, sees_all: bool) -> ColumnElement[bool]:
    """Whether such a thing hangs on it."""
    made: dict[str, Callable[[], ColumnElement[bool]]] = {
        "attachment": lambda: incident.c.id.in_(_seen_files(select(attachment.c.incident_id), sees_all=sees_all)),
        "note": lambda: _has_entry(EntryKind.WORK_NOTE, sees_all=sees_all),
        "reply": lambda: _has_entry(EntryKind.REPLY, sees_all=sees_all),
        "update": lambda: _has_entry(EntryKind.STAKEHOLDER_UPDATE, sees_all=sees_all),
        "link": lambda: is_linked(ANY_VALUE, sees_all=sees_all),
        "parent": lambda: is_child(ANY_VALUE, sees_all=sees_all),
        "children": lambda: is_linked(ANY_VALUE, sees_all=sees_all, kind=LinkKind.PARENT, directions=(_AS_TARGET,)),
        "duplicate": lambda: is_linked(ANY_VALUE, sees_all=sees_all, kind=LinkKind.DUPLICATE),
        "review": lambda: _for_the_desk(
            exists().where(review.c.incident_id == incident.c.id).correlate(incident), sees_all=sees_all
        ),
        "problem": lambda: incident.c.problem_ref.is_not(None),
        "change": lambda: or_(incident.c.change_ref.is_not(None), incident.c.caused_by_change_ref.is_not(None)),
        "cause": lambda: _for_the_desk(incident.c.cause.is_not(None), sees_all=sees_all),
        "workaround": lambda: _for_the_desk(incident.c.workaround.is_not(None), sees_all=sees_all),
        "impact": lambda: incident.c.business_impact.is_not(None),
        "checklist": lambda: _for_the_desk(_has_step(), sees_all=sees_all),
        "open_steps": lambda: _for_the_desk(_has_step(_IS_OPEN), sees_all=sees_all),
        "kb": lambda: _for_the_desk(_has_article(), sees_all=sees_all),
        DRAFT: is_draft,
        "my_steps": lambda: _for_the_desk(_has_step(_IS_OPEN, checklist_step.c.assignee_id == ME), sees_all=sees_all),
    }
    return made[value]()


_IS_OPEN = checklist_step.c.state == StepState.OPEN.value


def _has_step(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether it has a step of a checklist; there are few of them, so all are gathered once."""
    return incident.c.id.in_(select(checklist_step.c.incident_id).where(checklist_step.c.removed_at.is_(None), *more))


def _has_article() -> ColumnElement[bool]:
    """Whether an article was linked to it, put into a reply or used to resolve it, and not taken away again."""
    used = one_of(article_use.c.kind, ["inserted", "linked", "resolved"]), article_use.c.removed_at.is_(None)
    return incident.c.id.in_(select(article_use.c.incident_id).where(article_use.c.incident_id.is_not(None), *used))


DRAFTS: Final = 50
"""So many incidents are looked among for what somebody typed and has not sent, the newest drafts first."""
_NONE: Final = "0" * 32
"""The identifier of no incident: NULL in a list would make whatever is not in it unknown."""


def is_draft() -> ColumnElement[bool]:
    """Whether the reader has typed something for it that is not sent; which those are is said with the question."""
    return incident.c.id.in_([bindparam(f"draft{slot}", _NONE, type_=Id) for slot in range(DRAFTS)])


def draft_values(incident_ids: Sequence[str]) -> dict[str, str]:
    """The values of the parameters of `is_draft`."""
    return {f"draft{slot}": each for slot, each in enumerate(incident_ids[:DRAFTS])}


def _has_entry(kind: EntryKind, *, sees_all: bool) -> ColumnElement[bool]:
    return exists().where(*_entries([kind.value], sees_all=sees_all)).correlate(incident)


def _for_the_desk(condition: ColumnElement[bool], *, sees_all: bool) -> ColumnElement[bool]:
    return condition if sees_all else false()
