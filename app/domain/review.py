"""Post-incident reviews: the states, what publishing demands, and who may take which step.

A review is written as a draft, read and signed while in review, and published once. What was signed is what is
published: content changes in a draft only, and going back to the draft takes the approvals back. A published version
never changes; whoever has more to say begins the next version, which starts as a copy (issue 2, part 5).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.errors import BadInput, Missing, Refused
from app.domain.permissions import Permission
from app.domain.vocabulary import ReviewState, Word
from app.domain.wording import inside, sentence_case, tr

SUMMARY_WORDS = 110
"""How long the executive summary should be at most (UX 4.2); a hint, no limit."""


class ReviewPart(Word):
    """The lists that a review consists of beside its header."""

    IMPACT = "impact"
    EVENT = "event"
    DECISION = "decision"
    CAUSE = "cause"
    LESSON = "lesson"
    ACTION = "action"
    SIGN_OFF = "sign_off"


class LessonKind(Word):
    """In which box a lesson stands."""

    WENT_WELL = "went_well"
    WENT_BADLY = "went_badly"
    LUCKY = "lucky"

    @property
    def label(self) -> str:
        """The headings of the boxes, as the templates of the field have them."""
        return {
            LessonKind.WENT_WELL: tr("What went well"),
            LessonKind.WENT_BADLY: tr("What went badly"),
            LessonKind.LUCKY: tr("Where we were lucky"),
        }[self]


class ActionKind(Word):
    """What an action is for (product research 3.8)."""

    MITIGATE = "mitigate"
    PREVENT = "prevent"
    DETECT = "detect"
    PROCESS = "process"


class ActionStatus(Word):
    """How far an action is."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_DOING = "not_doing"

    @property
    def label(self) -> str:
        """`Open` is what a button does; here it is how something stands."""
        return sentence_case(tr("open")) if self is ActionStatus.OPEN else super().label

    @property
    def is_open(self) -> bool:
        """Whether the action can still be overdue."""
        return self in {ActionStatus.OPEN, ActionStatus.IN_PROGRESS}


class Milestone(Word):
    """The moments of an incident that get a letter on the timeline; `MARKED` is any other that matters."""

    BEGAN = "began"
    DETECTED = "detected"
    RESPONDED = "responded"
    ESCALATED = "escalated"
    MITIGATED = "mitigated"
    REOPENED = "reopened"
    RESOLVED = "resolved"
    CLOSED = "closed"
    MARKED = "marked"

    @property
    def label(self) -> str:
        """`Responded` alone would not say what a first response is."""
        return {Milestone.RESPONDED: tr("First response"), Milestone.MARKED: tr("Other milestone")}.get(
            self, super().label
        )


_ORDER = (
    Milestone.BEGAN,
    Milestone.DETECTED,
    Milestone.RESPONDED,
    Milestone.MITIGATED,
    Milestone.RESOLVED,
    Milestone.CLOSED,
)
_FIRST_COUNTS = frozenset({Milestone.BEGAN, Milestone.DETECTED, Milestone.RESPONDED})


@dataclass(frozen=True, slots=True)
class ActionStanding:
    """An action as far as publishing looks at it."""

    text: str
    has_owner: bool
    has_due: bool


@dataclass(frozen=True, slots=True)
class SignOffStanding:
    """A sign-off as far as publishing looks at it."""

    role: str
    has_person: bool
    approved: bool


@dataclass(frozen=True, slots=True)
class ReviewStanding:
    """What the rules need to know of a review; times in UTC. `milestones` pairs the kind with its time."""

    state: ReviewState
    version: int
    title: str = ""
    summary: str = ""
    impact_began_at: datetime | None = None
    impact_ended_at: datetime | None = None
    events: int = 0
    causes: int = 0
    actions: tuple[ActionStanding, ...] = ()
    sign_offs: tuple[SignOffStanding, ...] = ()
    milestones: tuple[tuple[Milestone, datetime], ...] = ()
    empty_rows: tuple[tuple[ReviewPart, str], ...] = ()


REVIEW_STEPS: dict[tuple[ReviewState, ReviewState], Permission] = {
    (ReviewState.DRAFT, ReviewState.IN_REVIEW): Permission.REVIEW_EDIT,
    (ReviewState.IN_REVIEW, ReviewState.DRAFT): Permission.REVIEW_EDIT,
    (ReviewState.IN_REVIEW, ReviewState.PUBLISHED): Permission.REVIEW_PUBLISH,
}
"""The legal steps and the permission that carries each."""


def next_review_states(state: ReviewState) -> tuple[ReviewState, ...]:
    """The states that can follow; the window offers exactly these."""
    return tuple(to for (source, to) in REVIEW_STEPS if source is state)


def check_review_step(standing: ReviewStanding, to: ReviewState) -> Permission:
    """The permission that the step needs, or `Refused` that lists everything that is missing at once."""
    permission = REVIEW_STEPS.get((standing.state, to))
    if permission is None:
        raise Refused(_impossible(standing, to))
    missing: tuple[Missing, ...] = ()
    if to is ReviewState.IN_REVIEW:
        missing = missing_for_review(standing)
    elif to is ReviewState.PUBLISHED:
        missing = missing_for_publishing(standing)
    if missing:
        raise Refused("", missing)
    return permission


def _impossible(standing: ReviewStanding, to: ReviewState) -> str:
    if standing.state is ReviewState.PUBLISHED:
        return tr(
            "Version {version} is published and never changes. Begin a new version instead.", version=standing.version
        )
    if standing.state is ReviewState.DRAFT and to is ReviewState.PUBLISHED:
        return tr("A draft cannot be published at once. Send it to review, have it signed, then publish it.")
    if standing.state is ReviewState.DRAFT:
        return tr("The review is a draft already.")
    return tr("The review is being read and signed already.")


def ensure_editable(state: ReviewState, version: int) -> None:
    """Pass for a draft; else `Refused` that says what to do first."""
    if state is ReviewState.PUBLISHED:
        raise Refused(
            tr("Version {version} is published and never changes. Begin a new version to change it.", version=version)
        )
    if state is ReviewState.IN_REVIEW:
        raise Refused(tr("The review is being read and signed. Take it back to draft to change it."))


def missing_for_review(standing: ReviewStanding) -> tuple[Missing, ...]:
    """What a draft needs before others are asked to read it: enough to be read, and nothing that cannot be true."""
    return (*_header(standing), *_impact_times(standing), *_unfinished_rows(standing), *_order(standing))


def missing_for_publishing(standing: ReviewStanding) -> tuple[Missing, ...]:
    """Everything that stands between the review and its publication, in the order of the page."""
    missing = list(missing_for_review(standing))
    if not standing.events:
        missing.append(Missing("event", tr("Put at least one event on the timeline.")))
    if not standing.causes:
        missing.append(Missing("cause", tr("Write at least one contributing cause.")))
    for number, action in enumerate(standing.actions, 1):
        if not action.has_owner:
            missing.append(Missing("action", tr("Action {number} has no owner.", number=number)))
        if not action.has_due:
            missing.append(Missing("action", tr("Action {number} has no due date.", number=number)))
    return (*missing, *_signatures(standing))


def _header(standing: ReviewStanding) -> list[Missing]:
    missing = []
    if not standing.title.strip():
        missing.append(Missing("title", tr("Give the review a title.")))
    if not standing.summary.strip():
        missing.append(Missing("summary", tr("Write the executive summary.")))
    return missing


def _impact_times(standing: ReviewStanding) -> list[Missing]:
    missing = []
    if standing.impact_began_at is None:
        missing.append(Missing("impact_began_at", tr("Say when the impact began.")))
    if standing.impact_ended_at is None:
        missing.append(Missing("impact_ended_at", tr("Say when the impact ended.")))
    if not missing and duration(standing.impact_began_at, standing.impact_ended_at) is None:
        missing.append(Missing("impact_ended_at", tr("The impact ends before it begins; correct one of the times.")))
    return missing


def _unfinished_rows(standing: ReviewStanding) -> list[Missing]:
    return [
        Missing(part.value, tr("{row} has no text yet; write it or remove the row.", row=row))
        for part, row in standing.empty_rows
    ]


def _order(standing: ReviewStanding) -> list[Missing]:
    last: tuple[Milestone, datetime] | None = None
    times = milestone_times(standing.milestones)
    for milestone in _ORDER:
        at = times.get(milestone)
        if at is None:
            continue
        if last is not None and at < last[1]:
            sentence = tr(
                "The milestone {milestone} lies before {last}; correct one.",
                milestone=inside(milestone.label),
                last=inside(last[0].label),
            )
            return [Missing("event", sentence)]
        last = (milestone, at)
    return []


def _signatures(standing: ReviewStanding) -> list[Missing]:
    if not standing.sign_offs:
        return [Missing("sign_off", tr("Name at least one person who signs the review off."))]
    missing = []
    for number, sign_off in enumerate(standing.sign_offs, 1):
        role = sign_off.role or tr("Sign-off {number}", number=number)
        if not sign_off.has_person:
            missing.append(Missing("sign_off", tr("{role}: choose who signs, or remove the line.", role=role)))
        elif not sign_off.approved:
            missing.append(Missing("sign_off", tr("{role} has not approved yet.", role=role)))
    return missing


def milestone_times(milestones: tuple[tuple[Milestone, datetime], ...]) -> dict[Milestone, datetime]:
    """One time for each kind: the first of what can only begin once, the last of what a reopening repeats."""
    times: dict[Milestone, datetime] = {}
    for milestone, at in sorted(milestones, key=lambda pair: pair[1]):
        if milestone not in _FIRST_COUNTS or milestone not in times:
            times[milestone] = at
    return times


def duration(earlier: datetime | None, later: datetime | None) -> timedelta | None:
    """Later minus earlier, never negative; None when one is unknown or the two stand in the wrong order.

    ServiceNow's documentation prints its timing formulas the other way round (product research 3.8).
    """
    if earlier is None or later is None or later < earlier:
        return None
    return later - earlier


def ensure_order(began: datetime | None, ended: datetime | None) -> None:
    """`BadInput` when the impact would end before it began."""
    if began is not None and ended is not None and ended < began:
        raise BadInput(tr("The impact cannot end before it began. Correct one of the two times."), "impact_ended_at")


def words(text: str) -> int:
    """How many words a text has, counted at white space."""
    return len(text.split())


def overdue_days(status: str, due: date | None, today: date) -> int | None:
    """By how many days an open action is late; None when it is not."""
    if due is None or due >= today or status not in {item.value for item in ActionStatus if item.is_open}:
        return None
    return (today - due).days


def letter(index: int) -> str:
    """The letter of a milestone by its place in time: A to Z, then AA, AB and so on."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def entry_reference(entry_id: str) -> str:
    """How a document names a journal entry: the last eight digits of its identifier, where entries differ most."""
    return entry_id[-8:]
