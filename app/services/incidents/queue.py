"""Reading the queue: one statement a page, sorted and filtered by the database, as plain rows."""

from collections.abc import Callable
from typing import Any, cast

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    case,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    true,
)

from app.domain.actor import Actor
from app.domain.numbers import parse_incident_number
from app.domain.permissions import Permission
from app.domain.query.filter import Term, TermKind, parse_filter
from app.domain.vocabulary import EntryKind, MajorState, State
from app.infra.unit_of_work import Store
from app.models.catalogue import service
from app.models.incident import attachment, incident, journal_entry
from app.models.people import assignment_group, person, site
from app.services.access import visible
from app.services.command import query
from app.services.incidents.dto import GroupCount, QueueCounts, QueuePage, QueueQuery, QueueRow, QueueSummary
from app.services.settings import load_matrix

_caller = person.alias("caller")
_assignee = person.alias("assignee")
# Written as a literal list, so that both databases can prove that the partial indexes over open incidents apply.
_IS_OPEN: ColumnElement[bool] = literal_column("incident.state IN ('new', 'in_progress', 'on_hold')", Boolean())
_STATE_ORDER = case({state.value: place for place, state in enumerate(State)}, value=incident.c.state, else_=literal(9))
_MESSAGES = (
    select(func.count())
    .where(
        journal_entry.c.incident_id == incident.c.id,
        journal_entry.c.kind.in_([EntryKind.REPLY, EntryKind.CALLER_MESSAGE, EntryKind.WORK_NOTE]),
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
NONE_KEY = "none"
"""The key of the head under which rows without a group or an assignee stand."""


class QueueQueries:
    """Pages, heads and counts of the queue, each within what the actor may see."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def page(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueuePage:
        """The rows of one stretch, in one statement."""
        rows = connection.execute(page_statement(actor, wanted)).all()
        return QueuePage(wanted.offset, tuple(map(QueueRow._make, cast("list[Any]", rows))))

    @query(Permission.INCIDENT_READ_OWN)
    def summary(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueueSummary:
        """How many rows there are, and the heads of the grouped queue in the order of the rows."""
        conditions = _conditions(actor, wanted.filter_text)
        if wanted.group_by == "none":
            statement = select(func.count()).select_from(_narrow_source(wanted)).where(*conditions)
            return QueueSummary(int(connection.execute(statement).scalar_one()))
        groups = self._groups(connection, wanted, conditions)
        return QueueSummary(sum(group.incidents for group in groups), groups)

    def _groups(
        self, connection: Connection, wanted: QueueQuery, conditions: list[ColumnElement[bool]]
    ) -> tuple[GroupCount, ...]:
        key = _GROUPS[wanted.group_by]
        order = _GROUP_ORDER[wanted.group_by]
        label = {"group": assignment_group.c.name, "assignee": _assignee.c.name}.get(wanted.group_by, key)
        statement = (
            select(key, label, func.count())
            .select_from(_narrow_source(wanted))
            .where(*conditions)
            .group_by(key, label, *order)
            .order_by(*order)
        )
        naming = _label_maker(connection, wanted.group_by)
        return tuple(
            GroupCount(NONE_KEY if key is None else str(key), naming(text), count)
            for key, text, count in connection.execute(statement)
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
            ).where(_IS_OPEN, visible(actor))
        ).one()
        resolved = connection.execute(
            select(func.count()).where(incident.c.state == State.RESOLVED.value, visible(actor))
        ).scalar_one()
        groups = connection.execute(
            select(assignment_group.c.id, assignment_group.c.name, func.count(incident.c.id))
            .select_from(assignment_group)
            .join(incident, and_(incident.c.group_id == assignment_group.c.id, _IS_OPEN, visible(actor)), isouter=True)
            .where(assignment_group.c.active)
            .group_by(assignment_group.c.id, assignment_group.c.name)
            .order_by(func.count(incident.c.id).desc(), assignment_group.c.name)
        )
        by_group = tuple(GroupCount(*row) for row in groups)
        return QueueCounts(total, mine or 0, unassigned or 0, waiting or 0, resolved, by_group)


def page_statement(actor: Actor, wanted: QueueQuery) -> Select[Any]:
    """The one statement of a page, given out so that the benchmark can run the same SQL bare."""
    statement = select(*_COLUMNS).select_from(_source()).where(*_conditions(actor, wanted.filter_text))
    if wanted.collapsed and wanted.group_by != "none":
        statement = statement.where(_not_collapsed(wanted))
    sort = _SORTS.get(wanted.sort, incident.c.number)
    order = [*_GROUP_ORDER.get(wanted.group_by, ())]
    order += [sort.desc() if wanted.descending else sort.asc()]
    if wanted.sort != "number":
        order.append(incident.c.number.desc())
    return statement.order_by(*order).limit(wanted.limit).offset(wanted.offset)


def _source() -> FromClause:
    return (
        incident.outerjoin(_caller, _caller.c.id == incident.c.caller_id)
        .outerjoin(_assignee, _assignee.c.id == incident.c.assignee_id)
        .outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
        .outerjoin(site, site.c.id == incident.c.site_id)
        .outerjoin(service, service.c.id == incident.c.service_id)
    )


def _narrow_source(wanted: QueueQuery) -> FromClause:
    # Counting joins only what the filter and the heads look at; joins to nothing would double its cost.
    kinds = {term.kind for term in parse_filter(wanted.filter_text).terms}
    source: FromClause = incident
    if kinds & {TermKind.WORD, TermKind.IS}:
        source = source.outerjoin(_caller, _caller.c.id == incident.c.caller_id)
    if wanted.group_by == "assignee" or kinds & {TermKind.WORD, TermKind.ASSIGNEE}:
        source = source.outerjoin(_assignee, _assignee.c.id == incident.c.assignee_id)
    if wanted.group_by == "group" or kinds & {TermKind.TEAM}:
        source = source.outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
    return source


def _count_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _not_collapsed(wanted: QueueQuery) -> ColumnElement[bool]:
    key = _GROUPS[wanted.group_by]
    named = sorted(wanted.collapsed - {NONE_KEY})
    kept = not_(key.in_([int(item) for item in named] if wanted.group_by == "priority" else named))
    if NONE_KEY in wanted.collapsed:
        return and_(key.is_not(None), kept) if named else key.is_not(None)
    return or_(key.is_(None), kept)


def _label_maker(connection: Connection, group_by: str) -> Callable[[Any], str]:
    if group_by == "priority":
        matrix = load_matrix(connection)
        return lambda key: f"P{key} {matrix.priority_label(key)}"
    if group_by == "state":
        return lambda key: State(key).label
    return lambda key: "No assignment group" if key is None and group_by == "group" else key or "Unassigned"


def _conditions(actor: Actor, filter_text: str) -> list[ColumnElement[bool]]:
    conditions = [visible(actor)]
    for term in parse_filter(filter_text).terms:
        condition = _CONDITIONS[term.kind](actor, term)
        conditions.append(not_(condition) if term.negated else condition)
    return conditions


def _is_condition(actor: Actor, term: Term) -> ColumnElement[bool]:
    return or_(*(_one_is(actor, value) for value in term.values))


def _one_is(actor: Actor, value: str) -> ColumnElement[bool]:
    conditions: dict[str, ColumnElement[bool]] = {
        "any": true(),
        "open": _IS_OPEN,
        "assigned": and_(incident.c.assignee_id.is_not(None), _IS_OPEN),
        "waiting": incident.c.state == State.ON_HOLD.value,
        "unassigned": and_(incident.c.assignee_id.is_(None), _IS_OPEN),
        "mine": incident.c.assignee_id == actor.person_id,
        "vip": func.coalesce(_caller.c.vip, False),
        "major": incident.c.major_state.in_([MajorState.PROPOSED.value, MajorState.ACCEPTED.value]),
    }
    return conditions.get(value, incident.c.state == value)


def _priority_condition(_actor: Actor, term: Term) -> ColumnElement[bool]:
    return incident.c.priority.in_([int(value) for value in term.values])


def _team_condition(actor: Actor, term: Term) -> ColumnElement[bool]:
    return or_(*(_one_team(actor, value) for value in term.values))


def _one_team(actor: Actor, value: str) -> ColumnElement[bool]:
    if value == NONE_KEY:
        return incident.c.group_id.is_(None)
    if value == "mine":
        return incident.c.group_id.in_(sorted(actor.group_ids))
    return func.coalesce(func.lower(assignment_group.c.name).contains(value, autoescape=True), False)


def _assignee_condition(actor: Actor, term: Term) -> ColumnElement[bool]:
    return or_(*(_one_assignee(actor, value) for value in term.values))


def _one_assignee(actor: Actor, value: str) -> ColumnElement[bool]:
    if value == NONE_KEY:
        return incident.c.assignee_id.is_(None)
    if value == "me":
        return incident.c.assignee_id == actor.person_id
    return func.coalesce(func.lower(_assignee.c.name).contains(value, autoescape=True), False)


def _word_condition(_actor: Actor, term: Term) -> ColumnElement[bool]:
    word = term.values[0]
    found = [
        func.lower(incident.c.short_description).contains(word.lower(), autoescape=True),
        func.coalesce(func.lower(_caller.c.name).contains(word.lower(), autoescape=True), False),
        func.coalesce(func.lower(incident.c.source_number) == word.lower(), False),
    ]
    number = parse_incident_number(word)
    if number is not None:
        found.append(incident.c.number == number)
    return or_(*found)


_CONDITIONS: dict[TermKind, Callable[[Actor, Term], ColumnElement[bool]]] = {
    TermKind.IS: _is_condition,
    TermKind.PRIORITY: _priority_condition,
    TermKind.TEAM: _team_condition,
    TermKind.ASSIGNEE: _assignee_condition,
    TermKind.WORD: _word_condition,
}
