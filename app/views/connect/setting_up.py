"""Runs the setting up of a desk on a lane, tells of each part as it begins, and can be stopped."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import DeskError, Unavailable
from app.domain.wording import tr
from app.services.server.dto import Outcome, Part
from app.views.toolkit.background import Background

Tell = Callable[[Part, str], None]
Canceled = Callable[[], bool]
Work = Callable[[Tell, Canceled], Outcome]
_BROKE = tr(
    "A mistake of the program ended the setting up, which the other window describes. The database is as it was "
    "before. Try again; if it happens again, send what the other window says to those who look after the program."
)


class SettingUp(QObject):
    """`told` carries the part that begins and a line about it, `done` the Outcome, `failed` why nothing was changed."""

    told = Signal(object, str)
    done = Signal(object)
    failed = Signal(object)
    _said = Signal(int, object, str)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._run = 0
        self._stopped = False
        self._forgotten = False
        self._said.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self, work: Work) -> None:
        """Have it done; `work` is given whom to tell, and whom to ask whether to go on."""
        self._run += 1
        number, self._stopped, self._forgotten = self._run, False, False

        def run() -> Outcome:
            return work(partial(self._said.emit, number), lambda: self._stopped)

        self._background.long(run, self._ended, self._not_done, self._broke)

    def stop(self) -> None:
        """Take all of it back; `failed` tells when that is done, unless it was too late."""
        self._stopped = True

    def forget(self) -> None:
        """Stop it, and tell nobody any more."""
        self._stopped = self._forgotten = True

    def _hear(self, number: int, part: Part, line: str) -> None:
        if number == self._run and not self._forgotten:
            self.told.emit(part, line)

    def _ended(self, outcome: Outcome) -> None:
        if not self._forgotten:
            self.done.emit(outcome)

    def _not_done(self, error: DeskError) -> None:
        if not self._forgotten:
            self.failed.emit(error)

    def _broke(self) -> None:
        self._not_done(Unavailable(_BROKE))
