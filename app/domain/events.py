"""What happened, in the past tense; published on the bus after the commit, never before."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.presence import Present


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `actor_id` is the person who did it, None for the program itself.

    What another program did is `remote`: only that it happened is known, and by whom is not.
    """

    actor_id: str | None
    remote: bool = field(default=False, kw_only=True)


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
class ArticleChanged(Event):
    """A knowledge article, or what was done with it, changed."""

    article_id: str


@dataclass(frozen=True, slots=True)
class ProblemChanged(Event):
    """A problem or its history changed; which incidents name it is told by those."""

    problem_id: str


@dataclass(frozen=True, slots=True)
class ReferenceDataChanged(Event):
    """People, groups, services, categories or settings changed; pick lists are stale."""

    table: str


@dataclass(frozen=True, slots=True)
class MuchChanged(Event):
    """More changed than can be told one by one; whatever is shown is to be read again."""


@dataclass(frozen=True, slots=True)
class IncidentsImported(MuchChanged):
    """Many incidents came in at once, with people and groups that they name."""

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
class HandoverChanged(Event):
    """A shift was handed over, or taken over."""

    handover_id: str


@dataclass(frozen=True, slots=True)
class NotificationsWritten(Event):
    """These people have something new to read."""

    person_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkChanged(Event):
    """The server of the desk was lost or found again; `why` says what is known of a loss, in a sentence.

    `needs_sign_in` when it answers but no longer takes the person's password. A desk in a file never says this.
    """

    is_away: bool
    why: str = ""
    needs_sign_in: bool = False


@dataclass(frozen=True, slots=True)
class DoubtSettled(Event):
    """The connection broke while a command was being saved, and now it is known whether it was.

    `command` is its qualified name, `arguments` what it was given; `kept` whether it was saved, and `result` what it
    gave then.
    """

    command: str
    arguments: tuple[Any, ...]
    kept: bool
    result: Any = None


@dataclass(frozen=True, slots=True)
class PresenceSeen(Event):
    """Who else is at which incident now: all of them, and nobody who is not named."""

    people: tuple[Present, ...]
