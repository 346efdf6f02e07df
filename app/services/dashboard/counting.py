"""Counting what filters find, by the same conditions as the queue, all of them in one statement."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, func, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import Filter, parse_filter
from app.infra.prepared import PreparedSelect
from app.models.incident import incident
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import Standings, ground_of, values_of
from app.services.incidents.queue_filter import Scope, conditions
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
    counts = [
        select(func.count())
        .select_from(incident)
        .where(visible_to(ME, sees_all=sees_all), *found_by(text, sees_all, ground))
        .scalar_subquery()
        .label(f"n{number}")
        for number, text in enumerate(texts)
    ]
    return PreparedSelect(select(*counts))


def found_by(text: str, sees_all: bool, ground: Ground) -> list[ColumnElement[bool]]:
    """The conditions of a filter."""
    return conditions(parse_filter(text), Scope(Standings(ground), sees_all))
