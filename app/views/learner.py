"""Has the desk learn from its resolved incidents now and then, in a program of its own so that the window never waits.

The other program may be ended at any moment: what it learned is kept in one transaction at its end.
"""

import logging
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer

from app.domain.permissions import Permission, may
from app.services.session import Session
from app.services.suggestions.dto import Standing
from app.views.toolkit.background import Background

_log = logging.getLogger(__name__)

AFTER_MS: Final = 60_000
"""The first look comes this long after the timers began, when whoever opened the desk is at work."""
_AGAIN_MS: Final = 6 * 3_600_000
_MAIN: Final = Path(__file__).resolve().parents[2] / "main.py"


class Learner(QObject):
    """Looks whether learning is worth it, and starts it; for people who work incidents, not for callers."""

    def __init__(
        self, background: Background, session: Session, address: str, parent: QObject | None = None, main: Path = _MAIN
    ) -> None:
        super().__init__(parent)
        self._background, self._session = background, session
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments([str(main), "--database", address, "triage", "learn", "--gently"])
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.finished.connect(self._ended)
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.look)
        if may(session.actor, Permission.INCIDENT_WORK):
            self._timer.start()

    @property
    def is_learning(self) -> bool:
        """Whether the other program runs."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def look(self) -> None:
        """Ask the desk whether it is worth it, and learn if so; and look again in some hours."""
        desk, actor = self._session.desk, self._session.actor
        self._timer.start(_AGAIN_MS)
        self._background.read(lambda: desk.suggestions.standing(actor), self._found, lambda _error: None, key="learner")

    def stop(self) -> None:
        """End it without waiting for what it would have learned."""
        self._timer.stop()
        self._background.forget("learner")
        if self.is_learning:
            self._process.finished.disconnect(self._ended)  # an end that was wanted is nothing to tell of
            self._process.kill()
            self._process.waitForFinished(2_000)

    def _found(self, standing: Standing) -> None:
        if standing.is_worth_learning(self._session.desk.clock.now()) and not self.is_learning:
            _log.info("Learning from %s resolved incidents.", f"{standing.resolved:,}")
            self._process.start()

    def _ended(self, code: int, _status: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAll().data()).decode(errors="replace").strip()
        _log.log(logging.INFO if code == 0 else logging.WARNING, "Learning ended with %s: %s", code, said[-2_000:])
