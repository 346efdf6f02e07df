"""The section of help with writing: whether the desk has it, the server, each person's key and agreement, a test."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.domain.writing_help.agreement import has_agreed, with_agreement
from app.domain.writing_help.server import parse_server
from app.services.writing_help.dto import HelpSettings
from app.views.connect.fields import Field, PasswordField
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.writing_help.trial import HelpTrial
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_for_file
from app.views.widgets.at_most import at_most
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label
from app.views.writing_help.keys import keep_key, kept_key

_WIDEST: Final = 520
_LARGEST: Final = 100_000
_WHAT: Final = tr(
    "A server of your choice drafts replies, articles and summaries: any that speaks as OpenAI's does, run by the"
    " office or rented. Only then does anything leave this desk: exactly the text that is shown before, to that server,"
    " when somebody sends it. Everything else works without it."
)
_KEY: Final = tr(
    "Kept in the keyring of this computer, for you alone; it stands nowhere in the desk. Many servers of an office need"
    " none."
)


class WritingHelpSection(SettingsSection):
    """Administrators set it up; everybody has their own key and agreement."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.is_admin = may(context.actor, Permission.SETTINGS_EDIT)
        self.settings = HelpSettings()
        self._authority = ""
        self.frame = EditorFrame(SectionHead(tr("Writing help")))
        self.is_on = CheckBox(tr("Offer help with writing at this desk"))
        self.address = Field(tr("Address of the server"), "https://desk.example:8080/v1")
        self.model = Field(tr("Model"))
        self.named = Button(tr("Choose…"), menu=True, height=Size.BUTTON_PAGE)
        self.named.hide()
        self.models: tuple[str, ...] = ()
        self.masks = CheckBox(tr("Hide e-mail addresses and phone numbers"))
        self.restricted = CheckBox(tr("Also send incidents that are restricted to a group"))
        self.trust = Label("", tokens.UI, "text2", wrap=True)
        self.choose = Button(tr("Choose a certificate…"), icon="shield", height=Size.BUTTON_SMALL)
        self.system = Button(tr("Trust the system's"), height=Size.BUTTON_SMALL)
        self.save = Button(tr("Save"), kind="primary", height=Size.BUTTON_PAGE)
        self.key = PasswordField(tr("Key"))
        self.key.set_hint(_KEY)
        self.keep = Button(tr("Keep the key"), height=Size.BUTTON_PAGE)
        self.trial = HelpTrial(context)
        self.agreed = Label("", tokens.UI, "text", wrap=True)
        self.withdraw = Button(tr("Take my agreement back"), height=Size.BUTTON_PAGE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        desk = Card(tr("At this desk"), _WHAT)
        desk.body.addWidget(self.is_on, 0, Qt.AlignmentFlag.AlignLeft)
        server = Card(tr("Server"), tr("The same for everybody at the desk. Administrators change it."))
        self.model.row.addWidget(self.named)
        _put(server, self.address, self.model)
        for box in (self.masks, self.restricted):
            server.body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        server.body.addWidget(self.trust)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose, self.system):
            row.addWidget(button)
        row.addStretch(1)
        server.body.addLayout(row)
        server.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        mine = Card(tr("My key"))
        _put(mine, self.key, self.keep)
        test = Card(tr("Try it"), tr("One short question that holds nothing of the desk."))
        test.body.addWidget(self.trial)
        agreement = Card(tr("My agreement"))
        _put(agreement, self.agreed, self.withdraw)
        for card in (desk, server, mine, test, agreement):
            self.frame.page.addWidget(card)
        for widget in (self.is_on, self.address, self.model, self.masks, self.restricted):
            widget.setEnabled(self.is_admin)
        for button in (self.choose, self.system, self.save):
            button.setVisible(self.is_admin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def _connect(self) -> None:
        self.is_on.clicked.connect(lambda _on: self._save())
        self.save.clicked.connect(lambda _checked=False: self._save())
        self.address.submitted.connect(self._save)
        self.model.submitted.connect(self._save)
        self.named.clicked.connect(lambda _checked=False: self._choose_model())
        self.keep.clicked.connect(lambda _checked=False: self._keep_key())
        self.key.submitted.connect(self._keep_key)
        self.choose.clicked.connect(lambda _checked=False: self._ask_certificate())
        self.system.clicked.connect(lambda _checked=False: self._trust(""))
        self.withdraw.clicked.connect(lambda _checked=False: self._withdraw())
        self.trial.begun.connect(lambda: self.trial.run(self.typed(), self.key.text()))
        self.trial.named.connect(self._name_models)
        self.trial.refused.connect(self._refused)

    def title(self) -> str:
        """The section."""
        return tr("Writing help")

    def open(self, _argument: str) -> None:
        """Read how it stands."""
        self.refresh()

    def focus_start(self) -> None:
        """The switch, or the key of whoever cannot switch it."""
        (self.is_on if self.is_admin else self.key).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.is_on, self.key, self.trial.button]

    def hear(self, event: Event) -> None:
        """Settings changed; what is typed and not saved stays."""
        mine = isinstance(event, MuchChanged) or (isinstance(event, ReferenceDataChanged) and event.table == "setting")
        if mine and replace(self.typed(), is_on=self.settings.is_on) == self.settings:
            self.refresh()

    def leave(self) -> None:
        """A test that is under way is of no interest any more."""
        self.trial.stop()

    def refresh(self) -> None:
        """Read again."""
        context = self.context
        desk, actor = context.desk, context.actor

        def read() -> tuple[HelpSettings, bool]:
            settings = desk.writing_help.settings(actor)
            return settings, bool(settings.address and kept_key(context, settings.address))

        self.frame.loading.start()
        context.background.read(read, self._show, self._lost, key=f"help-settings-{id(self)}")

    def typed(self) -> HelpSettings:
        """What stands in the fields."""
        return HelpSettings(
            self.is_on.isChecked(), self.address.text().strip(), self.model.text().strip(),
            self.masks.isChecked(), self.restricted.isChecked(), self._authority,
        )  # fmt: skip

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("This cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, answer: tuple[HelpSettings, bool]) -> None:
        self.settings, has_key = answer
        self.frame.show_page()
        self.is_on.setChecked(self.settings.is_on)
        self.address.set_text(self.settings.address)
        self.model.set_text(self.settings.model)
        self.masks.setChecked(self.settings.masks)
        self.restricted.setChecked(self.settings.restricted)
        self._trust(self.settings.authority)
        self._tell_key(has_key=has_key)
        self._show_agreement()

    def _tell_key(self, *, has_key: bool) -> None:
        self.key.line.setPlaceholderText(tr("A key is kept") if has_key else tr("No key"))

    def _show_agreement(self) -> None:
        address = self.settings.address
        agreed = bool(address) and has_agreed(self.context.own().help_agreed, self.context.actor.person_id, address)
        name = parse_server(address).name if address else ""
        self.agreed.setText(
            tr("On this computer you agreed to send to {server}.", server=name)
            if agreed
            else tr("You are asked before the first text is sent, and see the whole of it.")
        )
        self.withdraw.setVisible(agreed)

    # Saving

    def _save(self) -> None:
        work, actor, wanted = self.context.desk.writing_help_work, self.context.actor, self.typed()

        def done(kept: HelpSettings) -> None:
            self.settings = kept
            self.frame.say("")
            on = tr("Help with writing is on") if kept.is_on else tr("Help with writing is off")
            self.context.toasts.show(on, icon="settings")
            self.refresh()

        self.context.background.write(lambda: work.set_up(actor, wanted), done, self._not_saved)

    def _not_saved(self, error: DeskError) -> None:
        self.is_on.setChecked(self.settings.is_on)
        self._refused(error)

    def _refused(self, error: DeskError) -> None:
        fields = {"address": self.address, "model": self.model, "key": self.key}
        field = fields.get(error.field or "") if isinstance(error, BadInput) else None
        if field is None:
            self.frame.refuse(str(error))
        else:
            field.say(str(error))
            field.setFocus()

    def _keep_key(self) -> None:
        context, key = self.context, self.key.text().strip()
        try:
            address = parse_server(self.address.text()).address
        except BadInput as error:
            self._refused(error)
            return

        def done(kept: bool) -> None:
            self.key.set_text("")
            said = tr("The key is kept") if key else tr("The key is forgotten")
            if key and not kept:
                said = tr("This computer has no keyring: the key is known until the window closes")
            self.context.toasts.show(said, icon="lock")
            self._tell_key(has_key=bool(key))

        context.background.file(lambda: keep_key(context, address, key), done, self._refused)

    def _withdraw(self) -> None:
        own, actor = self.context.own(), self.context.actor
        kept = with_agreement(own.help_agreed, actor.person_id, self.settings.address, agrees=False)
        self.context.keep_own(own._replace(help_agreed=kept))
        self._show_agreement()

    def _name_models(self, names: tuple[str, ...]) -> None:
        self.models = names
        self.named.setVisible(self.is_admin)

    def _choose_model(self) -> None:
        menu = QMenu(self)
        for name in self.models:
            menu.addAction(name, partial(self.model.set_text, name))
        menu.exec(self.named.mapToGlobal(self.named.rect().bottomLeft()))

    def _ask_certificate(self) -> None:
        title, kinds = tr("Certificate of the office's authority"), tr("Certificates (*.pem *.crt *.cer)")
        ask_for_file(self, self.context.state, title, kinds, self.read_certificate)

    def read_certificate(self, path: Path) -> None:
        """Trust the authority whose certificate stands in a file, once it is saved."""

        def read() -> str:
            try:
                with path.open("rb") as file:
                    return file.read(_LARGEST + 1).decode("ascii", "replace")
            except OSError as error:
                raise BadInput(tr("The file cannot be read: {why}", why=error.strerror or error)) from error

        self.context.background.file(read, self._trust, self._refused)

    def _trust(self, authority: str) -> None:
        self._authority = authority.strip()
        self.trust.setText(
            tr("Its certificate is trusted where the office's own authority has signed it.")
            if self._authority
            else tr("Its certificate is trusted where this computer trusts it.")
        )
        self.system.setVisible(self.is_admin and bool(self._authority))


def _put(card: Card, *widgets: QWidget) -> None:
    for widget in widgets:
        if isinstance(widget, Button):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
            continue
        card.body.addLayout(at_most(widget, _WIDEST))
