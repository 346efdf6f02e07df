"""Heads and rows of a queue grouped by clocks in one statement, which looks at the clocks of the whole list once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, bindparam, case, func, not_, select, true
from sqlalchemy.sql.operators import asc_op, desc_op

from app.domain.query.filter import parse_filter
from app.infra.prepared import PreparedSelect, one_of
from app.models.incident import incident
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import Standings
from app.services.incidents.queue_columns import columns_of, joined_for
from app.services.incidents.queue_filter import Scope, conditions
from app.services.incidents.queue_heads import HEADS
from app.services.incidents.queue_order import joined, order_of
from app.services.incidents.queue_shares import Ground


@lru_cache(maxsize=64)
def opening_of(
    sees_all: bool, filter_text: str, sort: str, descending: bool, collapsed: frozenset[str], ground: Ground
) -> PreparedSelect:
    """Rows as those of a page, and behind their values the heads as `heads_told` reads them, the same in each row."""
    standings = Standings(ground)
    kept = [visible_to(ME, sees_all=sees_all), *conditions(parse_filter(filter_text), Scope(standings, sees_all))]
    keys = [standings.place(), *order_of(sort, descending=descending)]
    placed = (
        select(incident.c.id, *(_bare(key)[0].label(f"key{number}") for number, key in enumerate(keys)))
        .select_from(joined({sort, "sla"}))
        .where(*kept)
        .cte("placed")
    )
    place = placed.c["key0"]
    folded = [number for number, head in enumerate(HEADS) if head.key in collapsed]

    def order(columns: Any) -> Iterator[ColumnElement[Any]]:
        for number, key in enumerate(keys):
            column = columns[f"key{number}"]
            yield column.desc() if _bare(key)[1] else column

    page = (
        select(placed)
        .where(*([not_(one_of(place, folded))] if folded else []))
        .order_by(*order(placed.c))
        .limit(bindparam("limit", 100))
        .offset(bindparam("offset", 0))
        .subquery("page")
    )
    counted = select(*_heads(place)).subquery("counted")
    shown = joined(joined_for(sees_all=sees_all), page.join(incident, incident.c.id == page.c.id))
    return PreparedSelect(
        select(*columns_of(sees_all=sees_all), *counted.c)
        .select_from(shown.join(counted, true()))
        .order_by(*order(page.c))
    )


def heads_told(values: Sequence[Any]) -> list[tuple[int, int]]:
    """The places of the heads that have rows, in their order, and how many each has; from the last values of a row."""
    return [(place, number) for place, number in enumerate(values[-len(HEADS) :]) if number]


def _heads(place: ColumnElement[int]) -> list[ColumnElement[int]]:
    return [func.sum(case((place == number, 1), else_=0)).label(f"head{number}") for number in range(len(HEADS))]


def _bare(key: ColumnElement[Any]) -> tuple[ColumnElement[Any], bool]:
    """What is sorted by, and whether the other way round."""
    if isinstance(key, UnaryExpression) and key.modifier in {asc_op, desc_op}:
        return key.element, key.modifier is desc_op
    return key, False
