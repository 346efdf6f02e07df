"""The timer of a hold, which its clocks set: when to remind of what is waited for."""

from datetime import datetime

from app.infra.unit_of_work import Work
from app.services.timers.schedule import schedule

HOLD_TIMER = "hold"


def set_hold_timer(work: Work, incident_id: str, known: datetime | None, wanted: datetime | None) -> None:
    """Bring the timer of a hold from where it stands to the end of the hold; None: nothing is waited for."""
    # A reminder whose time has come is left to whoever fires it; putting it back would remind twice.
    if wanted != known and (wanted is None or wanted > work.now):
        schedule(work, HOLD_TIMER, incident_id, wanted)
