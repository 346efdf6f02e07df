"""What a clock shows at an instant: elapsed time, due instant, outcome. Read from marks, stored nowhere."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.sla.fold import NONE, RUNNING, STOPPED, VOID, Fold, Mark, Phase, fold
from app.domain.sla.ledger import Ledger
from app.domain.sla.policy import CLOCKS, Clock, Terms
from app.domain.timeline import HORIZON, Timeline


class Reading(NamedTuple):
    """One clock at the instant `at`. Instants and durations are microseconds.

    `elapsed` is opening time of the current cycle, of the last one when the clock has stopped. `target` is the one
    in force, or that of the moment of the stop. `due` is the first instant with elapsed >= target if nothing more
    happens, past or future; None unless the clock runs, has a target and reaches it within five years. `promised` is
    a due instant set by hand, which beats the target. `stopped_at` is when it ended. `reason` tells why it is paused
    or void.
    """

    clock: Clock
    at: int
    phase: Phase
    cycle: int
    elapsed: int
    target: int | None
    due: int | None
    promised: int | None
    stopped_at: int | None
    reason: str
    terms: Terms | None
    timeline: Timeline | None

    @property
    def has_started(self) -> bool:
        """Whether there is something to judge: the clock started and its incident was not voided."""
        return self.phase is not NONE and self.phase is not VOID

    @property
    def breached(self) -> bool | None:
        """Whether more time has passed than promised; exactly at due is in time. None without a target."""
        if not self.has_started:
            return None
        if self.promised is not None:
            return (self.at if self.stopped_at is None else self.stopped_at) > self.promised
        return None if self.target is None else self.elapsed > self.target

    @property
    def remaining(self) -> int | None:
        """Opening time left, negative when exceeded; wall-clock time for a due date set by hand."""
        if not self.has_started:
            return None
        if self.promised is not None:
            return self.promised - (self.at if self.stopped_at is None else self.stopped_at)
        return None if self.target is None else self.target - self.elapsed

    @property
    def percent(self) -> int | None:
        """Whole percents of the target that are used up, rounded down, for display only."""
        return None if self.target is None or not self.has_started else 100 * self.elapsed // self.target

    @property
    def is_outside_hours(self) -> bool:
        """Whether the clock runs but stands still, because its calendar is closed at this instant."""
        return self.phase is RUNNING and self.timeline is not None and not self.timeline.is_open(self.at)


def evaluate(ledger: Ledger, timelines: Mapping[str, Timeline], at: int) -> tuple[Reading, Reading, Reading]:
    """The three clocks of an incident at an instant, in the order of `CLOCKS`."""
    state = fold(ledger, timelines, at)
    return read(state, 0, at), read(state, 1, at), read(state, 2, at)


def read(state: Fold, index: int, at: int) -> Reading:
    """The clock with this index in `CLOCKS` as the folded ledger leaves it at an instant."""
    clock, marks = CLOCKS[index], state.marks[index]
    if not marks:
        return Reading(clock, at, NONE, 0, 0, None, None, None, None, "", None, None)
    phase, cycle, target, timeline, terms, reason = marks[-1][1]
    promised = None if state.promises is None else state.promise_of(index)
    begin = state.begins[index]
    if phase is RUNNING:
        base = zero_of(marks, begin)
        elapsed = timeline.worked(at) - base
        due = None if target is None else _due(marks, begin, target, base, at)
        due = promised or due
        return Reading(clock, at, phase, cycle, elapsed, target, due, promised, None, reason, terms, timeline)
    elapsed = accrued(marks, begin)
    stopped_at = None
    if phase is STOPPED:
        stop = marks[_first_of_stop(marks)]
        stopped_at, target = stop[0], stop[1][2]
    due = promised if phase is not STOPPED and phase is not VOID else None
    return Reading(clock, at, phase, cycle, elapsed, target, due, promised, stopped_at, reason, terms, timeline)


def accrued(marks: list[Mark], begin: int) -> int:
    """Opening time that the cycle beginning at a mark has gathered up to its last mark."""
    elapsed, since = 0, 0
    running: Timeline | None = None
    for at, stand, _, credit in marks[begin:] if begin else marks:
        timeline = stand[3] if stand[0] is RUNNING else None
        if timeline is not running:
            if running is not None:
                elapsed += running.worked(at) - since
            if timeline is not None:
                since = timeline.worked(at)
            running = timeline
        elapsed += credit
    return elapsed if running is None else elapsed + running.worked(marks[-1][0]) - since


def zero_of(marks: list[Mark], begin: int) -> int:
    """For a clock that runs: the point of its timeline's `worked` at which nothing had elapsed."""
    at, stand, _, credit = marks[-1]
    if len(marks) - begin == 1:
        return stand[3].worked(at) - credit
    return stand[3].worked(at) - accrued(marks, begin)


def _due(marks: list[Mark], begin: int, target: int, zero: int, at: int) -> int | None:
    timeline = marks[-1][1][3]
    if len(marks) - begin > 1 and zero + target <= timeline.worked(marks[-1][0]):
        return crossing(marks, begin, target, at)
    return timeline.reach(zero + target, at + HORIZON)


def _first_of_stop(marks: list[Mark]) -> int:
    """The index of the mark at which a stopped clock stopped; later ones only tell of changes that came too late."""
    index = len(marks) - 1
    while index and marks[index - 1][1][0] is STOPPED and marks[index - 1][1][1] == marks[index][1][1]:
        index -= 1
    return index


def crossing(marks: list[Mark], begin: int, need: int, at: int) -> int | None:
    """The first instant at which the elapsed time of a cycle reaches `need`, if nothing more happens.

    Past instants are found in the marks; a future one only while the clock runs. None if it is not reached within
    five years of `at`.
    """
    elapsed = 0
    last = len(marks) - 1
    for index in range(begin, len(marks)):
        start, stand, _, credit = marks[index]
        elapsed += credit
        if elapsed >= need:
            return start
        if stand[0] is not RUNNING:
            continue
        timeline = stand[3]
        limit = at + HORIZON if index == last else marks[index + 1][0]
        zero = timeline.worked(start) - elapsed
        reached = timeline.reach(zero + need, limit)
        if reached is not None:
            return reached
        if index < last:
            elapsed = timeline.worked(limit) - zero
    return None
