"""The heads of a grouped queue in words; the same for the prepared statement and for its kept text."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from app.domain.sla.display import Level
from app.domain.vocabulary import State
from app.domain.wording import marked, tr
from app.services.incidents.queue_dto import GroupCount, QueueSummary

NONE_VALUE = "none"
"""The key of the head over rows that have none."""

UNGROUPED = "none"


class SlaHead(NamedTuple):
    """A head of the queue grouped by clocks; those without a level are stretches of time until the due instant."""

    key: str
    label: str
    level: Level | None = None


HEADS: Final = (
    SlaHead("breached", marked("Breached"), Level.BREACHED),
    SlaHead("hour", marked("Due within 1 hour")),
    SlaHead("today", marked("Due today")),
    SlaHead("later", marked("Due later")),
    SlaHead("paused", marked("Paused"), Level.PAUSED),
    SlaHead("missed", marked("Missed"), Level.MISSED),
    SlaHead("met", marked("Met"), Level.MET),
    SlaHead("no_target", marked("No target"), Level.NONE),
)
PLACES: Final = {head.key: place for place, head in enumerate(HEADS)}


def summary_of(group_by: str, rows: Iterable[Sequence[Any]], priority_labels: Sequence[str]) -> QueueSummary:
    """The summary made of what the database counted: key, name and number of each group, or one number in all; of heads
    of clocks one row with the number of each.

    `priority_labels` are the words of the desk's priority matrix, the first one for priority 1.
    """
    if group_by == UNGROUPED:
        return QueueSummary(sum(row[-1] for row in rows))
    if group_by == "sla":
        groups = tuple(
            GroupCount(head.key, tr(head.label), count)
            for row in rows
            for head, count in zip(HEADS, row, strict=True)
            if count
        )
    else:
        groups = tuple(
            GroupCount(NONE_VALUE if key is None else str(key), _label(group_by, label, priority_labels), count)
            for key, label, count in rows
        )
    return QueueSummary(sum(group.incidents for group in groups), groups)


def _label(group_by: str, label: Any, priority_labels: Sequence[str]) -> str:
    if group_by == "priority":
        inside = 1 <= label <= len(priority_labels)
        return f"P{label} {priority_labels[label - 1] if inside else label}"
    if group_by == "state":
        return State(label).label
    return label or (tr("No assignment group") if group_by == "group" else tr("Unassigned"))
