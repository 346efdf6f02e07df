"""The reviews as a table: one line each, painted from plain rows."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.numbers import incident_number
from app.domain.vocabulary import ReviewState
from app.domain.wording import tr
from app.services.reviews.dto import ReviewRow
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_left, paint_pill, paint_priority, pill_width, text_width
from app.views.toolkit.mirror import mirror
from app.views.toolkit.tokens import Size

COLUMNS = (
    ("incident", tr("Incident"), 160),
    ("title", tr("Review"), 0),
    ("state", tr("Status"), 168),
    ("author", tr("Author"), 150),
    ("updated", tr("Changed"), 128),
    ("actions", tr("Actions"), 170),
)
"""Key, head and width; a width of 0 takes what is left."""

TONES = {ReviewState.DRAFT: "slate", ReviewState.IN_REVIEW: "amber", ReviewState.PUBLISHED: "green"}
"""The tint of each state."""

ICONS = {ReviewState.DRAFT: "pencil", ReviewState.IN_REVIEW: "eye", ReviewState.PUBLISHED: "check"}
"""The icon of each state, so that it does not hang on colour alone."""

ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReviewsTable(QAbstractTableModel):
    """The rows that the desk sent last."""

    def __init__(self, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: tuple[ReviewRow, ...] = ()

    def show_rows(self, rows: tuple[ReviewRow, ...]) -> None:
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
            return COLUMNS[section][1]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.text(row, COLUMNS[index.column()][0])
        return None

    def text(self, row: ReviewRow, column: str) -> str:
        """What a cell says."""
        if column == "incident":
            return incident_number(row.incident_number)
        if column == "state":
            return f"{ReviewState(row.state).label}, v{row.version}"
        if column == "updated":
            return self._context.formats.moment(row.updated_at, self._context.clock.now())
        if column == "actions":
            late = tr(", {actions_overdue} overdue", actions_overdue=row.actions_overdue) if row.actions_overdue else ""
            return (
                tr("{actions_open} open{late}", actions_open=row.actions_open, late=late)
                if row.actions_open
                else tr("None open")
            )
        return {"title": row.title, "author": row.author_name or tr("Nobody")}[column]


class ReviewsDelegate(QStyledItemDelegate):
    """Paints the cells of the table."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, Size.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            fill_rounded(painter, box, 0, "sel")
            if index.column() == 0:
                fill_rounded(painter, QRectF(box.left(), box.top(), 3, box.height()), 0, "accent")
        row: ReviewRow = index.data(ROW)
        text, column = str(index.data()), COLUMNS[index.column()][0]
        inner = box.adjusted(9, 0, -8, 0)
        middle = box.center().y()
        if column == "incident":
            paint_priority(painter, inner.left(), middle, row.priority)
            paint_left(painter, tokens.UI_MEDIUM, "text", inner.adjusted(Size.BADGE_WIDTH + 8, 0, 0, 0), text)
        elif column == "state":
            kind = ReviewState(row.state)
            paint_pill(painter, inner.left(), middle, kind.label, TONES[kind], ICONS[kind], room=inner.width())
            left = pill_width(kind.label, ICONS[kind]) + 8
            paint_left(painter, tokens.META, "text2", inner.adjusted(left, 0, 0, 0), f"v{row.version}")
        elif column == "actions" and row.actions_overdue:
            before = tr("{actions_open} open, ", actions_open=row.actions_open)
            paint_left(painter, tokens.UI, "text2", inner, before)
            rest = inner.adjusted(text_width(tokens.UI, before), 0, 0, 0)
            paint_left(
                painter,
                tokens.UI_STRONG,
                "red",
                rest,
                tr("{actions_overdue} overdue", actions_overdue=row.actions_overdue),
            )
        else:
            style, ink = (tokens.UI_MEDIUM, "text") if column == "title" else (tokens.UI, "text2")
            paint_left(painter, style, ink, inner, text)
        painter.restore()
