"""The palette itself: one field, a list, keys shown; it floats over the window and gives the focus back."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.views.palette.entries import Entry, Sources, entries
from app.views.shell.shortcut_sheet import paint_scrim
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_keys, paint_left, paint_right
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.marks import Pill, Symbol

_SECTION_ROW: Final = 28
_ROWS: Final = 10
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_SELECTED: Final = QStyle.StateFlag.State_Selected
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class _Lines(QAbstractListModel):
    """Section titles (text) and entries, in the order in which they are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[str | Entry] = []

    def show(self, found: list[Entry]) -> None:
        self.beginResetModel()
        self.lines = []
        section = ""
        for entry in found:
            if entry.section != section:
                section = entry.section
                self.lines.append(section)
            self.lines.append(entry)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in {_DISPLAY, _SPOKEN} or not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line
        parts = (line.text, line.hint, line.keys.replace("+", " "), line.reason)
        return line.text if role == _DISPLAY else ", ".join(filter(None, parts))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class _Delegate(QStyledItemDelegate):
    def __init__(self, lines: _Lines) -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        section = isinstance(self._lines.lines[index.row()], str)
        return QSize(100, _SECTION_ROW if section else Size.PALETTE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QRectF(option.rect)
        line = self._lines.lines[index.row()]
        painter.save()
        if isinstance(line, str):
            paint_left(painter, tokens.META_STRONG, "text3", box.adjusted(20, 4, 0, 0), line)
        else:
            self._paint_entry(painter, box.adjusted(8, 1, -8, -1), line, chosen=bool(option.state & _SELECTED))
        painter.restore()

    def _paint_entry(self, painter: QPainter, box: QRectF, entry: Entry, *, chosen: bool) -> None:
        if chosen:
            fill_rounded(painter, box, Size.RADIUS_CARD, "sel")
            fill_rounded(painter, QRectF(box.left(), box.center().y() - 8, 3, 16), 1.5, "accent")
        ink = "text3" if entry.reason else "text"
        paint_icon(
            painter,
            entry.icon or "chevron-right",
            colour(ink if entry.reason else "text2"),
            box.left() + 14,
            box.center().y() - 8,
        )
        right = box.right() - 10
        if entry.keys:
            right = paint_keys(painter, right, box.center().y(), entry.keys, ink="text2", fill=None) - 10
        if entry.reason:
            paint_right(
                painter,
                tokens.META,
                "text3",
                QRectF(box.left(), box.top(), right - box.left(), box.height()),
                entry.reason,
            )
        end = _paint_marked(
            painter, entry, QRectF(box.left() + 44, box.top(), right - box.left() - 44, box.height()), ink
        )
        if entry.hint:
            paint_left(
                painter, tokens.META, "text3", QRectF(end + 10, box.top(), right - end - 10, box.height()), entry.hint
            )


def _paint_marked(painter: QPainter, entry: Entry, box: QRectF, ink: str) -> float:
    """The text with the letters that were meant in bold; returns where it ends."""
    painter.setPen(colour(ink))
    left = box.left()
    places = set(entry.places)
    start = 0
    text = entry.text
    while start < len(text):
        strong = start in places
        end = start
        while end < len(text) and (end in places) == strong:
            end += 1
        style = tokens.UI_STRONG if strong else tokens.UI
        painter.setFont(font(style, tabular=True))
        piece = text[start:end]
        painter.drawText(
            QRectF(left, box.top(), box.right() - left, box.height()), int(Qt.AlignmentFlag.AlignVCenter), piece
        )
        left += metrics(style, tabular=True).horizontalAdvance(piece)
        start = end
    return left


class Palette(QWidget):
    """Made anew each time it is opened, over the whole window, with its scrim."""

    def __init__(self, host: QWidget, sources: Sources, typed: str = "") -> None:
        super().__init__(host)
        self._host = host
        self._sources = sources
        self._before = QApplication.focusWidget()
        self.setAccessibleName("Command palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(host.rect())
        self._lines = _Lines(self)
        self._build()
        host.installEventFilter(self)
        self.field.setText(typed)
        self._typed(typed)
        self.show()
        self.raise_()
        self.field.setFocus()

    def _build(self) -> None:
        self._card = QFrame(self)
        self._card.setProperty("card", "sheet")
        shadow = QGraphicsDropShadowEffect(self._card)
        shadow.setBlurRadius(48)
        shadow.setOffset(0, 16)
        shadow.setColor(QColor(0, 0, 0, 110))
        self._card.setGraphicsEffect(shadow)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._build_field())
        self.list = QListView()
        self.list.setAccessibleName("Commands")
        self.list.setModel(self._lines)
        self.list.setItemDelegate(_Delegate(self._lines))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.list.entered.connect(self.list.setCurrentIndex)
        column.addWidget(self.list, 1)
        column.addWidget(self._build_foot())

    def _build_field(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(52)
        head.setProperty("edge", "bottom")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        self.field = QLineEdit()
        self.field.setAccessibleName("What do you want to do?")
        self.field.setPlaceholderText("Type a command, a number or what to look for")
        self.field.setProperty("plain", True)
        self.field.setFont(font(tokens.TypeStyle(15, 400)))
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        row.addWidget(Symbol("search", "Search", "text2", 18))
        row.addWidget(self.field, 1)
        subject = self._sources.subject()
        if subject:
            row.addWidget(Pill(subject, "blue"))
        return head

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(34)
        foot.setProperty("edge", "top")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 0, 16, 0)
        row.addWidget(Label("↑ ↓ choose    ↵ run    Esc close", tokens.CAPTION, "text2"))
        row.addStretch(1)
        row.addWidget(Label("# number    > commands    / filter", tokens.CAPTION, "text2"))
        return foot

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Escape in the field belong to the list; the window's size is ours."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self._place()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
            Qt.Key(event.key())
        )
        if step is not None:
            self._move(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_quietly()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._lines.show(entries(text, self._sources))
        self._choose(0, 1)
        self._place()

    def _move(self, step: int) -> None:
        line = self.list.currentIndex().row() + step
        self._choose(max(0, min(line, len(self._lines.lines) - 1)), 1 if step > 0 else -1)

    def _choose(self, line: int, direction: int) -> None:
        while 0 <= line < len(self._lines.lines) and isinstance(self._lines.lines[line], str):
            line += direction
        if 0 <= line < len(self._lines.lines):
            self.list.setCurrentIndex(self._lines.index(line))
        if line <= 1:
            self.list.scrollToTop()

    def _run(self, line: int) -> None:
        if not 0 <= line < len(self._lines.lines):
            return
        entry = self._lines.lines[line]
        if isinstance(entry, str) or entry.reason:
            return
        run = partial(entry.run)
        self.close_quietly()
        run()

    def close_quietly(self) -> None:
        """Put the palette away and give the focus back."""
        before = self._before
        self._host.removeEventFilter(self)
        self.close()
        if before is not None and before.isVisible():
            before.setFocus()

    def current(self) -> Entry | None:
        """The entry that Enter would run."""
        line = self.list.currentIndex().row()
        entry = self._lines.lines[line] if 0 <= line < len(self._lines.lines) else None
        return entry if isinstance(entry, Entry) else None

    def shown(self) -> list[Entry]:
        """All entries that are listed."""
        return [line for line in self._lines.lines if isinstance(line, Entry)]

    def _place(self) -> None:
        width = min(Size.PALETTE, self.width() - 32)
        rows = sum(_SECTION_ROW if isinstance(line, str) else Size.PALETTE_ROW for line in self._lines.lines)
        room = min(_ROWS * Size.PALETTE_ROW, self.height() - 200)
        height = 52 + 34 + 2 + min(rows, room) + 4
        self._card.setGeometry(QRect((self.width() - width) // 2, max(24, self.height() // 10), width, height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        event.accept()
        self.close_quietly()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim."""
        paint_scrim(self)
