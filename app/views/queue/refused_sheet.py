"""Which of many incidents were not changed, and why, row by row."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.domain.wording import tr, trn
from app.views.toolkit import tokens
from app.views.widgets.buttons import IconButton
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import Label

_WIDTH: Final = 560
_HEIGHT: Final = 320


class RefusedSheet(FloatingSheet):
    """A list to read; Esc puts it away."""

    def __init__(self, host: QWidget, refused: list[str]) -> None:
        super().__init__(host)
        self.setAccessibleName(tr("Not changed"))
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.close_sheet())
        head = QHBoxLayout()
        head.addWidget(
            Label(
                trn("{n} incident was not changed", "{n} incidents were not changed", len(refused)), tokens.SHEET_TITLE
            ),
            1,
        )
        head.addWidget(cross)
        self.rows = QListWidget()
        self.rows.setAccessibleName(tr("Incidents that were not changed, with the reason"))
        self.rows.setWordWrap(True)
        self.rows.addItems(refused)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 16, 16)
        column.addLayout(head)
        column.addWidget(self.rows, 1)

    def start(self) -> None:
        """Show it in the middle of the window."""
        self.show_in_the_middle(QSize(_WIDTH, _HEIGHT), self.rows)
