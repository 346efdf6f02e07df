"""What changed between two texts, line by line."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from app.domain.wording import tr

_NEAR = 3
"""So many unchanged lines around a change are shown."""


class LineChange(StrEnum):
    """What became of a line; `GAP` stands for unchanged lines that are left out."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    GAP = "gap"


class DiffLine(NamedTuple):
    """A line of either text; that of a gap says how many lines were left out."""

    change: LineChange
    text: str


def diff_lines(before: str, after: str) -> tuple[DiffLine, ...]:
    """The changed lines of two texts with some unchanged ones around them; empty when nothing changed."""
    if before == after:
        return ()
    old, new = before.splitlines(), after.splitlines()
    matcher = SequenceMatcher(None, old, new)
    lines: list[DiffLine] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            lines += _kept(old[old_from:old_to], is_first=old_from == 0, is_last=old_to == len(old))
            continue
        lines += [DiffLine(LineChange.REMOVED, line) for line in old[old_from:old_to]]
        lines += [DiffLine(LineChange.ADDED, line) for line in new[new_from:new_to]]
    return tuple(lines)


def _kept(lines: list[str], *, is_first: bool, is_last: bool) -> Iterator[DiffLine]:
    head = 0 if is_first else _NEAR
    tail = 0 if is_last else _NEAR
    left_out = len(lines) - head - tail
    if left_out <= 1:
        yield from (DiffLine(LineChange.SAME, line) for line in lines)
        return
    yield from (DiffLine(LineChange.SAME, line) for line in lines[:head])
    yield DiffLine(LineChange.GAP, tr("{left_out} lines unchanged", left_out=left_out))
    yield from (DiffLine(LineChange.SAME, line) for line in lines[len(lines) - tail :])
