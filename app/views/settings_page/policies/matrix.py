"""The targets of a policy: a row for every priority and one for all of them, a column for each clock."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.sla.policy import CLOCKS, Clock, Policy, Trait
from app.domain.week_painting import Week
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.duration_field import INHERITED, DurationField, Inherited, Length
from app.views.widgets.labels import Label
from app.views.widgets.marks import PriorityBadge

CLOCK_HEADS: Mapping[Clock, str] = {
    Clock.RESPONSE: tr("First response"),
    Clock.RESOLUTION: tr("Resolution"),
    Clock.UPDATE: tr("Update"),
}
_EVERY = ""


class TargetMatrix(QWidget):
    """`changed` carries the policy with another target; `refused` the sentence of what cannot be read."""

    changed = Signal(object)
    refused = Signal(str)
    typed = Signal()

    def __init__(self, priorities: Sequence[str]) -> None:
        super().__init__()
        self._policy: Policy | None = None
        self.cells: dict[tuple[str, Clock], DurationField] = {}
        self._rows: dict[str, list[QWidget]] = {}
        self.setAccessibleName(tr("Targets by priority and clock"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, 132)
        for column, clock in enumerate(CLOCKS, 1):
            self._grid.addWidget(Label(CLOCK_HEADS[clock], tokens.CAPTION_STRONG, "text2"), 0, column)
            self._grid.setColumnStretch(column, 1)
        self._add_row(1, _EVERY, tr("Every priority"))
        for row, label in enumerate(priorities, 1):
            self._add_row(row + 1, str(row), label)

    def _add_row(self, row: int, priority: str, label: str) -> None:
        head = QWidget()
        head.setFixedHeight(Size.BUTTON_PAGE)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        if priority:
            line.addWidget(PriorityBadge(int(priority)))
        line.addWidget(Label(label, tokens.UI_MEDIUM, "text2"), 1)
        self._grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows[priority] = [head]
        for column, clock in enumerate(CLOCKS, 1):
            name = (
                tr("{clock_head}, P{priority}", clock_head=CLOCK_HEADS[clock], priority=priority)
                if priority
                else tr("{clock_head}, every priority", clock_head=CLOCK_HEADS[clock])
            )
            cell = DurationField(name, inherits=bool(priority), field="targets")
            cell.changed.connect(lambda value, priority=priority, clock=clock: self._take(priority, clock, value))
            cell.refused.connect(self.refused)
            cell.typed.connect(self.typed)
            self.cells[priority, clock] = cell
            self._rows[priority].append(cell)
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)

    def show_policy(self, policy: Policy, week: Week) -> None:
        """Show the targets; rows of priorities that the conditions rule out are hidden."""
        self._policy = policy
        allowed = allowed_priorities(policy)
        for (priority, clock), cell in self.cells.items():
            every = policy.targets.get(clock)
            own = policy.by_priority.get(priority, {})
            value: Length = own.get(clock, INHERITED) if priority else every
            cell.show_value(value, week=week, other=every)
        for priority, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(not priority or _counts(priority, allowed, policy))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        for cell in self.cells.values():
            cell.set_fixed(fixed)

    def _take(self, priority: str, clock: Clock, value: Length) -> None:
        if self._policy is None:
            return
        self._policy = with_target(self._policy, priority, clock, value)
        self.changed.emit(self._policy)


def _counts(priority: str, allowed: frozenset[str] | None, policy: Policy) -> bool:
    """Whether a priority needs a row: the conditions leave it, and it is not the only one without own targets."""
    if allowed is None:
        return True
    return priority in allowed and (len(allowed) > 1 or priority in policy.by_priority)


def allowed_priorities(policy: Policy) -> frozenset[str] | None:
    """The priorities that the conditions leave, or None where they leave all."""
    sets = [values for trait, values in policy.conditions if trait is Trait.PRIORITY]
    return sets[0].intersection(*sets[1:]) if sets else None


def with_target(policy: Policy, priority: str, clock: Clock, value: Length) -> Policy:
    """The policy with another target: for a priority, or for all of them where it is empty."""
    if not priority:
        length = None if isinstance(value, Inherited) else value
        targets = {**policy.targets, clock: length}
        return replace(policy, targets={name: target for name, target in targets.items() if target is not None})
    rows = {name: dict(targets) for name, targets in policy.by_priority.items()}
    row = rows.setdefault(priority, {})
    if isinstance(value, Inherited):
        row.pop(clock, None)
    else:
        row[clock] = value
    return replace(policy, by_priority={name: targets for name, targets in rows.items() if targets})
