"""Counting what filters find, by the same conditions as the queue, all of them in one statement."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true
from sqlalchemy.sql import visitors

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import Filter, parse_filter
from app.infra.prepared import PreparedSelect
from app.models.incident import incident
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import Standings, ground_of, values_of
from app.services.incidents.queue_filter import IS_OPEN, Scope, conditions
from app.services.incidents.queue_shares import Ground


def count_found(
    connection: Connection, actor: Actor, texts: Sequence[str], at: datetime, zone: tzinfo | None
) -> list[int]:
    """How many incidents each filter finds of those that the actor may see; clocks are judged at the instant `at`.

    The filters name no words and no shares of clocks: those have values of their own for each filter.
    """
    ground = ground_of(connection, Filter(), at, by_hours=True)
    values: dict[str, datetime | str] = {}
    for text in texts:
        values |= values_of(connection, parse_filter(text), ground, at, zone)
    counted = _counted(may(actor, Permission.INCIDENT_READ_ALL), tuple(texts), ground)
    (row,) = counted.all(connection, **values, me=actor.person_id)
    return [int(number) for number in row]


@lru_cache(maxsize=32)
def _counted(sees_all: bool, texts: tuple[str, ...], ground: Ground) -> PreparedSelect:
    """What asks for open ones, or by the day of the resolution, is counted in one walk each; the rest by an index."""
    visible = visible_to(ME, sees_all=sees_all)
    named = {f"n{number}": found_by(text, sees_all, ground) for number, text in enumerate(texts)}
    opened = {name: found for name, found in named.items() if any(each is IS_OPEN for each in found)}
    resolved = {name: found for name, found in named.items() if _asks_for_resolution(found)}
    counts: dict[str, ColumnElement[int]] = {
        name: select(func.count()).select_from(incident).where(visible, *found).scalar_subquery().label(name)
        for name, found in named.items()
    }
    if opened:
        counts |= _walk(opened, visible, IS_OPEN)
    if resolved:
        # No index leads to these: one reading of all incidents instead of one for each day.
        counts |= _walk(resolved, visible, or_(*(and_(*found) for found in resolved.values())))
    return PreparedSelect(select(*counts.values()))


def _walk(
    wanted: dict[str, list[ColumnElement[bool]]], visible: ColumnElement[bool], among: ColumnElement[bool]
) -> dict[str, ColumnElement[int]]:
    counts = (func.count().filter(and_(true(), *found)).label(name) for name, found in wanted.items())
    walk = select(*counts).select_from(incident).where(visible, among).subquery()
    return {name: walk.c[name] for name in wanted}


def _asks_for_resolution(found: list[ColumnElement[bool]]) -> bool:
    return any(part is incident.c.resolved_at for each in found for part in visitors.iterate(each))


def found_by(text: str, sees_all: bool, ground: Ground) -> list[ColumnElement[bool]]:
    """The conditions of a filter."""
    return conditions(parse_filter(text), Scope(Standings(ground), sees_all))
