"""Writing new versions of calendars, policies and books; what stands is never touched (triggers refuse it too)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select

from app.domain.calendar import Calendar
from app.domain.sla.policy import Policy
from app.infra.unit_of_work import Work
from app.models.clocks import calendar, calendar_version, sla_book, sla_policy, sla_policy_version
from app.services.sla.definitions import calendar_to_data, policy_to_data


def add_calendar(work: Work, name: str) -> str:
    """A calendar without versions yet; returns its id."""
    calendar_id = work.new_id()
    work.connection.execute(calendar.insert(), {"id": calendar_id, "name": name})
    return calendar_id


def add_calendar_version(
    work: Work, calendar_id: str, definition: Calendar, effective_from: datetime, note: str = ""
) -> int:
    """The next version of a calendar; returns its number."""
    table = calendar_version
    number = _next(work, select(func.max(table.c.number)).where(table.c.calendar_id == calendar_id))
    work.connection.execute(
        table.insert(),
        {
            "calendar_id": calendar_id,
            "number": number,
            "effective_from": effective_from,
            "definition": calendar_to_data(definition),
            "note": note,
            "created_at": work.now,
            "created_by_id": work.actor.author_id,
        },
    )
    return number


def add_policy(work: Work, policy_set: str, name: str) -> str:
    """A policy without versions yet; returns its id."""
    policy_id = work.new_id()
    work.connection.execute(sla_policy.insert(), {"id": policy_id, "policy_set": policy_set, "name": name})
    return policy_id


def add_policy_version(work: Work, policy: Policy) -> int:
    """The next version of a policy, whatever number the value carries; returns its number."""
    table = sla_policy_version
    number = _next(work, select(func.max(table.c.number)).where(table.c.policy_id == policy.policy_id))
    work.connection.execute(
        table.insert(),
        {
            "policy_id": policy.policy_id,
            "number": number,
            "definition": policy_to_data(policy),
            "created_at": work.now,
            "created_by_id": work.actor.author_id,
        },
    )
    return number


def add_book(
    work: Work,
    policy_set: str,
    policies: Sequence[tuple[str, int]],
    effective_from: datetime,
    *,
    applies_to_open: bool = False,
    note: str = "",
) -> int:
    """The next book of a set: policy versions in the order in which they are tried; returns its number."""
    number = _next(work, select(func.max(sla_book.c.number)).where(sla_book.c.policy_set == policy_set))
    work.connection.execute(
        sla_book.insert(),
        {
            "policy_set": policy_set,
            "number": number,
            "effective_from": effective_from,
            "applies_to_open": applies_to_open,
            "policies": [list(each) for each in policies],
            "note": note,
            "created_at": work.now,
            "created_by_id": work.actor.author_id,
        },
    )
    return number


def _next(work: Work, newest: object) -> int:
    return int(work.connection.execute(newest).scalar() or 0) + 1  # type: ignore[call-overload]  # any select of one number
