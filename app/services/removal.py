"""Taking rows away: by a function on a server, where nobody may delete from a table, and plainly from a file."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, bindparam, delete, func, select

from app.infra.prepared import PreparedInsert
from app.models.clocks import person_hours
from app.models.people import group_member
from app.models.receipts import command_receipt
from app.models.timers import heartbeat, timer
from app.models.types import Id

_KIND = bindparam("kind", "", type_=timer.c.kind.type)
_SUBJECT = bindparam("subject_id", "", type_=timer.c.subject_id.type)
_DROP_TIMER: Mapping[bool, PreparedInsert] = {
    True: PreparedInsert(delete(timer).where(timer.c.kind == _KIND, timer.c.subject_id == _SUBJECT), ()),
    False: PreparedInsert(select(func.desk.drop_timer(_KIND, _SUBJECT)), ()),
}


def drop_timers(connection: Connection, timers: Sequence[tuple[str, str]]) -> None:
    """Take timers away, given as (kind, subject); those that are not there are fine."""
    if timers:
        rows = [{"kind": kind, "subject_id": subject} for kind, subject in timers]
        _DROP_TIMER[_is_file(connection)].run(connection, rows)


def forget_workers(connection: Connection, before: datetime) -> None:
    """Take the signatures away that programs left before a moment; the newest of all stays."""
    ended = select(heartbeat.c.worker_id).where(heartbeat.c.last_tick_at < before)
    plainly = delete(heartbeat).where(heartbeat.c.worker_id.in_(ended))
    _run(connection, plainly, select(func.desk.forget_workers(before)))


def forget_receipts(connection: Connection, before: datetime, most: int) -> None:
    """Take away at most so many receipts of commands that were left before a moment."""
    old = select(command_receipt.c.id).where(command_receipt.c.done_at < before).limit(most)
    plainly = delete(command_receipt).where(command_receipt.c.id.in_(old))
    _run(connection, plainly, select(func.desk.forget_receipts(before, most)))


def forget_hours(connection: Connection, person_id: str) -> None:
    """Take the calendar of a person away, who then is always there."""
    plainly = delete(person_hours).where(person_hours.c.person_id == person_id)
    _run(connection, plainly, select(func.desk.forget_hours(bindparam("person", person_id, type_=Id))))


def leave_group(connection: Connection, group_id: str, person_id: str) -> None:
    """Take a person out of a group."""
    plainly = delete(group_member).where(group_member.c.group_id == group_id, group_member.c.person_id == person_id)
    group, who = bindparam("of_group", group_id, type_=Id), bindparam("person", person_id, type_=Id)
    _run(connection, plainly, select(func.desk.leave_group(group, who)))


def remove_review_part(connection: Connection, table: Table, part_id: str) -> None:
    """Take a row out of a list of a review."""
    plainly = delete(table).where(table.c.id == part_id)
    part = bindparam("part", part_id, type_=Id)
    _run(connection, plainly, select(func.desk.remove_review_part(table.name, part)))


def _is_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _run(connection: Connection, plainly: Delete, on_server: Select[Any]) -> None:
    connection.execute(plainly if _is_file(connection) else on_server)
