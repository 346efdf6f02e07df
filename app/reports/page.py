"""Pages: blocks are set one below the other, then drawn with a header, a footer and bookmarks.

Where pages break is settled before anything is drawn, so every page knows how many there are.
"""

import io
import itertools
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName, PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from app.domain.wording import language_tag, tr
from app.reports.blocks import Block, Text
from app.reports.fonts import Face, metrics
from app.reports.pen import Pen
from app.reports.progress import Progress
from app.reports.styles import (
    BOTTOM,
    FOOTER,
    H1,
    H1_AFTER,
    H1_BEFORE,
    HAIRLINE,
    HEADER,
    INK2,
    SIDE,
    SMALL_FOOTER,
    TOP,
    TOP_FIRST,
    Across,
    Paper,
)
from app.reports.text import Run

# reportlab cuts the font files at the end, and its reader of a font file keeps a place in it.
_saving = threading.Lock()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the text: the header from page 2 on, the footer on each page, and `small` below it."""

    header: str
    header_right: str
    footer: str
    footer_middle: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself; `made_at` is an aware time in UTC and is the only time in the file."""

    title: str
    author: str
    subject: str
    keywords: Sequence[str]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the height of its upper edge above the foot of the paper, in points."""

    block: Block
    top: float


@dataclass
class Setter:
    """Sets blocks on pages of a paper; the result is in `pages`."""

    paper: Paper | Across
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    _y: float = 0.0
    _after: float = 0.0
    _done: int = 0

    def __post_init__(self) -> None:
        self._y = self.paper.height - TOP_FIRST

    def set(self, blocks: Sequence[Block], progress: Progress) -> None:
        """Sets all blocks; reports progress from 0 to 0.5."""
        queue = deque(blocks)
        width = self.paper.text_width
        # One table may be nearly all of it, so what is left of a block counts, and not how many blocks are left.
        whole = max(1, sum(block.weight for block in blocks))
        while queue:
            progress.reach(0.5 * min(1.0, self._done / whole))
            block = queue.popleft()
            room = self._room(block)
            empty = not self.pages[-1]
            if not empty and self._need(block, queue) > room:
                self._turn(queue, block)
                continue
            head, tail = block.split(width, room)
            if head is None:
                if not empty:
                    self._turn(queue, block)
                    continue
                head, tail = (
                    block,
                    None,
                )  # taller than a page and not to be split: better cut than never ending
            if tail is None and block.keep_tail and self._leaves_next_alone(block, queue, room):
                first, last = block.split_tail(width)
                if first is not None or not empty:
                    if first is not None:
                        self._place(first)
                    self._turn(queue, last)
                    continue
            self._place(head)
            if tail is not None:
                self._turn(queue, tail)

    def _room(self, block: Block) -> float:
        gap = max(self._after, block.before) if self.pages[-1] else 0.0
        return self._y - gap - BOTTOM

    def _need(self, block: Block, following: Sequence[Block]) -> float:
        """The height `block` must have to begin here, with what must follow it on the same page."""
        width = self.paper.text_width
        need = 0.0
        for other in following:
            if not block.keep_with_next:
                break
            need += block.height(width) + max(block.after, other.before)
            block = other
        return need + block.lead(width)

    def _leaves_next_alone(self, block: Block, queue: deque[Block], room: float) -> bool:
        if not queue:
            return False
        rest = room - block.height(self.paper.text_width) - max(block.after, queue[0].before)
        return self._need(queue[0], list(queue)[1:8]) > rest

    def _turn(self, queue: deque[Block], block: Block) -> None:
        queue.appendleft(block)
        self.pages.append([])
        self._y = self.paper.height - TOP
        self._after = 0.0

    def _place(self, block: Block) -> None:
        if self.pages[-1]:
            self._y -= max(self._after, block.before)
        self.pages[-1].append(Placed(block, self._y))
        self._done += block.weight
        self._y -= block.height(self.paper.text_width)
        self._after = block.after


def render(
    blocks: Sequence[Block], paper: Paper | Across, furniture: Furniture, metadata: Metadata, progress: Progress
) -> bytes:
    """The PDF of `blocks`; equal input gives equal bytes. Raises ReportCancelledError when given up."""
    setter = Setter(paper)
    setter.set(blocks, progress)
    buffer = io.BytesIO()
    canvas = _canvas(buffer, paper, metadata)
    pen = Pen(canvas)
    numbers = itertools.count()
    for number, placed in enumerate(setter.pages, 1):
        progress.reach(0.5 + 0.4 * (number - 1) / len(setter.pages))
        for item in placed:
            if item.block.bookmark:
                # A bookmark's key is only its number, because a title may hold anything.
                _bookmark(canvas, f"h{next(numbers)}", item.block.bookmark, item.top)
            item.block.draw(pen, SIDE, item.top, paper.text_width)
        _furnish(pen, paper, furniture, number, len(setter.pages))
        canvas.showPage()
    progress.reach(0.9)
    with _saving:
        canvas.save()
    progress.reach(1.0)
    return buffer.getvalue()


def _canvas(buffer: io.BytesIO, paper: Paper | Across, metadata: Metadata) -> Any:
    metrics(Face.REGULAR)  # makes the face known, which is then the first font instead of Helvetica
    canvas = Canvas(
        buffer,
        pagesize=paper.value,
        invariant=1,
        pageCompression=1,
        initialFontName=Face.REGULAR.value,
        lang=language_tag(),
    )
    canvas.setTitle(_plain(metadata.title))
    canvas.setAuthor(_plain(metadata.author))
    canvas.setSubject(_plain(metadata.subject))
    canvas.setKeywords(", ".join(_plain(word) for word in metadata.keywords))
    canvas.setCreator("Mainstay")
    canvas.setProducer("Mainstay, with reportlab")
    canvas.setDateFormatter(lambda *_: _pdf_date(metadata.made_at))
    canvas.showOutline()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # Opens at the top of page 1, as wide as the reader's window; reportlab has no call of its own for it.
    opening = PDFArray([PDFObjectReference("Page1"), PDFName("FitH"), round(paper.height)])
    canvas._doc.Catalog.OpenAction = opening  # noqa: SLF001 - see above
    return canvas


def _pdf_date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")


def _plain(text: str) -> str:
    """`text` as a PDF viewer's own lists can show it: one line, nothing that cannot be encoded."""
    visible = "".join(letter if letter.isprintable() else "\ufffd" for letter in text[:500])
    return " ".join(visible.split())


def _bookmark(canvas: Any, key: str, title: str, top: float) -> None:
    canvas.bookmarkHorizontalAbsolute(key, top + 8)
    canvas.addOutlineEntry(_plain(title), key, 0)


def _furnish(pen: Pen, paper: Paper | Across, furniture: Furniture, number: int, count: int) -> None:
    right = paper.width - SIDE
    wide = paper.text_width
    if number > 1:
        baseline = paper.height - 41
        pen.text(furniture.header, HEADER, SIDE, baseline, wide * 0.62)
        pen.text(furniture.header_right, HEADER.but(face=Face.REGULAR), right, baseline, wide * 0.36, 1)
        pen.rule(SIDE, paper.height - 51, right, paper.height - 51, HAIRLINE, 0.5)
    pen.rule(SIDE, 36, right, 36, HAIRLINE, 0.5)
    middle = pen.text(furniture.footer_middle, FOOTER, paper.width / 2, 23, wide * 0.24, 0.5)
    pen.text(furniture.footer, FOOTER, SIDE, 23, (wide - middle) / 2 - 10)
    page = tr("Page {number} of {count}", number=number, count=count)
    pen.text(page, FOOTER.but(face=Face.MEDIUM, colour=INK2), right, 23, wide * 0.24, 1)
    pen.text(furniture.small, SMALL_FOOTER, SIDE, 12.5, wide)


def h1(title: str) -> Text:
    """A heading with a bookmark, kept with what follows it."""
    return Text((Run(title),), H1, H1_BEFORE, H1_AFTER, keep_with_next=True, bookmark=title)
