"""What the timeline tells of a checklist: one sentence for each step that was added, done, skipped or taken away."""

from typing import Final

from app.domain.wording import quoted, tr
from app.services.incidents.dto import Change, JournalItem
from app.views.widgets.spans import Span, isolated

_TOLD: Final = {
    "checklist_added": ("list-checks", "slate", tr("added the step")),
    "checklist_template": ("list-checks", "slate", tr("added the checklist")),
    "checklist_done": ("check", "green", tr("did")),
    "checklist_skipped": ("ban", "slate", tr("skipped")),
    "checklist_open": ("rotate-ccw", "slate", tr("opened again")),
    "checklist_removed": ("trash-2", "slate", tr("removed the step")),
    "checklist_back": ("undo-2", "slate", tr("brought back the step")),
    "checklist_text": ("pencil", "slate", tr("reworded the step")),
    "checklist_changed": ("pencil", "slate", tr("changed who does it, or until when:")),
}


def checklist_sentence(item: JournalItem, author: str) -> tuple[str, str, tuple[Span, ...]]:
    """The icon, its colour and the sentence about an entry of the kind `checklist`."""
    change = item.changes[0] if item.changes else Change("", None, None)
    icon, tone, verb = _TOLD.get(change.field, ("list-checks", "slate", tr("changed the checklist")))
    words = [Span(author, strong=True), Span(f" {verb} ")]
    if change.old and change.new:
        words += [Span(f"{quoted(isolated(change.old))} → ")]
    words += [Span(quoted(isolated(change.new or change.old or "")), strong=True)]
    return icon, tone, tuple(words)
