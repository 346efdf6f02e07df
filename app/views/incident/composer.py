"""Where replies, notes and stakeholder updates are written: who will read it is said above, by colour and button."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.incidents.dto import Audience, IncidentDetail, Post
from app.views.context import ViewContext
from app.views.incident.attach_bar import AttachBar
from app.views.incident.composer_parts import Box, Foot, Line, Tabs, stack, status_words, work_by_keys
from app.views.incident.modes import MODES, NOTE, REPLY, TABS, UPDATE, draft_key, is_caller, look_of, mode_of
from app.views.incident.one_line import OneLine
from app.views.incident.post_ids import PostIds, content_of
from app.views.incident.tab_files import TabFiles
from app.views.incident.update_row import UpdateRow, put_template
from app.views.incident.written_by import WrittenBy
from app.views.kept_answers import below
from app.views.toolkit import tokens
from app.views.widgets.at_its_width import AtItsWidth
from app.views.widgets.labels import Label
from app.views.widgets.text_box import TextBox

if TYPE_CHECKING:
    from app.views.toolkit.draft_keeper import DraftKeeper


class Composer(AtItsWidth):
    """`send_wanted` carries the Post and whether resolving was asked for with it (Ctrl+Shift+Enter).

    Each tab of each incident has its own draft; what is typed is kept and comes back when the incident is opened.
    `seen` is how many messages of others whoever replies has seen; `reply_restored` tells how many that were when what
    came back was typed. `audience` is who reads a stakeholder update, None while nobody knows.
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
        self._texts = dict.fromkeys(MODES, "")
        self._mode = REPLY
        self._restoring = self._sending = False
        self._ids = PostIds()
        self.seen = 0
        self._against: set[str] = set()
        self.audience: Audience | None = None
        self.files, self.update_row = TabFiles(context), UpdateRow(context)
        self._build()
        self.written = WrittenBy(self)
        self.one_line = OneLine(self, context.actions.keys)
        self._connect()
        work_by_keys(self, self.edit, lambda: self.choose(self.tabs.after(self._mode)))
        self._dress()

    def _build(self) -> None:
        self.tabs = Tabs()
        self.recipient = self.tabs.recipient
        self.edit = TextBox(tr("Reply"), rows=2, most_rows=9)
        self.edit.setProperty("plain", True)
        self.line = Line(self.edit)
        self._problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self._problem.hide()
        self.box, self.foot = Box(self), Foot()
        self.attach, self.status = self.foot.attach, self.foot.status
        self.discard, self.send_button = self.foot.discard, self.foot.send
        stack(self.box, 6, self.line, self.update_row, self.files, self._problem, self.foot)
        stack(self, 8, self.tabs, self.box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.submitted.connect(lambda: self.send(resolve=False))
        self.edit.submitted_further.connect(lambda: self.send(resolve=True))
        self.edit.left.connect(self.left)
        self.edit.pasted.connect(self.files.add_picture)
        self.edit.dropped.connect(self.files.add_names)
        self.tabs.chosen.connect(self.choose)
        self.files.problem.connect(self.say_problem)
        for source in (self.files, self.one_line):
            source.changed.connect(self._dress)
        self.update_row.changed.connect(self._typed)
        self.update_row.template_wanted.connect(self.use_template)
        self.attach.clicked.connect(lambda _checked=False: self.attachments.ask())
        self.discard.clicked.connect(lambda _checked=False: self.throw_away())
        self.send_button.clicked.connect(lambda _checked=False: self.send(resolve=False))

    @property
    def mode(self) -> str:
        """Which tab is open."""
        return self._mode

    @property
    def attachments(self) -> AttachBar:
        """The files of the open tab."""
        return self.files.bar

    def brought_back(self, key: str) -> None:
        """A draft of this incident was written from elsewhere: a message that was taken back."""
        for mode in MODES:
            if self._incident_id and key == self.key(mode):
                self._texts[mode] = ""
                if mode == self._mode:
                    self._set_text("")
                self.files.use(self._incident_id, mode)
                self._context.drafts.load(key, partial(self._restore, self._incident_id, mode))

    def show_incident(self, detail: IncidentDetail) -> None:
        """Write about this incident; another one than before brings its drafts."""
        self._caller = detail.caller.name if detail.caller is not None else ""
        if detail.id != self._incident_id:
            self.begin(detail.id)
        self.tabs.offer(detail, self._context.actor)
        self.update_row.show_due(detail.major.next_update_at)
        self._dress()
        self.choose(self.tabs.to_open(self._mode, has_text=self.has_text()), focus=False)

    def begin(self, incident_id: str) -> None:
        """Write about another incident, or about none; the drafts of that one are brought."""
        self._incident_id, self.audience, self._sending = incident_id, None, False
        self._texts = dict.fromkeys(MODES, "")
        self._ids.forget(*MODES)
        self.written.forget()
        self.one_line.forget()
        self.update_row.begin()
        self.files.use(incident_id)
        self._set_text("")
        self.say_problem("")
        self._saved_at.clear()
        for mode in MODES:
            self._context.drafts.load(self.key(mode), partial(self._restore, incident_id, mode))

    def show_audience(self, audience: Audience) -> None:
        """Who reads a stakeholder update of the incident that is shown."""
        self.audience = audience
        self._dress()

    def use_template(self) -> None:
        """Put the questions that a stakeholder update answers before what is written there."""
        self.choose(UPDATE)
        put_template(self.edit)

    def key(self, mode: str) -> str:
        """The key of the draft of a tab."""
        return draft_key(self._incident_id, mode)

    def choose(self, mode: str, *, focus: bool = True) -> None:
        """Open a tab; what stands in the other one stays there."""
        if mode != self._mode:
            self._texts[self._mode] = self.edit.toPlainText()
            self._mode = mode
            self.files.open(mode)
            self._set_text(self._texts[mode])
        if focus:
            self.tabs.instead_of = ""
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._dress()

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
        due = self.update_row.moment() if mode == UPDATE else None
        content = content_of(self.text(), due)
        post_id = self._ids.id_for(mode, content, files, self._context.desk.new_id)
        if self.text().strip():
            # With its id, so that it is not sent twice by whoever finds it after a crash.
            self._context.drafts.keep(self.key(mode), self._fields(mode, self.text()))
            self._context.drafts.flush()
        self.say_problem("")
        post = Post(post_id, self.text(), public=mode != NOTE, files=files)
        if mode == UPDATE:
            post = replace(post, to_stakeholders=True, next_update_at=due)
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
        mode = mode_of(post)
        if incident_id != self._incident_id:
            forget_sent(self._context.drafts, draft_key(incident_id, mode), post.body)
            if post.files:
                self.files.sent_elsewhere(incident_id, mode, post.files)
            return
        self.set_sending(sending=False)
        self._ids.forget(mode)
        self.written.forget(mode)
        if self._mode == mode:
            self._set_text(_rest(self.text(), post.body))
        else:
            self._texts[mode] = _rest(self._texts[mode], post.body)
        self.files.sent(mode, post.files)
        if mode == UPDATE:
            self.update_row.begin()
        self._keep(mode, self.text() if self._mode == mode else self._texts[mode])

    def throw_away(self) -> None:
        """Discard the draft of this tab."""
        self._set_text("")
        self.attachments.clear()
        if self._mode == UPDATE:
            self.update_row.begin()
        self._keep(self._mode, "")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, text: str) -> None:
        """Say what hinders sending, below what was written; empty says nothing."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._dress()

    def problem(self) -> str:
        """What is said to hinder sending."""
        return self._problem.text()

    def draft_saved(self, key: str, moment: datetime) -> None:
        """The draft is on the disk."""
        for mode in MODES:
            if self._incident_id and key == self.key(mode):
                self._saved_at[mode] = moment
        self._dress()

    def _restore(self, incident_id: str, mode: str, draft: Draft | None) -> None:
        text = draft.fields.get("text", "") if draft is not None else ""
        if incident_id != self._incident_id or draft is None or not text:
            return
        self._ids.restore(mode, draft.fields)
        self.written.restore(mode, draft.fields)
        if mode == UPDATE:
            self.update_row.restore(draft.fields.get("next_update", ""))
        if mode != NOTE and draft.fields.get("seen", "").isdecimal():
            self.reply_restored.emit(int(draft.fields["seen"]))
        self._saved_at[mode] = draft.saved_at
        if mode == self._mode:
            # Whoever was quicker than the disk keeps what they typed, below what they had written before.
            typed = self.edit.toPlainText()
            self._set_text(below(text, typed))
            if typed:
                self._keep(mode, self.text())
        else:
            self._texts[mode] = text
            if not self.edit.toPlainText().strip() and mode != REPLY:
                self.choose(mode, focus=False)
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
        seen = {"seen": str(self.seen)} if mode != NOTE else {}
        promised = self.update_row.fields() if mode == UPDATE else {}
        return {"text": text} | self._ids.fields(mode) | seen | promised | self.written.fields(mode)

    def _dress(self) -> None:
        mode = self._mode
        look = look_of(mode, self._caller, self.audience, is_own=bool(self._caller) and is_caller(self._context.actor))
        texts = self._texts | {mode: self.text()}
        begun = {each for each in MODES if texts[each].strip() or self.files.of(each).files()}
        self.tabs.show_open(mode, begun)
        self.one_line.follow(mode, is_begun=bool(begun or self.files.loading or self._problem.text()))
        self.edit.setAccessibleName(TABS[mode][0])
        self.recipient.set_text(look.readers)
        self.edit.set_hint(look.hint)
        self.send_button.setText(tr("Send anyway") if self._against and mode != NOTE else look.send)
        self.send_button.set_icon(look.icon)
        self.send_button.lead(1 if self.one_line.in_use else -1)
        self.send_button.setEnabled(not self._sending)
        self.discard.setVisible(bool(self.text().strip()))
        self.update_row.follow(is_open=mode == UPDATE and not self.one_line.holds, is_begun=bool(texts[UPDATE].strip()))
        self.status.set_text(self._status())
        self.box.set_mode(mode)

    def _status(self) -> str:
        saved = self._saved_at.get(self._mode) if self.text().strip() else None
        return status_words(self._context.formats, saved, is_sending=self._sending)


def forget_sent(drafts: "DraftKeeper", key: str, body: str) -> None:
    """The desk has a message of an incident that was left: what was typed after it was sent stays a draft."""

    def came(draft: Draft | None) -> None:
        rest = "" if draft is None else _rest(draft.fields.get("text", ""), body)
        if draft is None or not rest.strip():
            drafts.discard(key)
        else:
            kept = {name: draft.fields[name] for name in ("seen", "next_update") if name in draft.fields}
            drafts.keep(key, {"text": rest} | kept)

    drafts.load(key, came)


def _rest(text: str, sent: str) -> str:
    return text.removeprefix(sent).lstrip("\n")
