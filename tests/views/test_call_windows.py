"""A call that becomes an incident in a window of its own: several at once, kept as drafts, brought back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.views.create.sheets import CreateSheets
from app.views.widgets.labels import ElidedLabel
from app.views.windows.beside import LEAST
from app.views.windows.create_window import CreateWindow
from app.views.windows.incident_window import IncidentWindow
from tests.views.program import CTRL, SHIFT, Desk

if TYPE_CHECKING:
    from app.views.create.sheet import CreateSheet


def sheet_of(window: CreateWindow) -> "CreateSheet":
    assert window.sheet is not None
    return window.sheet


def sheets(at: Desk) -> CreateSheets:
    return at.main.ground.findChildren(CreateSheets)[-1]


def call(at: Desk) -> CreateWindow:
    """Ctrl+Shift+N, wherever the keyboard is; until its sheet has it."""
    before = len(at.main.windows.shown)
    at.press(Qt.Key.Key_N, CTRL | SHIFT)
    window = at.main.windows.shown[before]
    assert isinstance(window, CreateWindow)
    at.until(lambda: window.isActiveWindow() and window.sheet is not None)
    at.settle()
    return window


def fill(at: Desk, window: CreateWindow, summary: str) -> None:
    """Type whom it affects and what it is."""
    form = sheet_of(window).form
    assert form.requester.isAncestorOf(at.focus()) or form.requester is at.focus()
    QTest.keyClicks(at.focus(), "Jonas Berg")
    at.settle()
    form.summary.setFocus()
    QTest.keyClicks(form.summary, summary)
    at.settle()


def test_several_calls_stand_in_windows_of_their_own(at: Desk) -> None:
    at.main.queue.view.setFocus()
    one = call(at)
    fill(at, one, "Screen stays black")
    assert one.windowTitle() == "New incident: Screen stays black – Mainstay"
    sheet = sheet_of(one)
    assert sheet.geometry() == one.page.rect()
    other = call(at)
    assert other is not one
    assert other.pos() != one.pos()
    assert not sheets(at).shown, "nothing floats over the first window"
    at.active(one)
    sheet.form.summary.setFocus()
    at.press(Qt.Key.Key_Return, CTRL)
    at.closed(one)
    at.settle()
    assert "created" in at.main.context.toasts.text or "created" in other.context.toasts.text
    assert at.main.windows.shown == [other]
    at.until(lambda: at.main.queue.answer is not None and at.main.queue.answer.summary.total == 4)
    at.closed_after(other)
    assert sheets(at).waiting == 0, "an empty one leaves no draft"


def test_the_least_window_cuts_no_field_of_a_call_whatever_the_language(at: Desk) -> None:
    window = call(at)
    form = sheet_of(window).form
    for label in form.findChildren(ElidedLabel):
        # Two fifths longer, as another language may be.
        label.set_text(f"{label.text()} {'~' * (len(label.text()) * 2 // 5)}")
    window.resize(*LEAST)
    at.settle()
    assert window.size().toTuple() == LEAST
    area = form.parentWidget()
    assert area is not None
    for field in (form.requester, form.summary, form.channel, form.group, form.details):
        assert field.mapTo(area, field.rect().topRight()).x() < area.width(), field.accessibleName()


def test_create_and_open_has_the_incident_in_a_window_of_its_own(at: Desk) -> None:
    at.main.queue.view.setFocus()
    window = call(at)
    fill(at, window, "Screen stays black")
    at.press(Qt.Key.Key_Return, CTRL | SHIFT)
    at.closed(window)
    at.until(lambda: [isinstance(each, IncidentWindow) for each in at.main.windows.shown] == [True])
    there = at.window(at.main.windows.shown[0].key)
    assert there.windowTitle().endswith("Screen stays black – Mainstay")
    assert at.main.page is at.main.queue


def test_esc_and_ctrl_w_put_it_away_and_the_draft_goes_on_in_the_first_window(at: Desk) -> None:
    at.main.queue.view.setFocus()
    for number, keys in enumerate(((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_W, CTRL)), 1):
        window = call(at)
        fill(at, window, f"Half a summary {number}")
        at.press(*keys)
        at.closed(window)
        assert sheets(at).waiting == number
        at.active(at.main)
        at.main.queue.view.setFocus()
    at.main.context.actions.run("incident.drafts")
    shown = sheets(at).shown
    at.settle()
    assert [each.form.summary.text() for each in shown] == ["Half a summary 2"]
    assert sheets(at).waiting == 1


def test_a_call_comes_back_with_its_window(at: Desk) -> None:
    at.main.queue.view.setFocus()
    window, empty = call(at), call(at)
    at.active(window)
    sheet_of(window).form.requester.setFocus()
    fill(at, window, "Half a summary")
    window.setGeometry(20, 30, 740, 560)
    key = window.key
    at.press(Qt.Key.Key_Q, CTRL)
    at.until(lambda: not at.program.frame.isVisible())
    at.end()
    at.start()
    at.until(lambda: [each.key for each in at.main.windows.shown] == [key])
    back = at.main.windows.shown[0]
    assert isinstance(back, CreateWindow)
    at.until(lambda: back.sheet is not None)
    assert sheet_of(back).form.summary.text() == "Half a summary"
    assert back.geometry().getRect() == (20, 30, 740, 560)
    assert sheets(at).waiting == 0, "what is open in a window waits for nobody"
    assert not at.main.window().isHidden()
    del empty


def test_an_undone_call_comes_back_as_a_sheet(at: Desk) -> None:
    at.main.queue.view.setFocus()
    window = call(at)
    fill(at, window, "Screen stays black")
    at.press(Qt.Key.Key_Return, CTRL)
    at.closed(window)
    at.settle()
    at.active(at.main)
    at.main.queue.view.setFocus()
    at.press(Qt.Key.Key_Z, CTRL)
    at.until(lambda: [each.form.summary.text() for each in sheets(at).shown] == ["Screen stays black"])


def test_another_desk_closes_it_and_keeps_the_draft(at: Desk) -> None:
    at.main.queue.view.setFocus()
    window = call(at)
    fill(at, window, "Half a summary")
    key = window.key
    at.program.open(at.url)
    at.closed(window)
    at.until(lambda: [each.key for each in at.main.windows.shown] == [key])
