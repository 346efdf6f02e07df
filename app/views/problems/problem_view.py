"""One problem: what it is, its cause, what helps meanwhile and what mends it, its incidents and its history.

Every field saves itself when it is left. What was typed and has not arrived is kept as a draft.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.problems import WorkaroundState
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.problems.dto import ProblemDetail
from app.views.context import ViewContext
from app.views.incident.pick_lists import PickLists
from app.views.problems.head import ProblemHead, ProblemNotices
from app.views.problems.history_block import HistoryBlock
from app.views.problems.incidents_block import IncidentsBlock
from app.views.problems.looks import workaround_name
from app.views.problems.saving import ProblemSaver
from app.views.problems.side import ProblemSide
from app.views.reviews.editors import Editor, LineEditor, TextEditor
from app.views.reviews.section import Section
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState

TEXTS: Final = ("title", "description", "cause", "workaround", "fix")


class ProblemView(QWidget):
    """`titled` tells that another problem is shown; `detail` is None while none could be read."""

    titled = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.problem_id = ""
        self.detail: ProblemDetail | None = None
        self.lists = PickLists(context)
        self.head, self.notices = ProblemHead(), ProblemNotices()
        self.saver = ProblemSaver(context, self)
        self.editors: dict[str, Editor] = {}
        self.area = QScrollArea()
        self.side = ProblemSide(context, self.lists)
        self.incidents = IncidentsBlock(context)
        self.history = HistoryBlock(context)
        self.confirm = Button(tr("Confirm the workaround"), kind="link", icon="check", keys="Y", height=26)
        self.workaround_state = Label("", tokens.META_MEDIUM, "text2")
        self.empty = EmptyState("circle-alert", tr("Reading the problem"))
        self.loading = LoadingLine()
        self.stack = QStackedWidget()
        self._build()
        self.side.changed.connect(self.saver.choose)
        self.saver.saved.connect(self.reload)
        self.incidents.changed.connect(self.reload)

    def _build(self) -> None:
        canvas = QWidget()
        canvas.setObjectName("canvas")
        form = QVBoxLayout(canvas)
        form.setContentsMargins(20, 8, 20, 20)
        form.setSpacing(18)
        self._add("title", LineEditor(tr("Title"), style=tokens.SHEET_TITLE, limit=160), form)
        for name, title, hint in (
            ("description", tr("Description"), tr("What is seen, since when, and where")),
            ("cause", tr("Cause"), tr("What lies behind it, once that is known")),
            ("workaround", tr("Workaround"), tr("What helps until it is mended")),
            ("fix", tr("Permanent fix"), tr("What mends it for good")),
        ):
            section = Section(name, title)
            self._add(name, TextEditor(title, rows=2, placeholder=hint), section.column)
            if name == "workaround":
                section.column.addLayout(self._workaround_foot())
            form.addWidget(section)
        form.addWidget(self.incidents)
        form.addWidget(self.history)
        form.addStretch(1)
        self.area.setWidget(canvas)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("The problem"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self.side)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.head, self.loading, self.notices):
            whole.addWidget(widget)
        whole.addWidget(self.stack, 1)

    def _add(self, name: str, editor: Editor, column: QVBoxLayout) -> None:
        self.editors[name] = editor
        column.addWidget(editor)
        self.saver.follow(name, editor)

    def _workaround_foot(self) -> FlowLayout:
        foot = FlowLayout(Size.RADIUS_CARD)
        foot.addWidget(self.workaround_state)
        foot.addWidget(self.confirm)
        return foot

    def open(self, problem_id: str) -> None:
        """Show a problem; what was typed for the former one is saved first."""
        if problem_id != self.problem_id:
            self.leave()
            self.problem_id, self.detail = problem_id, None
            self.notices.clear()
            self.saver.use(problem_id)
            self.stack.setCurrentIndex(0)
            self.empty.set_text("circle-alert", tr("Reading the problem"))
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        problem_id = self.problem_id
        if not problem_id:
            return
        desk, actor = self._context.desk, self._context.actor
        self.loading.start()
        self._context.background.read(
            lambda: desk.problems.detail(actor, problem_id), self._show, self._failed, key=f"problem-{id(self)}"
        )

    def leave(self) -> None:
        """Another page is shown: save what was typed."""
        for editor in self.editors.values():
            if self.detail is not None:
                editor.commit()
        self.saver.flush()
        self.history.put_away()

    def forget(self) -> None:
        """Another desk is open; nothing is saved there that was typed for this one."""
        self.problem_id, self.detail = "", None

    def _show(self, detail: ProblemDetail) -> None:
        self.loading.stop()
        if detail.row.id != self.problem_id:
            return
        is_first = self.detail is None
        self.detail = detail
        may_work = may(self._context.actor, Permission.PROBLEM_WORK)
        self.head.show_problem(detail, may_work=may_work)
        for name, editor in self.editors.items():
            value = detail.row.title if name == "title" else getattr(detail, name)
            if is_first:
                editor.take(value)
            editor.show_value(value)
            editor.set_fixed(not may_work)
        state = detail.row.workaround_state
        self.workaround_state.setText(workaround_name(state))
        self.confirm.setVisible(may_work and state is WorkaroundState.PROPOSED)
        self.side.show_problem(detail)
        self.incidents.show_problem(detail)
        self.history.show_problem(detail)
        self.stack.setCurrentIndex(1)
        self._context.actions.refresh()
        if is_first:
            self.area.verticalScrollBar().setValue(0)
            self._context.drafts.load(self.saver.draft_key, self._restore)
            self.titled.emit()

    def _restore(self, draft: Draft | None) -> None:
        if draft is None or draft.key != self.saver.draft_key or self.detail is None:
            return
        for name, editor in self.editors.items():
            if name in draft.fields:
                editor.restore(draft.fields[name], draft.fields.get(f"{name}.base"))

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        if self.detail is not None:
            # What was read stays to be read.
            self._context.toasts.say_error(error)
            return
        self.stack.setCurrentIndex(0)
        self.empty.set_text("circle-alert", tr("The problem cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.reload, kind="primary")

    def go_to(self, field: str) -> None:
        """Put the keyboard into a field."""
        editor = self.editors.get(field)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(editor, 0, 40)
