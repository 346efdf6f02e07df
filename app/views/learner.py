"""Has the desk learn from its resolved incidents now and then, in a program of its own so that the window never waits.

The other program may be ended at any moment: what it learned is kept in one transaction at its end. How far it is
stands among the long jobs, where it can be canceled.
"""

import json
import logging
import re
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.session import Session
from app.services.suggestions.dto import Standing
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Job, JobState, Outcome

_log = logging.getLogger(__name__)

AFTER_MS: Final = 60_000
"""The first look comes this long after the timers began, when whoever opened the desk is at work."""
_AGAIN_MS: Final = 6 * 3_600_000
_MAIN: Final = Path(__file__).resolve().parents[2] / "main.py"
_PERCENT: Final = re.compile(r"Learning: (\d+) %")


class Learner(QObject):
    """Looks whether learning is worth it, and starts it; for people who work incidents, not for callers."""

    def __init__(
        self, context: ViewContext, session: Session, address: str, parent: QObject | None = None, main: Path = _MAIN
    ) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._background, self._jobs = context.background, context.jobs
        context.learner = self
        self._job: Job | None = None
        self._is_over = False
        self._command = [str(main), "--database", address, "triage", "learn", "--gently", "--json"]
        self._process = self._new_process()
        self._said = ""
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

    def learn(self, *, now: bool = False) -> Job | None:
        """Start the other program, with `now` also where little has changed; the job that tells how far it is."""
        if not self.is_learning:
            self._said = ""
            self._job = self._jobs.follow(tr("Learning from resolved incidents"), self._cancel, icon="trending-up")
            self._process.setArguments([*self._command, *(["--now"] if now else [])])
            self._process.start()
        return self._job

    def stop(self) -> None:
        """End it without waiting for what it would have learned; this object goes when the other program is gone.

        A program that lets all others go first is slow to go even when it is ended, and a window does not wait.
        """
        self._context.learner = None
        self._timer.stop()
        self._background.forget("learner")
        if self._job is not None:
            self._jobs.stop(self._job)
        self._is_over = True
        self._go_when_alone()

    def _new_process(self) -> QProcess:
        process = QProcess(self)
        process.setProgram(sys.executable)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._broke)
        process.readyReadStandardError.connect(self._get_on)
        return process

    def _cancel(self) -> None:
        """Nothing of what was begun is done any more once the system was told to end it, so nobody waits for that."""
        job, self._job = self._job, None
        if self.is_learning:
            dying, self._process = self._process, self._new_process()
            dying.finished.disconnect(self._ended)
            dying.errorOccurred.disconnect(self._broke)
            dying.readyReadStandardError.disconnect(self._get_on)
            dying.finished.connect(dying.deleteLater)
            dying.finished.connect(self._go_when_alone)
            dying.kill()
        if job is not None:
            self._jobs.ended(job, JobState.STOPPED, Outcome(tr("Stopped. Nothing of it is left behind.")))

    def _go_when_alone(self) -> None:
        if self._is_over and all(
            each.state() == QProcess.ProcessState.NotRunning for each in self.findChildren(QProcess)
        ):
            self.deleteLater()

    def _found(self, standing: Standing) -> None:
        if standing.is_worth_learning(self._session.desk.clock.now()):
            _log.info("Learning from %s resolved incidents.", f"{standing.resolved:,}")
            self.learn()

    def _get_on(self) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
        self._said = (self._said + said)[-2_000:]
        told = _PERCENT.findall(said)
        if told and self._job is not None:
            self._job.done, self._job.total = int(told[-1]), 100

    def _broke(self, error: QProcess.ProcessError) -> None:
        job = self._job
        if error is QProcess.ProcessError.FailedToStart and job is not None:  # nothing else tells of it then
            self._job = None
            self._jobs.ended(job, JobState.FAILED, Outcome(self._process.errorString()))

    def _ended(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._get_on()
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        job, self._job = self._job, None
        if job is None:
            return
        _log.log(logging.INFO if code == 0 else logging.WARNING, "Learning ended with %s: %s%s", code, self._said, said)
        if code == 0:
            self._jobs.ended(job, JobState.DONE, Outcome(_outcome(said)))
        else:
            lines = self._said.strip().splitlines()
            self._jobs.ended(job, JobState.FAILED, Outcome(lines[-1] if lines else tr("The program ended early.")))


def _outcome(said: str) -> str:
    try:
        told = json.loads(said)
    except ValueError:
        told = {}
    if told.get("kept"):
        return tr("Version {number} was learned and holds.", number=told.get("number", ""))
    return tr("What was learned before does as well; it stays.")
