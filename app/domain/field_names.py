"""What the desk calls the fields of an incident, and the words for what they hold; for the window and for documents."""

from collections.abc import Mapping
from typing import Final

from app.domain.vocabulary import (
    Channel,
    CloseCause,
    MajorState,
    ResolutionCode,
    State,
    Word,
    hold_reason_label,
)
from app.domain.wording import marked, tr

FIELD_NAMES: Final[Mapping[str, str]] = {
    "state": marked("Status"), "priority": marked("Priority"), "computed_priority": marked("Computed priority"),
    "impact": marked("Impact"),
    "urgency": marked("Urgency"), "group_id": marked("Assignment group"), "assignee_id": marked("Assignee"),
    "service_id": marked("Service"),
    "configuration_item_id": marked("Configuration item"), "category_id": marked("Category"),
    "subcategory_id": marked("Subcategory"),
    "site_id": marked("Site"), "caller_id": marked("Caller"), "caller_vip": marked("Caller is a VIP"),
    "channel": marked("Channel"),
    "short_description": marked("Short description"), "description": marked("Details"),
    "hold_reason": marked("Waits for"),
    "hold_until": marked("Expected until"), "resolution_code": marked("Resolution code"),
    "resolution_notes": marked("Resolution notes"),
    "resolved_at": marked("Resolved"), "closed_at": marked("Closed"), "close_cause": marked("Closed because"),
    "cancel_reason": marked("Reason to cancel"), "override_reason": marked("Reason of the override"),
    "business_impact": marked("Business impact"), "cause": marked("Cause"), "workaround": marked("Workaround"),
    "minutes_spent": marked("Minutes spent"), "business_unit": marked("Business unit"),
    "major_state": marked("Major incident"),
    "major_lead_id": marked("Leads the major incident"), "update_reached": marked("Callers told"),
    "next_update_at": marked("Next update by"), "resolved_by_id": marked("Resolved by"),
    "closed_by_id": marked("Closed by"),
    "promised_response": marked("First response promised for"),
    "promised_resolution": marked("Resolution promised for"),
    "promised_update": marked("Update promised for"),
    "made_sla": marked("Service level met at the source"), "problem_ref": marked("Problem"),
    "change_ref": marked("Change record"), "caused_by_change_ref": marked("Caused by change"),
    "tags": marked("Tags"), "snoozed_until": marked("Snoozed until"),
    "checklist_added": marked("Step added"), "checklist_template": marked("Checklist added"),
    "checklist_done": marked("Step done"),
    "checklist_skipped": marked("Step skipped"), "checklist_open": marked("Step opened again"),
    "checklist_removed": marked("Step removed"),
    "checklist_back": marked("Step brought back"), "checklist_text": marked("Step"),
    "checklist_changed": marked("Step changed"),
    "problem_id": marked("Problem"), "rfc": marked("Change request"),
    "u_symptom": marked("Symptom"), "u_priority_confirmation": marked("Priority confirmed"),
}  # fmt: skip
"""What an import brings beside these is called by its own column."""

MOMENTS: Final = frozenset(
    {
        "hold_until", "snoozed_until", "resolved_at", "closed_at", "promised_response", "promised_resolution",
        "promised_update", "next_update_at",
    }
)  # fmt: skip
"""Fields that hold a moment, in the journal as ISO text in UTC."""

_WORDS: Final[Mapping[str, type[Word]]] = {
    "state": State,
    "channel": Channel,
    "resolution_code": ResolutionCode,
    "close_cause": CloseCause,
    "major_state": MajorState,
}
_YES_NO: Final = {"true": marked("yes"), "false": marked("no")}


def field_name(field: str) -> str:
    """What the desk calls a field."""
    if field in FIELD_NAMES:
        return tr(FIELD_NAMES[field])
    return field.removeprefix("u_").removesuffix("_id").replace("_", " ").capitalize()


def field_value(field: str, value: str) -> str:
    """A value of the journal in words; what is no key of the desk stays as it was written."""
    if field == "hold_reason":
        return hold_reason_label(value)
    words = _WORDS.get(field)
    if words is not None and value in set(words):
        return words(value).label
    said = _YES_NO.get(value.lower())
    return value if said is None else tr(said)
