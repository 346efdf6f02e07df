"""Calendars from the desk, put together for the section; everything here is called on lanes."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.calendar import Calendar
from app.views.settings_page.calendars.list_view import CalendarFacts
from app.views.settings_page.try_it.ground import Ground
from app.views.settings_page.versions import VersionFacts

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk


class Version(NamedTuple):
    """A published version with what it says."""

    facts: VersionFacts
    calendar: Calendar


class Opened(NamedTuple):
    """A calendar with its versions; `facts` is None for one that is not published yet. `ground` is for trying it."""

    facts: CalendarFacts | None
    versions: tuple[Version, ...]
    ground: Ground


def load_all(desk: "Desk", actor: "Actor") -> tuple[CalendarFacts, ...]:
    """Every calendar in use, by name."""
    return tuple(
        CalendarFacts(each.id, each.name, each.calendar, each.version, each.effective_from, each.used_by)
        for each in desk.sla_settings.calendars(actor)
    )


def load_one(desk: "Desk", actor: "Actor", calendar_id: str) -> Opened:
    """One calendar with its history; an empty id is a new one."""
    calendars = load_all(desk, actor)
    books = desk.sla_settings.books(actor, "desk")
    policies = books[-1].policies if books else ()
    ground = Ground({each.id: (each.name, each.calendar) for each in calendars}, policies)
    if not calendar_id:
        return Opened(None, (), ground)
    facts = next((each for each in calendars if each.id == calendar_id), None)
    versions = tuple(
        Version(
            VersionFacts(each.number, each.effective_from, each.created_at, each.created_by_name or "", each.note),
            each.calendar,
        )
        for each in desk.sla_settings.calendar_versions(actor, calendar_id)
    )
    return Opened(facts, versions, ground)


def publish(
    desk: "Desk",
    actor: "Actor",
    calendar_id: str | None,
    name: str,
    calendar: Calendar,
    effective_from: datetime | None,
    note: str,
) -> str:
    """Publish a version; returns the id of the calendar."""
    return desk.sla_admin.publish_calendar(actor, calendar_id, name, calendar, effective_from, note)


def to_data(calendar: Calendar) -> dict[str, Any]:
    """The calendar as a draft keeps it."""
    # Imported here: the module stands beside those that speak to the database, and is not needed to paint a window.
    from app.services.sla.definitions import calendar_to_data

    return calendar_to_data(calendar)


def from_data(data: dict[str, Any]) -> Calendar:
    """The calendar of a draft."""
    from app.services.sla.definitions import calendar_from_data

    return calendar_from_data(data)


def own_zone() -> str:
    """The zone that a new calendar begins with: that of this computer."""
    from app.infra.local_zone import local_zone

    return local_zone()
