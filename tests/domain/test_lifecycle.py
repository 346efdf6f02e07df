"""The state machine of product research 3.2: the whole table, legal and illegal, and every demand."""

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.domain.errors import Refused
from app.domain.lifecycle import (
    REOPEN_WINDOW,
    TRANSITIONS,
    Moment,
    Standing,
    Step,
    check_step,
    copies_to_children,
    next_states,
    transition,
)
from app.domain.permissions import Permission
from app.domain.vocabulary import CloseCause, HoldReason, MajorState, State
from tests.support.clock import DEFAULT_START

NOW = Moment(DEFAULT_START)
LATER = DEFAULT_START + timedelta(days=1)
N, P, H, R, C, X = State.NEW, State.IN_PROGRESS, State.ON_HOLD, State.RESOLVED, State.CLOSED, State.CANCELED

# Written out again from the research rather than taken from the program: a slip in either shows.
LEGAL = {
    (N, P): Permission.INCIDENT_WORK,
    (N, H): Permission.INCIDENT_WORK,
    (N, R): Permission.INCIDENT_WORK,
    (N, X): Permission.INCIDENT_CANCEL,
    (P, H): Permission.INCIDENT_WORK,
    (P, R): Permission.INCIDENT_WORK,
    (P, X): Permission.INCIDENT_CANCEL,
    (H, P): Permission.INCIDENT_WORK,
    (H, H): Permission.INCIDENT_WORK,
    (H, R): Permission.INCIDENT_WORK,
    (H, X): Permission.INCIDENT_CANCEL,
    (R, P): Permission.INCIDENT_REOPEN,
    (R, C): Permission.INCIDENT_CLOSE,
    (C, P): Permission.INCIDENT_RESTORE,
    (X, P): Permission.INCIDENT_RESTORE,
}
PAIRS = list(itertools.product(State, State))


def standing(state: State) -> Standing:
    """An incident in the state with nothing left to wish for."""
    held = state is State.ON_HOLD
    return Standing(
        state,
        has_assignee=True,
        has_group=True,
        resolved_at=DEFAULT_START if state in {State.RESOLVED, State.CLOSED} else None,
        hold_reason=HoldReason.AWAITING_PARTS if held else None,
        hold_until=LATER if held else None,
    )


def full_step(to: State) -> Step:
    """A step that gives everything that any arrow to the state could demand."""
    return Step(
        to,
        reason="It came back",
        comment="Please send the serial number.",
        hold_reason=HoldReason.AWAITING_CALLER,
        hold_until=LATER,
        resolution_code="solution_provided",
        resolution_notes="Replaced the cable.",
        close_cause=CloseCause.CALLER_ACCEPTED,
    )


@pytest.mark.parametrize(("source", "to"), PAIRS, ids=lambda state: state.value)
def test_the_whole_table(source: State, to: State) -> None:
    if (source, to) in LEGAL:
        assert check_step(standing(source), full_step(to), NOW).permission is LEGAL[source, to]
        assert to in next_states(source)
        return
    with pytest.raises(Refused) as refusal:
        check_step(standing(source), full_step(to), NOW)
    assert not refusal.value.missing, "nothing that can be given makes an illegal step legal"
    assert source.label.lower() in str(refusal.value)
    assert to.label.lower() in str(refusal.value)
    assert to not in next_states(source)


def test_the_table_has_no_arrow_more() -> None:
    assert set(TRANSITIONS) == set(LEGAL)


@pytest.mark.parametrize("state", State)
def test_no_state_is_a_dead_end(state: State) -> None:
    assert next_states(state)
    assert all(transition(state, to) for to in next_states(state))


def is_taken(now: Standing, step: Step, moment: Moment) -> bool:
    """Whether the step is legal as it stands."""
    return check_step(now, step, moment) is transition(now.state, step.to)


def missing_fields(now: Standing, step: Step, moment: Moment = NOW) -> set[str]:
    with pytest.raises(Refused) as refusal:
        check_step(now, step, moment)
    assert refusal.value.missing
    assert str(refusal.value) == " ".join(item.sentence for item in refusal.value.missing)
    return {item.field for item in refusal.value.missing}


def test_work_starts_with_somebody_responsible() -> None:
    nobody = replace(standing(N), has_assignee=False, has_group=False)
    assert missing_fields(nobody, full_step(P)) == {"assignee"}
    assert is_taken(replace(nobody, has_group=True), full_step(P), NOW)
    assert is_taken(replace(nobody, has_assignee=True), full_step(P), NOW)


@pytest.mark.parametrize("source", [N, P, H])
@pytest.mark.parametrize(
    ("without", "fields"),
    [
        ({"hold_reason": None}, {"hold_reason"}),
        ({"hold_until": None}, {"hold_until"}),
        ({"hold_until": DEFAULT_START}, {"hold_until"}),
        ({"hold_until": DEFAULT_START - timedelta(microseconds=1)}, {"hold_until"}),
        ({"comment": ""}, {"comment"}),
        ({"comment": " \n\t"}, {"comment"}),
        ({"hold_reason": None, "hold_until": None}, {"hold_reason", "hold_until"}),
        ({"hold_until": None, "comment": ""}, {"hold_until", "comment"}),
    ],
)
def test_what_a_hold_demands(source: State, without: dict[str, object], fields: set[str]) -> None:
    step = replace(full_step(H), **without)  # type: ignore[arg-type]  # the table mixes the types of the fields
    assert missing_fields(standing(source), step) == fields


@pytest.mark.parametrize("reason", [reason for reason in HoldReason if reason is not HoldReason.AWAITING_CALLER])
def test_only_waiting_for_the_caller_asks_for_a_comment(reason: HoldReason) -> None:
    assert is_taken(standing(P), replace(full_step(H), hold_reason=reason, comment=""), NOW)


def test_a_hold_is_not_repeated_unchanged() -> None:
    held = standing(H)
    same = Step(H, hold_reason=HoldReason.AWAITING_PARTS, hold_until=LATER)
    assert missing_fields(held, same) == {"hold_reason"}
    assert is_taken(held, replace(same, hold_until=LATER + timedelta(hours=1)), NOW)
    assert is_taken(held, replace(same, hold_reason=HoldReason.SCHEDULED), NOW)


@pytest.mark.parametrize("source", [N, P, H])
@pytest.mark.parametrize(
    ("without", "fields"),
    [
        ({"resolution_code": None}, {"resolution_code"}),
        ({"resolution_code": ""}, {"resolution_code"}),
        ({"resolution_notes": ""}, {"resolution_notes"}),
        ({"resolution_notes": "  \n"}, {"resolution_notes"}),
        ({"resolution_code": None, "resolution_notes": ""}, {"resolution_code", "resolution_notes"}),
    ],
)
def test_what_a_resolution_demands(source: State, without: dict[str, object], fields: set[str]) -> None:
    step = replace(full_step(R), **without)  # type: ignore[arg-type]  # the table mixes the types of the fields
    assert missing_fields(standing(source), step) == fields


def test_required_steps_stand_before_a_resolution() -> None:
    assert missing_fields(replace(standing(P), required_steps=2), full_step(R)) == {"checklist"}


@pytest.mark.parametrize(("source", "to"), [(N, X), (P, X), (H, X), (R, P), (C, P), (X, P)])
@pytest.mark.parametrize("reason", ["", " ", "\n\t "])
def test_canceling_and_reopening_ask_why(source: State, to: State, reason: str) -> None:
    assert missing_fields(standing(source), replace(full_step(to), reason=reason)) == {"reason"}


def test_reopening_ends_with_the_window() -> None:
    at_the_edge = Moment(DEFAULT_START + REOPEN_WINDOW)
    assert is_taken(standing(R), full_step(P), at_the_edge)
    too_late = Moment(at_the_edge.now + timedelta(microseconds=1))
    assert missing_fields(standing(R), full_step(P), too_late) == {"resolved_at"}
    assert is_taken(standing(R), full_step(P), Moment(too_late.now, timedelta(days=15)))


def test_restoring_a_closed_incident_knows_no_window() -> None:
    assert is_taken(standing(C), full_step(P), Moment(DEFAULT_START + timedelta(days=400)))


def test_closing_asks_who_confirmed() -> None:
    assert missing_fields(standing(R), replace(full_step(C), close_cause=None)) == {"close_cause"}


def test_a_major_incident_is_not_closed_by_the_clock() -> None:
    major = replace(standing(R), major=MajorState.ACCEPTED)
    assert missing_fields(major, replace(full_step(C), close_cause=CloseCause.TIMEOUT)) == {"close_cause"}
    for cause in (CloseCause.CALLER_ACCEPTED, CloseCause.SUPERVISOR):
        assert is_taken(major, replace(full_step(C), close_cause=cause), NOW)


HOLDS_COPIED = {HoldReason.AWAITING_CHANGE, HoldReason.AWAITING_PROBLEM, HoldReason.AWAITING_VENDOR}


@pytest.mark.parametrize("reason", HoldReason)
def test_which_waits_children_share(reason: HoldReason) -> None:
    step = replace(full_step(H), hold_reason=reason)
    assert copies_to_children(P, step, by_desk=True, major=MajorState.NONE) is (reason in HOLDS_COPIED)


@pytest.mark.parametrize(
    ("source", "to", "by_desk", "copied"),
    [
        (N, P, True, True),
        (H, P, True, True),
        (N, R, True, True),
        (P, R, True, True),
        (H, R, True, True),
        (R, C, True, False),
        (N, X, True, False),
        (P, X, True, False),
        (R, P, True, True),
        (R, P, False, False),
        (C, P, True, False),
        (X, P, True, False),
    ],
)
def test_which_steps_children_share(source: State, to: State, by_desk: bool, copied: bool) -> None:
    assert copies_to_children(source, full_step(to), by_desk=by_desk, major=MajorState.NONE) is copied


@pytest.mark.parametrize(("source", "to"), sorted(LEGAL))
def test_children_of_a_major_share_its_resolution_alone_and_of_a_candidate_nothing(source: State, to: State) -> None:
    step = replace(full_step(to), hold_reason=HoldReason.AWAITING_VENDOR)
    assert not copies_to_children(source, step, by_desk=True, major=MajorState.PROPOSED)
    assert copies_to_children(source, step, by_desk=True, major=MajorState.ACCEPTED) is (to is R)


@pytest.mark.parametrize("nothing", ["", " ", "\x00\x01", "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}\n"])
def test_a_text_that_nobody_can_see_meets_no_demand(nothing: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_step(Standing(P, True, True), Step(R, resolution_code=nothing, resolution_notes=nothing), NOW)
    assert {item.field for item in refusal.value.missing} == {"resolution_code", "resolution_notes"}
    for source, to in ((P, X), (R, P), (C, P), (X, P)):
        with pytest.raises(Refused, match="Say why"):
            check_step(Standing(source, True, True), Step(to, reason=nothing), NOW)


@pytest.mark.parametrize("until", [LATER.replace(year=2200), LATER.replace(tzinfo=None)])
def test_a_wait_until_a_moment_that_cannot_be_kept_is_refused(until: datetime) -> None:
    with pytest.raises(Refused, match="before the year 2200"):
        check_step(Standing(P, True, True), Step(H, hold_reason=HoldReason.AWAITING_VENDOR, hold_until=until), NOW)
