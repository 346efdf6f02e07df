"""What uses a hold reason or a resolution code: incidents, SLA policies, macros, and saved views that ask for it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from app.domain.actor import Actor
from app.domain.kept_words import WordKind
from app.domain.numbers import incident_number
from app.domain.query.filter import TermKind, parse_filter
from app.domain.query.holds import asks_for_word
from app.domain.sla.policy import DEFAULT_PAUSES
from app.domain.vocabulary import State
from app.domain.wording import marked_count
from app.models.incident import incident
from app.models.macros import macro
from app.models.views import saved_view
from app.services.access import visible
from app.services.catalogue.dto import Use
from app.services.catalogue.uses import NAMED, definitions_in_force
from app.services.kept_words.dto import MACROS
from app.services.macros.keeping import load_macros
from app.services.views.commands import seen_by


def numbers_of(connection: Connection, actor: Actor, kind: WordKind) -> dict[str, int]:
    """How many incidents have each word of a kind now."""
    column = incident.c[kind.value]
    counted = select(column, func.count()).where(_has_one(kind), visible(actor)).group_by(column)
    return {str(key): int(number) for key, number in connection.execute(counted)}


def uses_of_word(connection: Connection, actor: Actor, kind: WordKind, key: str) -> tuple[Use, ...]:
    """Everything that uses a word."""
    found = [_incidents(connection, actor, kind, key)]
    if kind is WordKind.HOLD:
        policies = sorted({each["name"] for each in definitions_in_force(connection) if key in _paused_for(each)})
        found.append(Use(marked_count("{n} SLA policy", "{n} SLA policies"), len(policies), tuple(policies[:NAMED])))
    found += [_macros(connection, actor, kind, key), _views(connection, actor, kind, key)]
    return tuple(use for use in found if use.number)


def _has_one(kind: WordKind) -> ColumnElement[bool]:
    if kind is WordKind.HOLD:
        return incident.c.state == State.ON_HOLD.value
    return incident.c.resolution_code.is_not(None)


def _incidents(connection: Connection, actor: Actor, kind: WordKind, key: str) -> Use:
    meant = (_has_one(kind), incident.c[kind.value] == key, visible(actor))
    number = connection.execute(select(func.count()).select_from(incident).where(*meant)).scalar_one()
    if kind is WordKind.CODE:
        return Use(marked_count("{n} ended incident", "{n} ended incidents"), number)
    newest = select(incident.c.number).where(*meant).order_by(incident.c.number.desc()).limit(NAMED)
    names = tuple(incident_number(each) for each in connection.execute(newest).scalars())
    return Use(marked_count("{n} incident on hold", "{n} incidents on hold"), number, names)


def _paused_for(definition: dict[str, Any]) -> Iterator[str]:
    pauses = definition.get("pauses", DEFAULT_PAUSES)
    return (reason for reasons in pauses.values() for reason in reasons)


def _macros(connection: Connection, actor: Actor, kind: WordKind, key: str) -> Use:
    names = [
        each.name
        for each in load_macros(connection, actor, macro.c.active)
        if key == (each.acts.hold_reason if kind is WordKind.HOLD else each.acts.resolution_code)
    ]
    return Use(MACROS, len(names), tuple(sorted(names)[:NAMED]))


_ASKED_BY = {WordKind.HOLD: TermKind.HOLD, WordKind.CODE: TermKind.CODE}


def _views(connection: Connection, actor: Actor, kind: WordKind, key: str) -> Use:
    view = saved_view.c
    rows = connection.execute(select(view.name, view.filter_text).where(seen_by(actor), view.removed_at.is_(None)))
    names = sorted(
        row.name
        for row in rows
        if any(
            term.kind is _ASKED_BY[kind] and any(asks_for_word(key, value) for value in term.values)
            for term in parse_filter(row.filter_text).terms
        )
    )
    return Use(marked_count("{n} saved view", "{n} saved views"), len(names), tuple(names[:NAMED]))
