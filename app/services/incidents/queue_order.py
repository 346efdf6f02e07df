"""In which order rows of the queue stand, under which heads, and what is joined for it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, and_, case, literal, not_, or_, true

from app.domain.vocabulary import State
from app.infra.prepared import one_of
from app.models.catalogue import category, service
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.models.suggestion import incident_risk
from app.services.incidents.queue_clocks import HAS_NOT_STOPPED, TIME_LEFT, Standings
from app.services.incidents.queue_dto import QueueQuery
from app.services.incidents.queue_filter import RISK
from app.services.incidents.queue_heads import HEADS, NONE_VALUE

_caller = person.alias("caller")
ASSIGNEE = person.alias("assignee")
_STATE_ORDER = case({state.value: place for place, state in enumerate(State)}, value=incident.c.state, else_=literal(9))


_SORTS: dict[str, ColumnElement[Any]] = {
    "number": incident.c.number,
    "priority": incident.c.priority,
    "state": _STATE_ORDER,
    "short_description": incident.c.short_description,
    "caller": _caller.c.name,
    "group": assignment_group.c.name,
    "assignee": ASSIGNEE.c.name,
    "site": site.c.name,
    "service": service.c.name,
    "category": category.c.name,
    "channel": incident.c.channel,
    "tags": incident.c.tags,
    "reported_at": incident.c.reported_at,
    "updated_at": incident.c.updated_at,
    "hold_until": incident.c.hold_until,
    "risk": RISK,
}
_MAY_BE_EMPTY = frozenset({"caller", "group", "assignee", "site", "service", "category", "tags", "hold_until", "risk"})
GROUPS: dict[str, ColumnElement[Any]] = {
    "priority": incident.c.priority,
    "state": incident.c.state,
    "group": incident.c.group_id,
    "assignee": incident.c.assignee_id,
}
GROUP_ORDER: dict[str, tuple[ColumnElement[Any], ...]] = {
    "priority": (incident.c.priority,),
    "state": (_STATE_ORDER,),
    "group": (assignment_group.c.name.is_(None), assignment_group.c.name, incident.c.group_id),
    "assignee": (ASSIGNEE.c.name.is_(None), ASSIGNEE.c.name, incident.c.assignee_id),
}
_JOINS: dict[str, tuple[FromClause, ColumnElement[bool]]] = {
    "caller": (_caller, _caller.c.id == incident.c.caller_id),
    "assignee": (ASSIGNEE, ASSIGNEE.c.id == incident.c.assignee_id),
    "group": (assignment_group, assignment_group.c.id == incident.c.group_id),
    "site": (site, site.c.id == incident.c.site_id),
    "service": (service, service.c.id == incident.c.service_id),
    "category": (category, category.c.id == incident.c.category_id),
    "risk": (incident_risk, incident_risk.c.incident_id == incident.c.id),
    "sla": (incident_clocks, incident_clocks.c.incident_id == incident.c.id),
    "going": (incident_clocks, and_(incident_clocks.c.incident_id == incident.c.id, HAS_NOT_STOPPED)),
}


class Sorting(NamedTuple):
    """By what rows are sorted, and by what those that are alike there: `then`, with a minus where the largest is first.

    Without `then` those are sorted by number.
    """

    sort: str
    descending: bool
    then: str = ""

    @property
    def names(self) -> set[str]:
        """What has to be looked up for it."""
        return {self.sort, self.then.removeprefix("-")} - {""}


def sorting_seen(wanted: QueueQuery, *, sees_all: bool) -> Sorting:
    """By what a reader may sort: what only the desk sees is not told by an order either."""
    hidden = set() if sees_all else {"risk", "tags"}
    sort = "number" if wanted.sort in hidden else wanted.sort
    then = "" if wanted.then.removeprefix("-") in hidden else wanted.then
    return Sorting(sort, wanted.descending, then)


class Key(NamedTuple):
    """A value by which rows are sorted, the largest first where it is `descending`."""

    column: ColumnElement[Any]
    descending: bool = False
    may_be_empty: bool = False

    def order(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """The order by a column that holds this value."""
        found = column.desc() if self.descending else column.asc()
        # The databases disagree on where rows without a value stand; here they come last, in both directions.
        return found.nulls_last() if self.may_be_empty else found


def keys_of(sorting: Sorting, left: Sequence[ColumnElement[Any]] = TIME_LEFT) -> list[Key]:
    """By what rows are sorted; the newest number, which is always the last key, comes first where that is alike.

    `left` is what says how much time is left.
    """
    first = _keys(sorting.sort, left, descending=sorting.descending)
    then = _keys(sorting.then.removeprefix("-"), left, descending=sorting.then.startswith("-")) if sorting.then else []
    by_number = next((at for at, key in enumerate([*first, *then]) if key.column is incident.c.number), None)
    if by_number is not None:
        return [*first, *then][: by_number + 1]
    return [*first, *then, Key(incident.c.number, descending=True)]


def _keys(sort: str, left: Sequence[ColumnElement[Any]], *, descending: bool) -> list[Key]:
    if sort == "sla":
        return [Key(column, descending, may_be_empty=True) for column in left]
    return [Key(_SORTS.get(sort, incident.c.number), descending, sort in _MAY_BE_EMPTY)]


def order_of(sorting: Sorting) -> list[ColumnElement[Any]]:
    """The order by these keys."""
    return [key.order(key.column) for key in keys_of(sorting)]


def joined(names: set[str], source: FromClause = incident) -> FromClause:
    """The incidents with what they are sorted, grouped or shown by."""
    for name, (table, condition) in _JOINS.items():
        if name in names:
            source = source.outerjoin(table, condition)
    return source


def joined_to_place(standings: Standings, *names: str) -> FromClause:
    """The same for finding out where rows stand, which asks of clocks no more than that."""
    return joined({standings.join if name == "sla" else name for name in names})


def no_collapsed_clocks(standings: Standings, collapsed: frozenset[str]) -> ColumnElement[bool]:
    """Leaves out what stands under collapsed heads of a queue grouped by clocks."""
    places = [place for place, head in enumerate(HEADS) if head.key in collapsed]
    return not_(one_of(standings.place(), places)) if places else true()


def not_collapsed(group_by: str, collapsed: frozenset[str]) -> ColumnElement[bool]:
    """The same for other groupings."""
    key = GROUPS[group_by]
    # Heads of another grouping may still be folded up in what the window remembers; they mean nothing here.
    named = sorted(key for key in collapsed - {NONE_VALUE} if group_by != "priority" or key.isdecimal())
    if not named:
        return key.is_not(None) if NONE_VALUE in collapsed else true()
    kept = not_(one_of(key, [int(item) for item in named] if group_by == "priority" else named))
    return and_(key.is_not(None), kept) if NONE_VALUE in collapsed else or_(key.is_(None), kept)
