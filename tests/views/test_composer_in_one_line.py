"""In a low window an empty composer is one line; what is written or begun has its whole place, and is never lost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.services.incidents.dto import NewFile
from app.views.incident.composer import Composer
from app.views.incident.modes import NOTE, REPLY
from app.views.incident.page import IncidentPage
from app.views.toolkit.key_caps import show_single_keys
from app.views.triage.page import TriagePage
from app.views.widgets.buttons import Button
from app.views.widgets.text_box import TextBox
from tests.views.desks import Stage

WIDTH, LAPTOP, TALL = 1208, 620, 900
LINE = 60
"""Pixels that one line takes at most, with what is around it; a whole composer takes nearly three times as many."""


def opened(stage: Stage, incident_id: str, height: int = LAPTOP) -> IncidentPage:
    stage.window.resize(WIDTH, height)
    page = stage.show(IncidentPage(stage.context))
    with stage.qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    page.open(incident_id)
    stage.settle()
    page.focus_start()
    stage.settle()
    return page


def is_one_line(composer: Composer) -> bool:
    shown = [composer.tabs.isVisible(), composer.foot.isVisible(), composer.height() > LINE]
    assert len(set(shown)) == 1, shown
    assert composer.edit.isVisible()
    return not shown[0]


def test_a_low_page_gives_the_room_to_what_is_read(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    assert is_one_line(composer)
    assert composer.edit.placeholderText() == "Write to Jonas Berg"
    assert (composer.line.cap.isVisible(), composer.line.cap.keys) == (True, "R")
    assert composer.edit.accessibleDescription() == "Key: R"
    assert not composer.edit.verticalScrollBar().isVisible()
    height = page.timeline.height()
    on_stage.context.actions.run("incident.reply")
    on_stage.settle()
    assert not is_one_line(composer)
    assert composer.edit.hasFocus()
    assert not composer.line.cap.isVisible()
    assert page.timeline.height() < height - LINE
    page.focus_start()
    on_stage.settle()
    assert is_one_line(composer)
    on_stage.window.resize(WIDTH, TALL)
    on_stage.settle()
    assert not is_one_line(composer)
    on_stage.window.resize(WIDTH, LAPTOP)
    on_stage.settle()
    assert is_one_line(composer)


def test_a_strip_leaves_nearly_half_of_a_laptop_to_the_timeline(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    on_stage.desk.session.desk.major_work.propose(on_stage.desk.dana, incident_id, "Two docks stand still.")
    on_stage.desk.session.desk.staff.change(on_stage.desk.me, on_stage.desk.jonas, {"vip": True})
    page = opened(on_stage, incident_id)
    assert page.major.isVisible()
    assert page.header.vip.isVisible()
    assert page.timeline.height() > 0.45 * page.height()


def test_the_line_says_who_will_read_it_and_by_which_key(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    on_stage.context.actions.run("incident.note")
    page.focus_start()
    on_stage.settle()
    assert is_one_line(composer)
    assert (composer.edit.placeholderText(), composer.line.cap.keys) == ("What the next agent should know", "N")
    try:
        show_single_keys(shown=False)
        assert not composer.line.cap.isVisible()
    finally:
        show_single_keys(shown=True)
    assert composer.line.cap.keys == "N"


def test_it_is_reached_as_ever_by_tab_and_f6_and_a_click(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    assert composer.edit in page.panes()
    for reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
        composer.edit.setFocus(reason)
        on_stage.settle()
        assert not is_one_line(composer)
        # Tab goes on to what came up with it.
        composer.foot.send.setFocus(reason)
        on_stage.settle()
        assert not is_one_line(composer)
        page.focus_start()
        on_stage.settle()
        assert is_one_line(composer)
    QTest.mouseClick(composer.box, Qt.MouseButton.LeftButton, pos=QPoint(composer.box.width() - 16, 16))
    on_stage.settle()
    assert composer.edit.hasFocus()
    assert not is_one_line(composer)


def test_nothing_that_is_begun_is_put_away(on_stage: Stage) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log("Label printer is dark")
    page = opened(on_stage, first)
    composer = page.writing.composer
    on_stage.context.actions.run("incident.note")
    QTest.keyClicks(composer.edit, "Dock 3 first.")
    page.focus_start()
    on_stage.settle()
    assert not is_one_line(composer)
    # What stands in the other tab counts as much.
    composer.choose(REPLY)
    page.focus_start()
    on_stage.settle()
    assert not is_one_line(composer)
    page.open(second)
    page.focus_start()
    on_stage.settle()
    assert is_one_line(composer)
    page.open(first)
    on_stage.settle()
    assert not is_one_line(composer)
    assert (composer.mode, composer.text()) == (NOTE, "Dock 3 first.")
    composer.throw_away()
    page.focus_start()
    on_stage.settle()
    assert is_one_line(composer)


def test_a_file_keeps_it_open(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    composer.attachments.add_files([NewFile(on_stage.desk.session.desk.new_id(), "dock.txt", b"Three")])
    on_stage.settle()
    assert not is_one_line(composer)
    assert not composer.edit.hasFocus()
    composer.attachments.clear()
    on_stage.settle()
    assert is_one_line(composer)


def test_a_sheet_over_the_page_leaves_it_as_it_is(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    composer.edit.setFocus()
    over = QLineEdit(on_stage.window)
    over.show()
    over.setFocus()
    on_stage.settle()
    assert over.hasFocus()
    assert not is_one_line(composer), "whoever closes the sheet goes on from where they were"
    page.focus_start()
    on_stage.settle()
    assert is_one_line(composer)


def test_what_is_pressed_does_not_move_below_the_pointer(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(on_stage, on_stage.desk.log())
    composer = page.writing.composer
    composer.edit.setFocus()
    on_stage.settle()
    held = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: held[0])
    monkeypatch.setattr(QApplication, "doubleClickInterval", lambda: 1)
    page.focus_start()
    on_stage.settle()
    assert not is_one_line(composer)
    held[0] = Qt.MouseButton.NoButton
    on_stage.wait_for(lambda: composer.one_line.holds)
    on_stage.settle()
    assert is_one_line(composer)


def test_triage_has_one_button_in_colour_and_says_once_how_far_it_is(on_stage: Stage) -> None:
    on_stage.desk.log()
    on_stage.desk.log("Label printer is dark")
    on_stage.window.resize(WIDTH + 200, TALL + 200)
    page = on_stage.show(TriagePage(on_stage.context))
    page.open("")
    on_stage.settle()
    page.focus_start()
    on_stage.wait_for(lambda: page.incident.detail is not None)
    on_stage.settle()
    assert not is_one_line(page.incident.writing.composer)
    assert filled(page) == [page.bar.accept]
    assert page.bar.progress.text() == "1 of 2"
    assert (page.incident.header.place.isVisible(), page.incident.header.next.isVisible()) == (False, True)
    on_stage.window.resize(WIDTH + 200, LAPTOP)
    on_stage.settle()
    composer = page.incident.writing.composer
    assert is_one_line(composer)
    composer.edit.setFocus()
    on_stage.settle()
    assert not is_one_line(composer)
    page.focus_start()
    on_stage.settle()
    assert is_one_line(composer)


def test_the_hint_is_cut_where_one_line_has_no_room_for_it(on_stage: Stage) -> None:
    box = TextBox("Reply", rows=1)
    on_stage.qtbot.addWidget(box)
    box.resize(400, box.height())
    box.show()
    box.set_hint("Write to Jonas Berg")
    assert box.placeholderText() == "Write to Jonas Berg"
    box.resize(90, box.height())
    assert box.placeholderText().endswith("…")
    box.set_rows(2, 9)
    assert box.placeholderText() == "Write to Jonas Berg"


def filled(page: QWidget) -> list[Button]:
    return [each for each in page.findChildren(Button) if each.isVisible() and each._is_filled]
