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
