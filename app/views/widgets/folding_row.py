"""A row of two parts that become two rows where they have no room beside each other."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.views.widgets.flow import FlowLayout

_WAY = QBoxLayout.Direction


class _Ends(FlowLayout):
    """The second part: one row while it stands beside the first one, as many as it needs below it."""

    def __init__(self, gap: int) -> None:
        super().__init__(gap, at_end=True)
        self.is_beside = True

    def minimumSize(self) -> QSize:
        """Beside the first part nothing of it goes to a second row."""
        return QSize(self.one_row(), super().minimumSize().height()) if self.is_beside else super().minimumSize()

    def least_width(self) -> int:
        """As narrow as the widest of it."""
        return super().minimumSize().width()


class FoldingRow(QWidget):
    """Put widgets into `first`, which takes what is left, and into `second`, which keeps to the end.

    `least` is how many pixels the first part has at least beside the second: a text that wraps could do with a word's
    width, and would stand there in ten lines. Below the first part, the second goes on in a further row where it must.
    """

    def __init__(self, spacing: int, least: int = 0) -> None:
        super().__init__()
        self._least = least
        self.row = QBoxLayout(_WAY.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)
        self.first, self.second = QHBoxLayout(), _Ends(spacing)
        self.first.setSpacing(spacing)
        self.row.addLayout(self.first, 1)
        self.row.addLayout(self.second)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of both parts, one above the other."""
        wider = max(self.first.minimumSize().width(), self.second.least_width())
        return QSize(wider + self._margins(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fold or unfold with another width or other words."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        first, second = self.first.minimumSize().width(), self.second.one_row()
        needed = max(first, self._least if second else 0) + second + self.row.spacing() + self._margins()
        is_beside = self.width() >= needed
        if self.second.is_beside != is_beside:
            self.second.is_beside = is_beside
            self.row.setDirection(_WAY.LeftToRight if is_beside else _WAY.TopToBottom)

    def _margins(self) -> int:
        margins = self.row.contentsMargins()
        return margins.left() + margins.right()
