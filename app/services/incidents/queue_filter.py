"""Turning a read filter into conditions on the incident table alone, so that its indexes decide which rows are read.

What concerns another table (a group's name, a caller's) becomes a sub-select on that small table instead of a join.
"""

from collections.abc import Callable

from sqlalchemy import ColumnElement, and_, bindparam, false, func, literal_column, not_, or_, select, true
from sqlalchemy.sql import Select

from app.domain.numbers import parse_incident_number
from app.domain.query.filter import Filter, Term, TermKind
from app.domain.text import clean_line
from app.domain.vocabulary import MajorState, State
from app.infra.prepared import one_of
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person
from app.models.types import Id
from app.services.incidents.queue_clocks import Standings, is_breached, sla_condition
from app.services.incidents.queue_heads import NONE_VALUE
from app.services.matching import holds_word

ME = bindparam("me", "", type_=Id)
"""The person who looks; bound when the statement runs."""

# Written word for word as in the partial indexes over open incidents, so that both databases see that they apply; it
# has no boolean type, because SQLite's would append "= 1" and hide the index.
IS_OPEN: ColumnElement[bool] = literal_column("incident.state IN ('new', 'in_progress', 'on_hold')")


def conditions(wanted: Filter, standings: Standings) -> list[ColumnElement[bool]]:
    """One condition a term; all of them have to hold. `standings` says what the clocks' states are."""
    return [
        not_(condition) if term.negated else condition
        for term in wanted.terms
        for condition in [_condition(term, standings)]
    ]


def _condition(term: Term, standings: Standings) -> ColumnElement[bool]:
    return sla_condition(term, standings) if term.kind is TermKind.SLA else _CONDITIONS[term.kind](term)


def _is_condition(term: Term) -> ColumnElement[bool]:
    return _any_of(term, _one_is)


def _any_of(term: Term, make: Callable[[str], ColumnElement[bool]]) -> ColumnElement[bool]:
    found = [make(value) for value in term.values]
    return found[0] if len(found) == 1 else or_(*found)


def _one_is(value: str) -> ColumnElement[bool]:
    named: dict[str, ColumnElement[bool]] = {
        "any": true(),
        "open": IS_OPEN,
        "assigned": and_(incident.c.assignee_id.is_not(None), IS_OPEN),
        "waiting": incident.c.state == State.ON_HOLD.value,
        "unassigned": and_(incident.c.assignee_id.is_(None), IS_OPEN),
        "mine": and_(incident.c.assignee_id.is_not(None), incident.c.assignee_id == ME),
        "vip": _among(incident.c.caller_id, select(person.c.id).where(person.c.vip)),
        "breached": is_breached(),
        "major": one_of(incident.c.major_state, [MajorState.PROPOSED.value, MajorState.ACCEPTED.value]),
    }
    return named.get(value, incident.c.state == value)


def _among(column: ColumnElement[str], ids: Select[tuple[str]]) -> ColumnElement[bool]:
    # A row without a value is "not among them" rather than unknown, so that a negated term finds it.
    return and_(column.is_not(None), column.in_(ids))


def _priority_condition(term: Term) -> ColumnElement[bool]:
    levels = [int(value) for value in term.values]
    return incident.c.priority == levels[0] if len(levels) == 1 else one_of(incident.c.priority, levels)


def _team_condition(term: Term) -> ColumnElement[bool]:
    return _any_of(term, _one_team)


def _one_team(value: str) -> ColumnElement[bool]:
    if value == NONE_VALUE:
        return incident.c.group_id.is_(None)
    if value == "mine":
        return _among(incident.c.group_id, select(group_member.c.group_id).where(group_member.c.person_id == ME))
    named = holds_word(assignment_group.c.name, value)
    return _among(incident.c.group_id, select(assignment_group.c.id).where(named))


def _assignee_condition(term: Term) -> ColumnElement[bool]:
    return _any_of(term, _one_assignee)


def _one_assignee(value: str) -> ColumnElement[bool]:
    if value == NONE_VALUE:
        return incident.c.assignee_id.is_(None)
    if value == "me":
        return and_(incident.c.assignee_id.is_not(None), incident.c.assignee_id == ME)
    return _among(incident.c.assignee_id, select(person.c.id).where(holds_word(person.c.name, value)))


def _word_condition(term: Term) -> ColumnElement[bool]:
    word = clean_line(term.values[0]).lower()
    found = [
        holds_word(incident.c.short_description, word),
        _among(incident.c.caller_id, select(person.c.id).where(holds_word(person.c.name, word))),
        func.coalesce(func.lower(incident.c.source_number) == word, false()),
    ]
    number = parse_incident_number(word)
    if number is not None:
        found.append(incident.c.number == number)
    return or_(*found)


_CONDITIONS: dict[TermKind, Callable[[Term], ColumnElement[bool]]] = {
    TermKind.IS: _is_condition,
    TermKind.PRIORITY: _priority_condition,
    TermKind.TEAM: _team_condition,
    TermKind.ASSIGNEE: _assignee_condition,
    TermKind.WORD: _word_condition,
}
