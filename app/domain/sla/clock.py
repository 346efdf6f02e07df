"""What a clock shows at an instant: elapsed time, due instant, outcome. Read from marks, stored nowhere."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.sla.fold import NONE, PAUSED, RUNNING, STOPPED, VOID, Fold, Mark, Phase, Stand, fold
from app.domain.sla.ledger import Ledger
from app.domain.sla.policy import CLOCKS, NO_TERMS, Clock, Terms
from app.domain.timeline import HORIZON, Timeline

_new = tuple.__new__  # a named tuple without the detour through its own constructor: half the cost


class Reading(NamedTuple):
    """One clock at the instant `at`. Instants and durations are microseconds.

    `elapsed` is opening time of the current cycle, of the last one when the clock has stopped. `target` is the one
    in force, or that of the moment of the stop. `due` is the first instant with elapsed >= target if nothing more
    happens, past or future; None unless the clock runs, has a target and reaches it within five years. `promised` is
    a due instant set by hand, which beats the target. `stopped_at` is when it ended. `stand` is None for a clock that
    was never touched.
    """

    clock: Clock
    at: int
    stand: Stand | None
    elapsed: int
    target: int | None
    due: int | None
    promised: int | None
    stopped_at: int | None

    @property
    def phase(self) -> Phase:
        """What the clock does."""
        return NONE if self.stand is None else self.stand[0]

    @property
    def cycle(self) -> int:
        """Which cycle the figures are of, from 1; 0 before the first."""
        return 0 if self.stand is None else self.stand[1]

    @property
    def timeline(self) -> Timeline | None:
        """The calendar in force."""
        return None if self.stand is None else self.stand[3]

    @property
    def terms(self) -> Terms:
        """What is promised at the present priority, and the policy that promises it."""
        return NO_TERMS if self.stand is None else self.stand[4]

    @property
    def reason(self) -> str:
        """Why the clock is paused (a hold reason's key, or "resolved") or void ("canceled", "merged"); else empty."""
        return "" if self.stand is None else self.stand[5]

    @property
    def has_started(self) -> bool:
        """Whether there is something to judge: the clock started and its incident was not voided."""
        return self.phase is not NONE and self.phase is not VOID

    @property
    def judged_at(self) -> int:
        """The instant that decides about a due date set by hand: the stop, or now."""
        return self.at if self.stopped_at is None else self.stopped_at

    @property
    def breached(self) -> bool | None:
        """Whether more time has passed than promised; exactly at due is in time. None without a target."""
        if not self.has_started:
            return None
        if self.promised is not None:
            return self.judged_at > self.promised
        return None if self.target is None else self.elapsed > self.target

    @property
    def remaining(self) -> int | None:
        """Opening time left, negative when exceeded; wall-clock time for a due date set by hand."""
        if not self.has_started:
            return None
        if self.promised is not None:
            return self.promised - self.judged_at
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
    work = state.timeline.worked(at)
    return _read(state, 0, at, work), _read(state, 1, at, work), _read(state, 2, at, work)


def read(state: Fold, index: int, at: int) -> Reading:
    """The clock with this index in `CLOCKS` as the folded ledger leaves it at an instant."""
    return _read(state, index, at, state.timeline.worked(at))


def _read(state: Fold, index: int, at: int, work: int) -> Reading:
    marks = state.marks[index]
    if not marks:
        return _new(Reading, (CLOCKS[index], at, None, 0, None, None, None, None))
    start, stand, _, elapsed, begun = marks[-1]
    phase, _, target, timeline, _, _ = stand
    promised = None if state.promises is None else state.promise_of(index)
    if phase is RUNNING:
        due = promised
        if target is not None:
            if elapsed < target:
                due = timeline.reach(begun + target - elapsed, at + HORIZON)
            else:
                due = crossing(marks, state.begins[index], target, at)
        return _new(Reading, (CLOCKS[index], at, stand, elapsed + work - begun, target, due, promised, None))
    if phase is not STOPPED:
        due = promised if phase is PAUSED else None
        return _new(Reading, (CLOCKS[index], at, stand, elapsed, target, due, promised, None))
    if len(marks) > 1 and marks[-2][1][0] is STOPPED:
        start, (_, _, target, _, _, _), _, _, _ = marks[_first_of_stop(marks)]
    if state.promises is not None:
        promised = state.promise_of(index, start)
    return _new(Reading, (CLOCKS[index], at, stand, elapsed, target, None, promised, start))


def _first_of_stop(marks: list[Mark]) -> int:
    """The index of the mark at which a stopped clock stopped; later ones only tell of changes that came too late."""
    index = len(marks) - 1
    while index and marks[index - 1][1][0] is STOPPED and marks[index - 1][1][1] == marks[index][1][1]:
        index -= 1
    return index


def crossing(marks: list[Mark], begin: int, need: int, at: int) -> int | None:
    """The first instant at which the elapsed time of a cycle reaches `need`, if nothing more happens.

    `begin` is the index of the cycle's first mark. Past instants are found in the marks; a future one only while the
    clock runs. None if it is not reached within five years of `at`.
    """
    last = len(marks) - 1
    for index in range(begin, len(marks)):
        start, stand, _, elapsed, work = marks[index]
        if elapsed >= need:
            return start
        if stand[0] is not RUNNING:
            continue
        limit = at + HORIZON if index == last else marks[index + 1][0]
        reached = stand[3].reach(work + need - elapsed, limit)
        if reached is not None:
            return reached
    return None
