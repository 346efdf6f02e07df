"""What a page is made of: blocks that know their height, can be split between pages and draw themselves.

reportlab's own flowables are not used: its Paragraph reads markup and takes time that grows with the square
of the length, its Table the same with the number of rows, and neither keeps its end with what follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from typing_extensions import override

from app.reports.lines import Line, break_lines
from app.reports.pen import Pen
from app.reports.styles import BODY, TextStyle
from app.reports.text import Run


class Block:
    """A stretch of a page over a given width; all lengths in points.

    `before` and `after` are the least space to the neighbours (the larger of two meeting ones counts);
    `keep_with_next` forbids a page break behind it, `keep_tail` one between its end and the next block.
    """

    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    keep_tail: bool = False
    bookmark: str | None = None

    @property
    def weight(self) -> int:
        """How much of the work it is, beside others: a row of a table counts as one paragraph."""
        return 1

    def height(self, width: float) -> float:
        """Its full height."""
        raise NotImplementedError

    def lead(self, width: float) -> float:
        """The least height with which it may begin at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple["Block | None", "Block | None"]:
        """What fits into `room`, and the rest; (None, itself) when nothing may stand there."""
        return (self, None) if self.height(width) <= room else (None, self)

    def split_tail(self, width: float) -> tuple["Block | None", "Block"]:
        """Its beginning, and the least end of it that the next block may stand with."""
        del width
        return None, self

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draws it with its upper left corner at (x, top)."""
        raise NotImplementedError


@dataclass
class Text(Block):
    """A paragraph, or several with line breaks between them."""

    runs: Sequence[Run]
    style: TextStyle = BODY
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    bookmark: str | None = None
    most_lines: int | None = None
    _broken: tuple[float, list[Line]] | None = field(default=None, repr=False)

    def lines(self, width: float) -> list[Line]:
        """Its lines when broken to `width`; remembered, because height, split and draw all ask."""
        if self._broken is None or self._broken[0] != width:
            self._broken = (width, break_lines(self.runs, self.style, width))
        return self._broken[1]

    @override
    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    @override
    def lead(self, width: float) -> float:
        count = len(self.lines(width))
        # Never the first line alone, nor all but the last one.
        return (count if count <= 3 else 2) * self.style.leading

    @override
    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        lines = self.lines(width)
        fitting = int(room / self.style.leading + 1e-6)
        if fitting >= len(lines):
            return self, None
        fitting = min(fitting, len(lines) - 2)
        if fitting < 2:
            return None, self
        return self._part(width, lines[:fitting]), self._part(width, lines[fitting:])

    def _part(self, width: float, lines: list[Line]) -> "Text":
        return Text((), self.style, 0, self.after, self.keep_with_next, None, None, (width, lines))

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        # The letters stand so that the space left over by the leading is shared above and below them.
        baseline = top - (self.style.leading + self.style.size * 0.7) / 2
        for line in self.lines(width):
            shift = width - line.width if line.from_right else 0.0
            pen.line_of_text(line, x + shift, baseline, self.style.size)
            baseline -= self.style.leading


def text(content: str, style: TextStyle = BODY, *, before: float = 0, after: float = 0) -> Text:
    """A block of one piece of text in one style."""
    return Text((Run(content),), style, before, after)


@dataclass
class Gap(Block):
    """Empty space, left out at the top of a page."""

    size: float

    @override
    def height(self, width: float) -> float:
        del width
        return self.size

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


@dataclass
class Rule(Block):
    """A line over the whole width."""

    colour: str
    thickness: float
    before: float = 0.0
    after: float = 0.0

    @override
    def height(self, width: float) -> float:
        del width
        return self.thickness

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        middle = top - self.thickness / 2
        pen.rule(x, middle, x + width, middle, self.colour, self.thickness)


@dataclass
class Stack(Block):
    """Blocks one below the other, as the content of a cell or a box."""

    blocks: Sequence[Block]
    before: float = 0.0
    after: float = 0.0

    def _tops(self, width: float) -> list[float]:
        tops: list[float] = []
        depth = 0.0
        for index, block in enumerate(self.blocks):
            if index:
                depth += max(self.blocks[index - 1].after, block.before)
            tops.append(depth)
            depth += block.height(width)
        return [*tops, depth]

    @override
    def height(self, width: float) -> float:
        return self._tops(width)[-1]

    @override
    def lead(self, width: float) -> float:
        depth = 0.0
        for block in self.blocks:
            if not block.keep_with_next:
                return depth + block.lead(width)
            depth += block.height(width) + block.after
        return depth

    @override
    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        tops = self._tops(width)
        if tops[-1] <= room:
            return self, None
        for index, block in enumerate(self.blocks):
            if tops[index] + block.height(width) <= room:
                continue
            head, tail = block.split(width, room - tops[index])
            upper = [*self.blocks[:index], *([head] if head else [])]
            lower = [*([tail] if tail else []), *self.blocks[index + 1 :]]
            while head is None and upper and upper[-1].keep_with_next:
                lower.insert(0, upper.pop())
            return (Stack(upper) if upper else None), Stack(lower)
        return self, None

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for block, depth in zip(self.blocks, self._tops(width)[:-1], strict=True):
            block.draw(pen, x, top - depth, width)


@dataclass
class Together(Stack):
    """Blocks that stay on one page, as far as one page holds them."""

    @override
    def lead(self, width: float) -> float:
        return self.height(width)


# Characters of one paragraph; a longer one is divided, so that giving up never has to wait for long.
_LONGEST = 20_000


def prose(content: str, style: TextStyle = BODY) -> list[Text]:
    """Running text as one block a paragraph; empty lines become space between paragraphs."""
    blocks: list[Text] = []
    space = 0.0
    for line in content.splitlines():
        if not line.strip():
            space = style.leading * 0.5
            continue
        for part in _divided(line):
            blocks.append(Text((Run(part),), style, space))
            space = 0.0
    return blocks


def _divided(line: str) -> list[str]:
    parts = []
    start = 0
    while len(line) - start > _LONGEST:
        end = line.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        parts.append(line[start:end])
        start = end
    return [*parts, line[start:]]


@dataclass
class Indented(Block):
    """A block with free space at its left, and a mark in that space if it has one: "check" or "triangle"."""

    block: Block
    indent: float
    right: float = 0.0
    mark: str | None = None
    before: float = 0.0
    after: float = 0.0

    @override
    def height(self, width: float) -> float:
        return self.block.height(width - self.indent - self.right)

    @override
    def lead(self, width: float) -> float:
        return self.block.lead(width - self.indent - self.right)

    @override
    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        head, tail = self.block.split(width - self.indent - self.right, room)
        upper = replace(self, block=head) if head else None
        # The mark stands at the beginning only.
        lower = replace(self, block=tail, mark=self.mark if head is None else None) if tail else None
        return upper, lower

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self.mark == "check":
            pen.check(x, top - 11, 10)
        elif self.mark == "triangle":
            pen.triangle(x, top - 11, 9.5)
        self.block.draw(pen, x + self.indent, top, width - self.indent - self.right)
