"""The checklist beside an incident: how far it is, its steps, and a line in which others are added."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.checklists import TEXT_LIMIT, Progress, StepState
from app.domain.permissions import Permission, may
from app.domain.vocabulary import State
from app.domain.wording import tr, trn
from app.services.checklists.dto import Checklist, ChecklistStep, ChecklistTemplate
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.incident.checklist_form import StepForm, step_key
from app.views.incident.checklist_rows import EDIT, NEXT, PREVIOUS, StepRow
from app.views.incident.pick_lists import PickLists
from app.views.kept_answers import Answers, KeptAnswers
from app.views.pages import Location
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, ChoicePopup, Option, narrowed
from app.views.widgets.labels import Label

_ENDED: Final = {State.CLOSED, State.CANCELED}


class ChecklistBlock(Block):
    """`act_wanted` carries what is asked and the step, `changed` the step and its details, `added` a text and
    `template_chosen` a ChecklistTemplate; `to_show` asks that something of it is scrolled to.
    """

    act_wanted = Signal(str, object)
    changed = Signal(object, object)
    added = Signal(str)
    template_chosen = Signal(object)
    read = Signal()
    to_show = Signal(QWidget)

    def __init__(self, context: ViewContext, lists: PickLists) -> None:
        self._count = Label("", tokens.META, "text2")
        self.add = Button(tr("Add"), kind="link", keys="Shift+D", height=Size.TARGET_LEAST)
        super().__init__(tr("Checklist"), self._count, self.add)
        self.setProperty("manual", "acting#checklists")
        self._context, self._lists = context, lists
        self._key = f"checklist-{id(self)}"
        self._detail: IncidentDetail | None = None
        self.checklist = Checklist()
        self.rows: list[StepRow] = []
        self.form: StepForm | None = None
        self._editable = False
        self._templates: tuple[ChecklistTemplate, ...] | None = None
        self._bar = _Bar()
        self.column.addWidget(self._bar)
        self._body = QWidget(self)
        self.column.addWidget(self._body)
        self._kept = KeptAnswers(context, lambda: {"text": self.field.text()}, self._restore)
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Step to add; a slash chooses a checklist"))
        self.field.setPlaceholderText(tr("Add a step, or / for a checklist"))
        self.field.setMaxLength(TEXT_LIMIT)
        self.field.setFixedHeight(Size.BUTTON)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._add)
        self.field.textEdited.connect(self._typed)
        self.field.hide()
        self.column.addWidget(self.field)
        self.add.clicked.connect(lambda _checked=False: self.open_field())

    _reads_only = False

    def show_incident(self, detail: IncidentDetail) -> None:
        """Show the steps of this incident; those of another one go at once."""
        if self._detail is None or self._detail.id != detail.id:
            self.checklist, self.form = Checklist(), None
            self._kept.put_away()
            self.field.hide()
            self._rebuild()
        self._detail = detail
        can_work = may(self._context.actor, Permission.INCIDENT_WORK)
        self._reads_only = not can_work
        self.setVisible(can_work or bool(self.checklist.steps))
        editable = can_work and detail.state not in _ENDED
        if editable != self._editable:
            self._editable = editable
            self._rebuild()
        self.add.setVisible(editable)
        if may(self._context.actor, Permission.INCIDENT_READ_ALL):
            self.reload()

    def reload(self) -> None:
        """Read the steps again."""
        if self._detail is None:
            return
        desk, actor, incident_id = self._context.desk, self._context.actor, self._detail.id

        self._context.background.read(
            lambda: desk.checklists.of_incident(actor, incident_id),
            partial(self._arrived, incident_id),
            lambda _error: None,
            key=self._key,
        )

    def _arrived(self, incident_id: str, found: Checklist) -> None:
        if self._detail is not None and self._detail.id == incident_id:
            if found != self.checklist:
                self.checklist = found
                self._rebuild()
                # Where nobody adds a step, an empty list says nothing.
                self.setVisible(not self._reads_only or bool(found.steps))
            self.read.emit()

    def show_again(self) -> None:
        """What was ticked was refused: show what stands."""
        self._rebuild()
        self.reload()

    # The rows

    def _rebuild(self) -> None:
        focused = next((place for place, row in enumerate(self.rows) if row.box.hasFocus()), None)
        focused_id = None if focused is None else self.rows[focused].step.id
        progress = self.checklist.progress
        self._count.setText(progress.words if progress.whole else "")
        self._bar.show_progress(progress)
        body, now = QWidget(self), self._context.now()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        form, self.form, self.rows = self.form, None, []
        for step in self.checklist.steps:
            row = StepRow(step, self._context.formats, now, editable=self._editable)
            row.wanted.connect(partial(self._wanted, step))
            self.rows.append(row)
            column.addWidget(row)
            if form is not None and form.step.id == step.id:
                # What is typed stays, whatever others do to the list meanwhile.
                self.form = form
                column.addWidget(form)
        self.column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.setVisible(bool(self.rows))
        if focused is not None and self.rows and self.form is None:
            ids = [row.step.id for row in self.rows]
            self._focus(ids.index(focused_id) if focused_id in ids else min(focused, len(ids) - 1))

    def _focus(self, place: int) -> None:
        self.rows[place].box.setFocus(Qt.FocusReason.OtherFocusReason)
        row = self.rows[place]
        QTimer.singleShot(0, row, lambda: self.to_show.emit(row))

    def go_to_next(self) -> bool:
        """Put the keyboard on the first open step, or on the next one after that which has it; False without steps."""
        if not self.rows:
            return False
        current = next((place for place, row in enumerate(self.rows) if row.box.hasFocus()), -1)
        order = [*range(current + 1, len(self.rows)), *range(current + 1)]
        is_open = (place for place in order if self.rows[place].step.state == StepState.OPEN)
        self._focus(next(is_open, order[0]))
        return True

    def _wanted(self, step: ChecklistStep, act: str) -> None:
        place = next(place for place, row in enumerate(self.rows) if row.step.id == step.id)
        if act in {NEXT, PREVIOUS}:
            self._focus(max(0, min(len(self.rows) - 1, place + (1 if act == NEXT else -1))))
        elif act == EDIT:
            self._open_form(step)
        else:
            self._close_form()
            self.act_wanted.emit(act, step)

    def _open_form(self, step: ChecklistStep) -> None:
        self._close_form()
        if self._detail is None:
            return
        self.form = form = StepForm(self._context, self._lists, self._detail.id, step)
        form.saved.connect(lambda details: self._saved(step, details))
        form.wanted.connect(partial(self._wanted, step))
        form.left.connect(self._close_form)
        self._rebuild()
        form.start()
        QTimer.singleShot(0, form, lambda: self.to_show.emit(form))

    def _saved(self, step: ChecklistStep, details: object) -> None:
        self._close_form()
        self.changed.emit(step, details)

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        place = next((place for place, row in enumerate(self.rows) if row.step.id == form.step.id), None)
        form.hide()
        form.deleteLater()
        if place is not None:
            self._focus(place)

    # Adding

    def open_field(self) -> None:
        """Ask what is to be done; Enter adds it and asks for the next one. What was begun before comes back."""
        if self._detail is not None and not self._kept.key:
            self.field.clear()
            self._kept.begin(step_key(self._detail.id))
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self.field, lambda: self.to_show.emit(self.field))

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.added.emit(text)

    def taken(self, incident_id: str, step_id: str = "") -> None:
        """The desk has the words of a step, or of one to be added: nothing is kept but what came since."""
        key = step_key(incident_id, step_id)
        if key != self._kept.key:
            self._context.drafts.discard(key)
        elif not self.field.text():
            self._kept.done()
            self._kept.begin(key, bring_back=False)

    def not_added(self, incident_id: str, text: str) -> None:
        """The desk did not take a step: its words stand in the line again, before what was begun since."""
        if self._detail is not None and self._detail.id == incident_id:
            self.open_field()
            self.field.setText(" ".join(part for part in (text, self.field.text()) if part))
            self._kept.keep()

    def _restore(self, answers: Answers) -> None:
        typed = self.field.text()
        self.field.setText(" ".join(part for part in (answers.get("text", ""), typed) if part))

    def _typed(self, text: str) -> None:
        if text == "/":
            self.field.clear()
            self.choose_template()
        elif text:
            self._kept.keep()
        else:
            self._kept.done()
            self._kept.begin(step_key("" if self._detail is None else self._detail.id), bring_back=False)

    def choose_template(self) -> None:
        """Let a checklist be chosen; its steps are added."""
        self.open_field()
        self._templates = None
        popup = ChoicePopup(tr("Checklist"), self._ask, self.field)
        popup.chosen.connect(self._template_chosen)
        popup.open_at(self.field)

    def _ask(self, text: str, answer: Answer) -> None:
        desk, actor = self._context.desk, self._context.actor

        def offer(found: Sequence[ChecklistTemplate]) -> None:
            self._templates = tuple(found)
            options = [Option(each, each.name, _steps(len(each.lines))) for each in found]
            answer([*narrowed(options, text), Option(None, tr("New checklist…"), tr("in the settings"))])

        if self._templates is not None:
            offer(self._templates)
        else:
            self._context.background.read(lambda: desk.checklists.templates(actor), offer)

    def _template_chosen(self, option: Option) -> None:
        if isinstance(option.value, ChecklistTemplate):
            self._kept.put_away()
            self.field.hide()
            self.template_chosen.emit(option.value)
        else:
            self._context.go(Location("settings", "checklists/new"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes the line away; what stands in it is kept."""
        is_key = watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a QKeyEvent
            self._kept.put_away()
            self.field.hide()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)


class _Bar(QWidget):
    """How far the checklist is, as a thin bar; the words beside the title say it too."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self._share = 0.0
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show it; nothing where there are no steps."""
        self._share = progress.ended / progress.whole if progress.whole else 0.0
        self.setAccessibleName(tr("{words} steps are out of the way", words=progress.words))
        self.setVisible(bool(progress.whole))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        fill_rounded(painter, box, 2, "groove")
        if self._share:
            done = QRectF(box)
            done.setWidth(max(4.0, box.width() * self._share))
            fill_rounded(painter, done, 2, "green" if self._share == 1.0 else "accentfill")


def _steps(count: int) -> str:
    return trn("{n} step", "{n} steps", count)
