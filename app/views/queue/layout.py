"""Which line of the table is a head and which is a row of the database; arithmetic over the counts, no rows needed."""

from bisect import bisect_right
from typing import NamedTuple

from app.services.incidents.queue_dto import GroupCount, QueueSummary


class Head(NamedTuple):
    """The head of a group as a line of the table."""

    group: GroupCount
    collapsed: bool


class QueueLayout:
    """Lines are heads and rows together; row offsets count only the rows of open groups, as the service does."""

    def __init__(self, summary: QueueSummary, collapsed: frozenset[str] = frozenset()) -> None:
        self.summary = summary
        self.collapsed = collapsed
        self._head_lines: list[int] = []
        self._first_offsets: list[int] = []
        line = offset = 0
        for group in self.summary.groups:
            self._head_lines.append(line)
            self._first_offsets.append(offset)
            shown = 0 if group.key in self.collapsed else group.incidents
            line += 1 + shown
            offset += shown
        grouped = bool(self.summary.groups)
        self.lines = line if grouped else self.summary.total
        self.rows = offset if grouped else self.summary.total

    def head_at(self, line: int) -> Head | None:
        """The head on this line, or None where a row stands."""
        number = self._group_number(line)
        if number < 0 or self._head_lines[number] != line:
            return None
        group = self.summary.groups[number]
        return Head(group, group.key in self.collapsed)

    def offset_at(self, line: int) -> int | None:
        """The offset of the row on this line, or None for a head."""
        number = self._group_number(line)
        if number < 0:
            return line
        head = self._head_lines[number]
        return None if head == line else self._first_offsets[number] + line - head - 1

    def line_of(self, offset: int) -> int:
        """The line on which the row with this offset stands."""
        if not self._first_offsets:
            return offset
        # Empty and collapsed groups share their first offset with the next one; the last of them has the row.
        number = bisect_right(self._first_offsets, offset) - 1
        return self._head_lines[number] + 1 + offset - self._first_offsets[number]

    def head_above(self, line: int) -> Head | None:
        """The head of the group to which a line belongs."""
        number = self._group_number(line)
        return None if number < 0 else self.head_at(self._head_lines[number])

    def head_lines(self) -> list[int]:
        """The lines on which heads stand."""
        return self._head_lines

    def _group_number(self, line: int) -> int:
        return bisect_right(self._head_lines, line) - 1
