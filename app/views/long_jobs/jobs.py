"""The long jobs of a window: they run one after another on a lane of their own, and can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError, Stopped
from app.domain.imports import Progress
from app.domain.wording import tr
from app.views.toolkit.background import Background, is_there, owner_of
from app.views.toolkit.toast import ToastAction, Toasts

T = TypeVar("T")

LOOK_MS = 200
"""How often the window looks how far a job is."""
_SAYS_LEFT_AFTER_MS = 3000
"""Before that nobody can tell how long it takes."""
_KEPT = 20
"""So many jobs that are over stay in the list."""


class JobState(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def is_over(self) -> bool:
        """Nothing happens any more."""
        return self not in {JobState.RUNNING, JobState.STOPPING}


class Outcome(NamedTuple):
    """What a job came to, in a sentence, and the file or folder that it left, if any."""

    said: str
    path: Path | None = None


_NOTHING = Outcome("")


@dataclass(eq=False, slots=True)
class Job:
    """One job. `done` and `total` are written by the lane and only looked at by the window; no total means unknown."""

    name: str
    icon: str
    quiet: bool = False
    state: JobState = JobState.RUNNING
    done: int = 0
    total: int = 0
    outcome: Outcome = _NOTHING
    over: Callable[[], None] | None = None
    cancel: Callable[[], None] | None = None
    """Ends what happens elsewhere; what happens on the lane looks at the state by itself."""
    clock: QElapsedTimer = field(default_factory=QElapsedTimer)

    def go_on(self, done: int, total: int) -> None:
        """Told by the work how far it is; ends it where it was stopped."""
        self.done, self.total = done, total
        if not self.clock.isValid():
            self.clock.start()
        if self.state is JobState.STOPPING:
            raise Stopped(tr("{name} was stopped. Nothing of it is left behind.", name=self.name))

    def percent(self) -> int | None:
        """How much is done, as far as it is known."""
        return min(100, 100 * self.done // self.total) if self.total else None

    def words(self) -> str:
        """How far it is: `42 %, 1 min left`."""
        if self.state.is_over:
            return self.outcome.said
        if self.state is JobState.STOPPING:
            return tr("Stopping")
        if not self.clock.isValid():
            return tr("Waits for its turn")
        percent = self.percent()
        said = tr("Working") if percent is None else f"{percent} %"
        spent = self.clock.elapsed()
        if percent and percent < 100 and spent >= _SAYS_LEFT_AFTER_MS:
            said += tr(", {left} left", left=_left(spent * (self.total - self.done) // max(1, self.done) // 1000))
        return said


def _left(seconds: int) -> str:
    return f"{seconds} s" if seconds < 90 else tr("{seconds} min", seconds=round(seconds / 60))


class LongJobs(QObject):
    """`changed` comes when a job begins, gets on or is over."""

    changed = Signal()

    def __init__(self, background: Background, toasts: Toasts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._toasts = toasts
        self.jobs: list[Job] = []
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.changed)

    def start(
        self,
        name: str,
        work: Callable[[Progress], T],
        done: Callable[[T], Outcome],
        failed: Callable[[DeskError], None] | None = None,
        *,
        icon: str = "loader-circle",
        quiet: bool = False,
        over: Callable[[], None] | None = None,
        writes: bool = False,
    ) -> Job:
        """Do it after what was begun before. `done` says what it came to; a `quiet` job shows no toast.

        `over` is called in any case, also when it was stopped, or ended by a bug, of which `failed` is not told. Why it
        failed is said by the window too where the page that is told cannot be seen. One that `writes` takes its turn
        among the commands of the window, in the order in which they were given.

        `work` reports its progress and lets what that raises through, after putting everything back.
        """
        job = Job(name, icon, quiet)
        self.jobs.insert(0, job)
        del self.jobs[_KEPT:]

        def run() -> T:
            job.go_on(0, 0)
            return work(job.go_on)

        job.over = over
        lane = self._background.write if writes else self._background.long
        lane(run, partial(self._done, job, done), partial(self._failed, job, failed), partial(self._broke, job))
        self._timer.start()
        self.changed.emit()
        return job

    def follow(self, name: str, cancel: Callable[[], None], *, icon: str = "loader-circle") -> Job:
        """A job that another program does beside the others; whoever started it tells of its way, and calls `ended`."""
        job = Job(name, icon, quiet=True, cancel=cancel)
        self.jobs.insert(0, job)
        del self.jobs[_KEPT:]
        job.clock.start()
        self._timer.start()
        self.changed.emit()
        return job

    def ended(self, job: Job, state: JobState, outcome: Outcome) -> None:
        """A job that is followed is over."""
        job.outcome = outcome
        self._end(job, state)

    def running(self) -> list[Job]:
        """What is not over yet, the one at work first."""
        return [job for job in reversed(self.jobs) if not job.state.is_over]

    def stop(self, job: Job) -> None:
        """Have a job put everything back and end."""
        if job.state is JobState.RUNNING:
            job.state = JobState.STOPPING
            self.changed.emit()
            if job.cancel is not None:
                job.cancel()

    def stop_all(self) -> None:
        """The desk or the window goes."""
        for job in self.running():
            self.stop(job)

    def show_path(self, job: Job) -> None:
        """Open the folder of what a job left."""
        path = job.outcome.path
        if path is not None:
            open_path(path if path.is_dir() else path.parent)

    def _done(self, job: Job, done: Callable[[T], Outcome], result: T) -> None:
        try:
            job.outcome = done(result)
        finally:
            # What the page makes of it may be a mistake of the program; the job is over all the same.
            self._end(job, JobState.DONE)
        if not job.quiet:
            show = ToastAction(tr("Show folder"), partial(self.show_path, job))
            self._toasts.show(job.outcome.said, *((show,) if job.outcome.path is not None else ()), icon=job.icon)

    def _failed(self, job: Job, failed: Callable[[DeskError], None] | None, error: DeskError) -> None:
        stopped = job.state is JobState.STOPPING
        job.outcome = Outcome(tr("Stopped. Nothing of it is left behind.") if stopped else str(error))
        self._end(job, JobState.STOPPED if stopped else JobState.FAILED)
        if stopped:
            return
        page = None if failed is None else owner_of(failed)
        if failed is not None and (page is None or isValid(page)):
            failed(error)
        if failed is None or (isinstance(page, QWidget) and not (isValid(page) and page.isVisible())):
            self._toasts.say_error(error)

    def _broke(self, job: Job) -> None:
        # What happened is shown by the window of unhandled errors.
        job.outcome = Outcome(tr("A mistake of the program ended this."))
        self._end(job, JobState.FAILED)

    def _end(self, job: Job, state: JobState) -> None:
        job.state = state
        if job.over is not None and is_there(job.over):
            job.over()
        if not self.running():
            self._timer.stop()
        self.changed.emit()


def open_path(path: Path) -> None:
    """Have the system open a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
