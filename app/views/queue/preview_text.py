"""What the preview says about an incident, as plain pairs and sentences."""

from datetime import datetime

from app.domain.vocabulary import Channel, EntryKind, HoldReason, Visibility
from app.services.incidents.dto import Change, IncidentDetail, JournalItem
from app.views.toolkit.formats import Formats

_MESSAGES = frozenset({EntryKind.REPLY, EntryKind.CALLER_MESSAGE, EntryKind.WORK_NOTE, EntryKind.LOGGED})
_FIELDS = {
    "group_id": "assignment group",
    "assignee_id": "assignee",
    "caller_id": "caller",
    "service_id": "service",
    "configuration_item_id": "configuration item",
    "category_id": "category",
    "subcategory_id": "subcategory",
    "site_id": "site",
}


def hold_reason_label(key: str | None) -> str:
    """`awaiting_vendor` as `Awaiting vendor`; what an import brought along is shown as it is written."""
    if not key:
        return ""
    return HoldReason(key).label if key in set(HoldReason) else key


def channel_label(key: str) -> str:
    """How the incident came."""
    return Channel(key).label if key in set(Channel) else key


def properties(detail: IncidentDetail, formats: Formats, now: datetime) -> list[tuple[str, str]]:
    """Name and value of what the preview lists; what is empty is left out, but for who works on it."""
    category = " › ".join(filter(None, (detail.category_name, detail.subcategory_name)))
    hold = hold_reason_label(detail.hold_reason)
    if detail.hold_until is not None:
        hold = f"{hold}, until {formats.moment(detail.hold_until, now)}".lstrip(", ")
    pairs = [
        ("Assignee", detail.assignee_name or "Unassigned"),
        ("Assignment group", detail.group_name or "None"),
        ("On hold", hold),
        ("Service", detail.service_name),
        ("Item", detail.configuration_item_name),
        ("Category", category),
        ("Reported", f"{formats.moment(detail.reported_at, now)} · {channel_label(detail.channel)}"),
        ("Resolved", formats.moment(detail.resolved_at, now) if detail.resolved_at else ""),
        ("Source number", detail.source_number),
    ]
    return [(name, value) for name, value in pairs if value]


def is_message(item: JournalItem) -> bool:
    """Whether somebody wrote something, so that it is shown as a card."""
    return item.kind in _MESSAGES and bool(item.body)


def is_internal(item: JournalItem) -> bool:
    """Whether the caller does not read it."""
    return item.visibility == Visibility.INTERNAL


def sentence(item: JournalItem) -> str:
    """One line for an entry that is no message."""
    who = item.author_name or "The desk"
    if item.changes:
        return f"{who} changed {', '.join(_change(change) for change in item.changes)}"
    if item.attachments:
        return f"{who} attached {', '.join(file.file_name for file in item.attachments)}"
    return f"{who}: {item.body or item.kind.replace('_', ' ')}"


def _change(change: Change) -> str:
    name = _FIELDS.get(change.field, change.field.replace("_", " "))
    old, new = (_value(value) for value in (change.old, change.new))
    return f"{name} from {old} to {new}" if change.old else f"{name} to {new}"


def _value(value: str | None) -> str:
    return value.replace("_", " ") if value else "nothing"
