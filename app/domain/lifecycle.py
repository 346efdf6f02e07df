"""The state machine of an incident: which steps exist, what each demands, and who may take it.

The table is product research 3.2, after the ServiceNow state model. A breach is never a state here: it belongs to
the clock, because a state that encodes it forgets it on the next step (seen in iTop).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.checklists import open_words
from app.domain.errors import Missing, Refused
from app.domain.kept_words import ALL_BUILT_IN, Offered, WordKind, not_in_use
from app.domain.major import CANDIDATES
from app.domain.moments import can_be_kept
from app.domain.permissions import Permission
from app.domain.text import is_blank
from app.domain.vocabulary import CloseCause, HoldReason, MajorState, State
from app.domain.wording import inside, tr

REOPEN_WINDOW = timedelta(days=14)
"""How long after the resolution an incident may be reopened by default; later a linked follow-up is logged."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules need to know of the incident as it is now; times in UTC."""

    state: State
    has_assignee: bool
    has_group: bool
    major: MajorState = MajorState.NONE
    required_steps: int = 0
    """Steps of the checklist that are open and required."""
    resolved_at: datetime | None = None
    hold_reason: str | None = None
    hold_until: datetime | None = None
    offered: Offered = ALL_BUILT_IN
    """What people may choose at this desk."""


@dataclass(frozen=True, slots=True)
class Step:
    """A wanted transition with what the person gave for it; `seen` is the state from which they wanted to go.

    `others_seen` is how many public messages of others the person has seen; where there are more, nothing that the
    caller would read is said. `by_rule` says that the program gives the code itself, as the solution of a problem does:
    then it may be one that is not offered to people.
    """

    to: State
    reason: str = ""
    comment: str = ""
    hold_reason: str | None = None
    hold_until: datetime | None = None
    resolution_code: str | None = None
    resolution_notes: str = ""
    close_cause: CloseCause | None = None
    seen: State | None = None
    others_seen: int | None = None
    by_rule: bool = False

    @property
    def is_read_by_caller(self) -> bool:
        """Whether what is given for it is a message to the caller: how it was resolved, what is asked, why it ends."""
        asks = self.to is State.ON_HOLD and self.hold_reason == HoldReason.AWAITING_CALLER
        return asks or self.to in {State.RESOLVED, State.CANCELED}


@dataclass(frozen=True, slots=True)
class Moment:
    """When the step is taken and how long reopening is possible; the clock is the caller's."""

    now: datetime
    reopen_window: timedelta = REOPEN_WINDOW


Demand = Callable[[Standing, Step, Moment], list[Missing]]


def _someone_responsible(standing: Standing, _step: Step, _moment: Moment) -> list[Missing]:
    if standing.has_assignee or standing.has_group:
        return []
    return [Missing("assignee", tr("Choose an assignment group or an assignee before work starts."))]


def _hold(standing: Standing, step: Step, moment: Moment) -> list[Missing]:
    missing = []
    if step.hold_reason is None:
        missing.append(Missing("hold_reason", tr("Say what the incident waits for.")))
    elif step.hold_reason not in {*standing.offered.hold_reasons, standing.hold_reason}:
        missing.append(Missing("hold_reason", not_in_use(WordKind.HOLD, step.hold_reason)))
    if step.hold_until is None:
        missing.append(Missing("hold_until", tr("Say until when waiting is expected.")))
    elif not can_be_kept(step.hold_until):
        missing.append(Missing("hold_until", tr("The expected end of the wait is no moment before the year 2200.")))
    elif step.hold_until <= moment.now:
        missing.append(Missing("hold_until", tr("The expected end of the wait lies in the past; choose a later time.")))
    if step.hold_reason == HoldReason.AWAITING_CALLER and is_blank(step.comment):
        missing.append(Missing("comment", tr("Tell the caller what you need from them.")))
    unchanged = (standing.hold_reason, standing.hold_until) == (step.hold_reason, step.hold_until)
    if standing.state is State.ON_HOLD and unchanged and not missing:
        missing.append(
            Missing("hold_reason", tr("The incident already waits for this; change the reason or the time."))
        )
    return missing


def _resolution(standing: Standing, step: Step, _moment: Moment) -> list[Missing]:
    missing = []
    if is_blank(step.resolution_code):
        missing.append(Missing("resolution_code", tr("Choose a resolution code.")))
    elif not step.by_rule and step.resolution_code not in standing.offered.resolution_codes:
        missing.append(Missing("resolution_code", not_in_use(WordKind.CODE, step.resolution_code or "")))
    if is_blank(step.resolution_notes):
        missing.append(
            Missing("resolution_notes", tr("Write how it was resolved; the caller and the next agent read it."))
        )
    if standing.required_steps:
        missing.append(Missing("checklist", open_words(standing.required_steps, required=True)))
    return missing


def _reason_to_cancel(_standing: Standing, step: Step, _moment: Moment) -> list[Missing]:
    return _reason(step, tr("Say why the incident is canceled."))


def _reason_to_reopen(_standing: Standing, step: Step, _moment: Moment) -> list[Missing]:
    return _reason(step, tr("Say why the incident is reopened."))


def _reason(step: Step, sentence: str) -> list[Missing]:
    return [Missing("reason", sentence)] if is_blank(step.reason) else []


def _within_window(standing: Standing, _step: Step, moment: Moment) -> list[Missing]:
    if standing.resolved_at is None or moment.now - standing.resolved_at <= moment.reopen_window:
        return []
    days = moment.reopen_window.days
    return [
        Missing(
            "resolved_at", tr("It was resolved more than {days} days ago. Log a new incident and link it.", days=days)
        )
    ]


def _word_of_closure(standing: Standing, step: Step, _moment: Moment) -> list[Missing]:
    if step.close_cause is None:
        return [Missing("close_cause", tr("Say who confirmed: the caller, a supervisor, or nobody in time."))]
    if step.close_cause is CloseCause.TIMEOUT and standing.major in CANDIDATES:
        return [
            Missing("close_cause", tr("A major incident is closed by a person after its review, not by the clock."))
        ]
    return []


@dataclass(frozen=True, slots=True)
class Transition:
    """One legal arrow of the table: what it demands and which permission carries it."""

    permission: Permission
    demands: tuple[Demand, ...] = ()


_WORK = Permission.INCIDENT_WORK
_CANCEL = Transition(Permission.INCIDENT_CANCEL, (_reason_to_cancel,))
_RESOLVE = Transition(_WORK, (_resolution,))
_HOLD = Transition(_WORK, (_hold,))
_RESTORE = Transition(Permission.INCIDENT_RESTORE, (_reason_to_reopen,))

TRANSITIONS: dict[tuple[State, State], Transition] = {
    (State.NEW, State.IN_PROGRESS): Transition(_WORK, (_someone_responsible,)),
    (State.NEW, State.ON_HOLD): _HOLD,
    (State.NEW, State.RESOLVED): _RESOLVE,
    (State.NEW, State.CANCELED): _CANCEL,
    (State.IN_PROGRESS, State.ON_HOLD): _HOLD,
    (State.IN_PROGRESS, State.RESOLVED): _RESOLVE,
    (State.IN_PROGRESS, State.CANCELED): _CANCEL,
    (State.ON_HOLD, State.IN_PROGRESS): Transition(_WORK),
    (State.ON_HOLD, State.ON_HOLD): _HOLD,
    (State.ON_HOLD, State.RESOLVED): _RESOLVE,
    (State.ON_HOLD, State.CANCELED): _CANCEL,
    (State.RESOLVED, State.IN_PROGRESS): Transition(Permission.INCIDENT_REOPEN, (_reason_to_reopen, _within_window)),
    (State.RESOLVED, State.CLOSED): Transition(Permission.INCIDENT_CLOSE, (_word_of_closure,)),
    (State.CLOSED, State.IN_PROGRESS): _RESTORE,
    (State.CANCELED, State.IN_PROGRESS): _RESTORE,
}


def next_states(state: State) -> tuple[State, ...]:
    """The states that can follow, in the order of the table; the window offers exactly these."""
    return tuple(to for (source, to) in TRANSITIONS if source is state)


def transition(source: State, to: State) -> Transition:
    """The arrow from one state to another, or `Refused` with what is possible instead."""
    found = TRANSITIONS.get((source, to))
    if found is not None:
        return found
    possible = ", ".join(inside(state.label) for state in next_states(source))
    raise Refused(
        tr(
            "An incident cannot go from {source} to {to}. From here: {possible}.",
            source=inside(source.label),
            to=inside(to.label),
            possible=possible,
        )
    )


def check_step(standing: Standing, step: Step, moment: Moment) -> Transition:
    """The arrow to take, or `Refused` that lists everything that is missing at once."""
    arrow = transition(standing.state, step.to)
    missing = tuple(item for demand in arrow.demands for item in demand(standing, step, moment))
    if missing:
        raise Refused("", missing)
    return arrow


_COPIED_HOLDS = frozenset({HoldReason.AWAITING_CHANGE, HoldReason.AWAITING_PROBLEM, HoldReason.AWAITING_VENDOR})


def copies_to_children(source: State, step: Step, *, by_desk: bool, major: MajorState) -> bool:
    """Whether the step of a parent is taken by its children too (product research 3.2, the paragraph on parents).

    Work, waiting for somebody outside and the resolution are shared; waiting for one caller, closing and canceling
    are not. Reopening is shared when the desk reopens, not when a caller does. A parent that is a candidate for a major
    incident shares nothing, because it has not been decided what its children belong to; one that was accepted shares
    its resolution alone (3.7).
    """
    if major is MajorState.PROPOSED:
        return False
    if major is MajorState.ACCEPTED:
        return step.to is State.RESOLVED
    if step.to is State.ON_HOLD:
        return step.hold_reason in _COPIED_HOLDS
    if step.to is State.IN_PROGRESS and source in {State.RESOLVED, State.CLOSED, State.CANCELED}:
        return by_desk and source is State.RESOLVED
    return step.to in {State.IN_PROGRESS, State.RESOLVED}
