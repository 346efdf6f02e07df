"""The rows of a list as a document, upright text on paper that lies across: all of them, not those that fit a screen.

Priority, status and clock are told in words, so that it says the same on every printer.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from typing import NamedTuple

from app.domain.instants import micros, moment
from app.domain.numbers import incident_number
from app.domain.sla.display import LEVEL_LABELS, level_at
from app.domain.vocabulary import MajorState, State
from app.domain.wording import tr, trn
from app.reports.blocks import Block, Stack, Text, text
from app.reports.naming import list_file_name
from app.reports.page import Furniture, Metadata, render
from app.reports.progress import Progress
from app.reports.review.cover import cover
from app.reports.review.document import Fact
from app.reports.styles import BODY, CAPTION, H2, INK2, TABLE, TABLE_STRONG, Across
from app.reports.tables import table
from app.reports.text import Run
from app.reports.times import clock, date_and_clock, day_and_month
from app.services.exporting.shown import ShownList
from app.services.incidents.queue_dto import QueueRow

_SHARES = (0.098, 0.085, 0.08, 0.237, 0.12, 0.115, 0.095, 0.085, 0.085)
_SMALL = CAPTION.but(colour=INK2)
_ASK_EVERY = 100
_MAJOR = {
    MajorState.ACCEPTED.value: lambda: tr("Major incident"),
    MajorState.PROPOSED.value: lambda: tr("Proposed as a major incident"),
}


class ListHead(NamedTuple):
    """What the head says of a list: its name, its filter and order in words, and who made the document."""

    title: str
    filter_text: str
    sorted_by: str
    grouped_by: str
    made_by: str


def build_list_pdf(
    shown: ShownList,
    head: ListHead,
    zone: tzinfo,
    paper: Across = Across.A4,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The list as a PDF, its times in the zone; equal lists give equal bytes.

    `progress` is called with the share of the work done (0 to 1); ReportCancelledError is raised soon after
    `cancelled` says yes. May be called from any thread.
    """
    made = date_and_clock(shown.at.astimezone(zone))
    furniture = Furniture(
        header=head.title, header_right=made, footer=list_file_name(shown.at, zone).removesuffix(".pdf"),
        footer_middle=tr("Internal"),
    )  # fmt: skip
    metadata = Metadata(
        title=head.title,
        author=head.made_by,
        subject=tr("List of incidents, {moment}", moment=made),
        keywords=(head.filter_text,),
        made_at=shown.at,
    )
    going = Progress(progress, cancelled)
    blocks = [*_head(shown, head, zone, paper), *_Rows(shown, zone, going).blocks()]
    return render(blocks, paper, furniture, metadata, going)


def _head(shown: ShownList, head: ListHead, zone: tzinfo, paper: Across) -> list[Block]:
    made = date_and_clock(shown.at.astimezone(zone))
    facts = (
        Fact(tr("Filter"), head.filter_text),
        Fact(tr("Sorted by"), head.sorted_by),
        Fact(tr("Grouped by"), head.grouped_by),
        Fact(tr("Incidents"), _counted(shown.summary.total)),
        Fact(tr("As it was"), f"{made} ({zone})"),
        Fact(tr("Made by"), head.made_by),
    )
    return cover(tr("List of incidents"), made, head.title, facts, paper.text_width)


def _counted(count: int) -> str:
    return trn("{n} incident", "{n} incidents", count)


class _Rows:
    """The rows, below the heads that the list has on the screen."""

    def __init__(self, shown: ShownList, zone: tzinfo, progress: Progress) -> None:
        self._shown, self._zone, self._progress = shown, zone, progress
        self._now = micros(shown.at)

    def blocks(self) -> Iterator[Block]:
        """A table for each head, or one for all."""
        rows = self._shown.rows
        if not rows:
            yield text(tr("No incident matches this filter."), BODY, before=12)
            return
        begin = 0
        for group in self._shown.summary.groups:
            title = f"{group.label} · {_counted(group.incidents)}"
            yield Text((Run(title),), H2, 12, 3, keep_with_next=True, bookmark=title)
            # Both were read in one moment, so the heads count what stands below them.
            yield self._table(rows[begin : begin + group.incidents])
            begin += group.incidents
        if not self._shown.summary.groups:
            yield self._table(rows, before=8)

    def _table(self, rows: tuple[QueueRow, ...], before: float = 0) -> Block:
        heads = (
            tr("Number"), tr("Priority"), tr("Status"), tr("Short description"), tr("Caller"),
            tr("Assignment group"), tr("Assignee"), tr("Opened"), tr("Due"),
        )  # fmt: skip
        made = table(heads, _SHARES, list(self._told(rows)))
        made.before = before
        return made

    def _told(self, rows: tuple[QueueRow, ...]) -> "Iterator[tuple[Block | str, ...]]":
        for number, row in enumerate(rows):
            if number % _ASK_EVERY == 0:
                # Nothing is set yet, but thousands of rows take seconds, and somebody may not want them.
                self._progress.reach(0.0)
            yield self._cells(row)

    def _cells(self, row: QueueRow) -> tuple[Block | str, ...]:
        about: list[Block] = [text(row.short_description, TABLE)]
        if row.major_state in _MAJOR:
            about.append(text(_MAJOR[row.major_state](), _SMALL))
        caller = row.caller_name or ""
        return (
            text(incident_number(row.number), TABLE_STRONG),
            self._priority(row.priority),
            _state(row.state),
            Stack(about),
            f"{caller} ({tr('VIP')})" if row.vip else caller,
            row.group_name or "",
            row.assignee_name or tr("Unassigned"),
            self._when(row.reported_at),
            self._due(row),
        )

    def _priority(self, priority: int) -> str:
        labels = self._shown.priority_labels
        return f"P{priority} {labels[priority - 1]}" if 1 <= priority <= len(labels) else f"P{priority}"

    def _due(self, row: QueueRow) -> Block:
        level = tr(LEVEL_LABELS[level_at(row.sla, self._now)])
        if row.sla.due is None:
            return text(level, TABLE)
        return Stack([text(self._when(moment(row.sla.due)), TABLE), text(level, _SMALL)])

    def _when(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        if local.year != self._shown.at.astimezone(self._zone).year:
            return date_and_clock(local)
        return tr("{day}, {time}", day=day_and_month(local), time=clock(local))


def _state(state: str) -> str:
    return State(state).label if state in set(State) else state.replace("_", " ").capitalize()
