"""A row of the queue out of the values of a statement; the same for the prepared statement and for its kept text."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.domain.instants import micros
from app.domain.sla.display import NO_FACE, Face
from app.services.incidents.queue_dto import QueueRow

_PLAIN = len(QueueRow._fields) - 1
"""So many values stand as they are; those after them make the face of the clock."""


def row_of(values: Sequence[Any]) -> QueueRow:
    """The row, from the values of the columns of the queue and then those of `queue_clocks.BADGE`."""
    return QueueRow._make([*values[:_PLAIN], face_of(values[_PLAIN:])])


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
