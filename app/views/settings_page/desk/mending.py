"""Putting the database of a shared desk to rights from the window, with the login of an administrator of the server."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError, SignInRefused, Stopped
from app.domain.wording import tr
from app.services.server.dto import Outcome
from app.views.connect.fields import Field, PasswordField
from app.views.connect.setting_up import Canceled, SettingUp, Tell
from app.views.connect.steps_list import PartsList
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip

_WHO = tr(
    "Rights, policies, triggers and functions are put back as this program makes them; incidents and people are not "
    "touched. Your own login may not do this: an administrator of the server signs in here, a superuser or whoever "
    "set the desk up. The password is used this once, and kept nowhere."
)


class Mending(QWidget):
    """Asks for that login, shows the parts as they go, and can be canceled; `ended` when something was changed.

    `left` when the person thinks better of it.
    """

    ended = Signal()
    left = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(tr("Mend the database"))
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        self.login, self.password = Field(tr("Login of the administrator"), "postgres"), PasswordField()
        self.parts = PartsList()
        self.button = Button(tr("Mend it"), kind="primary", icon="shield-check", height=Size.BUTTON_PAGE)
        self.cancel = Button(tr("Cancel"), icon="x", height=Size.BUTTON_PAGE)
        self.back = Button(tr("Not now"), height=Size.BUTTON_PAGE)
        self.runner = SettingUp(context.background, self)
        self._build()
        self._connect()
        self._show(running=False)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        self.entry = QWidget()
        entry = QVBoxLayout(self.entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(10)
        entry.addWidget(Label(_WHO, tokens.UI, "text2", wrap=True))
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.login, 1)
        both.addWidget(self.password, 1)
        entry.addLayout(both)
        for widget in (self.strip, self.entry, self.parts):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.button, self.cancel, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.login.submitted.connect(self.password.line.setFocus)
        self.password.submitted.connect(self.begin)
        self.button.clicked.connect(lambda _checked=False: self.begin())
        self.cancel.clicked.connect(lambda _checked=False: self._cancel())
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.runner.told.connect(self.parts.go_on)
        self.runner.done.connect(self._done)
        self.runner.failed.connect(self._failed)

    def ask(self) -> None:
        """Ask for the login."""
        self.strip.hide()
        self._show(running=False)
        self.login.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the database to rights."""
        desk, actor = self._context.desk, self._context.actor
        login, password = self.login.text().strip() or "postgres", self.password.text()
        self.strip.hide()
        self.parts.begin()
        self._show(running=True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

        def work(tell: Tell, canceled: Canceled) -> Outcome:
            return desk.server.mend(actor, login, password, tell, canceled)

        self.runner.begin(work)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.runner.stop()

    def _done(self, outcome: Outcome) -> None:
        self.password.set_text("")
        self.parts.end()
        undone = "".join(tr(" Left undone: {sentence}", sentence=sentence) for sentence in outcome.left_undone)
        self.strip.set_text(
            tr("The database was put to rights.{undone}", undone=undone), "amber" if undone else "green"
        )
        self.strip.show()
        self._show(running=False)
        self.ended.emit()

    def _failed(self, error: DeskError) -> None:
        self.parts.fail()
        self._show(running=False)
        self.strip.set_text(str(error), "amber" if isinstance(error, Stopped) else "red")
        self.strip.show()
        (self.password if isinstance(error, SignInRefused) else self.login).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, running: bool) -> None:
        self.entry.setVisible(not running)
        self.parts.setVisible(running)
        self.button.setVisible(not running)
        self.back.setVisible(not running)
        self.cancel.setVisible(running)
        self.cancel.setEnabled(True)
