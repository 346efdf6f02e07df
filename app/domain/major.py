"""The life of a major incident beside its state: proposed by a rule or a person, then accepted or rejected.

After product research 3.7: anybody at the desk proposes, whoever manages major incidents decides; an accepted one has
somebody who leads it, and can be taken back without losing the incident. Whether it is one says nothing about its
priority.
"""

from collections.abc import Iterable
from itertools import groupby

from app.domain.errors import Refused
from app.domain.permissions import Permission
from app.domain.vocabulary import MajorState, State, Word
from app.domain.wording import inside, marked, tr


class MajorStep(Word):
    """What can be done about an incident's being a major one."""

    PROPOSE = "propose"
    ACCEPT = "accept"
    REJECT = "reject"
    DEMOTE = "demote"
    LEAD = "lead"

    @property
    def permission(self) -> Permission:
        """Who may take the step."""
        return Permission.MAJOR_PROPOSE if self is MajorStep.PROPOSE else Permission.MAJOR_DECIDE


CANDIDATES = frozenset({MajorState.PROPOSED, MajorState.ACCEPTED})
"""While it is one of these an incident is handled apart from its children and closed by nobody but a person."""

REACHED = "update_reached"
"""Under this name a stakeholder update tells how many callers read it."""

NEXT_UPDATE = "next_update_at"
"""Under this name a stakeholder update tells by when the next one is promised."""

DECISION_TAKEN_BACK = "Taken back"
"""These words stand in the journal where somebody took their last proposal or decision back."""

_BECAME = {
    MajorState.PROPOSED: marked("proposed as a major incident"),
    MajorState.ACCEPTED: marked("accepted as a major incident"),
    MajorState.REJECTED: marked("rejected as a major incident"),
    MajorState.CANCELED: marked("no longer a major incident"),
}

AFTER = {
    MajorStep.PROPOSE: MajorState.PROPOSED,
    MajorStep.ACCEPT: MajorState.ACCEPTED,
    MajorStep.REJECT: MajorState.REJECTED,
    MajorStep.DEMOTE: MajorState.CANCELED,
    MajorStep.LEAD: MajorState.ACCEPTED,
}
"""What each step makes of the incident."""

_ENDED = frozenset({State.CLOSED, State.CANCELED})


Pair = tuple[str | None, str | None]
Told = tuple[str, str | None, str, str | None, str | None]
"""A change that a proposal or decision made: the id of its entry, its words, the field, what was there and what is."""


def decisions_passed_over(told: Iterable[Told]) -> frozenset[str]:
    """The entries that count as if never written: decisions that were taken back, and what says so.

    `told` is in the order of the journal, and of one incident.
    """
    stand: list[tuple[str, dict[str, Pair]]] = []
    passed: set[str] = set()
    for (entry_id, words), rows in groupby(told, key=lambda row: (row[0], row[1])):
        changes: dict[str, Pair] = {field: (old, new) for _, _, field, old, new in rows}
        undoes = bool(stand) and stand[-1][1] == {field: (new, old) for field, (old, new) in changes.items()}
        if words == DECISION_TAKEN_BACK and undoes:
            passed |= {stand.pop()[0], entry_id}
        else:
            stand.append((entry_id, changes))
    return frozenset(passed)


def became_words(before: str | None, after: str | None) -> str:
    """What a change of the major state says in a sentence about the incident: "accepted as a major incident"."""
    if after == MajorState.ACCEPTED and before != MajorState.PROPOSED:
        return tr("declared a major incident")
    return tr(_BECAME[MajorState(after)]) if after in _BECAME else tr("no major incident")


def major_after(now: MajorState, state: State, step: MajorStep) -> MajorState:
    """What the incident is after the step; `Refused` says why it cannot be taken now."""
    problem = why_not(now, state, step)
    if problem:
        raise Refused(f"{problem}.")
    return AFTER[step]


def why_no_update(now: MajorState, state: State) -> str:
    """Why no stakeholder update can be sent; empty when one can. Without a full stop."""
    if now is not MajorState.ACCEPTED:
        return tr("It is no major incident")
    return tr("The incident is {state} and may only be read", state=inside(state.label)) if state in _ENDED else ""


def why_not(now: MajorState, state: State, step: MajorStep) -> str:
    """Why the step cannot be taken on an incident in this state; empty when it can. Without a full stop."""
    if state in _ENDED:
        return tr("The incident is {state} and may only be read", state=inside(state.label))
    if step is MajorStep.REJECT:
        return "" if now is MajorState.PROPOSED else tr("It is not proposed as a major incident")
    if step in {MajorStep.DEMOTE, MajorStep.LEAD}:
        return "" if now is MajorState.ACCEPTED else tr("It is no major incident")
    if now is MajorState.ACCEPTED:
        return tr("It is a major incident already")
    if now is MajorState.PROPOSED:
        return tr("It is proposed as a major incident already") if step is MajorStep.PROPOSE else ""
    return "" if state.is_open else tr("Only an open incident can become a major one")
