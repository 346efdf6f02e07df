"""The problems as a table: one line each, painted from plain rows."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.wording import tr, trn
from app.services.problems.dto import ProblemRow
from app.views.context import ViewContext
from app.views.problems.looks import ICONS, TONES, state_name, workaround_name
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_left, paint_pill
from app.views.toolkit.mirror import mirror
from app.views.toolkit.tokens import Size

COLUMNS: Final[tuple[tuple[str, int], ...]] = (
    ("number", 108), ("title", 0), ("state", 160), ("workaround", 190), ("incidents", 140), ("owner", 140),
    ("updated", 120),
)  # fmt: skip
"""Key and width; a width of 0 takes what is left."""

ROW: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def _heads() -> dict[str, str]:
    return {
        "number": tr("Number"),
        "title": tr("Problem"),
        "state": tr("Status"),
        "workaround": tr("Workaround"),
        "incidents": tr("Incidents"),
        "owner": tr("Owner"),
        "updated": tr("Changed"),
    }


class ProblemsTable(QAbstractTableModel):
    """The rows that the desk sent last."""

    def __init__(self, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: tuple[ProblemRow, ...] = ()

    def show_rows(self, rows: tuple[ProblemRow, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, _parent: Index = _ROOT) -> int:
        return len(self.rows)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _heads()[COLUMNS[section][0]]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.text(row, COLUMNS[index.column()][0])
        return None

    def text(self, row: ProblemRow, column: str) -> str:
        """What a cell says."""
        return _TEXTS[column](row) if column in _TEXTS else self._when(row)

    def _when(self, row: ProblemRow) -> str:
        return self._context.formats.moment(row.updated_at, self._context.clock.now())


def incidents_text(incidents: int, still_open: int) -> str:
    """How many incidents belong to a problem, and how many of those are open."""
    if not incidents:
        return tr("None")
    count = trn("{n} incident", "{n} incidents", incidents)
    return tr("{count}, {open} open", count=count, open=still_open) if still_open else count


_TEXTS: Final[dict[str, Callable[[ProblemRow], str]]] = {
    "number": lambda row: row.shown_number,
    "title": lambda row: row.title,
    "state": lambda row: state_name(row.state),
    "workaround": lambda row: workaround_name(row.workaround_state),
    "incidents": lambda row: incidents_text(row.incidents, row.open_incidents),
    "owner": lambda row: row.owner_name or tr("Nobody"),
}


class ProblemsDelegate(QStyledItemDelegate):
    """Paints the cells of the table."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, Size.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, box, 0, "sel")
            if index.column() == 0:
                fill_rounded(painter, QRectF(box.left(), box.top(), 3, box.height()), 0, "accent")
        row: ProblemRow = index.data(ROW)
        column = COLUMNS[index.column()][0]
        inner = box.adjusted(9, 0, -8, 0)
        if column == "state":
            paint_pill(
                painter,
                inner.left(),
                box.center().y(),
                index.data(),
                TONES[row.state],
                ICONS[row.state],
                room=inner.width(),
            )
        else:
            strong = column in {"number", "title"}
            style, ink = (tokens.UI_MEDIUM, "text") if strong else (tokens.UI, "text2")
            paint_left(painter, style, ink, inner, str(index.data()))
        painter.restore()
