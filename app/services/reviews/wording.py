"""A journal entry in one line, as the timeline of a review prints it."""

from collections.abc import Callable

from app.domain.history import is_reopening
from app.domain.numbers import incident_number
from app.domain.text import clean_line
from app.domain.vocabulary import Channel, EntryKind, HoldReason, ResolutionCode, State, Visibility, Word
from app.services.incidents.dto import Change, IncidentDetail, JournalItem

LINE_LIMIT = 200
"""How many characters of a message stand in the timeline; the rest is read in the journal."""

_FIELDS = {
    "group_id": "Assignment group",
    "assignee_id": "Assignee",
    "caller_id": "Caller",
    "service_id": "Service",
    "configuration_item_id": "Configuration item",
    "category_id": "Category",
    "subcategory_id": "Subcategory",
    "site_id": "Site",
    "problem_id": "Problem",
    "rfc": "Change request",
    "u_symptom": "Symptom",
    "u_priority_confirmation": "Priority confirmed",
}
_NOT_SAID = frozenset(
    {"hold_reason", "hold_until", "computed_priority", "resolved_at", "closed_at", "resolved_by_id", "closed_by_id"}
    | {"resolution_code", "resolution_notes", "close_cause", "cancel_reason"}
)
"""Fields that the sentence about the state says already."""


def event_text(item: JournalItem, about: IncidentDetail) -> str:
    """What happened, in one line of at most a few hundred characters."""
    if item.kind == EntryKind.LOGGED:
        return _logged(item, about)
    state = _change(item, "state")
    said = [_state_text(state, item)] if state is not None else []
    said += [_field_text(change) for change in sorted(item.changes, key=_rank) if _is_said(change, item)]
    message = _MESSAGES.get(item.kind)
    if message is not None and not said:
        return _with_body(message(item), item.body)
    if not said:
        return _with_body(_label(EntryKind, item.kind), item.body)
    return _with_body("; ".join(said), item.body)


def event_source(item: JournalItem, about: IncidentDetail) -> str:
    """Where the entry comes from, in a word or two: the channel of the report, the import, or the journal."""
    if item.source:
        return "Import"
    if item.kind == EntryKind.LOGGED:
        return _label(Channel, about.channel)
    if item.kind in {EntryKind.REPLY, EntryKind.CALLER_MESSAGE}:
        return "Reply"
    return "Note" if item.kind == EntryKind.WORK_NOTE else "Ticket"


def new_value(item: JournalItem, field: str) -> str | None:
    """What a field became with this entry; None when it did not change or became empty."""
    change = _change(item, field)
    return None if change is None else change.new


def reopens(item: JournalItem) -> bool:
    """Whether the entry brought a resolved, closed or canceled incident back to work."""
    change = _change(item, "state")
    return change is not None and is_reopening(change.old, change.new)


def _rank(change: Change) -> int:
    order = ("group_id", "assignee_id", "priority")
    return order.index(change.field) if change.field in order else len(order)


def _is_said(change: Change, item: JournalItem) -> bool:
    if change.field == "state" or change.field in _NOT_SAID:
        return False
    # With the assignment group the former assignee goes; that is no fact of its own.
    leaves_with_group = change.field == "assignee_id" and not change.new and _change(item, "group_id") is not None
    return not leaves_with_group


def _change(item: JournalItem, field: str) -> Change | None:
    return next((change for change in item.changes if change.field == field), None)


def _logged(item: JournalItem, about: IncidentDetail) -> str:
    by = _label(Channel, about.channel).lower()
    group = new_value(item, "group_id")
    where = f", assigned to {group}" if group else ""
    return f"{incident_number(about.number)} logged by {by}: {about.short_description}{where}"


def _state_text(change: Change, item: JournalItem) -> str:
    if is_reopening(change.old, change.new):
        return "Reopened" if change.new == State.IN_PROGRESS else f"Reopened, {_label(State, change.new).lower()}"
    if change.new == State.ON_HOLD:
        reason = new_value(item, "hold_reason")
        return f"Put on hold, {_label(HoldReason, reason).lower()}" if reason else "Put on hold"
    if change.new == State.RESOLVED:
        code = new_value(item, "resolution_code")
        return f"Resolved, {_label(ResolutionCode, code).lower()}" if code else "Resolved"
    if change.new == State.IN_PROGRESS:
        return "Work resumed" if change.old == State.ON_HOLD else "Work began"
    return _label(State, change.new)


def _field_text(change: Change) -> str:
    if change.field == "made_sla":
        return "service level " + ("met" if change.new == "true" else "missed")
    name = _FIELDS.get(change.field, change.field.removesuffix("_id").replace("_", " ").capitalize())
    old, new = (_short(value) for value in (change.old, change.new))
    if change.old in {None, ""}:
        return f"{name}: {new}"
    return f"{name}: {old} → {new or 'none'}"


def _short(value: str | None) -> str:
    line = clean_line(value or "")
    return line if len(line) <= 80 else f"{line[:79]}…"


def _reply(item: JournalItem) -> str:
    return "Reply to the caller" if item.visibility == Visibility.PUBLIC else "Reply"


_MESSAGES: dict[str, Callable[[JournalItem], str]] = {
    EntryKind.REPLY: _reply,
    EntryKind.CALLER_MESSAGE: lambda _item: "The caller writes",
    EntryKind.WORK_NOTE: lambda _item: "Work note",
    EntryKind.ATTACHMENT: lambda item: (
        "Attached " + (", ".join(file.file_name for file in item.attachments) or "a file")
    ),
    EntryKind.LINK: lambda _item: "Link",
    EntryKind.REASSIGNED_UNSEEN: lambda _item: "Reassigned in the source system, to whom is not recorded",
    EntryKind.IMPORTED: lambda _item: "Saved at the source, what changed is not recorded",
    EntryKind.REVIEW: lambda _item: "Post-incident review",
}


def _with_body(head: str, body: str | None) -> str:
    line = clean_line(body or "")
    if not line:
        return head
    if len(line) > LINE_LIMIT:
        line = f"{line[: LINE_LIMIT - 1]}…"
    return f"{head}: {line}"


def _label(words: type[Word], value: str | None) -> str:
    """The label of a known word; what an import brought is printed as it came."""
    if value in set(words):
        return words(value).label
    return value or "unknown"
