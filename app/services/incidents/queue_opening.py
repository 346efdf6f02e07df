"""Heads and rows of a queue grouped by clocks, with as few looks at the clocks of the whole list as a database needs.

A server is asked once for both. A file is asked for the heads first: mostly the first screen is all breached or due
soon, which an index of few rows finds.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import CTE, ColumnElement, Select, bindparam, case, column, func, literal, not_, select, true

from app.domain.midnights import day_ends
from app.domain.query.filter import parse_filter
from app.infra.prepared import Around, Statement, hole, one_of, prepared
from app.models.incident import incident
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import TIME_LEFT, Standings, clocks
from app.services.incidents.queue_columns import columns_of, joined_for
from app.services.incidents.queue_dto import QueueQuery, QueueSummary
from app.services.incidents.queue_filter import Scope, conditions, finds_only_open
from app.services.incidents.queue_heads import HEADS
from app.services.incidents.queue_order import Key, Sorting, joined, joined_to_place, keys_of
from app.services.incidents.queue_shares import Ground

STATEMENTS: Final = 8
"""So many statements of a kind are kept built, each for a filter and for the calendars that are closed at the moment.

Each is up to 1,200 objects and built in 8 ms on a lane, which every filter that is typed takes anyway. When an office
closes all are built anew, and the former ones should soon make room.
"""


@prepared(STATEMENTS)
def opening_of(sees_all: bool, filter_text: str, sorting: Sorting, collapsed: frozenset[str], ground: Ground) -> Around:
    """Rows as those of a page, and behind their values the number of each head, the same in each row."""
    parsed = parse_filter(filter_text)
    standings = Standings(ground, only_open=finds_only_open(parsed), are_joined=True)
    kept = [visible_to(ME, sees_all=sees_all), *conditions(parsed, Scope(standings, sees_all))]
    # All of the list is written down here and read twice, so as little of each row as does: the last key is its number.
    placed = (
        select(*(key.column.label(f"key{number}") for number, key in enumerate(_keys(standings, sorting))))
        .select_from(joined_to_place(standings, *sorting.names, "sla"))
        .where(*kept)
    )
    return Around(_rows_of(sees_all, sorting, collapsed), _PLACED, placed)


_PLACED: Final = "placed"


def _keys(standings: Standings, sorting: Sorting) -> list[Key]:
    # Where only clocks that have not stopped are joined, nobody has to look whether one has.
    left = TIME_LEFT if standings.join == "sla" else (clocks.due_at, TIME_LEFT[1])
    return [Key(standings.place()), *keys_of(sorting, left)]


@prepared(STATEMENTS)
def _rows_of(sees_all: bool, sorting: Sorting, collapsed: frozenset[str]) -> Statement:
    """What is made of all that is found: the numbers of the heads, and the rows of a stretch."""
    keys = _keys(Standings(Ground()), sorting)
    placed = hole(_PLACED, *(column(f"key{number}", key.column.type) for number, key in enumerate(keys)))
    folded = [number for number, head in enumerate(HEADS) if head.key in collapsed]
    counted = select(*_heads(placed.c.key0)).cte("counted")

    def order(columns: Any) -> Iterator[ColumnElement[Any]]:
        return (key.order(columns[f"key{number}"]) for number, key in enumerate(keys))

    page = (
        select(placed)
        .where(placed.c.key0 <= _last_place(counted, folded))
        .where(*([not_(one_of(placed.c.key0, folded))] if folded else []))
        .order_by(*order(placed.c))
        .limit(_LIMIT)
        .offset(_OFFSET)
        .subquery("page")
    )
    found = page.join(incident, incident.c.number == page.c[f"key{len(keys) - 1}"])
    shown = joined(joined_for(sees_all=sees_all), found)
    return (
        select(*columns_of(sees_all=sees_all), *counted.c)
        .select_from(shown.join(counted, true()))
        .order_by(*order(page.c))
    )


_LIMIT: ColumnElement[int] = bindparam("limit", 100)
_OFFSET: ColumnElement[int] = bindparam("offset", 0)


def _last_place(counted: CTE, folded: list[int]) -> ColumnElement[int]:
    """The place at which the stretch ends at the latest: what comes after it need not be put in order."""
    so_far: list[ColumnElement[bool]] = []
    rows: ColumnElement[int] = literal(0)
    for number in range(len(HEADS) - 1):
        rows = rows if number in folded else rows + counted.c[f"head{number}"]
        so_far.append(rows >= _LIMIT + _OFFSET)
    place = case(*((is_enough, number) for number, is_enough in enumerate(so_far)), else_=len(HEADS))
    return select(place).select_from(counted).scalar_subquery()


def heads_of(standings: Standings, kept: list[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    """The number of rows under each head, of what is kept."""
    place = standings.place().label("place")
    # Without an offset both databases would work the place out anew for each head.
    placed = select(place).select_from(joined_to_place(standings, "sla")).where(*kept).offset(0).subquery("placed")
    return select(*_heads(placed.c.place))


_FEW: Final = 4
"""Of a list one row in so many at most is looked for by when it is due; others are found as quickly in the list."""


def due_by(summary: QueueSummary, wanted: QueueQuery) -> datetime | None:
    """By when all rows of a stretch are due, where few of the list are due by then; None where that helps nobody."""
    if wanted.group_by != "sla" or wanted.at is None:
        return None
    hour_ahead = wanted.at + timedelta(hours=1)
    ends = {"breached": wanted.at, "hour": hour_ahead, "today": max(hour_ahead, day_ends(wanted.at, wanted.zone))}
    rows = under = 0
    for group in summary.groups:
        if group.key not in ends:
            break
        under += group.incidents
        rows += 0 if group.key in wanted.collapsed else group.incidents
        if rows >= wanted.offset + wanted.limit:
            return ends[group.key] if under * _FEW <= summary.total else None
    return None


def _heads(place: ColumnElement[int]) -> list[ColumnElement[int]]:
    return [func.count().filter(place == number).label(f"head{number}") for number in range(len(HEADS))]
