"""The list of reviews with its filters and its empty states."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import DeskError
from app.domain.vocabulary import ReviewState
from app.domain.wording import inside, tr
from app.services.reviews.dto import ReviewRow
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.reviews.reviews_table import COLUMNS, ROW, ReviewsDelegate, ReviewsTable
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.segments import Segments
from app.views.widgets.shared_columns import SharedColumns
from app.views.widgets.strips import EmptyState

ALL, OVERDUE = "all", "overdue"
_FILTERS = (
    (ALL, tr("All")),
    *((state.value, state.label) for state in ReviewState),
    (OVERDUE, tr("Overdue actions")),
)


class _Table(QTableView):
    entered_row = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().data(ROW))
        else:
            super().keyPressEvent(event)


class ReviewList(QWidget):
    """`opened` carries the row of a review."""

    opened = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._filter = ALL
        self._rows: tuple[ReviewRow, ...] = ()
        self.model = ReviewsTable(context, self)
        self.filters = Segments(_FILTERS, tr("Which reviews"))
        self.filters.choose(ALL)
        self.filters.chosen.connect(self.choose)
        self.table = self._make_table()
        self.empty = EmptyState("file-text", tr("Reading the reviews"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.loading = LoadingLine()
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(16)
        head.addWidget(Label(tr("Reviews"), tokens.VIEW_TITLE))
        head.addWidget(self.filters)
        head.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.loading)
        whole.addWidget(self.stack, 1)

    def _make_table(self) -> _Table:
        table = _Table()
        table.setModel(self.model)
        table.setItemDelegate(ReviewsDelegate(table))
        table.setAccessibleName(tr("Reviews"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(Size.ROW)
        heads = table.horizontalHeader()
        heads.setAccessibleName(tr("Columns"))
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setFixedHeight(Size.COLUMN_HEAD)
        SharedColumns(table, [column[-1] for column in COLUMNS])
        table.doubleClicked.connect(self._open)
        table.clicked.connect(self._open)
        table.entered_row.connect(self.opened)
        return table

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))

    def load(self) -> None:
        """Read the reviews."""
        desk, actor = self._context.desk, self._context.actor
        self.loading.start()
        self._context.background.read(
            lambda: desk.reviews.list(actor), self._show, self._failed, key=f"reviews-{id(self)}"
        )

    def choose(self, key: str) -> None:
        """Show only some of them."""
        self._filter = key
        self.filters.choose(key)
        self._show(self._rows)

    def _show(self, rows: tuple[ReviewRow, ...]) -> None:
        self.loading.stop()
        self._rows = rows
        for key, _ in _FILTERS:
            self.filters.set_count(key, sum(_fits(row, key) for row in rows))
        shown = tuple(row for row in rows if _fits(row, self._filter))
        current = self.table.currentIndex()
        chosen = current.data(ROW).incident_id if current.isValid() else None
        self.model.show_rows(shown)
        for number, row in enumerate(shown):
            if row.incident_id == chosen:
                self.table.selectRow(number)
        self.stack.setCurrentIndex(1 if shown else 0)
        if not shown:
            self._explain()

    def _explain(self) -> None:
        if not self._rows:
            self.empty.set_text(
                "file-text",
                tr("No reviews yet"),
                tr("A review is started from its incident: open one and choose “Post-incident review”."),
            )
            self.empty.add_button(tr("Go to the queue"), lambda: self._context.go(Location("queue")), kind="primary")
            return
        what = inside(dict(_FILTERS)[self._filter])
        title = tr("No action is overdue") if self._filter == OVERDUE else tr("No review is {what}", what=what)
        self.empty.set_text("circle-check", title)
        self.empty.add_button(tr("Show all"), lambda: self.choose(ALL))

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.stack.setCurrentIndex(0)
        self.empty.set_text("circle-alert", tr("The reviews cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")


def _fits(row: ReviewRow, key: str) -> bool:
    if key == OVERDUE:
        return row.actions_overdue > 0
    return key in {ALL, row.state}
