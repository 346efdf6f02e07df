"""A journal entry in one line, as the timeline of a review prints it."""

from collections.abc import Callable
from datetime import UTC, datetime

from app.domain.field_names import MOMENTS, field_name, field_value
from app.domain.history import is_reopening
from app.domain.major import DECISION_TAKEN_BACK, NEXT_UPDATE, REACHED, became_words
from app.domain.numbers import incident_number
from app.domain.retelling import retold
from app.domain.taking_back import FOLLOWED, TAKEN_BACK
from app.domain.text import clean_line
from app.domain.vocabulary import Channel, EntryKind, ResolutionCode, State, Visibility, Word, hold_reason_label
from app.domain.wording import inside, marked, sentence_case, tr, trn
from app.services.incidents.dto import Change, IncidentDetail, JournalItem

LINE_LIMIT = 200
"""How many characters of a message stand in the timeline; the rest is read in the journal."""

_NOT_SAID = frozenset(
    {"computed_priority", "resolved_at", "closed_at", "resolved_by_id", "closed_by_id", "caller_vip", "override_reason"}
    | {"resolution_code", "resolution_notes", "close_cause", "cancel_reason", "major_state"}
    | {TAKEN_BACK, FOLLOWED, REACHED, NEXT_UPDATE}
)
"""Fields that the sentence about the state, or the body, says already."""


def event_text(item: JournalItem, about: IncidentDetail) -> str:
    """What happened, in one line of at most a few hundred characters."""
    if item.kind == EntryKind.LOGGED:
        return _logged(item, about)
    body = item.body if item.kind in _WRITTEN_BY_PEOPLE else retold(item.body or "")
    state = _change(item, "state")
    said = [_state_text(state, item)] if state is not None else []
    major = _change(item, "major_state")
    if major is not None:
        said.append(_major_text(major, item))
    if item.kind not in _TOLD_BY_THE_BODY:
        said += [_field_text(change) for change in sorted(item.changes, key=_rank) if _is_said(change, item)]
    if said:
        return _with_body("; ".join(said), body)
    message = _MESSAGES.get(item.kind)
    return _with_body(message(item) if message is not None else _label(EntryKind, item.kind), body)


def event_source(item: JournalItem, about: IncidentDetail) -> str:
    """Where the entry comes from, in a word or two: the channel of the report, the import, or the journal."""
    if item.source:
        return tr("Import")
    if item.kind == EntryKind.LOGGED:
        return _label(Channel, about.channel)
    if item.kind in {EntryKind.REPLY, EntryKind.CALLER_MESSAGE}:
        return tr("Reply")
    if item.kind == EntryKind.STAKEHOLDER_UPDATE:
        return tr("Update")
    return tr("Note") if item.kind == EntryKind.WORK_NOTE else tr("Ticket")


def new_value(item: JournalItem, field: str) -> str | None:
    """What a field became with this entry; None when it did not change or became empty."""
    change = _change(item, field)
    return None if change is None else change.new


def reopens(item: JournalItem) -> bool:
    """Whether the entry brought a resolved, closed or canceled incident back to work."""
    change = _change(item, "state")
    return change is not None and is_reopening(change.old, change.new) and _change(item, TAKEN_BACK) is None


def _rank(change: Change) -> int:
    order = ("group_id", "assignee_id", "priority")
    return order.index(change.field) if change.field in order else len(order)


def _is_said(change: Change, item: JournalItem) -> bool:
    if change.field == "state" or change.field in _NOT_SAID:
        return False
    if change.field in {"hold_reason", "hold_until"}:
        # The sentence about the state says it; where the state stays, it is all that happened.
        return _change(item, "state") is None
    # With the assignment group the former assignee goes; that is no fact of its own.
    if change.field == "major_lead_id" and _change(item, "major_state") is not None:
        return False
    leaves_with_group = change.field == "assignee_id" and not change.new and _change(item, "group_id") is not None
    return not leaves_with_group


def _change(item: JournalItem, field: str) -> Change | None:
    return next((change for change in item.changes if change.field == field), None)


def _logged(item: JournalItem, about: IncidentDetail) -> str:
    by, number = inside(_label(Channel, about.channel)), incident_number(about.number)
    group, summary = new_value(item, "group_id"), about.short_description
    if group:
        return tr(
            "{number} logged by {channel}: {summary}, assigned to {group}",
            number=number,
            channel=by,
            summary=summary,
            group=group,
        )
    return tr("{number} logged by {channel}: {summary}", number=number, channel=by, summary=summary)


def _state_text(change: Change, item: JournalItem) -> str:
    state = inside(_label(State, change.new))
    if _change(item, TAKEN_BACK) is not None:
        return tr("Step taken back, {state} again", state=state)
    if is_reopening(change.old, change.new):
        return tr("Reopened") if change.new == State.IN_PROGRESS else tr("Reopened, {state}", state=state)
    reason, code = new_value(item, "hold_reason"), new_value(item, "resolution_code")
    if change.new == State.ON_HOLD:
        told = tr("Put on hold, {reason}", reason=inside(hold_reason_label(reason)))
        return told if reason else tr("Put on hold")
    if change.new == State.RESOLVED and code:
        return tr("Resolved, {code}", code=inside(_label(ResolutionCode, code)))
    if change.new == State.IN_PROGRESS:
        return tr("Work resumed") if change.old == State.ON_HOLD else tr("Work began")
    return _label(State, change.new)


def _major_text(change: Change, item: JournalItem) -> str:
    if item.body == DECISION_TAKEN_BACK:
        return tr("Taken back: {words}", words=became_words(change.new, change.old))
    words = became_words(change.old, change.new)
    lead = new_value(item, "major_lead_id")
    return sentence_case(words) + (tr(", led by {lead}", lead=lead) if lead else "")


def _field_text(change: Change) -> str:
    if change.field == "made_sla":
        return tr("service level met") if change.new == "true" else tr("service level missed")
    if change.field in _LINKS:
        if change.new:
            return tr(_LINKS[change.field], number=change.new)
        return tr("Link to {number} removed", number=change.old)
    name = field_name(change.field)
    old, new = (_short(change.field, value) for value in (change.old, change.new))
    if change.old in {None, ""}:
        return f"{name}: {new}"
    return f"{name}: {old} → {new or tr('none')}"


_LINKS = {
    "link_parent": marked("Made a child of {number}"),
    "link_parent_of": marked("Made the parent of {number}"),
    "link_duplicate": marked("Merged into {number}"),
    "link_duplicate_of": marked("{number} was merged into it"),
    "link_related": marked("Related to {number}"),
    "link_related_of": marked("Related to {number}"),
}


def _short(field: str, value: str | None) -> str:
    if field in MOMENTS and value:
        return _moment(value)
    line = field_value(field, clean_line(value or ""))
    return line if len(line) <= 80 else f"{line[:79]}…"


def _moment(value: str) -> str:
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    return value if found.tzinfo is None else f"{found.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _reply(item: JournalItem) -> str:
    return tr("Reply to the caller") if item.visibility == Visibility.PUBLIC else tr("Reply")


def _stakeholder_update(item: JournalItem) -> str:
    number, told_with = new_value(item, REACHED), new_value(item, FOLLOWED)
    if told_with:
        return tr("Stakeholder update of {number}", number=told_with)
    if number is None or not number.isdecimal():
        return tr("Stakeholder update")
    return trn("Stakeholder update to {n} caller", "Stakeholder update to {n} callers", int(number))


_MESSAGES: dict[str, Callable[[JournalItem], str]] = {
    EntryKind.REPLY: _reply,
    EntryKind.STAKEHOLDER_UPDATE: _stakeholder_update,
    EntryKind.CALLER_MESSAGE: lambda _item: tr("The caller writes"),
    EntryKind.WORK_NOTE: lambda _item: tr("Work note"),
    EntryKind.ATTACHMENT: lambda item: tr(
        "Attached {files}", files=", ".join(file.file_name for file in item.attachments) or tr("a file")
    ),
    EntryKind.LINK: lambda _item: tr("Link to another incident"),
    EntryKind.REASSIGNED_UNSEEN: lambda _item: tr("Reassigned in the source system, to whom is not recorded"),
    EntryKind.IMPORTED: lambda _item: tr("Saved at the source, what changed is not recorded"),
    EntryKind.REVIEW: lambda _item: tr("Post-incident review"),
    EntryKind.ESCALATION: lambda _item: "",
    EntryKind.SLA: lambda _item: "",
    EntryKind.CHECKLIST: lambda _item: "",
}
_WRITTEN_BY_PEOPLE = frozenset(
    {EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE, EntryKind.WORK_NOTE, EntryKind.STATE}
)
_TOLD_BY_THE_BODY = frozenset({EntryKind.REVIEW})
"""Kinds whose changed fields are no fields of the incident; their body says what was done."""


def _with_body(head: str, body: str | None) -> str:
    line = clean_line(body or "")
    if len(line) > LINE_LIMIT:
        line = f"{line[: LINE_LIMIT - 1]}…"
    return f"{head}: {line}" if head and line else head or line


def _label(words: type[Word], value: str | None) -> str:
    """The label of a known word; what an import brought is printed as it came."""
    if value in set(words):
        return words(value).label
    return value or tr("unknown")
