"""Reading macros from their table, and who may see and change which."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from app.domain.actor import Actor
from app.domain.field_names import field_name, field_value
from app.domain.macros import ME, SETTABLE, Acts
from app.domain.numbers import article_number
from app.domain.permissions import Permission
from app.domain.vocabulary import State, hold_reason_label
from app.domain.wording import inside, tr, trn
from app.models.catalogue import category, service
from app.models.macros import macro
from app.models.people import assignment_group, person
from app.services.macros.dto import Macro, acts_of_data
from app.services.macros.facts import published
from app.services.settings import load_matrix
from app.services.shared_with import Shared

MACROS = Shared(macro, "macro", Permission.MACRO_PUBLISH)
_NAMED = {"group_id": assignment_group, "assignee_id": person, "service_id": service, "category_id": category}

_LEVELS = ("impact", "urgency")


def load_macros(connection: Connection, actor: Actor, condition: ColumnElement[bool]) -> list[Macro]:
    """The macros that the actor sees, own ones first, by name."""
    read = [(row, acts_of_data(row.acts)) for row in MACROS.rows(connection, actor, condition)]
    names = _names(connection, actor, [acts for _, acts in read])
    return [_macro(row, acts, actor, names) for row, acts in read]


def _macro(row: Row[Any], acts: Acts, actor: Actor, names: Mapping[str, str]) -> Macro:
    return Macro(
        row.id,
        row.name,
        row.short_name,
        row.body,
        row.public,
        acts,
        row.owner_id,
        row.owner_name,
        row.share,
        row.group_id,
        row.group_name,
        row.active,
        MACROS.may_change(actor, row.owner_id, row.share),
        effects_of(acts, names),
    )


def effects_of(acts: Acts, names: Mapping[str, str]) -> tuple[str, ...]:
    """What it does beside its text, in words."""
    said = []
    for field in (name for name in SETTABLE if name in acts.sets):
        value = acts.sets[field]
        shown = tr("whoever runs it") if value == ME else names.get(_named(field, value), str(value))
        said.append(f"{field_name(field)}: {shown}")
    if acts.state is State.ON_HOLD:
        reason = inside(hold_reason_label(acts.hold_reason))
        said.append(
            trn("On hold: {reason}, {n} day", "On hold: {reason}, {n} days", acts.hold_days or 0, reason=reason)
        )
    elif acts.state is State.RESOLVED:
        said.append(tr("Resolved: {code}", code=inside(field_value("resolution_code", acts.resolution_code))))
    elif acts.state is not None:
        said.append(acts.state.label)
    if acts.tags:
        said.append(tr("Tags: {tags}", tags=", ".join(acts.tags)))
    if acts.article:
        number = article_number(acts.article)
        said.append(tr("Links {article}", article=names.get(number, number)))
    return tuple(said)


def _named(field: str, value: str | int) -> str:
    """Under what the name of a value is kept: numbers of levels mean one thing in one field and another in another."""
    return f"{field} {value}" if field in _LEVELS else str(value)


def _names(connection: Connection, actor: Actor, found: list[Acts]) -> dict[str, str]:
    names: dict[str, str] = {}
    for field, table in _NAMED.items():
        ids = {str(acts.sets[field]) for acts in found if acts.sets.get(field) not in {None, ME}}
        if ids:
            rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(sorted(ids))))
            names |= {row.id: row.name for row in rows}
    if any(acts.sets.keys() & set(_LEVELS) for acts in found):
        matrix = load_matrix(connection)
        for field, labels in zip(_LEVELS, (matrix.impact_labels, matrix.urgency_labels), strict=True):
            names |= {_named(field, number): label for number, label in enumerate(labels, 1)}
    linked = published(connection, actor, [acts.article for acts in found if acts.article])
    return names | {article_number(row.number): f"{article_number(row.number)} {row.title}" for row in linked}
