"""What every window system does and Qt's `offscreen` does not: the window in front has the keyboard.

`offscreen` makes a popup the active window some moments after it was shown. Where it was answered and closed by then,
as by a digit that was typed ahead, no window is active any more, ever: no shortcut is found and keys go nowhere.
Windows, macOS and X11 do not activate popups at all, and a Wayland compositor gives the keyboard back.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget


class InFront(QObject):
    """Belongs to a window that nobody leaves; `woken` counts how often it had to be made active again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.woken = 0
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._moved)

    def _moved(self, now: QWindow | None) -> None:
        if now is None:
            # A popup that was closed in the usual way is followed by the window at once.
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if QGuiApplication.focusWindow() is None and QApplication.activePopupWidget() is None:
            self.woken += 1
            self._window.activateWindow()
