"""A list of entries in two lines each: arrows go along it, letters jump, Enter opens; thousands cost what is seen."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as _Option

from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import (
    OWN_RING,
    fill_rounded,
    paint_avatar,
    paint_focus_ring,
    paint_left,
    paint_pill,
    paint_right,
    pill_width,
)
from app.views.toolkit.mirror import mirror
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.order_list import step_of

Index = QModelIndex | QPersistentModelIndex

_ROW: Final = 56
_INDENT: Final = 26
_PAGES_AHEAD: Final = 2
_ENTRY: Final = int(Qt.ItemDataRole.UserRole)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Entry(NamedTuple):
    """A row: its key, two lines at the left and two at the right, and a pill where something is worth noticing.

    `icon` is left empty for people, who have an avatar. `depth` indents what lies below another row. What is `muted`
    is no longer in use.
    """

    key: str
    title: str
    line: str = ""
    end: str = ""
    end_line: str = ""
    icon: str = ""
    depth: int = 0
    pill: str = ""
    tone: str = "slate"
    muted: bool = False

    def spoken(self) -> str:
        """The row as it is read aloud."""
        parts = (self.title, self.pill, self.line, self.end, self.end_line)
        return ", ".join(part for part in parts if part)

    def fits(self, words: Sequence[str]) -> bool:
        """Whether every word stands in it."""
        text = self.spoken().casefold()
        return all(word in text for word in words)


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: _Option, _index: Index) -> QSize:
        return QSize(160, _ROW)

    def paint(self, painter: QPainter, option: _Option, index: Index) -> None:
        entry: Entry = index.data(_ENTRY)
        state: QStyle.StateFlag = option.state
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        box = QRectF(option.rect).adjusted(entry.depth * _INDENT, 2, -2, -2)
        fill = "hover" if state & QStyle.StateFlag.State_MouseOver else "raised" if entry.muted else "surface"
        fill_rounded(painter, box, Size.RADIUS_CARD, fill, "border")
        middle = box.center().y()
        if entry.icon:
            paint_icon(painter, entry.icon, colour("text3" if entry.muted else "text2"), box.left() + 14, middle - 8)
        else:
            paint_avatar(painter, box.left() + 12, middle, entry.title)
        right = _paint_end(painter, box, entry)
        left = box.left() + 44
        ink = "text3" if entry.muted else "text"
        if entry.pill:
            width = pill_width(entry.pill)
            right -= width + 8
            paint_pill(painter, right + 4, middle, entry.pill, entry.tone)
        top, below = (box.top() + 7, box.top() + 27) if entry.line else (middle - 10, 0)
        paint_left(painter, tokens.UI_STRONG, ink, QRectF(left, top, right - left, 20), entry.title)
        if entry.line:
            paint_left(painter, tokens.META, "text2", QRectF(left, below, right - left, 18), entry.line)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box, Size.RADIUS_CARD)
        painter.restore()


def _paint_end(painter: QPainter, box: QRectF, entry: Entry) -> float:
    """The chevron and the two lines at the right; returns where they begin."""
    paint_icon(painter, "chevron-right", colour("text3"), box.right() - 28, box.center().y() - 7, 14)
    right, room = box.right() - 40, min(340.0, box.width() / 3)
    lines = [text for text in (entry.end, entry.end_line) if text]
    if not lines:
        # A pill stands below those of the other rows, whether or not something stands beside it.
        return right - room - 12 if entry.pill else right
    top = box.top() + 7 if len(lines) == 2 else box.center().y() - 10
    for number, (text, style, ink) in enumerate(
        zip(lines, (tokens.UI_MEDIUM, tokens.META), ("text3" if entry.muted else "text", "text2"), strict=False)
    ):
        paint_right(painter, style, ink, QRectF(right - room, top + 20 * number, room, 19), text)
    return right - room - 12


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        # The text is what letters jump to; the whole row is read aloud.
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return entry.spoken() if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole} else None

    def show(self, entries: tuple[Entry, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def add(self, entries: tuple[Entry, ...]) -> None:
        first = len(self.entries)
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self.entries += entries
        self.endInsertRows()


class EntryList(QListView):
    """`opened` carries the key of a row that was clicked or taken with Enter.

    `move_wanted` carries a row that Alt+Up or Alt+Down asks to move, and by how much; only where `has_order`.

    A list that is read in pages asks with `more_wanted` when what lies below is nearly all that there is of it.
    """

    opened = Signal(str)
    more_wanted = Signal()
    move_wanted = Signal(str, int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.has_order = False
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Rows(self))
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self.opened.emit(index.data(_ENTRY).key))
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._look_below)
        bar.rangeChanged.connect(self._range_changed)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._model.entries

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the row that was chosen stays so, and the list stays where it was scrolled to."""
        kept, place = self.current_key(), self.verticalScrollBar().value()
        self._model.show(tuple(entries))
        self.choose(kept)
        self.verticalScrollBar().setValue(place)

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Show these below the others."""
        if entries:
            self._model.add(tuple(entries))

    # A method and no function beside it: a list that is taken down moves its bar once more, which is none by then.
    def _range_changed(self, _least: int, _most: int) -> None:
        self._look_below(self.verticalScrollBar().value())

    def _look_below(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _PAGES_AHEAD * self.viewport().height():
            self.more_wanted.emit()

    def current_key(self) -> str:
        """The key of the row that the keyboard is at, or empty."""
        index = self.currentIndex()
        return self.entries[index.row()].key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Put the keyboard at a row; the first where the key is not there."""
        row = next((number for number, entry in enumerate(self.entries) if entry.key == key), 0)
        if self.entries:
            self.setCurrentIndex(self._model.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        step = step_of(event) if self.has_order else 0
        if step and self.current_key():
            self.move_wanted.emit(self.current_key(), step)
        elif event.key() in _ENTER and self.current_key():
            self.opened.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow is not the way back in the window where rows have an order."""
        if self.has_order and event.type() == QEvent.Type.ShortcutOverride and step_of(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A list that is reached by Tab has a row that is marked."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose("")
