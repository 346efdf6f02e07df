"""The page that connects to a team's desk: the address at the left, the test of it at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.infra.server_address import ServerAddress
from app.services.joining.dto import Outcome, as_text, may_set_up, succeeded
from app.services.server.dto import Outcome as SetUpOutcome
from app.services.server.dto import Wanted
from app.views.connect.form import AddressForm
from app.views.connect.set_up_card import SetUpCard
from app.views.connect.steps_list import StepsList
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip

_FORM, _STEPS = 460, 420
_EMPTY = tr("This database is empty. Your login may make a desk of it for several people.")
_TRY = tr("Nothing is changed by the test. Connect becomes possible when it has succeeded.")


class ConnectPage(QWidget):
    """`test_wanted` and `connect_wanted` carry the address and the password; `stopped` ends a test, `left` goes back.

    `pasted` carries a whole address that somebody put in. `set_up_wanted` carries the address of an empty database, the
    password, and what is to be made of it; `set_up_stopped` ends that half-way.
    """

    test_wanted = Signal(object, str)
    connect_wanted = Signal(object, str)
    stopped = Signal()
    left = Signal()
    pasted = Signal(str)
    set_up_wanted = Signal(object, str, object)
    set_up_stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Connect to a team's desk"))
        self.form, self.steps, self.set_up = AddressForm(), StepsList(), SetUpCard()
        self.strip = InfoStrip("", "red")
        self.strip.hide()
        self.back = Button(tr("Back"), kind="link", icon="chevron-left", height=Size.BUTTON_SMALL)
        self.test = Button(tr("Test the connection"), icon="list-checks", keys="Ctrl+Return", height=Size.INPUT)
        self.stop = Button(tr("Cancel"), icon="x", height=Size.INPUT)
        self.connect_button = Button(tr("Connect"), kind="primary", icon="log-in", height=Size.INPUT)
        self.offer = InfoStrip(_EMPTY, "blue", icon="database")
        self.set_up_button = self.offer.add_button(tr("Set it up"), self.begin_set_up, kind="primary")
        self.copy = Button(tr("Copy details"), kind="ghost", icon="copy", height=Size.BUTTON_SMALL)
        self.is_testing = False
        self._opening = False
        self._setting_up = False
        self._build()
        self._connect()
        self._dress()

    def _build(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_FORM + _STEPS + 40)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 20, 20, 24)
        column.setSpacing(10)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Label(tr("Connect to a team's desk"), tokens.INCIDENT_TITLE))
        column.addWidget(
            Label(tr("Whoever runs the server tells you these details."), tokens.READING, "text2", wrap=True)
        )
        column.addWidget(self.strip)
        column.addSpacing(4)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(self._left(), _FORM)
        self.test_card = self._right()
        both.addWidget(self.test_card, _STEPS)
        both.addWidget(self.set_up, _STEPS)
        column.addLayout(both)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        middle = QHBoxLayout(canvas)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inner, 100)
        middle.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(canvas)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setFocusProxy(self.form)

    def _left(self) -> QVBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.test)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        buttons.addWidget(self.connect_button)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addLayout(buttons)
        column.addStretch(1)
        return column

    def _right(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "true")
        head = QHBoxLayout()
        head.addWidget(Label(tr("Test of the connection"), tokens.SHEET_TITLE, wrap=True), 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(Label(_TRY, tokens.META, "text3", wrap=True))
        column.addWidget(self.steps)
        column.addWidget(self.offer)
        return card

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.submitted.connect(self._go_on)
        self.form.pasted.connect(self.pasted)
        self.back.clicked.connect(lambda _checked=False: self.leave())
        self.test.clicked.connect(lambda _checked=False: self.begin_test())
        self.stop.clicked.connect(lambda _checked=False: self.end_test())
        self.connect_button.clicked.connect(lambda _checked=False: self._connect_now())
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.set_up.wanted.connect(self._set_up_now)
        self.set_up.stopped.connect(self.set_up_stopped)
        self.set_up.left.connect(self.end_set_up)
        self.set_up.sign_in_wanted.connect(self._sign_in_now)
        for keys, run in (("Ctrl+Return", self.begin_test), ("Escape", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def show_address(self, address: ServerAddress, password: str = "") -> None:
        """Fill the form; what was pasted stands in its parts from now on."""
        self.form.show_address(address, password)
        self.form.forget_pasted()
        self.form.password.setFocus()

    def begin_test(self) -> None:
        """Go the way to the server."""
        if self._is_busy():
            return
        self.strip.hide()
        self.is_testing = True
        self.steps.begin()
        self._dress()
        self.test_wanted.emit(self.form.address(), self.form.password.text())

    def show_outcome(self, outcome: Outcome) -> None:
        """A step of the test has ended."""
        self.steps.show_outcome(outcome)

    def test_ended(self) -> None:
        """No more steps come."""
        self.is_testing = False
        self.steps.stop()
        self._dress()
        if may_set_up(self.steps.outcomes()):
            self.set_up_button.setFocus()
        elif self.can_connect():
            self.connect_button.setFocus()

    def end_test(self) -> None:
        """The person has had enough of waiting."""
        if self.is_testing:
            self.stopped.emit()
            self.test_ended()
            self.test.setFocus()

    def can_connect(self) -> bool:
        """Whether what is typed was tested and found good."""
        return not self.is_testing and succeeded(self.steps.outcomes())

    def begin_set_up(self) -> None:
        """Show in the place of the test what would be made of the empty database."""
        self.set_up.ask(self.form.address())
        self._setting_up = True
        self._dress()

    def show_set_up(self, outcome: SetUpOutcome) -> None:
        """The desk is there."""
        self.set_up.show_done(outcome)
        self._dress()

    def show_not_set_up(self, error: DeskError) -> None:
        """Nothing was made."""
        self.set_up.show_failed(error)
        self._dress()

    def end_set_up(self) -> None:
        """Back to the test, without having made anything."""
        self._setting_up = False
        self._dress()
        self.set_up_button.setFocus()

    def set_opening(self, *, opening: bool) -> None:
        """While the desk is being opened nothing else can be done."""
        self._opening = opening
        self._dress()

    def show_problem(self, text: str) -> None:
        """The desk could not be opened, or the test could not begin."""
        self.set_opening(opening=False)
        self.strip.set_text(text, "red")
        self.strip.show()

    def leave(self) -> None:
        """Go back to where one came from; a test under way is ended, a desk that is being made is not."""
        self.end_test()
        if not self._opening and not self.set_up.is_running:
            self.left.emit()

    def _go_on(self) -> None:
        if self.can_connect():
            self._connect_now()
        else:
            self.begin_test()

    def _connect_now(self) -> None:
        if self.can_connect() and not self._is_busy():
            self.set_opening(opening=True)
            self.connect_wanted.emit(self.form.address(), self.form.password.text())

    def _set_up_now(self, wanted: Wanted) -> None:
        self._dress()
        self.set_up_wanted.emit(self.form.address(), self.form.password.text(), wanted)

    def _sign_in_now(self, login: str, password: str) -> None:
        """Go on as the administrator that was just made; the form says so too, where that fails."""
        address = self.form.address()._replace(person=login)
        self.show_address(address, password)
        self.set_opening(opening=True)
        self.connect_wanted.emit(address, password)

    def _is_busy(self) -> bool:
        return self.is_testing or self._opening or self._setting_up

    def _changed(self) -> None:
        """What was tested is no longer what is typed."""
        self.end_test()
        self.steps.clear()
        self._dress()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.steps.outcomes()))

    def _dress(self) -> None:
        busy = self._is_busy()
        self.form.setEnabled(not busy)
        self.test.setEnabled(not busy)
        self.stop.setVisible(self.is_testing)
        self.connect_button.setEnabled(self.can_connect() and not busy)
        self.test_card.setVisible(not self._setting_up)
        self.set_up.setVisible(self._setting_up)
        self.set_up.setEnabled(not self._opening)
        offers = may_set_up(self.steps.outcomes())
        self.offer.setVisible(offers and not busy)
        self.connect_button.set_kind("secondary" if offers else "primary")
        self.connect_button.setText(tr("Opening the desk…") if self._opening else tr("Connect"))
        self.back.setEnabled(not self._opening and not self.set_up.is_running)
        self.copy.setVisible(bool(self.steps.outcomes()))
