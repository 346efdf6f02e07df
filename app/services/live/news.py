"""From the rows of the feed to the events that a window hears, marked as somebody else's."""

from collections.abc import Callable, Mapping

from app.domain.events import (
    ArticleChanged,
    EscalationChanged,
    Event,
    HandoverChanged,
    IncidentChanged,
    MuchChanged,
    NotificationsWritten,
    ProblemChanged,
    ReferenceDataChanged,
    ReviewChanged,
    ShiftOffersChanged,
)
from app.infra.change_feed import Change, News

MANY = 200
"""From so many incidents on, one look at everything costs less than one at each."""

_EVENTS: Mapping[str, Callable[[Change], Event]] = {
    "incident": lambda change: IncidentChanged(None, change.subject_id, remote=True),
    "escalation": lambda change: EscalationChanged(None, change.subject_id, change.incident_id or "", remote=True),
    "shift_offer": lambda change: ShiftOffersChanged(None, change.subject_id, remote=True),
    "review": lambda change: ReviewChanged(None, change.subject_id, change.incident_id or "", remote=True),
    "article": lambda change: ArticleChanged(None, change.subject_id, remote=True),
    "handover": lambda change: HandoverChanged(None, change.subject_id, remote=True),
    "problem": lambda change: ProblemChanged(None, change.subject_id, remote=True),
    "notification": lambda change: NotificationsWritten(None, (change.subject_id,), remote=True),
}


def events_of(news: News) -> tuple[Event, ...]:
    """One event for each subject that changed, or a single one when there is too much to tell."""
    if not news.is_whole or sum(change.kind == "incident" for change in news.changes) > MANY:
        return (MuchChanged(None, remote=True),)
    return tuple(_event(change) for change in news.changes)


def _event(change: Change) -> Event:
    make = _EVENTS.get(change.kind)
    # Every other kind is the name of a table of pick lists or settings.
    return ReferenceDataChanged(None, change.kind, remote=True) if make is None else make(change)
