"""Buttons in one row that give up what can be spared, before one of them goes to a second row."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.views.widgets.buttons import Button
from app.views.widgets.flow import FlowLayout


class ButtonRow(QWidget):
    """Where room is short the key caps go, then the icons of all but the first; the words stay."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self.flow = FlowLayout(gap, self)
        self._buttons: list[tuple[Button, str]] = []

    def add(self, button: Button, icon: str) -> None:
        """Add a button that shows this icon where there is room for it."""
        self._buttons.append((button, icon))
        self.flow.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        for button, icon in self._buttons:
            button.show_keys(shown=True)
            button.set_icon(icon)
        if self._are_too_wide():
            for button, _icon in self._buttons:
                button.show_keys(shown=False)
        if self._are_too_wide():
            for button, _icon in self._buttons[1:]:
                button.set_icon(None)

    def _are_too_wide(self) -> bool:
        gaps = self.flow.spacing() * (len(self._buttons) - 1)
        return sum(button.sizeHint().width() for button, _icon in self._buttons) + gaps > self.width()
