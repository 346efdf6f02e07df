"""What every window system does and Qt's `offscreen` does not: the window in front has the keyboard.

`offscreen` makes a popup the active window some moments after it was shown. Where it was answered and closed by then,
as by a digit that was typed ahead, no window is active any more, ever: no shortcut is found and keys go nowhere.
Windows, macOS and X11 do not activate popups at all, and a Wayland compositor gives the keyboard back.
"""

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def keep_in_front(window: QWidget) -> bool:
    """Make a window that nobody leaves the active one again where none is that can be seen; tells whether it did."""
    active = QGuiApplication.focusWindow()
    if (active is not None and active.isVisible()) or QApplication.activePopupWidget() is not None:
        return False
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return True
