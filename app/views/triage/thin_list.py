"""The list beside the incident: one thin row each, as many as wait; what presses most stands on top."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.incidents.queue_dto import QueueRow
from app.views.context import ViewContext
from app.views.pages import opens_apart
from app.views.toolkit import tokens
from app.views.toolkit.marks import (
    OWN_RING,
    fill_rounded,
    paint_focus_ring,
    paint_left,
    paint_priority,
    paint_right,
    text_width,
)
from app.views.toolkit.mirror import mirror
from app.views.toolkit.tokens import Size

WIDTH: Final = 280
ROW: Final = 34
_ROWS_ABOVE: Final = 2
_ANY: Final = 16_777_215
"""So many pixels a widget may have at most unless it is told otherwise."""

_ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Rows(QAbstractListModel):
    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[QueueRow] = []

    def show(self, rows: Sequence[QueueRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, _parent: Index = _ROOT) -> int:
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.short_description
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{incident_number(row.number)} {row.short_description}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "{number}, priority {priority}, {summary}, from {caller}, {time}",
                number=incident_number(row.number), priority=row.priority, summary=row.short_description,
                caller=row.caller_name or tr("nobody"), time=self.time(row),
            )  # fmt: skip
        return None

    def time(self, row: QueueRow) -> str:
        """When it came."""
        return self._context.formats.moment(row.reported_at, self._context.now())


class _Painter(QStyledItemDelegate):
    def __init__(self, rows: _Rows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box, state = QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, box, 0, "sel")
            fill_rounded(painter, QRectF(box.left(), box.top(), 3, box.height()), 0, "accent")
        elif state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, box, 0, "hover")
        row: QueueRow = index.data(_ROW_ROLE)
        middle = box.center().y()
        paint_priority(painter, box.left() + 10, middle, row.priority)
        time = self._rows.time(row)
        room = text_width(tokens.META, time)
        paint_right(painter, tokens.META, "text2", box.adjusted(0, 0, -10, 0), time)
        left = box.left() + 18 + Size.BADGE_WIDTH
        text = QRectF(left, box.top(), box.right() - left - room - 18, box.height())
        paint_left(painter, tokens.UI_MEDIUM, "text", text, row.short_description)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box.adjusted(1, 1, -1, -1), 2)
        painter.restore()


class ThinList(QListView):
    """`moved` carries the id of the row that is chosen, `opened` that of one to be shown alone."""

    moved = Signal(str)
    opened = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self.setProperty(OWN_RING, True)
        self._model = _Rows(context, self)
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self._model, self))
        self.setAccessibleName(tr("Waits to be sorted"))
        self.setFixedWidth(WIDTH)
        self.setProperty("edge", "right")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._told(now))
        self.activated.connect(lambda index: self.opened.emit(index.data(_ROW_ROLE).id))

    def lie_above(self, *, is_above: bool) -> None:
        """Take the whole width and a few rows, or a narrow column and the whole height."""
        self.setMinimumWidth(0 if is_above else WIDTH)
        self.setMaximumWidth(_ANY if is_above else WIDTH)
        self.setMaximumHeight(_ROWS_ABOVE * ROW if is_above else _ANY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter is the page's."""
        if opens_apart(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions of the page here; type-ahead would eat them."""

    @property
    def rows(self) -> list[QueueRow]:
        """What waits, in its order."""
        return self._model.rows

    @property
    def current_id(self) -> str:
        """The id of the row that is chosen; empty without one."""
        row = self.currentIndex().row()
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show these; the chosen one stays chosen, and where it went, what stands in its place is."""
        chosen, place = self.current_id, max(0, self.currentIndex().row())
        self._quiet = True
        self._model.show(rows)
        ids = [row.id for row in rows]
        self.choose_place(ids.index(chosen) if chosen in ids else min(place, len(ids) - 1))
        self._quiet = False
        if self.current_id != chosen:
            self._told(self.currentIndex())

    def choose(self, incident_id: str) -> bool:
        """Choose a row; False where it is not here."""
        place = next((at for at, row in enumerate(self.rows) if row.id == incident_id), -1)
        return self.choose_place(place)

    def step(self, by: int) -> None:
        """Choose the next or the previous row."""
        self.choose_place(self.currentIndex().row() + by)

    def choose_place(self, place: int) -> bool:
        """Choose the row that stands there."""
        if not 0 <= place < len(self.rows):
            return False
        self.setCurrentIndex(self._model.index(place))
        return True

    def without(self, incident_id: str) -> None:
        """One was answered: take its row away, and choose what comes next."""
        self.show_rows([row for row in self.rows if row.id != incident_id])

    def _told(self, index: QModelIndex) -> None:
        if not self._quiet:
            self.moved.emit(self.rows[index.row()].id if index.isValid() else "")
