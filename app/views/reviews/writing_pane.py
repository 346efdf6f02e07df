"""Where a review is written: the form, and at its left the index of its sections where there is room for both."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.reviews.section import Index
from app.views.widgets.at_most import at_most

_INDEX_WIDTH: Final = 214
_WIDEST: Final = 1160


class WritingPane(QWidget):
    """The index goes before a field of the form is cut: with large text on a small screen the page scrolls alone."""

    def __init__(self, form: QWidget, index: Index) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.side = QWidget()
        self.side.setFixedWidth(_INDEX_WIDTH)
        self.side.setProperty("edge", "right")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(self.side)
        inner.setContentsMargins(12, 16, 12, 12)
        inner.addWidget(index)
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Review"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self.side)
        row.addWidget(self.area, 1)
        self.canvas = QWidget()
        self.canvas.setObjectName("canvas")
        column = QVBoxLayout(self.canvas)
        column.setContentsMargins(24, 16, 24, 48)
        self.area.setWidget(self.canvas)
        column.addLayout(at_most(form, _WIDEST))
        column.addStretch(1)
        self.canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another review may have rows that need more."""
        if watched is self.canvas and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.side.setVisible(self.width() - _INDEX_WIDTH - bar >= self.canvas.minimumSizeHint().width())
