"""Backups that only a pass phrase opens: setting it, and typing it for one that is to be restored."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import BadInput, DeskError
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.views.connect.fields import PasswordField
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.at_most import at_most
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

_FIELD: Final = 420
"""Pixels that a pass phrase has at most."""

_OPENS = tr(
    "An encrypted backup can be restored on any computer, with its pass phrase and with nothing else. Whoever forgets "
    "the phrase has lost these backups: neither an administrator nor whoever made Mainstay can open them. Write it "
    "down, and keep it away from this computer."
)
_OFF = tr("Backups are not encrypted: whoever has a copy can read it.")
_ON = tr("Backups are encrypted. The pass phrase lies in the keyring of this computer.")
_GONE = tr("Backups are to be encrypted, but the keyring has no pass phrase: none is made until it is set again.")


class PhraseCard(Card):
    """Whether backups of this computer are encrypted; those from before an upgrade or a restore never are."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__(tr("Encryption"), _OPENS)
        self._context = context
        self._has_phrase = False
        self.state = Label("", tokens.UI_MEDIUM, wrap=True)
        self.set = Button(tr("Set a pass phrase…"), icon="lock", height=Size.BUTTON_SMALL)
        self.stop = Button(tr("Encrypt no longer"), kind="ghost", height=Size.BUTTON_SMALL)
        self.phrase, self.again = PasswordField(tr("Pass phrase")), PasswordField(tr("The same once more"))
        self.save = Button(tr("Encrypt backups with it"), kind="primary", height=Size.BUTTON)
        self.leave = Button(tr("Cancel"), kind="ghost", height=Size.BUTTON)
        self.form = self._build_form()
        self.body.addWidget(self.state)
        self.body.addLayout(_row(self.set, self.stop))
        self.body.addWidget(self.form)
        below = tr(
            "Copies from before an upgrade or a restore lie beside the desk, which is not encrypted, and are not "
            "either. With another pass phrase, backups that were made before still need theirs."
        )
        self.body.addWidget(Label(below, tokens.META, "text3", wrap=True))
        self._connect()

    def _build_form(self) -> QWidget:
        form = QWidget()
        form.hide()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in (self.phrase, self.again):
            column.addLayout(at_most(field, _FIELD))
        column.addLayout(_row(self.save, self.leave))
        return form

    def _connect(self) -> None:
        self.set.setEnabled(may(self._context.actor, Permission.DATA_BACKUP))
        self.set.clicked.connect(lambda _checked=False: self._show_form(shown=True))
        self.leave.clicked.connect(lambda _checked=False: self._show_form(shown=False))
        self.stop.clicked.connect(lambda _checked=False: self._stop())
        self.phrase.submitted.connect(self.again.line.setFocus)
        self.again.submitted.connect(self._save)
        self.save.clicked.connect(lambda _checked=False: self._save())

    @property
    def is_on(self) -> bool:
        """Whether backups that are made now are to be encrypted."""
        return self._context.own().backup_sealed == "yes"

    def refresh(self) -> None:
        """Show what is set; whether the keyring has the phrase is asked on a lane, since it may want to be unlocked."""
        self._tell()
        desk, actor = self._context.desk, self._context.actor
        if self.is_on and may(actor, Permission.DATA_BACKUP):
            key = f"phrase-{id(self)}"
            self._context.background.read(lambda: desk.backups.has_phrase(actor), self._known, self._unknown, key=key)

    def _known(self, has_phrase: bool) -> None:
        self._has_phrase = has_phrase
        self._tell(asked=True)

    def _unknown(self, _error: DeskError) -> None:
        self._known(has_phrase=False)

    def _tell(self, *, asked: bool = False) -> None:
        is_gone = self.is_on and asked and not self._has_phrase
        self.state.setText(_GONE if is_gone else _ON if self.is_on else _OFF)
        self.state.set_ink("red" if is_gone else "text")
        self.set.setText(tr("Set another pass phrase…") if self.is_on else tr("Set a pass phrase…"))
        self.stop.setVisible(self.is_on)

    def _show_form(self, *, shown: bool) -> None:
        for field in (self.phrase, self.again):
            field.set_text("")
            field.say("")
        self.form.setVisible(shown)
        (self.phrase if shown else self.set).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        desk, actor = self._context.desk, self._context.actor
        work = partial(desk.backups.set_phrase, actor, self.phrase.text(), self.again.text())
        self.save.setEnabled(False)
        self._context.background.read(work, partial(_phrase_kept, self._context, self), self._refused)

    def saved(self) -> None:
        """The phrase is kept, and backups are encrypted with it."""
        self.save.setEnabled(True)
        self._show_form(shown=False)
        self.refresh()

    def _refused(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        field = self.again if isinstance(error, BadInput) and error.field == "again" else self.phrase
        field.say(str(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        _keep_sealed(self._context, "no")
        self.refresh()


def _phrase_kept(context: ViewContext, card: PhraseCard, _done: None) -> None:
    # Whoever set a phrase asked for encrypted backups, also where they left before the keyring answered.
    _keep_sealed(context, "yes")
    if isValid(card):
        card.saved()


def _keep_sealed(context: ViewContext, sealed: str) -> None:
    context.keep_own(context.own()._replace(backup_sealed=sealed))


class PhraseAsk(QWidget):
    """Asks for the pass phrase of a backup that is to be looked at; `given` carries it."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = PasswordField(tr("Pass phrase of this backup"))
        self.open = Button(tr("Open it"), kind="primary", height=Size.BUTTON)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(at_most(self.field, _FIELD))
        column.addLayout(_row(self.open))
        self.field.submitted.connect(self._give)
        self.open.clicked.connect(lambda _checked=False: self._give())
        self.hide()

    def ask(self, problem: str) -> None:
        """Show the field, with what was wrong with the phrase before."""
        self.field.set_text("")
        self.field.say(problem)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
