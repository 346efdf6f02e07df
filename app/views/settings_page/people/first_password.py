"""A first password, shown once: it is kept nowhere, so whoever made it passes it on now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.wording import tr
from app.services.server.dto import NewLogin
from app.views.settings_page.cards import Card
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.login_lines import LoginLines


class FirstPasswordCard(Card):
    """`put_away` when it was passed on; hidden until there is one."""

    put_away = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("First password"),
            tr(
                "Shown this once, and kept nowhere. Tell both lines to the person: they choose a password of their "
                "own when they first sign in, and see nothing before that."
            ),
        )
        self.lines = LoginLines()
        self.copy = Button(tr("Copy both"), icon="copy", height=Size.BUTTON_SMALL)
        self.done = Button(tr("I passed it on"), icon="check", height=Size.BUTTON_SMALL)
        self.copy.clicked.connect(lambda _checked=False: self.lines.copy())
        self.done.clicked.connect(self._put_away)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.done)
        buttons.addStretch(1)
        self.body.addWidget(self.lines)
        self.body.addLayout(buttons)
        self.hide()

    def show_login(self, made: NewLogin) -> None:
        """Show it, with the keyboard on the way to copy it."""
        self.lines.show_login(made.login, made.password)
        self.show()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Show nothing any more."""
        self.lines.show_login("", "")
        self.hide()

    def _put_away(self) -> None:
        self.forget()
        self.put_away.emit()
