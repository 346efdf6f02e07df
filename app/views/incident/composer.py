"""Where replies and internal notes are written: who will read it is said above, in the colour and on the button."""

from datetime import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.incidents.dto import IncidentDetail, Post
from app.views.context import ViewContext
from app.views.incident.attach_bar import AttachBar
from app.views.incident.composer_parts import Box, Foot, Tab
from app.views.incident.kept_files import KeptFiles, files_key
from app.views.incident.post_ids import PostIds
from app.views.incident.written_by import WrittenBy
from app.views.toolkit import tokens
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.spans import isolated
from app.views.widgets.text_box import TextBox

REPLY: Final = "reply"
NOTE: Final = "note"


def _reader(caller: str) -> str:
    return tr("To {caller}", caller=caller) if caller else tr("No caller: only the desk reads it")


class Composer(QWidget):
    """`send_wanted` carries the Post and whether resolving was asked for with it (Ctrl+Shift+Enter).

    Each tab of each incident has its own draft; what is typed is kept and comes back when the incident is opened.
    `seen` is how many messages of others whoever replies has seen; `reply_restored` tells how many that were when a
    reply that came back was typed.
    """

    send_wanted = Signal(object, bool)
    left = Signal()
    typed = Signal()
    reply_restored = Signal(int)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._incident_id = ""
        self._caller = ""
        self._saved_at: dict[str, datetime] = {}
        self._texts: dict[str, str] = {REPLY: "", NOTE: ""}
        self._mode = REPLY
        self._restoring = False
        self._ids = PostIds()
        self._sending = False
        self.seen = 0
        self._against: set[str] = set()
        self.attachments = AttachBar(context)
        self._kept = KeptFiles(context, self.attachments)
        self._build()
        self.written = WrittenBy(self)
        self._connect()
        turn = QShortcut(QKeySequence("Ctrl+Tab"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._turn)
        self._dress()

    def _build(self) -> None:
        self.reply_tab = Tab(tr("Reply"), "reply", "blue")
        self.note_tab = Tab(tr("Internal note"), "lock", "amber")
        group = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(4)
        for mode, tab in ((REPLY, self.reply_tab), (NOTE, self.note_tab)):
            group.addButton(tab)
            tab.clicked.connect(lambda _checked=False, mode=mode: self.choose(mode))
            top.addWidget(tab)
        top.addSpacing(12)
        self.recipient = ElidedLabel("", tokens.META, "text2")
        top.addWidget(self.recipient, 1)
        self.edit = TextBox(tr("Reply"), rows=2, most_rows=9)
        self.edit.setProperty("plain", True)
        self._problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self._problem.hide()
        self._box = Box(self)
        inner = QVBoxLayout(self._box)
        inner.setContentsMargins(12, 9, 9, 9)
        inner.setSpacing(6)
        inner.addWidget(self.edit)
        inner.addWidget(self.attachments)
        inner.addWidget(self._problem)
        self.foot = Foot()
        self.attach, self.status = self.foot.attach, self.foot.status
        self.discard, self.send_button = self.foot.discard, self.foot.send
        inner.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 14)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.submitted.connect(lambda: self.send(resolve=False))
        self.edit.submitted_further.connect(lambda: self.send(resolve=True))
        self.edit.left.connect(self.left)
        self.edit.pasted.connect(self.attachments.add_picture)
        self.edit.dropped.connect(self.attachments.add_names)
        self.attachments.problem.connect(self.say_problem)
        self.attachments.changed.connect(self._dress)
        self.attach.clicked.connect(lambda _checked=False: self.attachments.ask())
        self.discard.clicked.connect(lambda _checked=False: self.throw_away())
        self.send_button.clicked.connect(lambda _checked=False: self.send(resolve=False))

    @property
    def mode(self) -> str:
        """Which tab is open."""
        return self._mode

    def brought_back(self, key: str) -> None:
        """A draft of this incident was written from elsewhere: a message that was taken back."""
        for mode in (REPLY, NOTE):
            if self._incident_id and key == self.key(mode):
                self._texts[mode] = ""
                if mode == self._mode:
                    self._set_text("")
                self._kept.use(files_key(f"incident:{self._incident_id}"))
                self._context.drafts.load(key, partial(self._restore, self._incident_id, mode))

    def show_incident(self, detail: IncidentDetail) -> None:
        """Write about this incident; another one than before brings its drafts."""
        fresh = detail.id != self._incident_id
        self._caller = detail.caller.name if detail.caller is not None else ""
        if fresh:
            self._incident_id = detail.id
            self._texts = {REPLY: "", NOTE: ""}
            self._sending = False
            self._ids.forget(REPLY, NOTE)
            self.written.forget()
            self._kept.use(files_key(f"incident:{detail.id}"))
            self._set_text("")
            self.say_problem("")
            self._saved_at.clear()
            for mode in (REPLY, NOTE):
                self._context.drafts.load(self.key(mode), partial(self._restore, detail.id, mode))
        can_note = may(self._context.actor, Permission.INCIDENT_WORK_NOTE)
        over = detail.state in {State.CLOSED, State.CANCELED}
        self.note_tab.setVisible(can_note)
        self.reply_tab.setEnabled(not over)
        if over and can_note and self._mode == REPLY:
            self.choose(NOTE, focus=False)
        self._dress()

    def key(self, mode: str) -> str:
        """The key of the draft of a tab."""
        return draft_key(self._incident_id, mode)

    def choose(self, mode: str, *, focus: bool = True) -> None:
        """Open a tab; what stands in the other one stays there."""
        if mode != self._mode:
            self._texts[self._mode] = self.edit.toPlainText()
            self._mode = mode
            self._set_text(self._texts[mode])
        if focus:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._dress()

    def _turn(self) -> None:
        other = self.note_tab if self._mode == REPLY else self.reply_tab
        if other.isEnabled() and other.isVisible():
            self.choose(NOTE if self._mode == REPLY else REPLY)

    def text(self) -> str:
        """What is written in the open tab."""
        return self.edit.toPlainText()

    def has_text(self) -> bool:
        """Whether anything could be sent."""
        return bool(self.text().strip()) or bool(self.attachments.files())

    def send(self, *, resolve: bool) -> None:
        """Send what is written; the draft is kept until the desk says that it has it."""
        if self._sending or not self._incident_id or self.written.refuses():
            return
        if self.attachments.loading:
            self.say_problem(tr("A file is still being read. Send again in a moment."))
            return
        if not self.has_text() and not resolve:
            self.say_problem(tr("There is nothing to send yet. Write something or attach a file."))
            return
        files, mode = self.attachments.files(), self._mode
        post_id = self._ids.id_for(mode, self.text(), files, self._context.desk.new_id)
        if self.text().strip():
            # With its id, so that it is not sent twice by whoever finds it after a crash.
            self._context.drafts.keep(self.key(mode), self._fields(mode, self.text()))
            self._context.drafts.flush()
        self.say_problem("")
        post = Post(post_id, self.text(), public=mode == REPLY, files=files)
        self.send_wanted.emit(post, resolve)

    def send_anyway(self, reason: str, *, holds: bool) -> None:
        """Say on the button, while a reason against sending holds, that it can be sent nevertheless."""
        before = bool(self._against)
        (self._against.add if holds else self._against.discard)(reason)
        if bool(self._against) != before:
            self._dress()

    def set_sending(self, *, sending: bool) -> None:
        """While the desk works on it, it cannot be sent a second time."""
        self._sending = sending
        self._dress()

    def sent(self, post: Post, incident_id: str) -> None:
        """The desk has it: forget text, files and draft; what was typed meanwhile stays, here or elsewhere."""
        mode = REPLY if post.public else NOTE
        if incident_id != self._incident_id:
            self._context.drafts.discard(draft_key(incident_id, mode))
            if post.files:
                self._kept.done(files_key(f"incident:{incident_id}"))
            return
        self.set_sending(sending=False)
        self._ids.forget(mode)
        self.written.forget(mode)
        if self._mode == mode:
            rest = self.text().removeprefix(post.body)
            self._set_text(rest.lstrip("\n"))
        else:
            self._texts[mode] = ""
        self.attachments.remove(post.files)
        self._keep(mode, self.text() if self._mode == mode else "")

    def throw_away(self) -> None:
        """Discard the draft of this tab."""
        self._set_text("")
        self.attachments.clear()
        self._keep(self._mode, "")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, text: str) -> None:
        """Say what hinders sending, below what was written; empty says nothing."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def problem(self) -> str:
        """What is said to hinder sending."""
        return self._problem.text()

    def draft_saved(self, key: str, moment: datetime) -> None:
        """The draft is on the disk."""
        for mode in (REPLY, NOTE):
            if self._incident_id and key == self.key(mode):
                self._saved_at[mode] = moment
        self._dress()

    def _restore(self, incident_id: str, mode: str, draft: Draft | None) -> None:
        text = draft.fields.get("text", "") if draft is not None else ""
        if incident_id != self._incident_id or draft is None or not text:
            return
        self._ids.restore(mode, draft.fields)
        self.written.restore(mode, draft.fields)
        if mode == REPLY and draft.fields.get("seen", "").isdecimal():
            self.reply_restored.emit(int(draft.fields["seen"]))
        self._saved_at[mode] = draft.saved_at
        if mode == self._mode:
            # Whoever was quicker than the disk keeps what they typed, below what they had written before.
            typed = self.edit.toPlainText()
            self._set_text(f"{text}\n{typed}" if typed else text)
        else:
            self._texts[mode] = text
            if not self.edit.toPlainText().strip() and mode == NOTE:
                self.choose(NOTE, focus=False)
        self._dress()

    def _set_text(self, text: str) -> None:
        self._restoring = True
        self.edit.setPlainText(text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self._restoring = False

    def _typed(self) -> None:
        if self._restoring or not self._incident_id:
            return
        self.typed.emit()
        if self._problem.text():
            self.say_problem("")
        self._keep(self._mode, self.text())
        self._dress()

    def _keep(self, mode: str, text: str) -> None:
        self._saved_at.pop(mode, None)
        if text.strip():
            self._context.drafts.keep(self.key(mode), self._fields(mode, text))
        else:
            self._context.drafts.discard(self.key(mode))
        self._dress()

    def _fields(self, mode: str, text: str) -> dict[str, str]:
        seen = {"seen": str(self.seen)} if mode == REPLY else {}
        return {"text": text} | self._ids.fields(mode) | seen | self.written.fields(mode)

    def _dress(self) -> None:
        note = self._mode == NOTE
        self.reply_tab.setChecked(not note)
        self.note_tab.setChecked(note)
        name = tr("Internal note") if note else tr("Reply")
        self.edit.setAccessibleName(name)
        caller = self._caller
        if note:
            self.recipient.set_text(tr("Only the desk reads this"))
            self.edit.setPlaceholderText(tr("What the next agent should know"))
            self.send_button.setText(tr("Add note"))
        else:
            self.recipient.set_text(_reader(isolated(caller)))
            self.edit.setPlaceholderText(tr("Write to {caller}", caller=caller) if caller else tr("Write a reply"))
            first = caller.split(" ")[0] if caller else ""
            send = tr("Send to {first}", first=first[:20]) if first else tr("Send")
            self.send_button.setText(tr("Send anyway") if self._against else send)
        self.send_button.set_icon("lock" if note else "send")
        self.send_button.setEnabled(not self._sending)
        self.discard.setVisible(bool(self.text().strip()))
        self.status.set_text(self._status())
        self._box.set_note(note=note)

    def _status(self) -> str:
        if self._sending:
            return tr("Sending…")
        saved = self._saved_at.get(self._mode)
        if saved is not None and self.text().strip():
            return tr("Draft saved {when}", when=self._context.formats.time(saved))
        return tr("Paste a screenshot or drop files")


def modes_of(composer: Composer) -> list[str]:
    """What can be written now: a reply, an internal note, or both."""
    offered = ((REPLY, composer.reply_tab), (NOTE, composer.note_tab))
    return [mode for mode, tab in offered if tab.isEnabled() and not tab.isHidden()]


def draft_key(incident_id: str, mode: str) -> str:
    """Where the draft of a tab of an incident is kept."""
    return f"incident:{incident_id}:{mode}"
