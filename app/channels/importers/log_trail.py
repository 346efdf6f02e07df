"""The rows of one incident as they are gathered from a log: the first whole, the others as differences.

A log repeats the whole record in every row; keeping differences takes a tenth of the memory and is what the history
needs anyway.
"""

from typing import NamedTuple

from app.channels.importers.log_columns import CALM, STAMP, Column

Row = tuple[str, ...]
"""All cells of a row in the order of `Column`, columns that the log does not have after them."""

_CALM = int(CALM)
_RESTLESS_PLACES = range(STAMP, _CALM)


class Step(NamedTuple):
    """One row: where it stands, its stamp, and (place, text) of every other cell that differs from the row before.

    `tie` counts the rows before it that have the same modification count and time.
    """

    line: int
    mod_count: str
    updated_at: str
    updated_by: str
    differing: list[tuple[int, str]]
    tie: int


class Trail:
    """All rows of one incident in the order of the file."""

    __slots__ = ("_calm", "_restless", "first", "steps")

    def __init__(self, first: Row, step: Step) -> None:
        self.first = first
        self.steps = [step]
        self._restless = first[STAMP:_CALM]
        self._calm = first[_CALM:]

    def move_to(self, row: Row) -> list[tuple[int, str]]:
        """What differs in this row from the one before, which it then replaces."""
        differing = []
        restless, calm = row[STAMP:_CALM], row[_CALM:]
        if restless != self._restless:
            pairs = zip(_RESTLESS_PLACES, restless, self._restless, strict=True)
            differing = [(place, new) for place, new, old in pairs if new != old]
            self._restless = restless
        if calm != self._calm:
            pairs = zip(range(_CALM, len(row)), calm, self._calm, strict=True)
            differing += [(place, new) for place, new, old in pairs if new != old]
            self._calm = calm
        return differing

    @property
    def last(self) -> Row:
        """The last row, whole."""
        step = self.steps[-1]
        return (self.first[0], step.mod_count, step.updated_at, step.updated_by, *self._restless, *self._calm)


def unfold(trail: Trail) -> list[Row]:
    """Every row, whole."""
    row = list(trail.first)
    rows = []
    for step in trail.steps:
        row[Column.SYS_MOD_COUNT] = step.mod_count
        row[Column.SYS_UPDATED_AT] = step.updated_at
        row[Column.SYS_UPDATED_BY] = step.updated_by
        for place, text in step.differing:
            row[place] = text
        rows.append(tuple(row))
    return rows


def fold(steps: list[Step], rows: list[Row]) -> Trail:
    """A trail of these rows in this order; the steps give their lines and ties."""
    trail = Trail(rows[0], steps[0]._replace(differing=[]))
    for step, row in zip(steps[1:], rows[1:], strict=True):
        trail.steps.append(step._replace(differing=trail.move_to(row)))
    return trail
