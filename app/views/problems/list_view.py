"""The list of problems with its filters and its empty states."""

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.domain.errors import DeskError
from app.domain.problems import ProblemState
from app.domain.wording import sentence_case, tr
from app.services.problems.dto import ProblemRow
from app.views.context import ViewContext
from app.views.problems.looks import state_name
from app.views.problems.problems_table import ProblemsDelegate, ProblemsTable
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.page_stack import show_in_place
from app.views.widgets.progress import LoadingLine
from app.views.widgets.row_table import ROW, RowTable, lay_out_list
from app.views.widgets.segments import Segments
from app.views.widgets.strips import EmptyState

OPEN: Final = "open"
ALL: Final = "all"


def _filters() -> tuple[tuple[str, str], ...]:
    return (
        (OPEN, sentence_case(tr("open"))),
        (ProblemState.KNOWN_ERROR.value, tr("Known errors")),
        (ProblemState.RESOLVED.value, state_name(ProblemState.RESOLVED)),
        (ProblemState.CLOSED.value, state_name(ProblemState.CLOSED)),
        (ALL, tr("All")),
    )


class ProblemList(QWidget):
    """`opened` carries the row of a problem; `new_wanted` asks for a new one at this widget."""

    opened = Signal(object)
    new_wanted = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._filter = OPEN
        self._rows: tuple[ProblemRow, ...] = ()
        self._opened = ""
        self.model = ProblemsTable(context, self)
        self.filters = Segments(_filters(), tr("Which problems"))
        self.filters.choose(OPEN)
        self.filters.chosen.connect(self.choose)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Words or numbers to look for among the problems"))
        self.field.setPlaceholderText(tr("Find a problem"))
        self.field.setClearButtonEnabled(True)
        self.field.setFixedHeight(Size.FILTER)
        self.field.setFixedWidth(200)
        self.field.textChanged.connect(lambda _text: self._show(self._rows))
        self.new = Button(tr("New problem"), kind="primary", icon="plus", keys="N")
        self.new.clicked.connect(lambda _checked=False: self.new_wanted.emit(self.new))
        self.table = RowTable(self.model, ProblemsDelegate(), tr("Problems"))
        self.table.clicked.connect(self._open)
        self.table.entered_row.connect(self.opened)
        self.empty = EmptyState("circle-alert", tr("Reading the problems"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.stack.setFocusProxy(self.empty)
        self.loading = LoadingLine()
        lay_out_list(self, tr("Problems"), self.filters, (self.field, self.new), self.loading, self.stack)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW))

    def step(self, by: int) -> None:
        """Go to the next line or the one before."""
        count = self.model.rowCount()
        if count:
            current = self.table.currentIndex()
            self.table.selectRow(max(0, min(count - 1, current.row() + by)) if current.isValid() else 0)

    def mark(self, problem_id: str) -> None:
        """A problem was opened, from wherever: the list shows it when one comes back."""
        self._opened = problem_id

    def load(self) -> None:
        """Read the problems."""
        desk, actor = self._context.desk, self._context.actor
        self.loading.start()
        self._context.background.read(
            lambda: desk.problems.list(actor), self._show, self._failed, key=f"problems-{id(self)}"
        )

    def choose(self, key: str) -> None:
        """Show only some of them."""
        self._filter = key
        self.filters.choose(key)
        self._show(self._rows)

    def _show(self, rows: tuple[ProblemRow, ...]) -> None:
        self.loading.stop()
        self._rows = rows
        for key, _text in _filters():
            self.filters.set_count(key, sum(_fits(row, key) for row in rows))
        words = self.field.text().casefold().split()
        shown = tuple(row for row in rows if _fits(row, self._filter) and all(word in _said(row) for word in words))
        current = self.table.currentIndex()
        chosen = self._opened or (current.data(ROW).id if current.isValid() else "")
        self._opened = ""
        self.model.show_rows(shown)
        if shown:
            # The arrows and Enter go on from a row, so one is always marked.
            self.table.selectRow(next((at for at, row in enumerate(shown) if row.id == chosen), 0))
        if not shown:
            self._explain()
        show_in_place(self.stack, self.table if shown else self.empty)

    def _explain(self) -> None:
        if not self._rows:
            self.empty.set_text(
                "circle-alert",
                tr("No problems yet"),
                tr("A problem is what lies behind incidents. Select some in the queue and make one from them."),
            )
            if not self.new.isHidden():
                button = self.empty.add_button
                new = button(tr("New problem"), lambda: self.new_wanted.emit(new), keys="N")
            return
        self.empty.set_text("circle-check", tr("No problem fits"))
        self.empty.add_button(tr("Show all"), self._show_all)

    def _show_all(self) -> None:
        self.field.clear()
        self.choose(ALL)

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        if self._rows:
            # What was read stays to be read.
            self._context.toasts.say_error(error)
            return
        self.empty.set_text("circle-alert", tr("The problems cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")
        show_in_place(self.stack, self.empty)


def _fits(row: ProblemRow, key: str) -> bool:
    return row.state.is_open if key == OPEN else key in {ALL, row.state.value}


def _said(row: ProblemRow) -> str:
    parts = (row.shown_number, row.title, row.owner_name, row.group_name, row.service_name)
    return " ".join(part for part in parts if part).casefold()
