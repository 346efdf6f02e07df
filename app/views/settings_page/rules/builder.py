"""A rule as a sentence: each part is a button that opens its form in place below."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.escalation.rules import Action, ActionKind, Rule, RuleStep, Trigger
from app.domain.escalation.sentence import Part, parts, sentence
from app.domain.instants import MINUTE
from app.domain.sla.policy import Condition
from app.domain.wording import tr
from app.views.settings_page.conditions import Conditions
from app.views.settings_page.reference import NOTHING, Reference
from app.views.settings_page.rules.forms import StepForm, TriggerForm
from app.views.settings_page.rules.recipients import Recipients
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choices import CheckBox
from app.views.widgets.fixed_text import fix
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label

_TONES = {"trigger": "blue", "condition": "violet", "after": "slate", "action": "green", "acknowledge": "slate"}
_STEP_SLOTS = {"after", "action", "acknowledge"}
_NEXT_STEP = 10 * MINUTE


class PartButton(Button):
    """A part of the sentence that can be changed, on the tint of its kind."""

    def __init__(self, part: Part) -> None:
        super().__init__(part.text, height=Size.BUTTON_SMALL)
        self.part = part
        self._tone = _TONES[part.slot]
        self.setCheckable(True)
        self.setAccessibleName(tr("{part}: change", part=part.text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Text on a tint; the one whose form is open has an edge."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        edge = self._tone if self.isChecked() or self.underMouse() else None
        fill_rounded(painter, box, Size.RADIUS_CONTROL, f"{self._tone}tint", edge)
        width = text_width(tokens.UI_MEDIUM, self.text())
        inner = box.adjusted(max(8.0, (box.width() - width) / 2), 0, -6, 0)
        paint_left(painter, tokens.UI_MEDIUM, self._tone, inner, self.text())
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class StepLine(QWidget):
    """A step with the ways to move it and to take it away."""

    removed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.form = StepForm()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.form, 1)
        self.up = IconButton("arrow-up", tr("Move this step up"), size=26)
        self.down = IconButton("arrow-down", tr("Move this step down"), size=26)
        self.cross = IconButton("x", tr("Remove this step"), size=26)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.cross.clicked.connect(self.removed)
        for button in (self.up, self.down, self.cross):
            row.addWidget(button)


class RuleBuilder(QWidget):
    """`changed` carries the rule; `refused` the sentence of what cannot be read."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rule: Rule | None = None
        self._reference = NOTHING
        self._fixed = False
        self.buttons: list[PartButton] = []
        self._words: list[QWidget] = []
        self.name = QLineEdit()
        self.enabled = CheckBox(tr("Rule is on"))
        self.trigger = TriggerForm()
        self.conditions = Conditions(tr("Holds for every incident."), first="")
        self.steps: list[StepLine] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.name.setAccessibleName(tr("Name of the rule"))
        self.name.setMaxLength(200)
        self.name.setFixedHeight(Size.INPUT)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(self.enabled)
        self.sentence = QWidget()
        self._flow = FlowLayout(5, self.sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.sentence.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(_titled(tr("When"), self.trigger))
        column.addWidget(_titled(tr("and"), self.conditions))
        self._steps_title = Label(tr("then"), tokens.META_STRONG, "text3")
        column.addWidget(self._steps_title)
        self._step_column = QVBoxLayout()
        self._step_column.setSpacing(6)
        column.addLayout(self._step_column)
        self.add_step = Button(tr("Add step"), kind="ghost", icon="plus", height=Size.BUTTON_SMALL)
        column.addWidget(self.add_step, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda text: self._edit(name=text))
        self.enabled.clicked.connect(lambda on: self._edit(enabled=bool(on)))
        self.trigger.changed.connect(self._take_trigger)
        self.trigger.refused.connect(self.refused)
        self.conditions.changed.connect(self._take_conditions)
        self.add_step.clicked.connect(self._add_step)
        self.name.installEventFilter(self)

    def set_reference(self, reference: Reference) -> None:
        """What can be named."""
        self._reference = reference
        self.conditions.set_choices(reference.choices)
        for line in self.steps:
            line.form.set_reference(reference)
        if self.rule is not None:
            self._show_sentence(self.rule)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        fix(self.name, fixed=fixed)
        self.enabled.setEnabled(not fixed)
        self.conditions.set_fixed(fixed)
        self.trigger.setEnabled(not fixed)
        self.add_step.setVisible(not fixed)
        for line in self.steps:
            line.setEnabled(not fixed)

    def show_rule(self, rule: Rule) -> None:
        """Show a rule."""
        self.rule = rule
        if self.name.text() != rule.name:
            self.name.setText(rule.name)
        self.enabled.setChecked(rule.enabled)
        self.trigger.show_trigger(rule.trigger)
        if self.conditions.conditions != rule.conditions:
            self.conditions.show_conditions(rule.conditions)
        self._show_steps(rule)
        self._show_sentence(rule)

    def words(self) -> str:
        """The whole sentence."""
        return "" if self.rule is None else sentence(self.rule, self._reference.names)

    def _show_steps(self, rule: Rule) -> None:
        while len(self.steps) > len(rule.steps):
            line = self.steps.pop()
            line.hide()
            line.deleteLater()
        while len(self.steps) < len(rule.steps):
            self._make_step()
        for number, (line, step) in enumerate(zip(self.steps, rule.steps, strict=True)):
            line.form.show_step(step)
            line.up.setEnabled(number > 0)
            line.down.setEnabled(number < len(rule.steps) - 1)

    def _make_step(self) -> None:
        line, number = StepLine(), len(self.steps)
        line.setEnabled(not self._fixed)
        line.form.set_reference(self._reference)
        line.form.changed.connect(lambda step: self._take_step(number, step))
        line.form.refused.connect(self.refused)
        line.removed.connect(lambda: self._take_step(number, None))
        line.moved.connect(lambda by: self._move_step(number, by))
        self._step_column.addWidget(line)
        self.steps.append(line)

    def _show_sentence(self, rule: Rule) -> None:
        for widget in self._words:
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._words, self.buttons = [], []
        for part in parts(rule, self._reference.names):
            if part.slot:
                button = PartButton(part)
                button.setEnabled(not self._fixed)
                button.clicked.connect(lambda _on=False, part=part: self.go_to(part))
                self.buttons.append(button)
                self._words.append(button)
            elif part.text.strip(" .,;"):
                word = Label(part.text.strip(" .,"), tokens.READING)
                word.setFixedHeight(Size.BUTTON_SMALL)
                self._words.append(word)
        for widget in self._words:
            self._flow.addWidget(widget)
            widget.show()
        self.sentence.setAccessibleName(self.words())
        self.sentence.updateGeometry()

    def go_to(self, part: Part) -> None:
        """Put the keyboard into the form of a part."""
        if part.slot == "trigger":
            self.trigger.kind.setFocus()
        elif part.slot == "condition":
            self.conditions.lines[part.number].add.setFocus()
        elif part.slot in _STEP_SLOTS and part.number < len(self.steps):
            form = self.steps[part.number].form
            {"after": form.after, "action": form.kind, "acknowledge": form.acknowledge}[part.slot].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the name goes on to what sets the rule off."""
        pressed = watched is self.name and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.trigger.kind.setFocus()
            return True
        return super().eventFilter(watched, event)

    # Editing

    def _take_trigger(self, trigger: Trigger) -> None:
        self._edit(trigger=trigger)

    def _take_conditions(self, conditions: tuple[Condition, ...]) -> None:
        self._edit(conditions=conditions)

    def _take_step(self, number: int, step: RuleStep | None) -> None:
        if self.rule is not None:
            steps = [each for place, each in enumerate(self.rule.steps) if place != number]
            if step is not None:
                steps.insert(number, step)
            self._edit(steps=tuple(steps))

    def _move_step(self, number: int, by: int) -> None:
        if self.rule is not None and 0 <= number + by < len(self.rule.steps):
            steps = list(self.rule.steps)
            steps.insert(number + by, steps.pop(number))
            self._edit(steps=tuple(steps))
            line = self.steps[number + by]
            (line.up if by < 0 else line.down).setFocus()

    def _add_step(self) -> None:
        if self.rule is not None:
            last = max((step.after for step in self.rule.steps), default=-_NEXT_STEP)
            step = RuleStep(Action(ActionKind.NOTIFY, Recipients.usual()), last + _NEXT_STEP)
            self._edit(steps=(*self.rule.steps, step))
            self.steps[-1].form.kind.setFocus()

    def _edit(self, **values: object) -> None:
        if self.rule is not None and not self._fixed:
            self.show_rule(replace(self.rule, **values))  # type: ignore[arg-type]  # fields of a rule, by name
            self.changed.emit(self.rule)


def _titled(word: str, form: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = Label(word, tokens.META_STRONG, "text3")
    label.setMinimumWidth(40)
    label.setFixedHeight(Size.BUTTON_PAGE)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(form, 1)
    return box
