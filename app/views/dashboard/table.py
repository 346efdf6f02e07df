"""The dashboard as one table: each figure, what it counts and the filter of its rows; to be read out, and to copy."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from app.domain.wording import tr
from app.services.dashboard.dto import Figure
from app.views.dashboard.wording import PARTS, note_words, value_words
from app.views.toolkit.tokens import Size
from app.views.widgets.row_table import RowDelegate
from app.views.widgets.shared_columns import SharedColumns

_WIDTHS: Final = (190, 170, 90, 150, 0, 270)
_FILTER: Final = int(Qt.ItemDataRole.UserRole)


class FigureTable(QTableWidget):
    """`wanted` carries the filter of the line on which Enter was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        heads = (tr("Part"), tr("Figure"), tr("Value"), tr("Note"), tr("What it counts"), tr("Filter"))
        super().__init__(0, len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(tr("Figures of the dashboard"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Size.ROW_COMPACT)
        self.horizontalHeader().setAccessibleName(tr("Columns"))
        self.horizontalHeader().setFixedHeight(Size.COLUMN_HEAD)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(RowDelegate(self))
        SharedColumns(self, _WIDTHS)
        self.cellDoubleClicked.connect(lambda _row, _column: self._want())

    def show_figures(self, figures: Iterable[Figure]) -> None:
        """Show these, on the line where the reader was."""
        lines, here = list(figures), self.currentRow()
        self.setRowCount(len(lines))
        for row, each in enumerate(lines):
            cells = (
                PARTS[each.section],
                each.label,
                value_words(each),
                note_words(each),
                each.counts,
                each.filter_text,
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text or tr("empty"))
                item.setData(_FILTER, each.filter_text)
                self.setItem(row, column, item)
        # Lines that somebody chose to copy stay chosen when the figures are read again.
        if lines and not 0 <= here < len(lines):
            self.setCurrentCell(max(0, min(here, len(lines) - 1)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the rows, and copying takes whole lines, parted by tabs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._want()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._chosen())
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go to the next line or the one before."""
        self.setCurrentCell(max(0, min(self.rowCount() - 1, self.currentRow() + by)), 0)

    def _want(self) -> None:
        item = self.item(self.currentRow(), 0)
        if item is not None:
            self.wanted.emit(item.data(_FILTER))

    def _chosen(self) -> str:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        lines = ((self.item(row, column) for column in range(self.columnCount())) for row in rows)
        return "\n".join("\t".join("" if item is None else item.text() for item in line) for line in lines)
