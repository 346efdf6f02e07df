"""A layout that puts its widgets beside each other and goes on in the next row where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of widgets at their preferred size, at one middle; runs from the right in a right-to-left language.

    Each row keeps to where lines begin or, `at_end`, to where they end.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None, *, at_end: bool = False) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_before_last(self, widget: QWidget) -> None:
        """Put a widget before the one that always stands last."""
        self.addWidget(widget)
        self._items[-2:] = reversed(self._items[-2:])

    def one_row(self) -> int:
        """How wide it is with all beside each other."""
        wide = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(wide) + self.spacing() * max(0, len(wide) - 1)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for row in self._rows(rect.width()):
            height = max(size.height() for _item, size in row)
            if move:
                self._put(row, rect, top, height)
            top += height + self.spacing()
        return max(0, top - self.spacing() - rect.top())

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if not rows or left + size.width() > width:
                rows.append([])
                left = 0
            rows[-1].append((item, size))
            left += size.width() + self.spacing()
        return rows

    def _put(self, row: list[tuple[QLayoutItem, QSize]], rect: QRect, top: int, height: int) -> None:
        """A row, each at the middle of its height, so that a word stands at the height of the field beside it."""
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        wide = sum(size.width() for _item, size in row) + self.spacing() * (len(row) - 1)
        left = rect.width() - wide if self._at_end else 0
        for item, size in row:
            x = rect.right() + 1 - left - size.width() if mirrored else rect.left() + left
            item.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
            left += size.width() + self.spacing()
