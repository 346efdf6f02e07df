"""How the timeline tells that an incident came back to the queue because whoever had it is not at the desk any more."""

from collections.abc import Sequence

from app.domain.vocabulary import EntryKind
from app.domain.wording import tr
from app.services.incidents.dto import Change, JournalItem
from app.views.widgets.spans import Span, isolated


def left_behind(changes: Sequence[Change]) -> Change | None:
    """The change by which a step leaves the assignee behind; nothing else that steps write takes one away."""
    return next((each for each in changes if each.field == "assignee_id" and each.old and not each.new), None)


def back_in_queue(item: JournalItem) -> list[Span]:
    """What follows the sentence about the step that opened it again; nothing for any other step."""
    left = left_behind(item.changes)
    if left is None:
        return []
    return [Span(tr("; back in the queue, unassigned: {name} is no longer at the desk", name=isolated(left.old or "")))]


def by_the_desk(item: JournalItem) -> list[Span]:
    """The same as a sentence of its own, where the desk did it after a caller had reopened the incident."""
    left = left_behind(item.changes)
    if left is None or len(item.changes) > 1 or item.author_name or item.kind != EntryKind.CHANGE:
        return []
    return [Span(tr("Back in the queue, unassigned: {name} is no longer at the desk", name=isolated(left.old or "")))]
