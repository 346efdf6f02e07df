"""A life that is only imagined counts like a real one."""

from datetime import UTC, datetime

import pytest

from app.domain.calendar import ALWAYS_WEEK, Calendar, Span
from app.domain.errors import BadInput
from app.domain.instants import HOUR, MINUTE, micros
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.sla.thresholds import percent
from app.domain.sla.trial import Pause, Trial, try_out
from app.domain.timeline import Timeline

OFFICE = Calendar("Europe/Berlin", (*[(Span(8 * 3600, 17 * 3600),)] * 5, (), ()))
TIMELINES = {"office": Timeline(OFFICE), "always": Timeline(Calendar("UTC", ALWAYS_WEEK))}
TOP = Policy(
    "top", 1, "P1", {Clock.RESPONSE: 15 * MINUTE, Clock.RESOLUTION: 4 * HOUR}, "always",
    conditions=(Condition(Trait.PRIORITY, frozenset({"1"})),),
)  # fmt: skip
REST = Policy("rest", 1, "Rest", {Clock.RESPONSE: 4 * HOUR, Clock.RESOLUTION: 9 * HOUR}, "office")


def at(day: int, hour: int, minute: int = 0) -> int:
    return micros(datetime(2026, 11, day, hour, minute, tzinfo=UTC))


def trial(created: int, priority: str, *pauses: Pause) -> Trial:
    return try_out("always", TIMELINES, [TOP, REST], created, {Trait.PRIORITY: priority}, pauses)


def test_the_first_policy_that_fits_counts_by_its_calendar() -> None:
    top, rest = trial(at(24, 15), "1"), trial(at(24, 15), "3")
    assert (top.policy, rest.policy) == (TOP, REST)
    assert [clock.reading.due for clock in top.clocks[:2]] == [at(24, 15, 15), at(24, 19)]
    # Tuesday 16:00 in Berlin: an hour is left of the day, and the other eight are Wednesday's.
    assert [clock.reading.due for clock in rest.clocks[:2]] == [at(25, 10), at(25, 15)]


def test_pauses_move_what_they_stop() -> None:
    held = trial(at(24, 15), "3", Pause(at(25, 8), at(25, 10), "awaiting_caller"))
    response, resolution, update = (clock.reading for clock in held.clocks)
    assert response.due == at(25, 10)
    assert resolution.due == at(26, 8)
    assert update.due is None


def test_thresholds_are_told_with_their_instants() -> None:
    points = {point.threshold: point.at for point in trial(at(24, 8), "1").clocks[1].milestones}
    assert points[percent(75)] == at(24, 11)


@pytest.mark.parametrize(
    ("pauses", "says"),
    [
        ([Pause(at(24, 7), at(24, 9), "scheduled")], "begins before the incident"),
        ([Pause(at(24, 9), at(24, 9), "scheduled")], "ends before it begins"),
        ([Pause(at(24, 9), at(24, 12), "scheduled"), Pause(at(24, 11), at(24, 13), "scheduled")], "before the one"),
    ],
)
def test_pauses_that_cannot_be_are_refused(pauses: list[Pause], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        trial(at(24, 8), "1", *pauses)


def test_without_a_policy_nothing_is_due() -> None:
    alone = try_out("office", TIMELINES, [TOP], at(24, 8), {Trait.PRIORITY: "4"})
    assert alone.policy is None
    assert [clock.reading.due for clock in alone.clocks] == [None, None, None]
    assert alone.timeline is TIMELINES["office"]
