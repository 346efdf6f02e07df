"""What an entry of the audit trail tells: its changes, and the names of what they mention."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Boolean, ColumnElement, Connection, Select, Table, select

from app.domain.actor import Actor
from app.domain.field_names import field_value
from app.domain.numbers import article_number, incident_number, problem_number
from app.domain.record_names import column_name, column_value
from app.domain.wording import tr
from app.infra.plain_read import UNREADABLE, time_from_text
from app.models.base import metadata
from app.models.catalogue import category, configuration_item, service
from app.models.clocks import calendar, sla_policy
from app.models.escalation import escalation
from app.models.handover import handover
from app.models.incident import incident
from app.models.knowledge import article
from app.models.people import assignment_group, person, site
from app.models.problem import problem
from app.models.review import review
from app.models.types import UtcDateTime
from app.services.access import visible
from app.services.audit.dto import FieldChange, Told
from app.services.checklists.templates import TEMPLATES as CHECKLISTS
from app.services.macros.keeping import MACROS
from app.services.templates.keeping import TEMPLATES

SHARED: Final = (MACROS, CHECKLISTS, TEMPLATES)
"""What people and teams keep for themselves."""

_NAMED: Final = (assignment_group, calendar, category, configuration_item, person, service, site, sla_policy)
_IDENTIFIER: Final = re.compile("[0-9a-f]{32}")


class Named(NamedTuple):
    """What a record is called, and the incident that it is about, where it is about one and no incident itself."""

    name: str
    incident_id: str | None = None


Names = Mapping[tuple[str, str], Named]
"""Records by their table and identifier; what is not there, or not for the reader, is missing."""


def changes_in(content: str | None) -> dict[str, list[Any]]:
    """Old and new value by column, as the trail wrote them down; nothing where it cannot be read."""
    try:
        told = json.loads(content or "{}")
    except ValueError:
        return {}
    pairs = told.items() if isinstance(told, dict) else ()
    return {name: pair for name, pair in pairs if isinstance(pair, list) and len(pair) == 2}


def referred_table(part: str, column: str) -> str | None:
    """The table of which a column of another holds identifiers; None for one that holds values."""
    table = metadata.tables.get(part)
    if table is None or column not in table.columns:
        return None
    targets = (key.column for key in table.columns[column].foreign_keys)
    return next((target.table.name for target in targets if target.name == "id"), None)


def mentioned(part: str, changes: Mapping[str, list[Any]]) -> Iterable[tuple[str, str]]:
    """The records, by table and identifier, that the changes of a row refer to."""
    for column, pair in changes.items():
        table = referred_table(part, column)
        if table is not None:
            yield from ((table, str(value)) for value in pair if value)


def names_of(connection: Connection, actor: Actor, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Named]:
    """What records are called, by table and identifier: those that are there and that the actor may see."""
    ids: dict[str, set[str]] = {}
    for table, found in wanted:
        if _IDENTIFIER.fullmatch(found):
            ids.setdefault(table, set()).add(found)
    names: dict[tuple[str, str], Named] = {}
    for table, those in ids.items():
        if table == "escalation":
            names.update(_escalations(connection, actor, those))
            continue
        statement = naming(table, actor)
        if statement is not None:
            column = metadata.tables[table].c.id
            rows = connection.execute(statement.where(column.in_(sorted(those))))
            names.update(((table, row.id), _named(table, row)) for row in rows)
    return names


def naming(table: str, actor: Actor) -> Select[Any] | None:
    """The statement for what records of a table are called; None where they have no name of their own."""
    if table == "incident":
        return select(incident.c.id, incident.c.number, incident.c.short_description.label("name")).where(
            visible(actor)
        )
    if table == "review":
        joined = review.join(incident, incident.c.id == review.c.incident_id)
        columns = (review.c.id, incident.c.number, review.c.title.label("name"), review.c.incident_id)
        return select(*columns).select_from(joined).where(visible(actor))
    if table in {problem.name, article.name}:
        found = metadata.tables[table]
        return select(found.c.id, found.c.number, found.c.title.label("name"))
    if table == "handover":
        joined = handover.outerjoin(assignment_group, assignment_group.c.id == handover.c.group_id)
        return select(handover.c.id, assignment_group.c.name).select_from(joined)
    for shared in SHARED:
        if shared.table.name == table:
            return select(shared.table.c.id, shared.table.c.name).where(shared.seen_by(actor))
    found = metadata.tables[table]
    return select(found.c.id, found.c.name) if found in _NAMED else None


_NUMBERS: Final = {
    "incident": incident_number,
    "review": incident_number,
    "problem": problem_number,
    "article": article_number,
}


def _named(table: str, row: Any) -> Named:
    if table == "handover":
        return Named(row.name or tr("The whole desk"))
    number = _NUMBERS.get(table)
    name = row.name if number is None else f"{number(row.number)} {row.name}"
    return Named(name, row.incident_id if table == "review" else None)


def _escalations(connection: Connection, actor: Actor, ids: Iterable[str]) -> Iterable[tuple[tuple[str, str], Named]]:
    joined = escalation.join(incident, incident.c.id == escalation.c.incident_id)
    columns = (escalation.c.id, escalation.c.incident_id, incident.c.number, incident.c.short_description.label("name"))
    statement = select(*columns).select_from(joined).where(visible(actor), escalation.c.id.in_(sorted(ids)))
    for row in connection.execute(statement):
        yield ("escalation", row.id), Named(f"{incident_number(row.number)} {row.name}", row.incident_id)


def told(part: str, changes: Mapping[str, list[Any]], names: Names) -> tuple[FieldChange, ...]:
    """The changes of a row in the words of its fields."""
    return tuple(
        FieldChange(column_name(part, column), _told(part, column, old, names), _told(part, column, new, names))
        for column, (old, new) in changes.items()
    )


def _told(part: str, column: str, value: Any, names: Names) -> Told:
    if value is None or value == "":
        return None
    table = referred_table(part, column)
    if table is not None:
        # One that is not for the reader, or of which nothing is left, is known by no name.
        named = names.get((table, str(value)))
        return tr("one that cannot be named") if named is None else named.name
    kind = _kind(part, column)
    if isinstance(kind, UtcDateTime):
        at = time_from_text(str(value))
        return str(value) if at is None or at is UNREADABLE else at
    if isinstance(kind, Boolean):
        return field_value(column, "true" if is_true(value) else "false")
    return column_value(part, column, str(value))


def _kind(part: str, column: str) -> object:
    table = metadata.tables.get(part)
    return table.columns[column].type if table is not None and column in table.columns else None


def is_true(value: Any) -> bool:
    """Whether a truth value stands there, as either database writes it."""
    return str(value) in {"1", "true", "True"}


def may_be_named(table: Table) -> ColumnElement[str]:
    """The column by which records of a table are looked for by name."""
    return table.c.title if "title" in table.c else table.c.name
