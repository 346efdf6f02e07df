"""Saying when something has to be looked at next; called in the transaction that changes the answer."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete

from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.timers import timer

_SET: dict[str, PreparedInsert] = {}
_DROP = PreparedInsert(
    delete(timer).where(
        timer.c.kind == bindparam("kind", "", type_=timer.c.kind.type),
        timer.c.subject_id == bindparam("subject_id", "", type_=timer.c.subject_id.type),
    ),
    (),
)


def schedule(work: Work, kind: str, subject_id: str, due_at: datetime | None) -> None:
    """Set when a thing is due next, in place of what stood there; None: nothing is to be done any more."""
    row = {"kind": kind, "subject_id": subject_id}
    if due_at is None:
        _DROP.run(work.connection, [row])
    else:
        _setter(work.connection).run(work.connection, [row | {"due_at": due_at}])


def _setter(connection: Connection) -> PreparedInsert:
    known = _SET.get(connection.dialect.name)
    if known is None:
        insert = upsert_into(connection, timer)
        insert = insert.on_conflict_do_update(
            index_elements=["kind", "subject_id"], set_={"due_at": insert.excluded.due_at}
        )
        known = _SET[connection.dialect.name] = PreparedInsert(insert, ("kind", "subject_id", "due_at"))
    return known
