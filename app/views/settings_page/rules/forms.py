"""The forms behind the parts of a sentence: what sets a rule off, and what a step does."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import BadInput
from app.domain.escalation.rules import Action, ActionKind, RuleStep, Trigger, TriggerKind
from app.domain.escalation.words import Level
from app.domain.instants import MINUTE
from app.domain.sla.policy import CLOCKS, Clock
from app.domain.sla.thresholds import percent
from app.domain.sla.typed_thresholds import read_threshold, write_threshold
from app.domain.wording import sentence_case, tr
from app.views.settings_page.policies.matrix import CLOCK_HEADS
from app.views.settings_page.reference import NOTHING, Reference
from app.views.settings_page.rules.recipients import Recipients
from app.views.toolkit.tokens import Size
from app.views.widgets.choices import Select
from app.views.widgets.duration_field import DurationField, Length
from app.views.widgets.labels import Label

TRIGGER_WORDS: Mapping[TriggerKind, str] = {
    TriggerKind.CLOCK: tr("a clock reaches a point"),
    TriggerKind.UNASSIGNED: tr("nobody is assigned for"),
    TriggerKind.HOLD_PASSED: tr("a hold is over by"),
    TriggerKind.REOPENED: tr("it is reopened for the n-th time"),
    TriggerKind.REASSIGNED: tr("it is moved to another group for the n-th time"),
}
ACTION_WORDS: Mapping[ActionKind, str] = {
    ActionKind.NOTIFY: tr("notify"),
    ActionKind.REASSIGN: tr("move it to"),
    ActionKind.RAISE_PRIORITY: tr("raise the priority"),
    ActionKind.RAISE_LEVEL: tr("escalate to level"),
    ActionKind.PROPOSE_MAJOR: tr("propose a major incident"),
}
_USUAL_WAIT = 15 * MINUTE
_MOST_TIMES = 20


class Form(QWidget):
    """A row of fields; `refused` carries the sentence of what cannot be read."""

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._column.addLayout(self._row)

    def _select(self, name: str, options: Iterable[tuple[str | int, str]] = ()) -> Select:
        select = Select(name)
        for value, text in options:
            select.addItem(text, value)
        self._row.addWidget(select)
        return select

    def _duration(self, name: str, width: int = 110) -> DurationField:
        field = DurationField(name)
        field.days.hide()
        field.setFixedWidth(width)
        field.refused.connect(self.refused)
        self._row.addWidget(field)
        return field

    def _word(self, text: str) -> Label:
        label = Label(text)
        self._row.addWidget(label)
        return label


class TriggerForm(Form):
    """`changed` carries the trigger."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._trigger = Trigger(TriggerKind.UNASSIGNED, after=_USUAL_WAIT)
        self.kind = self._select(
            tr("What sets the rule off"), ((kind.value, text) for kind, text in TRIGGER_WORDS.items())
        )
        self.clock = self._select(
            tr("Clock"), ((clock.value, tr("{clock_head} clock", clock_head=CLOCK_HEADS[clock])) for clock in CLOCKS)
        )
        self.threshold = QLineEdit()
        self.threshold.setAccessibleName(tr("Point of the clock"))
        self.threshold.setPlaceholderText(tr("75 %, 30 m before, breach"))
        self.threshold.setFixedSize(190, Size.BUTTON_PAGE)
        self._row.addWidget(self.threshold)
        self.after = self._duration(tr("For how long"))
        self.times = self._select(tr("How many times"), ((str(n), str(n)) for n in range(1, _MOST_TIMES + 1)))
        self._row.addStretch(1)
        self.kind.activated.connect(lambda _index: self._take_kind())
        self.clock.activated.connect(self._take_clock)
        self.threshold.editingFinished.connect(self._take_threshold)
        self.after.changed.connect(self._take_after)
        self.times.activated.connect(lambda index: self._take(replace(self._trigger, times=index + 1)))

    def show_trigger(self, trigger: Trigger) -> None:
        """Show what sets the rule off."""
        self._trigger = trigger
        self.times.setCurrentIndex(max(1, trigger.times) - 1)
        self.kind.setCurrentIndex(list(TRIGGER_WORDS).index(trigger.kind))
        self.clock.setCurrentIndex(
            max(0, self.clock.findData(trigger.clock.value if trigger.clock is not None else None))
        )
        if trigger.threshold is not None and not (self.threshold.hasFocus() and self.threshold.isModified()):
            self.threshold.setText(write_threshold(trigger.threshold))
            self.threshold.setModified(False)
        self.after.show_value(trigger.after or None)
        is_clock = trigger.kind is TriggerKind.CLOCK
        waits = trigger.kind in {TriggerKind.UNASSIGNED, TriggerKind.HOLD_PASSED}
        self.clock.setVisible(is_clock)
        self.threshold.setVisible(is_clock)
        self.after.setVisible(waits)
        self.times.setVisible(not is_clock and not waits)

    def _take_kind(self) -> None:
        kind = TriggerKind(self.kind.currentData())
        if kind is self._trigger.kind:
            return
        if kind is TriggerKind.CLOCK:
            self._take(Trigger(kind, Clock.RESOLUTION, percent(75)))
        elif kind in {TriggerKind.UNASSIGNED, TriggerKind.HOLD_PASSED}:
            self._take(Trigger(kind, after=_USUAL_WAIT))
        else:
            self._take(Trigger(kind, times=1 if kind is TriggerKind.REOPENED else 3))

    def _take_clock(self, _index: int) -> None:
        self._take(replace(self._trigger, clock=Clock(self.clock.currentData())))

    def _take_threshold(self) -> None:
        if not self.threshold.isModified():
            return
        try:
            found = read_threshold(self.threshold.text())
        except BadInput as error:
            self.refused.emit(str(error))
            return
        self.threshold.setModified(False)
        self._take(replace(self._trigger, threshold=found))

    def _take_after(self, length: Length) -> None:
        self._take(replace(self._trigger, after=length if isinstance(length, int) else 0))

    def _take(self, trigger: Trigger) -> None:
        self.show_trigger(trigger)
        self.changed.emit(trigger)


class StepForm(Form):
    """`changed` carries the step."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._step = RuleStep(Action(ActionKind.NOTIFY))
        self._reference = NOTHING
        self._word(tr("After"))
        self.after = self._duration(tr("How long after"), 84)
        self.after.set_empty(tr("at once"))
        self.kind = self._select(tr("What the step does"), ((kind.value, text) for kind, text in ACTION_WORDS.items()))
        self.recipients = Recipients()
        self.group = self._select(tr("Group to move it to"))
        self.priority = self._select(tr("Priority to raise to"))
        self.level = self._select(tr("Level"), ((level.value, sentence_case(level.long_label)) for level in Level))
        self.waits = self._word(tr("acknowledged in"))
        self.acknowledge = self._duration(tr("To be acknowledged within"), 84)
        self.acknowledge.set_empty(tr("any time"))
        self.acknowledge.line.setToolTip(tr("What nobody acknowledges in time is passed on"))
        self._row.addStretch(1)
        self._column.addWidget(self.recipients)
        self._connect()

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _index: self._take_kind())
        self.after.changed.connect(lambda length: self._take(self._step._replace(after=_length(length) or 0)))
        self.recipients.changed.connect(lambda found: self._act(recipients=found))
        self.group.activated.connect(lambda _index: self._act(group_id=self.group.currentData() or None))
        self.priority.activated.connect(lambda _index: self._act(priority=self.priority.currentData() or None))
        self.level.activated.connect(lambda _index: self._act(level=Level(self.level.currentData())))
        self.acknowledge.changed.connect(lambda length: self._act(acknowledge_within=_length(length)))

    def set_reference(self, reference: Reference) -> None:
        """Whom and what a step can name."""
        self._reference = reference
        self.recipients.set_reference(reference)
        self.group.clear()
        self.group.addItem(tr("the next tier"), "")
        for group in reference.groups:
            self.group.addItem(group.label, group.id)
        self.priority.clear()
        self.priority.addItem(tr("by one"), 0)
        for number, label in enumerate(reference.priorities, 1):
            self.priority.addItem(tr("to P{number} {label}", number=number, label=label), number)
        self.show_step(self._step)

    def show_step(self, step: RuleStep) -> None:
        """Show a step."""
        self._step = step
        action = step.action
        self.kind.setCurrentIndex(list(ACTION_WORDS).index(action.kind))
        self.after.show_value(step.after or None)
        self.recipients.show_recipients(action.recipients)
        self.group.setCurrentIndex(max(0, self.group.findData(action.group_id or "")))
        self.priority.setCurrentIndex(max(0, self.priority.findData(action.priority or 0)))
        self.level.setCurrentIndex(max(0, self.level.findData((action.level or Level.LEAD).value)))
        self.acknowledge.show_value(action.acknowledge_within)
        passes_on = action.kind in {ActionKind.REASSIGN, ActionKind.RAISE_LEVEL}
        for widget, shown in (
            (self.recipients, action.kind is ActionKind.NOTIFY),
            (self.group, action.kind is ActionKind.REASSIGN),
            (self.priority, action.kind is ActionKind.RAISE_PRIORITY),
            (self.level, action.kind is ActionKind.RAISE_LEVEL),
            (self.waits, passes_on),
            (self.acknowledge, passes_on),
        ):
            widget.setVisible(shown)

    def _take_kind(self) -> None:
        kind = ActionKind(self.kind.currentData())
        if kind is self._step.action.kind:
            return
        action = Action(kind)
        if kind is ActionKind.NOTIFY:
            action = Action(kind, Recipients.usual())
        elif kind is ActionKind.RAISE_LEVEL:
            action = Action(kind, level=Level.LEAD, acknowledge_within=_USUAL_WAIT)
        elif kind is ActionKind.REASSIGN:
            action = Action(kind, acknowledge_within=2 * _USUAL_WAIT)
        self._take(self._step._replace(action=action))

    def _act(self, **values: object) -> None:
        action = replace(self._step.action, **values)  # type: ignore[arg-type]  # fields of an action, by name
        self._take(self._step._replace(action=action))

    def _take(self, step: RuleStep) -> None:
        self.show_step(step)
        self.changed.emit(step)


def _length(length: Length) -> int | None:
    return length if isinstance(length, int) else None
