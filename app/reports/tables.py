"""Rows and tables: columns are shares of the text width, heads repeat, small rows stay whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from typing_extensions import override

from app.reports.blocks import Block, text
from app.reports.pen import Pen
from app.reports.styles import (
    CELL_ABOVE,
    CELL_BELOW,
    CELL_GAP,
    HAIRLINE,
    HEAD_RULE,
    INK,
    ROW_RULE,
    TABLE,
    TABLE_HEAD,
)

# A row up to this height (points) moves to the next page as a whole; a taller one is split.
_WHOLE_ROW = 150.0


@dataclass
class Row(Block):
    """Cells side by side; `shares` of the width add up to 1. A rule is drawn below it."""

    cells: Sequence[Block | None]
    shares: Sequence[float]
    rule: str = HAIRLINE
    thickness: float = ROW_RULE
    padding: tuple[float, float] = (CELL_ABOVE, CELL_BELOW)
    gap: float = CELL_GAP
    _height: tuple[float, float] | None = field(default=None, repr=False)

    def _widths(self, width: float) -> list[float]:
        widths = [share * width - self.gap for share in self.shares]
        widths[-1] += self.gap
        return widths

    @override
    def height(self, width: float) -> float:
        if self._height is None or self._height[0] != width:
            tallest = max(
                (cell.height(wide) for cell, wide in zip(self.cells, self._widths(width), strict=True) if cell),
                default=0.0,
            )
            self._height = (width, tallest + sum(self.padding))
        return self._height[1]

    @override
    def lead(self, width: float) -> float:
        full = self.height(width)
        if full <= _WHOLE_ROW:
            return full
        cells = zip(self.cells, self._widths(width), strict=True)
        return max(cell.lead(wide) for cell, wide in cells if cell) + sum(self.padding)

    @override
    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        if self.height(width) <= room:
            return self, None
        if self.lead(width) > room:
            return None, self
        room -= sum(self.padding)
        parts = [
            cell.split(wide, room) if cell else (None, None)
            for cell, wide in zip(self.cells, self._widths(width), strict=True)
        ]
        upper = replace(self, cells=[part[0] for part in parts], _height=None)
        lower = replace(self, cells=[part[1] for part in parts], _height=None)
        return upper, lower

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        left = x
        for cell, share, wide in zip(self.cells, self.shares, self._widths(width), strict=True):
            if cell:
                cell.draw(pen, left, top - self.padding[0], wide)
            left += share * width
        if self.thickness:
            foot = top - self.height(width)
            pen.rule(x, foot, x + width, foot, self.rule, self.thickness)


@dataclass
class Table(Block):
    """Rows below a head that is repeated on each page. The time it takes grows with its rows, no faster."""

    shares: Sequence[float]
    head: Row
    rows: Sequence[Row]
    before: float = 0.0
    after: float = 0.0
    keep_tail: bool = False

    @property
    @override
    def weight(self) -> int:
        return len(self.rows)

    @override
    def height(self, width: float) -> float:
        return self.head.height(width) + sum(row.height(width) for row in self.rows)

    @override
    def lead(self, width: float) -> float:
        first = self.rows[0].lead(width)
        if len(self.rows) > 1 and first == self.rows[0].height(width):
            first += self.rows[1].lead(width)
        return self.head.height(width) + first

    @override
    def split(self, width: float, room: float) -> tuple[Block | None, Block | None]:
        room -= self.head.height(width)
        count = 0
        while count < len(self.rows) and self.rows[count].height(width) <= room:
            room -= self.rows[count].height(width)
            count += 1
        if count == len(self.rows):
            return self, None
        upper, lower = self.rows[count].split(width, room)
        above = [*self.rows[:count], *([upper] if isinstance(upper, Row) else [])]
        below = [*([lower] if isinstance(lower, Row) else []), *self.rows[count + 1 :]]
        if upper is None and len(below) == 1 and len(above) > 2:
            # A single last row on a new page would look lost.
            below.insert(0, above.pop())
        return self._with(above), self._with(below)

    @override
    def split_tail(self, width: float) -> tuple[Block | None, Block]:
        del width
        if len(self.rows) <= 3:
            return None, self
        last = self._with(self.rows[-2:])
        return self._with(self.rows[:-2]), last or self

    def _with(self, rows: Sequence[Row]) -> "Table | None":
        return replace(self, rows=rows, before=0.0) if rows else None

    @override
    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for row in (self.head, *self.rows):
            row.draw(pen, x, top, width)
            top -= row.height(width)


def table(heads: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Block | str]]) -> Table:
    """A table of texts and blocks; `shares` of the text width add up to 1."""
    head = Row([text(label, TABLE_HEAD) if label else None for label in heads], shares, INK, HEAD_RULE)
    return Table(shares, head, [Row([_cell(cell) for cell in row], shares) for row in rows])


def _cell(cell: Block | str) -> Block:
    return text(cell, TABLE) if isinstance(cell, str) else cell
