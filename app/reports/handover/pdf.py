"""From a hand-over as the desk keeps it to the bytes of its PDF.

The sheet lies on a desk where anybody can read it: of a restricted incident it says its number, its owner and its time.
"""

from collections.abc import Callable
from datetime import date, datetime, tzinfo

from app.domain.handover import Block as Part
from app.domain.handover import standing_words
from app.domain.wording import inside, tr
from app.reports.blocks import Block, Rule, Stack, Text, prose, text
from app.reports.fonts import Face
from app.reports.handover.naming import file_name, group_name
from app.reports.handover.parts import SHEET, SHEET_SMALL, SHEET_STRONG, Foot, OneLine, Ruled, Strip, TickBox
from app.reports.page import Furniture, Metadata, render
from app.reports.progress import Progress
from app.reports.review.cover import Cover
from app.reports.styles import FACT, H2, HEAD_RULE, INK, LABEL, TABLE_HEAD, TITLE_RULE, Paper
from app.reports.tables import Row, Table
from app.reports.text import Run
from app.reports.times import clock, date_and_clock, day_and_month
from app.services.handovers.dto import HandoverDetail, Line

_SHARES = (0.035, 0.15, 0.285, 0.14, 0.235, 0.155)
_FREE_LINES = 3
_SPARE = 2.0


def build_handover_pdf(
    detail: HandoverDetail,
    zone: tzinfo,
    paper: Paper = Paper.A4,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The sheet as a PDF, its times in the zone; equal hand-overs give equal bytes.

    `progress` is called with the share of the work done (0 to 1); ReportCancelledError is raised soon after
    `cancelled` says yes. May be called from any thread.
    """
    row = detail.row
    steps = Progress(progress, cancelled)
    title = tr("Hand-over of {group}", group=inside(group_name(detail)))
    handed = date_and_clock(row.handed_at.astimezone(zone))
    furniture = Furniture(
        header=title, header_right=handed, footer=file_name(detail, zone).removesuffix(".pdf"),
        footer_middle=tr("Internal"),
    )  # fmt: skip
    metadata = Metadata(
        title=title,
        author=row.handed_by,
        subject=tr("Hand-over sheet, {moment}", moment=handed),
        keywords=(group_name(detail), row.handed_by),
        made_at=row.handed_at,
    )
    return render(_blocks(detail, zone), paper, furniture, metadata, steps)


def _blocks(detail: HandoverDetail, zone: tzinfo) -> list[Block]:
    row = detail.row
    blocks: list[Block] = [
        Cover(tr("Hand-over sheet"), date_and_clock(row.handed_at.astimezone(zone)), group_name(detail)),
        Rule(INK, TITLE_RULE, after=4),
        _facts(detail, zone),
        Strip([(str(figure.value), figure.label) for figure in detail.figures]),
        text(tr("Counted without incidents that are restricted to a group."), SHEET_SMALL, before=3),
    ]
    today = row.handed_at.astimezone(zone).date()
    for number, part in enumerate(Part, 1):
        blocks += _part(number, part, [line for line in detail.lines if line.block is part], zone, today)
    blocks += [_head(f"6  {tr('Notes')}"), *prose(detail.notes_on_paper, SHEET), Ruled(_FREE_LINES)]
    taken_at = "" if row.taken_at is None else date_and_clock(row.taken_at.astimezone(zone))
    return [*blocks, Foot(row.taken_by or "", taken_at)]


def _facts(detail: HandoverDetail, zone: tzinfo) -> Block:
    row, shift = detail.row, detail.row.shift
    facts = (
        (tr("Shift"), tr("{start} to {end}", start=_span(shift.begins, zone), end=_span(shift.ends, zone))),
        (tr("Handed over by"), row.handed_by),
        (tr("Handed over to"), row.handed_to or tr("Whoever comes next")),
        (tr("Next shift until"), _span(shift.next_ends, zone)),
    )
    cells: list[Block | None] = [
        Stack([text(label, LABEL, after=0.5), text(value, FACT)]) for label, value in facts
    ]  # fmt: skip
    return Row(cells, (0.35, 0.23, 0.23, 0.19), thickness=0, padding=(3.0, 4.0), gap=10)


def _span(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return tr("{day}, {time}", day=day_and_month(local), time=clock(local))


def _head(title: str) -> Text:
    return Text((Run(title),), H2, 10, 3, keep_with_next=True, bookmark=title)


def _part(number: int, part: Part, lines: list[Line], zone: tzinfo, today: date) -> list[Block]:
    head = _head(f"{number}  {part.label}")
    if not lines:
        return [head, text(tr("None."), SHEET)]
    heads = ("", tr("Number"), tr("Short description"), tr("Owner"), tr("Next step"), tr("Time"))
    top = Row([text(each, TABLE_HEAD) if each else None for each in heads], _SHARES, INK, HEAD_RULE)
    return [head, Table(_SHARES, top, [_row(line, zone, today) for line in lines])]


def _row(line: Line, zone: tzinfo, today: date) -> Row:
    summary, step = line.summary, line.next_step
    if line.is_restricted:
        summary, step = tr("Restricted: open it in Mainstay"), ""
    times: list[Block] = []
    if line.at is not None:
        local = line.at.astimezone(zone)
        when = clock(local) if local.date() == today else _span(line.at, zone)
        times = [OneLine(when, SHEET.but(face=Face.MEDIUM)), OneLine(line.at_kind.label, SHEET_SMALL)]
    cells: list[Block | None] = [
        TickBox(line.is_checked),
        OneLine(line.number, SHEET_STRONG),
        Stack([OneLine(summary), OneLine(standing_words(line.block, line.standing), SHEET_SMALL)]),
        text(line.owner or tr("Nobody"), SHEET),
        text(step, SHEET),
        Stack(times) if times else None,
    ]
    return Row(cells, _SHARES, padding=(_SPARE, _SPARE))
