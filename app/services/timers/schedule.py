"""Saying when something has to be looked at next; called in the transaction that changes the answer."""

from datetime import datetime

from sqlalchemy import delete

from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.timers import timer


def schedule(work: Work, kind: str, subject_id: str, due_at: datetime | None) -> None:
    """Set when a thing is due next, in place of what stood there; None: nothing is to be done any more."""
    if due_at is None:
        work.connection.execute(delete(timer).where(timer.c.kind == kind, timer.c.subject_id == subject_id))
        return
    statement = upsert_into(work.connection, timer).values(kind=kind, subject_id=subject_id, due_at=due_at)
    work.connection.execute(
        statement.on_conflict_do_update(index_elements=["kind", "subject_id"], set_={"due_at": due_at})
    )
