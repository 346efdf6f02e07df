"""When an incident can become a major one, and what can be decided about it."""

import itertools

import pytest

from app.domain.errors import Refused
from app.domain.major import MajorStep, major_after, why_not
from app.domain.permissions import Permission
from app.domain.vocabulary import MajorState, State

NONE, PROPOSED, ACCEPTED, REJECTED, CANCELED = MajorState
PROPOSE, ACCEPT, REJECT, DEMOTE, LEAD = MajorStep

LEGAL = {
    **{(now, PROPOSE): PROPOSED for now in (NONE, REJECTED, CANCELED)},
    **{(now, ACCEPT): ACCEPTED for now in (NONE, PROPOSED, REJECTED, CANCELED)},
    (PROPOSED, REJECT): REJECTED,
    (ACCEPTED, DEMOTE): CANCELED,
    (ACCEPTED, LEAD): ACCEPTED,
}


@pytest.mark.parametrize(("now", "step"), list(itertools.product(MajorState, MajorStep)))
def test_every_step_of_an_open_incident(now: MajorState, step: MajorStep) -> None:
    if (now, step) in LEGAL:
        assert major_after(now, State.IN_PROGRESS, step) is LEGAL[now, step]
    else:
        with pytest.raises(Refused, match=r"major incident.*\.$"):
            major_after(now, State.IN_PROGRESS, step)


@pytest.mark.parametrize("step", MajorStep)
@pytest.mark.parametrize("state", [State.CLOSED, State.CANCELED])
def test_what_has_ended_may_only_be_read(state: State, step: MajorStep) -> None:
    assert all("may only be read" in why_not(now, state, step) for now in MajorState)


def test_what_is_resolved_can_be_decided_about_but_not_begun() -> None:
    assert why_not(PROPOSED, State.RESOLVED, ACCEPT) == ""
    assert why_not(PROPOSED, State.RESOLVED, REJECT) == ""
    assert why_not(ACCEPTED, State.RESOLVED, DEMOTE) == ""
    for now in (NONE, REJECTED, CANCELED):
        assert why_not(now, State.RESOLVED, PROPOSE) == "Only an open incident can become a major one"
        assert why_not(now, State.RESOLVED, ACCEPT) == "Only an open incident can become a major one"


def test_anybody_proposes_and_few_decide() -> None:
    assert PROPOSE.permission is Permission.MAJOR_PROPOSE
    assert {step.permission for step in MajorStep if step is not PROPOSE} == {Permission.MAJOR_DECIDE}
