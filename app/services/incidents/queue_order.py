"""In which order rows of the queue stand, under which heads, and what is joined for it."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, case, literal, not_, or_, true

from app.domain.vocabulary import State
from app.infra.prepared import one_of
from app.models.catalogue import service
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.models.suggestion import incident_risk
from app.services.incidents.queue_clocks import Standings, time_left_order
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
    "reported_at": incident.c.reported_at,
    "updated_at": incident.c.updated_at,
    "hold_until": incident.c.hold_until,
    "risk": RISK,
}
_MAY_BE_EMPTY = frozenset({"caller", "group", "assignee", "site", "service", "hold_until", "risk"})
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
    "risk": (incident_risk, incident_risk.c.incident_id == incident.c.id),
    "sla": (incident_clocks, incident_clocks.c.incident_id == incident.c.id),
}


def sort_seen(sort: str, *, sees_all: bool) -> str:
    """By what a reader may sort: what only the desk sees is not told by an order either."""
    return "number" if sort == "risk" and not sees_all else sort


def order_of(sort: str, *, descending: bool) -> list[ColumnElement[Any]]:
    """By what rows are sorted; the newest number comes first where that is alike."""
    if sort == "sla":
        return [*time_left_order(descending=descending), incident.c.number.desc()]
    column = _SORTS.get(sort, incident.c.number)
    order: list[ColumnElement[Any]] = []
    if sort in _MAY_BE_EMPTY:
        # The databases disagree on where rows without a value stand; here they come last, in both directions.
        order.append(column.is_(None))
    order.append(column.desc() if descending else column.asc())
    return order if sort == "number" else [*order, incident.c.number.desc()]


def joined(names: set[str], source: FromClause = incident) -> FromClause:
    """The incidents with what they are sorted, grouped or shown by."""
    for name, (table, condition) in _JOINS.items():
        if name in names:
            source = source.outerjoin(table, condition)
    return source


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
