"""Saying when something has to be looked at next; called in the transaction that changes the answer."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.timers import timer
from app.models.types import UtcDateTime
from app.services.removal import drop_timers

_CALL = select(func.desk.call_for_recount(bindparam("at", type_=UtcDateTime())))
_SET: dict[str, PreparedInsert] = {}


def schedule(work: Work, kind: str, subject_id: str, due_at: datetime | None) -> None:
    """Set when a thing is due next, in place of what stood there; None: nothing is to be done any more."""
    if due_at is None:
        drop_timers(work.connection, [(kind, subject_id)])
    else:
        row = {"kind": kind, "subject_id": subject_id, "due_at": due_at}
        _setter(work.connection).run(work.connection, [row])


def schedule_all(work: Work, kind: str, subject_ids: Sequence[str], due_at: datetime) -> None:
    """Set the same due time for many things, in place of what stood there."""
    rows = [{"kind": kind, "subject_id": subject_id, "due_at": due_at} for subject_id in subject_ids]
    if rows:
        _setter(work.connection).run(work.connection, rows)


def call_whoever_sees_the_rest(work: Work) -> None:
    """Have restricted incidents that the actor does not see looked at now, and counted anew, by those who do."""
    if work.connection.dialect.name != "sqlite":
        work.connection.execute(_CALL, {"at": work.now})


def _setter(connection: Connection) -> PreparedInsert:
    known = _SET.get(connection.dialect.name)
    if known is None:
        insert = upsert_into(connection, timer)
        insert = insert.on_conflict_do_update(
            index_elements=["kind", "subject_id"], set_={"due_at": insert.excluded.due_at}
        )
        known = _SET[connection.dialect.name] = PreparedInsert(insert, ("kind", "subject_id", "due_at"))
    return known
