"""What goes in and out of the review services; plain values, no database library, safe in any thread."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.domain.sla.display import Standing
from app.domain.vocabulary import ReviewState
from app.services.incidents.dto import IncidentDetail

Value = str | int | datetime | date | None
"""What a field of a review can hold."""


class ReviewEdit(NamedTuple):
    """A wanted value and the value that the person saw; both are compared with what stands in the database."""

    base: Value
    value: Value


class ImpactPart(NamedTuple):
    """What one area suffered."""

    id: str
    area: str
    seen: str
    size: str
    consequence: str


class EventPart(NamedTuple):
    """A line of the timeline; `entry_id` names the journal entry it comes from, else `author` wrote it by hand."""

    id: str
    occurred_at: datetime
    body: str
    source: str
    entry_id: str | None
    author_id: str | None
    author_name: str | None
    milestone: str | None


class DecisionPart(NamedTuple):
    """A decision with what was known when it was taken."""

    id: str
    occurred_at: datetime
    decision: str
    decided_by: str
    known_then: str
    result: str


class CausePart(NamedTuple):
    """A condition that contributed, and what shows it."""

    id: str
    claim: str
    evidence: str


class LessonPart(NamedTuple):
    """What went well, badly, or was luck."""

    id: str
    kind: str
    body: str


class ActionPart(NamedTuple):
    """Something to be done, by whom and until when."""

    id: str
    action: str
    kind: str
    owner_id: str | None
    owner_name: str | None
    due_on: date | None
    tracked_in: str
    status: str


class SignOffPart(NamedTuple):
    """Who has to approve in which role, and when that happened."""

    id: str
    role: str
    person_id: str | None
    person_name: str | None
    approved_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """One version of a review as it is stored, or would be; times in UTC. An unsaved one has an empty `id`."""

    id: str
    incident_id: str
    version: int
    state: ReviewState
    title: str
    author_id: str | None
    author_name: str | None
    commander_id: str | None
    commander_name: str | None
    created_at: datetime
    updated_at: datetime
    classification: str = "Internal"
    summary: str = ""
    detection: str = ""
    recovery: str = ""
    people_affected: int | None = None
    business_effect: str = ""
    data_loss: str = ""
    impact_began_at: datetime | None = None
    impact_ended_at: datetime | None = None
    held_at: datetime | None = None
    published_at: datetime | None = None
    edit: int = 0
    impacts: tuple[ImpactPart, ...] = ()
    events: tuple[EventPart, ...] = ()
    decisions: tuple[DecisionPart, ...] = ()
    causes: tuple[CausePart, ...] = ()
    lessons: tuple[LessonPart, ...] = ()
    actions: tuple[ActionPart, ...] = ()
    sign_offs: tuple[SignOffPart, ...] = ()


class VersionRow(NamedTuple):
    """One version in the history of a review."""

    id: str
    version: int
    state: str
    updated_at: datetime
    published_at: datetime | None


class ReviewClock(NamedTuple):
    """A clock of the incident: how it stands, in the words of the window; lengths in microseconds.

    `used` and `allowed` are opening time, and wall-clock time for a due date that was promised by hand. `due_at` is
    when the target was used up or will be, None where the clock stopped before.
    """

    clock: str
    standing: Standing
    used: int
    allowed: int
    promised: bool
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReviewDetail:
    """A review with the incident it is about; what the editor shows and what is printed.

    `is_saved` is false for a review that was made from the facts for printing only. `today` is the day by which
    actions are overdue, in the zone of the reader; `priority` is the one at the publication, or now.
    `facts` is a summary in sentences that the journal can answer for. `as_of` is the moment of which everything is
    told: that of the publication, else of the last change; `clocks` stand as they did then.
    """

    content: ReviewContent
    incident: IncidentDetail
    versions: tuple[VersionRow, ...]
    organisation: str
    desk_name: str
    priority: int
    priority_label: str
    time_zone: str
    today: date
    facts: str
    is_saved: bool
    as_of: datetime
    clocks: tuple[ReviewClock, ...] = ()
    unchecked: str = ""
    """The model that wrote the summary, where nobody has checked it yet."""


class ReviewRow(NamedTuple):
    """One line of the list of reviews: the latest version of each; times in UTC."""

    id: str
    incident_id: str
    incident_number: int
    source_number: str | None
    title: str
    state: str
    version: int
    priority: int
    author_name: str | None
    updated_at: datetime
    published_at: datetime | None
    actions_open: int
    actions_overdue: int


class ReviewRef(NamedTuple):
    """The review that a command made or changed, and its edit counter after the change."""

    id: str
    version: int
    edit: int
