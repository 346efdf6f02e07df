"""A table view that paints whole lines itself and scrolls by moving its picture."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QTableView, QWidget

from app.views.queue.queue_table import QueueTable
from app.views.queue.row_painter import RowPainter, Stretch
from app.views.toolkit.marks import OWN_RING
from app.views.toolkit.mirror import is_mirrored, painter_on


class PaintedTable(QTableView):
    """The queue's lines on the screen; what keys and clicks do is the business of the view above."""

    def __init__(self, table: QueueTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(OWN_RING, True)
        self.table = table
        self.painter = RowPainter(table)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that the event touches; see `row_painter` for why there is no delegate."""
        box = event.rect()
        first, last = self.rowAt(box.top()), self.rowAt(box.bottom())
        if first < 0:
            return
        last = self.table.rowCount() - 1 if last < 0 else last
        columns = [
            Stretch(column, self.columnViewportPosition(column), self.columnWidth(column))
            for column in self._columns_in_order()
        ]
        self.painter.has_keyboard = self.hasFocus()
        painter = painter_on(self.viewport())
        if is_mirrored(painter):
            columns = [self._mirrored(column) for column in columns]
        for line in range(first, last + 1):
            self.painter.paint_line(painter, line, self.rowViewportPosition(line), self.rowHeight(line), columns)
        painter.end()

    def _mirrored(self, column: Stretch) -> Stretch:
        return column._replace(left=self.viewport().width() - column.left - column.width)

    def _columns_in_order(self) -> list[int]:
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in places if not header.isSectionHidden(column)]

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet makes the viewport see-through; only an opaque one is scrolled by moving its picture.

        Without this every wheel step paints all rows again, which costs three times as much.
        """
        super().showEvent(event)
        self.viewport().setAutoFillBackground(True)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme brings another style sheet, and with it a see-through viewport again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().setAutoFillBackground(True)
