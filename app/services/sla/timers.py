"""The timers of one incident that its clocks set: when to look at them next, and when a hold is over."""

from datetime import datetime

from app.infra.unit_of_work import Work
from app.services.timers.schedule import schedule

CLOCKS_TIMER, HOLD_TIMER = "clocks", "hold"

Pair = tuple[datetime | None, datetime | None]


def set_own_timers(work: Work, incident_id: str, known: Pair, wanted: Pair) -> None:
    """Bring the two timers of an incident, its next look and the end of its hold, from where they stand to new ones."""
    look, hold = wanted
    if look != known[0]:
        schedule(work, CLOCKS_TIMER, incident_id, look)
    # A reminder whose time has come is left to whoever fires it; putting it back would remind twice.
    if hold != known[1] and (hold is None or hold > work.now):
        schedule(work, HOLD_TIMER, incident_id, hold)
