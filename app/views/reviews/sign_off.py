"""Who signs the review off, and whether they have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.wording import tr
from app.services.reviews.dto import SignOffPart
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.marks import Symbol

_WIDTH = 230


class SignOffState(QWidget):
    """`approved` asks for one's own approval; what others still owe is said in words."""

    approved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_WIDTH, 32)
        self._symbol = Symbol("circle-dashed", tr("Not approved yet"), "text3")
        self._text = ElidedLabel("", tokens.UI, "text2")
        self.button = Button(tr("Approve"), icon="check")
        self.button.clicked.connect(self.approved)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._symbol)
        row.addWidget(self._text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def show_part(self, part: SignOffPart, when: str, *, mine: bool, in_review: bool) -> None:
        """Show where this approval stands; `when` is the time it was given."""
        if part.approved_at is not None:
            self._symbol.set_icon("check", tr("Approved"), "green")
            self._text.set_text(tr("Approved {when}", when=when))
        else:
            self._symbol.set_icon("circle-dashed", tr("Not approved yet"), "text3")
            self._text.set_text(tr("Waits for approval") if in_review else tr("Signs during review"))
        self.button.setVisible(mine and in_review and part.approved_at is None)
        self._text.setVisible(not self.button.isVisibleTo(self))
