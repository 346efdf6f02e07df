"""What the preview says about the properties of an incident, as plain pairs."""

from datetime import datetime

from app.domain.vocabulary import Channel, hold_reason_label
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.toolkit.formats import Formats


def channel_label(key: str) -> str:
    """How the incident came."""
    return Channel(key).label if key in set(Channel) else key


def properties(detail: IncidentDetail, formats: Formats, now: datetime) -> list[tuple[str, str]]:
    """Name and value of what the preview lists; what is empty is left out, but for who works on it."""
    category = " › ".join(filter(None, (detail.category_name, detail.subcategory_name)))
    hold = hold_reason_label(detail.hold_reason)
    if detail.hold_until is not None:
        hold = tr("{hold}, until {when}", hold=hold, when=formats.within(detail.hold_until, now)).lstrip(", ")
    pairs = [
        (tr("Assignee"), detail.assignee_name or tr("Unassigned")),
        (tr("Assignment group"), detail.group_name or tr("None")),
        (tr("On hold"), hold),
        (tr("Service"), detail.service_name),
        (tr("Item"), detail.configuration_item_name),
        (tr("Category"), category),
        (tr("Reported"), f"{formats.moment(detail.reported_at, now)} · {channel_label(detail.channel)}"),
        (tr("Resolved"), formats.moment(detail.resolved_at, now) if detail.resolved_at else ""),
        (tr("Source number"), detail.source_number),
    ]
    return [(name, value) for name, value in pairs if value]
