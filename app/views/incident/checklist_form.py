"""The form of one step, in its place in the list: what is to be done, by whom, until when."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.checklists import TEXT_LIMIT, StepState
from app.domain.durations import read_duration, write_duration
from app.domain.errors import BadInput
from app.domain.wording import tr
from app.services.checklists.dto import ChecklistStep, StepDetails
from app.views.context import ViewContext
from app.views.incident.checklist_rows import DOWN, REMOVE, SKIP, TICK, UP
from app.views.incident.pick_lists import PickLists
from app.views.incident.steps import quick_moments
from app.views.kept_answers import Answers, KeptAnswers
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.pick_field import PickField

_NO_TIME: Final = Option(None, tr("No due time"))


def step_key(incident_id: str, step_id: str = "") -> str:
    """Under which key the words of a step are kept, or those of one to be added."""
    return f"incident:{incident_id}:checklist:{step_id}"


class StepForm(QWidget):
    """`saved` carries the StepDetails, `wanted` what else is asked of the step, `left` is Esc."""

    saved = Signal(object)
    wanted = Signal(str)
    left = Signal()

    def __init__(self, context: ViewContext, lists: PickLists, incident_id: str, step: ChecklistStep) -> None:
        super().__init__()
        self._context, self._lists, self.step, self._incident_id = context, lists, step, incident_id
        self._group_id, self._assignee_id, self._due_at = step.group_id, step.assignee_id, step.due_at
        self.text = QLineEdit(step.text)
        self.text.setAccessibleName(tr("What is to be done"))
        self.text.setMaxLength(TEXT_LIMIT)
        self.text.setFixedHeight(Size.BUTTON)
        self.text.returnPressed.connect(self.save)
        self._kept = KeptAnswers(context, lambda: {"text": self.text.text()}, self._restore)
        self.text.textEdited.connect(lambda _text: self._kept.keep())
        self.group = PickField(tr("Assignment group"), lists.plain("group_id", tr("No group")), icon="users")
        self.assignee = PickField(tr("Assignee"), lists.agents(step.group_id))
        self.assignee.set_person()
        self.due = PickField(tr("Due"), self._moments, icon="clock")
        self.group.chosen.connect(self._group_chosen)
        self.assignee.chosen.connect(self._assignee_chosen)
        self.due.chosen.connect(self._due_chosen)
        self.group.set_value(step.group_name or "", empty=tr("No group"))
        self.assignee.set_value(step.assignee_name or "", empty=tr("Nobody"))
        self._show_due()
        column = QVBoxLayout(self)
        set_margins(column, 28, 2, 0, 6)
        column.setSpacing(2)
        for field in (self.text, self.group, self.assignee, self.due):
            column.addWidget(field)
        column.addLayout(self._buttons(step))

    def _buttons(self, step: ChecklistStep) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(2)
        save = Button(tr("Save"), kind="primary", height=Size.BUTTON_SMALL)
        save.clicked.connect(lambda _checked=False: self.save())
        row.addWidget(save)
        is_open = step.state == StepState.OPEN
        other = Button(tr("Skip") if is_open else tr("Open again"), kind="ghost", height=Size.BUTTON_SMALL)
        other.clicked.connect(lambda _checked=False: self.wanted.emit(SKIP if is_open else TICK))
        row.addWidget(other)
        row.addStretch(1)
        for icon, name, act in (
            ("arrow-up", tr("Move up (Alt ↑)"), UP),
            ("arrow-down", tr("Move down (Alt ↓)"), DOWN),
            ("trash-2", tr("Remove the step (Del)"), REMOVE),
        ):
            button = IconButton(icon, name, size=Size.BUTTON_SMALL)
            button.clicked.connect(lambda _checked=False, act=act: self.wanted.emit(act))
            row.addWidget(button)
        return row

    def start(self) -> None:
        """Put the keyboard into the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()
        self._kept.begin(step_key(self._incident_id, self.step.id))

    def details(self) -> StepDetails:
        """What is written."""
        return StepDetails(self.text.text().strip(), self._assignee_id, self._group_id, self._due_at)

    def _restore(self, answers: Answers) -> None:
        if not isValid(self):
            return
        # What was typed before the draft had been read goes on behind it.
        typed = self.text.text() if self.text.isModified() else ""
        self.text.setText(" ".join(text for text in (answers.get("text", self.step.text), typed) if text))

    def save(self) -> None:
        """Send what is written."""
        self.saved.emit(self.details())

    def _group_chosen(self, option: Option) -> None:
        changed = option.value != self._group_id
        self._group_id = option.value if isinstance(option.value, str) else None
        self.group.set_value(option.label if option.value else "", empty=tr("No group"))
        self.assignee.ask = self._lists.agents(self._group_id)
        if changed and self._group_id is not None:
            # Whoever was to do it belongs to the former group.
            self._assignee_chosen(Option(None, ""))

    def _assignee_chosen(self, option: Option) -> None:
        self._assignee_id = option.value if isinstance(option.value, str) else None
        self.assignee.set_value(option.label if option.value else "", empty=tr("Nobody"))

    def _moments(self, text: str, answer: Answer) -> None:
        """Usual times, and a length of time from now that is typed, such as `3 h`."""
        now = self._context.now()
        quick = [Option(each.at, each.label) for each in quick_moments(now, self._context.formats.zone)]
        found = narrowed([*quick, _NO_TIME], text)
        length = _length(text)
        if length is None:
            answer(found)
            return
        at = now + timedelta(microseconds=length)
        typed = Option(
            at, tr("In {write_duration}", write_duration=write_duration(length)), self._context.formats.moment(at, now)
        )

        def told(due: datetime | None) -> None:
            if due is None or due == at:
                answer([typed, *found])
                return
            said = tr("After {length} of opening time", length=write_duration(length))
            answer([Option(due, said, self._context.formats.moment(due, now)), typed, *found])

        desk, actor, incident_id = self._context.desk, self._context.actor, self._incident_id
        self._context.background.read(
            lambda: desk.checklists.due_after(actor, incident_id, now, length),
            told,
            lambda _error: answer([typed, *found]),
            key=f"due-{id(self)}",
        )

    def _due_chosen(self, option: Option) -> None:
        self._due_at = option.value if isinstance(option.value, datetime) else None
        self._show_due()

    def _show_due(self) -> None:
        shown = "" if self._due_at is None else self._context.formats.moment(self._due_at, self._context.now())
        self.due.set_value(shown, empty=tr("No due time"))

    def event(self, event: QEvent) -> bool:
        """Enter with Ctrl and Esc belong to the form, not to the window."""
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc leaves."""
        if not is_finishing_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.save()


def _length(text: str) -> int | None:
    try:
        return read_duration(text)
    except BadInput:
        return None
