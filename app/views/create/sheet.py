"""The sheet in which a call becomes an incident: it floats over the window, waits for nobody and blocks nothing."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.vocabulary import Channel
from app.services.incidents.dto import IncidentRef, NewIncident, Post
from app.services.people.dto import NewPerson
from app.views.context import ViewContext
from app.views.create.draft import KEY, CreateDraft
from app.views.create.form import CreateForm
from app.views.create.side import Found, SidePanel
from app.views.incident.kept_files import KeptFiles, files_key
from app.views.incident.pick_lists import PickLists
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.drop_target import DropTarget
from app.views.widgets.floating_sheet import SHADOW, FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol

_PAUSE_MS: Final = 150
_CONTROL = Qt.KeyboardModifier.ControlModifier
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CreateSheet(FloatingSheet):
    """One call. `created` carries the IncidentRef and whether to open it, `noted` the incident it was added to,
    `put_away` follows Esc: the draft stays.

    The id of the incident is made with the sheet, so creating twice cannot log it twice.
    """

    created = Signal(object, bool)
    noted = Signal(object)
    put_away = Signal()
    open_wanted = Signal(str)
    size_wanted = Signal()

    def __init__(self, context: ViewContext, lists: PickLists, host: QWidget, incident_id: str) -> None:
        super().__init__(host)
        self._context, self._lists = context, lists
        self.incident_id = incident_id
        self._creating = False
        self._done = False
        self._open_after_lookup: bool | None = None
        self.setAccessibleName("New incident")
        self.form = CreateForm(context, lists, self.card)
        self.kept = KeptFiles(context, self.form.attachments)
        self.side = SidePanel(context)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_similar)
        self._build()
        self._connect()

    @property
    def key(self) -> str:
        """Where its draft is kept."""
        return f"{KEY}{self.incident_id}"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing worth keeping, neither words nor files."""
        return self.form.draft().is_empty and not self.form.attachments.files()

    @property
    def is_done(self) -> bool:
        """Whether it was created or discarded."""
        return self._done

    def _build(self) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._top, self._bottom = self._head(), self._foot()
        column.addWidget(self._top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form.setObjectName("canvas")
        area.setWidget(self.form)
        middle.addWidget(area, 1)
        middle.addWidget(self.side)
        column.addLayout(middle, 1)
        column.addWidget(self._bottom)
        DropTarget(self.card, lambda: "Drop to attach to the new incident", self.form.details.insertFromMimeData)

    def parts(self) -> Sequence[QWidget]:
        """The fields and the buttons that finish the call come before what is only offered."""
        return [self.form, self._bottom, self.side, self._top]

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(48)
        head.setProperty("edge", "bottom")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(9)
        row.addWidget(Symbol("plus", "New incident", "accent"))
        row.addWidget(Label("New incident", tokens.SHEET_TITLE))
        row.addStretch(1)
        self.status = Label("", tokens.META, "text2")
        row.addWidget(self.status)
        self.discard = Button("Discard", kind="ghost", height=Size.BUTTON_SMALL)
        self.discard.clicked.connect(lambda _checked=False: self.throw_away())
        self.discard.hide()
        row.addWidget(self.discard)
        self.cross = IconButton("x", "Put away, the draft is kept (Esc)", size=28)
        self.cross.clicked.connect(lambda _checked=False: self.put_away.emit())
        row.addWidget(self.cross)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(Size.SHEET_FOOTER)
        foot.setProperty("edge", "top")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        self._hint = ElidedLabel("Tab next field · Esc keeps the draft", tokens.META, "text2")
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        row.addWidget(self._hint, 1)
        row.addWidget(self.problem, 1)
        self.open_button = Button(
            "Create and open", icon="arrow-right", keys="Ctrl+Shift+Return", height=Size.BUTTON_PAGE
        )
        self.create_button = Button("Create", kind="primary", icon="check", keys="Ctrl+Return", height=Size.BUTTON_PAGE)
        self.open_button.clicked.connect(lambda _checked=False: self.log_it(and_open=True))
        self.create_button.clicked.connect(lambda _checked=False: self.log_it(and_open=False))
        row.addWidget(self.open_button)
        row.addWidget(self.create_button)
        return foot

    def _connect(self) -> None:
        self.form.installEventFilter(self)
        self.form.changed.connect(self._keep)
        self.form.caller_changed.connect(self.side.show_caller)
        self.form.caller_changed.connect(lambda _id, _name: self._looked_up())
        self.form.summary_changed.connect(lambda _text: self._pause.start())
        self.form.details.submitted.connect(lambda: self.log_it(and_open=False))
        self.form.details.submitted_further.connect(lambda: self.log_it(and_open=True))
        self.form.details.left.connect(self.put_away)
        self.form.attachments.problem.connect(self._say)
        self.form.attachments.changed.connect(self._keep)
        self.side.open_wanted.connect(lambda found: self.open_wanted.emit(found.id))
        self.side.note_wanted.connect(self._add_as_note)
        self._context.drafts.saved.connect(self._saved)
        first = QShortcut(QKeySequence("Alt+1"), self)
        first.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        first.activated.connect(self._open_first)

    def start(self, draft: CreateDraft | None = None) -> None:
        """Begin empty or from a draft, with the keyboard in the first field."""
        self.form.start(draft or CreateDraft())
        self.kept.use(files_key(self.key))
        self.discard.setVisible(draft is not None)
        (self.form.summary if draft is not None and draft.caller_name else self.form.requester).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A form that needs more room, for a sentence or a file, gets it."""
        if event.type() == QEvent.Type.LayoutRequest and not self._done:
            self.size_wanted.emit()
        return super().eventFilter(watched, event)

    def fits(self, room: QSize) -> QSize:
        """How large it is in this room, its shadow included."""
        width = min(Size.SHEET, room.width() - 32) + 2 * SHADOW
        wanted = 48 + self.form.sizeHint().height() + Size.SHEET_FOOTER + 4
        return QSize(width, min(max(540, wanted), room.height() - 24) + 2 * SHADOW)

    def log_it(self, *, and_open: bool) -> None:
        """Log the incident; what is missing is said at its field."""
        if self._creating or self._done:
            return
        self.form.requester.settle()
        if self.form.requester.pending:
            # The hand was faster than the desk; who was meant is known in a moment.
            self._open_after_lookup = and_open
            self.status.setText("Looking for the requester…")
            return
        if self.form.attachments.loading:
            self._say("A file is still being read. Create again in a moment.")
            return
        draft = self.form.draft()
        if not self._complete(draft):
            return
        self._set_creating(creating=True)
        desk, actor = self._context.desk, self._context.actor
        new, person = self._new(draft), _new_person(draft)

        def work() -> IncidentRef:
            if person is not None:
                desk.people_admin.add_caller(actor, person)
            return desk.incidents.create(actor, new)

        def done(ref: IncidentRef) -> None:
            self.finish()
            self.created.emit(ref, and_open)

        self._context.background.write(work, done, self._refused)

    def _looked_up(self) -> None:
        wanted, self._open_after_lookup = self._open_after_lookup, None
        if wanted is not None:
            self.log_it(and_open=wanted)

    def finish(self) -> None:
        """The draft is not needed any more."""
        self._done = True
        self._pause.stop()
        self.side.forget()
        self._context.drafts.discard(self.key)
        self.kept.done(files_key(self.key))

    def throw_away(self) -> None:
        """Discard the draft and go."""
        self.finish()
        self.put_away.emit()

    def settings_known(self) -> None:
        """The matrix and the limit of attachments were read."""
        self.form.settings_known()

    def _complete(self, draft: CreateDraft) -> bool:
        missing = {}
        if not draft.caller_id and draft.channel != Channel.MONITORING.value and self.form.requester.isEnabled():
            missing["caller_id"] = "Choose who is affected, or type a name to add a person."
        if not draft.summary.strip():
            missing["short_description"] = "Write in one line what does not work."
        for name in ("short_description", "caller_id"):
            self.form.say(name, missing.get(name, ""))
        self._say("")
        return not missing

    def _new(self, draft: CreateDraft) -> NewIncident:
        impact, urgency = self.form.levels()
        return NewIncident(
            id=self.incident_id,
            short_description=draft.summary,
            caller_id=draft.caller_id or None,
            description=draft.details,
            channel=Channel(draft.channel),
            impact=impact,
            urgency=urgency,
            service_id=draft.service_id or None,
            group_id=draft.group_id or None,
            files=self.form.attachments.files(),
        )

    def _refused(self, error: DeskError) -> None:
        self._set_creating(creating=False)
        if not (isinstance(error, BadInput) and error.field and self.form.say(error.field, str(error))):
            self._say(str(error))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self._hint.setVisible(not text)

    def _set_creating(self, *, creating: bool) -> None:
        self._creating = creating
        self.create_button.setEnabled(not creating)
        self.open_button.setEnabled(not creating)
        self.status.setText("Creating…" if creating else "")

    def _add_as_note(self, found: Found) -> None:
        draft = self.form.draft()
        who = draft.caller_name or draft.typed or "Somebody"
        body = "\n".join(part for part in (f"{who} called too: {draft.summary}".strip(), draft.details) if part)
        post = Post(self.incident_id, body, public=False, files=self.form.attachments.files())
        desk, actor = self._context.desk, self._context.actor
        self._set_creating(creating=True)

        def done(_result: object) -> None:
            self.finish()
            self.noted.emit(found)

        self._context.background.write(lambda: desk.incidents.post(actor, found.id, post), done, self._refused)

    def _keep(self) -> None:
        if self._done:
            return
        draft = self.form.draft()
        self.discard.setVisible(not self.is_empty)
        if self.is_empty:
            self._context.drafts.discard(self.key)
            self.status.setText("")
        else:
            self._context.drafts.keep(self.key, draft.to_fields())

    def _saved(self, key: str, _moment: object) -> None:
        if key == self.key and not self._done and not self._creating:
            self.status.setText("Draft saved")

    def _look_for_similar(self) -> None:
        self.side.show_summary(self.form.summary.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter creates, with Shift it opens the incident too; Esc puts the sheet away."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if Qt.Key(event.key()) in _ENTER and modifiers in {_CONTROL, _CONTROL_SHIFT}:
            self.log_it(and_open=modifiers == _CONTROL_SHIFT)
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()

    def _open_first(self) -> None:
        if self.side.found():
            self.open_wanted.emit(self.side.found()[0].id)


def _new_person(draft: CreateDraft) -> NewPerson | None:
    if not draft.caller_is_new:
        return None
    return NewPerson(draft.caller_id, draft.caller_name, draft.email, draft.phone)
