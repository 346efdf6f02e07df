"""A list whose order counts: rows are moved by dragging them or with Alt+Up and Alt+Down."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as _Option

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import OWN_RING, fill_rounded, paint_focus_ring, paint_left, paint_right
from app.views.toolkit.mirror import mirror
from app.views.toolkit.theme import colour
from app.views.toolkit.toast import announce
from app.views.toolkit.tokens import Size

_ROW: Final = 50
_ITEM = int(Qt.ItemDataRole.UserRole)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OrderItem(NamedTuple):
    """A row: its key, two lines, a short text at the right, and a tone where something is wrong with it."""

    key: str
    title: str
    line: str = ""
    end: str = ""
    tone: str = ""
    muted: bool = False


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: _Option, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: _Option, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        item: OrderItem = index.data(_ITEM)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        fill_rounded(painter, box, Size.RADIUS_CONTROL, "sel" if chosen else "hover" if hovered else None)
        paint_icon(painter, "grip-vertical", colour("text3"), box.left() + 4, box.center().y() - 7, 14)
        number = QRectF(box.left() + 20, box.top(), 18, box.height())
        paint_right(painter, tokens.META_STRONG, "text3", number, str(index.row() + 1))
        left, right = box.left() + 46, box.right() - 10
        if item.tone:
            name = "octagon-alert" if item.tone == "red" else "triangle-alert"
            paint_icon(painter, name, colour(item.tone), right - 16, box.center().y() - 8)
            right -= 24
        ink = "text3" if item.muted else "text"
        paint_left(painter, tokens.UI_STRONG, ink, QRectF(left, box.top() + 5, right - left, 20), item.title)
        room = right - left
        if item.end:
            paint_right(painter, tokens.META, "text2", QRectF(right - 90, box.top() + 25, 90, 18), item.end)
            room -= 96
        paint_left(painter, tokens.META, "text2", QRectF(left, box.top() + 25, room, 18), item.line)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)
        painter.restore()


class OrderList(QListWidget):
    """`moved` carries where a row was and where it is now; `picked` the key of the row that is chosen."""

    moved = Signal(int, int)
    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty(OWN_RING, True)
        self._name = name
        self._fixed = False
        self._quiet = False
        self.setAccessibleName(name)
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        # The line of the drop stands between rows, since nothing is dropped on one.
        self.setDragDropOverwriteMode(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.currentRowChanged.connect(self._picked)

    def show_items(self, items: Sequence[OrderItem], key: str) -> None:
        """Show these rows with one chosen; nobody is told."""
        self._quiet = True
        while self.count() > len(items):
            self.takeItem(self.count() - 1)
        for row, item in enumerate(items):
            if row >= self.count():
                self.addItem(QListWidgetItem())
            self.item(row).setData(_ITEM, item)
            said = [
                item.title,
                item.line,
                item.end,
                {"red": tr("has an error"), "amber": tr("has a warning")}.get(item.tone, ""),
            ]
            self.item(row).setText(", ".join(part for part in said if part))
        self.setCurrentRow(next((row for row, item in enumerate(items) if item.key == key), -1))
        self._quiet = False
        self.setFixedHeight(max(1, min(9, len(items))) * _ROW + 4)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.NoDragDrop if fixed else mode.InternalMove)

    def move_current(self, by: int) -> None:
        """Move the chosen row up or down."""
        row = self.currentRow()
        target = row + by
        if self._fixed or row < 0 or not 0 <= target < self.count():
            return
        self.moved.emit(row, target)
        announce(self, tr("Now at place {target} of {count}", target=target + 1, count=self.count()))

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow is not the way back in the window here."""
        if event.type() == QEvent.Type.ShortcutOverride and step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the row."""
        if step := step_of(event):
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Whoever owns the order moves the row; the list only says where it was dropped."""
        source = self.currentRow()
        at = self.indexAt(event.position().toPoint())
        target = at.row() if at.isValid() else self.count() - 1
        below = event.position().y() > self.visualRect(at).center().y()
        target += int(below and target < source) - int(not below and at.isValid() and target > source)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if source >= 0 and target != source:
            self.moved.emit(source, target)

    def _picked(self, row: int) -> None:
        if not self._quiet and row >= 0:
            self.picked.emit(self.item(row).data(_ITEM).key)


def step_of(event: QEvent) -> int:
    """How far a key moves a row: Alt+Up by -1, Alt+Down by 1, any other by 0."""
    if not isinstance(event, QKeyEvent) or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return _STEPS.get(Qt.Key(event.key()), 0)
