"""The sheet of the writing help: first exactly what will be sent and to whom, then what is written, as it comes."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.wording import tr, trn
from app.domain.writing_help.agreement import has_agreed, with_agreement
from app.domain.writing_help.masking import Masked, mask
from app.domain.writing_help.prompts import LONGEST, Help, Prompt, Reader
from app.domain.writing_help.server import parse_server
from app.services.writing_help.dto import HelpSettings
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.toast import announce
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.finishing_keys import is_finishing_key
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.strips import InfoStrip
from app.views.widgets.text_box import TextBox
from app.views.writing_help.asking import Asking
from app.views.writing_help.keys import kept_key

_SIZE: Final = QSize(820, 560)


class Written(NamedTuple):
    """What a model wrote."""

    text: str
    model: str


class Wanted(NamedTuple):
    """What is to be written about which incident: `prompt` tells on a lane what to ask, `insert` takes the text and
    says why it cannot, if it cannot.
    """

    what: Help
    title: str
    incident_id: str
    prompt: Callable[[], Prompt]
    insert: Callable[[Written], str]
    button: str


class _Ready(NamedTuple):
    settings: HelpSettings
    prompt: Prompt
    masked: Masked
    key: str


def open_help(context: ViewContext, wanted: Wanted) -> None:
    """Read what would be sent, and show it; nothing is sent before somebody says so."""
    desk, actor = context.desk, context.actor

    def read() -> _Ready:
        settings = desk.writing_help.settings(actor)
        if not settings.is_on:
            raise Refused(tr("Help with writing is switched off at this desk."))
        prompt = wanted.prompt()
        masked = mask(prompt.text) if settings.masks else Masked(prompt.text)
        return _Ready(settings, prompt, masked, kept_key(context, settings.address))

    def show(ready: _Ready) -> None:
        HelpSheet(context, context.toasts.host, wanted, ready).start()

    context.background.read(read, show, context.toasts.say_error)


class HelpSheet(FloatingSheet):
    """Ctrl+Enter sends, then inserts; Esc stops what is being written, then closes."""

    def __init__(self, context: ViewContext, host: QWidget, wanted: Wanted, ready: _Ready) -> None:
        super().__init__(host)
        self._context, self._wanted, self._ready = context, wanted, ready
        self._server = parse_server(ready.settings.address)
        self.asking = Asking(context, ready.settings, ready.key, self)
        self.setAccessibleName(wanted.title)
        self.setProperty("manual", "writing-help#using-it")
        self.told = InfoStrip(self._what_is_sent(), "blue", icon="send")
        self.open_way = InfoStrip(
            tr("{server} is not encrypted: whoever is on the way can read it.", server=self._server.name), "amber"
        )
        self.agreement = Label("", tokens.UI, "text", wrap=True)
        self.preview = TextBox(tr("What will be sent"), fills=True)
        self.preview.setPlainText(ready.masked.text)
        self.answer = TextBox(tr("What is written"), fills=True)
        self.answer.setReadOnly(True)
        self.problem = InfoStrip("", "red")
        self.problem.hide()
        self.status = ElidedLabel("", tokens.META, "text3")
        self.back = Button(tr("Back to what was sent"), kind="ghost")
        self.stop = Button(tr("Stop"), icon="square", keys="Esc")
        self.go = Button(tr("Send"), kind="primary", icon="send", keys="Ctrl+Return")
        self.use = Button(wanted.button, kind="primary", icon="check", keys="Ctrl+Return")
        self._lay_out()
        # Not before it stands in the sheet: it would be shown as a window of its own, which takes the keyboard away.
        self.open_way.setVisible(not self._server.is_encrypted and not self._server.is_here)
        self._connect()
        self._show_preview()

    def _lay_out(self) -> None:
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.close_sheet())
        head = QHBoxLayout()
        head.addWidget(Label(self._wanted.title, tokens.SHEET_TITLE))
        named = tr("{model} at {server}", model=self._ready.settings.model, server=self._server.name)
        head.addWidget(ElidedLabel(named, tokens.META, "text2"), 1)
        head.addWidget(cross)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.preview)
        self.pages.addWidget(self.answer)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.status, 1)
        for button in (self.back, self.stop, self.use, self.go):
            foot.addWidget(button)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        for widget in (self.told, self.open_way, self.problem):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        column.addWidget(self.agreement)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.go.clicked.connect(lambda _checked=False: self.send())
        self.use.clicked.connect(lambda _checked=False: self.insert())
        self.stop.clicked.connect(lambda _checked=False: self.end())
        self.back.clicked.connect(lambda _checked=False: self._show_preview())
        self.preview.submitted.connect(self.send)
        self.preview.left.connect(self.close_sheet)
        self.answer.submitted.connect(self.insert)
        self.answer.left.connect(self._leave)
        self.asking.came.connect(self._came)
        self.asking.ended.connect(self._ended)

    @property
    def has_agreed(self) -> bool:
        """Whether this person has agreed to this server before."""
        return has_agreed(self._context.own().help_agreed, self._context.actor.person_id, self._server.address)

    def _what_is_sent(self) -> str:
        parts = [
            tr(
                "This text is sent to {server}, to the model {model}, and nothing else. You can change it first.",
                server=self._server.name, model=self._ready.settings.model,
            )
        ]  # fmt: skip
        emails, phones = self._ready.masked.counted()
        if emails:
            parts.append(trn("{n} e-mail address is hidden.", "{n} e-mail addresses are hidden.", emails))
        if phones:
            parts.append(trn("{n} phone number is hidden.", "{n} phone numbers are hidden.", phones))
        if not self._ready.settings.masks:
            parts.append(tr("E-mail addresses and phone numbers are not hidden at this desk."))
        if self._ready.prompt.reader is Reader.REQUESTER:
            parts.append(tr("It holds no internal notes."))
        else:
            parts.append(tr("It holds internal notes."))
        if self._ready.prompt.left_out:
            parts.append(trn("{n} message is left out.", "{n} messages are left out.", self._ready.prompt.left_out))
        return " ".join(parts)

    def _show_preview(self) -> None:
        first = not self.has_agreed
        self.agreement.setText(
            tr(
                "You have not used {server} yet. Whoever runs it can read what you send. Your agreement is kept on this"
                " computer, for this server.",
                server=self._server.name,
            )
        )
        self.agreement.setVisible(first)
        self.go.setText(tr("Agree and send") if first else tr("Send"))
        self.told.show()
        self.problem.hide()
        self.pages.setCurrentWidget(self.preview)
        self._show_buttons(self.go)
        self.status.set_text(tr("Ctrl+Enter sends · Esc closes"))
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, *shown: QWidget) -> None:
        for button in (self.back, self.stop, self.use, self.go):
            button.setVisible(button in shown)

    def send(self) -> None:
        """Send what stands there; whoever does so for the first time agrees with it."""
        text = self.preview.toPlainText()
        if self.asking.is_running or self.pages.currentWidget() is not self.preview:
            return
        if not text.strip() or len(text) > 2 * LONGEST:
            self._say(tr("There is nothing to send.") if not text.strip() else tr("This is too long. Shorten it."))
            return
        if not self.has_agreed:
            own = self._context.own()
            kept = with_agreement(own.help_agreed, self._context.actor.person_id, self._server.address)
            self._context.keep_own(own._replace(help_agreed=kept))
        self.agreement.hide()
        self.told.hide()
        self.problem.hide()
        self.answer.clear()
        self.pages.setCurrentWidget(self.answer)
        self._show_buttons(self.stop)
        self.status.set_text(tr("Waiting for {server}", server=self._server.name))
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asking.begin(self._wanted.incident_id, self._wanted.what, text, dict(self._ready.masked.hidden))

    def _came(self, text: str) -> None:
        bar = self.answer.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 4
        place = bar.value()
        self.answer.setPlainText(text)
        bar.setValue(bar.maximum() if at_end else place)
        self.status.set_text(trn("Writing, {n} character", "Writing, {n} characters", len(text)))

    def _ended(self, why: str) -> None:
        has_text = bool(self.answer.toPlainText().strip())
        self._show_buttons(self.back, *((self.use,) if has_text else ()))
        self.status.set_text(tr("Ctrl+Enter inserts · Esc closes") if has_text else "")
        if why:
            self._say(why)
        announce(self, why or tr("The text is complete."))

    def end(self) -> None:
        """Stop what is being written; what came stays."""
        if not self.asking.is_running:
            return
        self.asking.stop()
        self._ended("")
        self.status.set_text(tr("Stopped. What came is kept."))

    def insert(self) -> None:
        """Put what was written where it belongs, marked as not checked."""
        text = self.answer.toPlainText().strip()
        if self.asking.is_running or self.pages.currentWidget() is not self.answer or not text:
            return
        why_not = self._wanted.insert(Written(text, self._ready.settings.model))
        if why_not:
            self._say(why_not)
            return
        self.go_away()

    def _say(self, text: str) -> None:
        self.problem.set_text(text, "red")
        self.problem.show()

    def _leave(self) -> None:
        if self.asking.is_running:
            self.end()
        else:
            self.close_sheet()

    def start(self) -> None:
        """Show it in the middle of the window."""
        self.show_in_the_middle(_SIZE, self.preview)

    def close_sheet(self) -> None:
        """Take it away; what is being written is stopped."""
        self.asking.stop()
        self.go_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc, wherever the keyboard is in the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif is_finishing_key(event):
            (self.send if self.pages.currentWidget() is self.preview else self.insert)()
        else:
            super().keyPressEvent(event)
