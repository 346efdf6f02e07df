"""The incidents with names in place of identifiers, for those who want one table to look at."""

from typing import Any

from sqlalchemy import Select, select

from app.domain.actor import Actor
from app.domain.numbers import incident_number
from app.models.catalogue import category, configuration_item, service
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.services.access import visible
from app.services.incidents.referred import referred

NAME = "incidents_overview"

_COLUMNS = (
    incident.c.number,
    incident.c.source_number,
    incident.c.short_description,
    incident.c.state,
    incident.c.priority,
    incident.c.impact,
    incident.c.urgency,
    referred(person.c.name, incident.c.caller_id).label("caller"),
    referred(assignment_group.c.name, incident.c.group_id).label("assignment_group"),
    referred(person.c.name, incident.c.assignee_id).label("assignee"),
    referred(service.c.name, incident.c.service_id).label("service"),
    referred(configuration_item.c.name, incident.c.configuration_item_id).label("configuration_item"),
    referred(site.c.name, incident.c.site_id).label("site"),
    referred(category.c.name, incident.c.category_id).label("category"),
    referred(category.c.name, incident.c.subcategory_id).label("subcategory"),
    incident.c.channel,
    incident.c.major_state,
    incident.c.tags,
    incident.c.reported_at,
    incident.c.created_at,
    incident.c.resolved_at,
    incident.c.closed_at,
    incident.c.resolution_code,
    incident.c.resolution_notes,
)

NAMES = tuple(column.name for column in _COLUMNS)


def overview(actor: Actor) -> Select[Any]:
    """The incidents that the actor may see, by number."""
    return select(*_COLUMNS).where(visible(actor)).order_by(incident.c.number)


def shown(row: Any) -> tuple[Any, ...]:
    """A row with its number as people say it."""
    return (incident_number(row[0]), *row[1:])
