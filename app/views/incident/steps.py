"""The steps of the lifecycle as the page offers them: which action leads along which arrow, and why not now."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from app.domain.actor import Actor
from app.domain.lifecycle import TRANSITIONS, next_states
from app.domain.permissions import Permission, may
from app.domain.vocabulary import CancelReason, CloseCause, MajorState, State
from app.domain.wording import inside, tr
from app.services.incidents.dto import IncidentDetail
from app.views.toolkit.formats import at_wall

ENDED: Final = frozenset({State.RESOLVED, State.CLOSED, State.CANCELED})

ACTIONS: Final[Mapping[str, State]] = {
    "incident.resolve": State.RESOLVED,
    "incident.start": State.IN_PROGRESS,
    "incident.resume": State.IN_PROGRESS,
    "incident.reopen": State.IN_PROGRESS,
    "incident.hold": State.ON_HOLD,
    "incident.close": State.CLOSED,
    "incident.cancel": State.CANCELED,
}
"""Where each action leads."""

BUTTONS: Final[Mapping[str, tuple[str, str]]] = {
    "incident.resolve": (tr("Resolve"), "check"),
    "incident.start": (tr("Start work"), "play"),
    "incident.resume": (tr("Resume"), "play"),
    "incident.reopen": (tr("Reopen"), "rotate-ccw"),
    "incident.hold": (tr("Wait"), "calendar-clock"),
    "incident.close": (tr("Close"), "archive"),
    "incident.cancel": (tr("Cancel incident"), "ban"),
}
"""What the buttons of the action row say."""

_ORDER: Final = (
    "incident.resolve", "incident.close", "incident.reopen", "incident.start", "incident.resume", "incident.hold",
    "incident.cancel",
)  # fmt: skip


CLOSE_CAUSES: Final[Mapping[CloseCause, str]] = {
    CloseCause.CALLER_ACCEPTED: tr("The caller accepted"),
    CloseCause.TIMEOUT: tr("Nobody answered in time"),
    CloseCause.SUPERVISOR: tr("A supervisor decided"),
}
"""Who or what confirms that an incident is closed."""


def canceled_because(reason: str, text: str) -> str:
    """Why an incident is canceled: the reason that was chosen, empty for none, and what was written beside it."""
    label = CancelReason(reason).label if reason else ""
    return ": ".join(piece for piece in (label, text.strip()) if piece)


def action_of(source: State, to: State) -> str:
    """The action that goes along an arrow."""
    if to is State.IN_PROGRESS:
        if source in ENDED:
            return "incident.reopen"
        return "incident.resume" if source is State.ON_HOLD else "incident.start"
    return next(action for action, target in ACTIONS.items() if target is to)


def actions_of(state: str) -> tuple[str, ...]:
    """The actions that a state has, the main one first; none for a state that only an import knows."""
    if state not in set(State):
        return ()
    possible = {action_of(State(state), to) for to in next_states(State(state))}
    return tuple(action for action in _ORDER if action in possible)


def why_not(detail: IncidentDetail | None, actor: Actor, action: str) -> str | None:
    """Why an action cannot be taken now, or None."""
    if detail is None:
        return tr("No incident is open")
    if action not in actions_of(detail.state):
        known = inside(State(detail.state).label) if detail.state in set(State) else detail.state
        return tr("Not possible while the incident is {known}", known=known)
    closes_major = action == "incident.close" and detail.major_state == MajorState.ACCEPTED
    if closes_major and not may(actor, Permission.MAJOR_DECIDE) and detail.major.lead_id != actor.person_id:
        return tr("A major incident is closed by whoever leads it or by a supervisor")
    arrow = TRANSITIONS[State(detail.state), ACTIONS[action]]
    return None if may(actor, arrow.permission) else tr("Not for the role {role}", role=inside(actor.role.label))


class Moment(NamedTuple):
    """A quick choice of a time: what the button says, and the time in the reader's zone."""

    label: str
    at: datetime


def quick_moments(now: datetime, zone: tzinfo | None) -> tuple[Moment, ...]:
    """Usual ends of a wait: in an hour, in four, tomorrow at nine, next Monday at nine, in a week."""
    local = now.astimezone(zone)
    tomorrow = local.date() + timedelta(days=1)
    monday = local.date() + timedelta(days=7 - local.weekday())
    nine = time(9, 0)
    return (
        Moment(tr("In 1 hour"), local + timedelta(hours=1)),
        Moment(tr("In 4 hours"), local + timedelta(hours=4)),
        Moment(tr("Tomorrow 09:00"), at_wall(datetime.combine(tomorrow, nine), zone)),
        Moment(tr("Monday 09:00"), at_wall(datetime.combine(monday, nine), zone)),
        Moment(tr("In 1 week"), at_wall(datetime.combine(local.date() + timedelta(days=7), local.time()), zone)),
    )
