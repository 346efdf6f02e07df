"""The list of long jobs, above the status bar: how far each is, Cancel, and the folder of what it left."""

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.wording import tr
from app.views.long_jobs.jobs import Job, JobState, LongJobs
from app.views.toolkit import tokens
from app.views.toolkit.mirror import end_of, set_margins
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol
from app.views.widgets.strips import EmptyState

_WIDTH: Final = 440
_HEIGHT: Final = 380
_LOOKS: Final = {
    JobState.DONE: ("circle-check", tr("Done"), "green"),
    JobState.FAILED: ("octagon-alert", tr("Failed"), "red"),
    JobState.STOPPED: ("ban", tr("Stopped"), "text3"),
}


class JobLine(QWidget):
    """One job; `left_by_keyboard` says that what had the keyboard in it is gone."""

    left_by_keyboard = Signal()

    def __init__(self, jobs: LongJobs, job: Job) -> None:
        super().__init__()
        self._job = job
        self._symbol = Symbol(job.icon, tr("At work"), "accent")
        self._name = ElidedLabel(job.name, tokens.UI_STRONG)
        self.words = Label("", tokens.META, "text2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of {job}", job=job.name))
        self.cancel = Button(tr("Cancel"), height=Size.BUTTON_SMALL)
        self.cancel.setAccessibleName(tr("Cancel {job}", job=job.name))
        self.cancel.clicked.connect(partial(self._run, jobs.stop))
        self.folder = Button(tr("Show folder"), kind="ghost", height=Size.BUTTON_SMALL)
        self.folder.clicked.connect(partial(self._run, jobs.show_path))
        words = QVBoxLayout()
        words.setSpacing(3)
        for widget in (self._name, self.bar, self.words):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 4, 6)
        row.setSpacing(10)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.folder)
        self.look()

    def look(self) -> None:
        """Show how it stands now."""
        job = self._job
        over, percent = job.state.is_over, job.percent()
        had_keyboard = self.cancel.hasFocus()
        if over:
            self._symbol.set_icon(*_LOOKS[job.state])
        self.words.setText(job.words())
        self.bar.setVisible(not over and job.clock.isValid())
        # A bar without a known end would run to and fro; the words beside it say that it works.
        self.bar.setValue(percent or 0)
        self.cancel.setVisible(not over)
        self.cancel.setEnabled(job.state is JobState.RUNNING)
        self.folder.setVisible(over and job.outcome.path is not None)
        self.setAccessibleName(f"{job.name}, {job.words()}")
        if had_keyboard and not self.cancel.isEnabled():
            self.left_by_keyboard.emit()

    def _run(self, what: object, _checked: bool = False) -> None:
        if callable(what):
            what(self._job)


class JobsPanel(FloatingSheet):
    """`left` is Esc."""

    left = Signal()

    def __init__(self, jobs: LongJobs, host: QWidget) -> None:
        super().__init__(host)
        self._jobs = jobs
        self.lines: dict[Job, JobLine] = {}
        self.setAccessibleName(tr("Long jobs"))
        self.empty = EmptyState(
            "circle-check", tr("Nothing is at work"), tr("Backups, exports and the like are shown here.")
        )
        inner = QWidget()
        inner.setObjectName("canvas")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.cross = IconButton("x", tr("Close (Esc)"), size=28)
        self.cross.clicked.connect(lambda _checked=False: self.left.emit())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Long jobs"), tokens.SHEET_TITLE), 1)
        head.addWidget(self.cross)
        column = QVBoxLayout(self.card)
        set_margins(column, 14, 10, 8, 10)
        column.addLayout(head)
        column.addWidget(area, 1)
        jobs.changed.connect(self.look)

    def start(self) -> None:
        """Show above the status bar, at the right."""
        self.place()
        self.look()
        self.show()
        self.raise_()
        first = next((line.cancel for line in self.lines.values() if line.cancel.isVisible()), self.cross)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """At the end of the status bar, as large as the window has room."""
        host = self.parentWidget()
        if host is not None:
            width, height = min(_WIDTH, host.width() - 16) + 2 * SHADOW, min(_HEIGHT, host.height() - 16) + 2 * SHADOW
            self.resize(width, height)
            left = end_of(host, width, 12 - SHADOW)
            self.move(QPoint(left, host.height() - height + SHADOW - Size.STATUS_BAR - 8))

    def look(self) -> None:
        """Show how everything stands now, the newest first."""
        if not isValid(self):
            return
        for job in [job for job in self.lines if job not in self._jobs.jobs]:
            line = self.lines.pop(job)
            line.hide()
            line.deleteLater()
        for job in reversed(self._jobs.jobs):
            if job not in self.lines:
                self.lines[job] = JobLine(self._jobs, job)
                self.lines[job].left_by_keyboard.connect(self._keep_keyboard)
                self._column.insertWidget(0, self.lines[job])
            self.lines[job].look()
        self.empty.setVisible(not self.lines)

    def _keep_keyboard(self) -> None:
        # A button that is hidden or disabled would give the keyboard to the page behind, and Esc would close nothing.
        self.cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
