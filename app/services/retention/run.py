"""Taking what is past its time, in short stretches, each a transaction of its own with its record.

Whoever runs the timers does it; of several who try at once one gets on. On a server `desk.retain` does the same, and
nobody takes anything in another way. A run that is cut off goes on with the next one.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, delete, exists, func, not_, select, update

from app.domain.actor import PROGRAM
from app.domain.events import IncidentChanged
from app.domain.retention import LOOK_EVERY, QUIET_FROM, QUIET_TO, RetentionKind, cutoff
from app.infra.unit_of_work import Store, Work
from app.models.incident import attachment, attachment_content
from app.models.retention import removed_file, retention_run
from app.models.timers import notification
from app.models.types import UtcDateTime
from app.services.retention.rows import KeptRule, due_files, due_notifications, load_rule

AT_ONCE: Final = 100
"""So many things one transaction takes at most."""
_MOST_BYTES: Final = 50_000_000
"""So many bytes of files, but always one file."""


def keep_to_rules(
    store: Store,
    may_go_on: Callable[[], bool] = lambda: True,
    between: Callable[[], None] = lambda: None,
    at_once: int = AT_ONCE,
) -> dict[RetentionKind, int]:
    """Take all that is past its time; how much of each kind. `between` two transactions others get hold of the desk."""
    taken = {}
    for kind in RetentionKind:
        total = 0
        while may_go_on() and (number := _stretch(store, kind, at_once)):
            total += number
            between()
        taken[kind] = total
    return taken


def _stretch(store: Store, kind: RetentionKind, most: int) -> int:
    with store.reading() as connection:
        # Most desks have no rule, and write nothing here.
        if not load_rule(connection, kind).rule.is_set:
            return 0
    with store.writing(PROGRAM) as work:
        if work.connection.dialect.name == "sqlite":
            return _take(work, kind, load_rule(work.connection, kind), most)
        asked = func.desk.retain(kind.value, bindparam("at", work.now, type_=UtcDateTime()), most)
        taken: int = work.connection.execute(select(asked)).scalar_one() or 0
        if kind is RetentionKind.FILES and taken:
            _tell_of_removed(work)
        return taken


def _take(work: Work, kind: RetentionKind, kept: KeptRule, most: int) -> int:
    months = kept.rule.months_at(work.now)
    taken = size = 0
    # What holds until a rule begins was set by somebody before.
    rule_by = None if kept.rule.waits_at(work.now) else kept.by_id
    if months is not None and _has_looked_before(work.connection, kind, work.now):
        before = cutoff(work.now, months)
        if kind is RetentionKind.FILES:
            taken, size = _remove_files(work, before, {"months": months, "rule_by_id": rule_by}, most)
            _tell_of_removed(work)
        else:
            taken = _forget_notifications(work, before, most)
    if taken or not _has_record(work.connection, kind, work.now - LOOK_EVERY, work.now):
        row = {"id": work.new_id(), "kind": kind.value, "at": work.now, "taken": taken, "size": size}
        work.connection.execute(retention_run.insert(), {**row, "months": months, "rule_by_id": rule_by})
    return taken


def _has_looked_before(connection: Connection, kind: RetentionKind, now: datetime) -> bool:
    return _has_record(connection, kind, now - QUIET_FROM, now - QUIET_TO)


def _has_record(connection: Connection, kind: RetentionKind, since: datetime, until: datetime) -> bool:
    found = select(retention_run.c.id).where(
        retention_run.c.kind == kind.value, retention_run.c.at > since, retention_run.c.at <= until
    )
    return connection.execute(found.limit(1)).first() is not None


def _remove_files(work: Work, before: datetime, rule: dict[str, Any], most: int) -> tuple[int, int]:
    chosen: list[Row[Any]] = []
    size = 0
    for row in work.connection.execute(due_files(before, work.now).limit(most)):
        if chosen and size + row.size > _MOST_BYTES:
            break
        chosen.append(row)
        size += row.size
    if not chosen:
        return 0, 0
    rows = [{"attachment_id": row.id, "incident_id": row.incident_id, "removed_at": work.now, **rule} for row in chosen]
    work.connection.execute(removed_file.insert(), rows)
    # What is freed is overwritten, so that it cannot be read from the file afterwards.
    before_that = work.connection.exec_driver_sql("PRAGMA secure_delete").scalar_one()
    work.connection.exec_driver_sql("PRAGMA secure_delete = 1")
    _empty(work.connection, sorted({row.sha256 for row in chosen}))
    work.connection.exec_driver_sql(f"PRAGMA secure_delete = {int(before_that)}")
    return len(chosen), size


def _tell_of_removed(work: Work) -> None:
    """Have windows of this program read those incidents again; others hear of it by the feed."""
    lately = select(removed_file.c.incident_id).where(removed_file.c.removed_at == work.now).distinct()
    work.events.extend(IncidentChanged(None, found) for found in work.connection.execute(lately).scalars())


def _empty(connection: Connection, contents: Sequence[str]) -> None:
    """Empty the contents that no file has any more which was not removed."""
    other = attachment.alias("other")
    gone = exists().where(removed_file.c.attachment_id == other.c.id)
    still = exists().where(other.c.sha256 == attachment_content.c.sha256, not_(gone))
    connection.execute(
        update(attachment_content).where(attachment_content.c.sha256.in_(contents), not_(still)).values(data=b"")
    )


def _forget_notifications(work: Work, before: datetime, most: int) -> int:
    ids = [row.id for row in work.connection.execute(due_notifications(before, work.now).limit(most))]
    if ids:
        work.connection.execute(delete(notification).where(notification.c.id.in_(ids)))
    return len(ids)
