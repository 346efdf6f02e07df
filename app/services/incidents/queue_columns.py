"""Which values make a row of the queue."""

from typing import Any

from sqlalchemy import ColumnElement, func, null

from app.models.catalogue import category, service
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.models.suggestion import incident_risk
from app.services.incidents.queue_clocks import BADGE, FIRST_RESPONSE
from app.services.incidents.queue_filter import RISK
from app.services.incidents.queue_parts import files, messages, reopenings
from app.services.incidents.referred import referred

_COLUMNS = (
    incident.c.id,
    incident.c.number,
    incident.c.short_description,
    incident.c.state,
    incident.c.priority,
    incident.c.impact,
    incident.c.urgency,
    referred(person.c.name, incident.c.caller_id).label("caller_name"),
    func.coalesce(referred(person.c.vip, incident.c.caller_id), False).label("vip"),
    incident.c.group_id,
    referred(assignment_group.c.name, incident.c.group_id).label("group_name"),
    incident.c.assignee_id,
    referred(person.c.name, incident.c.assignee_id).label("assignee_name"),
    referred(site.c.name, incident.c.site_id).label("site_name"),
    referred(service.c.name, incident.c.service_id).label("service_name"),
    incident.c.reported_at,
    incident.c.updated_at,
    incident.c.hold_reason,
    incident.c.hold_until,
)


_CHOSEN = (
    referred(category.c.name, incident.c.category_id).label("category_name"),
    incident.c.channel,
    reopenings().label("reopenings"),
    incident.c.resolution_code,
)

_RISKS = (
    RISK.label("risk"),
    *(incident_risk.c[name].label(f"risk_{name}") for name in ("late", "alike", "is_wide")),
    incident_risk.c.reckoned_at.label("risk_at"),
)


def columns_of(*, sees_all: bool) -> tuple[ColumnElement[Any], ...]:
    """The values of a row, in the order of `QueueRow`."""
    counted = messages(sees_all=sees_all).label("messages"), files(sees_all=sees_all).label("attachments")
    # What follows is for the desk.
    tags = incident.c.tags if sees_all else null().label("tags")
    risks = _RISKS if sees_all else tuple(null().label(each.name) for each in _RISKS)
    told = incident.c.source_number, incident.c.major_state, tags, *risks
    return (*_COLUMNS, *counted, *told, *_CHOSEN, *BADGE, *FIRST_RESPONSE)


def joined_for(*, sees_all: bool) -> set[str]:
    """What has to be joined for these values; a caller's login may not even name the table of risks."""
    return {"sla", "risk"} if sees_all else {"sla"}
