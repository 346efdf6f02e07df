"""What could stand in a term of the filter, with how many incidents it would find beside the other terms."""

from collections import Counter
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, case, false, func, not_, or_, select

from app.domain.actor import Actor
from app.domain.numbers import problem_spellings
from app.domain.permissions import Permission, may
from app.domain.query.completion import KNOWN_VALUES
from app.domain.query.fields import ANY_VALUE, CLOCK_VALUES, HAS_VALUES, NO_VALUE
from app.domain.query.filter import SLA_VALUES, TermKind, parse_filter
from app.domain.sla.display import Level
from app.domain.tags import tags_of
from app.infra.prepared import Statement, one_of, prepared
from app.models.catalogue import category, service
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.services.access import ME, visible_to
from app.services.incidents.queue_clocks import MEASURED, Standings, ground_of, is_due, moments, stands, values_of
from app.services.incidents.queue_days import MOMENTS
from app.services.incidents.queue_dto import QueueQuery, Suggestion
from app.services.incidents.queue_filter import Scope, conditions, holds_kept_word
from app.services.incidents.queue_order import joined, joined_to_place
from app.services.incidents.queue_parts import draft_values
from app.services.incidents.queue_shares import Ground
from app.services.matching import holds_word

MOST: Final = 8
"""More suggestions nobody reads."""


class _Source(NamedTuple):
    """Where the names of a field come from."""

    table: FromClause
    column: ColumnElement[Any]


_NAMES: Final = {
    TermKind.TEAM: _Source(assignment_group, incident.c.group_id),
    TermKind.ASSIGNEE: _Source(person, incident.c.assignee_id),
    TermKind.REQUESTER: _Source(person, incident.c.caller_id),
    TermKind.SITE: _Source(site, incident.c.site_id),
    TermKind.SERVICE: _Source(service, incident.c.service_id),
    TermKind.CATEGORY: _Source(category, incident.c.category_id),
}
_CLOCKS: Final = (TermKind.RESPONSE, TermKind.RESOLUTION, TermKind.UPDATE)
_COUNTED: Final = {
    TermKind.IS: (
        "open", "new", "assigned", "in_progress", "waiting", "resolved", "closed", "canceled", "unassigned", "mine",
        "vip", "major", "breached", "escalated", "unread", "restricted", "triage", "snoozed", "followed", "draft",
    ),
    TermKind.PRIORITY: ("1", "2", "3", "4", "5"),
    TermKind.RISK: ("high", "medium", "low", "none"),
    TermKind.HAS: HAS_VALUES,
    TermKind.CHANNEL: ("phone", "walk_in", "email", "portal", "monitoring", "other"),
    **{kind: KNOWN_VALUES[kind] for kind in (*MOMENTS, TermKind.DUE, TermKind.AGE)},
    **dict.fromkeys(_CLOCKS, CLOCK_VALUES),
}  # fmt: skip
"""Values that are counted in one pass over the rows: what stands there tells them, or there are few of what does."""
_WORDS: Final = {TermKind.HOLD: incident.c.hold_reason, TermKind.CODE: incident.c.resolution_code}
_OWN_TEXTS: Final = frozenset({TermKind.TAG, TermKind.PROBLEM, *_WORDS})
"""What stands in the incident as text, so that the values are those that it has."""


def load_suggestions(
    connection: Connection, actor: Actor, rest: QueueQuery, kind: TermKind, part: str
) -> tuple[Suggestion, ...]:
    """Values that begin with, or hold, what was typed, those that find most first; `rest` is the filter beside it."""
    at = rest.at
    if at is None or (kind not in {*_NAMES, *_COUNTED, TermKind.SLA} and kind not in _OWN_TEXTS):
        return ()
    parsed = parse_filter(rest.filter_text)
    ground = ground_of(connection, parsed, at, by_hours=True)
    values: dict[str, Any] = values_of(connection, parsed, ground, at, rest.zone) | draft_values(rest.drafts)
    offered = " ".join(f"{kind}:{value}" for value in _COUNTED.get(kind, ()))
    values |= moments(at, rest.zone, parse_filter(offered)) | {"me": actor.person_id}
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    if kind in _COUNTED:
        return _told(_COUNTED[kind], part, _counts(sees_all, rest.filter_text, kind, ground).all(connection, **values))
    if kind is TermKind.SLA:
        rows = _levels(sees_all, rest.filter_text, ground).all(connection, **values)
        counted = {row.level: row.incidents for row in rows}
        counted["any"] = sum(number for level, number in counted.items() if level != Level.NONE)
        return tuple(Suggestion(each, counted.get(each, 0)) for each in SLA_VALUES if each.startswith(part.lower()))
    if kind is TermKind.TAG:
        return _tags(_tag_sets(sees_all, rest.filter_text, ground).all(connection, **values), part) if sees_all else ()
    if kind is TermKind.PROBLEM:
        rows = _problems(sees_all, rest.filter_text, part, ground).all(connection, **values)
        return tuple(Suggestion(row.name, row.incidents) for row in rows)
    rows = (_written if kind in _WORDS else _names)(sees_all, rest.filter_text, kind, part, ground).all(
        connection, **values
    )
    words = _counts(sees_all, rest.filter_text, kind, ground).all(connection, **values)
    return (*(Suggestion(row.name, row.incidents) for row in rows), *_told(KNOWN_VALUES[kind], part, words))


def _told(values: tuple[str, ...], part: str, rows: list[Any]) -> tuple[Suggestion, ...]:
    (row,) = rows
    pairs = zip(values, row, strict=True)
    return tuple(Suggestion(value, count or 0) for value, count in pairs if value.startswith(part.lower()))


@prepared(64)
def _counts(sees_all: bool, filter_text: str, kind: TermKind, ground: Ground) -> Statement:
    scope = Scope(Standings(ground), sees_all)
    joins = kind is TermKind.DUE or kind in _CLOCKS

    def holds(value: str) -> ColumnElement[bool]:
        # Each row's own clocks are joined once: asked for by every value they would be looked up as often.
        return _on_clocks(kind, value) if joins else conditions(parse_filter(f"{kind}:{value}"), scope)[0]

    found = [
        func.sum(case((holds(value), 1), else_=0)).label(f"of_{number}")
        for number, value in enumerate(_COUNTED.get(kind) or KNOWN_VALUES[kind])
    ]
    source = joined({"sla"} if joins else set())
    return select(*found).select_from(source).where(*_kept(sees_all, filter_text, ground))


def _on_clocks(kind: TermKind, value: str) -> ColumnElement[bool]:
    """Whether a single clock, or for `due:` the one that presses most, stands so, with the clocks joined."""

    def own(wanted: str) -> ColumnElement[bool]:
        return is_due(wanted) if kind is TermKind.DUE else stands(wanted, MEASURED[kind])

    return not_(func.coalesce(own(ANY_VALUE), false())) if value == NO_VALUE else own(value)


@prepared(64)
def _levels(sees_all: bool, filter_text: str, ground: Ground) -> Statement:
    """How many incidents stand where by the clock that presses most; one pass, as for the heads of the list."""
    standings = Standings(ground)
    level = standings.level().label("level")
    kept = _kept(sees_all, filter_text, ground)
    statement = select(level, func.count().label("incidents")).select_from(joined_to_place(standings, "sla"))
    return statement.where(*kept).group_by(level)


@prepared(64)
def _names(sees_all: bool, filter_text: str, kind: TermKind, part: str, ground: Ground) -> Statement:
    source = _NAMES[kind]
    name = source.table.c.name
    number = func.count().label("incidents")
    statement = (
        select(name.label("name"), number)
        .select_from(incident.join(source.table, source.table.c.id == source.column))
        .where(*_kept(sees_all, filter_text, ground))
        .group_by(name)
        .order_by(number.desc(), name)
        .limit(MOST)
    )
    return statement.where(holds_word(name, part)) if part else statement


@prepared(64)
def _written(sees_all: bool, filter_text: str, kind: TermKind, part: str, ground: Ground) -> Statement:
    """The hold reasons or resolution codes that incidents have, as they are stored."""
    word, number = _WORDS[kind], func.count().label("incidents")
    kept = [word.is_not(None), *_kept(sees_all, filter_text, ground)]
    statement = select(word.label("name"), number).where(*kept).group_by(word).order_by(number.desc(), word).limit(MOST)
    return statement.where(holds_kept_word(word, part)) if part else statement


@prepared(64)
def _tag_sets(sees_all: bool, filter_text: str, ground: Ground) -> Statement:
    """How many incidents have each combination of tags; there are far fewer of those than of incidents."""
    kept = _kept(sees_all, filter_text, ground)
    number = func.count().label("incidents")
    tags = incident.c.tags
    return select(tags, number).where(tags.is_not(None), *kept).group_by(tags)


@prepared(64)
def _problems(sees_all: bool, filter_text: str, part: str, ground: Ground) -> Statement:
    name, number = incident.c.problem_ref, func.count().label("incidents")
    kept = [name.is_not(None), *_kept(sees_all, filter_text, ground)]
    statement = select(name.label("name"), number).where(*kept).group_by(name).order_by(number.desc(), name).limit(MOST)
    if not part:
        return statement
    spellings = problem_spellings(part)
    is_meant = holds_word(name, part)
    return statement.where(or_(is_meant, one_of(name, spellings)) if spellings else is_meant)


def _tags(rows: list[Any], part: str) -> tuple[Suggestion, ...]:
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(dict.fromkeys(tags_of(row.tags), row.incidents))
    found = [Suggestion(tag, number) for tag, number in counts.items() if part in tag]
    # Those that begin with what was typed come first.
    return tuple(sorted(found, key=lambda each: (not each.value.startswith(part), -each.incidents, each.value))[:MOST])


def _kept(sees_all: bool, filter_text: str, ground: Ground) -> list[ColumnElement[bool]]:
    scope = Scope(Standings(ground), sees_all)
    return [visible_to(ME, sees_all=sees_all), *conditions(parse_filter(filter_text), scope)]
