"""The sheet in which a call becomes an incident: it floats over the window, waits for nobody and blocks nothing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.macros import WriteMoment
from app.domain.numbers import incident_number
from app.domain.vocabulary import Channel
from app.domain.wording import tr
from app.services.incidents.dto import IncidentRef, NewFile, NewIncident, Post
from app.services.knowledge.dto import Case
from app.services.people.dto import NewPerson
from app.services.suggestions.dto import AlikeQuery
from app.services.templates.dto import beginning_of
from app.views.context import ViewContext
from app.views.create.articles import LINK_KEY, RESOLVE_KEY, answer_by_article
from app.views.create.draft import KEY, CreateDraft
from app.views.create.foot import SheetFoot
from app.views.create.form import CreateForm
from app.views.create.known_errors import answer_by_problem, is_of_problem, join_to_sheet
from app.views.create.side import Found, SidePanel
from app.views.create.templating import TEMPLATE_KEY, Templating
from app.views.create.withdrawing import LoggedCall
from app.views.create.written_down import called_too, written_down
from app.views.incident.kept_files import KeptFiles, files_key
from app.views.incident.pick_lists import PickLists
from app.views.outbox.holding import say
from app.views.steps_left import leaves_checklist
from app.views.suggestions.advising import TAKE_KEY, Advising
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.drop_target import DropPlace, DropTarget
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import Label
from app.views.widgets.marks import Symbol

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

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
    article_wanted = Signal(str)
    size_wanted = Signal()

    def __init__(
        self, context: ViewContext, lists: PickLists, advising: Advising, host: QWidget, incident_id: str
    ) -> None:
        super().__init__(host)
        self._context, self._lists = context, lists
        self.incident_id, self._creating, self._done = incident_id, False, False
        self._open_after_lookup: bool | None = None
        self._answer, self._asked, self.logged = "", "", LoggedCall(CreateDraft())
        self.setAccessibleName(tr("New incident"))
        self.setProperty("manual", "first-steps#log-an-incident")
        self.form = CreateForm(context, lists, advising, self.card)
        self.templating = Templating(context, self.form, self)
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
        self._top, self._bottom = self._head(), SheetFoot()
        self._bottom.create_wanted.connect(lambda and_open: self.log_it(and_open=and_open))
        self.problem, self.create_button = self._bottom.problem, self._bottom.create_button
        self.open_button = self._bottom.open_button
        column.addWidget(self._top)
        column.addWidget(self.templating.line)
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
        DropTarget(self.card, lambda: [_drop_place(self.form)])

    def parts(self) -> Sequence[QWidget]:
        """The fields and the buttons that finish the call come before what is only offered."""
        return [self.form, self._bottom, self.side, self._top]

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(48)
        head.setProperty("edge", "bottom")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        set_margins(row, 20, 0, 12, 0)
        row.setSpacing(9)
        row.addWidget(Symbol("plus", tr("New incident"), "accent"))
        row.addWidget(Label(tr("New incident"), tokens.SHEET_TITLE))
        row.addStretch(1)
        self.status = Label("", tokens.META, "text2")
        row.addWidget(self.status)
        row.addWidget(self.templating.button)
        self.discard = Button(tr("Discard"), kind="ghost", height=Size.BUTTON_SMALL)
        self.discard.clicked.connect(lambda _checked=False: self.throw_away())
        self.discard.hide()
        row.addWidget(self.discard)
        self.cross = IconButton("x", tr("Put away, the draft is kept (Esc)"), size=28)
        self.cross.clicked.connect(lambda _checked=False: self.put_away.emit())
        row.addWidget(self.cross)
        return head

    def _connect(self) -> None:
        self.form.installEventFilter(self)
        self.form.changed.connect(self._keep)
        self.form.caller_changed.connect(self.side.show_caller)
        self.form.caller_changed.connect(lambda _id, _name: self._looked_up())
        self.form.summary_changed.connect(lambda _text: self._pause.start())
        self.form.details.submitted.connect(lambda: self.log_it(and_open=False))
        self.form.details.submitted_further.connect(lambda: self.log_it(and_open=True))
        self.form.details.left.connect(self.put_away)
        self.form.attachments.problem.connect(self._bottom.say)
        self.form.attachments.changed.connect(self._keep)
        self.side.note_wanted.connect(self._add_as_note)
        join_to_sheet(self, self._context)
        self._context.drafts.saved.connect(self._saved)
        for keys, run in (
            ("Alt+1", self._open_first),
            (RESOLVE_KEY, self.side.articles.resolve_first),
            (LINK_KEY, self.side.articles.link_first),
            (TAKE_KEY, self.form.suggested.take_all),
            (TEMPLATE_KEY, self.templating.choose),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def start(self, draft: CreateDraft | None = None) -> None:
        """Begin empty or from a draft, with the keyboard in the first field."""
        self.form.start(draft or CreateDraft())
        self.templating.show(draft or CreateDraft())
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
        line = 0 if self.templating.line.isHidden() else self.templating.line.sizeHint().height()
        wanted = 48 + line + self.form.sizeHint().height() + Size.SHEET_FOOTER + 4
        return QSize(width, min(max(540, wanted), room.height() - 24) + 2 * SHADOW)

    def log_it(self, *, and_open: bool, answer: str = "") -> None:
        """Log the incident, and answer it with an article or a problem; what is missing is said at its field."""
        if self._creating or self._done:
            return
        self._answer = answer
        if self._context.is_away():
            self._write_down()
            return
        self.form.requester.settle()
        if self.form.requester.pending:
            # The hand was faster than the desk; who was meant is known in a moment.
            self._open_after_lookup = and_open
            self.status.setText(tr("Looking for the requester…"))
            return
        if self.form.attachments.loading:
            self._bottom.say(tr("A file is still being read. Create again in a moment."))
            return
        draft = self.form.draft()
        if not self._complete(draft):
            return
        if answer and draft.checklist_id not in {"", self._asked}:
            self._asked = draft.checklist_id
            self._bottom.say(leaves_checklist(draft.checklist_name))
            return
        self._set_creating(creating=True)
        new = replace(
            _new_incident(self.incident_id, draft, self.form.levels(), self.form.attachments.files()),
            shown=self.form.suggested.offered() + self.side.hints.offered(also_taken=True),
        )
        work = partial(_log, self._context.desk, self._context.actor, new, draft, answer, self._context.formats.full)
        self.logged = LoggedCall.of(draft, new.files, answer)

        def done(ref: IncidentRef) -> None:
            self.finish()
            self.created.emit(ref, and_open)

        self._context.background.write(work, done, self.refuse)

    def _write_down(self) -> None:
        """Keep it in the outbox, because the server is away; a name that is not looked up yet is looked up then."""
        draft = self.form.draft()
        if not self._complete(replace(draft, caller_id=draft.caller_id or draft.typed.strip())):
            return
        self._set_creating(creating=True)
        new_id, files = self._context.desk.new_id(), self.form.attachments.files()
        item = written_down(self.incident_id, draft, self.form.levels(), files, new_id, self._context.now())

        def kept() -> None:
            self.finish()
            self.put_away.emit()
            self._context.toasts.show(tr("Written down. It is created when the desk is back."), icon="upload")

        self._context.outbox.put(item, kept, self.refuse)

    def _looked_up(self) -> None:
        wanted, self._open_after_lookup = self._open_after_lookup, None
        if wanted is not None:
            self.log_it(and_open=wanted, answer=self._answer)

    def finish(self) -> None:
        """The draft is not needed any more."""
        self._done = True
        self._pause.stop()
        self.side.forget()
        self.form.suggested.forget()
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
            missing["caller_id"] = tr("Choose who is affected, or type a name to add a person.")
        if not draft.summary.strip():
            missing["short_description"] = tr("Write in one line what does not work.")
        for name in ("short_description", "caller_id"):
            self.form.say(name, missing.get(name, ""))
        self._bottom.say("")
        return not missing

    def refuse(self, error: DeskError) -> None:
        """Say at its field why this cannot be logged as it is, or at the bottom."""
        self._set_creating(creating=False)
        self.dress_buttons()
        if not (isinstance(error, BadInput) and error.field and self.form.say(error.field, str(error))):
            self._bottom.say(str(error))

    def dress_buttons(self) -> None:
        """Say on the button what pressing it does now."""
        self._bottom.set_away(away=self._context.is_away())

    def _set_creating(self, *, creating: bool) -> None:
        self._creating = creating
        self._bottom.set_live(live=not creating)
        self.status.setText(tr("Creating…") if creating else "")

    def _add_as_note(self, found: Found) -> None:
        draft = self.form.draft()
        who = draft.caller_name or draft.typed or tr("Somebody")
        called = tr("{who} called too: {summary}", who=who, summary=draft.summary).strip()
        body = "\n".join(part for part in (called, draft.details) if part)
        post = Post(self.incident_id, body, public=False, files=self.form.attachments.files())
        self._set_creating(creating=True)

        def done() -> None:
            self.finish()
            self.noted.emit(found)

        note = called_too(self._context, post, found.id, incident_number(found.number), draft)
        say(self._context, note, done, self.refuse)

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
            self.status.setText(tr("Draft saved"))

    def _look_for_similar(self) -> None:
        draft = self.form.draft()
        self.side.show_like(AlikeQuery(draft.summary, draft.details, draft.caller_id or None, draft.service_id or None))
        self.side.look_for_answers(Case(draft.summary, draft.service_id or None, draft.category_id or None))
        self.form.look_for_suggestions()

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


def _log(
    desk: "Desk", actor: "Actor", new: NewIncident, draft: CreateDraft, answer: str, write: WriteMoment
) -> IncidentRef:
    beginning = beginning_of(draft.to_fields(), write)
    create, begin = desk.incidents.create, desk.template_work.log
    ref = create(actor, new) if beginning is None else begin(actor, new, beginning)
    if is_of_problem(answer):
        answer_by_problem(desk, actor, answer, new.id)
    elif answer:
        answer_by_article(desk, actor, answer, new.id)
    return ref


def _new_incident(
    incident_id: str, draft: CreateDraft, levels: tuple[int, int], files: tuple[NewFile, ...]
) -> NewIncident:
    return NewIncident(
        id=incident_id,
        short_description=draft.summary,
        caller_id=draft.caller_id or None,
        description=draft.details,
        channel=Channel(draft.channel),
        impact=levels[0],
        urgency=levels[1],
        service_id=draft.service_id or None,
        category_id=draft.category_id or None,
        subcategory_id=draft.subcategory_id or None,
        group_id=draft.group_id or None,
        files=files,
        new_caller=_new_person(draft),
    )


def _new_person(draft: CreateDraft) -> NewPerson | None:
    if not draft.caller_is_new:
        return None
    return NewPerson(draft.caller_id, draft.caller_name, draft.email, draft.phone)


def _drop_place(form: CreateForm) -> DropPlace:
    return DropPlace(tr("Drop to attach to the new incident"), form.details.insertFromMimeData)
