"""Trying a server that helps to write: the steps as they end, on a lane, with a way to stop."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.domain.writing_help.server import parse_server
from app.services.writing_help.dto import HelpSettings
from app.views.connect.steps_list import StepRow
from app.views.context import ViewContext
from app.views.toolkit.toast import announce
from app.views.widgets.buttons import Button
from app.views.writing_help.keys import kept_key

if TYPE_CHECKING:
    from app.channels.writing_help.trial import Trial, Tried

_LOOK_MS: Final = 60
_NAMES: Final = {
    "reach": tr("Server"),
    "key": tr("Key"),
    "model": tr("Model"),
    "answer": tr("Answer"),
}


class HelpTrial(QWidget):
    """`named` carries the models that the server names; `refused` why it cannot be tried."""

    named = Signal(tuple)
    refused = Signal(object)
    begun = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._trial: Trial | None = None
        self._told: list[Tried] = []
        self._shown = 0
        self.button = Button(tr("Test"), icon="wifi")
        self.rows = {key: StepRow(name) for key, name in _NAMES.items()}
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self.rows.values():
            row.hide()
            column.addWidget(row)
        self.button.clicked.connect(lambda _checked=False: self._pressed())

    @property
    def is_running(self) -> bool:
        """Whether a test is under way."""
        return self._trial is not None

    def marks(self) -> dict[str, str]:
        """How each step ended that has ended."""
        return {key: row.mark.value for key, row in self.rows.items() if row.mark is not None}

    def _pressed(self) -> None:
        if self.is_running:
            self.stop()
        else:
            self.begun.emit()

    def run(self, settings: HelpSettings, key: str) -> None:
        """Try the server with this key, or the kept one where none was typed; nothing of the desk is sent."""
        from app.channels.writing_help.trial import Trial
        from app.channels.writing_help.way import Way

        context = self._context
        try:
            server = parse_server(settings.address)
        except DeskError as error:
            self.refused.emit(error)
            return

        def ready(known: str) -> None:
            try:
                trial = Trial(Way(server, settings.model, key or known, settings.authority))
            except DeskError as error:
                self.refused.emit(error)
                return
            self._begin(trial)

        context.background.file(lambda: kept_key(context, server.address), ready, self.refused.emit)

    def _begin(self, trial: "Trial") -> None:
        self._trial, self._shown = trial, 0
        told: list[Tried] = []
        self._told = told
        for row in self.rows.values():
            row.wait()
            row.show()
        next(iter(self.rows.values())).begin()
        self.button.setText(tr("Stop the test"))
        self._timer.start()
        self._context.background.outside(
            lambda: trial.run(told.append),
            trial.cut,
            lambda _passed: self._over(trial),
            lambda error: self._failed(trial, error),
            lambda: self._over(trial),
        )

    def stop(self) -> None:
        """Enough of it."""
        if self._trial is not None:
            self._trial.cut()
            self._over(self._trial)

    def _look(self) -> None:
        for outcome in self._told[self._shown :]:
            self._shown += 1
            row = self.rows[outcome.step.value]
            row.end(outcome.mark, outcome.found, outcome.hint)
            announce(self, row.accessibleName())
            if outcome.models:
                self.named.emit(outcome.models)
            order = list(self.rows)
            place = order.index(outcome.step.value) + 1
            if outcome.mark.value != "failed" and place < len(order):
                self.rows[order[place]].begin()

    def _failed(self, trial: "Trial", error: DeskError) -> None:
        self._over(trial)
        self.refused.emit(error)

    def _over(self, trial: "Trial") -> None:
        if trial is not self._trial:
            return
        self._look()
        self._trial = None
        self._timer.stop()
        self.button.setText(tr("Test"))
        for row in self.rows.values():
            if row.mark is None:
                row.wait()
