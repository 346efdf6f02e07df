"""The statement of a page of the queue: what finds its rows, for each filter, in a frame that is the same for many."""

from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, column, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import parse_filter
from app.infra.prepared import Around, PreparedSelect, Statement, hole, prepared
from app.models.incident import incident
from app.models.types import Id
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import Standings, is_due_by
from app.services.incidents.queue_columns import columns_of, joined_for
from app.services.incidents.queue_dto import QueueQuery
from app.services.incidents.queue_filter import Scope, conditions, finds_only_open
from app.services.incidents.queue_opening import STATEMENTS
from app.services.incidents.queue_order import (
    GROUP_ORDER,
    GROUPS,
    Sorting,
    joined,
    joined_to_place,
    no_collapsed_clocks,
    not_collapsed,
    order_of,
    sorting_seen,
)
from app.services.incidents.queue_shares import Ground

_BARE: Final = Ground()


def prepared_page(actor: Actor, wanted: QueueQuery, ground: Ground = _BARE, *, is_due: bool = False) -> PreparedSelect:
    """The statement of a page, built once for each filter, order, kind of reader and ground of its clocks; of one that
    `is_due` by a moment as a whole, it looks among what is due by then.
    """
    return _prepared_page(_asked(actor, wanted, ground, is_due=is_due))


def prepared_ids(actor: Actor, wanted: QueueQuery, ground: Ground) -> PreparedSelect:
    """The statement of the identifiers of the rows alone."""
    return PreparedSelect(_stretch(_asked(actor, wanted, ground)))


class _Asked(NamedTuple):
    """What the statement of a stretch of the list is made of."""

    sees_all: bool
    filter_text: str
    sorting: Sorting
    group_by: str
    collapsed: frozenset[str]
    ground: Ground
    is_due: bool


def _asked(actor: Actor, wanted: QueueQuery, ground: Ground, *, is_due: bool = False) -> _Asked:
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    sorting = sorting_seen(wanted, sees_all=sees_all)
    return _Asked(sees_all, wanted.filter_text, sorting, wanted.group_by, wanted.collapsed, ground, is_due)


@prepared(STATEMENTS)
def _prepared_page(asked: _Asked) -> Around:
    # The few rows of the page are found on the incident table alone; only they are looked up and counted for.
    only_open = finds_only_open(parse_filter(asked.filter_text))
    ground = asked.ground if asked.group_by == "sla" else _BARE
    frame = _rows_of_page(asked.sees_all, asked.sorting, asked.group_by, ground, only_open)
    return Around(frame, _PAGE, _stretch(asked))


_PAGE: Final = "page"


@prepared(STATEMENTS)
def _rows_of_page(sees_all: bool, sorting: Sorting, group_by: str, ground: Ground, only_open: bool) -> Statement:
    page = hole(_PAGE, column("id", Id))
    names = sorting.names | {group_by} | joined_for(sees_all=sees_all)
    source = joined(names, page.join(incident, incident.c.id == page.c.id))
    order = _order(Standings(ground, only_open=only_open), sorting, group_by)
    return select(*columns_of(sees_all=sees_all)).select_from(source).order_by(*order)


def _order(standings: Standings, sorting: Sorting, group_by: str) -> list[ColumnElement[Any]]:
    heads = [standings.place()] if group_by == "sla" else [*GROUP_ORDER.get(group_by, ())]
    return [*heads, *order_of(sorting)]


def _stretch(asked: _Asked) -> Select[str]:
    """The identifiers of the rows of a stretch, in their order."""
    sees_all, filter_text, sorting, group_by, collapsed, ground, is_due = asked
    parsed, names = parse_filter(filter_text), sorting.names | {group_by}
    standings = Standings(ground, only_open=finds_only_open(parsed), are_joined="sla" in names)
    kept = [visible_to(ME, sees_all=sees_all), *conditions(parsed, Scope(standings, sees_all))]
    if is_due:
        kept.append(is_due_by())
    if collapsed and group_by == "sla":
        kept.append(no_collapsed_clocks(standings, collapsed))
    elif collapsed and group_by in GROUPS:
        kept.append(not_collapsed(group_by, collapsed))
    return (
        select(incident.c.id)
        .select_from(joined_to_place(standings, *names))
        .where(*kept)
        .order_by(*_order(standings, sorting, group_by))
        .limit(bindparam("limit", 100))
        .offset(bindparam("offset", 0))
    )
