"""The rows of one incident as they are gathered from a log: the first whole, the others as differences.

A log repeats the whole record in every row; keeping differences takes a tenth of the memory and is what the history
needs anyway.
"""

from collections.abc import Sequence

from app.channels.importers.log_columns import CALM, STAMP

Row = tuple[str, ...]
"""All cells of a row in the order of `Column`, columns that the log does not have after them."""

_TIME_STAMP = STAMP - 1
_RESTLESS_PLACES = range(STAMP, CALM)

Cells = Sequence[tuple[int, str]]
"""Places and texts of cells."""

Step = tuple[int, str, str, str, Cells, int]
"""One row: its line, its stamp (modification count, time, author), every other cell that differs from the row before,
and how many rows before it have the same count and time. A bare tuple, because a log has very many of them."""


class Trail:
    """All rows of one incident in the order of the file."""

    __slots__ = ("_calm", "_calm_places", "_restless", "first", "steps")

    def __init__(self, stamp: Row, restless: Row, calm: Row, step: Step) -> None:
        self.first: Row = (*stamp, *restless, *calm)
        self.steps = [step]
        self._restless = restless
        self._calm = calm
        self._calm_places = range(CALM, len(self.first))

    def move_to(self, restless: Row, calm: Row) -> Cells:
        """What differs from the row before in the cells of this row, which they replace; its stamp is no part of it."""
        differing: Cells = ()
        # Both rows have the width of the header; asking for it again would cost a tenth of the comparison.
        if restless != self._restless:
            pairs = zip(_RESTLESS_PLACES, restless, self._restless)  # noqa: B905  # see above
            differing = [(place, new) for place, new, old in pairs if new != old]
            self._restless = restless
        if calm != self._calm:
            pairs = zip(self._calm_places, calm, self._calm)  # noqa: B905  # see above
            differing = [*differing, *[(place, new) for place, new, old in pairs if new != old]]
            self._calm = calm
        return differing

    def ties(self, row: Row) -> int:
        """How many rows have the stamp of this one, or -1 if one of them is this very row."""
        same = [known for known in unfold(self) if known[1:_TIME_STAMP] == row[1:_TIME_STAMP]]
        return -1 if row in same else len(same)

    @property
    def last(self) -> Row:
        """The last row, whole."""
        _line, mod_count, updated_at, updated_by, _differing, _tie = self.steps[-1]
        return (self.first[0], mod_count, updated_at, updated_by, *self._restless, *self._calm)


def unfold(trail: Trail) -> list[Row]:
    """Every row, whole."""
    row = list(trail.first)
    rows = []
    for _line, mod_count, updated_at, updated_by, differing, _tie in trail.steps:
        row[1:STAMP] = mod_count, updated_at, updated_by
        for place, text in differing:
            row[place] = text
        rows.append(tuple(row))
    return rows


def fold(steps: list[Step], rows: list[Row]) -> Trail:
    """A trail of these rows in this order; the steps give their lines and ties."""
    trail = Trail(*_parts(rows[0]), (*steps[0][:4], (), steps[0][5]))
    for step, row in zip(steps[1:], rows[1:], strict=True):
        trail.steps.append((*step[:4], trail.move_to(*_parts(row)[1:]), step[5]))
    return trail


def _parts(row: Row) -> tuple[Row, Row, Row]:
    """The stamp, the restless and the calm cells."""
    return row[:STAMP], row[STAMP:CALM], row[CALM:]
