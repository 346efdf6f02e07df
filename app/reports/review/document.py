"""What a post-incident review says, ready to be printed: plain values, no database, no layout.

All moments are aware datetimes in UTC; the document's own zone decides how they are shown. Every text may
hold anything a person typed or pasted.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.vocabulary import Word
from app.domain.wording import tr


class ReviewStatus(Word):
    """How far a review is, as it is printed."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        """A published review is final."""
        return {
            ReviewStatus.DRAFT: tr("Draft"),
            ReviewStatus.IN_REVIEW: tr("In review"),
            ReviewStatus.PUBLISHED: tr("Final"),
        }[self]


class BarStyle(StrEnum):
    """How a bar of the timeline is filled; the plain ones go from light to dark."""

    FAINT = "faint"
    PALE = "pale"
    MID = "mid"
    DEEP = "deep"
    GREY = "grey"
    SLATE = "slate"
    HATCHED = "hatched"  # a service that did not work


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact of the cover block, beside those that every review has."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """One of the few figures that matter most; `failed` marks it as a target that was missed."""

    value: str
    label: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Impact:
    """What an area suffered."""

    area: str
    seen: str
    size: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in a row of the timeline: a phase, an outage of a service, who worked on it.

    `short` is written where the label does not fit.
    """

    row: str
    label: str
    start: datetime
    end: datetime
    style: BarStyle
    short: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A moment that is marked by a letter on the timeline."""

    letter: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TargetMark:
    """The moment by which it should have been solved."""

    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the event log. `entry_id` is the journal entry it comes from; None means added by hand."""

    at: datetime
    text: str
    source: str
    letter: str | None = None
    entry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock of the service level: seconds used of the seconds allowed; `met` is None while that is not decided."""

    name: str
    target: str
    used_seconds: float
    target_seconds: float
    verdict: str
    met: bool | None
    used: str | None = None  # replaces the duration written in the bar


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with what was known when it was taken."""

    at: datetime
    decision: str
    by: str
    known_then: str
    result: str


@dataclass(frozen=True, slots=True)
class Cause:
    """A condition that contributed, and what shows it."""

    claim: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done; `overdue_days` is None when it is not late."""

    number: int
    action: str
    owner: str
    due: date | None
    tracked_in: str
    status: str
    overdue_days: int | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """A person who has to approve the review, and when that happened."""

    role: str
    name: str
    approved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewDocument:
    """A whole review. `time_zone` is an IANA name such as Europe/Amsterdam.

    `anchor` is the last anchor of the audit trail in words, to stand at the foot of each page.
    """

    title: str
    organisation: str
    reference: str
    severity: str
    classification: str
    status: ReviewStatus
    version: str
    author: str
    commander: str
    review_held: date | None
    time_zone: str
    generated_at: datetime
    summary: str
    detection: str = ""
    recovery: str = ""
    facts: tuple[Fact, ...] = ()
    key_numbers: tuple[KeyNumber, ...] = ()
    impact: tuple[Impact, ...] = ()
    data_loss: str = "None"
    bars: tuple[Bar, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    target: TargetMark | None = None
    events: tuple[Event, ...] = ()
    clocks: tuple[Clock, ...] = ()
    decisions: tuple[Decision, ...] = ()
    causes: tuple[Cause, ...] = ()
    went_well: tuple[str, ...] = ()
    went_badly: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    anchor: str = ""
