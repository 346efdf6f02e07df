"""A row of two parts that become two rows where they have no room beside each other."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

_WAY = QBoxLayout.Direction


class FoldingRow(QWidget):
    """Put widgets into `first`, which takes what is left, and into `second`, which keeps to the end.

    `least` is how many pixels the first part has at least beside the second: a text that wraps could do with a word's
    width, and would stand there in ten lines.
    """

    def __init__(self, spacing: int, least: int = 0) -> None:
        super().__init__()
        self._least = least
        self.row = QBoxLayout(_WAY.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(spacing)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        for part in (self.first, self.second):
            part.setSpacing(spacing)
        self.second.addStretch(1)
        self.row.addLayout(self.first, 1)
        self.row.addLayout(self.second)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of both parts, one above the other."""
        wider = max(part.minimumSize().width() for part in (self.first, self.second))
        return QSize(wider + self._margins(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fold or unfold with another width or other words."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        first, second = (part.minimumSize().width() for part in (self.first, self.second))
        needed = max(first, self._least if second else 0) + second + self.row.spacing() + self._margins()
        wanted = _WAY.LeftToRight if self.width() >= needed else _WAY.TopToBottom
        if self.row.direction() != wanted:
            self.row.setDirection(wanted)

    def _margins(self) -> int:
        margins = self.row.contentsMargins()
        return margins.left() + margins.right()
