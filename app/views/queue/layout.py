"""Which line of the table is a head and which is a row of the database; arithmetic over the counts, no rows needed."""

from bisect import bisect_right
from typing import Final, NamedTuple

from app.services.incidents.queue_dto import GroupCount, QueueSummary


class Head(NamedTuple):
    """The head of a group as a line of the table."""

    group: GroupCount
    collapsed: bool


class Held(NamedTuple):
    """Where a row stands that is kept although the list has it no longer: its line, and how many rows of the group with
    this key are above it; the key is empty where there are no heads.
    """

    line: int
    group: str
    above: int


HELD: Final = -100
"""The offset of the row that is held: before all that the service counts."""


class QueueLayout:
    """Lines are heads and rows together; row offsets count only the rows of open groups, as the service does.

    A row that is held has a line among them, and no place in what the service counts.
    """

    def __init__(
        self, summary: QueueSummary, collapsed: frozenset[str] = frozenset(), held: Held | None = None
    ) -> None:
        self.summary = summary
        self.collapsed = collapsed
        self.held_line: int | None = None
        self._head_lines: list[int] = []
        self._first_offsets: list[int] = []
        group_of_held = self._group_of(held)
        line = offset = 0
        for number, group in enumerate(self.summary.groups):
            self._head_lines.append(line)
            self._first_offsets.append(offset)
            shown = 0 if group.key in self.collapsed else group.incidents
            line += 1 + shown
            offset += shown
            if held is not None and number == group_of_held and group.key not in self.collapsed:
                self.held_line = line - shown + min(held.above if group.key == held.group else shown, shown)
                line += 1
        self.rows = offset if self.summary.groups else self.summary.total
        if not self.summary.groups:
            line = self.rows
            if held is not None:
                self.held_line = min(held.above, line)
                line += 1
        self.lines = line

    def _group_of(self, held: Held | None) -> int:
        """The group in which the held row stands: its own or, where that is empty now, the one before it."""
        if held is None:
            return -1
        line, before = 0, 0
        for number, group in enumerate(self.summary.groups):
            if group.key == held.group:
                return number
            if line < held.line:
                before = number
            line += 1 + (0 if group.key in self.collapsed else group.incidents)
        return before

    def place_to_hold(self, line: int) -> Held:
        """Where the row on this line stands, for holding it there."""
        number = self._group_number(line)
        if number < 0:
            return Held(line, "", line)
        return Held(line, self.summary.groups[number].key, line - self._head_lines[number] - 1)

    def head_at(self, line: int) -> Head | None:
        """The head on this line, or None where a row stands."""
        number = self._group_number(line)
        if number < 0 or self._head_lines[number] != line:
            return None
        group = self.summary.groups[number]
        return Head(group, group.key in self.collapsed)

    def line_of_head(self, key: str) -> int | None:
        """The line on which the head of a group stands; None where the group is not there any more."""
        lines = (line for line, group in zip(self._head_lines, self.summary.groups, strict=True) if group.key == key)
        return next(lines, None)

    def offset_at(self, line: int) -> int | None:
        """The offset of the row on this line, or None for a head; `HELD` for the row that is held."""
        if line == self.held_line:
            return HELD
        number = self._group_number(line)
        head = self._head_lines[number] if number >= 0 else -1
        if head == line:
            return None
        held_above = self.held_line is not None and head < self.held_line < line
        return (self._first_offsets[number] if number >= 0 else 0) + line - head - 1 - held_above

    def line_of(self, offset: int) -> int:
        """The line on which the row with this offset stands."""
        if offset == HELD and self.held_line is not None:
            return self.held_line
        # Empty and collapsed groups share their first offset with the next one; the last of them has the row.
        number = bisect_right(self._first_offsets, offset) - 1
        head, first = (self._head_lines[number], self._first_offsets[number]) if number >= 0 else (-1, 0)
        line = head + 1 + offset - first
        return line + (self.held_line is not None and head < self.held_line <= line)

    def head_above(self, line: int) -> Head | None:
        """The head of the group to which a line belongs."""
        number = self._group_number(line)
        return None if number < 0 else self.head_at(self._head_lines[number])

    def head_lines(self) -> list[int]:
        """The lines on which heads stand."""
        return self._head_lines

    def _group_number(self, line: int) -> int:
        return bisect_right(self._head_lines, line) - 1
