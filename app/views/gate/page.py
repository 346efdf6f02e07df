"""Who is it? Stands in place of the desk until somebody has signed in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import inside, tr
from app.services.gate.dto import Entrant
from app.views.connect.fields import PasswordField
from app.views.shell.logo import Logo
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.labels import Label
from app.views.widgets.middle import put_in_middle
from app.views.widgets.strips import InfoStrip

_WIDTH = 440


class GatePage(QWidget):
    """`entered` carries the id of the person and the password."""

    entered = Signal(str, str)

    def __init__(self, entrants: Sequence[Entrant], chosen: str, *, locked: bool) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Sign in"))
        self.who = Select(tr("Who is it?"), height=Size.INPUT)
        for entrant in entrants:
            self.who.addItem(f"{entrant.name}, {inside(entrant.role)}", entrant.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.password = PasswordField()
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        self.button = Button(
            tr("Unlock") if locked else tr("Sign in"), kind="primary", icon="log-in", height=Size.INPUT
        )
        self.password.submitted.connect(self._submit)
        self.button.clicked.connect(lambda _checked=False: self._submit())
        self._build(tr("Locked") if locked else tr("Sign in"), locked=locked)
        self.setFocusProxy(self.password)

    def _build(self, title: str, *, locked: bool) -> None:
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(Logo(44))
        column.addWidget(Label(title, tokens.INCIDENT_TITLE))
        text = tr("Timers and backups go on meanwhile, and nothing that was typed is lost.") if locked else ""
        if text:
            column.addWidget(Label(text, tokens.READING, "text2", wrap=True))
        column.addWidget(self.strip)
        # As wide as the line of the password, beside which stands the eye.
        who = QHBoxLayout()
        who.setContentsMargins(0, 0, self.password.beside(), 0)
        who.addWidget(self.who)
        column.addLayout(who)
        column.addWidget(self.password)
        column.addWidget(self.button)
        column.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)
        put_in_middle(self, inner)

    def show_problem(self, text: str) -> None:
        """Somebody was not let in."""
        self.button.setEnabled(True)
        self.strip.set_text(text, "red")
        self.strip.show()
        self.password.line.clear()
        self.password.setFocus()

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.button.setEnabled(False)
            self.entered.emit(str(self.who.currentData() or ""), self.password.text())
