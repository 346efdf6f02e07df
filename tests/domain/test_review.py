"""The rules of a post-incident review."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.errors import Refused
from app.domain.permissions import Permission
from app.domain.review import (
    ActionStanding,
    Milestone,
    ReviewPart,
    ReviewStanding,
    SignOffStanding,
    check_review_step,
    duration,
    ensure_editable,
    letter,
    milestone_times,
    next_review_states,
    overdue_days,
    words,
)
from app.domain.review_chart import Turn, phases, stretches
from app.domain.vocabulary import ReviewState, State

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)

WHOLE = ReviewStanding(
    state=ReviewState.IN_REVIEW,
    version=1,
    title="Scanner outage",
    summary="Scanners lost the network.",
    impact_began_at=NINE,
    impact_ended_at=NINE + HOUR,
    events=3,
    causes=1,
    actions=(ActionStanding("Test the update", has_owner=True, has_due=True),),
    sign_offs=(SignOffStanding("Commander", has_person=True, approved=True),),
)


def refusal(standing: ReviewStanding, to: ReviewState) -> Refused:
    with pytest.raises(Refused) as caught:
        check_review_step(standing, to)
    return caught.value


def test_a_whole_review_may_be_published_by_whoever_has_the_right() -> None:
    assert check_review_step(WHOLE, ReviewState.PUBLISHED) is Permission.REVIEW_PUBLISH
    assert check_review_step(WHOLE, ReviewState.DRAFT) is Permission.REVIEW_EDIT


def test_a_refusal_lists_everything_that_is_missing_at_once() -> None:
    empty = ReviewStanding(
        ReviewState.IN_REVIEW,
        1,
        actions=(ActionStanding("", has_owner=False, has_due=False), ActionStanding("x", has_owner=True, has_due=True)),
        sign_offs=(SignOffStanding("Commander", has_person=True, approved=False),),
        empty_rows=((ReviewPart.ACTION, "Action 1"),),
    )
    fields = [item.field for item in refusal(empty, ReviewState.PUBLISHED).missing]
    assert fields == [
        "title", "summary", "impact_began_at", "impact_ended_at", "action", "event", "cause", "action", "action",
        "sign_off",
    ]  # fmt: skip
    text = str(refusal(empty, ReviewState.PUBLISHED))
    assert "Action 1 has no owner." in text
    assert "Commander has not approved yet." in text
    assert "Action 2" not in text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"summary": ""}, "summary"),
        ({"events": 0}, "event"),
        ({"causes": 0}, "cause"),
        ({"sign_offs": ()}, "sign_off"),
        ({"sign_offs": (SignOffStanding("Head", has_person=False, approved=False),)}, "sign_off"),
        ({"impact_ended_at": NINE - HOUR}, "impact_ended_at"),
        ({"milestones": ((Milestone.DETECTED, NINE), (Milestone.RESOLVED, NINE - HOUR))}, "event"),
    ],
)
def test_each_demand_of_publishing(change: dict[str, object], field: str) -> None:
    missing = refusal(replace(WHOLE, **change), ReviewState.PUBLISHED).missing  # type: ignore[arg-type]  # by name
    assert [item.field for item in missing] == [field]


def test_a_published_review_never_moves() -> None:
    assert next_review_states(ReviewState.PUBLISHED) == ()
    for to in ReviewState:
        assert "new version" in str(refusal(replace(WHOLE, state=ReviewState.PUBLISHED), to))


def test_a_draft_is_not_published_at_once() -> None:
    assert "Send it to review" in str(refusal(replace(WHOLE, state=ReviewState.DRAFT), ReviewState.PUBLISHED))


def test_only_a_draft_is_edited() -> None:
    ensure_editable(ReviewState.DRAFT, 1)
    for state in (ReviewState.IN_REVIEW, ReviewState.PUBLISHED):
        with pytest.raises(Refused):
            ensure_editable(state, 1)


def test_durations_are_later_minus_earlier_and_never_negative() -> None:
    assert duration(NINE, NINE + HOUR) == HOUR
    assert duration(NINE + HOUR, NINE) is None
    assert duration(None, NINE) is None


def test_repeated_milestones_count_at_their_last_and_beginnings_at_their_first() -> None:
    times = milestone_times(
        (
            (Milestone.RESOLVED, NINE + HOUR),
            (Milestone.DETECTED, NINE),
            (Milestone.DETECTED, NINE + HOUR),
            (Milestone.RESOLVED, NINE + 3 * HOUR),
        )
    )
    assert times == {Milestone.DETECTED: NINE, Milestone.RESOLVED: NINE + 3 * HOUR}


@pytest.mark.parametrize(("index", "expected"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (52, "BA")])
def test_milestones_are_lettered_on_past_z(index: int, expected: str) -> None:
    assert letter(index) == expected


def test_only_open_actions_are_overdue() -> None:
    today = date(2026, 3, 2)
    assert overdue_days("open", today - timedelta(days=4), today) == 4
    assert overdue_days("open", today, today) is None
    assert overdue_days("done", today - timedelta(days=4), today) is None
    assert overdue_days("in_progress", None, today) is None


def test_words_are_counted_at_white_space() -> None:
    assert words("  From 08:00\nto 13:06 ") == 4


def test_stretches_join_equal_neighbours_and_end_where_they_are_told() -> None:
    turns = (Turn(NINE, "Desk"), Turn(NINE + HOUR, "Desk"), Turn(NINE + 2 * HOUR, "Network"))
    assert [tuple(item)[:3] for item in stretches(turns, NINE + 3 * HOUR)] == [
        ("Desk", NINE, NINE + 2 * HOUR),
        ("Network", NINE + 2 * HOUR, NINE + 3 * HOUR),
    ]


def test_work_after_a_reopening_is_told_apart() -> None:
    order = (State.NEW, State.IN_PROGRESS, State.RESOLVED, State.IN_PROGRESS, State.ON_HOLD, State.RESOLVED)
    turns = [Turn(NINE + index * HOUR, state.value) for index, state in enumerate(order)]
    assert [(item.value, item.again) for item in phases(turns, NINE + 6 * HOUR)] == [
        ("new", False),
        ("in_progress", False),
        ("resolved", False),
        ("in_progress", True),
        ("on_hold", True),
        ("resolved", False),
    ]
