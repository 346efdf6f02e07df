"""Signing in to a desk whose address is known: only the password is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.infra.server_address import ServerAddress
from app.views.connect.fields import KeepPassword, PasswordField
from app.views.shell.logo import Logo
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.middle import put_in_middle
from app.views.widgets.strips import InfoStrip

_WIDTH = 440


class SignInPage(QWidget):
    """`sign_in_wanted` carries the password; `change_wanted` opens the whole address, `left` goes back if one can."""

    sign_in_wanted = Signal(str)
    change_wanted = Signal()
    left = Signal()

    def __init__(self, address: ServerAddress, why: str, *, can_leave: bool) -> None:
        super().__init__()
        self.address = address
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Sign in"))
        self.strip = InfoStrip(why, "amber")
        self.strip.setVisible(bool(why))
        self.password, self.keep = PasswordField(), KeepPassword()
        self.button = Button(tr("Sign in"), kind="primary", icon="log-in", height=Size.INPUT)
        self.change = Button(tr("Change the address"), kind="link", height=Size.BUTTON_SMALL)
        self.back = Button(tr("Back to what is shown"), kind="link", icon="chevron-left", height=Size.BUTTON_SMALL)
        self.back.setVisible(can_leave)
        self._build()
        self.password.submitted.connect(self._submit)
        self.button.clicked.connect(lambda _checked=False: self._submit())
        self.change.clicked.connect(lambda _checked=False: self.change_wanted.emit())
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.setFocusProxy(self.password)

    def _build(self) -> None:
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Logo(44))
        column.addWidget(Label(tr("Sign in as {person}", person=self.address.person), tokens.INCIDENT_TITLE, wrap=True))
        place = tr("Database {database} on {host}", database=self.address.database, host=self.address.host)
        column.addWidget(Label(place, tokens.READING, "text2", wrap=True))
        column.addWidget(self.strip)
        column.addWidget(self.password)
        column.addWidget(self.keep)
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        buttons.addWidget(self.change)
        column.addLayout(buttons)
        put_in_middle(self, inner)

    def set_opening(self, *, opening: bool) -> None:
        """While the server is asked nothing else can be done."""
        self.button.setText(tr("Signing in…") if opening else tr("Sign in"))
        for widget in (self.password, self.button, self.change, self.back):
            widget.setEnabled(not opening)

    def show_problem(self, text: str) -> None:
        """The server did not let the person in."""
        self.set_opening(opening=False)
        self.strip.set_text(text, "red")
        self.strip.show()
        self.password.line.selectAll()
        self.password.setFocus()

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.set_opening(opening=True)
            self.sign_in_wanted.emit(self.password.text())
