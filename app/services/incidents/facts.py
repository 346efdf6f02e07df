"""The facts of incidents that filters ask about, as far as a person may see them; for deciding filters in memory."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal, null, select

from app.domain.actor import Actor
from app.domain.instants import micros
from app.domain.permissions import Permission, may
from app.domain.query.facts import Asker, Facts, Named
from app.domain.query.fields import DRAFT, HAS_VALUES
from app.domain.search.forms import languages_of
from app.domain.sla.display import Face
from app.domain.tags import tags_of
from app.domain.vocabulary import EntryKind, LinkKind, State, Visibility
from app.infra.prepared import PreparedSelect
from app.models.catalogue import category, service
from app.models.clocks import incident_clocks
from app.models.incident import incident, incident_link, journal_entry
from app.models.indexed import INCIDENT, PERSON
from app.models.people import assignment_group, group_member, person, site
from app.models.suggestion import incident_risk
from app.models.types import Id
from app.services.access import ME, visible_to
from app.services.incidents import queue_parts
from app.services.incidents.queue_clocks import BADGE
from app.services.incidents.queue_parts import DRAFTS
from app.services.incidents.queue_rows import face_of
from app.services.incidents.referred import referred
from app.services.settings import load_text
from app.services.sla.books import load_rules

_SLOTS = 20
"""So many incidents are read by one statement."""

_NAMED = {
    "caller": (person, incident.c.caller_id),
    "assignee": (person, incident.c.assignee_id),
    "group": (assignment_group, incident.c.group_id),
    "site": (site, incident.c.site_id),
    "service": (service, incident.c.service_id),
    "category": (category, incident.c.category_id),
    "subcategory": (category, incident.c.subcategory_id),
}
_CLOCKS = ("response", "resolution", "update")
_FIGURES = ("phase", "elapsed", "target", "due_at", "stopped_at", "breached")


def load_facts(
    connection: Connection, actor: Actor, ids: Sequence[str], *, with_texts: bool = True
) -> tuple[Facts, ...]:
    """Those of the incidents that the actor may see; without texts where no filter asks for words."""
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    found: list[Facts] = []
    for start in range(0, len(ids), _SLOTS):
        some = ids[start : start + _SLOTS]
        values = {f"id{slot}": some[slot] if slot < len(some) else None for slot in range(_SLOTS)}
        values["me"] = actor.person_id
        rows = _rows(sees_all=sees_all).all(connection, **values)
        links, parents = _linked(connection, values, sees_all=sees_all)
        told = _told(connection, values, sees_all=sees_all) if with_texts else {}
        found += [_facts(row, links[row.id], parents[row.id], told.get(row.id, ()), sees_all=sees_all) for row in rows]
    return tuple(found)


def load_asker(
    connection: Connection, actor: Actor, at: datetime, zone: tzinfo | None, drafts: Sequence[str] = ()
) -> Asker:
    """Who asks, the hours that clocks count by, and for which incidents they have drafts."""
    rows = connection.execute(select(group_member.c.group_id).where(group_member.c.person_id == actor.person_id))
    languages = languages_of(load_text(connection, "search_languages"))
    hours = load_rules(connection).timelines
    own = frozenset(drafts[:DRAFTS])
    return Asker(actor.person_id, frozenset(rows.scalars()), at, zone, hours, languages, own)


def _slots() -> list[ColumnElement[str]]:
    return [bindparam(f"id{slot}", None, type_=Id) for slot in range(_SLOTS)]


_HAS = tuple(value for value in HAS_VALUES if value != DRAFT)
"""What the desk knows of; drafts are known to one computer alone."""


@cache
def _rows(*, sees_all: bool) -> PreparedSelect:
    """One row for each incident: what stands in it, its clocks, and what hangs on it."""
    names = [referred(table.c.name, column).label(f"{name}_name") for name, (table, column) in _NAMED.items()]
    clocks = [incident_clocks.c[f"{clock}_{figure}"] for clock in _CLOCKS for figure in _FIGURES]
    has: list[ColumnElement[Any]] = [queue_parts.has(value, sees_all=sees_all).label(f"has_{value}") for value in _HAS]
    escalated = queue_parts.is_escalated() if sees_all else literal(value=False)
    counted: list[ColumnElement[Any]] = [
        (queue_parts.level() if sees_all else literal(0)).label("level"),
        queue_parts.reopenings().label("reopenings"),
        queue_parts.messages(sees_all=sees_all).label("messages"),
        escalated.label("is_escalated"),
        queue_parts.is_unread().label("is_unread"),
        # The login of a caller may not even name the table of who follows what, which is the desk's.
        (queue_parts.is_followed() if sees_all else literal(value=False)).label("is_followed"),
        (_kept_risk() if sees_all else null()).label("risk"),
        func.coalesce(referred(person.c.vip, incident.c.caller_id), False).label("is_vip"),
    ]
    columns: list[ColumnElement[Any]] = [*incident.c, *names, *counted, *has, *clocks, *BADGE]
    source = incident.outerjoin(incident_clocks, incident_clocks.c.incident_id == incident.c.id)
    return PreparedSelect(
        select(*columns).select_from(source).where(visible_to(ME, sees_all=sees_all), incident.c.id.in_(_slots()))
    )


def _kept_risk() -> ColumnElement[Any]:
    kept = incident_risk.c
    return select(kept.percent).where(kept.incident_id == incident.c.id).correlate(incident).scalar_subquery()


@cache
def _links(*, sees_all: bool) -> PreparedSelect:
    """The links of the incidents to others that the reader may see, from both ends."""
    other = incident.alias("other")
    parts = []
    for own, others, kind in (
        (incident_link.c.source_id, incident_link.c.target_id, incident_link.c.kind),
        (incident_link.c.target_id, incident_link.c.source_id, literal("")),
    ):
        part = select(own.label("own"), other.c.number.label("number"), kind.label("kind"))
        part = part.join_from(incident_link, other, other.c.id == others)
        parts.append(
            part.where(own.in_(_slots()), incident_link.c.removed_at.is_(None)).where(
                visible_to(ME, sees_all=sees_all, of=other)
            )
        )
    both = parts[0].union_all(parts[1]).subquery("both")
    return PreparedSelect(select(both.c.own, both.c.number, both.c.kind))


_Numbers = defaultdict[str, set[int]]


def _linked(connection: Connection, values: dict[str, Any], *, sees_all: bool) -> tuple[_Numbers, _Numbers]:
    links: _Numbers = defaultdict(set)
    parents: _Numbers = defaultdict(set)
    for own, number, kind in _links(sees_all=sees_all).all(connection, **values):
        links[own].add(number)
        if kind == LinkKind.PARENT.value:
            parents[own].add(number)
    return links, parents


@cache
def _entries(*, sees_all: bool) -> PreparedSelect:
    """What stands in the journal, as far as the reader reads it and the search finds it."""
    entry = journal_entry.c
    statement = select(entry.incident_id, entry.body).where(entry.incident_id.in_(_slots()), entry.body.is_not(None))
    statement = statement.where(entry.kind != EntryKind.LOGGED.value)
    return PreparedSelect(statement if sees_all else statement.where(entry.visibility == Visibility.PUBLIC.value))


def _callers() -> PreparedSelect:
    told = [person.c[name] for name in PERSON.names]
    source = incident.join(person, person.c.id == incident.c.caller_id)
    return PreparedSelect(select(incident.c.id, *told).select_from(source).where(incident.c.id.in_(_slots())))


_OF_CALLERS = _callers()


def _told(connection: Connection, values: dict[str, Any], *, sees_all: bool) -> dict[str, list[str]]:
    """What words are looked for in beside the incident's own texts."""
    found: dict[str, list[str]] = defaultdict(list)
    for incident_id, body in _entries(sees_all=sees_all).all(connection, **values):
        found[incident_id].append(body)
    for incident_id, *texts in _OF_CALLERS.all(connection, **values) if sees_all else ():
        found[incident_id] += filter(None, texts)
    return found


def _facts(row: Any, links: set[int], parents: set[int], told: Sequence[str], *, sees_all: bool) -> Facts:
    own = {name: getattr(row, name) for name in INCIDENT.names}
    named = {name: _named(row, name, column.name) for name, (_, column) in _NAMED.items()}
    return Facts(
        id=row.id,
        number=row.number,
        short_description=row.short_description,
        titles=tuple(filter(None, (own[name] for name in INCIDENT.titles))),
        texts=(*filter(None, own.values()), *told),
        state=row.state,
        priority=row.priority,
        major_state=row.major_state,
        is_restricted=row.restricted_group_id is not None,
        is_vip=bool(row.is_vip),
        channel=row.channel,
        hold_reason=row.hold_reason,
        resolution_code=row.resolution_code,
        reported=micros(row.reported_at),
        updated=micros(row.updated_at),
        resolved=_instant(row.resolved_at),
        closed=_instant(row.closed_at),
        face=face_of(row[-len(BADGE) :]),
        clocks={clock: _clock(row, clock) for clock in _CLOCKS},
        has=frozenset(value for value in _HAS if getattr(row, f"has_{value}")),
        links=frozenset(links),
        parents=frozenset(parents),
        level=row.level,
        reopenings=row.reopenings,
        messages=row.messages,
        tags=frozenset(tags_of(row.tags) if sees_all else ()),
        problem=row.problem_ref,
        risk=row.risk if State(row.state).is_open else None,
        snoozed=_instant(row.snoozed_until),
        is_escalated=bool(row.is_escalated),
        is_unread=bool(row.is_unread),
        is_followed=bool(row.is_followed),
        **named,
    )


def _named(row: Any, name: str, column: str) -> Named | None:
    key = getattr(row, column)
    return None if key is None else Named(key, getattr(row, f"{name}_name") or "")


def _clock(row: Any, name: str) -> Face:
    phase, elapsed, target, due, stopped, breached = (getattr(row, f"{name}_{figure}") for figure in _FIGURES)
    return Face(
        name,
        phase or "none",
        elapsed=elapsed or 0,
        target=target,
        due=_instant(due),
        stopped=_instant(stopped),
        breached=None if breached is None else bool(breached),
        calendar_id=row.sla_calendar_id or "",
    )


def _instant(moment: datetime | None) -> int | None:
    return None if moment is None else micros(moment)
