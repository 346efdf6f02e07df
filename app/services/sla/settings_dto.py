"""What the settings show of calendars, policies and hours; plain values, times in UTC."""

from datetime import datetime
from typing import NamedTuple

from app.domain.calendar import Calendar
from app.domain.sla.policy import Policy


class CalendarView(NamedTuple):
    """A calendar by its newest version, which may still be to come. `used_by` names policies, groups and people."""

    id: str
    name: str
    calendar: Calendar
    version: int
    effective_from: datetime
    used_by: tuple[str, ...]
    is_default: bool


class CalendarVersionView(NamedTuple):
    """One version of a calendar; `created_by_name` is None where the program made it."""

    number: int
    effective_from: datetime
    created_at: datetime
    created_by_name: str | None
    note: str
    calendar: Calendar


class BookView(NamedTuple):
    """One book of a set: its policies in the order in which they are tried."""

    number: int
    effective_from: datetime
    created_at: datetime
    created_by_name: str | None
    note: str
    applies_to_open: bool
    policies: tuple[Policy, ...]


class DueChange(NamedTuple):
    """A clock of an open incident whose due time would be another one; None is no due time."""

    incident_id: str
    number: int
    short_description: str
    clock: str
    before: datetime | None
    after: datetime | None


class Member(NamedTuple):
    """A member of a group, and whether they lead it."""

    person_id: str
    name: str
    is_lead: bool


class GroupHours(NamedTuple):
    """An assignment group: the calendar it works by (None: always), who takes over when its shift ends, its members."""

    group_id: str
    name: str
    tier: int
    calendar_id: str | None
    next_group_id: str | None
    members: tuple[Member, ...]


class PersonHours(NamedTuple):
    """Somebody who works at the desk and the calendar of their working time; None: always."""

    person_id: str
    name: str
    job_title: str
    calendar_id: str | None


class Place(NamedTuple):
    """A country or a region that has a list of holidays: its code and its name."""

    code: str
    name: str
