"""A key that can do nothing now says why; one that does something, or means nothing here, says nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.views.main_window import MainWindow
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow

REASON = "The incident is closed"


def waiting(make_window: MakeWindow) -> MainWindow:
    window = make_window(FakeDesk())
    actions = window.context.actions
    for action in ("incident.tags", "incident.assign"):
        actions.bind(action, lambda: None, owner=window.page, unavailable=lambda: REASON)
    window.page.setFocus()
    window.context.toasts.dismiss()
    return window


def said(window: MainWindow) -> str:
    return window.context.toasts.text


def test_a_key_that_waits_says_why(make_window: MakeWindow) -> None:
    window = waiting(make_window)
    QTest.keyClick(window.page.focusProxy() or window.page, Qt.Key.Key_T)
    assert said(window) == REASON


def test_in_a_field_and_behind_another_key_it_is_a_letter(make_window: MakeWindow) -> None:
    window = waiting(make_window)
    window.top.filter.setFocus()
    QTest.keyClick(window.top.filter.field, Qt.Key.Key_T)
    assert said(window) == ""
    window.page.setFocus()
    place = window.page.focusProxy() or window.page
    QTest.keyClick(place, Qt.Key.Key_G)
    QTest.keyClick(place, Qt.Key.Key_A)
    assert said(window) == "", "G A shows one's own work"


def test_a_key_that_does_something_says_nothing(make_window: MakeWindow) -> None:
    window = waiting(make_window)
    taken: list[bool] = []
    window.context.actions.bind("incident.tags", lambda: taken.append(True), owner=window.page)
    QTest.keyClick(window.page.focusProxy() or window.page, Qt.Key.Key_T)
    assert (said(window), taken) == ("", [True])
    QTest.keyClick(window.page.focusProxy() or window.page, Qt.Key.Key_B)
    assert said(window) == "", "it means nothing here"
