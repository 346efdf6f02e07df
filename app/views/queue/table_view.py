"""The table of the queue: which columns fit, one row under the pointer, keys of a list, the head that stays on top."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from app.domain.wording import tr
from app.views.pages import opens_apart
from app.views.queue.columns import FIXED, SORT_OF, SPECS, Column, columns_named, shown_columns
from app.views.queue.painted_table import PaintedTable
from app.views.queue.queue_table import QueueTable
from app.views.queue.sticky_head import StickyHead
from app.views.queue.titles import QueueHeader
from app.views.toolkit.gather import Gather
from app.views.toolkit.tokens import Size

_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class QueueView(PaintedTable):
    """`opened` comes with Enter or a double click, `rested` with the first step of a hand and 80 ms after its last."""

    opened = Signal(str)
    scroll_wanted = Signal()
    rested = Signal(str)
    moved = Signal()
    head_toggled = Signal(str)
    sort_wanted = Signal(int)
    widths_changed = Signal()
    mark_toggled = Signal(str)
    REST_MS = 80

    def __init__(self, table: QueueTable, parent: QWidget | None = None) -> None:
        super().__init__(table, parent)
        self.row_height = Size.ROW
        self._sized_heads: frozenset[int] = frozenset()
        self.shown: frozenset[Column] = frozenset()
        self._wanted, self._asked = columns_named(None), frozenset[Column]()
        self._heads_sized: list[int] = []
        self.setAccessibleName(tr("Incidents"))
        self.setModel(table)
        self._set_up_view()
        self._set_up_header()
        self._sticky = StickyHead(self)
        self._rest = Gather(self, self.REST_MS, lambda: self.rested.emit(self.current_id() or ""))
        table.modelReset.connect(self._after_reset)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._double_clicked)

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setMinimumSectionSize(Size.ROW_COMPACT)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self.row_height)

    def _set_up_header(self) -> None:
        header = QueueHeader(self.table, self)
        self.setHorizontalHeader(header)
        self.header = header
        for column in FIXED:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        for column, spec in SPECS.items():
            header.resizeSection(column, spec.width)
        # Last, because from then on every change measures all columns anew.
        header.setSectionResizeMode(Column.SUMMARY, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(self._header_clicked)
        header.sectionResized.connect(lambda *_sizes: self.widths_changed.emit())

    def widths(self) -> dict[str, int]:
        """The widths that can be dragged, by column name."""
        return {
            column.name.lower(): self.columnWidth(column)
            for column in Column
            if column not in FIXED and column != Column.SUMMARY and not self.isColumnHidden(column)
        }

    def set_widths(self, widths: dict[str, int]) -> None:
        """Take widths that were kept; a column without a usable one has its first width."""
        for column, spec in SPECS.items():
            if column not in FIXED and column != Column.SUMMARY:
                width = widths.get(column.name.lower())
                self.setColumnWidth(column, width if isinstance(width, int) and 28 <= width <= 600 else spec.width)

    def set_row_height(self, height: int) -> None:
        """Compact, cosy or comfortable; a card always has two lines."""
        self.row_height = height
        self._size_rows()

    def use_columns(self, names: tuple[str, ...] | None, asked: frozenset[Column] = frozenset()) -> None:
        """Show these columns beside those that are always there; None shows what fits, and what is `asked` about."""
        self._wanted, self._asked = columns_named(names), asked
        self._choose_columns()

    @property
    def chosen(self) -> frozenset[Column]:
        """The columns that were chosen, for some of which there may be no room now; else those that are shown."""
        return self.shown if self._wanted is None else self._wanted

    def show_sorted(self, orders: Sequence[tuple[int, bool]]) -> None:
        """Draw the arrows: the columns by which rows are sorted, and whether each descends."""
        self.header.sorted = tuple(orders)
        self.header.viewport().update()

    def current_id(self) -> str | None:
        """The incident that is selected; None for a head or nothing."""
        index = self.currentIndex()
        row = self.table.row_at(index.row()) if index.isValid() else None
        return row.id if row is not None else None

    def select_line(self, line: int) -> None:
        """Select a line and bring it into view."""
        if 0 <= line < self.table.rowCount():
            index = self.table.index(line, Column.SUMMARY)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self._keep_below_sticky(line)

    def select_first_row(self) -> None:
        """Select the first incident."""
        self._step_from(-1, 1)

    def step(self, direction: int) -> None:
        """Select the next incident (1) or the one before (-1), passing over heads."""
        self._step_from(self.currentIndex().row() if self.currentIndex().isValid() else -1, direction)

    def _step_from(self, line: int, direction: int) -> None:
        line += direction
        while 0 <= line < self.table.rowCount() and self.table.head_at(line) is not None:
            line += direction
        self.select_line(line)

    def visible_lines(self) -> tuple[int, int]:
        """The first and the last line in view."""
        first = self.rowAt(1)
        last = self.rowAt(self.viewport().height() - 1)
        end = self.table.rowCount() - 1
        return (max(first, 0), last if last >= 0 else min(end, 40))

    def keeping_place(self, change: Callable[[], None]) -> None:
        """Run a change of the model, and have the selected incident, or head, stay where it is on the screen."""
        current, line = self.current_id(), self.currentIndex().row()
        again = _place_again(self.table, line)
        bar = self.verticalScrollBar()
        offset = bar.value()
        gap = self.rowViewportPosition(line) if line >= 0 else 0
        self.setAutoScroll(False)
        change()
        self.updateGeometries()
        self._find_again(again(), line, offset, gap, is_row=current is not None)
        self.setAutoScroll(True)

    def _find_again(self, found: int | None, line: int, offset: int, gap: int, *, is_row: bool) -> None:
        bar = self.verticalScrollBar()
        if found is None:
            bar.setValue(offset)
            if is_row and self.table.rowCount():
                # What was selected is gone: the one that took its place is selected, so that work goes on from there.
                self._step_from(min(line, self.table.rowCount()) - 1, 1)
            return
        self.blockSignals(True)
        index = self.table.index(found, Column.SUMMARY)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.blockSignals(False)
        bar.setValue(bar.value() + self.rowViewportPosition(found) - gap)

    def toggle(self, line: int) -> None:
        """Open or close the group whose head stands on the line."""
        head = self.table.head_at(line)
        if head is not None:
            self.head_toggled.emit(head.group.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right close and open groups; Home and End go to the ends; letters are left to the actions."""
        line = self.currentIndex().row()
        head, key = self.table.head_at(line) if line >= 0 else None, event.key()
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and line >= 0 and not event.modifiers() & ~_KEYPAD:
            self._open_or_close(line, opening=key == Qt.Key.Key_Right)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and head is not None:
            self.toggle(line)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not opens_apart(event):
            self._open_current()
        elif key == Qt.Key.Key_Space and line >= 0:
            self.scroll_wanted.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.select_line(0 if key == Qt.Key.Key_Home else self.table.rowCount() - 1)
        elif opens_apart(event) or (event.text().isprintable() and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open_or_close(self, line: int, *, opening: bool) -> None:
        head = self.table.head_at(line)
        if head is not None:
            if head.collapsed == opening:
                self.toggle(line)
        elif not opening:
            heads = [number for number in self.table.layout_of_lines.head_lines() if number < line]
            if heads:
                self.select_line(heads[-1])

    def _open_current(self) -> None:
        incident_id = self.current_id()
        if incident_id is not None:
            self.opened.emit(incident_id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a head opens or closes it, one on the box of a row marks it."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            row = self.table.row_at(index.row())
            if self.table.head_at(index.row()) is not None:
                self.toggle(index.row())
                return
            if row is not None and _is_box(self, index, event.position().y()):
                self.mark_toggled.emit(row.id)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is tinted."""
        self._hover(self.rowAt(round(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that fit."""
        self._choose_columns()
        super().resizeEvent(event)
        self._sticky.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The head on top follows."""
        super().scrollContentsBy(dx, dy)
        self._sticky.place()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(760, 500)

    def _choose_columns(self) -> None:
        shown = shown_columns(self.viewport().width(), self._wanted, self._asked)
        if shown == self.shown:
            return
        self.shown = shown
        self.header.blockSignals(True)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        self.header.blockSignals(False)
        self.painter.use_columns(shown)
        self.header.setVisible(not self.painter.card)
        self._size_rows()

    def _size_rows(self) -> None:
        height = Size.ROW_TALL if self.painter.card else self.row_height
        vertical = self.verticalHeader()
        if vertical.defaultSectionSize() != height:
            vertical.setDefaultSectionSize(height)
        heads = frozenset(self.table.layout_of_lines.head_lines())
        # Heads are few; rows are never sized one by one, but for those that stand where a head stood before.
        for line in self._sized_heads - heads:
            if line < vertical.count():
                vertical.resizeSection(line, height)
        for line in heads:
            vertical.resizeSection(line, Size.GROUP_HEAD)
        self._sized_heads = heads

    def _after_reset(self) -> None:
        self.painter.current = -1
        vertical = self.verticalHeader()
        vertical.setDefaultSectionSize(Size.ROW_TALL if self.painter.card else self.row_height)
        self._size_rows()
        self._sticky.place()

    def _keep_below_sticky(self, line: int) -> None:
        if self.table.head_at(line) is None and self.table.layout_of_lines.head_lines():
            top = self.rowViewportPosition(line)
            if 0 <= top < Size.GROUP_HEAD:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() - (Size.GROUP_HEAD - top))

    def _hover(self, line: int) -> None:
        before, self.painter.hovered = self.painter.hovered, line
        for changed in {before, line} - {-1}:
            top = self.rowViewportPosition(changed)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.painter.current = index.row() if index.isValid() else -1
        if self.signalsBlocked():
            return  # A list that was read anew found it again: no step of a hand, for which the next one would wait.
        self.moved.emit()
        if not self._rest.isActive():  # One step is shown at once; only a hand that goes on is waited for.
            self.rested.emit(self.current_id() or "")
        self._rest.start()

    def _double_clicked(self, index: QModelIndex) -> None:
        if not _is_box(self, index, self.viewport().mapFromGlobal(QCursor.pos()).y()):
            self._open_current()

    def _header_clicked(self, section: int) -> None:
        if Column(section) in SORT_OF:
            self.sort_wanted.emit(section)


def _is_box(view: QueueView, index: QModelIndex, y: float) -> bool:
    """Whether the box of a row is there: in a column of its own, or below the priority of a card."""
    if view.painter.card and index.column() == Column.PRIORITY:
        return y >= view.rowViewportPosition(index.row()) + view.rowHeight(index.row()) / 2
    return index.column() == Column.MARK


def _place_again(table: QueueTable, line: int) -> Callable[[], int | None]:
    """Finds the incident, or the head, of a line again once the list is another; None where it is not there."""
    head, row = (table.head_at(line), table.row_at(line)) if line >= 0 else (None, None)
    if head is not None:
        return lambda: table.layout_of_lines.line_of_head(head.group.key)
    return lambda: None if row is None else table.line_of_id(row.id)
