"""Signing: each program that runs timers leaves the time of the database and how its own clock compares to it."""

from datetime import datetime, timedelta

from app.domain.actor import PROGRAM
from app.infra.unit_of_work import Store
from app.infra.upsert import upsert_into
from app.models.timers import heartbeat
from app.services.carry_out import forget_old_receipts
from app.services.removal import forget_workers
from app.services.timers.dto import Worker

KEPT_FOR = timedelta(days=7)
"""How long the signature of a program that has ended is kept."""


def sign(
    store: Store, worker: Worker, *, started_at: datetime | None, fired: int, offset: timedelta, note: str = ""
) -> datetime:
    """Write that the worker ran its timers just now, and return the time that was written.

    `started_at` None means that it begins now; signatures of programs that ended long ago are then taken away.
    """
    with store.writing(PROGRAM, worker.name) as work:
        values = {
            "worker_id": worker.id,
            "worker": worker.name,
            "program": worker.program,
            "person_id": worker.person_id,
            "started_at": started_at or work.now,
            "last_tick_at": work.now,
            "fired": fired,
            "clock_offset_ms": _fitting(round(offset / timedelta(milliseconds=1))),
            "note": note,
        }
        # Only ever forward: a worker that was frozen between its look at the clock and here must not take time back.
        insert = upsert_into(work.connection, heartbeat).values(values)
        work.connection.execute(
            insert.on_conflict_do_update(
                index_elements=["worker_id"], set_=values, where=heartbeat.c.last_tick_at <= work.now
            )
        )
        if started_at is None:
            # The newest of all is the watermark; it can only be a signature of the last days, or this one.
            forget_workers(work.connection, work.now - KEPT_FOR)
            forget_old_receipts(work)
        return work.now


def _fitting(millis: int) -> int:
    """A computer that believes in the year 1970 has an offset that no column holds; far off is far off."""
    most = 2**31 - 1
    return max(-most, min(most, millis))
