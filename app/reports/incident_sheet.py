"""One incident as a document: its head, its fields, its clocks, what was reported, and the whole journal in its order.

A copy for the caller holds no internal entry, and no field that is the desk's own; the head says which copy it is.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Final, NamedTuple

from app.domain.field_names import MOMENTS, field_name, field_value
from app.domain.instants import micros
from app.domain.numbers import incident_number
from app.domain.priority import PriorityMatrix
from app.domain.retelling import retold
from app.domain.sla.display import CLOCK_LABELS, LEVEL_LABELS, Level, level_at, target_length
from app.domain.taking_back import TAKEN_BACK
from app.domain.vocabulary import EntryKind, LinkKind, MajorState, State, Visibility
from app.domain.wording import tr
from app.reports.blocks import Block, Indented, Text, prose, text
from app.reports.fonts import Face
from app.reports.naming import incident_file_name
from app.reports.page import Furniture, Metadata, h1, render
from app.reports.progress import Progress
from app.reports.review.cover import cover
from app.reports.review.document import Fact
from app.reports.styles import BODY, CAPTION, INK2, INK3, TABLE, TABLE_STRONG, Paper
from app.reports.tables import table
from app.reports.text import Run
from app.reports.times import date_and_clock
from app.services.incidents.dto import AttachmentInfo, Change, IncidentDetail, JournalItem
from app.services.sla.dto import ClockView, IncidentClocks

_ENTRY = TABLE.but(face=Face.MEDIUM)
_CHANGE = TABLE.but(colour=INK2)
_FILE = CAPTION.but(colour=INK2)
_INDENT: Final = 12.0
_TOLD_BY_THE_PROGRAM: Final = frozenset(
    {EntryKind.ESCALATION, EntryKind.SLA, EntryKind.LINK, EntryKind.CHANGE, EntryKind.MAJOR, EntryKind.REVIEW}
)
_FOR_THE_PROGRAM: Final = frozenset({TAKEN_BACK, "resolved_by_id", "closed_by_id", "caller_vip"})
"""Changes that say nothing to people beside who did it and when."""


class Copy(NamedTuple):
    """Which copy it is: whether internal entries are in it, who made it, and when (UTC)."""

    with_internal: bool
    made_by: str
    made_at: datetime


def build_incident_pdf(
    detail: IncidentDetail,
    clocks: IncidentClocks,
    matrix: PriorityMatrix,
    copy: Copy,
    zone: tzinfo,
    paper: Paper = Paper.A4,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The incident as a PDF, its times in the zone; equal incidents give equal bytes.

    `progress` is called with the share of the work done (0 to 1); ReportCancelledError is raised soon after
    `cancelled` says yes. May be called from any thread.
    """
    number, made = incident_number(detail.number), date_and_clock(copy.made_at.astimezone(zone))
    furniture = Furniture(
        header=f"{number} {detail.short_description}",
        header_right=made,
        footer=incident_file_name(detail.number, with_internal=copy.with_internal).removesuffix(".pdf"),
        footer_middle=tr("Internal") if copy.with_internal else tr("Copy for the caller"),
    )
    metadata = Metadata(
        title=f"{number} {detail.short_description}",
        author=copy.made_by,
        subject=tr("Incident {number}, {moment}", number=number, moment=made),
        keywords=(number,),
        made_at=copy.made_at,
    )
    blocks = list(_Sheet(detail, clocks, matrix, copy, zone).blocks(paper.text_width))
    return render(blocks, paper, furniture, metadata, Progress(progress, cancelled))


class _Sheet:
    """The blocks of the document."""

    def __init__(
        self, detail: IncidentDetail, clocks: IncidentClocks, matrix: PriorityMatrix, copy: Copy, zone: tzinfo
    ) -> None:
        self._detail, self._clocks, self._matrix, self._copy, self._zone = detail, clocks, matrix, copy, zone

    def blocks(self, width: float) -> Iterator[Block]:
        """From the title to the last entry."""
        detail = self._detail
        made = self._when(self._copy.made_at)
        kind = tr("Incident {number}", number=incident_number(detail.number))
        yield from cover(kind, made, detail.short_description, list(self._facts()), width)
        yield h1(tr("Properties"))
        yield self._properties()
        yield h1(tr("Clocks"))
        yield from self._clock_rows()
        for title, words in self._texts():
            yield h1(title)
            yield from prose(words)
        yield h1(tr("Journal"))
        yield from self._journal()

    def _facts(self) -> Iterator[Fact]:
        detail = self._detail
        internal = tr("Included") if self._copy.with_internal else tr("Not included: copy for the caller")
        yield Fact(tr("Priority"), self._level("priority", detail.priority))
        yield Fact(tr("Status"), _state(detail.state))
        yield Fact(tr("Caller"), detail.caller.name if detail.caller is not None else tr("Nobody was named"))
        yield Fact(tr("Assignment group"), detail.group_name or tr("No group"))
        yield Fact(tr("Assignee"), detail.assignee_name or tr("Nobody"))
        yield Fact(tr("Reported"), self._when(detail.reported_at))
        yield Fact(tr("Internal notes"), internal)
        yield Fact(tr("As it was"), f"{self._when(self._copy.made_at)} ({self._zone})")
        yield Fact(tr("Made by"), self._copy.made_by)

    def _properties(self) -> Block:
        detail = self._detail
        rows: list[tuple[str, str | None]] = [
            (name, getattr(detail, f"{name.removesuffix('_id')}_name"))
            for name in ("service_id", "category_id", "subcategory_id", "configuration_item_id", "site_id")
        ]
        rows += [(name, getattr(detail, name)) for name in ("channel", "resolution_code")]
        rows += [(name, _iso(getattr(detail, name))) for name in ("resolved_at", "closed_at")]
        if self._copy.with_internal:
            rows += [("impact", str(detail.impact)), ("urgency", str(detail.urgency))]
            rows += [
                (name, getattr(detail, name))
                for name in (
                    "override_reason", "hold_reason", "problem_ref", "change_ref", "caused_by_change_ref",
                    "business_unit", "tags", "close_cause", "cancel_reason",
                )
            ]  # fmt: skip
            rows += [(name, _iso(getattr(detail, name))) for name in ("hold_until", "snoozed_until")]
            rows += [("minutes_spent", str(detail.minutes_spent) if detail.minutes_spent else None)]
            rows += [("major_state", None if detail.major_state == MajorState.NONE else detail.major_state)]
        said: list[tuple[Block | str, ...]] = [
            (field_name(name), self._value(name, value)) for name, value in rows if value
        ]
        if self._copy.with_internal:
            said += [(tr("Linked"), _linked(link.kind, link.number, link.short_description)) for link in detail.links]
        return table((tr("Field"), tr("Value")), (0.3, 0.7), said)

    def _clock_rows(self) -> Iterator[Block]:
        shown = [view for view in self._clocks.clocks if self._level_of(view) is not Level.NONE]
        if not shown:
            yield text(tr("No service level applies to this incident."), BODY)
            return
        heads = (tr("Clock"), tr("Target"), tr("Started"), tr("Due"), tr("Stopped"), tr("Result"))
        yield table(heads, (0.16, 0.14, 0.18, 0.18, 0.18, 0.16), [self._clock(view) for view in shown])

    def _clock(self, view: ClockView) -> tuple[Block | str, ...]:
        target = tr("promised by hand") if view.face.promised else target_length(view.face.target or 0)
        level = self._level_of(view)
        return (
            text(tr(CLOCK_LABELS[view.clock]), TABLE_STRONG),
            target,
            *(self._when(at) if at is not None else "" for at in (view.started_at, view.due_at, view.stopped_at)),
            tr(LEVEL_LABELS[level]),
        )

    def _level_of(self, view: ClockView) -> Level:
        return level_at(view.face, micros(self._clocks.now))

    def _texts(self) -> Iterator[tuple[str, str]]:
        names = ["description", "resolution_notes"]
        if self._copy.with_internal:
            names += ["business_impact", "cause", "workaround"]
        for name in names:
            words = getattr(self._detail, name)
            if words:
                yield field_name(name), words

    def _journal(self) -> Iterator[Block]:
        items = [
            item for item in self._detail.journal if self._copy.with_internal or item.visibility == Visibility.PUBLIC
        ]
        if not items:
            yield text(tr("There is no entry."), BODY)
        for item in items:
            yield from self._entry(item)

    def _entry(self, item: JournalItem) -> Iterator[Block]:
        author = item.author_name or item.source or tr("The desk")
        runs = [
            Run(self._when(item.occurred_at)),
            Run(f"  {author}", Face.SEMIBOLD),
            Run(f"  {_kind(item)}", None, INK3),
        ]
        lines: list[Block] = []
        body = item.body or ""
        if item.kind == EntryKind.LOGGED and body == self._detail.description:
            body = ""  # It stands above, as the details.
        if body:
            lines += prose(retold(body) if item.kind in _TOLD_BY_THE_PROGRAM else body)
        lines += [text(self._change(change), _CHANGE) for change in _for_people(item.changes)]
        lines += [text(_file(info), _FILE) for info in item.attachments]
        yield Text(runs, _ENTRY, 8, 1, keep_with_next=bool(lines))
        for line in lines:
            yield Indented(line, _INDENT, before=line.before)

    def _change(self, change: Change) -> str:
        old, new = (self._value(change.field, value) if value else tr("none") for value in (change.old, change.new))
        if not change.old:
            return f"{field_name(change.field)}: {new}"
        return f"{field_name(change.field)}: {old} → {new}"

    def _value(self, field: str, value: str) -> str:
        if field == "state":
            return _state(value)
        if field in {"priority", "computed_priority", "impact", "urgency"} and value.isdecimal():
            return self._level(field, int(value))
        if field in MOMENTS:
            try:
                at = datetime.fromisoformat(value)
            except ValueError:
                return value
            return value if at.tzinfo is None else self._when(at)
        return field_value(field, value)

    def _level(self, field: str, value: int) -> str:
        by_field = {"impact": self._matrix.impact_labels, "urgency": self._matrix.urgency_labels}
        labels = by_field.get(field, self._matrix.priority_labels)
        label = labels[value - 1] if 1 <= value <= len(labels) else ""
        return (label or str(value)) if field in by_field else f"P{value} {label}".strip()

    def _when(self, at: datetime) -> str:
        return date_and_clock(at.astimezone(self._zone))


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _state(state: str) -> str:
    return State(state).label if state in set(State) else state.replace("_", " ").capitalize()


def _kind(item: JournalItem) -> str:
    if item.visibility == Visibility.INTERNAL and item.kind == EntryKind.WORK_NOTE:
        return tr("Internal note")
    return EntryKind(item.kind).label if item.kind in set(EntryKind) else item.kind


def _for_people(changes: Sequence[Change]) -> Iterator[Change]:
    return (change for change in changes if change.field not in _FOR_THE_PROGRAM)


def _linked(kind: str, number: int, short_description: str) -> str:
    said = LinkKind(kind).label if kind in set(LinkKind) else tr(kind)
    return f"{said}: {incident_number(number)} {short_description}"


def _file(info: AttachmentInfo) -> str:
    size = f"{info.size} B" if info.size < 1_000 else f"{info.size / 1_000:.0f} KB"
    if info.removed_at is not None:
        return tr("Attachment {name}, {size}, its content was removed", name=info.file_name, size=size)
    return tr("Attachment {name}, {size}", name=info.file_name, size=size)
