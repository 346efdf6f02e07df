"""Reading the queue: one prepared statement a page, sorted and filtered by the database, as plain rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import Filter, TermKind, parse_filter
from app.domain.vocabulary import EntryKind, State
from app.infra.migrate import HEAD
from app.infra.prepared import PreparedSelect, one_of
from app.infra.unit_of_work import Store
from app.models.catalogue import service
from app.models.clocks import calendar_version, incident_clocks
from app.models.incident import attachment, incident, journal_entry
from app.models.people import assignment_group, person, site
from app.services.access import visible, visible_to
from app.services.command import query
from app.services.incidents.kept_queue import KeptQueue
from app.services.incidents.queue_clocks import (
    BADGE,
    HOUR_AHEAD,
    Standings,
    closed_calendars,
    kept_hours,
    moments,
    time_left_order,
)
from app.services.incidents.queue_dto import GroupCount, QueueCounts, QueuePage, QueueQuery, QueueRow, QueueSummary
from app.services.incidents.queue_filter import IS_OPEN, ME, conditions
from app.services.incidents.queue_heads import HEADS, NONE_VALUE, PLACES, UNGROUPED, summary_of
from app.services.incidents.queue_rows import row_of
from app.services.settings import load_matrix

_caller = person.alias("caller")
_assignee = person.alias("assignee")
_STATE_ORDER = case({state.value: place for place, state in enumerate(State)}, value=incident.c.state, else_=literal(9))
_MESSAGES = (
    select(func.count())
    .where(
        journal_entry.c.incident_id == incident.c.id,
        one_of(
            journal_entry.c.kind, [EntryKind.REPLY.value, EntryKind.CALLER_MESSAGE.value, EntryKind.WORK_NOTE.value]
        ),
    )
    .scalar_subquery()
)
_ATTACHMENTS = select(func.count()).where(attachment.c.incident_id == incident.c.id).scalar_subquery()

_COLUMNS = (
    incident.c.id,
    incident.c.number,
    incident.c.short_description,
    incident.c.state,
    incident.c.priority,
    incident.c.impact,
    incident.c.urgency,
    _caller.c.name.label("caller_name"),
    func.coalesce(_caller.c.vip, False).label("vip"),
    incident.c.group_id,
    assignment_group.c.name.label("group_name"),
    incident.c.assignee_id,
    _assignee.c.name.label("assignee_name"),
    site.c.name.label("site_name"),
    service.c.name.label("service_name"),
    incident.c.reported_at,
    incident.c.updated_at,
    incident.c.hold_reason,
    incident.c.hold_until,
    _MESSAGES.label("messages"),
    _ATTACHMENTS.label("attachments"),
    incident.c.source_number,
    incident.c.major_state,
    *BADGE,
)

_SORTS: dict[str, ColumnElement[Any]] = {
    "number": incident.c.number,
    "priority": incident.c.priority,
    "state": _STATE_ORDER,
    "short_description": incident.c.short_description,
    "caller": _caller.c.name,
    "group": assignment_group.c.name,
    "assignee": _assignee.c.name,
    "site": site.c.name,
    "service": service.c.name,
    "reported_at": incident.c.reported_at,
    "updated_at": incident.c.updated_at,
    "hold_until": incident.c.hold_until,
}
_MAY_BE_EMPTY = frozenset({"caller", "group", "assignee", "site", "service", "hold_until"})
_GROUPS: dict[str, ColumnElement[Any]] = {
    "priority": incident.c.priority,
    "state": incident.c.state,
    "group": incident.c.group_id,
    "assignee": incident.c.assignee_id,
}
_GROUP_ORDER: dict[str, tuple[ColumnElement[Any], ...]] = {
    "priority": (incident.c.priority,),
    "state": (_STATE_ORDER,),
    "group": (assignment_group.c.name.is_(None), assignment_group.c.name, incident.c.group_id),
    "assignee": (_assignee.c.name.is_(None), _assignee.c.name, incident.c.assignee_id),
}
_JOINS: dict[str, tuple[FromClause, ColumnElement[bool]]] = {
    "caller": (_caller, _caller.c.id == incident.c.caller_id),
    "assignee": (_assignee, _assignee.c.id == incident.c.assignee_id),
    "group": (assignment_group, assignment_group.c.id == incident.c.group_id),
    "site": (site, site.c.id == incident.c.site_id),
    "service": (service, service.c.id == incident.c.service_id),
    "sla": (incident_clocks, incident_clocks.c.incident_id == incident.c.id),
}

_SEES = PreparedSelect(
    select(person.c.id).where(person.c.id == ME, person.c.active, person.c.role == bindparam("role", ""))
)
_CALENDARS = PreparedSelect(select(func.count().label("versions")).select_from(calendar_version))
_ONE = timedelta(microseconds=1)


def _count_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


class QueueQueries:
    """Pages, heads and counts of the queue, each within what the actor may see."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def page(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueuePage:
        """The rows of one stretch, in one statement."""
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        values = moments(at, wanted.day_ends, parsed)
        statement = prepared_page(actor, wanted, _closed(connection, wanted, parsed, at))
        rows = statement.all(connection, me=actor.person_id, limit=wanted.limit, offset=wanted.offset, **values)
        return QueuePage(wanted.offset, tuple(map(row_of, rows)))

    @query(Permission.INCIDENT_READ_OWN)
    def summary(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueueSummary:
        """How many rows there are, and the heads of the grouped queue in the order of the rows."""
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        statement = prepared_heads(actor, wanted, _closed(connection, wanted, parsed, at))
        rows = statement.all(connection, me=actor.person_id, **moments(at, wanted.day_ends, parsed))
        return summary_of(_grouping(wanted), rows, _priority_labels(connection, wanted))

    @query(Permission.INCIDENT_READ_OWN)
    def kept(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> KeptQueue | None:
        """The texts of the statements of the first page, for the next start; None where only a server can answer."""
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        asks, closed = _asks_for_hours(wanted, parsed), _closed(connection, wanted, parsed, at)
        moving = moments(at, wanted.day_ends, parsed)
        values = {"me": actor.person_id, "limit": wanted.limit, "offset": 0, **moving}
        ahead = {name: (moment - at) // _ONE for name, moment in moving.items() if name != "day_ends"}
        sees = _SEES.plain(connection.dialect, {"me": actor.person_id, "role": actor.role.value})
        calendars = _CALENDARS.plain(connection.dialect, {})
        heads = prepared_heads(actor, wanted, closed).plain(connection.dialect, values, ahead)
        page = prepared_page(actor, wanted, closed).plain(connection.dialect, values, ahead)
        if sees is None or calendars is None or heads is None or page is None:
            return None
        return KeptQueue(
            schema=HEAD,
            columns=QueueRow._fields,
            person_id=actor.person_id,
            sees=sees,
            heads=heads,
            page=page,
            group_by=_grouping(wanted),
            priority_labels=tuple(_priority_labels(connection, wanted)),
            calendars=calendars,
            hours=kept_hours(connection, at) if asks else None,
            closed=tuple(sorted(closed)),
        )

    @query(Permission.INCIDENT_READ_OWN)
    def counts(self, connection: Connection, actor: Actor) -> QueueCounts:
        """The numbers beside the fixed views and the assignment groups."""
        total, mine, unassigned, waiting = connection.execute(
            select(
                func.count(),
                _count_where(incident.c.assignee_id == actor.person_id),
                _count_where(incident.c.assignee_id.is_(None)),
                _count_where(incident.c.state == State.ON_HOLD.value),
            ).where(IS_OPEN, visible(actor))
        ).one()
        resolved = connection.execute(
            select(func.count()).where(incident.c.state == State.RESOLVED.value, visible(actor))
        ).scalar_one()
        groups = connection.execute(
            select(assignment_group.c.id, assignment_group.c.name, func.count(incident.c.id))
            .select_from(assignment_group)
            .join(incident, and_(incident.c.group_id == assignment_group.c.id, IS_OPEN, visible(actor)), isouter=True)
            .where(assignment_group.c.active)
            .group_by(assignment_group.c.id, assignment_group.c.name)
            .order_by(func.count(incident.c.id).desc(), assignment_group.c.name)
        )
        by_group = tuple(GroupCount(*row) for row in groups)
        breached, soon = self._pressing(connection, actor)
        return QueueCounts(
            total, mine or 0, unassigned or 0, waiting or 0, resolved, by_group, breached or 0, soon or 0
        )

    def _pressing(self, connection: Connection, actor: Actor) -> tuple[int | None, int | None]:
        """How many open incidents are breached, and how many are due within the hour."""
        at = self.store.clock.now()
        place = Standings(closed_calendars(connection, at)).place()
        statement = (
            select(_count_where(place == PLACES["breached"]), _count_where(place == PLACES["hour"]))
            .select_from(incident)
            .join(incident_clocks, incident_clocks.c.incident_id == incident.c.id)
            .where(IS_OPEN, visible(actor), incident_clocks.c.due_at <= HOUR_AHEAD)
        )
        breached, soon = connection.execute(statement, moments(at, None, Filter())).one()
        return breached, soon


def _closed(connection: Connection, wanted: QueueQuery, parsed: Filter, at: datetime) -> frozenset[str]:
    """The closed calendars, where the answer depends on them."""
    return closed_calendars(connection, at) if _asks_for_hours(wanted, parsed) else frozenset()


def _asks_for_hours(wanted: QueueQuery, parsed: Filter) -> bool:
    return wanted.group_by == "sla" or any(term.kind is TermKind.SLA for term in parsed.terms)


def prepared_page(actor: Actor, wanted: QueueQuery, closed: frozenset[str] = frozenset()) -> PreparedSelect:
    """The statement of a page, built once for each filter, order, kind of reader and set of closed calendars."""
    return _prepared_page(
        may(actor, Permission.INCIDENT_READ_ALL),
        wanted.filter_text,
        wanted.sort,
        wanted.descending,
        wanted.group_by,
        wanted.collapsed,
        closed,
    )


@lru_cache(maxsize=256)
def _prepared_page(
    sees_all: bool,
    filter_text: str,
    sort: str,
    descending: bool,
    group_by: str,
    collapsed: frozenset[str],
    closed: frozenset[str],
) -> PreparedSelect:
    standings = Standings(closed)
    kept = [visible_to(ME, sees_all=sees_all), *conditions(parse_filter(filter_text), standings)]
    if collapsed and group_by == "sla":
        kept.append(_no_collapsed_clocks(standings, collapsed))
    elif collapsed and group_by in _GROUPS:
        kept.append(_not_collapsed(group_by, collapsed))
    heads = [standings.place()] if group_by == "sla" else [*_GROUP_ORDER.get(group_by, ())]
    order = [*heads, *_order(sort, descending=descending)]
    # The few rows of the page are found on the incident table alone; only they are joined and counted for.
    page = (
        select(incident.c.id)
        .select_from(_joined({sort, group_by}))
        .where(*kept)
        .order_by(*order)
        .limit(bindparam("limit", 100))
        .offset(bindparam("offset", 0))
        .subquery("page")
    )
    source = _joined(set(_JOINS)).join(page, page.c.id == incident.c.id)
    return PreparedSelect(select(*_COLUMNS).select_from(source).order_by(*order))


def _order(sort: str, *, descending: bool) -> list[ColumnElement[Any]]:
    if sort == "sla":
        return [*time_left_order(descending=descending), incident.c.number.desc()]
    column = _SORTS.get(sort, incident.c.number)
    order: list[ColumnElement[Any]] = []
    if sort in _MAY_BE_EMPTY:
        # The databases disagree on where rows without a value stand; here they come last, in both directions.
        order.append(column.is_(None))
    order.append(column.desc() if descending else column.asc())
    return order if sort == "number" else [*order, incident.c.number.desc()]


def _joined(names: set[str]) -> FromClause:
    source: FromClause = incident
    for name, (table, condition) in _JOINS.items():
        if name in names:
            source = source.outerjoin(table, condition)
    return source


def prepared_heads(actor: Actor, wanted: QueueQuery, closed: frozenset[str] = frozenset()) -> PreparedSelect:
    """The statement that counts the groups, or all rows where there are none; built once, as that of a page is."""
    return _prepared_heads(may(actor, Permission.INCIDENT_READ_ALL), wanted.filter_text, _grouping(wanted), closed)


@lru_cache(maxsize=256)
def _prepared_heads(sees_all: bool, filter_text: str, group_by: str, closed: frozenset[str]) -> PreparedSelect:
    standings = Standings(closed)
    kept = [visible_to(ME, sees_all=sees_all), *conditions(parse_filter(filter_text), standings)]
    if group_by == "sla":
        return PreparedSelect(_sla_heads(standings, kept))
    number = func.count().label("incidents")
    if group_by == UNGROUPED:
        return PreparedSelect(select(number).select_from(incident).where(*kept))
    key = _GROUPS[group_by]
    labels: dict[str, ColumnElement[Any]] = {"group": assignment_group.c.name, "assignee": _assignee.c.name}
    label = labels.get(group_by, key)
    return PreparedSelect(
        select(key.label("key"), label.label("label"), number)
        .select_from(_joined({group_by}))
        .where(*kept)
        .group_by(key, label)
        .order_by(*_GROUP_ORDER[group_by])
    )


def _sla_heads(standings: Standings, kept: list[ColumnElement[bool]]) -> Select[Any]:
    # The case is worked out below and counted above: PostgreSQL does not know an expression with parameters again.
    placed = select(standings.place().label("place")).select_from(_joined({"sla"})).where(*kept).subquery("placed")
    return select(placed.c.place, func.count().label("incidents")).group_by(placed.c.place).order_by(placed.c.place)


def _no_collapsed_clocks(standings: Standings, collapsed: frozenset[str]) -> ColumnElement[bool]:
    places = [place for place, head in enumerate(HEADS) if head.key in collapsed]
    return not_(one_of(standings.place(), places)) if places else true()


def _not_collapsed(group_by: str, collapsed: frozenset[str]) -> ColumnElement[bool]:
    key = _GROUPS[group_by]
    # Heads of another grouping may still be folded up in what the window remembers; they mean nothing here.
    named = sorted(key for key in collapsed - {NONE_VALUE} if group_by != "priority" or key.isdecimal())
    if not named:
        return key.is_not(None) if NONE_VALUE in collapsed else true()
    kept = not_(one_of(key, [int(item) for item in named] if group_by == "priority" else named))
    return and_(key.is_not(None), kept) if NONE_VALUE in collapsed else or_(key.is_(None), kept)


def _grouping(wanted: QueueQuery) -> str:
    return wanted.group_by if wanted.group_by in _GROUPS or wanted.group_by == "sla" else UNGROUPED


def _priority_labels(connection: Connection, wanted: QueueQuery) -> Sequence[str]:
    return load_matrix(connection).priority_labels if wanted.group_by == "priority" else ()
