"""Notifications as plain values, and their kinds."""

from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.vocabulary import Word


class NoticeKind(Word):
    """What a notification is about; the window chooses icon and sound by it."""

    ASSIGNED = "assigned"
    ANSWERED = "answered"
    BURST = "burst"
    CATALOGUE = "catalogue"
    CLOCK = "clock"
    ESCALATION = "escalation"
    FOLLOWED = "followed"
    HANDED_BACK = "handed_back"
    HANDOVER = "handover"
    HOLD = "hold"
    MAJOR = "major"
    MENTIONED = "mentioned"
    RULE = "rule"
    SHIFT = "shift"


class Notification(NamedTuple):
    """One notification of a person; times in UTC.

    `deliver_at` lies after `created_at` when it fell into quiet hours; the list shows it at once, the tray then.
    `number` is that of its incident, None when it is about several.
    """

    id: str
    kind: str
    incident_id: str | None
    number: int | None
    is_urgent: bool
    title: str
    body: str
    created_at: datetime
    deliver_at: datetime
    shown_at: datetime | None
    read_at: datetime | None


class Pending(NamedTuple):
    """How many notifications a person has not read, and how long until one is to be shown; None when none waits.

    `incidents` are those that the unread ones are about, of the newest thousand, and those that the person marked.
    """

    unread: int
    due_in: timedelta | None = None
    incidents: frozenset[str] = frozenset()

    @property
    def is_due(self) -> bool:
        """Whether one is to be shown now."""
        return self.due_in is not None and self.due_in <= timedelta(0)
