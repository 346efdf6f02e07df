"""Ctrl+Up and Ctrl+Down: from message to message of an incident, and back to the text that is being written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.views.incident.entries import MessageRow
from app.views.incident.page import IncidentPage
from app.views.incident.timeline import FIRST_ROWS
from tests.views.desks import Stage


@pytest.fixture
def page(on_stage: Stage) -> IncidentPage:
    incident = on_stage.desk.log("Scanner at dock 3", description="Nothing is read.")
    for number in range(FIRST_ROWS + 2):
        on_stage.desk.say(incident, f"Message {number}", public=number % 2 == 0)
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    on_stage.window.activateWindow()
    page.writing.write("reply")
    QTest.keyClicks(page.writing.composer.edit, "Dear Jonas")
    return page


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(stage: Stage, key: Qt.Key) -> str:
    """What is read where the keyboard is then."""
    QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    here = focused()
    return here.accessibleDescription() if isinstance(here, MessageRow) else here.accessibleName()


def test_from_the_text_up_to_the_first_message_and_down_again(on_stage: Stage, page: IncidentPage) -> None:
    newest = FIRST_ROWS + 1
    assert press(on_stage, Qt.Key.Key_Up) == f"Message {newest}"
    row = QApplication.focusWidget()
    assert isinstance(row, MessageRow)
    assert row.accessibleName().startswith("Internal note by ")
    for number in range(newest - 1, -1, -1):
        assert press(on_stage, Qt.Key.Key_Up) == f"Message {number}", "older ones are shown when they are wanted"
    assert press(on_stage, Qt.Key.Key_Up) == "Nothing is read."
    assert press(on_stage, Qt.Key.Key_Up) == "Nothing is read.", "there is nothing before"
    assert press(on_stage, Qt.Key.Key_Down) == "Message 0"
    for number in range(1, newest + 1):
        assert press(on_stage, Qt.Key.Key_Down) == f"Message {number}"
    assert press(on_stage, Qt.Key.Key_Down) == "Reply"
    assert page.writing.composer.text() == "Dear Jonas"


def test_a_letter_acts_there_and_tab_goes_past(on_stage: Stage, page: IncidentPage) -> None:
    press(on_stage, Qt.Key.Key_Up)
    row = QApplication.focusWidget()
    assert isinstance(row, MessageRow)
    assert row.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.keyClicks(row, "n")
    on_stage.settle()
    assert page.writing.composer.mode == "note"
