"""Conditions of a policy or a rule, as chips: a trait and the values of which one has to be met."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.sla.policy import Condition, Trait
from app.domain.wording import inside, tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label

Choices = Mapping[Trait, Sequence[Option]]
"""What can be asked for, by trait; the value of an option is what is stored."""


def value_words(choices: Choices, condition: Condition) -> list[str]:
    """The labels of the values that a condition names, in their order."""
    labels = {str(option.value): option.label for option in choices.get(condition.trait, ())}
    return sorted(labels.get(value, tr("something that can no longer be chosen")) for value in condition.values)


class _Line(QWidget):
    """One condition."""

    changed = Signal(object)
    removed = Signal()

    def __init__(self, condition: Condition, choices: Choices, *, word: str, fixed: bool) -> None:
        super().__init__()
        self.condition, self._choices = condition, choices
        label = condition.trait.label
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = Label(
            tr("{word} {label} is", word=word, label=(label if condition.trait is Trait.VIP else inside(label))).strip()
        )
        name.setMinimumWidth(150 if word else 110)
        name.setFixedHeight(Size.TARGET_LEAST)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        chips = QWidget()
        flow = FlowLayout(6, chips)
        for number, text in enumerate(value_words(choices, condition)):
            if number:
                between = Label(tr("or"), tokens.META, "text3")
                between.setFixedHeight(Size.TARGET_LEAST)
                flow.addWidget(between)
            chip = Button(text, icon=None if fixed else "x", height=Size.TARGET_LEAST)
            chip.setAccessibleName(text if fixed else tr("{label} {text}, remove", label=label, text=text))
            chip.setEnabled(not fixed)
            chip.clicked.connect(lambda _checked=False, text=text: self._drop(text))
            flow.addWidget(chip)
        self.add = Button(tr("Add") if condition.values else tr("Choose…"), kind="link", icon="plus", height=24)
        self.add.setAccessibleName(tr("Add a value of {label}", label=inside(label)))
        self.add.clicked.connect(self._offer)
        # Only then: a widget shown before it has a parent would be a window of its own and take the focus.
        flow.addWidget(self.add)
        self.add.setVisible(not fixed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        row.addWidget(chips, 1)
        self.cross = IconButton("x", tr("Remove the condition on {label}", label=inside(label)), size=24)
        self.cross.clicked.connect(self.removed)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.cross.setVisible(not fixed)

    def _drop(self, text: str) -> None:
        labels = {str(option.value): option.label for option in self._choices.get(self.condition.trait, ())}
        kept = frozenset(
            value
            for value in self.condition.values
            if labels.get(value, tr("something that can no longer be chosen")) != text
        )
        self.changed.emit(Condition(self.condition.trait, kept))

    def _offer(self) -> None:
        free = [
            option for option in self._choices.get(self.condition.trait, ())
            if str(option.value) not in self.condition.values
        ]  # fmt: skip
        popup = ChoicePopup(self.condition.trait.label, listed(free), self.add)
        popup.chosen.connect(self._take)
        popup.open_at(self.add)

    def _take(self, option: Option) -> None:
        one_only = self.condition.trait is Trait.VIP
        values = frozenset() if one_only else self.condition.values
        self.changed.emit(Condition(self.condition.trait, values | {str(option.value)}))


class Conditions(QWidget):
    """`changed` carries the conditions in their order."""

    changed = Signal(object)

    def __init__(self, otherwise: str, *, first: str = tr("When")) -> None:
        super().__init__()
        self._first = first
        self._choices: Choices = {}
        self._fixed = False
        self.conditions: tuple[Condition, ...] = ()
        self.lines: list[_Line] = []
        self.setAccessibleName(tr("Conditions"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.always = Label(otherwise, tokens.UI, "text2", wrap=True)
        self.add = Button(tr("Add condition"), kind="ghost", icon="plus", height=Size.BUTTON_SMALL, menu=True)
        self.add.clicked.connect(self._offer)
        self._column.addWidget(self.always)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def set_choices(self, choices: Choices) -> None:
        """What can be asked for."""
        self._choices = choices
        self.show_conditions(self.conditions)

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._fixed = fixed
        self.add.setVisible(not fixed)
        self.show_conditions(self.conditions)

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show these."""
        focus = QApplication.focusWidget() or self
        focused = next((number for number, line in enumerate(self.lines) if line.isAncestorOf(focus)), None)
        self.conditions = conditions
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for number, condition in enumerate(conditions):
            line = _Line(condition, self._choices, word=self._first if number == 0 else tr("and"), fixed=self._fixed)
            line.changed.connect(lambda changed, number=number: self._replace(number, changed))
            line.removed.connect(lambda number=number: self._replace(number, None))
            self._column.insertWidget(number, line)
            self.lines.append(line)
        self.always.setVisible(not conditions)
        if focused is not None:
            (self.lines[min(focused, len(self.lines) - 1)].add if self.lines else self.add).setFocus()

    def _replace(self, number: int, condition: Condition | None) -> None:
        kept = [each for place, each in enumerate(self.conditions) if place != number]
        if condition is not None:
            kept.insert(number, condition)
        self._take(tuple(kept))

    def _take(self, conditions: tuple[Condition, ...]) -> None:
        self.show_conditions(conditions)
        self.changed.emit(conditions)

    def _offer(self) -> None:
        taken = {condition.trait for condition in self.conditions}
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for trait in Trait:
            if trait not in taken:
                menu.addAction(trait.label, self._adding(trait))
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def _adding(self, trait: Trait) -> Callable[[], None]:
        def add() -> None:
            self.begin(trait)

        return add

    def begin(self, trait: Trait) -> None:
        """Add a condition on a trait; which values is chosen next."""
        start = frozenset({"yes"}) if trait is Trait.VIP else frozenset[str]()
        self._take((*self.conditions, Condition(trait, start)))
        self.lines[-1].add.setFocus()
