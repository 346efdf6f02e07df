"""From a folded ledger to faces: what is shown of each clock, and which of the three presses most.

Kept beside the incident by whoever writes its clocks, so that lists are sorted and grouped by the database.
"""

from collections.abc import Sequence
from functools import lru_cache

from app.domain.instants import MINUTE
from app.domain.sla.clock import Reading, crossing, read
from app.domain.sla.display import NO_FACE, Face
from app.domain.sla.fold import PAUSED, RUNNING, STOPPED, Fold
from app.domain.sla.policy import CLOCKS
from app.domain.sla.thresholds import BREACH, Threshold, before_due, instant_needed, needed, percent
from app.domain.timeline import HORIZON, Timeline

# Soon at three quarters or the last hour, hot at nine tenths or the last half hour, whichever comes first (desktop
# research 2.13). The hour is one of opening time, as every threshold is: an hour before closing it is late already.
_SOON = (percent(75), before_due(60 * MINUTE))
_HOT = (percent(90), before_due(30 * MINUTE))

_LIVE = {RUNNING, PAUSED}
_SHOWN_LIVE = frozenset({"running", "paused"})
_NAMES = tuple(clock.value for clock in CLOCKS)
_UNTOUCHED = tuple(Face(name) for name in _NAMES)
_NEVER = None, None, None, None
_new = tuple.__new__  # a named tuple without the detour through its own constructor, which nearly every save takes


def faces(state: Fold, at: int) -> tuple[Face, ...]:
    """The faces of the three clocks at an instant, in the order of `CLOCKS`; without their calendars' ids."""
    return tuple(face(state, index, at) for index in range(len(CLOCKS)))


def face(state: Fold, index: int, at: int) -> Face:
    """The face of the clock with this index in `CLOCKS`."""
    marks = state.marks[index]
    if not marks:
        return _UNTOUCHED[index]
    if state.promises is None:
        since, (phase, _, target, timeline, _, reason), _, elapsed, begun = marks[-1]
        if phase is STOPPED and (len(marks) == 1 or marks[-2][1][0] is not STOPPED):
            breached = None if target is None else elapsed > target
            return _new(Face, (_NAMES[index], "stopped", reason, elapsed, target, *_NEVER, since, breached, False, ""))
        if target is not None and elapsed < target and (phase is RUNNING or phase is PAUSED):
            soon, hot = presses(target)
            # Before its due instant nearly every clock that is saved has reached nothing at its last mark.
            if (soon <= 0 or elapsed < soon) and (hot <= 0 or elapsed < hot):
                if phase is RUNNING:
                    start = marks[state.begins[index]][0]
                    return _running(_NAMES[index], timeline, begun - elapsed, target, (soon, hot), start, at)
                if soon > 0 and hot > 0:
                    given = _NAMES[index], "paused", reason, elapsed, target, *_NEVER, None, False, False, ""
                    return _new(Face, given)
    return _any_face(state, index, at)


def _running(
    name: str, timeline: Timeline, zero: int, target: int, needs: tuple[int, int], start: int, at: int
) -> Face:
    """The face of a clock that runs since `zero` of its calendar's time; what needs nothing pressed from the start."""
    limit, reach = at + HORIZON, timeline.reach
    used = timeline.worked(at) - zero
    due, breach = reach(zero + target, limit), reach(zero + target + 1, limit)
    soon = start if needs[0] <= 0 else reach(zero + needs[0], limit)
    hot = start if needs[1] <= 0 else reach(zero + needs[1], limit)
    given = name, "running", "", used, target, due, soon, hot, breach, None, used > target, False, ""
    return _new(Face, given)


@lru_cache(maxsize=256)
def presses(target: int) -> tuple[int, int]:
    """The elapsed times from which a clock with this target is due soon, and very soon."""
    soon, hot = (min(needed(threshold, target) for threshold in each) for each in (_SOON, _HOT))
    return soon, hot


def _any_face(state: Fold, index: int, at: int) -> Face:
    reading = read(state, index, at)
    phase = reading.phase
    live = phase in _LIVE and (reading.target is not None or reading.promised is not None)
    return Face(
        clock=CLOCKS[index].value,
        phase=phase.name.lower(),
        reason=reading.reason,
        elapsed=reading.elapsed,
        target=reading.target,
        due=_due(state, index, reading) if live else reading.promised if phase is STOPPED else None,
        soon=_first(state, index, reading, _SOON) if live else None,
        hot=_first(state, index, reading, _HOT) if live else None,
        breach=_first(state, index, reading, (BREACH,)) if live else None,
        stopped=reading.stopped_at,
        breached=reading.breached,
        promised=reading.promised is not None,
    )


def most_pressing(shown: Sequence[Face]) -> Face:
    """The clock that a list shows: the live one that is due first, else the outcome of the resolution.

    A clock that stands still comes after those that run, the one with the least left first.
    """
    first = None
    for item in shown:
        if (
            item.phase in _SHOWN_LIVE
            and (item.target or item.promised)
            and (first is None or _urgency(item) < _urgency(first))
        ):
            first = item
    if first is not None:
        return first
    ended = {item.clock: item for item in shown if item.phase == "stopped" and (item.target or item.promised)}
    return ended.get("resolution") or ended.get("response") or NO_FACE


def _urgency(item: Face) -> tuple[bool, int]:
    if item.due is not None:
        return False, item.due
    return True, (item.target or 0) - item.elapsed


def _due(state: Fold, index: int, reading: Reading) -> int | None:
    """The due instant, also the past one of a paused clock, so that what was due first stays on top."""
    if reading.due is not None or reading.target is None:
        return reading.due
    return crossing(state.marks[index], state.begins[index], reading.target, reading.at)


def _first(state: Fold, index: int, reading: Reading, thresholds: Sequence[Threshold]) -> int | None:
    """The instant at which the first of these thresholds is reached; the one that needs least, for time only grows."""
    if reading.promised is not None:
        if thresholds[0] is BREACH:
            return reading.promised + 1
        instants = (instant_needed(threshold, state.created, reading.promised) for threshold in thresholds)
        return max(min(instants), state.created)
    if reading.target is None:
        return None
    need = min([needed(threshold, reading.target) for threshold in thresholds])
    return crossing(state.marks[index], state.begins[index], need, reading.at)
