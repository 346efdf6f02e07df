"""Turning a read filter into conditions on the incident table alone, so that its indexes decide which rows are read.

What concerns another table (a group's name, a caller's) becomes a sub-select on that small table instead of a join.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, and_, case, false, func, literal, literal_column, not_, or_, select, true
from sqlalchemy.sql import Select

from app.domain.numbers import parse_incident_number, problem_spellings
from app.domain.query.counts import Count, parse_count
from app.domain.query.fields import ANY_VALUE, NO_VALUE
from app.domain.query.filter import Filter, Node, Term, TermKind
from app.domain.query.risks import parse_risk
from app.domain.tags import BETWEEN
from app.domain.vocabulary import MajorState, State
from app.infra.prepared import one_of
from app.models.catalogue import category, service
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person, site
from app.models.suggestion import incident_risk
from app.services.access import ME
from app.services.incidents import queue_parts
from app.services.incidents.queue_clocks import (
    AT,
    Standings,
    age_condition,
    clock_condition,
    due_condition,
    is_breached,
    sla_condition,
)
from app.services.incidents.queue_days import MOMENTS, moment_condition
from app.services.incidents.queue_words import Either, words_condition
from app.services.matching import holds_word


class Scope(NamedTuple):
    """What conditions depend on beside the filter: how clocks stand, and whether the reader sees more than own ones."""

    standings: Standings
    sees_all: bool


# Written word for word as in the partial indexes over open incidents, so that both databases see that they apply; it
# has no boolean type, because SQLite's would append "= 1" and hide the index.
IS_OPEN: ColumnElement[bool] = literal_column("incident.state IN ('new', 'in_progress', 'on_hold')")


# Written as in the partial index over them, too.
_IS_UNSORTED: ColumnElement[bool] = literal_column(
    "(incident.state = 'new' AND incident.group_id IS NULL AND incident.assignee_id IS NULL)"
)


def conditions(wanted: Filter, scope: Scope) -> list[ColumnElement[bool]]:
    """Conditions that all have to hold."""
    root = wanted.root
    if root.any_of or root.negated:
        return [_built(root, scope)]
    told = any(_OPEN_KINDS.issuperset(values) for values in _is_terms(wanted))
    return [_TOLD_OPEN if told and _is_open(part) else _built(part, scope) for part in root.parts]


_OPEN_KINDS: Final = frozenset(
    {"new", "in_progress", "on_hold", "assigned", "unassigned", "waiting", "triage", "snoozed"}
)
_OPEN_WORDS: Final = _OPEN_KINDS | {"open"}

# That what is new is open as well a server knows by itself; told so, it expects a tenth of the rows and looks up each.
# A file uses an index over open ones only where that is said.
_TOLD_OPEN: Final = Either(IS_OPEN, true())


def _is_open(part: Node) -> bool:
    return isinstance(part, Term) and part.kind is TermKind.IS and not part.negated and part.values == ("open",)


def _is_terms(wanted: Filter) -> Iterator[tuple[str, ...]]:
    for part in wanted.root.parts:
        if isinstance(part, Term) and part.kind is TermKind.IS and not part.negated:
            yield part.values


def finds_only_open(wanted: Filter) -> bool:
    """Whether it is plain from one of its terms that a filter finds open incidents only."""
    root = wanted.root
    if root.any_of or root.negated:
        return False
    return any(_OPEN_WORDS.issuperset(values) for values in _is_terms(wanted))


def _built(node: Node, scope: Scope) -> ColumnElement[bool]:
    if isinstance(node, Term):
        found = _condition(node, scope)
    else:
        parts = [_built(part, scope) for part in node.parts]
        found = parts[0] if len(parts) == 1 else or_(*parts) if node.any_of else and_(*parts)
    return not_(found) if node.negated else found


def _condition(term: Term, scope: Scope) -> ColumnElement[bool]:
    """One term; no condition is ever unknown, so that a negated one finds exactly the others."""
    if term.kind is TermKind.SLA:
        return sla_condition(term, scope.standings)
    if term.kind in _CLOCKS:
        return clock_condition(term, scope.standings)
    if term.kind is TermKind.PRIORITY:
        return _priority_condition(term)
    make = _CONDITIONS[term.kind]
    found = [make(value, scope) for value in term.values]
    return found[0] if len(found) == 1 else or_(*found)


_CLOCKS: Final = frozenset({TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE})


def _one_is(value: str, scope: Scope) -> ColumnElement[bool]:
    made: dict[str, Callable[[], ColumnElement[bool]]] = {
        "any": true,
        "open": lambda: IS_OPEN,
        "assigned": lambda: and_(incident.c.assignee_id.is_not(None), IS_OPEN),
        "waiting": lambda: incident.c.state == State.ON_HOLD.value,
        "unassigned": lambda: and_(incident.c.assignee_id.is_(None), IS_OPEN),
        "mine": lambda: and_(incident.c.assignee_id.is_not(None), incident.c.assignee_id == ME),
        "vip": lambda: _among(incident.c.caller_id, select(person.c.id).where(person.c.vip)),
        "breached": is_breached,
        "paused": lambda: sla_condition(Term(TermKind.SLA, ("paused",)), scope.standings),
        "major": lambda: one_of(incident.c.major_state, [MajorState.PROPOSED.value, MajorState.ACCEPTED.value]),
        "escalated": lambda: queue_parts.is_escalated() if scope.sees_all else false(),
        "reopened": lambda: queue_parts.reopenings() > 0,
        "unread": queue_parts.is_unread,
        "followed": lambda: queue_parts.is_followed() if scope.sees_all else false(),
        "restricted": lambda: incident.c.restricted_group_id.is_not(None),
        "triage": waits_for_sorting,
        "snoozed": lambda: and_(IS_OPEN, _is_snoozed()),
        "draft": queue_parts.is_draft,
    }
    return made[value]() if value in made else incident.c.state == value


def _is_snoozed() -> ColumnElement[bool]:
    return and_(incident.c.snoozed_until.is_not(None), incident.c.snoozed_until > AT)


def waits_for_sorting() -> ColumnElement[bool]:
    """Whether it has arrived and nobody has sorted it: it is new, and nobody has said whose it is.

    A group or an assignee is always a decision of a person, or of somebody's template, import or rule. So what has
    either is sorted; what was put off comes back with its moment.
    """
    until = incident.c.snoozed_until
    return and_(_IS_UNSORTED, or_(until.is_(None), until <= AT))


def _tag(value: str, scope: Scope) -> ColumnElement[bool]:
    """Finds a whole tag among those of an incident; they are for the desk, so callers find none."""
    stored = incident.c.tags
    if value == NO_VALUE:
        return stored.is_(None) if scope.sees_all else true()
    if not scope.sees_all:
        return false()
    if value == ANY_VALUE:
        return stored.is_not(None)
    among = (literal(BETWEEN) + stored + literal(BETWEEN)).contains(f"{BETWEEN}{value}{BETWEEN}", autoescape=True)
    return and_(stored.is_not(None), among)


def _problem(value: str, _scope: Scope) -> ColumnElement[bool]:
    """Finds incidents by the number of their problem, or by a part of a number that is kept elsewhere."""
    named = incident.c.problem_ref
    if value in {NO_VALUE, ANY_VALUE}:
        return named.is_(None) if value == NO_VALUE else named.is_not(None)
    spellings = problem_spellings(value)
    return and_(named.is_not(None), one_of(named, spellings) if spellings else holds_word(named, value))


def holds_kept_word(column: ColumnElement[str], value: str) -> ColumnElement[bool]:
    """Whether a stored hold reason or resolution code holds what was typed, with spaces or as it is stored."""
    return holds_word(func.replace(column, "_", " "), value.replace("_", " "))


def _word_kept(column: ColumnElement[str]) -> "_Make":
    def make(value: str, _scope: Scope) -> ColumnElement[bool]:
        if value in {NO_VALUE, ANY_VALUE}:
            return column.is_(None) if value == NO_VALUE else column.is_not(None)
        return and_(column.is_not(None), holds_kept_word(column, value))

    return make


# What was kept while it was open says nothing of it afterwards, whenever that is counted anew.
RISK: ColumnElement[int] = case((IS_OPEN, incident_risk.c.percent))
"""How many hundredths likely the resolution is late, where `incident_risk` is joined."""


def _risk(value: str, scope: Scope) -> ColumnElement[bool]:
    if not scope.sees_all:
        return true() if value == NO_VALUE else false()
    kept, meant = incident_risk.c, parse_risk(value) or Count(0, None)
    found = select(kept.incident_id).where(kept.percent.is_not(None), queue_parts.within(kept.percent, meant))
    known = and_(IS_OPEN, incident.c.id.in_(found))
    return not_(known) if value == NO_VALUE else known


def _among(column: ColumnElement[str], ids: Select[Any]) -> ColumnElement[bool]:
    # A row without a value is "not among them" rather than unknown, so that a negated term finds it.
    return and_(column.is_not(None), column.in_(ids))


def _priority_condition(term: Term) -> ColumnElement[bool]:
    levels = [int(value) for value in term.values]
    return incident.c.priority == levels[0] if len(levels) == 1 else one_of(incident.c.priority, levels)


def _named(column: ColumnElement[str], key: ColumnElement[str], name: ColumnElement[str]) -> "_Make":
    """Finds incidents by the name of what a column points to, by none and by any."""

    def make(value: str, _scope: Scope) -> ColumnElement[bool]:
        if value in {NO_VALUE, ANY_VALUE}:
            return column.is_(None) if value == NO_VALUE else column.is_not(None)
        return _among(column, select(key).where(holds_word(name, value)))

    return make


def _person(column: ColumnElement[str]) -> "_Make":
    by_name = _named(column, person.c.id, person.c.name)

    def make(value: str, scope: Scope) -> ColumnElement[bool]:
        return and_(column.is_not(None), column == ME) if value == "me" else by_name(value, scope)

    return make


def _one_team(value: str, scope: Scope) -> ColumnElement[bool]:
    if value == "mine":
        return _among(incident.c.group_id, select(group_member.c.group_id).where(group_member.c.person_id == ME))
    return _named(incident.c.group_id, assignment_group.c.id, assignment_group.c.name)(value, scope)


def _one_category(value: str, scope: Scope) -> ColumnElement[bool]:
    own = _named(incident.c.category_id, category.c.id, category.c.name)(value, scope)
    if value in {NO_VALUE, ANY_VALUE}:
        return own
    return or_(own, _named(incident.c.subcategory_id, category.c.id, category.c.name)(value, scope))


def _words(kind: TermKind, value: str, scope: Scope) -> ColumnElement[bool]:
    return words_condition(kind, value, sees_all=scope.sees_all)


def _moment(kind: TermKind, value: str, _scope: Scope) -> ColumnElement[bool]:
    return moment_condition(kind, value)


def _numbered(number: Callable[[], ColumnElement[int]], *, for_all: bool = True) -> "_Make":
    """Finds incidents by a number of something; where it is not `for_all`, to a requester it is 0."""

    def make(value: str, scope: Scope) -> ColumnElement[bool]:
        count = parse_count(value) or Count(0, 0)
        if not for_all and not scope.sees_all:
            return true() if count.holds(0) else false()
        return queue_parts.within(number(), count)

    return make


_Make = Callable[[str, Scope], ColumnElement[bool]]
_CONDITIONS: dict[TermKind, _Make] = {
    TermKind.IS: _one_is,
    TermKind.TEAM: _one_team,
    TermKind.ASSIGNEE: _person(incident.c.assignee_id),
    TermKind.REQUESTER: _person(incident.c.caller_id),
    TermKind.SITE: _named(incident.c.site_id, site.c.id, site.c.name),
    TermKind.SERVICE: _named(incident.c.service_id, service.c.id, service.c.name),
    TermKind.CATEGORY: _one_category,
    TermKind.TAG: _tag,
    TermKind.PROBLEM: _problem,
    TermKind.CHANNEL: lambda value, _scope: incident.c.channel == value,
    TermKind.HOLD: _word_kept(incident.c.hold_reason),
    TermKind.CODE: _word_kept(incident.c.resolution_code),
    **{kind: partial(_moment, kind) for kind in MOMENTS},
    TermKind.RISK: _risk,
    TermKind.DUE: lambda value, _scope: due_condition(value),
    TermKind.AGE: lambda value, _scope: age_condition(value),
    TermKind.HAS: lambda value, scope: queue_parts.has(value, sees_all=scope.sees_all),
    TermKind.LINK: lambda value, scope: queue_parts.is_linked(value, sees_all=scope.sees_all),
    TermKind.PARENT: lambda value, scope: queue_parts.is_child(value, sees_all=scope.sees_all),
    TermKind.ID: lambda value, _scope: incident.c.number == parse_incident_number(value),
    TermKind.LEVEL: _numbered(queue_parts.level, for_all=False),
    TermKind.REOPENED: _numbered(queue_parts.reopenings),
    TermKind.COMMENTS: lambda value, scope: queue_parts.within(
        queue_parts.messages(sees_all=scope.sees_all), parse_count(value) or Count(0, 0)
    ),
    **{kind: partial(_words, kind) for kind in (TermKind.SUBJECT, TermKind.TEXT, TermKind.WORD)},
}
