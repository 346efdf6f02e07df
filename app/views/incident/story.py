"""What the timeline tells, in the order of the journal: messages, sentences about changes, and folded runs of them.

Pure text: nothing here knows how it is drawn. Names and values that come from people are isolated where they run
from right to left, so that they cannot turn the rest of a sentence round.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.field_names import MOMENTS, field_name, field_value
from app.domain.priority import SERVICENOW_3X3, PriorityMatrix
from app.domain.retelling import retold
from app.domain.taking_back import FOLLOWED, TAKEN_BACK
from app.domain.vocabulary import (
    Channel,
    EntryKind,
    State,
    Visibility,
)
from app.domain.wording import quoted, tr
from app.services.incidents.dto import Change, IncidentDetail, JournalItem
from app.views.incident.back_in_queue import back_in_queue, by_the_desk, left_behind
from app.views.incident.checklist_story import checklist_sentence
from app.views.incident.major_story import is_taking_back, major_sentence
from app.views.incident.review_story import review_sentence
from app.views.incident.update_story import is_update, update_role
from app.views.toolkit.formats import Formats
from app.views.toolkit.marks import state_look
from app.views.widgets.spans import Span, isolated

FOLDED_FROM: Final = 4
"""A run of this many sentences without a message between them is folded; its first and last one stay."""

VALUE_LIMIT: Final = 90
"""Longer values are cut in a sentence; the journal keeps them whole."""


class Shown(StrEnum):
    """What of the journal is shown."""

    ALL = "all"
    CONVERSATION = "conversation"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Message:
    """What a person wrote, with its files; `note` is for the desk only, `author` may be a source or the desk."""

    item: JournalItem
    author: str
    note: bool
    role: str = ""
    by_caller: bool = False

    @property
    def id(self) -> str:
        """Stable over reloads, different from that of the sentence about the same entry."""
        return f"m{self.item.id}"

    @property
    def body(self) -> str:
        """What it says; a sentence of the program in the language of the reader."""
        body = self.item.body or ""
        return retold(body) if self.item.kind in _TOLD_BY_THE_PROGRAM else body


@dataclass(frozen=True, slots=True)
class Sentence:
    """What happened, in one line."""

    item: JournalItem
    icon: str
    tone: str
    spans: tuple[Span, ...]

    @property
    def id(self) -> str:
        """Stable over reloads."""
        return f"s{self.item.id}"


@dataclass(frozen=True, slots=True)
class Fold:
    """Sentences that are put away behind "Show 6 more updates"."""

    sentences: tuple[Sentence, ...]

    @property
    def id(self) -> str:
        """Stable while the run only grows at its end."""
        return f"f{self.sentences[0].item.id}-{len(self.sentences)}"


Part = Message | Sentence | Fold

_TOLD_BY_THE_PROGRAM: Final = frozenset(
    {EntryKind.ESCALATION, EntryKind.SLA, EntryKind.LINK, EntryKind.CHANGE, EntryKind.MAJOR}
)
"""Kinds whose body the program wrote, or a person where it is none of its sentences."""
_MESSAGES = frozenset(
    {EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.CALLER_MESSAGE, EntryKind.WORK_NOTE, EntryKind.ATTACHMENT}
)
LONG_FIELDS: Final = frozenset({"description", "business_impact", "cause", "workaround", "resolution_notes"})

_FREE_TEXTS: Final = frozenset({"short_description"})

_TOLD_BY_THE_SENTENCE = frozenset(
    {"resolved_at", "resolved_by_id", "closed_at", "closed_by_id", "resolution_notes", "cancel_reason",
     "computed_priority", "override_reason", "caller_vip", TAKEN_BACK}
)  # fmt: skip
_LOGGED = {
    Channel.PHONE: ("phone", tr("logged the call from")),
    Channel.WALK_IN: ("user", tr("logged the visit of")),
    Channel.EMAIL: ("mail", tr("logged the e-mail from")),
    Channel.PORTAL: ("globe", tr("received the portal report of")),
    Channel.MONITORING: ("monitor", tr("logged the alert for")),
}
_TOLD_APART = {
    EntryKind.MAJOR: major_sentence, EntryKind.REVIEW: review_sentence, EntryKind.CHECKLIST: checklist_sentence,
}  # fmt: skip
"""Kinds whose sentences are made elsewhere."""

_NOTED = {
    EntryKind.ESCALATION: ("trending-up", "orange"),
    EntryKind.SLA: ("clock", "amber"),
    EntryKind.LINK: ("book-open", "slate"),
    EntryKind.CHANGE: ("pencil", "blue"),
}
"""Kinds whose body is one sentence about what was done; icon and colour."""

_STATE_ICONS = {
    "in_progress": ("play", "amber"), "on_hold": ("pause", "violet"), "resolved": ("check", "green"),
    "closed": ("archive", "slate"), "canceled": ("ban", "slate"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns a journal into parts, with the words and times of one reader."""

    formats: Formats
    now: datetime
    matrix: PriorityMatrix = SERVICENOW_3X3

    def tell(
        self, detail: IncidentDetail, shown: Shown = Shown.ALL, unfolded: frozenset[str] = frozenset()
    ) -> list[Part]:
        """The parts from the oldest to the newest; `unfolded` holds ids of folds that were opened."""
        parts = [part for item in detail.journal for part in self._parts(detail, item)]
        if shown is Shown.CONVERSATION:
            return [part for part in parts if isinstance(part, Message)]
        if shown is Shown.CHANGES:
            return [part for part in parts if isinstance(part, Sentence)]
        return list(_fold(parts, unfolded))

    def _parts(self, detail: IncidentDetail, item: JournalItem) -> Iterable[Message | Sentence]:
        if _is_noted(item):
            spans = Span(isolated(author_of(item)), strong=True), Span(f": {retold(item.body or '')}")
            yield Sentence(item, *_NOTED[EntryKind(item.kind)], spans)
            return
        if item.kind not in _MESSAGES:
            sentence = self._sentence(detail, item)
            if sentence is not None:
                yield sentence
        if item.kind == EntryKind.REVIEW or is_taking_back(item):
            return
        if item.body or item.attachments or item.kind in _MESSAGES:
            said = _message(detail, item)
            yield replace(said, role=update_role(item, self._within)) if is_update(item) else said

    def _within(self, moment: datetime) -> str:
        return self.formats.within(moment, self.now)

    def _sentence(self, detail: IncidentDetail, item: JournalItem) -> Sentence | None:
        author = isolated(author_of(item))
        if item.kind == EntryKind.LOGGED:
            return _logged(detail, item, author)
        if item.kind == EntryKind.REASSIGNED_UNSEEN:
            text = tr("It was reassigned; the source counted this without naming the group.")
            return Sentence(item, "users", "slate", (Span(text),))
        if item.kind == EntryKind.LINK and item.changes:
            return _linked(item, author)
        if item.kind in _TOLD_APART:
            return Sentence(item, *_TOLD_APART[EntryKind(item.kind)](item, author))
        state = next((change for change in item.changes if change.field == "state"), None)
        if item.kind == EntryKind.STATE and state is not None:
            return self._moved(item, author, state)
        return self._changed(item, author)

    def _moved(self, item: JournalItem, author: str, state: Change) -> Sentence:
        if _gives_back(item):
            return _went_back(item, author, state)
        new = state.new or ""
        icon, tone = _STATE_ICONS.get(new, ("history", "slate"))
        spans = [Span(author, strong=True), Span(f" {_verb(state)}")]
        told = {change.field: change.new for change in item.changes if change.new}
        if new == State.ON_HOLD and "hold_reason" in told:
            spans += [Span(": "), Span(self.value("hold_reason", told["hold_reason"]), strong=True)]
            if "hold_until" in told:
                spans += [Span(tr(" until ")), Span(self.value("hold_until", told["hold_until"]), strong=True)]
        for field in ("resolution_code", "close_cause"):
            if field in told and new in {State.RESOLVED, State.CLOSED}:
                spans += [Span(": "), Span(self.value(field, told[field]), strong=True)]
        known = {"state", "hold_reason", "hold_until", "resolution_code", "close_cause"}
        left = left_behind(item.changes)
        rest = [change for change in item.changes if change.field not in known and change is not left]
        spans += [*back_in_queue(item), *self._list(rest, "; ")]
        return Sentence(item, icon, tone, tuple(spans))

    def _changed(self, item: JournalItem, author: str) -> Sentence | None:
        shown = [change for change in item.changes if change.field not in _TOLD_BY_THE_SENTENCE]
        imported = item.kind == EntryKind.IMPORTED
        if not shown:
            return _imported(item) if imported else None
        if _gives_back(item):
            told = (Span(author, strong=True), Span(tr(" took back: ")), *self._list(shown, ""))
            return Sentence(item, "undo-2", "slate", told)
        if [change.field for change in shown] == ["assignee_id"] and shown[0].new:
            if shown[0].new == item.author_name:
                return Sentence(item, "circle-user", "slate", (Span(author, strong=True), Span(tr(" took it"))))
            spans = (Span(author, strong=True), Span(tr(" assigned it to ")), Span(isolated(shown[0].new), strong=True))
            return Sentence(item, "circle-user", "slate", spans)
        if returned := by_the_desk(item):
            return Sentence(item, "inbox", "slate", tuple(returned))
        verb = tr(" changed ")
        icon = "database" if imported else "flag" if shown[0].field == "priority" else "pencil"
        return Sentence(item, icon, "slate", (Span(author, strong=True), Span(verb), *self._list(shown, "")))

    def _list(self, changes: Sequence[Change], start: str) -> list[Span]:
        spans: list[Span] = []
        for change in changes:
            if change.field in _TOLD_BY_THE_SENTENCE:
                continue
            spans.append(Span((", " if spans else start) + field_name(change.field)))
            spans += self._values(change)
        return spans

    def _values(self, change: Change) -> list[Span]:
        if change.field in LONG_FIELDS:
            return []
        old, new = (value and self.value(change.field, value) for value in (change.old, change.new))
        if change.field in _FREE_TEXTS:
            # Else nobody sees where what somebody wrote begins and ends.
            old, new = (value and quoted(value) for value in (old, new))
        if not new:
            return [Span(tr(" {old} → none", old=old or "–"))]
        return [Span(f" {old} → " if old else " "), Span(new, strong=True)]

    def value(self, field: str, value: str) -> str:
        """A value of the journal in the words of the desk."""
        if field == "state":
            return state_look(value).label
        if field in {"priority", "computed_priority"} and value.isdecimal():
            return f"P{value}"
        if field in {"impact", "urgency"} and value.isdecimal():
            labels = self.matrix.impact_labels if field == "impact" else self.matrix.urgency_labels
            return labels[int(value) - 1] if 1 <= int(value) <= len(labels) else value
        if field in MOMENTS:
            return self._moment(value)
        shown = field_value(field, value)
        return isolated(shown if len(shown) <= VALUE_LIMIT else f"{shown[:VALUE_LIMIT]}…")

    def _moment(self, value: str) -> str:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return value
        return value if moment.tzinfo is None else self.formats.within(moment, self.now)


def words_of(part: Part) -> str:
    """All that is read of a part, for finding words in it; a fold has none of its own."""
    if isinstance(part, Sentence):
        return "".join(span.text for span in part.spans)
    if isinstance(part, Message):
        files = (file.file_name for file in part.item.attachments)
        return "\n".join((part.author, part.role, part.body, *files))
    return ""


def author_of(item: JournalItem) -> str:
    """Who did it: the person, else the source the entry came from, else the desk itself."""
    return item.author_name or item.source or tr("The desk")


def _is_noted(item: JournalItem) -> bool:
    """Whether the body is told as a sentence; what has paragraphs was written by a person and is shown as written."""
    if item.kind == EntryKind.CHANGE and item.changes:
        return False
    return item.kind in _NOTED and bool(item.body) and "\n" not in (item.body or "")


def _message(detail: IncidentDetail, item: JournalItem) -> Message:
    caller = detail.caller
    author = author_of(item)
    note = item.visibility != Visibility.PUBLIC
    if item.kind == EntryKind.LOGGED and caller is not None:
        # What was logged are the caller's words, whoever typed them.
        return Message(item, caller.name, note=False, role=caller.job_title or tr("Caller"), by_caller=True)
    if caller is not None and item.author_id == caller.id:
        return Message(item, author, note, caller.job_title or tr("Caller"), by_caller=True)
    moved_to = next((change.new for change in item.changes if change.field == "state"), None)
    role = {State.RESOLVED.value: tr("Resolution"), State.CANCELED.value: tr("Reason")}.get(moved_to or "", "")
    original = next((change.new for change in item.changes if change.field == FOLLOWED), None)
    if original:
        role = tr("Told with {original}", original=original)
    return Message(item, author, note, role)


def _logged(detail: IncidentDetail, item: JournalItem, author: str) -> Sentence:
    channel = Channel(detail.channel) if detail.channel in set(Channel) else Channel.OTHER
    icon, words = _LOGGED.get(channel, ("plus", tr("logged the incident of")))
    spans = [Span(author, strong=True), Span(f" {words}")]
    if detail.caller is not None and item.author_id == detail.caller.id:
        how = {Channel.PORTAL: tr("reported it on the portal"), Channel.EMAIL: tr("reported it by e-mail")}
        spans[1] = Span(f" {how.get(channel, tr('reported it'))}")
    elif detail.caller is not None:
        spans += [Span(" "), Span(isolated(detail.caller.name), strong=True)]
    elif channel in _LOGGED:
        spans[1] = Span(tr(" logged the alert") if channel is Channel.MONITORING else tr(" logged the incident"))
    return Sentence(item, icon, "slate", tuple(spans))


def _gives_back(item: JournalItem) -> bool:
    return any(change.field == TAKEN_BACK for change in item.changes)


def _imported(item: JournalItem) -> Sentence:
    told = tr("Imported from {source}", source=isolated(item.source or tr("a file")))
    return Sentence(item, "database", "slate", (Span(told),))


def _went_back(item: JournalItem, author: str, state: Change) -> Sentence:
    again = Span(state_look(state.new or "–").label, strong=True), Span(tr(" again"))
    told = Span(author, strong=True), Span(tr(" took the step back: ")), *again, *back_in_queue(item)
    return Sentence(item, "undo-2", "slate", told)


def _verb(change: Change) -> str:
    ended = {State.RESOLVED, State.CLOSED, State.CANCELED}
    if change.new == State.IN_PROGRESS:
        if change.old in ended:
            return tr("reopened it")
        return tr("resumed work") if change.old == State.ON_HOLD else tr("started work")
    known = {
        "on_hold": tr("put it on hold"), "resolved": tr("resolved it"), "closed": tr("closed it"),
        "canceled": tr("canceled it"),
    }  # fmt: skip
    return known.get(change.new or "") or tr(
        "changed Status to {state_look}", state_look=state_look(change.new or "–").label
    )


_LINKS = {
    "link_parent": tr("made it a child of"), "link_parent_of": tr("made it the parent of"),
    "link_duplicate": tr("merged it, as a duplicate, into"), "link_duplicate_of": tr("merged into it the duplicate"),
    "link_related": tr("related it to"), "link_related_of": tr("related it to"),
}  # fmt: skip
_UNLINKS = {"link_duplicate": tr("took back the merge into"), "link_duplicate_of": tr("took back the merge of")}


def _linked(item: JournalItem, author: str) -> Sentence:
    change = next((each for each in item.changes if each.field in _LINKS), item.changes[0])
    if change.new:
        verb, number = _LINKS.get(change.field, tr("linked it to")), change.new
        icon = "git-merge" if change.field in _UNLINKS else "link-2"
    else:
        verb, number, icon = _UNLINKS.get(change.field, tr("removed the link to")), change.old or "", "unlink"
    told = Span(author, strong=True), Span(f" {verb} "), Span(number, strong=True), *back_in_queue(item)
    return Sentence(item, icon, "slate", told)


def _fold(parts: Sequence[Message | Sentence], unfolded: frozenset[str]) -> Iterable[Part]:
    run: list[Sentence] = []
    for part in [*parts, None]:
        if isinstance(part, Sentence):
            run.append(part)
            continue
        yield from _folded(run, unfolded)
        run = []
        if part is not None:
            yield part


def _folded(run: list[Sentence], unfolded: frozenset[str]) -> Iterable[Part]:
    if len(run) < FOLDED_FROM or run[1].item.id in unfolded:
        yield from run
        return
    yield run[0]
    yield Fold(tuple(run[1:-1]))
    yield run[-1]
