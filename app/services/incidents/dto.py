"""What goes in and out of the incident services; plain values, no database library, safe in any thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.lifecycle import Step
from app.domain.merging import Side
from app.domain.vocabulary import Channel, LinkKind, MajorState, State
from app.services.suggestions.dto import Offered

if TYPE_CHECKING:
    from app.services.people.dto import NewPerson


class Person(NamedTuple):
    """A person as the incident shows them."""

    id: str
    name: str
    email: str | None
    phone: str | None
    job_title: str | None
    site_name: str | None
    vip: bool
    handling_note: str | None


class Change(NamedTuple):
    """One changed field of a journal entry with readable values."""

    field: str
    old: str | None
    new: str | None


class AttachmentInfo(NamedTuple):
    """An attachment without its content.

    `removed_at` (UTC) is when its content was removed because it was past its time, `rule_by` who had set that time.
    """

    id: str
    entry_id: str
    file_name: str
    media_type: str
    size: int
    added_at: datetime
    removed_at: datetime | None = None
    rule_by: str | None = None


class JournalItem(NamedTuple):
    """One entry of the timeline; times in UTC."""

    id: str
    occurred_at: datetime
    recorded_at: datetime
    author_id: str | None
    author_name: str | None
    by_desk: bool
    kind: str
    visibility: str
    body: str | None
    source: str | None
    changes: tuple[Change, ...]
    attachments: tuple[AttachmentInfo, ...]


class LinkedIncident(NamedTuple):
    """Another incident and how it relates: `kind` as read from this side (`parent`, `child`, `duplicate of`, ...)."""

    link_id: str
    kind: str
    incident_id: str
    number: int
    short_description: str
    state: str


class MajorFacts(NamedTuple):
    """How it stands with a major incident; times in UTC.

    `since`, `by_id` and `words` are those of the last proposal or decision; nobody when a rule did it. `proposed_by_id`
    is who asked for the last decision.
    """

    state: MajorState = MajorState.NONE
    since: datetime | None = None
    by_id: str | None = None
    by_name: str | None = None
    words: str = ""
    proposed_by_id: str | None = None
    lead_id: str | None = None
    lead_name: str | None = None
    next_update_at: datetime | None = None


class Audience(NamedTuple):
    """Who reads a stakeholder update: `people` are callers, each once, in their own incidents.

    `following` are the incidents below the major one, its children and what was merged, in which it is told too.
    """

    people: int
    following: int


class IncidentDetail(NamedTuple):
    """Everything that the detail page shows of an incident; times in UTC."""

    id: str
    number: int
    source_number: str | None
    short_description: str
    description: str
    state: str
    impact: int
    urgency: int
    computed_priority: int
    priority: int
    override_reason: str | None
    opened_by_name: str | None
    group_id: str | None
    group_name: str | None
    assignee_id: str | None
    assignee_name: str | None
    service_id: str | None
    service_name: str | None
    configuration_item_id: str | None
    configuration_item_name: str | None
    category_id: str | None
    category_name: str | None
    subcategory_id: str | None
    subcategory_name: str | None
    site_id: str | None
    site_name: str | None
    channel: str
    reported_at: datetime
    created_at: datetime
    updated_at: datetime
    hold_reason: str | None
    hold_until: datetime | None
    resolution_code: str | None
    resolution_notes: str | None
    resolved_at: datetime | None
    resolved_by_name: str | None
    closed_at: datetime | None
    close_cause: str | None
    cancel_reason: str | None
    business_impact: str | None
    cause: str | None
    workaround: str | None
    business_unit: str | None
    problem_ref: str | None
    change_ref: str | None
    caused_by_change_ref: str | None
    minutes_spent: int
    tags: str | None
    snoozed_until: datetime | None
    major_state: str
    version: int
    made_sla: bool | None
    caller: Person | None
    major: MajorFacts
    first_response_at: datetime | None
    assignments: int
    reassignments: int
    reopenings: int
    journal: tuple[JournalItem, ...]
    links: tuple[LinkedIncident, ...]


@dataclass(frozen=True, slots=True)
class NewIncident:
    """What is needed to log an incident; `id` is made by the window, so that a repeated save cannot double it.

    `shown` is what the desk had suggested when it was saved; `new_caller` is added with it, where `caller_id` is
    somebody whom nobody knew.
    """

    id: str
    short_description: str
    caller_id: str | None = None
    description: str = ""
    channel: Channel = Channel.PHONE
    impact: int = 3
    urgency: int = 3
    reported_at: datetime | None = None
    category_id: str | None = None
    subcategory_id: str | None = None
    service_id: str | None = None
    configuration_item_id: str | None = None
    site_id: str | None = None
    group_id: str | None = None
    assignee_id: str | None = None
    files: tuple["NewFile", ...] = ()
    shown: tuple[Offered, ...] = ()
    new_caller: "NewPerson | None" = None


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to attach, with its content."""

    file_name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class IncidentRef:
    """The incident that a command made or changed."""

    id: str
    number: int


class Seen(NamedTuple):
    """What a person saw where a command is about to write; None is what they saw where nothing stood."""

    value: Any


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A wanted value and the value that the person saw; both are compared with what stands in the database."""

    base: str | int | datetime | None
    value: str | int | datetime | None


class TakenStep(NamedTuple):
    """A step as the journal keeps it: the incident, and the entry by which the step can be taken back.

    `asleep` is until when the incident was put off before; the step woke it, and the journal does not tell that.
    """

    incident_id: str
    entry_id: str
    asleep: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one of many incidents: the fields that changed, as they were and are, or why it was refused.

    None of them changed where both are empty and nothing was refused. `steps` are those it took, with its children,
    and `linked` the uses of articles that were added to it.
    """

    incident_id: str
    number: int
    before: Mapping[str, str | int | datetime | None] = field(default_factory=dict)
    after: Mapping[str, str | int | datetime | None] = field(default_factory=dict)
    refused: str = ""
    steps: tuple[TakenStep, ...] = ()
    linked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepResult:
    """What a transition did: the new state, the children that took it too, those that could not, and why.

    `steps` are all that were taken, for taking them back.
    """

    state: State
    children: tuple[int, ...] = ()
    left_alone: tuple[tuple[int, str], ...] = ()
    steps: tuple[TakenStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """A reply or a work note, with files; `id` is made by the window.

    `others_seen` is how many public messages of others the person has seen; where there are more, nothing is sent.
    `to_stakeholders` makes a public message an update of a major incident, which promises the next one by
    `next_update_at`; without words, beside a resolution that says them, its files go wherever those words go.
    """

    id: str
    body: str
    public: bool
    files: tuple[NewFile, ...] = ()
    then: Step | None = field(default=None)
    others_seen: int | None = None
    to_stakeholders: bool = False
    next_update_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NewLink:
    """A wanted link from one incident to another."""

    id: str
    source_id: str
    target_id: str
    kind: LinkKind


class Followed(NamedTuple):
    """Whether incidents are followed now, and which of them were not like that before."""

    following: bool
    incident_ids: tuple[str, ...]


class Merge(NamedTuple):
    """One incident that is merged into another one; `link_id` is made by the window, and takes it back."""

    link_id: str
    duplicate_id: str


class MergeChoice(NamedTuple):
    """An incident as somebody sees it who merges: what the rules look at, and what tells it from the others."""

    side: Side
    short_description: str
    caller_name: str | None
    assignee_name: str | None
    reported_at: datetime
