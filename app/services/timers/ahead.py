"""A clock that had been set forward: how far the desk is ahead of it, and letting time go on from the clock as it is.

The newest time that a program signed with is the watermark of a desk (`app.infra.database_time`); after a wrong jump
forward it would hold until the clock has caught up. What fired early meanwhile is on record and is not taken back.
"""

from datetime import datetime

from sqlalchemy import Connection, delete, distinct, func, select, update

from app.domain.actor import Actor
from app.domain.errors import Refused
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.link import LONG
from app.infra.unit_of_work import Store, Work
from app.models.clocks import incident_clocks, sla_firing
from app.models.incident import journal_entry
from app.models.timers import heartbeat, notification
from app.services.command import command, query
from app.services.timers.dto import Ahead

_ON_A_SERVER = (
    "On a server its own clock counts for everybody, and nobody's login may take signatures away. When that clock is"
    " right, the owner of the database runs: DELETE FROM heartbeat WHERE last_tick_at > now();"
)


class ClockQueries:
    """How the clock in charge stands to what was signed already."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL, LONG)
    def ahead(self, connection: Connection, _actor: Actor) -> Ahead:
        """Whether and by what the desk is ahead of its clock; reads the whole journal where it is."""
        moment = self.store.time.read(connection)
        if not moment.went_back or moment.watermark is None:
            return Ahead(moment.clock, moment.watermark)
        return _ahead(connection, moment.clock, moment.watermark)


class ClockCommands:
    """Putting right what a wrong clock left behind."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.SETTINGS_EDIT)
    def go_on(self, work: Work) -> Ahead:
        """Let time go on from the clock as it is now; `Refused` where it is not behind. Returns what was found.

        The signatures that lie ahead are taken away, and what people were to be told then is told now. Facts and
        firings of that time stay: a journal is never changed.
        """
        moment = self.store.time.read(work.connection)
        if not moment.went_back or moment.watermark is None:
            raise Refused(tr("The clock of this desk is not behind: nothing has to be mended."))
        if work.connection.dialect.name != "sqlite":
            raise Refused(_ON_A_SERVER)
        found = _ahead(work.connection, moment.clock, moment.watermark)
        if work.connection.dialect.name == "sqlite":
            _go_on(work.connection, moment.clock)
        else:
            work.connection.execute(select(func.desk.let_time_go_on(moment.clock)))
        return found


def _go_on(connection: Connection, clock: datetime) -> None:
    connection.execute(delete(heartbeat).where(heartbeat.c.last_tick_at > clock))
    waits = notification.c.shown_at.is_(None), notification.c.deliver_at > clock
    early = notification.c.created_at > clock
    connection.execute(update(notification).where(*waits, early), {"deliver_at": clock})


def _ahead(connection: Connection, clock: datetime, watermark: datetime) -> Ahead:
    signed = select(heartbeat.c.worker).where(heartbeat.c.last_tick_at > clock).order_by(heartbeat.c.worker).distinct()
    written = select(journal_entry.c.incident_id).where(journal_entry.c.recorded_at > clock)
    decided = select(incident_clocks.c.incident_id).where(incident_clocks.c.checked_until > clock)
    both = written.union(decided).subquery()
    fired = select(func.count()).select_from(sla_firing).where(sla_firing.c.fired_at > clock)
    return Ahead(
        clock,
        watermark,
        tuple(connection.execute(signed).scalars()),
        int(connection.execute(select(func.count(distinct(both.c.incident_id)))).scalar_one()),
        int(connection.execute(fired).scalar_one()),
    )
