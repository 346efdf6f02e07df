"""The journal beside the timeline: tick what belongs on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.marks import (
    OWN_RING,
    fill_rounded,
    paint_check_box,
    paint_focus_ring,
    paint_left,
    paint_right,
    text_width,
)
from app.views.toolkit.mirror import mirror
from app.views.toolkit.tokens import Size

_ENTRY = int(Qt.ItemDataRole.UserRole)
_HEIGHT = 44


@dataclass(frozen=True, slots=True)
class JournalLine:
    """An entry of the journal as the list shows it."""

    entry_id: str
    when: str
    text: str
    source: str


class _Painter(QStyledItemDelegate):
    def __init__(self, view: "JournalList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        line: JournalLine = index.data(_ENTRY)
        if state & QStyle.StateFlag.State_MouseOver and not self._view.fixed:
            fill_rounded(painter, box.adjusted(2, 0, -2, 0), Size.RADIUS_CONTROL, "hover")
        ticked = Qt.CheckState.Checked if line.entry_id in self._view.chosen else Qt.CheckState.Unchecked
        middle = box.top() + 14
        paint_check_box(painter, box.left() + 8, middle, ticked, live=not self._view.fixed)
        left = box.left() + 32
        ink = "text" if ticked == Qt.CheckState.Checked else "text2"
        paint_left(painter, tokens.META_STRONG, ink, QRectF(left, box.top() + 4, box.width() - 44, 20), line.when)
        width = text_width(tokens.META, line.source) + 2
        paint_right(
            painter, tokens.META, "text3", QRectF(box.right() - width - 10, box.top() + 4, width, 20), line.source
        )
        paint_left(painter, tokens.UI, ink, QRectF(left, box.top() + 21, box.width() - 44, 20), line.text)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box.adjusted(2, 0, -2, 0), Size.RADIUS_CONTROL)
        painter.restore()


class JournalList(QListWidget):
    """`picked` and `dropped` carry the id of an entry; Space or a click turns it."""

    picked = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: frozenset[str] = frozenset()
        self.fixed = False
        self._lines: tuple[JournalLine, ...] = ()
        self.setAccessibleName(tr("Journal: tick what belongs on the timeline"))
        self.setItemDelegate(_Painter(self))
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, lines: Sequence[JournalLine], chosen: frozenset[str]) -> None:
        """Show the journal, with what is on the timeline ticked."""
        self.chosen = chosen
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.clear()
            for line in lines:
                item = QListWidgetItem(f"{line.when} {line.text}")
                item.setData(_ENTRY, line)
                item.setToolTip(line.text)
                self.addItem(item)
        for place, line in enumerate(self._lines):
            spoken = tr("on the timeline") if line.entry_id in chosen else tr("not on the timeline")
            self.item(place).setData(
                int(Qt.ItemDataRole.AccessibleTextRole), f"{line.when}, {line.text}, {line.source}, {spoken}"
            )
        self.viewport().update()

    def turn(self, item: QListWidgetItem | None) -> None:
        """Take an entry onto the timeline, or off it."""
        if item is None or self.fixed:
            return
        entry_id = item.data(_ENTRY).entry_id
        if entry_id in self.chosen:
            self.chosen -= {entry_id}
            self.dropped.emit(entry_id)
        else:
            self.chosen |= {entry_id}
            self.picked.emit(entry_id)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter turn the current entry."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.turn(self.currentItem())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click turns the entry under the pointer."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.turn(self.itemAt(event.position().toPoint()))
