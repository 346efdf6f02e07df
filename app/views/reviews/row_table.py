"""A list of a review as rows of fields: add, change, move and remove, all without a dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field of the part, its head, its share of the width, and what makes its editor."""

    field: str
    head: str
    share: int
    make: Callable[[], Editor]
    width: int = 0
    """A fixed width in pixels, where the share does not count."""


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
        line.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        if mark is not None:
            line.addWidget(mark, 0, top)
        for column in columns:
            editor = column.make()
            editor.edited.connect(lambda base, value, name=column.field: self._edited(name, base, value))
            editor.typed.connect(self.typed)
            editor.refused.connect(self.refused)
            cell = _cell(editor, end) if end is not None and column.field == under else editor
            _give_width(cell, column)
            line.addWidget(cell, column.share, top)
            self.editors[column.field] = editor
        if end is not None and not under:
            line.addWidget(end, 0, top)
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
        line.setSpacing(8)
        if self._mark is not None:
            line.addWidget(_room(self._mark().sizeHint().width()))
        for column in self._columns:
            label = Label(column.head, tokens.CAPTION_STRONG, "text2")
            _give_width(label, column)
            line.addWidget(label, column.share)
        if self._end is not None and not self._under:
            line.addWidget(_room(self._end().width()))
        line.addWidget(_room(3 * _BUTTON + 2 * _GAP if self._movable else _BUTTON))
        return heads

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
