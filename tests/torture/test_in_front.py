"""A popup that is closed before the platform made it active leaves the keyboard in the window."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from tests.torture.in_front import keep_in_front


def test_the_window_is_woken_after_a_popup_that_was_answered_at_once(qtbot: QtBot) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    assert not keep_in_front(window), "it has the keyboard"
    popup = ChoicePopup("Impact", listed([Option(1, "1")]), window, digits=True)
    popup.open_at(window)
    assert not keep_in_front(window), "a list to choose from has it"
    popup.close()
    qtbot.waitUntil(lambda: keep_in_front(window))
    assert QGuiApplication.focusWindow() is window.windowHandle()
