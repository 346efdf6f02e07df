"""Which shift is handed over, and where an incident stands on the sheet."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.calendar import Calendar, Span
from app.domain.handover import Block, Facts, Shift, TimeKind, place, shift_at, without_step
from app.domain.timeline import Timeline
from app.domain.vocabulary import MajorState, State

NOW = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)  # a Tuesday
SHIFT = Shift(NOW - timedelta(hours=5), NOW, NOW + timedelta(hours=8))


def hours(*spans: tuple[int, int]) -> Timeline:
    day = tuple(Span(start * 3600, end * 3600) for start, end in spans)
    return Timeline(Calendar("UTC", (day,) * 7))


def at(hour: int, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def in_hours(count: float) -> datetime:
    return NOW + timedelta(hours=count)


def test_the_running_shift_is_handed_over_and_the_next_group_says_how_long_the_next_one_lasts() -> None:
    assert shift_at(hours((6, 14)), hours((14, 22)), NOW) == Shift(at(6), at(14), at(22))


def test_after_its_end_the_last_shift_is_handed_over() -> None:
    assert shift_at(hours((6, 12)), hours((6, 12)), NOW) == Shift(at(6), at(12), at(12, 25))


def test_a_night_shift_is_one_shift() -> None:
    night = hours((0, 6), (22, 24))
    assert shift_at(night, hours((6, 14)), at(23)) == Shift(at(22), at(6, 25), at(14, 25))


@pytest.mark.parametrize("unknown", [None, hours((0, 24))])
def test_without_hours_or_without_a_pause_a_shift_lasts_eight_hours(unknown: Timeline | None) -> None:
    assert shift_at(unknown, unknown, NOW) == Shift(in_hours(-8), NOW, in_hours(8))


@pytest.mark.parametrize(
    ("facts", "block", "kind"),
    [
        (Facts(3, State.NEW, MajorState.ACCEPTED, update_due_at=in_hours(1)), Block.MAJOR, TimeKind.UPDATE),
        (Facts(3, State.NEW, escalated="waiting", acknowledge_by=in_hours(1)), Block.MAJOR, TimeKind.ACKNOWLEDGE),
        (Facts(4, State.NEW, due_at=in_hours(-1), breach_at=in_hours(-1)), Block.DUE, TimeKind.BREACHED),
        (Facts(4, State.NEW, due_at=in_hours(7), breach_at=in_hours(7)), Block.DUE, TimeKind.DUE),
        (Facts(2, State.NEW, due_at=in_hours(70)), Block.DUE, TimeKind.DUE),
        (Facts(4, State.NEW, due_at=in_hours(70), promised_at=in_hours(70)), Block.PROMISE, TimeKind.PROMISED),
        (Facts(4, State.NEW, update_due_at=in_hours(2)), Block.PROMISE, TimeKind.UPDATE),
        (Facts(4, State.NEW, snoozed_until=in_hours(2)), Block.PROMISE, TimeKind.REMINDER),
        (Facts(2, State.ON_HOLD, hold_until=in_hours(90)), Block.WAITING, TimeKind.CHASE),
        (Facts(4, State.NEW, change="CHG-7"), Block.RISK, TimeKind.NONE),
        (Facts(4, State.NEW, at_risk=True, due_at=in_hours(20)), Block.RISK, TimeKind.DUE),
    ],
)
def test_an_incident_stands_in_the_first_block_it_belongs_to(facts: Facts, block: Block, kind: TimeKind) -> None:
    placed = place(facts, SHIFT, NOW)
    assert placed is not None
    assert (placed.block, placed.at_kind) == (block, kind)


def test_what_the_next_shift_need_not_know_of_is_left_out() -> None:
    assert place(Facts(4, State.IN_PROGRESS, due_at=in_hours(9), breach_at=in_hours(9)), SHIFT, NOW) is None
    assert place(Facts(4, State.NEW, snoozed_until=in_hours(9)), SHIFT, NOW) is None


def test_what_has_an_owner_is_not_assigned_next() -> None:
    nobody = place(Facts(1, State.NEW), SHIFT, NOW)
    somebody = place(Facts(1, State.NEW, has_owner=True), SHIFT, NOW)
    assert nobody is not None
    assert somebody is not None
    assert (nobody.next_step, somebody.next_step) == ("Assign it", "")


def test_lines_without_a_next_step_are_named() -> None:
    assert without_step([("INC-1", " "), ("INC-2", "Call back"), ("INC-3", "")]) == ("INC-1", "INC-3")
