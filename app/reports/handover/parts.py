"""The blocks that only a hand-over sheet has: numbers in a strip, lines with a box to tick, and the foot to sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import override

from app.domain.wording import tr
from app.reports.blocks import Block
from app.reports.fonts import Face
from app.reports.pen import Pen
from app.reports.styles import INK, INK2, INK3, KEY_NUMBER, TextStyle

SHEET = TextStyle(Face.REGULAR, 10, 13)
SHEET_STRONG = TextStyle(Face.MEDIUM, 10, 13)
SHEET_SMALL = TextStyle(Face.REGULAR, 8, 10.5, INK2)
_BOX = 9.0
_RULE_STEP = 20.0


@dataclass
class OneLine(Block):
    """A text that is cut with an ellipsis rather than broken."""

    content: str
    style: TextStyle = SHEET

    @override
    def height(self, width: float) -> float:
        del width
        return self.style.leading

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        baseline = top - (self.style.leading + self.style.size * 0.7) / 2
        pen.text(self.content, self.style, x, baseline, width)


@dataclass
class TickBox(Block):
    """A square to tick by hand, or ticked."""

    is_ticked: bool = False

    @override
    def height(self, width: float) -> float:
        del width
        return SHEET.leading

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        bottom = top - (SHEET.leading + _BOX) / 2
        pen.box(x + 0.5, bottom, _BOX, _BOX, border=INK, thickness=0.9)
        if self.is_ticked:
            pen.check(x + 1.5, bottom + 1, _BOX - 2, INK)


@dataclass
class Strip(Block):
    """Numbers side by side, each with what it is; in black on white, so that every printer prints it."""

    numbers: Sequence[tuple[str, str]]
    before: float = 8.0
    after: float = 2.0

    @override
    def height(self, width: float) -> float:
        del width
        return 44.0

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        wide, bottom = width / len(self.numbers), top - 44.0
        pen.box(x, bottom, width, 44.0, border=INK, radius=4, thickness=0.8)
        for index, (value, label) in enumerate(self.numbers):
            left = x + index * wide
            if index:
                pen.rule(left, bottom + 8, left, top - 8, INK3, 0.5)
            pen.text(value, KEY_NUMBER, left + 10, top - 22, wide - 14)
            pen.text(label, SHEET_SMALL, left + 10, top - 36, wide - 14)


@dataclass
class Ruled(Block):
    """Lines to write on by hand."""

    count: int
    before: float = 6.0

    @override
    def height(self, width: float) -> float:
        del width
        return self.count * _RULE_STEP

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for number in range(1, self.count + 1):
            pen.rule(x, top - number * _RULE_STEP, x + width, top - number * _RULE_STEP, INK3, 0.5)


@dataclass
class Foot(Block):
    """Who took the shift over and when; both empty to be written by hand."""

    taken_by: str
    taken_at: str
    before: float = 18.0

    @override
    def height(self, width: float) -> float:
        del width
        return 34.0

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        line = top - 20
        for left, wide, said, label in (
            (x, width * 0.56, self.taken_by, tr("Taken over by")),
            (x + width * 0.62, width * 0.38, self.taken_at, tr("Time")),
        ):
            pen.text(said, SHEET_STRONG, left, line + 4, wide)
            pen.rule(left, line, left + wide, line, INK, 0.8)
            pen.text(label, SHEET_SMALL, left, line - 11, wide)
