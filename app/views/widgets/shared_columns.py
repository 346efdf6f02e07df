"""Columns of a table that share its width: one takes what the others leave, and in a narrow window all of them give."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

_LEAST_OF_THE_REST: Final = 200
_NARROWEST: Final = 0.4


class SharedColumns(QObject):
    """Keeps to the table. `widths` are in device-independent pixels; the one of 0 takes what is left.

    What is cut in a narrow column is told whole by its tool tip. Columns that are `whole` give nothing: numbers that
    are cut look all the same.
    """

    def __init__(self, table: QTableView, widths: Sequence[int], whole: Collection[int] = ()) -> None:
        super().__init__(table)
        self._table, self._widths, self._whole = table, widths, whole
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
        kept = sum(self._widths[column] for column in self._whole)
        room = self._table.viewport().width() - _LEAST_OF_THE_REST - kept
        share = max(_NARROWEST, min(1.0, room / (sum(self._widths) - kept)))
        for column, width in enumerate(self._widths):
            narrowed = width if column in self._whole else int(width * share)
            if width and self._table.columnWidth(column) != narrowed:
                self._table.setColumnWidth(column, narrowed)
