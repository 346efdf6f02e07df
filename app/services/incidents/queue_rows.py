"""A row of the queue out of the values of a statement; the same for the prepared statement and for its kept text."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.domain.instants import micros
from app.domain.sla.display import NO_FACE, Face
from app.services.incidents.queue_dto import QueueRow

_PLAIN = len(QueueRow._fields) - 2
"""So many values stand as they are; those after them make the faces of the two clocks."""

_PRESSING_ENDS = _PLAIN + 12


def row_of(values: Sequence[Any]) -> QueueRow:
    """The row, from the values of the columns of the queue and then those of `BADGE` and `FIRST_RESPONSE`."""
    pressing = face_of(values[_PLAIN:_PRESSING_ENDS])
    return QueueRow._make([*values[:_PLAIN], pressing, _first_response(pressing, values[_PRESSING_ENDS:])])


def _first_response(pressing: Face, values: Sequence[Any]) -> Face:
    """The clock of the first response; when it becomes urgent is kept only where it is the one that presses most."""
    phase, elapsed, target, due, stopped, breached = values
    if pressing.clock == "response":
        return pressing
    if phase is None or phase == "none":
        return NO_FACE
    due_at = _instant(due)
    return Face(
        "response",
        phase,
        pressing.reason,
        elapsed or 0,
        target,
        due_at,
        breach=due_at,
        stopped=_instant(stopped),
        breached=None if breached is None else bool(breached),
        promised=target is None,
        calendar_id=pressing.calendar_id,
    )


def face_of(values: Sequence[Any]) -> Face:
    """What is painted, from the values of `BADGE`."""
    clock, phase, reason, elapsed, target, due, soon, hot, breach, stopped, breached, calendar_id = values
    if clock is None:
        return NO_FACE
    return Face(
        clock,
        phase,
        reason or "",
        elapsed or 0,
        target,
        _instant(due),
        _instant(soon),
        _instant(hot),
        _instant(breach),
        _instant(stopped),
        None if breached is None else bool(breached),
        target is None,
        calendar_id or "",
    )


def _instant(moment: datetime | None) -> int | None:
    return None if moment is None else micros(moment)
