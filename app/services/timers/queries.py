"""How the timers of the desk are, for the status bar and `main.py jobs status`."""

from datetime import timedelta

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store
from app.models.timers import heartbeat
from app.services.command import query
from app.services.timers.claims import NEXT, soonest
from app.services.timers.dto import TimerHealth, WorkerView

SHOWN_FOR = timedelta(days=1)
"""How long a worker that has ended is still shown; the newest one is shown however old it is."""

_MANY = 50

_WORKERS = PreparedSelect(select(heartbeat).order_by(heartbeat.c.last_tick_at.desc()).limit(_MANY))


class TimerQueries:
    """Reading about passing time."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL)
    def health(self, connection: Connection, _actor: Actor) -> TimerHealth:
        """Who runs the timers, when they last ran, and whether something is overdue: two short reads."""
        moment, row = self.store.time.ask(connection, NEXT)
        workers = [
            WorkerView(
                id=each.worker_id,
                name=each.worker,
                program=each.program,
                started_at=each.started_at,
                last_tick_at=each.last_tick_at,
                fired=each.fired,
                clock_offset=timedelta(milliseconds=each.clock_offset_ms),
                note=each.note,
            )
            for each in _WORKERS.all(connection)
        ]
        newest = next((each for each in workers if not each.is_resting), None)
        shown = tuple(each for each in workers if each is newest or each.last_tick_at > moment.now - SHOWN_FOR)
        return TimerHealth(moment.now, shown, soonest(row), moment.went_back)
