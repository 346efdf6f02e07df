"""Choosing a password of one's own: after the first sign-in, or because one wants another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.views.connect.fields import KeepPassword, PasswordField
from app.views.shell.logo import Logo
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.middle import put_in_middle
from app.views.widgets.strips import InfoStrip

_WIDTH = 440


class NewPasswordPage(QWidget):
    """`wanted` carries the new password and its repetition; `left` goes back."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, why: str) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Choose a password"))
        self.strip = InfoStrip(why, "blue")
        self.strip.setVisible(bool(why))
        self.password, self.again = PasswordField(tr("New password")), PasswordField(tr("The same once more"))
        self.keep = KeepPassword()
        self.button = Button(tr("Set the password"), kind="primary", icon="check", height=Size.INPUT)
        self.back = Button(tr("Back"), kind="link", icon="chevron-left", height=Size.BUTTON_SMALL)
        self._build()
        self.password.submitted.connect(self.again.line.setFocus)
        self.again.submitted.connect(self._submit)
        self.button.clicked.connect(lambda _checked=False: self._submit())
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.setFocusProxy(self.password)

    def _build(self) -> None:
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Logo(44))
        column.addWidget(Label(tr("Choose a password"), tokens.INCIDENT_TITLE))
        text = tr("Nobody at the desk can read it. Some words in a row are long, and easy to remember.")
        column.addWidget(Label(text, tokens.READING, "text2", wrap=True))
        for widget in (self.strip, self.password, self.again, self.keep):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        put_in_middle(self, inner)

    def set_opening(self, *, opening: bool) -> None:
        """While the server is told nothing else can be done."""
        self.button.setText(tr("Setting it…") if opening else tr("Set the password"))
        for widget in (self.password, self.again, self.button, self.back):
            widget.setEnabled(not opening)

    def say(self, error: BadInput) -> None:
        """The password will not do."""
        self.set_opening(opening=False)
        field = self.again if error.field == "again" else self.password
        field.say(str(error))
        field.setFocus()

    def show_problem(self, text: str) -> None:
        """The server did not take it."""
        self.set_opening(opening=False)
        self.strip.set_text(text, "red")
        self.strip.show()

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.set_opening(opening=True)
            self.wanted.emit(self.password.text(), self.again.text())
