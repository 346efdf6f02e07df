"""Opening hours of groups and of people as timelines; who has no calendar is always there."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from app.domain.instants import DAY, micros, moment
from app.domain.timeline import Timeline
from app.infra.prepared import PreparedSelect
from app.models.clocks import group_hours, person_hours
from app.models.types import Id

_OF_GROUP = PreparedSelect(
    select(group_hours.c.calendar_id, group_hours.c.next_group_id).where(
        group_hours.c.group_id == bindparam("group_id", "", type_=Id)
    )
)
_OF_PERSON = PreparedSelect(
    select(person_hours.c.calendar_id).where(person_hours.c.person_id == bindparam("person_id", "", type_=Id))
)

_LONGEST_SHIFT = 14 * DAY


def timeline_of(connection: Connection, calendar_id: str | None) -> Timeline | None:
    """The opening hours of a calendar in all its versions; None for none."""
    if calendar_id is None:
        return None
    # Imported here because notifications ask for hours at nearly every save, and hardly anybody has some.
    from app.services.sla.books import load_rules

    return load_rules(connection).timelines.get(calendar_id)


def hours_of_group(connection: Connection, group_id: str | None) -> Timeline | None:
    """When a group works; None when it always does."""
    row = _OF_GROUP.one_or_none(connection, group_id=group_id or "")
    return None if row is None else timeline_of(connection, row.calendar_id)


def next_group(connection: Connection, group_id: str) -> str | None:
    """The group that takes over when the shift of this one ends."""
    row = _OF_GROUP.one_or_none(connection, group_id=group_id)
    return None if row is None else row.next_group_id


def hours_of_person(connection: Connection, person_id: str) -> Timeline | None:
    """When a person works; None when they always do."""
    row = _OF_PERSON.one_or_none(connection, person_id=person_id)
    return None if row is None else timeline_of(connection, row.calendar_id)


def is_open(hours: Timeline | None, at: datetime) -> bool:
    """Whether it is working time."""
    return hours is None or hours.is_open(micros(at))


def next_opening(hours: Timeline | None, at: datetime) -> datetime:
    """The first moment of working time from now on; now itself where none comes."""
    found = None if hours is None else hours.next_open(micros(at))
    return at if found is None else moment(found)


def next_closing(hours: Timeline | None, at: datetime) -> datetime | None:
    """The next moment after this one at which working time ends; None when it never does."""
    opens = None if hours is None else hours.next_open(micros(at))
    if hours is None or opens is None:
        return None
    horizon = opens + _LONGEST_SHIFT
    end = opens
    for start, close in hours.intervals(opens, horizon):
        if start > end:
            break
        end = close
    return None if end >= horizon else moment(end)
