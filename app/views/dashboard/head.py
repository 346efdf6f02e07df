"""The head of the dashboard: its title, and what can be chosen beside it or, where there is no room, below it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.views.toolkit import tokens
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label

_APART = 10
_EDGES = 60
"""Pixels around the two and between them."""


class _Tools(QWidget):
    """In one row where there is room for it; with large text on a small screen they go on in the next."""

    def __init__(self, tools: Sequence[QWidget]) -> None:
        super().__init__()
        self._tools = tools
        flow = FlowLayout(_APART, self)
        for tool in tools:
            flow.addWidget(tool)

    def sizeHint(self) -> QSize:
        """All beside each other."""
        hints = [tool.sizeHint() for tool in self._tools if not tool.isHidden()]
        wide = sum(hint.width() for hint in hints) + _APART * (len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))


class Head(QWidget):
    """Takes the tools in the order in which they are read."""

    def __init__(self, title: str, tools: Sequence[QWidget]) -> None:
        super().__init__()
        self._title, self._tools = Label(title, tokens.VIEW_TITLE), _Tools(tools)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 10, 20, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text on a small screen the tools stand below."""
        super().resizeEvent(event)
        beside = event.size().width() >= self._title.sizeHint().width() + self._tools.sizeHint().width() + _EDGES
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
