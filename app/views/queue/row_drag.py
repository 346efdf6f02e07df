"""Rows that are dragged out of the list, to be dropped where they are to be worked on."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QTableView

from app.domain.wording import trn
from app.views.queue.columns import Column
from app.views.queue.queue_table import QueueTable
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_left, text_width

_FORMAT: Final = "application/x-mainstay-incidents"
_HEIGHT: Final = 28


def data_of(ids: Sequence[str]) -> QMimeData:
    """What is carried while these incidents are dragged."""
    data = QMimeData()
    data.setData(_FORMAT, QByteArray(",".join(ids).encode()))
    return data


def ids_in(data: QMimeData) -> tuple[str, ...]:
    """The incidents that are carried; none in anything else."""
    carried = bytes(data.data(_FORMAT).data()).decode()
    return tuple(carried.split(",")) if carried else ()


class RowDrag(QObject):
    """Begins to drag once the hand has gone far enough from the row on which it was pressed."""

    def __init__(self, view: QTableView, table: QueueTable, may_carry: Callable[[], bool]) -> None:
        super().__init__(view)
        self._may_carry = may_carry
        self._view, self._table = view, table
        self._at = QPoint()
        self._row = ""
        self._holds = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """While the hand holds a row, moving it selects nothing on the way."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._press(event)
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._holds:
            self._holds = bool(event.buttons() & Qt.MouseButton.LeftButton)
            if self._holds:
                self._move(event.position().toPoint())
            return self._holds
        return False

    def _press(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        index = self._view.indexAt(self._at)
        row = self._table.row_at(index.row()) if index.isValid() and index.column() != Column.MARK else None
        self._holds = row is not None and event.button() == Qt.MouseButton.LeftButton and self._may_carry()
        self._row = row.id if row is not None and self._holds else ""

    def _move(self, at: QPoint) -> None:
        if self._row and (at - self._at).manhattanLength() >= QApplication.startDragDistance():
            row, self._row = self._row, ""
            marked = self._table.marked
            self.start(sorted(marked) if row in marked else [row])

    def start(self, ids: Sequence[str]) -> None:
        """Drag these until the hand lets go."""
        drag = QDrag(self._view)
        drag.setMimeData(data_of(ids))
        drag.setPixmap(_picture(trn("{n} incident", "{n} incidents", len(ids)), self._view.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.MoveAction)


def _picture(text: str, ratio: float) -> QPixmap:
    width = text_width(tokens.UI_STRONG, text) + 24
    picture = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    fill_rounded(painter, QRectF(0, 0, width, _HEIGHT), _HEIGHT / 2, "sel", "accent")
    paint_left(painter, tokens.UI_STRONG, "accent", QRectF(12, 0, width - 12, _HEIGHT), text)
    painter.end()
    return picture
