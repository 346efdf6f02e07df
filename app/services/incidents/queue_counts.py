"""The numbers beside the fixed views and the assignment groups, each within what the actor may see."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, ScalarSelect, case, func, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import Filter
from app.domain.vocabulary import State
from app.infra.prepared import PreparedSelect, Statement, prepared
from app.models.clocks import incident_clocks
from app.models.incident import incident
from app.models.people import assignment_group
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import HOUR_AHEAD, Standings, closed_by, moments
from app.services.incidents.queue_dto import GroupCount, QueueCounts
from app.services.incidents.queue_filter import IS_OPEN, waits_for_sorting
from app.services.incidents.queue_heads import PLACES
from app.services.incidents.queue_shares import Ground
from app.services.sla.books import ask_by_rules


def load_counts(connection: Connection, actor: Actor, at: datetime) -> QueueCounts:
    """All numbers, by one way to the server and back; clocks are judged at the instant `at`."""
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    me = {"me": actor.person_id}
    values = moments(at, None, Filter()) | me
    states, resolved, groups, timed = ask_by_rules(
        connection,
        lambda rules: [
            (_by_state(sees_all=sees_all), me),
            (_resolved(sees_all=sees_all), me),
            (_by_group(sees_all=sees_all), me),
            (_by_time(sees_all, closed_by(rules, at)), values),
        ],
    )
    total, mine, unassigned, waiting = states[0]
    by_group = tuple(GroupCount(*row) for row in groups)
    counts = QueueCounts(total, mine or 0, unassigned or 0, waiting or 0, resolved[0].resolved, by_group)
    return _timed(counts, timed[0])


def load_timed_counts(connection: Connection, actor: Actor, at: datetime, counts: QueueCounts) -> QueueCounts:
    """The same numbers at a later instant `at`, where nobody has changed anything: what time alone changes of them."""
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    values = moments(at, None, Filter()) | {"me": actor.person_id}
    (timed,) = ask_by_rules(connection, lambda rules: [(_by_time(sees_all, closed_by(rules, at)), values)])
    return _timed(counts, timed[0])


def _timed(counts: QueueCounts, row: Any) -> QueueCounts:
    return counts._replace(breached=row.breached or 0, due_soon=row.soon or 0, triage=row.triage)


@cache
def _by_state(*, sees_all: bool) -> PreparedSelect:
    return PreparedSelect(
        select(
            func.count().label("total"),
            _count_where(incident.c.assignee_id == ME).label("mine"),
            _count_where(incident.c.assignee_id.is_(None)).label("unassigned"),
            _count_where(incident.c.state == State.ON_HOLD.value).label("waiting"),
        ).where(IS_OPEN, visible_to(ME, sees_all=sees_all))
    )


@cache
def _resolved(*, sees_all: bool) -> PreparedSelect:
    return PreparedSelect(
        select(_number_of(incident.c.state == State.RESOLVED.value, sees_all=sees_all).label("resolved"))
    )


def _number_of(condition: ColumnElement[bool], *, sees_all: bool) -> ScalarSelect[int]:
    """How many incidents there are of which an index has just these.

    Among the numbers of the open ones they would make each incident be looked at.
    """
    found = select(func.count()).select_from(incident).where(condition, visible_to(ME, sees_all=sees_all))
    return found.scalar_subquery()


@cache
def _by_group(*, sees_all: bool) -> PreparedSelect:
    # Grouped by what no index is ordered by: reading all open ones from the narrow index and sorting their groups is
    # twenty times as quick as looking at each incident in the order of its group.
    of = func.coalesce(incident.c.group_id, incident.c.group_id).label("of")
    counted = (
        select(of, func.count().label("number"))
        .where(IS_OPEN, incident.c.group_id.is_not(None), visible_to(ME, sees_all=sees_all))
        .group_by(of)
        .subquery()
    )
    number = func.coalesce(counted.c.number, 0).label("number")
    return PreparedSelect(
        select(assignment_group.c.id, assignment_group.c.name, number)
        .select_from(assignment_group.outerjoin(counted, counted.c.of == assignment_group.c.id))
        .where(assignment_group.c.active)
        .order_by(number.desc(), assignment_group.c.name)
    )


@prepared(64)
def _by_time(sees_all: bool, closed: frozenset[str]) -> Statement:
    """How many open incidents are breached, are due within the hour, and wait to be sorted, put off no longer."""
    place = Standings(Ground(closed)).place()
    # Few clocks are due so soon, and an index leads to them; the incidents are looked up one by one.
    own = incident.c.id == incident_clocks.c.incident_id, IS_OPEN, visible_to(ME, sees_all=sees_all)
    return (
        select(
            _count_where(place == PLACES["breached"]).label("breached"),
            _count_where(place == PLACES["hour"]).label("soon"),
            _number_of(waits_for_sorting(), sees_all=sees_all).label("triage"),
        )
        .select_from(incident_clocks)
        .where(incident_clocks.c.due_at <= HOUR_AHEAD, select(incident.c.id).where(*own).exists())
    )


def _count_where(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))
