"""Which hold reasons stop which clock: a box for each pair."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.sla.policy import CLOCKS, UNSTATED, Clock, Policy
from app.domain.vocabulary import HoldReason
from app.domain.wording import inside, tr
from app.views.settings_page.policies.matrix import CLOCK_HEADS
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label


def reasons(own: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """What can stop a clock, each with its name: the built-in hold reasons, those of the desk's own, and none given."""
    built_in = ((reason.value, reason.label) for reason in HoldReason)
    return (*built_in, *((key, key) for key in own), (UNSTATED, tr("No reason given (imported)")))


_REASON: Final = 96
"""Pixels that a reason has at least; it goes on in a second line."""


class PauseGrid(QWidget):
    """`changed` carries the policy with other pauses."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._policy: Policy | None = None
        self._is_fixed = False
        self._reasons = reasons()
        self._names: list[Label] = []
        self.boxes: dict[tuple[str, Clock], CheckBox] = {}
        self.heads: dict[Clock, Button] = {}
        self.setAccessibleName(tr("Hold reasons that stop the clocks"))
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for column, clock in enumerate(CLOCKS, 1):
            head = Button(CLOCK_HEADS[clock], kind="link", height=26)
            head.setToolTip(
                tr("Every reason stops the {clock_head} clock, or none", clock_head=inside(CLOCK_HEADS[clock]))
            )
            head.clicked.connect(lambda _checked=False, clock=clock: self._toggle_clock(clock))
            self.heads[clock] = head
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignHCenter)
        self._make_rows()

    def set_own(self, own: Sequence[str]) -> None:
        """Which hold reasons the desk has beside the built-in ones."""
        if reasons(own) == self._reasons:
            return
        self._reasons = reasons(own)
        for widget in (*self._names, *self.boxes.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._names.clear()
        self.boxes.clear()
        self._make_rows()
        self.set_fixed(self._is_fixed)
        if self._policy is not None:
            self.show_policy(self._policy)

    def _make_rows(self) -> None:
        for row, (reason, label) in enumerate(self._reasons, 1):
            # Not cut: most begin with the same word.
            name = Label(label, tokens.UI, wrap=True)
            name.setMinimumWidth(_REASON)
            self._grid.addWidget(name, row, 0)
            self._names.append(name)
            for column, clock in enumerate(CLOCKS, 1):
                box = CheckBox(
                    name=tr("{label} stops the {clock_head} clock", label=label, clock_head=inside(CLOCK_HEADS[clock]))
                )
                box.setFixedWidth(26)
                box.clicked.connect(lambda _on=False, reason=reason, clock=clock: self._toggle(reason, clock))
                self.boxes[reason, clock] = box
                self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignHCenter)

    def show_policy(self, policy: Policy) -> None:
        """Show the pauses."""
        self._policy = policy
        for (reason, clock), box in self.boxes.items():
            box.setChecked(reason in policy.pauses.get(clock, frozenset()))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        self._is_fixed = fixed
        for widget in (*self.boxes.values(), *self.heads.values()):
            widget.setEnabled(not fixed)

    def _toggle(self, reason: str, clock: Clock) -> None:
        if self._policy is not None:
            now = self._policy.pauses.get(clock, frozenset())
            self._take(clock, now ^ {reason})

    def _toggle_clock(self, clock: Clock) -> None:
        if self._policy is not None:
            now = self._policy.pauses.get(clock, frozenset())
            self._take(clock, frozenset() if now else frozenset(reason for reason, _label in self._reasons))

    def _take(self, clock: Clock, reasons: frozenset[str]) -> None:
        if self._policy is None:
            return
        # A clock without reasons is left out: naming it with none would say that it pauses, and never does.
        pauses = {**self._policy.pauses, clock: reasons}
        self._policy = replace(self._policy, pauses={name: each for name, each in pauses.items() if each})
        self.show_policy(self._policy)
        self.changed.emit(self._policy)
