"""Putting an incident off: the moment until which, as it may be kept.

It is put off for everybody, because what waits to be sorted is one list of the desk: whoever puts it off says that
nobody needs to look before then. Clocks go on, and whatever happens on it wakes it.
"""

from datetime import datetime

from app.domain.errors import BadInput
from app.domain.moments import can_be_kept
from app.domain.wording import tr


def checked_pause(until: datetime, now: datetime) -> datetime:
    """The moment, unless it is none until which something can be put off."""
    if not can_be_kept(until):
        raise BadInput(tr("That is no moment before the year 2200."), "snoozed_until")
    if until <= now:
        raise BadInput(tr("That is over already; choose a later time."), "snoozed_until")
    return until
