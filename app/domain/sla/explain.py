"""The answer to "Why?" of a clock: the stretches of its life with their causes, what each added, its thresholds."""

from enum import StrEnum
from typing import NamedTuple

from app.domain.sla.clock import Reading, crossing, read
from app.domain.sla.firing import Firing, firings_of
from app.domain.sla.fold import NONE, PAUSED, RUNNING, STOPPED, Fold, Mark
from app.domain.sla.ledger import Kind
from app.domain.sla.policy import Policy
from app.domain.sla.thresholds import Threshold, instant_needed, needed
from app.domain.timeline import Timeline


class Motion(StrEnum):
    """What a clock did during a stretch."""

    RAN = "ran"
    OUTSIDE_HOURS = "outside_hours"
    PAUSED = "paused"
    STOPPED = "stopped"
    VOID = "void"


class Segment(NamedTuple):
    """A stretch [start, end) of one clock, in microseconds.

    `cause` is the fact that began it, `reason` why it was paused or void. `counted` is the opening time it added,
    `before` what had been counted of the cycle until then. The timeline, its version (from 0) and the
    policy are those in force.
    """

    start: int
    end: int
    motion: Motion
    cause: Kind
    reason: str
    cycle: int
    before: int
    counted: int
    target: int | None
    timeline: Timeline
    calendar_version: int
    policy: Policy | None


class Outcome(NamedTuple):
    """How a cycle stood at one of its stops: what was promised then, and what had been used."""

    at: int
    cycle: int
    elapsed: int
    target: int | None
    promised: int | None

    @property
    def met(self) -> bool | None:
        """Whether it was in time; None where nothing was promised."""
        if self.promised is not None:
            return self.at <= self.promised
        return None if self.target is None else self.elapsed <= self.target


class Milestone(NamedTuple):
    """A threshold of the target in force: when it is or was reached, None if never, and the firing if it has fired."""

    threshold: Threshold
    at: int | None
    firing: Firing | None


class Explanation(NamedTuple):
    """Everything that makes up a reading."""

    reading: Reading
    segments: tuple[Segment, ...]
    outcomes: tuple[Outcome, ...]
    milestones: tuple[Milestone, ...]
    firings: tuple[Firing, ...]


def explain(state: Fold, index: int, at: int) -> Explanation:
    """The working of the clock with this index in `CLOCKS` up to the instant `at`."""
    fired = tuple(firings_of(state, index, at))
    reading = read(state, index, at)
    return Explanation(
        reading,
        tuple(segments(state, index, at)),
        tuple(outcomes(state, index)),
        tuple(_milestones(state, index, reading, fired)),
        fired,
    )


_MOTIONS = {PAUSED: Motion.PAUSED, STOPPED: Motion.STOPPED}


def segments(state: Fold, index: int, until: int) -> list[Segment]:
    """The stretches of a clock from its start to `until`, in order, without empty ones.

    A running clock is cut where its calendar opens, closes or changes its version; the counted times of a cycle add up
    to its elapsed time, but for the time that a merged duplicate brought.
    """
    marks = state.marks[index]
    found: list[Segment] = []
    for mark, end in zip(marks, [*(later[0] for later in marks), until][1:], strict=True):
        if mark[1][0] is not NONE and mark[0] < end:
            found += _stretches(mark, end)
    return found


def _stretches(mark: Mark, end: int) -> list[Segment]:
    start, (phase, cycle, target, timeline, terms, reason), cause, before, _ = mark
    cuts = _cuts(timeline, start, end) if phase is RUNNING else [(start, end, _MOTIONS.get(phase, Motion.VOID))]
    found = []
    for first, last, motion in cuts:
        counted = last - first if motion is Motion.RAN else 0
        version = timeline.version_at(first)
        found.append(
            Segment(first, last, motion, cause, reason, cycle, before, counted, target, timeline, version, terms.policy)
        )
        before += counted
    return found


def _cuts(timeline: Timeline, start: int, end: int) -> list[tuple[int, int, Motion]]:
    """[start, end) as opening intervals and the closed time between them."""
    found = []
    at = start
    for opens, closes in timeline.intervals(start, end):
        if at < opens:
            found.append((at, opens, Motion.OUTSIDE_HOURS))
        found.append((opens, closes, Motion.RAN))
        at = closes
    if at < end:
        found.append((at, end, Motion.OUTSIDE_HOURS))
    return found


def outcomes(state: Fold, index: int) -> list[Outcome]:
    """Every stop of a clock with what was promised at that moment; the last one counts, the others stay on record."""
    found = []
    running = False
    for at, (phase, cycle, target, _, _, _), _, elapsed, _ in state.marks[index]:
        if phase is STOPPED and running:
            found.append(Outcome(at, cycle, elapsed, target, state.promise_of(index, at)))
        running = phase is RUNNING or phase is PAUSED
    return found


def _milestones(state: Fold, index: int, reading: Reading, fired: tuple[Firing, ...]) -> list[Milestone]:
    promise = reading.target if reading.promised is None else reading.promised
    if promise is None or not reading.has_started:
        return []
    found = []
    for threshold in reading.terms.thresholds[index]:
        key = reading.cycle, promise, threshold
        firing = next((item for item in fired if (item.cycle, item.target, item.threshold) == key), None)
        found.append(Milestone(threshold, _instant_of(state, index, reading, threshold), firing))
    return found


def _instant_of(state: Fold, index: int, reading: Reading, threshold: Threshold) -> int | None:
    if reading.promised is not None:
        return instant_needed(threshold, state.created, reading.promised)
    assert reading.target is not None
    need = needed(threshold, reading.target)
    return crossing(state.marks[index], state.begins[index], need, reading.at)
