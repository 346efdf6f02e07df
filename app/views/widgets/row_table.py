"""Records as a table: one row each that can be entered, painted cell by cell, in columns that share the width."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.pages import opens_apart
from app.views.toolkit import tokens
from app.views.toolkit.marks import OWN_RING, fill, fill_rounded, paint_focus_ring, paint_left
from app.views.toolkit.mirror import mirror
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.shared_columns import SharedColumns

ROW: Final = int(Qt.ItemDataRole.UserRole)
"""The role under which every cell gives the record of its row."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


_WHOLE: Final = {"number", "incident", "due"}
"""Columns whose words are told by nothing but all of them."""


class Column(NamedTuple):
    """A column by its key; a width of 0 takes what is left.

    It is never below its `least` width; one that is `yielding` is not there where it would be cut short.
    """

    key: str
    head: str
    width: int
    least: int = 0
    yielding: bool = False


class RowModel(QAbstractTableModel):
    """The records that the desk sent last; whoever inherits says what a cell says."""

    def __init__(self, context: ViewContext, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.columns = columns
        self.rows: tuple[Any, ...] = ()

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: Index = _ROOT) -> int:
        return len(self.rows)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        return len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], self.columns[index.column()].key
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, column)
        return self.tip(row, column) if role == Qt.ItemDataRole.ToolTipRole else None

    def text(self, row: Any, column: str) -> str:
        """What a cell says."""
        raise NotImplementedError

    def spoken(self, row: Any, column: str) -> str:
        """What a screen reader says of a cell."""
        return self.text(row, column)

    def tip(self, row: Any, column: str) -> str:
        """What the tool tip of a cell says: all of what may be cut."""
        return self.text(row, column)


class RowDelegate(QStyledItemDelegate):
    """Paints a cell; what inherits says how its columns look that are more than a text."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, Size.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box, model = QRectF(option.rect), index.model()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            # Not smoothed: at 150 % an edge lies between two pixels, and one saw a line between the cells of a row.
            fill(painter, box, "sel")
            if index.column() == 0:
                fill_rounded(painter, QRectF(box.left(), box.top(), 3, box.height()), 0, "accent")
        column = model.columns[index.column()].key if isinstance(model, RowModel) else ""
        self.paint_cell(painter, box.adjusted(9, 0, -8, 0), index.data(ROW), column, str(index.data()))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box.adjusted(1, 1, -1, -1), 2)
        painter.restore()

    def paint_cell(self, painter: QPainter, inner: QRectF, _row: Any, column: str, text: str) -> None:
        """Paint what a cell says, in a box that leaves its margins."""
        style, ink = (tokens.UI_MEDIUM, "text") if column in {"number", "title"} else (tokens.UI, "text2")
        paint_left(painter, style, ink, inner, text)


class RowTable(QTableView):
    """`entered_row` carries the record on which Enter was pressed."""

    entered_row = Signal(object)

    def __init__(self, model: RowModel, delegate: RowDelegate, name: str) -> None:
        super().__init__()
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setProperty(OWN_RING, True)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Size.ROW)
        heads = self.horizontalHeader()
        heads.setAccessibleName(tr("Columns"))
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setFixedHeight(Size.COLUMN_HEAD)
        placed = dict(enumerate(model.columns))
        SharedColumns(
            self,
            [column.width for column in model.columns],
            {place for place, column in placed.items() if column.key in _WHOLE},
            {place: column.least for place, column in placed.items() if column.least},
            {place for place, column in placed.items() if column.yielding},
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens_apart(event):
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().data(ROW))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions of the pages; type-ahead would eat them."""


def lay_out_list(
    page: QWidget, title: str, filters: QWidget, right: Sequence[QWidget], loading: LoadingLine, stack: QStackedWidget
) -> None:
    """Put a list together as all are: its name, what is shown of it, what else stands above, and the rows."""
    head = QHBoxLayout()
    head.setContentsMargins(16, 10, 16, 10)
    head.setSpacing(16)
    head.addWidget(Label(title, tokens.VIEW_TITLE))
    head.addWidget(filters)
    head.addStretch(1)
    for widget in right:
        head.addWidget(widget)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(head)
    whole.addWidget(loading)
    whole.addWidget(stack, 1)
