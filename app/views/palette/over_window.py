"""What floats over the window with its scrim: one field, a list below it, and a foot; it gives the focus back.

The palette and the search are two of these. The keyboard stays in the field; arrows, Enter and Escape belong to the
list.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from app.domain.wording import tr
from app.views.shell.shortcut_sheet import paint_scrim
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.kept_clear import never_cover_card
from app.views.toolkit.shadow import around, paint_shadow
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.marks import Symbol

Index = QModelIndex | QPersistentModelIndex
HEAD: Final = 52
FOOT: Final = 34
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_SPOKEN: Final = int(Qt.ItemDataRole.AccessibleTextRole)
_NOWHERE: Final = QModelIndex()
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Lines(QAbstractListModel):
    """Titles of sections, which are texts, and what can be chosen, in the order in which they are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[Any] = []

    def show(self, lines: list[Any]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """What a line is called, and what is read out of it."""
        if role not in {_DISPLAY, _SPOKEN} or not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, str):
            return line
        return self.said(line, spoken=role == _SPOKEN)

    def said(self, line: Any, *, spoken: bool) -> str:
        """The words of a line that can be chosen."""
        raise NotImplementedError

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class _Opaque(QListView):
    """Says that nothing shows through, so that a letter paints the list alone and not the page behind it once more."""

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet has dressed it by now, and takes the promise of others away."""
        super().showEvent(event)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("surface"))
        painter.end()
        super().paintEvent(event)


class OverWindow(QWidget):
    """Made anew each time it is opened, over the whole `host`. A subclass says what is listed and what Enter does."""

    def __init__(self, host: QWidget, lines: Lines, delegate: QStyledItemDelegate) -> None:
        super().__init__(host)
        self._host = host
        self._before = QApplication.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(host.rect())
        self._lines = lines
        lines.setParent(self)
        delegate.setParent(self)
        self._build(delegate)
        never_cover_card(self, self._card)
        host.installEventFilter(self)

    def begin(self, typed: str) -> None:
        """Show it with this in the field."""
        self.field.setText(typed)
        self.typed(typed)
        self.show()
        self.raise_()
        self.field.setFocus()

    def _build(self, delegate: QStyledItemDelegate) -> None:
        self._card = QFrame(self)
        self._card.setProperty("card", "sheet")
        self.column = QVBoxLayout(self._card)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self._build_field())
        self.list = _Opaque()
        self.list.setModel(self._lines)
        self.list.setItemDelegate(delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(lambda index: self.run(index.row()))
        self.list.entered.connect(self.list.setCurrentIndex)
        self.column.addWidget(self.list, 1)

    def _build_field(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(HEAD)
        head.setProperty("edge", "bottom")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head_row = QHBoxLayout(head)
        self.head_row.setContentsMargins(20, 0, 16, 0)
        self.head_row.setSpacing(10)
        self.field = QLineEdit()
        self.field.setProperty("plain", True)
        self.field.setFont(font(tokens.TypeStyle(15, 400)))
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.head_row.addWidget(Symbol("search", tr("Search"), "text2", 18))
        self.head_row.addWidget(self.field, 1)
        return head

    def add_foot(self, *hints: str) -> list[Label]:
        """A line below the list that says which keys there are; returns its labels."""
        foot = QWidget()
        foot.setFixedHeight(FOOT)
        foot.setProperty("edge", "top")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 0, 16, 0)
        labels = [Label(hint, tokens.CAPTION, "text2") for hint in hints]
        row.addWidget(labels[0])
        row.addStretch(1)
        for label in labels[1:]:
            row.addWidget(label)
        self.column.addWidget(foot)
        return labels

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Escape in the field belong to the list; the window's size is ours."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self.place()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key(event)
        return False

    def key(self, event: QKeyEvent) -> bool:
        """A key in the field; whether it was one of the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._move(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.run(self.list.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_quietly()
        else:
            return False
        return True

    def typed(self, text: str) -> None:
        """The text in the field has changed."""
        raise NotImplementedError

    def run(self, line: int) -> None:
        """A line was chosen."""
        raise NotImplementedError

    def _move(self, step: int) -> None:
        line = self.list.currentIndex().row() + step
        self.choose(max(0, min(line, len(self._lines.lines) - 1)), 1 if step > 0 else -1)

    def choose(self, line: int, direction: int) -> None:
        """Make this the line that Enter takes, or where it is a title the next one in the direction."""
        while 0 <= line < len(self._lines.lines) and isinstance(self._lines.lines[line], str):
            line += direction
        if 0 <= line < len(self._lines.lines):
            self.list.setCurrentIndex(self._lines.index(line))
        if line <= 1:
            self.list.scrollToTop()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """The field keeps the keyboard: what lies below is behind the scrim."""
        return True

    def close_quietly(self) -> None:
        """Put it away and give the focus back."""
        before = self._before
        self._host.removeEventFilter(self)
        self.close()
        if before is not None and before.isVisible():
            before.setFocus()

    def place(self) -> None:
        """Give the card its size and place."""
        raise NotImplementedError

    def place_card(self, width: int, height: int) -> None:
        """The card in the upper part of the window, with this size."""
        before, now = (
            self._card.geometry(),
            QRect((self.width() - width) // 2, max(24, self.height() // 10), width, height),
        )
        if before != now:
            self._card.setGeometry(now)
            # The shadow is this widget's; what stands on the card paints itself.
            self.update(QRegion(around(before)) + QRegion(around(now)) - QRegion(before.intersected(now)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes it."""
        event.accept()
        self.close_quietly()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The scrim, and the shadow of the card where that is not all that changed."""
        paint_scrim(self)
        card, round_off = self._card.geometry(), Size.RADIUS_SHEET
        if not card.adjusted(round_off, round_off, -round_off, -round_off).contains(event.rect()):
            paint_shadow(QPainter(self), QRectF(card))
