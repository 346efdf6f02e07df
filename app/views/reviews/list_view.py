"""The list of reviews with its filters and its empty states."""

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.errors import DeskError
from app.domain.vocabulary import ReviewState
from app.domain.wording import marked, tr
from app.services.reviews.dto import ReviewRow
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.reviews.reviews_table import ReviewsDelegate, ReviewsTable
from app.views.widgets.page_stack import show_in_place
from app.views.widgets.progress import LoadingLine
from app.views.widgets.row_table import ROW, RowTable, lay_out_list
from app.views.widgets.segments import Segments
from app.views.widgets.strips import EmptyState

ALL, OVERDUE = "all", "overdue"
_FILTERS = (
    (ALL, tr("All")),
    *((state.value, state.label) for state in ReviewState),
    (OVERDUE, tr("Overdue actions")),
)
_NONE: Final = {
    ReviewState.DRAFT: marked("No review is a draft"),
    ReviewState.IN_REVIEW: marked("No review is being read and signed"),
    ReviewState.PUBLISHED: marked("No review is published"),
    OVERDUE: marked("No action is overdue"),
}


class ReviewList(QWidget):
    """`opened` carries the row of a review."""

    opened = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._filter = ALL
        self._rows: tuple[ReviewRow, ...] = ()
        self._opened = ""
        self.model = ReviewsTable(context, self)
        self.filters = Segments(_FILTERS, tr("Which reviews"))
        self.filters.choose(ALL)
        self.filters.chosen.connect(self.choose)
        self.table = RowTable(self.model, ReviewsDelegate(), tr("Reviews"))
        self.table.clicked.connect(self._open)
        self.table.entered_row.connect(self.opened)
        self.empty = EmptyState("file-text", tr("Reading the reviews"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.stack.setFocusProxy(self.empty)
        self.loading = LoadingLine()
        lay_out_list(self, tr("Reviews"), self.filters, (), self.loading, self.stack)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))

    def mark(self, incident_id: str) -> None:
        """The review of this incident was opened, from wherever: the list shows it when one comes back."""
        self._opened = incident_id

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
        chosen = self._opened or (current.data(ROW).incident_id if current.isValid() else "")
        self._opened = ""
        self.model.show_rows(shown)
        if shown:
            # The arrows and Enter go on from a row, so one is always marked.
            self.table.selectRow(next((at for at, row in enumerate(shown) if row.incident_id == chosen), 0))
        if not shown:
            self._explain()
        show_in_place(self.stack, self.table if shown else self.empty)

    def _explain(self) -> None:
        if not self._rows:
            self.empty.set_text(
                "file-text",
                tr("No reviews yet"),
                tr("A review is started from its incident: open one and choose “Post-incident review”."),
            )
            self.empty.add_button(tr("Go to the queue"), lambda: self._context.go(Location("queue")), kind="primary")
            return
        self.empty.set_text("circle-check", tr(_NONE[self._filter]))
        self.empty.add_button(tr("Show all"), lambda: self.choose(ALL))

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.empty.set_text("circle-alert", tr("The reviews cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")
        show_in_place(self.stack, self.empty)


def _fits(row: ReviewRow, key: str) -> bool:
    if key == OVERDUE:
        return row.actions_overdue > 0
    return key in {ALL, row.state}
