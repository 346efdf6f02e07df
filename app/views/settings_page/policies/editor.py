"""One policy as it is edited: name, calendar, conditions, targets, pauses and thresholds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendar import CLOSED_WEEK, Calendar
from app.domain.sla.policy import Condition, Policy
from app.domain.week_painting import Week
from app.domain.wording import tr
from app.views.settings_page.cards import Card
from app.views.settings_page.conditions import Choices, Conditions
from app.views.settings_page.policies.matrix import TargetMatrix
from app.views.settings_page.policies.pauses import PauseGrid
from app.views.settings_page.policies.threshold_rows import ThresholdRows
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.at_most import at_most
from app.views.widgets.choices import CheckBox, Select
from app.views.widgets.fixed_text import fix
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip

_KEEPS = tr("The calendar in force")
_SIDE_BY_SIDE = 860
_LEAST_THRESHOLDS = 400
_WIDEST_PAUSES = 620


class PolicyEditor(QWidget):
    """`changed` carries the edited policy; `refused` a sentence of what cannot be read."""

    changed = Signal(object)
    refused = Signal(str)
    typed = Signal()

    def __init__(self, priorities: Sequence[str]) -> None:
        super().__init__()
        self.policy: Policy | None = None
        self._calendars: Mapping[str, tuple[str, Calendar]] = {}
        self.name = QLineEdit()
        self.calendar = Select(tr("Calendar of the policy"), height=Size.INPUT)
        self.conditions = Conditions(tr("Takes every incident that no policy above it takes."))
        self.matrix = TargetMatrix(priorities)
        self.pauses = PauseGrid()
        self.thresholds = ThresholdRows()
        self.answered = CheckBox(tr("Resolving counts as the first response"))
        self.early = CheckBox(tr("The update clock may run before the first response"))
        self.findings = InfoStrip("", "red")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.findings)
        self.findings.hide()
        column.addWidget(self._who())
        targets = Card(
            tr("Targets"), tr("Opening time of the calendar. An empty priority takes the line of every priority.")
        )
        targets.body.addWidget(self.matrix)
        column.addWidget(targets)
        pauses = Card(tr("Pauses"), tr("While an incident is on hold for a ticked reason, the clock stands still."))
        pauses.body.addLayout(at_most(self.pauses, _WIDEST_PAUSES))
        self._pauses_card = pauses
        thresholds = Card(tr("Thresholds"), tr("Drag on the bar, or type: 75 %, 30 m before, 1 h after, breach."))
        thresholds.body.addWidget(self.thresholds)
        self.below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.below.setSpacing(12)
        self.below.addWidget(thresholds, 3, Qt.AlignmentFlag.AlignTop)
        self.below.addWidget(pauses, 2, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self.below)

    def _who(self) -> Card:
        card = Card(tr("For which incidents"))
        self.name.setAccessibleName(tr("Name of the policy"))
        self.name.setMaxLength(200)
        self.name.setFixedHeight(Size.INPUT)
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for text, widget, share in ((tr("Name"), self.name, 3), (tr("Counts by"), self.calendar, 2)):
            cell = QVBoxLayout()
            cell.setSpacing(3)
            label = Label(text, tokens.META_MEDIUM, "text2")
            label.setBuddy(widget)
            cell.addWidget(label)
            cell.addWidget(widget)
            fields.addLayout(cell, share)
        card.body.addLayout(fields)
        card.body.addWidget(self.conditions)
        flags = QWidget()
        flow = FlowLayout(20, flags)
        for box in (self.answered, self.early):
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(box)
        card.body.addWidget(flags)
        return card

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda text: self._edit(name=text))
        self.calendar.activated.connect(lambda _index: self._edit(calendar_id=self.calendar.currentData() or None))
        self.conditions.changed.connect(self._take_conditions)
        self.answered.clicked.connect(lambda on: self._edit(resolved_stops_response=bool(on)))
        self.early.clicked.connect(lambda on: self._edit(update_before_first_response=bool(on)))
        for part in (self.matrix, self.pauses, self.thresholds):
            part.changed.connect(self._take)
        for part in (self.matrix, self.thresholds):
            part.refused.connect(self.refused)
            part.typed.connect(self.typed)

    def set_calendars(self, calendars: Mapping[str, tuple[str, Calendar]]) -> None:
        """Which calendars can be chosen: name and present state by id."""
        self._calendars = calendars
        with QSignalBlocker(self.calendar):
            self.calendar.clear()
            self.calendar.addItem(_KEEPS, "")
            for key, (name, _calendar) in calendars.items():
                self.calendar.addItem(name, key)
        if self.policy is not None:
            self.show_policy(self.policy)

    def set_choices(self, choices: Choices) -> None:
        """What conditions can ask for."""
        self.conditions.set_choices(choices)

    def show_policy(self, policy: Policy) -> None:
        """Show a policy."""
        self.policy = policy
        if self.name.text() != policy.name:
            self.name.setText(policy.name)
        place = self.calendar.findData(policy.calendar_id or "")
        self.calendar.setCurrentIndex(max(0, place))
        if self.conditions.conditions != policy.conditions:
            self.conditions.show_conditions(policy.conditions)
        self.answered.setChecked(policy.resolved_stops_response)
        self.early.setChecked(policy.update_before_first_response)
        self._show_parts(policy)

    def _show_parts(self, policy: Policy) -> None:
        self.matrix.show_policy(policy, self._week(policy))
        self.pauses.show_policy(policy)
        self.thresholds.show_policy(policy)

    def _week(self, policy: Policy) -> Week:
        found = self._calendars.get(policy.calendar_id or "")
        return found[1].week if found is not None else CLOSED_WEEK

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        fix(self.name, fixed=fixed)
        for widget in (self.calendar, self.answered, self.early):
            widget.setEnabled(not fixed)
        for part in (self.conditions, self.matrix, self.pauses, self.thresholds):
            part.set_fixed(fixed)

    def show_findings(self, fatal: Sequence[str], notes: Sequence[str]) -> None:
        """What the validators found, in place; the fatal first."""
        self.findings.set_text(" ".join([*fatal, *notes]), "red" if fatal else "amber")
        self.findings.setVisible(bool(fatal or notes))

    def _take_conditions(self, conditions: tuple[Condition, ...]) -> None:
        self._edit(conditions=conditions)

    def _edit(self, **values: object) -> None:
        if self.policy is not None:
            self._take(replace(self.policy, **values))  # type: ignore[arg-type]  # fields of a policy, by name

    def _take(self, policy: Policy) -> None:
        self.policy = policy
        self._show_parts(policy)
        self.changed.emit(policy)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """In a narrow window the cards stand below each other."""
        needed = _LEAST_THRESHOLDS + self.below.spacing() + self._pauses_card.minimumSizeHint().width()
        wide = self.width() >= max(_SIDE_BY_SIDE, needed)
        self.below.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
