"""What the blocks at the right of an incident have in common: a head with a title and what can be done."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.views.toolkit import tokens
from app.views.widgets.labels import Label


class Divider(QFrame):
    """A hairline between blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("edge", "top")
        self.setFixedHeight(1)


class LineOf(Divider):
    """The hairline beside a block, which comes and goes with it."""

    def __init__(self, block: QWidget) -> None:
        super().__init__()
        self._block = block
        block.installEventFilter(self)
        if block.isHidden():
            # Only hidden, never shown here: without a parent yet it would be a window and take the keyboard away.
            self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Be there where the block is."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setVisible(not self._block.isHidden())
        return False


class Block(QWidget):
    """A titled part of the panel; `column` takes its content."""

    def __init__(self, title: str, *buttons: QWidget) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(title, tokens.META_STRONG, "text2"))
        head.addStretch(1)
        for button in buttons:
            head.addWidget(button)
        self.column.addLayout(head)
