"""The whole program over a small desk with three incidents, and its windows worked by keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.bootstrap import open_session
from app.infra.paths import Paths
from app.infra.settings import LocalSettings, sqlite_url
from app.services.incidents.dto import JournalItem
from app.services.session import Context, Session
from app.views.application import Program
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow
from app.views.pages import Location
from app.views.windows.incident_window import IncidentWindow
from tests.support.clock import FrozenClock
from tests.support.fake_desk import NOW
from tests.views.desks import SmallDesk, small_desk

PATIENCE = 20_000
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Desk:
    """A program over a desk with three incidents, and what is done at it."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.qtbot, self.paths = (
            qtbot,
            Paths(*[folder / name for name in ("config", "data", "state", "cache", "logs")]).create(),
        )
        self.clock, self.url = FrozenClock(NOW), sqlite_url(self.paths.database)
        made: SmallDesk = small_desk(self.url, self.clock)
        self.ids = [made.log(text) for text in ("Scanner beeps twice", "Label printer prints nothing", "Gate is stuck")]
        made.session.desk.close()
        self.small = made
        self.start()

    def start(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings = LocalSettings(theme="light", backup_daily="no", tray="no")
        context = Context(self.paths, settings, self.url, False, self.clock, self._open)
        self.program = Program(context, application)
        self.program.start()
        self.until(lambda: self.main.queue.answer is not None and self.main.context.session is not None)
        self.settle()
        self.until(self._in_front)

    def _in_front(self) -> bool:
        # The platform of the tests puts each window that comes in front, those too that ask it not to.
        self.main.window().activateWindow()
        return self.main.window().isActiveWindow()

    def _open(self, url: str) -> Session:
        return open_session(url, clock=self.clock)

    def end(self) -> None:
        self.program.frame.close()
        self.program.end()
        self.program.frame.deleteLater()
        self.program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def main(self) -> MainWindow:
        return self.program.window

    def until(self, fact: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=PATIENCE)

    def settle(self) -> None:
        for _ in range(3):
            self.until(lambda: not self.program.background.busy)
            self.qtbot.wait(0)

    def select(self, incident_id: str) -> None:
        """Put the keyboard on a row of the queue."""
        view = self.main.queue.view
        line = self.main.queue.table.line_of_id(incident_id)
        assert line is not None
        view.select_line(line)
        view.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, wherever the keyboard is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def focus(self) -> QWidget:
        """What has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def open(self, incident_id: str) -> IncidentWindow:
        """Shift+Enter on its row; until the incident is shown."""
        self.main.window().activateWindow()
        self.until(self.main.window().isActiveWindow)
        if self.main.page is not self.main.queue:
            self.main.go(Location("queue"))
        self.select(incident_id)
        self.press(Qt.Key.Key_Return, SHIFT)
        return self.window(incident_id)

    def window(self, incident_id: str) -> IncidentWindow:
        """The window of an incident, once it is shown there."""
        found = next(each for each in self.main.windows.shown if each.key == incident_id)
        assert isinstance(found, IncidentWindow)
        self.until(lambda: found.incident is not None and found.incident.detail is not None)
        self.settle()
        return found

    def page(self, window: IncidentWindow) -> IncidentPage:
        assert window.incident is not None
        return window.incident

    def closed_after(self, window: QWidget) -> None:
        """Close it by its button, and wait until it is gone."""
        window.close()
        self.closed(window)

    def journal(self, window: IncidentWindow) -> tuple[JournalItem, ...]:
        detail = self.page(window).detail
        assert detail is not None
        return detail.journal

    def active(self, window: QWidget) -> None:
        window.window().activateWindow()
        self.until(window.window().isActiveWindow)

    def closed(self, window: QWidget) -> None:
        """Until it is gone, with all that was in it."""
        self.until(lambda: not isValid(window))
