"""Who can be escalated to: groups, people and levels, who of them is on duty, and what they have on their hands."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from app.domain.escalation.words import LIVE_STATES, EscalationKind, Level
from app.domain.vocabulary import OPEN_STATES, EntryKind
from app.models.catalogue import service
from app.models.escalation import escalation
from app.models.incident import incident, journal_entry
from app.services.escalation.crowd import Crowd, Group
from app.services.escalation.dto import GroupTarget, LevelTarget, PersonTarget, Targets
from app.services.hours import hours_of_group, hours_of_person, is_open, next_closing, next_opening

_OPEN = sorted(state.value for state in OPEN_STATES)


def load_targets(connection: Connection, row: Row[Any], now: datetime) -> Targets:
    """Everything that the escalate sheet shows for an incident."""
    crowd = Crowd(connection)
    owner = select(service.c.owner_group_id).where(service.c.id == row.service_id)
    higher = crowd.next_tier(row.group_id, connection.execute(owner).scalar_one_or_none())
    people = _people(connection, crowd, row, now)
    on_duty = {person.id for person in people if person.on_duty}
    load = _load_of_groups(connection)
    groups = [
        _group(connection, crowd, group, now, (load.get(group.id, (0, 0)), on_duty, higher))
        for group in crowd.groups.values()
    ]
    return Targets(
        groups=tuple(
            sorted(groups, key=lambda group: (not group.is_next_tier, not group.on_duty, group.tier, group.name))
        ),
        people=tuple(people),
        levels=_levels(connection, crowd, row),
        last_note=_last_note(connection, row.id),
    )


def _group(
    connection: Connection,
    crowd: Crowd,
    group: Group,
    now: datetime,
    known: tuple[tuple[int, int], set[str], Group | None],
) -> GroupTarget:
    (open_incidents, unassigned), on_duty, higher = known
    hours = hours_of_group(connection, group.id)
    works = is_open(hours, now)
    members = crowd.members.get(group.id, [])
    return GroupTarget(
        id=group.id,
        name=group.name,
        tier=group.tier,
        on_duty=works,
        changes_at=next_closing(hours, now) if works else next_opening(hours, now),
        open_incidents=open_incidents,
        unassigned=unassigned,
        members=len(members),
        members_on_duty=len(on_duty.intersection(members)) if works else 0,
        is_next_tier=higher is not None and higher.id == group.id,
    )


def _load_of_groups(connection: Connection) -> dict[str, tuple[int, int]]:
    counted = select(incident.c.group_id, func.count(), func.count() - func.count(incident.c.assignee_id))
    counted = counted.where(incident.c.state.in_(_OPEN)).group_by(incident.c.group_id)
    return {group_id: (int(count), int(nobody)) for group_id, count, nobody in connection.execute(counted)}


def _people(connection: Connection, crowd: Crowd, row: Row[Any], now: datetime) -> list[PersonTarget]:
    counted = select(incident.c.assignee_id, func.count()).where(
        incident.c.state.in_(_OPEN), incident.c.assignee_id.is_not(None)
    )
    load: dict[str, int] = {
        who: int(count) for who, count in connection.execute(counted.group_by(incident.c.assignee_id))
    }
    groups: dict[str, list[str]] = {}
    for group_id, members in crowd.members.items():
        for who in members:
            groups.setdefault(who, []).append(group_id)
    found = []
    for who in crowd.may_read(groups, row):
        hours = hours_of_person(connection, who)
        works = is_open(hours, now)
        changes_at = next_closing(hours, now) if works else next_opening(hours, now)
        found.append(PersonTarget(who, crowd.names[who], tuple(groups[who]), works, changes_at, load.get(who, 0)))
    return sorted(found, key=lambda person: (not person.on_duty, person.open_incidents, person.name))


def _levels(connection: Connection, crowd: Crowd, row: Row[Any]) -> tuple[LevelTarget, ...]:
    live = select(func.max(escalation.c.level)).where(
        escalation.c.incident_id == row.id,
        escalation.c.kind == EscalationKind.HIERARCHICAL.value,
        escalation.c.state.in_(sorted(state.value for state in LIVE_STATES)),
    )
    reached = connection.execute(live).scalar_one() or 0
    return tuple(
        LevelTarget(level, crowd.shown(crowd.may_read(crowd.at_level(level, row.group_id), row)), level <= reached)
        for level in Level
    )


def _last_note(connection: Connection, incident_id: str) -> str:
    statement = (
        select(journal_entry.c.body)
        .where(journal_entry.c.incident_id == incident_id, journal_entry.c.kind == EntryKind.WORK_NOTE.value)
        .order_by(journal_entry.c.occurred_at.desc(), journal_entry.c.id.desc())
        .limit(1)
    )
    return connection.execute(statement).scalar_one_or_none() or ""
