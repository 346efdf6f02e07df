"""What an export holds: which tables and columns, which rows somebody may see, and why the rest is left out."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, Table, and_, or_, select, true

from app.domain.actor import Actor
from app.models.incident import incident
from app.services.access import visible
from app.services.moving.tables import LEFT, moved_tables

LEFT_OUT: Final[Mapping[str, str]] = {
    **LEFT,
    "attachment_content": "stands in the folder attachments, file by file",
    "article_picture": "stands beside the articles that `main.py knowledge export` writes",
    "suggestion_model": "is learned anew from resolved incidents",
    "timer": "follows from the rest, and is worked out anew",
    "heartbeat": "says which programs ran timers",
    "person_secret": "is what is kept of passwords",
    "number_counter": "follows from the numbers that were given",
    "saved_view": "is how each person looks at incidents; backups and main.py move bring it along",
    "incident_follower": "is what each person wants to be told of",
    "saved_view_star": "is which views each person keeps at hand",
    "checklist_template": "are lists of people and teams; the steps of incidents are there",
    "incident_template": "are texts of people and teams; backups and main.py move bring them along",
    "macro": "are texts of people and teams; backups and main.py move bring them along",
    "burst_answer": "is what each person made of a proposal",
    "unread_mark": "is what each person has still to read",
    "notification": "was told to one person each",
    "audit_entry": "is verified where it is, and kept by backups and by main.py move",
    "audit_anchor": "belongs to the audit trail",
    "audit_head": "belongs to the audit trail",
}
"""Tables that are left out, each with the reason; a table that stands nowhere is exported."""

HIDDEN: Final[Mapping[str, frozenset[str]]] = {"person": frozenset({"login"})}
"""Columns that no export holds: who has which login is told to nobody."""


def exported_tables() -> list[Table]:
    """Every table of an export, each after those that it refers to."""
    return [table for table in moved_tables() if table.name not in LEFT_OUT]


def rows_of(table: Table, actor: Actor) -> Select[Any]:
    """What the actor may see of a table, in the order of its key."""
    hidden = HIDDEN.get(table.name, frozenset())
    shown = [column for column in table.columns if column.name not in hidden]
    return select(*shown).where(may_see(table, actor)).order_by(*table.primary_key.columns)


def may_see(table: Table, actor: Actor) -> ColumnElement[bool]:
    """The condition that keeps what belongs to incidents the actor may not see out of an export.

    What refers to an incident, or to something that does, is seen by whoever sees all that it refers to.
    """
    if table is incident:
        return visible(actor)
    kept: list[ColumnElement[bool]] = [true()]
    for key in sorted(table.foreign_keys, key=lambda each: each.parent.name):
        target = key.column.table
        if target is not table and _is_of_incidents(target):
            among = key.parent.in_(select(key.column).where(may_see(target, actor)))
            kept.append(or_(key.parent.is_(None), among) if key.parent.nullable else among)
    return and_(*kept)


def _is_of_incidents(table: Table) -> bool:
    if table is incident:
        return True
    return any(key.column.table is not table and _is_of_incidents(key.column.table) for key in table.foreign_keys)
