"""Which rows of a queue are really new to somebody: incidents that others logged, or changed so that they came into it.

Whether an incident stood in the list before is decided from its journal: what others changed or wrote since is taken
back in memory, and the filter is asked once more. What time alone brought into a list is no news of anybody.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, or_, select

from app.domain.actor import Actor
from app.domain.instants import micros
from app.domain.query.facts import Facts, Named
from app.domain.query.filter import Filter
from app.domain.query.holds import finds
from app.domain.tags import tags_of
from app.domain.vocabulary import State
from app.infra.prepared import PreparedSelect, one_of
from app.models.catalogue import category, service
from app.models.incident import incident, journal_change, journal_entry
from app.models.people import assignment_group, person, site
from app.models.types import Id
from app.services.incidents.facts import load_asker, load_facts
from app.services.incidents.queue_hung import NOTHING_HUNG, Hung, hung_on_since, without
from app.services.incidents.queue_words import asks_for_words

_SLOTS = 20
"""So many incidents are asked about by one statement."""

_NAMED: Mapping[str, tuple[str, Table]] = {
    "assignee_id": ("assignee", person),
    "caller_id": ("caller", person),
    "group_id": ("group", assignment_group),
    "site_id": ("site", site),
    "service_id": ("service", service),
    "category_id": ("category", category),
    "subcategory_id": ("subcategory", category),
}
_PLAIN: Mapping[str, tuple[str, Callable[[str | None], Any]]] = {
    "state": ("state", lambda text: text or State.NEW.value),
    "priority": ("priority", lambda text: int(text or 0)),
    "major_state": ("major_state", lambda text: text or "none"),
    "channel": ("channel", lambda text: text or ""),
    "problem_ref": ("problem", lambda text: text),
    "hold_reason": ("hold_reason", lambda text: text),
    "resolution_code": ("resolution_code", lambda text: text),
    "tags": ("tags", lambda text: frozenset(tags_of(text))),
    "short_description": ("short_description", lambda text: text or ""),
    "snoozed_until": ("snoozed", lambda text: None if text is None else micros(datetime.fromisoformat(text))),
}
"""What a filter asks about that the journal tells, and how its text is read."""

_SINCE = bindparam("since", None, type_=journal_entry.c.recorded_at.type)
_ME = bindparam("me", "", type_=Id)


class Asked(NamedTuple):
    """By what the list is asked for, and since when somebody has seen it."""

    wanted: Filter
    since: datetime
    at: datetime
    zone: tzinfo | None
    drafts: Sequence[str]


def came_in(connection: Connection, actor: Actor, asked: Asked, ids: Sequence[str]) -> frozenset[str]:
    """Those of the incidents, all of which the list has now, that others brought into it since."""
    logged = {row.id for row in _all(_LOGGED, connection, actor, asked, ids)}
    changes: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    others = [each for each in ids if each not in logged]
    for row in _all(_CHANGES, connection, actor, asked, others):
        changes[row.incident_id].append((row.field, row.old_value))
    hung = hung_on_since(connection, actor, asked.wanted, asked.since, others)
    return frozenset(logged | _not_there_before(connection, actor, asked, changes, hung))


def _not_there_before(
    connection: Connection,
    actor: Actor,
    asked: Asked,
    changes: Mapping[str, list[tuple[str, str | None]]],
    hung: Mapping[str, Hung],
) -> set[str]:
    touched = sorted({*changes, *hung})
    if not touched:
        return set()
    names = _names(connection, changes)
    asker = load_asker(connection, actor, asked.at, asked.zone, asked.drafts)
    found = load_facts(connection, actor, touched, with_texts=asks_for_words(asked.wanted))
    before = (
        without(_before(facts, changes.get(facts.id, ()), names), hung.get(facts.id, NOTHING_HUNG)) for facts in found
    )
    return {facts.id for facts in before if not finds(asked.wanted, facts, asker)}


def _before(facts: Facts, changes: Sequence[tuple[str, str | None]], names: Mapping[str, str]) -> Facts:
    """The facts without these changes, which come newest first."""
    values: dict[str, Any] = {}
    for field, old in changes:
        if field in _NAMED:
            values[_NAMED[field][0]] = None if old is None else Named(old, names.get(old, ""))
        else:
            name, read = _PLAIN[field]
            values[name] = read(old)
    if "state" in values and State(values["state"]).is_open:
        values |= {"resolved": None, "closed": None}
    if "short_description" in values:
        values["titles"] = (values["short_description"], *facts.titles[1:])
    return replace(facts, **values)


def _names(connection: Connection, changes: Mapping[str, list[tuple[str, str | None]]]) -> dict[str, str]:
    wanted: dict[str, set[str]] = defaultdict(set)
    for field, old in (change for each in changes.values() for change in each):
        if field in _NAMED and old is not None:
            wanted[_NAMED[field][1].name].add(old)
    tables = {table.name: table for _, table in _NAMED.values()}
    found: dict[str, str] = {}
    for name, ids in wanted.items():
        table = tables[name]
        rows = connection.execute(select(table.c.id, table.c.name).where(table.c.id.in_(sorted(ids))))
        found |= {row.id: row.name for row in rows}
    return found


def _all(
    statement: PreparedSelect, connection: Connection, actor: Actor, asked: Asked, ids: Sequence[str]
) -> list[Any]:
    found: list[Any] = []
    for start in range(0, len(ids), _SLOTS):
        some = ids[start : start + _SLOTS]
        slots = {f"id{slot}": some[slot] if slot < len(some) else None for slot in range(_SLOTS)}
        found += statement.all(connection, since=asked.since, me=actor.person_id, **slots)
    return found


def _slots() -> list[Any]:
    return [bindparam(f"id{slot}", None, type_=Id) for slot in range(_SLOTS)]


_LOGGED = PreparedSelect(
    select(incident.c.id).where(
        incident.c.id.in_(_slots()),
        incident.c.created_at > _SINCE,
        or_(incident.c.opened_by_id.is_(None), incident.c.opened_by_id != _ME),
    )
)
_CHANGES = PreparedSelect(
    select(journal_change.c.incident_id, journal_change.c.field, journal_change.c.old_value)
    .join_from(journal_change, journal_entry, journal_entry.c.id == journal_change.c.entry_id)
    .where(
        journal_change.c.incident_id.in_(_slots()),
        one_of(journal_change.c.field, [*_NAMED, *_PLAIN]),
        journal_entry.c.recorded_at > _SINCE,
        or_(journal_entry.c.author_id.is_(None), journal_entry.c.author_id != _ME),
    )
    .order_by(journal_change.c.entry_id.desc())
)
