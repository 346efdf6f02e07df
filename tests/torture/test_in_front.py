"""A popup that is closed before the platform made it active leaves the keyboard in the window."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from tests.torture.in_front import InFront


def test_the_window_is_woken_after_a_popup_that_was_answered_at_once(qtbot: QtBot) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    front = InFront(window)
    popup = ChoicePopup("Impact", listed([Option(1, "1")]), window, digits=True)
    popup.open_at(window)
    popup.close()
    qtbot.waitUntil(lambda: front.woken == 1)
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
