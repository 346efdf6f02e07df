"""What the sheet and a hand-over that is read have in common: the numbers, and a scrolled body."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.handovers.dto import Figure
from app.views.widgets.buttons import Button


class FigureStrip(QWidget):
    """The numbers; each says what it counts, and `wanted` carries the filter that finds the same in the queue."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, figure in enumerate(figures):
            button = Button(f"{figure.value}  {figure.label}")
            button.setAccessibleName(tr("{label}: {value}", label=figure.label, value=figure.value))
            without = tr("Counted without incidents that are restricted to a group.")
            button.setToolTip(f"{figure.counts}\n{figure.filter_text}\n{without}")
            button.setAccessibleDescription(figure.counts)
            button.clicked.connect(partial(self._want, figure.filter_text))
            self._row.insertWidget(place, button)
            self.buttons.append(button)

    def _want(self, filter_text: str, _checked: bool = False) -> None:
        self.wanted.emit(filter_text)


def scrolled(*widgets: QWidget) -> QScrollArea:
    """These below one another, in an area that scrolls."""
    canvas = QWidget()
    canvas.setObjectName("canvas")
    column = QVBoxLayout(canvas)
    column.setContentsMargins(0, 0, 0, 16)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setWidget(canvas)
    return area
