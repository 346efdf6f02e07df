"""The board of escalations: which of them, for whom, the table, its countdowns and its empty states."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.errors import DeskError
from app.domain.escalation.words import EscalationState
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.escalation.dto import EscalationFilter, EscalationRow, MajorRow, ShiftOfferRow
from app.views.context import ViewContext
from app.views.escalations.board_table import BoardDelegate, BoardTable, Line
from app.views.pages import Location
from app.views.widgets.page_stack import show_in_place
from app.views.widgets.progress import LoadingLine
from app.views.widgets.row_table import ROW, RowTable, lay_out_list
from app.views.widgets.segments import Segments
from app.views.widgets.strips import EmptyState

WAITING, ACTIVE, MAJOR, OFFERED, OVER = "waiting", "active", "major", "offered", "over"
_PARTS: Final = (
    (WAITING, tr("Waiting for acknowledgement")),
    (ACTIVE, tr("Active")),
    (MAJOR, tr("Major incidents")),
    (OFFERED, tr("Left by a shift")),
    (OVER, tr("Handed back and over")),
)
ALL, MINE = "all", "mine"
_SHOWN_DAYS: Final = 14
_FAST_MS, _SLOW_MS = 1_000, 30_000
_NEAR: Final = timedelta(minutes=10)


_Found = tuple[tuple[EscalationRow, ...], tuple[ShiftOfferRow, ...], tuple[MajorRow, ...]]


class Board(QWidget):
    """`opened` carries the row whose incident is wanted, `moved` says that another row is chosen."""

    opened = Signal(object)
    moved = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._part, self._whose = WAITING, ALL
        self._rows: tuple[EscalationRow, ...] = ()
        self._offers: tuple[ShiftOfferRow, ...] = ()
        self._majors: tuple[MajorRow, ...] = ()
        self.model = BoardTable(context, self)
        self.parts = Segments(_PARTS, tr("Which escalations"))
        self.parts.choose(WAITING)
        self.parts.chosen.connect(self.choose)
        self.whose = Segments(((ALL, tr("Everybody's")), (MINE, tr("For me"))), tr("Whose escalations"))
        self.whose.choose(ALL)
        self.whose.chosen.connect(self.choose_whose)
        self.table = RowTable(self.model, BoardDelegate(context), tr("Escalations"))
        self.table.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW)))
        self.table.entered_row.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self.moved.emit())
        self.empty = EmptyState("trending-up", tr("Reading the escalations"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self.stack.setFocusProxy(self.empty)
        self.loading = LoadingLine()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        lay_out_list(self, tr("Escalations"), self.parts, (self.whose,), self.loading, self.stack)

    @property
    def current(self) -> Line | None:
        """The row that is chosen."""
        index: QModelIndex = self.table.currentIndex()
        return index.data(ROW) if index.isValid() and self.stack.currentWidget() is self.table else None

    def step(self, by: int) -> None:
        """Choose the next or the previous row."""
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.table.selectRow(row)

    def load(self) -> None:
        """Read escalations and offers."""
        desk, actor = self._context.desk, self._context.actor
        # Nothing is escalated to somebody who works on nothing.
        self.whose.setVisible(may(actor, Permission.INCIDENT_WORK))
        self.loading.start()

        def work() -> _Found:
            rows = desk.escalations.live(actor, EscalationFilter(ended_days=_SHOWN_DAYS))
            return rows, desk.escalations.shift_offers(actor, answered_days=_SHOWN_DAYS), desk.majors.standing(actor)

        self._context.background.read(work, self._loaded, self._failed, key=f"escalations-{id(self)}")

    def choose(self, part: str) -> None:
        """Show another part of the board."""
        self._part = part
        self.parts.choose(part)
        self._show()

    def choose_whose(self, whose: str) -> None:
        """Show what waits for the person at the window, or everything."""
        self._whose = whose
        self.whose.choose(whose)
        self._show()

    def _loaded(self, found: _Found) -> None:
        self.loading.stop()
        self._rows, self._offers, self._majors = found
        self._show()

    def _show(self) -> None:
        for part, _ in _PARTS:
            self.parts.set_count(part, len(self._of_part(part)))
        shown = self._of_part(self._part)
        chosen = self.current.id if self.current is not None else None
        place = max(self.table.currentIndex().row(), 0)
        self.model.show_rows(shown)
        if shown:
            found = [number for number, row in enumerate(shown) if row.id == chosen]
            self.table.selectRow(found[0] if found else min(place, len(shown) - 1))
        else:
            self._explain()
        show_in_place(self.stack, self.table if shown else self.empty)
        self._pace()
        self.moved.emit()

    def _of_part(self, part: str) -> tuple[Line, ...]:
        everybody = self._whose == ALL
        if part == MAJOR:
            return tuple(row for row in self._majors if everybody or row.is_mine)
        if part == OFFERED:
            return tuple(offer for offer in self._offers if offer.answer is None and (everybody or offer.may_answer))
        rows = (row for row in self._rows if everybody or row.is_mine)
        if part == OVER:
            return tuple(row for row in rows if not EscalationState(row.state).is_live)
        return tuple(row for row in rows if row.state == part)

    def _explain(self) -> None:
        if self._whose == MINE:
            self.empty.set_text("circle-check", tr("Nothing here waits for you"))
            self.empty.add_button(tr("Show everybody's"), lambda: self.choose_whose(ALL))
            return
        texts = {
            WAITING: (tr("Nothing waits for an acknowledgement"), tr("An incident is escalated with E, or by a rule.")),
            ACTIVE: (tr("No escalation is being worked on"), ""),
            MAJOR: (tr("There is no major incident"), tr("One is proposed with Ctrl Shift M, or by a rule.")),
            OFFERED: (tr("No shift left anything behind"), tr("What nobody owns when a group closes is offered here.")),
            OVER: (tr("Nothing ended in the last {shown_days} days", shown_days=_SHOWN_DAYS), ""),
        }
        self.empty.set_text("circle-check", *texts[self._part])
        self.empty.add_button(tr("Go to the queue"), lambda: self._context.go(Location("queue")))

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.empty.set_text("circle-alert", tr("The escalations cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")
        show_in_place(self.stack, self.empty)

    def _tick(self) -> None:
        self.model.tick()
        self._pace()

    def _pace(self) -> None:
        """One timer: each second while a countdown is near its end, else twice a minute, never while hidden."""
        now = self._context.now()
        waits = [due for row in self.model.rows if (due := _due_of(row)) is not None]
        if not waits or not self.isVisible():
            self._timer.stop()
            return
        wanted = _FAST_MS if any(abs(until - now) < _NEAR for until in waits) else _SLOW_MS
        if not self._timer.isActive() or self._timer.interval() != wanted:
            self._timer.start(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Countdowns run while somebody can see them."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()


def _due_of(row: Line) -> datetime | None:
    """When something is to be done about a row: an acknowledgement, or the next stakeholder update."""
    if isinstance(row, MajorRow):
        return row.next_update_at
    return row.acknowledge_by if isinstance(row, EscalationRow) else None
