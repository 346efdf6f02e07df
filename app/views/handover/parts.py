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
        self._filters: list[str] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(8)
        self._row.addStretch(1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        # Buttons that are there stay, and the keyboard with them.
        for button in self.buttons[len(figures) :]:
            button.hide()
            button.deleteLater()
        del self.buttons[len(figures) :]
        while len(self.buttons) < len(figures):
            button = Button("")
            button.clicked.connect(partial(self._want, len(self.buttons)))
            self._row.insertWidget(len(self.buttons), button)
            self.buttons.append(button)
        self._filters = [figure.filter_text for figure in figures]
        for button, figure in zip(self.buttons, figures, strict=True):
            button.setText(f"{figure.value}  {figure.label}")
            button.setAccessibleName(tr("{label}: {value}", label=figure.label, value=figure.value))
            without = tr("Counted without incidents that are restricted to a group.")
            button.setToolTip(f"{figure.counts}\n{figure.filter_text}\n{without}")
            button.setAccessibleDescription(figure.counts)

    def _want(self, place: int, _checked: bool = False) -> None:
        self.wanted.emit(self._filters[place])


def scrolled(name: str, *widgets: QWidget) -> QScrollArea:
    """These below one another, in an area that scrolls and that a screen reader calls by this name."""
    canvas = QWidget()
    canvas.setObjectName("canvas")
    column = QVBoxLayout(canvas)
    column.setContentsMargins(0, 0, 0, 16)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setWidget(canvas)
    return area
