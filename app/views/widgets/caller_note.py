"""How somebody wants to be treated, where one writes to them or calls them: the VIP mark, and the note of the desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.marks import Pill, Symbol
from app.views.widgets.spans import isolated


class CallerNote(QWidget):
    """Hidden where there is nothing to say; `named` begins the note with whom it is about."""

    def __init__(self, *, named: bool) -> None:
        super().__init__()
        self._named = named
        self.vip = Pill(tr("VIP"), "violet", "star")
        self._symbol = Symbol("info", tr("Special handling"), "amber")
        self.note = Label("", tokens.UI_MEDIUM, "amber", wrap=True)
        # Pill, icon and the first line of the note have one middle, however many lines there are.
        self._symbol.setFixedHeight(Size.PILL)
        self.note.setContentsMargins(0, 2, 0, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        for widget in (self.vip, self._symbol):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.note, 1)
        row.addStretch(0)
        self.hide()

    def show_caller(self, name: str, note: str, *, vip: bool) -> None:
        """Say it of this person; `note` is empty where the desk knows nothing special, and for a caller's own eyes."""
        text = " ".join(note.split())
        self.vip.setVisible(vip)
        self._symbol.setVisible(bool(text))
        self.note.setText(f"{isolated(name)}: {isolated(text)}" if self._named and text else isolated(text))
        self.note.setVisible(bool(text))
        self.setAccessibleName(
            tr("Special handling of {name}: {text}", name=name, text=text) if text else tr("{name} is a VIP", name=name)
        )
        self.setVisible(vip or bool(text))
