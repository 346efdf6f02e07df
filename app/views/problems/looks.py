"""How the states of problems and workarounds look and are called."""

from typing import Final

from app.domain.problems import ProblemState, WorkaroundState
from app.domain.wording import tr

TONES: Final = {
    ProblemState.NEW: "blue",
    ProblemState.INVESTIGATING: "amber",
    ProblemState.KNOWN_ERROR: "violet",
    ProblemState.RESOLVED: "green",
    ProblemState.CLOSED: "slate",
}
"""The tint of each state."""

ICONS: Final = {
    ProblemState.NEW: "circle",
    ProblemState.INVESTIGATING: "search",
    ProblemState.KNOWN_ERROR: "circle-alert",
    ProblemState.RESOLVED: "circle-check",
    ProblemState.CLOSED: "archive",
}
"""The icon of each state, so that it does not hang on colour alone."""


def state_name(state: ProblemState) -> str:
    """What the window calls a state."""
    return {
        ProblemState.NEW: tr("New"),
        ProblemState.INVESTIGATING: tr("Investigating"),
        ProblemState.KNOWN_ERROR: tr("Known error"),
        ProblemState.RESOLVED: tr("Resolved"),
        ProblemState.CLOSED: tr("Closed"),
    }[state]


def workaround_name(state: WorkaroundState) -> str:
    """What the window calls the state of a workaround."""
    return {
        WorkaroundState.NONE: tr("No workaround"),
        WorkaroundState.PROPOSED: tr("Workaround proposed"),
        WorkaroundState.CONFIRMED: tr("Workaround confirmed"),
    }[state]
