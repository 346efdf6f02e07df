"""Enter presses the button that has the keyboard, wherever it is; a chord and a key that is held do not."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from app.views.shell.bars import StatusItem
from app.views.shell.nav_item import NavItem
from app.views.widgets.buttons import Button, IconButton, OpeningButton
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow

ENTER = Qt.Key.Key_Return


@pytest.mark.parametrize("kind", [Button, OpeningButton])
def test_enter_presses_once(kind: type[Button], qtbot: QtBot) -> None:
    button, pressed = kind("Send"), list[bool]()
    qtbot.addWidget(button)
    button.clicked.connect(lambda _checked=False: pressed.append(True))
    QTest.keyClick(button, ENTER)
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 3
    for held, again in ((Qt.KeyboardModifier.ControlModifier, False), (Qt.KeyboardModifier.NoModifier, True)):
        QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, ENTER, held, "\r", again))
    assert len(pressed) == 3


def test_enter_presses_every_button_of_the_window(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    made = {type(button) for button in window.findChildren(QAbstractButton) if not isinstance(button, QCheckBox)}
    kinds = {kind for kind in made if kind.__module__.startswith("app.")}
    assert {NavItem, StatusItem, Button, IconButton} <= kinds
    assert [kind for kind in kinds if kind.keyPressEvent is QAbstractButton.keyPressEvent] == []
    icon = next(each for each in window.findChildren(IconButton) if each.isVisible() and each.isEnabled())
    pressed: list[bool] = []
    icon.clicked.disconnect()
    icon.clicked.connect(lambda _checked=False: pressed.append(True))
    QTest.keyClick(icon, ENTER)
    assert pressed
