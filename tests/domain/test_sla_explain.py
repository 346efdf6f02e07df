"""The answer to "Why?": the stretches add up, name their causes, and the thresholds stand with their firings."""

import itertools

from hypothesis import given

from app.domain.instants import HOUR
from app.domain.sla.clock import read
from app.domain.sla.explain import Motion, explain, outcomes, segments
from app.domain.sla.fold import fold
from app.domain.sla.ledger import Kind
from app.domain.sla.policy import CLOCKS
from tests.domain.test_sla_properties import Case, lines, quick
from tests.support import sla_strategies as some
from tests.support.sla_desk import CALLER, LINES, STANDARD, at, ledger, say

RESOLUTION = 1
STORY = ledger(
    ("8 16:00", Kind.CREATED),
    ("9 10:00", Kind.HELD, CALLER),
    ("9 12:00", Kind.RESUMED),
    ("9 13:00", Kind.RESOLVED),
    ("9 14:00", Kind.REOPENED),
)


def test_a_clock_tells_its_life_in_stretches() -> None:
    found = segments(fold(STORY, LINES, at("9 15:00")), RESOLUTION, at("9 15:00"))
    told = [(say(item.start), say(item.end), item.motion, item.cause, item.reason) for item in found]
    assert told == [
        ("8 16:00", "8 17:00", Motion.RAN, Kind.CREATED, ""),
        ("8 17:00", "9 09:00", Motion.OUTSIDE_HOURS, Kind.CREATED, ""),
        ("9 09:00", "9 10:00", Motion.RAN, Kind.CREATED, ""),
        ("9 10:00", "9 12:00", Motion.PAUSED, Kind.HELD, CALLER),
        ("9 12:00", "9 13:00", Motion.RAN, Kind.RESUMED, ""),
        ("9 13:00", "9 14:00", Motion.STOPPED, Kind.RESOLVED, ""),
        ("9 14:00", "9 15:00", Motion.RAN, Kind.REOPENED, ""),
    ]
    assert [item.before // HOUR for item in found] == [0, 1, 1, 2, 2, 3, 3]
    assert {item.policy for item in found} == {STANDARD}
    assert {item.calendar_version for item in found} == {0}


def test_thresholds_stand_with_their_instants_and_firings() -> None:
    told = explain(fold(STORY, LINES, at("9 15:00")), RESOLUTION, at("9 15:00"))
    assert [(item.threshold.key, say(item.at), item.firing is not None) for item in told.milestones] == [
        ("50%", "9 15:00", True),
        ("75%", "9 17:00", False),
        ("90%", "12 10:12", False),
        ("100%", "12 11:00", False),
    ]
    assert told.milestones[0].firing == told.firings[0]
    assert told.reading.due == told.milestones[-1].at


def test_each_stop_stays_on_record() -> None:
    found = outcomes(fold(STORY, LINES, at("28 12:00")), RESOLUTION)
    assert [(say(item.at), item.elapsed, item.met) for item in found] == [("9 13:00", 3 * HOUR, True)]


@quick
@given(some.cases())
def test_stretches_add_up_to_the_elapsed_time(case: Case) -> None:
    book, calendars, until = case
    state = fold(book, lines(calendars), until)
    for index in range(len(CLOCKS)):
        found, reading = segments(state, index, until), read(state, index, until)
        assert sum(item.counted for item in found if item.cycle == reading.cycle) == reading.elapsed
        assert all(item.start < item.end for item in found)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))
        told = explain(state, index, until)
        for milestone in told.milestones:
            assert milestone.firing is None or milestone.firing.at <= until
