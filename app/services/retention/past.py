"""Who changed how long things are kept, told from the changes of the settings; and what was taken, day by day."""

import json
from typing import Any, Final

from sqlalchemy import Connection, func, select

from app.domain.retention import RetentionKind, Rule, months_words, rule_of
from app.domain.wording import tr
from app.models.retention import retention_run
from app.models.types import UtcDateTime
from app.services.catalogue.dto import PastChange
from app.services.catalogue.history import values_of_setting
from app.services.retention.dto import Run

_DAYS: Final = 60


def rule_history(connection: Connection) -> tuple[PastChange, ...]:
    """The changes of all rules, newest first."""
    told = [
        PastChange(change.at, change.by, _said(kind, _rule(change.old), _rule(change.new)))
        for kind in RetentionKind
        for change in values_of_setting(connection, kind.key)
    ]
    return tuple(sorted(told, key=lambda change: change.at, reverse=True))


def _rule(stored: Any) -> Rule:
    try:
        return rule_of(json.loads(stored) if isinstance(stored, str) else stored)
    except ValueError:
        return Rule()


def _said(kind: RetentionKind, old: Rule, new: Rule) -> str:
    was, now = months_words(old.months), months_words(new.months)
    if new.begins_at is None:
        return tr("{kind}: {old} → {new}", kind=kind.label, old=was, new=now)
    begins = new.begins_at.date().isoformat()
    return tr("{kind}: {old} → {new}, from {day} on", kind=kind.label, old=was, new=now, day=begins)


def load_runs(connection: Connection) -> tuple[Run, ...]:
    """What was taken, by day (UTC) and kind, the newest first; the last sixty of them."""
    day = func.substr(retention_run.c.at, 1, 10) if connection.dialect.name == "sqlite" else _server_day()
    found = (
        select(day, retention_run.c.kind, func.sum(retention_run.c.taken), func.sum(retention_run.c.size),
               func.max(retention_run.c.at, type_=UtcDateTime()))
        .where(retention_run.c.taken > 0)
        .group_by(day, retention_run.c.kind)
        .order_by(day.desc(), retention_run.c.kind)
        .limit(_DAYS)
    )  # fmt: skip
    return tuple(
        Run(last.replace(hour=0, minute=0, second=0, microsecond=0), RetentionKind(kind), int(taken), int(size))
        for _, kind, taken, size, last in connection.execute(found)
    )


def _server_day() -> Any:
    return func.date_trunc("day", retention_run.c.at, "UTC")


def load_looked_at(connection: Connection) -> Any:
    """When a run last left a record (UTC); None where none has."""
    return connection.execute(select(func.max(retention_run.c.at))).scalar_one()
