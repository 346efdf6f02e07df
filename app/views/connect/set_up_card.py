"""Making a desk for several people of an empty database: what will be made, how far it is, and who may come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError, Stopped
from app.domain.wording import tr
from app.infra.server_address import ServerAddress
from app.services.server.dto import Outcome, Part, Wanted
from app.services.server.roles import usual_login, usual_prefix
from app.views.connect.fields import Field
from app.views.connect.steps_list import PartsList
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label
from app.views.widgets.login_lines import LoginLines
from app.views.widgets.strips import InfoStrip

_ALL_OR_NOTHING = tr("All of it in one go, or nothing: when a part fails, or you cancel, the database is as it was.")


class SetUpCard(QFrame):
    """`wanted` carries a Wanted, `stopped` ends it half-way, `left` goes back to the test.

    `sign_in_wanted` carries the login of the first administrator and its first password.
    """

    wanted = Signal(object)
    stopped = Signal()
    left = Signal()
    sign_in_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(tr("Set up this database as a desk"))
        self.is_running = False
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        self.plan = _Plan()
        self.parts = PartsList()
        self.result = _Result()
        self.begin_button = Button(tr("Set it up"), kind="primary", icon="database", height=Size.INPUT)
        self.cancel = Button(tr("Cancel"), icon="x", height=Size.INPUT)
        self.back = Button(tr("Not now"), height=Size.INPUT)
        self.sign_in = Button(tr("Sign in"), kind="primary", icon="log-in", height=Size.INPUT)
        self._build()
        self.begin_button.clicked.connect(lambda _checked=False: self._begin())
        self.plan.submitted.connect(self._begin)
        self.cancel.clicked.connect(lambda _checked=False: self._cancel())
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.sign_in.clicked.connect(lambda _checked=False: self._sign_in())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(Label(tr("Set up this database as a desk"), tokens.SHEET_TITLE))
        column.addWidget(Label(_ALL_OR_NOTHING, tokens.META, "text3", wrap=True))
        for widget in (self.strip, self.plan, self.parts, self.result):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.begin_button, self.sign_in, self.cancel, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)

    def ask(self, address: ServerAddress) -> None:
        """Say what would be made of the database there, and ask who is to be its first administrator."""
        self.strip.hide()
        self.plan.show_address(address)
        self._show(self.plan)
        self.plan.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, part: Part, line: str) -> None:
        """A part has begun."""
        self.parts.go_on(part, line)

    def show_done(self, outcome: Outcome) -> None:
        """The desk is there."""
        self.is_running = False
        self.parts.end()
        self.strip.set_text(tr("The desk is set up. Whom else you let in, you say under Settings, People."), "green")
        self.strip.show()
        self.result.show_outcome(outcome)
        self._show(self.result)
        self.sign_in.setText(tr("Sign in as {login}", login=outcome.login))
        self.sign_in.setVisible(outcome.login is not None)
        self.sign_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failed(self, error: DeskError) -> None:
        """Nothing was made; what was typed is still there."""
        self.is_running = False
        self.parts.fail()
        self._show(self.plan)
        if isinstance(error, BadInput) and error.field in self.plan.fields:
            self.plan.say(error)
            return
        self.strip.set_text(str(error), "amber" if isinstance(error, Stopped) else "red")
        self.strip.show()
        self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if self.is_running:
            return
        self.is_running = True
        self.strip.hide()
        self.parts.begin()
        self._show(self.parts)
        self.cancel.setText(tr("Cancel"))
        self.cancel.setEnabled(True)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit(self.plan.wanted())

    def _cancel(self) -> None:
        self.cancel.setText(tr("Taking it back…"))
        self.cancel.setEnabled(False)
        self.stopped.emit()

    def _sign_in(self) -> None:
        self.sign_in_wanted.emit(*self.result.lines.entry())

    def _show(self, shown: QWidget) -> None:
        self.plan.setVisible(shown is self.plan)
        self.parts.setVisible(shown is self.parts)
        self.result.setVisible(shown is self.result)
        self.begin_button.setVisible(shown is self.plan)
        self.back.setVisible(shown is self.plan)
        self.cancel.setVisible(shown is self.parts)
        self.sign_in.setVisible(shown is self.result)


class _Plan(QWidget):
    """What will be made, and the three names that may be chosen; `submitted` is Enter in one of them."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.made = Label("", tokens.UI, "text", wrap=True)
        self.person = Field(tr("First administrator"), tr("Administrator"), tr("The name by which others see them."))
        self.login = Field(tr("Login"), "admin")
        self.prefix = Field(tr("Names of roles begin with"), "")
        self.close_others = CheckBox(tr("Close the databases postgres and template1 to everybody"))
        self.close_others.setChecked(True)
        self.close_others.setToolTip(tr("Logins of the desk then see no other database; needs a superuser."))
        self.fields = {"login": self.login, "prefix": self.prefix}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.made)
        column.addWidget(self.person)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.login, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.prefix, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(both)
        column.addWidget(self.close_others)
        self._usual = ""
        for field in (self.person, self.login, self.prefix):
            field.changed.connect(self._dress)
            field.submitted.connect(self.submitted)

    def show_address(self, address: ServerAddress) -> None:
        """The database that is meant."""
        self._usual = usual_prefix(address.database)
        self.prefix.line.setPlaceholderText(self._usual)
        self._dress()

    def wanted(self) -> Wanted:
        """What is to be made."""
        person, login = self.person.text().strip(), self._login()
        return Wanted(self.prefix.text().strip(), person, login, close_other_databases=self.close_others.isChecked())

    def say(self, error: BadInput) -> None:
        """Say at its field what will not do."""
        field = self.fields[error.field or ""]
        field.say(str(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _login(self) -> str:
        return self.login.text().strip() or usual_login(self.person.text())

    def _dress(self) -> None:
        prefix = self.prefix.text().strip() or self._usual
        login = self._login() or "admin"
        self.login.line.setPlaceholderText(usual_login(self.person.text()) or "admin")
        self.login.set_hint(tr("They come in as {prefix}_u_{login}.", prefix=prefix, login=login))
        self.prefix.set_hint(tr("Roles belong to the whole server."))
        self.made.setText(
            tr(
                "This makes the tables, owned by the role {prefix}_owner that nobody logs in as; the groups "
                "{prefix}_requester, {prefix}_agent, {prefix}_supervisor and {prefix}_admin, which may see and do "
                "what their members may; and one administrator, with a first password that is shown once.",
                prefix=prefix,
            )
        )


class _Result(QWidget):
    """Who may come in, with the first password, and what could not be done by this login."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = LoginLines()
        self.undone = Label("", tokens.UI, "text2", wrap=True, selectable=True)
        self.copy = Button(tr("Copy both"), icon="copy", height=Size.BUTTON_SMALL)
        self.copy.clicked.connect(lambda _checked=False: self.lines.copy())
        self.who = QWidget()
        lines = QVBoxLayout(self.who)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        why = tr("Shown this once and kept nowhere. Write it down, or sign in now and choose a password of your own.")
        lines.addWidget(Label(why, tokens.UI, "text2", wrap=True))
        lines.addWidget(self.lines)
        lines.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.who)
        column.addWidget(self.undone)

    def show_outcome(self, outcome: Outcome) -> None:
        """How it went."""
        self.who.setVisible(outcome.login is not None)
        self.lines.show_login(outcome.login or "", outcome.first_password or "")
        self.undone.setText(
            "\n".join(tr("Left undone: {sentence}", sentence=sentence) for sentence in outcome.left_undone)
        )
        self.undone.setVisible(bool(outcome.left_undone))
