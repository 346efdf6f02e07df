"""From a folded ledger to faces: what is shown of each clock, and which of the three presses most.

Kept beside the incident by whoever writes its clocks, so that lists are sorted and grouped by the database.
"""

from collections.abc import Sequence

from app.domain.instants import MINUTE
from app.domain.sla.clock import Reading, crossing, read
from app.domain.sla.display import NO_FACE, Face
from app.domain.sla.fold import PAUSED, RUNNING, STOPPED, Fold
from app.domain.sla.policy import CLOCKS
from app.domain.sla.thresholds import BREACH, Threshold, before_due, instant_needed, needed, percent

# Soon at three quarters or the last hour, hot at nine tenths or the last half hour, whichever comes first (desktop
# research 2.13). The hour is one of opening time, as every threshold is: an hour before closing it is late already.
_SOON = (percent(75), before_due(60 * MINUTE))
_HOT = (percent(90), before_due(30 * MINUTE))

_LIVE = {RUNNING, PAUSED}


def faces(state: Fold, at: int) -> tuple[Face, ...]:
    """The faces of the three clocks at an instant, in the order of `CLOCKS`; without their calendars' ids."""
    return tuple(face(state, index, at) for index in range(len(CLOCKS)))


def face(state: Fold, index: int, at: int) -> Face:
    """The face of the clock with this index in `CLOCKS`."""
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
    live = [item for item in shown if item.phase in {"running", "paused"} and (item.target or item.promised)]
    if live:
        return min(live, key=_urgency)
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
