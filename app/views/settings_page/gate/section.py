"""The section of sign-in and lock: one's own password, whether the desk asks who it is, and when it locks."""

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.wording import inside, tr
from app.services.catalogue.dto import PastChange
from app.services.gate.dto import SWITCH, Entrant, GateState
from app.views.connect.fields import PasswordField
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.at_most import at_most
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox, Select
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label

MINUTES: Final = (0, 2, 5, 10, 15, 30, 60)
_WIDEST: Final = 380
_WHAT: Final = tr(
    "For a computer that several people share: everybody signs in with a password, so that entries have the right "
    "author and each role may what it may. A desk of one person needs none of it. It does not protect the file: "
    "whoever may read the file of the desk can read everything in it with other programs. Where that matters, keep "
    "the file on an encrypted disk that only the right people can open, or use a shared desk on a server."
)
_ON_A_SERVER: Final = tr(
    "On a shared desk everybody has a login of their own, and the server asks for its password. Change yours under "
    "Desk and connection."
)


class _Known(NamedTuple):
    """Everything that the section shows."""

    state: GateState
    history: tuple[PastChange, ...]


class GateSection(SettingsSection):
    """Everybody sets their own password; administrators give first ones and have the desk ask."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.on_server = context.desk.link is not None
        self.is_admin = may(context.actor, Permission.SETTINGS_EDIT)
        self._state: GateState | None = None
        self.frame = EditorFrame(SectionHead(tr("Sign-in and lock")))
        self.before, self.password = PasswordField(tr("Present password")), PasswordField(tr("New password"))
        self.again = PasswordField(tr("The same once more"))
        self.mine = Button(tr("Set my password"), height=Size.BUTTON_PAGE)
        self.asks = CheckBox(tr("Ask who it is"))
        self.minutes = Select(tr("Lock after"))
        self.who = Select(tr("Person"))
        self.first = PasswordField(tr("First password"))
        self.give = Button(tr("Give this password"), height=Size.BUTTON_PAGE)
        self.without = Label("", tokens.META, "text2", wrap=True)
        self.history = HistoryCard(context)
        self._lay_out()
        self.mine.clicked.connect(lambda _checked=False: self._set_mine())
        self.again.submitted.connect(self._set_mine)
        self.asks.clicked.connect(self._switch)
        self.minutes.activated.connect(lambda _index: self._keep_minutes())
        self.give.clicked.connect(lambda _checked=False: self._give())
        self.first.submitted.connect(self._give)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        if self.on_server:
            card = Card(tr("On a server"))
            card.body.addWidget(Label(_ON_A_SERVER, tokens.UI, wrap=True))
            self.frame.page.addWidget(card)
            return
        gate = Card(tr("Whether the desk asks"), _WHAT)
        for minutes in MINUTES:
            self.minutes.addItem(
                tr("{minutes} minutes", minutes=minutes) if minutes else tr("Never by itself"), minutes
            )
        row = FlowLayout(8)
        row.addWidget(Label(tr("Lock when nobody was there for"), tokens.UI, "text2"))
        row.addWidget(self.minutes)
        row.addWidget(Label(tr("or at once with Ctrl+L."), tokens.UI, "text2"))
        gate.body.addWidget(self.asks, 0, Qt.AlignmentFlag.AlignLeft)
        gate.body.addLayout(row)
        self.others = Card(
            tr("Passwords of others"), tr("A first password, to be told to them and changed by them, or a new one.")
        )
        mine = Card(tr("My password"), tr("Nobody can read it, administrators neither. It is kept as an argon2 hash."))
        _put(mine, self.before, self.password, self.again, self.mine)
        self.others.body.addWidget(self.without)
        _put(self.others, self.who, self.first, self.give)
        for card in (gate, mine, self.others, self.history):
            self.frame.page.addWidget(card)
        self.others.hide()
        self.asks.setEnabled(self.is_admin)

    def title(self) -> str:
        """The section."""
        return tr("Sign-in and lock")

    def open(self, _argument: str) -> None:
        """Read how it stands."""
        self.refresh()

    def focus_start(self) -> None:
        """The password, or the page."""
        (self.frame if self.on_server else self.password).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.frame] if self.on_server else [self.asks, self.password]

    def hear(self, event: Event) -> None:
        """People or settings changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def refresh(self) -> None:
        """Read again; what is typed stays."""
        if self.on_server:
            self.frame.show_page()
            return
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()
        may_read = may(actor, Permission.PEOPLE_READ)
        self.history.setVisible(may_read)

        def work() -> _Known:
            history = desk.settings.history(actor, (SWITCH,)) if may_read else ()
            return _Known(desk.gate.state(actor), history)

        self.context.background.read(work, self._show, self._lost, key=f"gate-{id(self)}")

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("This cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, known: _Known) -> None:
        self._state = state = known.state
        self.history.show_changes(known.history)
        self.frame.show_page()
        self.asks.setChecked(state.is_on)
        own = self.context.own().lock_minutes
        self.minutes.setCurrentIndex(max(0, self.minutes.findData(int(own) if own.isdecimal() else 0)))
        self.minutes.setEnabled(state.is_on)
        me = next((each for each in state.entrants if each.id == self.context.actor.person_id), None)
        self.before.setVisible(me is not None and me.has_password)
        others = [each for each in state.entrants if each.id != self.context.actor.person_id]
        chosen = self.who.currentData()
        self.who.clear()
        for each in others:
            self.who.addItem(f"{each.name}, {inside(each.role)}", each.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        # On a desk of one person there is nobody to give a password to.
        self.others.setVisible(self.is_admin and bool(others))
        self.without.setText(_without(others))

    # Saving

    def _set_mine(self) -> None:
        work, actor = self.context.desk.gate, self.context.actor
        before, password, again = self.before.text(), self.password.text(), self.again.text()

        def done(_result: None) -> None:
            for field in (self.before, self.password, self.again):
                field.set_text("")
            self.frame.say("")
            self.context.toasts.show(tr("Your password is set"), icon="lock")
            self.refresh()

        self.context.background.write(lambda: work.change_mine(actor, before, password, again), done, self._refused)

    def _give(self) -> None:
        work, actor = self.context.desk.gate, self.context.actor
        person_id, name, password = str(self.who.currentData()), self.who.currentText(), self.first.text()

        def done(_result: None) -> None:
            self.first.set_text("")
            self.frame.say("")
            self.context.toasts.show(tr("{name} has a password", name=name), icon="lock")
            self.refresh()

        def refused(error: DeskError) -> None:
            if isinstance(error, BadInput):
                self.first.say(str(error))
                self.first.setFocus()
            else:
                self.frame.refuse(str(error))

        self.context.background.write(lambda: work.give(actor, person_id, password), done, refused)

    def _switch(self, on: bool) -> None:
        work, actor = self.context.desk.gate, self.context.actor

        def done(_result: None) -> None:
            self.frame.say("")
            self.context.ask_who(on)
            self.context.toasts.show(
                tr("The desk asks who it is") if on else tr("The desk no longer asks"), icon="lock"
            )
            self.refresh()

        def refused(error: DeskError) -> None:
            self.asks.setChecked(not on)
            self.frame.refuse(str(error))

        self.context.background.write(lambda: work.switch(actor, on), done, refused)

    def _keep_minutes(self) -> None:
        self.context.keep_own(self.context.own()._replace(lock_minutes=str(self.minutes.currentData())))

    def _refused(self, error: DeskError) -> None:
        fields = {"before": self.before, "password": self.password, "again": self.again}
        field = fields.get(error.field or "") if isinstance(error, BadInput) else None
        if field is None:
            self.frame.refuse(str(error))
        else:
            field.say(str(error))
            field.setFocus()


def _without(others: list[Entrant]) -> str:
    names = [each.name for each in others if not each.has_password]
    return tr("Without a password, and so not able to sign in: {names}.", names=", ".join(names)) if names else ""


def _put(card: Card, *widgets: QWidget) -> None:
    for widget in widgets:
        if isinstance(widget, Button):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            continue
        card.body.addLayout(at_most(widget, _WIDEST))
