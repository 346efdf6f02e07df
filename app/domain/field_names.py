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

FIELD_NAMES: Final[Mapping[str, str]] = {
    "state": "Status", "priority": "Priority", "computed_priority": "Computed priority", "impact": "Impact",
    "urgency": "Urgency", "group_id": "Assignment group", "assignee_id": "Assignee", "service_id": "Service",
    "configuration_item_id": "Configuration item", "category_id": "Category", "subcategory_id": "Subcategory",
    "site_id": "Site", "caller_id": "Caller", "caller_vip": "Caller is a VIP", "channel": "Channel",
    "short_description": "Summary", "description": "Details", "hold_reason": "Waits for",
    "hold_until": "Expected until", "resolution_code": "Resolution code", "resolution_notes": "Resolution notes",
    "resolved_at": "Resolved", "closed_at": "Closed", "close_cause": "Closed because",
    "cancel_reason": "Reason to cancel", "override_reason": "Reason of the override",
    "business_impact": "Business impact", "cause": "Cause", "workaround": "Workaround",
    "minutes_spent": "Minutes spent", "business_unit": "Business unit", "major_state": "Major incident",
    "major_lead_id": "Leads the major incident", "resolved_by_id": "Resolved by", "closed_by_id": "Closed by",
    "promised_response": "First response promised for", "promised_resolution": "Resolution promised for",
    "promised_update": "Update promised for",
    "made_sla": "Service level met at the source", "problem_ref": "Problem",
    "change_ref": "Change", "caused_by_change_ref": "Caused by change",
    "checklist_added": "Step added", "checklist_template": "Checklist added", "checklist_done": "Step done",
    "checklist_skipped": "Step skipped", "checklist_open": "Step opened again", "checklist_removed": "Step removed",
    "checklist_back": "Step brought back", "checklist_text": "Step", "checklist_changed": "Step changed",
    "problem_id": "Problem", "rfc": "Change request",
    "u_symptom": "Symptom", "u_priority_confirmation": "Priority confirmed",
}  # fmt: skip
"""What an import brings beside these is called by its own column."""

MOMENTS: Final = frozenset(
    {"hold_until", "resolved_at", "closed_at", "promised_response", "promised_resolution", "promised_update"}
)
"""Fields that hold a moment, in the journal as ISO text in UTC."""

_WORDS: Final[Mapping[str, type[Word]]] = {
    "state": State,
    "channel": Channel,
    "resolution_code": ResolutionCode,
    "close_cause": CloseCause,
    "major_state": MajorState,
}
_YES_NO: Final = {"true": "yes", "false": "no"}


def field_name(field: str) -> str:
    """What the desk calls a field."""
    return FIELD_NAMES.get(field) or field.removeprefix("u_").removesuffix("_id").replace("_", " ").capitalize()


def field_value(field: str, value: str) -> str:
    """A value of the journal in words; what is no key of the desk stays as it was written."""
    if field == "hold_reason":
        return hold_reason_label(value)
    words = _WORDS.get(field)
    if words is not None and value in set(words):
        return words(value).label
    return _YES_NO.get(value.lower(), value)
