"""Titled cards of an editor, and lines of a list that can be taken away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar import WHOLE_DAY
from app.domain.special_days import part_words
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.widgets.at_its_width import AtItsWidth
from app.views.widgets.buttons import IconButton
from app.views.widgets.labels import ElidedLabel, Label


class Card(AtItsWidth):
    """A framed part with a title; `body` takes its content, `ends` what stands at the right of the title.

    So many pixels `beside` its title the content may begin, as rows do that have a ground under the pointer.
    """

    def __init__(self, title: str, hint: str = "", *, beside: int = 0) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - beside, 12, 16 - beside, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(beside, 0, beside, 0)
        head.setSpacing(8)
        head.addWidget(Label(title, tokens.SHEET_TITLE))
        self.note = Label("", tokens.META, "text2", wrap=True)
        head.addWidget(self.note, 1)
        self.ends = QHBoxLayout()
        self.ends.setSpacing(6)
        head.addLayout(self.ends)
        column.addLayout(head)
        if hint:
            said = Label(hint, tokens.META, "text3", wrap=True)
            said.setContentsMargins(beside, 0, beside, 0)
            column.addWidget(said)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        column.addLayout(self.body)


class DayLine(QWidget):
    """A day of a list: when, what, and which part; `removed` when its cross is taken."""

    removed = Signal()

    def __init__(self, when: str, what: str, part: str, *, muted: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(f"{when}, {what}, {part}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        day = Label(when, tokens.META_MEDIUM, "text3" if muted else "text2")
        day.setFixedWidth(112)
        row.addWidget(day)
        row.addWidget(ElidedLabel(what, tokens.UI_MEDIUM, "text3" if muted else "text"), 1)
        row.addWidget(Label(part, tokens.META, "text2" if part != part_words(WHOLE_DAY) else "text3"))
        self.cross = IconButton("x", tr("Remove {what}", what=what or when), size=24)
        self.cross.clicked.connect(self.removed)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignRight)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self.cross.setVisible(not fixed)
