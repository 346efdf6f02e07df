"""A list of a review as rows of fields: add, change, move and remove, all without a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.reviews.dto import Value
from app.views.reviews.editors import Editor
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import Label

_BUTTON = 26
_GAP = 2
_SPACE = 8
_LEAST_SHARED = 160
"""So many pixels are left for the columns without a width of their own, or these stand on a line above the others."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field of the part, its head, its share of the width, and what makes its editor."""

    field: str
    head: str
    share: int
    make: Callable[[], Editor]
    width: int = 0
    """A fixed width in pixels, where the share does not count."""


class Cells(QVBoxLayout):
    """The cells of a row, or its heads, side by side; where that is too narrow, those that share the width above."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(2)
        self._shared: list[tuple[int, QWidget, int, Qt.AlignmentFlag]] = []
        self._above, self.line = QHBoxLayout(), QHBoxLayout()
        for line in (self._above, self.line):
            line.setSpacing(_SPACE)
            self.addLayout(line)
        self._is_narrow = False

    def add(self, cell: QWidget, column: Column, alignment: Qt.AlignmentFlag) -> None:
        """One more cell at the end."""
        _give_width(cell, column)
        if not column.width:
            self._shared.append((self.line.count(), cell, column.share, alignment))
        self.line.addWidget(cell, column.share, alignment)

    def set_narrow(self, narrow: bool) -> None:
        """Two lines, or one."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        left, entered = (self.line, self._above) if narrow else (self._above, self.line)
        for place, cell, share, alignment in self._shared:
            left.removeWidget(cell)
            entered.insertWidget(entered.count() if narrow else place, cell, share, alignment)


class Row(QWidget):
    """One row; `mark` is a widget before the fields, `end` one after them or below the field `under`, if any."""

    edited = Signal(str, str, object, object)
    typed = Signal()
    refused = Signal(str)

    def __init__(
        self, columns: Sequence[Column], *, mark: QWidget | None, end: QWidget | None, under: str, movable: bool
    ) -> None:
        super().__init__()
        self.part_id = ""
        self.mark, self.end = mark, end
        self.editors: dict[str, Editor] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(_SPACE)
        top = Qt.AlignmentFlag.AlignTop
        if mark is not None:
            line.addWidget(mark, 0, top)
        self.cells = Cells()
        line.addLayout(self.cells, 1)
        for column in columns:
            editor = column.make()
            editor.edited.connect(lambda base, value, name=column.field: self._edited(name, base, value))
            editor.typed.connect(self.typed)
            editor.refused.connect(self.refused)
            self.cells.add(_cell(editor, end) if end is not None and column.field == under else editor, column, top)
            self.editors[column.field] = editor
        if end is not None and not under:
            self.cells.line.addWidget(end, 0, top)
        self._movable = movable
        ends = self._ends()
        line.addLayout(ends)
        line.setAlignment(ends, top)

    def _ends(self) -> QHBoxLayout:
        self.up = IconButton("arrow-up", tr("Move up"), size=_BUTTON)
        self.down = IconButton("arrow-down", tr("Move down"), size=_BUTTON)
        self.cross = IconButton("x", tr("Remove this row"), size=_BUTTON)
        ends = QHBoxLayout()
        ends.setContentsMargins(0, 3, 0, 0)
        ends.setSpacing(_GAP)
        for button in (self.up, self.down, self.cross):
            ends.addWidget(button)
            # Where nothing may be changed the buttons go, and the cells stay below their heads.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(self._movable or button is self.cross)
            button.setSizePolicy(policy)
        if not self._movable:
            # Only hidden, never shown here: without a parent yet they would be windows and take the keyboard away.
            self.up.hide()
            self.down.hide()
        return ends

    def _edited(self, field: str, base: Value, value: Value) -> None:
        self.edited.emit(self.part_id, field, base, value)

    def show_item(self, item: Any) -> None:
        """Show the values of a part."""
        self.part_id = item.id
        for field, editor in self.editors.items():
            editor.show_value(getattr(item, field))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        for editor in self.editors.values():
            editor.set_fixed(fixed)
        for button in (self.up, self.down):
            button.setVisible(self._movable and not fixed)
        self.cross.setVisible(not fixed)


class RowTable(QWidget):
    """Rows kept by the id of their part, so that what is typed in one survives a change of another."""

    added = Signal()
    edited = Signal(str, str, object, object)
    moved = Signal(str, int)
    removed = Signal(str)
    typed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        add_text: str,
        *,
        heads: bool = True,
        movable: bool = True,
        mark: Callable[[], QWidget] | None = None,
        end: Callable[[], QWidget] | None = None,
        under: str = "",
        empty: str = "",
    ) -> None:
        super().__init__()
        self._columns, self._movable = columns, movable
        self._mark, self._end, self._under = mark, end, under
        self.rows: dict[str, Row] = {}
        self._fixed = False
        self._focus_new = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._is_narrow = False
        self._head_cells = Cells()
        self._heads = self._head_line()
        self._show_heads = heads
        whole.addWidget(self._heads)
        # Only now: a widget shown before it has a parent would be a window of its own and take the focus.
        self._heads.setVisible(heads)
        self._empty = Label(empty, tokens.UI, "text3", wrap=True)
        whole.addWidget(self._empty)
        self._empty.setVisible(bool(empty))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        whole.addLayout(self._lines)
        self.add = Button(add_text, kind="ghost", icon="plus", height=Size.BUTTON_SMALL)
        self.add.clicked.connect(self._add)
        whole.addSpacing(2)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def _head_line(self) -> QWidget:
        heads = QWidget()
        line = QHBoxLayout(heads)
        line.setContentsMargins(0, 0, 0, 2)
        line.setSpacing(_SPACE)
        if self._mark is not None:
            line.addWidget(_room(self._mark().sizeHint().width()))
        line.addLayout(self._head_cells, 1)
        for column in self._columns:
            self._head_cells.add(Label(column.head, tokens.CAPTION_STRONG, "text2"), column, Qt.AlignmentFlag(0))
        if self._end is not None and not self._under:
            self._head_cells.line.addWidget(_room(self._end().width()))
        line.addWidget(_room(self._ends_width()))
        return heads

    def _ends_width(self) -> int:
        return 3 * _BUTTON + 2 * _GAP if self._movable else _BUTTON

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows where the columns that share what is left would have nearly nothing of it."""
        super().resizeEvent(event)
        widths = [column.width for column in self._columns if column.width]
        left = self.width() - sum(widths) - _SPACE * len(self._columns) - self._ends_width()
        self._is_narrow = bool(widths) and left < _LEAST_SHARED
        for cells in (self._head_cells, *(row.cells for row in self.rows.values())):
            cells.set_narrow(self._is_narrow)

    def _add(self) -> None:
        self._focus_new = True
        self.added.emit()

    def show_items(self, items: Sequence[Any]) -> None:
        """Show these parts in this order."""
        wanted = [item.id for item in items]
        for part_id in [part_id for part_id in self.rows if part_id not in wanted]:
            row = self.rows.pop(part_id)
            row.hide()
            row.deleteLater()
        fresh: Row | None = None
        for place, item in enumerate(items):
            row = self.rows.get(item.id) or self._new_row(item.id)
            fresh = row if not row.part_id else fresh
            row.show_item(item)
            row.set_fixed(self._fixed)
            if self._lines.indexOf(row) != place:
                self._lines.insertWidget(place, row)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(items) - 1)
        self._heads.setVisible(self._show_heads and bool(items))
        self._empty.setVisible(bool(self._empty.text()) and not items)
        if fresh is not None and self._focus_new:
            self._focus_new = False
            next(iter(fresh.editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, part_id: str) -> Row:
        row = Row(
            self._columns,
            mark=self._mark() if self._mark else None,
            end=self._end() if self._end else None,
            under=self._under,
            movable=self._movable,
        )
        row.edited.connect(self.edited)
        row.typed.connect(self.typed)
        row.refused.connect(self.refused)
        row.up.clicked.connect(lambda: self.moved.emit(part_id, self._place(part_id) - 1))
        row.down.clicked.connect(lambda: self.moved.emit(part_id, self._place(part_id) + 1))
        row.cross.clicked.connect(lambda: self.removed.emit(part_id))
        row.cells.set_narrow(self._is_narrow)
        self.rows[part_id] = row
        return row

    def _place(self, part_id: str) -> int:
        return self._lines.indexOf(self.rows[part_id]) + 1

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        self.add.setVisible(not fixed)
        for row in self.rows.values():
            row.set_fixed(fixed)


def _cell(editor: Editor, end: QWidget) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(editor)
    column.addWidget(end)
    return cell


def _room(width: int) -> QWidget:
    room = QWidget()
    room.setFixedWidth(width)
    return room


def _give_width(widget: QWidget, column: Column) -> None:
    if column.width:
        widget.setFixedWidth(column.width)
    else:
        # Shares alone decide, so that the cells of all rows stand below each other.
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
