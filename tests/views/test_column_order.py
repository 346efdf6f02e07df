"""The order of the columns: titles that are dragged, the sheet of the keyboard, and what is kept for which view."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.views.main_window import MainWindow
from app.views.queue.column_order import USUAL, whole
from app.views.queue.column_sheet import ColumnSheet
from app.views.queue.columns import Column
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow

WIDE = (1920, 1080)


def titles(window: MainWindow) -> list[Column]:
    """The columns from left to right, as they are painted."""
    return [Column(column) for column in window.queue.view._columns_in_order()]


def drag(window: MainWindow, column: Column, onto: Column) -> None:
    """By the mouse, as a hand does."""
    header = window.queue.view.header
    row = header.height() // 2
    start = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, row)
    end = QPoint(header.sectionViewportPosition(onto) + header.sectionSize(onto) // 2, row)
    viewport = header.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(viewport, start + (end - start) * step / 10)
    QTest.mouseMove(viewport, end - QPoint(8, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end - QPoint(8, 0))


def test_a_title_is_dragged_and_stands_there_after_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(), size=WIDE)
    before = titles(window)
    assert before[-1] is Column.UPDATED
    sort = window.queue.query.sort
    drag(window, Column.UPDATED, Column.CALLER)
    after = titles(window)
    assert after != before
    assert after.index(Column.UPDATED) < before.index(Column.UPDATED)
    assert window.queue.query.sort == sort, "dragging is no click"
    with qtbot.waitSignal(window.context.background.idle):
        window.context.state.save()
    again = make_window(FakeDesk(), size=WIDE)
    assert titles(again) == after
    assert again.queue.view.grab().toImage() is not None


def test_the_keyboard_does_the_same_and_the_boxes_stay_first(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(), size=WIDE)
    usual = titles(window)
    assert window.context.actions.run("list.column_order")
    sheet = window.findChild(ColumnSheet)
    assert sheet is not None
    rows = sheet.rows
    assert rows.item(0).text().startswith("Priority")
    QTest.keyClick(rows, Qt.Key.Key_End)
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(window)[-2:] == [usual[-1], usual[-2]]
    QTest.keyClick(rows, Qt.Key.Key_Home)
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(window)[0] is Column.MARK
    sheet.usual.click()
    assert titles(window) == usual
    assert window.context.state.get("queue.column_order") is None
    QTest.keyClick(rows, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ColumnSheet) is None)


def test_in_a_low_window_the_list_scrolls_above_what_stands_below_it(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(), size=(911, 464))  # 1366x696 at 150 %
    window.context.actions.run("list.column_order")
    sheet = window.findChild(ColumnSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.usual.y() > 0)
    assert sheet.rows.geometry().bottom() < sheet.usual.geometry().top()
    assert sheet.rows.height() > 100
    sheet.close_sheet()


def test_rows_are_sorted_and_grouped_from_the_menu_of_the_view(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    menu = QMenu(window)
    window.queue.order.fill_menu(menu)
    lines = {action.text(): action for action in menu.actions()}
    assert [text for text, action in lines.items() if action.isChecked()] == ["Number"]
    with qtbot.waitSignal(window.queue.answered):
        lines["Caller"].trigger()
    assert (window.queue.query.sort, window.queue.query.descending) == ("caller", False)
    menus = [{action.text() for action in each.actions()} for each in window.queue.findChildren(QMenu)]
    assert any({"Sort by", "Group by", "Columns"} <= texts for texts in menus)


@pytest.mark.parametrize(
    ("kept", "begins"),
    [
        (None, list(USUAL[:4])),
        (("NUMBER", "MARK", "NOTHING", "NUMBER"), [Column.MARK, Column.PRIORITY, Column.STATE, Column.NUMBER]),
        (("UPDATED", "PRIORITY"), [Column.MARK, Column.UPDATED, Column.PRIORITY, Column.STATE]),
    ],
)
def test_what_was_kept_by_another_version_is_made_whole(kept: tuple[str, ...] | None, begins: list[Column]) -> None:
    order = whole(kept)
    assert sorted(order) == list(USUAL)
    assert order[:4] == begins
