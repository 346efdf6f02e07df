"""Problems: what lies behind incidents, from the first suspicion to the permanent fix (ITIL's words).

A problem is a *known error* once its cause is known and there is a workaround. Every step can be gone back, because a
cause that was believed for a week may turn out to be none.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.errors import BadInput, Missing, Refused
from app.domain.text import TITLE_LIMIT, clean_line, is_blank
from app.domain.vocabulary import Word
from app.domain.wording import inside, tr


class ProblemState(Word):
    """Where a problem stands, in the order in which it gets on."""

    NEW = "new"
    INVESTIGATING = "investigating"
    KNOWN_ERROR = "known_error"
    RESOLVED = "resolved"
    CLOSED = "closed"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self not in {ProblemState.RESOLVED, ProblemState.CLOSED}


class WorkaroundState(Word):
    """Whether what helps meanwhile was tried."""

    NONE = "none"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


class ProblemEntry(StrEnum):
    """What an entry in the history of a problem tells."""

    OPENED = "opened"
    CHANGE = "change"
    NOTE = "note"


_STEPS: Final = {
    ProblemState.NEW: (ProblemState.INVESTIGATING, ProblemState.CLOSED),
    ProblemState.INVESTIGATING: (
        ProblemState.NEW, ProblemState.KNOWN_ERROR, ProblemState.RESOLVED, ProblemState.CLOSED,
    ),
    ProblemState.KNOWN_ERROR: (ProblemState.INVESTIGATING, ProblemState.RESOLVED, ProblemState.CLOSED),
    ProblemState.RESOLVED: (ProblemState.INVESTIGATING, ProblemState.KNOWN_ERROR, ProblemState.CLOSED),
    ProblemState.CLOSED: (
        ProblemState.NEW, ProblemState.INVESTIGATING, ProblemState.KNOWN_ERROR, ProblemState.RESOLVED,
    ),
}  # fmt: skip
_ORDER: Final = tuple(ProblemState)


@dataclass(frozen=True, slots=True)
class ProblemStanding:
    """What the rules need to know of a problem as it is now."""

    state: ProblemState
    cause: str = ""
    workaround: str = ""
    fix: str = ""


def steps_from(state: ProblemState) -> tuple[ProblemState, ...]:
    """The states that a problem can go to."""
    return _STEPS[state]


def goes_forward(source: ProblemState, target: ProblemState) -> bool:
    """Whether the step brings the problem on; others take something back."""
    return _ORDER.index(target) > _ORDER.index(source)


def check_problem_step(standing: ProblemStanding, to: ProblemState, reason: str = "") -> None:
    """Pass, or `Refused` with all that is missing for this step."""
    if to not in _STEPS[standing.state]:
        ways = ", ".join(inside(each.label) for each in _STEPS[standing.state])
        is_now, wanted = inside(standing.state.label), inside(to.label)
        raise Refused(
            tr("A problem that is {now} cannot become {wanted}, only {ways}.", now=is_now, wanted=wanted, ways=ways)
        )
    missing = _missing(standing, to, reason)
    if missing:
        raise Refused("", tuple(missing))


def _missing(standing: ProblemStanding, to: ProblemState, reason: str) -> list[Missing]:
    wanted: list[Missing] = []
    if to in {ProblemState.KNOWN_ERROR, ProblemState.RESOLVED} and is_blank(standing.cause):
        wanted.append(Missing("cause", tr("Write what the cause is.")))
    if to is ProblemState.KNOWN_ERROR and is_blank(standing.workaround):
        wanted.append(Missing("workaround", tr("Write what helps until it is mended.")))
    if to is ProblemState.RESOLVED and is_blank(standing.fix):
        wanted.append(Missing("fix", tr("Write what mends it for good.")))
    if to is ProblemState.CLOSED and standing.state is not ProblemState.RESOLVED and is_blank(reason):
        wanted.append(Missing("reason", tr("Say why the problem is closed without being resolved.")))
    return wanted


def problem_title(text: str) -> str:
    """A cleaned title of 1 to 160 characters, or `BadInput` that says what to do."""
    title = clean_line(text)
    if is_blank(title):
        raise BadInput(tr("The title is empty. Say in one line what lies behind the incidents."), "title")
    if len(title) > TITLE_LIMIT:
        raise BadInput(
            tr("The title has {n} characters, {limit} is the limit.", n=len(title), limit=TITLE_LIMIT), "title"
        )
    return title


def settled_workaround(text: str, state: WorkaroundState, *, was: str, stood: WorkaroundState) -> WorkaroundState:
    """The state that fits a workaround: none without a text, and one that was rewritten has yet to be confirmed.

    `was` and `stood` are the text and state before; where the state is changed itself, that is what somebody says.
    """
    if is_blank(text):
        return WorkaroundState.NONE
    if state is WorkaroundState.NONE or (text != was and state is stood):
        return WorkaroundState.PROPOSED
    return state
