"""Opens and closes the list of long jobs by its action."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.views.context import ViewContext
from app.views.long_jobs.panel import JobsPanel


class JobsWatch(QObject):
    """The panel is made when it is first wanted."""

    def __init__(self, host: QWidget, context: ViewContext) -> None:
        super().__init__(host)
        self._host, self._context = host, context
        self.panel: JobsPanel | None = None
        self._before: QWidget | None = None
        context.actions.bind("window.jobs", self.toggle)

    def toggle(self) -> None:
        """Open the list, or close it; the keyboard goes back to where it was."""
        if self.panel is not None:
            self._close()
            return
        self._before = QApplication.focusWidget()
        self.panel = JobsPanel(self._context.jobs, self._host)
        self.panel.left.connect(self._close)
        self.panel.start()

    def _close(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()


def install(host: QWidget, context: ViewContext) -> None:
    """Offer the list in a window; a desk that is opened later finds it there."""
    former = host.findChild(JobsWatch)
    if former is None:
        JobsWatch(host, context)
