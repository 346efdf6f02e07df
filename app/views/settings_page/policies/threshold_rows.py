"""The thresholds of the three clocks: each on its bar, and typed beside it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import BadInput
from app.domain.sla.policy import CLOCKS, DEFAULT_THRESHOLDS, Clock, Policy
from app.domain.sla.thresholds import Threshold
from app.domain.sla.typed_thresholds import read_threshold, short_threshold
from app.domain.wording import inside, tr
from app.views.settings_page.policies.matrix import CLOCK_HEADS
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.fixed_text import fix
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.threshold_bar import ThresholdBar


class _Row(QWidget):
    changed = Signal(object)
    refused = Signal(str)
    typed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        name = CLOCK_HEADS[clock]
        self.bar = ThresholdBar(tr("Thresholds of the {name} clock", name=inside(name)))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Thresholds of the {name} clock as text", name=inside(name)))
        self.line.setFixedHeight(Size.BUTTON_PAGE)
        self.line.setToolTip(tr("Separated by commas: 75 %, 30 m before, 1 h after, breach. Enter takes them."))
        self.line.editingFinished.connect(self._commit)
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.line.installEventFilter(self)
        self.bar.changed.connect(self._from_bar)
        self.default = Button(tr("Usual ones"), kind="link", height=Size.BUTTON_SMALL)
        self.default.clicked.connect(lambda: self._from_bar(DEFAULT_THRESHOLDS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = ElidedLabel(name, tokens.UI_MEDIUM, "text2")
        title.setFixedWidth(104)
        head.addWidget(title, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.line, 1)
        head.addWidget(self.default)
        column.addLayout(head)
        column.addWidget(self.bar)

    def show_thresholds(self, thresholds: Sequence[Threshold], target: int | None) -> None:
        self.bar.show_thresholds(thresholds, target)
        if not (self.line.hasFocus() and self.line.isModified()):
            self.line.setText(self._text())
            self.line.setCursorPosition(0)
            self.line.setModified(False)
            self._mark(invalid=False)

    def set_fixed(self, fixed: bool) -> None:
        self.bar.set_fixed(fixed)
        fix(self.line, fixed=fixed)
        self.default.setVisible(not fixed)

    def _text(self) -> str:
        return ", ".join(short_threshold(one) for one in self.bar.thresholds)

    def _from_bar(self, thresholds: Sequence[Threshold]) -> None:
        self.line.setModified(False)
        self.changed.emit(tuple(thresholds))

    def _commit(self) -> None:
        if self.line.isReadOnly() or self.line.text() == self._text():
            self._mark(invalid=False)
            return
        pieces = [piece for piece in self.line.text().split(",") if piece.strip()]
        try:
            found = tuple(read_threshold(piece) for piece in pieces)
        except BadInput as error:
            self._mark(invalid=True)
            self.refused.emit(str(error))
            return
        self.line.setModified(False)
        self.changed.emit(found)

    def _mark(self, *, invalid: bool) -> None:
        if bool(self.line.property("invalid")) != invalid:
            self.line.setProperty("invalid", invalid)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc gives up what was typed."""
        pressed = watched is self.line and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.line.isModified():
            self.line.setText(self._text())
            self.line.setCursorPosition(0)
            self.line.setModified(False)
            self._mark(invalid=False)
            return True
        return super().eventFilter(watched, event)


class ThresholdRows(QWidget):
    """`changed` carries the policy with other thresholds."""

    changed = Signal(object)
    refused = Signal(str)
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._policy: Policy | None = None
        self.rows: dict[Clock, _Row] = {}
        self.setAccessibleName(tr("Thresholds"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for clock in CLOCKS:
            row = _Row(clock)
            row.changed.connect(lambda thresholds, clock=clock: self._take(clock, thresholds))
            row.refused.connect(self.refused)
            row.typed.connect(self.typed)
            self.rows[clock] = row
            column.addWidget(row)

    def show_policy(self, policy: Policy) -> None:
        """Show the thresholds; clocks without any target are hidden."""
        self._policy = policy
        for clock, row in self.rows.items():
            targets = [policy.targets.get(clock), *(each.get(clock) for each in policy.by_priority.values())]
            known = [target for target in targets if target is not None]
            row.setVisible(bool(known))
            row.show_thresholds(policy.thresholds.get(clock, DEFAULT_THRESHOLDS), min(known, default=None))

    def set_fixed(self, fixed: bool) -> None:
        """May only be read."""
        for row in self.rows.values():
            row.set_fixed(fixed)

    def _take(self, clock: Clock, thresholds: tuple[Threshold, ...]) -> None:
        if self._policy is not None:
            self._policy = replace(self._policy, thresholds={**self._policy.thresholds, clock: thresholds})
            self.show_policy(self._policy)
            self.changed.emit(self._policy)
