"""The calendars and policies that a new desk starts with; everything can be changed in the settings later."""

import tomllib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from app.domain.calendar import ALWAYS_WEEK, Calendar
from app.domain.calendar_input import read_week
from app.domain.durations import read_duration
from app.domain.sla.policy import CLOCKS, Clock, Condition, Policy, Trait
from app.infra.local_zone import local_zone
from app.infra.resources import resource_path
from app.infra.unit_of_work import Work
from app.models.clocks import calendar
from app.services.settings import store_value
from app.services.sla.books import DEFAULT_CALENDAR, DESK, IMPORTED
from app.services.sla.versions import add_book, add_calendar, add_calendar_version, add_policy, add_policy_version

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""From when the first policies of a set hold, so that a call that came in before they were written has clocks too."""


def furnish_clocks(work: Work, zone: str | None = None) -> None:
    """Calendars in the zone of the computer, or the one that is named, and the sample policies of the desk."""
    calendars = sample_calendars(work, zone or local_zone())
    store_value(work, DEFAULT_CALENDAR, calendars["office"])
    add_sample_book(work, DESK, calendars, BEGINNING)


def sample_calendars(work: Work, zone: str) -> dict[str, str]:
    """The ids of the sample calendars by their key in the seed, made where the desk has none of that name."""
    data = _seed()
    weeks = {"office": Calendar(zone, read_week(data["office_hours"]).week), "always": Calendar("UTC", ALWAYS_WEEK)}
    found: dict[str, str] = {}
    for key, definition in weeks.items():
        known = work.connection.execute(select(calendar.c.id).where(calendar.c.name == data[key])).scalar_one_or_none()
        if known is None:
            known = add_calendar(work, data[key])
            add_calendar_version(work, known, definition, work.now, "What a new desk starts with.")
        found[key] = known
    return found


def add_sample_book(
    work: Work, policy_set: str, calendars: dict[str, str], effective_from: datetime, *, applies_to_open: bool = False
) -> int:
    """The sample policies as the next book of a set, in force from an instant on."""
    versions = []
    for data in _seed()["policy"]:
        policy = _policy(add_policy(work, policy_set, data["name"]), data, calendars, policy_set)
        versions.append((policy.policy_id, add_policy_version(work, policy)))
    return add_book(
        work, policy_set, versions, effective_from, applies_to_open=applies_to_open, note="The sample policies."
    )


def _policy(policy_id: str, data: dict[str, Any], calendars: dict[str, str], policy_set: str) -> Policy:
    # An import tells states and no replies, so a promise to answer could only be judged by the resolution.
    clocks = (Clock.RESOLUTION,) if policy_set == IMPORTED else CLOCKS
    lengths = {clock: read_duration(data.get(clock.value, "")) for clock in clocks}
    targets = {clock: length for clock, length in lengths.items() if length is not None}
    conditions = (Condition(Trait.PRIORITY, frozenset({data["priority"]})),)
    return Policy(policy_id, 1, data["name"], targets, calendars[data["calendar"]], conditions=conditions)


def _seed() -> dict[str, Any]:
    return tomllib.loads(resource_path("seed", "clocks.toml").read_text(encoding="utf-8"))
