"""What happened, in the past tense; published on the bus after the commit, never before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `actor_id` is the person who did it, None for the program itself."""

    actor_id: str | None


@dataclass(frozen=True, slots=True)
class IncidentLogged(Event):
    """A new incident stands in the database."""

    incident_id: str
    number: int


@dataclass(frozen=True, slots=True)
class IncidentChanged(Event):
    """Fields, state, journal, links or attachments of an incident changed."""

    incident_id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewChanged(Event):
    """A post-incident review or its parts changed."""

    review_id: str
    incident_id: str


@dataclass(frozen=True, slots=True)
class ReferenceDataChanged(Event):
    """People, groups, services, categories or settings changed; pick lists are stale."""

    table: str


@dataclass(frozen=True, slots=True)
class IncidentsImported(Event):
    """Many incidents came in at once; every list is stale."""

    count: int


@dataclass(frozen=True, slots=True)
class EscalationChanged(Event):
    """An escalation was raised, acknowledged, taken, handed back, passed on, paged again or ended."""

    escalation_id: str
    incident_id: str


@dataclass(frozen=True, slots=True)
class ShiftOffersChanged(Event):
    """The end of a shift offered incidents to another group, or an offer was answered."""

    to_group_id: str


@dataclass(frozen=True, slots=True)
class NotificationsWritten(Event):
    """These people have something new to read."""

    person_ids: tuple[str, ...]
