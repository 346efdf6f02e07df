"""Columns of a table that share its width: one takes what the others leave, and in a narrow window all of them give."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

_LEAST_OF_THE_REST: Final = 200
_NARROWEST: Final = 0.4
_MUCH: Final = 0.7
"""Below this share of its width a column says too little of what it says."""


class SharedColumns(QObject):
    """Keeps to the table. `widths` are in device-independent pixels; the one of 0 takes what is left.

    What is cut in a narrow column is told whole by its tool tip. Columns that are `whole` give nothing: numbers that
    are cut look all the same. Those with a `least` width give no more than that, and where all would have to give much,
    those that go are `yielding` and are not there.
    """

    def __init__(
        self,
        table: QTableView,
        widths: Sequence[int],
        whole: Collection[int] = (),
        least: Mapping[int, int] | None = None,
        yielding: Collection[int] = (),
    ) -> None:
        super().__init__(table)
        self._table, self._widths, self._yielding = table, widths, yielding
        self._least = {column: widths[column] for column in whole} | dict(least or {})
        heads = table.horizontalHeader()
        heads.setMinimumSectionSize(24)
        heads.setSectionResizeMode(widths.index(0), QHeaderView.ResizeMode.Stretch)
        table.viewport().installEventFilter(self)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the table is another share for each."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        room = self._table.viewport().width() - _LEAST_OF_THE_REST
        shared = _shared(dict(enumerate(self._widths)), self._least, room)
        yields = any(shared[column] < _MUCH * self._widths[column] for column in self._yielding)
        if yields:
            shown = {at: width for at, width in enumerate(self._widths) if at not in self._yielding}
            shared = _shared(shown, self._least, room)
        for column in self._yielding:
            self._table.setColumnHidden(column, yields)
        for column, width in shared.items():
            if width and self._table.columnWidth(column) != width:
                self._table.setColumnWidth(column, width)


def _shared(widths: Mapping[int, int], least: Mapping[int, int], room: int) -> dict[int, int]:
    """How wide each column is in so much room: all give the same share, but none more than down to its least."""
    pinned: set[int] = set()
    while True:
        rest = sum(width for column, width in widths.items() if column not in pinned)
        left = room - sum(least[column] for column in pinned)
        share = max(_NARROWEST, min(1.0, left / rest)) if rest else 1.0
        found = {at: least[at] if at in pinned else int(width * share) for at, width in widths.items()}
        below = {column for column, width in found.items() if width < least.get(column, 0)}
        if not below:
            return found
        pinned |= below
