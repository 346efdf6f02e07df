"""What a reader of another desk's file delivers, in the words of this desk, and what it could not read.

Readers parse and deliver; the import service decides what is new. Texts stand as the source wrote them, names are
names (the service finds or makes the people and groups), times are UTC.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from app.domain.errors import DeskError
from app.domain.wording import tr

Progress = Callable[[int, int], None]
"""Told (done, total) now and then; it may raise to stop the work, which must then leave everything as it was."""


def no_progress(_done: int, _total: int) -> None:
    """For callers that need no word of the progress."""


class Fault(NamedTuple):
    """One thing that a file has wrong: the line in the file, counted from 1, and a sentence."""

    line: int
    reason: str


class UnreadableFile(DeskError):
    """The file as a whole cannot be read without guessing, so nothing of it was imported."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        shown = "\n".join(tr("Line {line}: {reason}", line=fault.line, reason=fault.reason) for fault in faults[:10])
        more = tr("\nand {count} more", count=len(faults) - 10) if len(faults) > 10 else ""
        super().__init__(tr("{shown}{more}\nNothing was imported.", shown=shown, more=more))
        self.faults = faults


class FieldChange(NamedTuple):
    """One field that a source row changed; None means missing. A field may change twice in one row."""

    field: str
    old: str | None
    new: str | None


class SourceRow(NamedTuple):
    """One row of the source as a fact: where it stands, when it happened, who did it, what it changed.

    `key` has 16 hex digits that tell the row from all others of its time; the same row has the same key in every file
    that holds it.
    `unseen_reassignments` counts what the source counted without showing another group.
    """

    line: int
    at: datetime
    author: str | None
    key: str
    changes: list[FieldChange]
    unseen_reassignments: int = 0


@dataclass(slots=True)
class SourceIncident:
    """One incident as its last row tells it, with all its rows in the order in which they happened."""

    number: str
    opened_at: datetime
    rows: tuple[SourceRow, ...]
    state: str
    hold_reason: str | None = None
    impact: int | None = None
    urgency: int | None = None
    priority: int | None = None
    group: str | None = None
    assignee: str | None = None
    caller: str | None = None
    opened_by: str | None = None
    resolved_by: str | None = None
    category: str | None = None
    subcategory: str | None = None
    site: str | None = None
    configuration_item: str | None = None
    channel: str | None = None
    short_description: str | None = None
    description: str | None = None
    resolution_code: str | None = None
    resolution_notes: str | None = None
    created_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    made_sla: bool | None = None
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Delivery:
    """All that a reader took from one file.

    `rows` counts the data rows of the file, the rejected ones too. An incident with a rejected row is left out
    whole, so that none is half imported: `left_out` names it with the line that is to blame.
    """

    source: str
    rows: int = 0
    incidents: list[SourceIncident] = field(default_factory=list)
    rejected: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)


class CountedStep(NamedTuple):
    """One row as the counters see it: the visible state and group, and what the source had counted by then."""

    state: str | None
    group: str | None
    reassignments: int
    reopenings: int


class Reconciled(NamedTuple):
    """What to add to a row so that the facts agree with the source's own counts."""

    unseen_reassignments: int
    uncounted_group_change: bool
    unseen_reopenings: int


_ENDED = frozenset({"resolved", "closed"})


def visible_reopenings(states: Iterable[str | None]) -> int:
    """How often the states in this order go from resolved or closed back to open; unknown ones are passed over."""
    count, before = 0, None
    for state in states:
        if state is None:
            continue
        count += before in _ENDED and state not in _ENDED
        before = state
    return count


def reconcile(steps: Sequence[CountedStep]) -> dict[int, Reconciled]:
    """Where the source counted a reassignment or reopening that the rows do not show, or did not count one they show.

    The answer maps the places of such rows to what is to be added there. With it, the visible changes of group and the
    unseen ones, less the uncounted ones, make the source's last count, in whatever order it counted; and so do the
    reopenings, unless more are visible than it counted. A change from or to a missing group is not visible here,
    because the first assignment is not a reassignment (product research 3.10).
    """
    unseen: dict[int, int] = {}
    reopened: dict[int, int] = {}
    visible: list[int] = []
    last_count = steps[-1].reassignments
    groups = states = 0
    group, state = None, None
    for place, step in enumerate(steps):
        if place and group is not None and step.group is not None and step.group != group:
            visible.append(place)
            groups += 1
        group = step.group
        if step.state is not None:
            states += state in _ENDED and step.state not in _ENDED
            state = step.state
        counted = min(step.reassignments, last_count)
        if counted > groups:
            unseen[place], groups = counted - groups, counted
        if step.reopenings > states:
            reopened[place], states = step.reopenings - states, step.reopenings
    surplus = groups - last_count
    uncounted = set(visible[-surplus:]) if surplus > 0 else set()
    return {
        place: Reconciled(unseen.get(place, 0), place in uncounted, reopened.get(place, 0))
        for place in sorted({*unseen, *uncounted, *reopened})
    }
