"""Selecting for several: from a head, a whole group, and the box that stands above those of the rows."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.views.main_window import MainWindow
from app.views.queue.columns import Column
from app.views.queue.queue_table import QueueTable
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow


def under_heads(desk: FakeDesk) -> list[set[str]]:
    """The incidents of each group, as the desk has them."""
    levels = sorted({row.priority for row in desk.rows})
    return [{row.id for row in desk.rows if row.priority == level} for level in levels]


def stand_on_head(window: MainWindow, number: int = 0) -> str:
    view = window.queue.view
    view.select_line(window.queue.table.layout_of_lines.head_lines()[number])
    view.setFocus()
    head = window.queue.table.head_at(view.currentIndex().row())
    assert head is not None
    return head.group.key


def press(window: MainWindow, key: str) -> None:
    QTest.keyClicks(window.queue.view, key)


def click_box_of_all(window: MainWindow) -> None:
    header = window.queue.view.header
    place = QPoint(header.sectionViewportPosition(Column.MARK) + 18, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_x_on_a_head_selects_its_group_and_x_again_no_more(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    table, (first, second, *_others) = window.queue.table, under_heads(desk)
    stand_on_head(window)
    press(window, "x")
    qtbot.waitUntil(lambda: table.marked == first)
    assert not window.context.toasts.text, "nobody is asked to select an incident first"
    stand_on_head(window, 1)
    press(window, "x")
    qtbot.waitUntil(lambda: table.marked == first | second)
    press(window, "x")
    qtbot.waitUntil(lambda: table.marked == first)


def test_a_group_that_is_closed_or_selected_in_part_is_selected_whole(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page, first = window.queue, under_heads(desk)[0]
    page.view.select_line(1)
    press(window, "x")
    assert len(page.table.marked) == 1
    with qtbot.waitSignal(page.answered):
        page.order.collapse(frozenset({stand_on_head(window)}))
    press(window, "x")
    qtbot.waitUntil(lambda: page.table.marked == first)


def test_from_a_head_selecting_goes_on_with_the_row_below_and_the_one_above(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    view, table = window.queue.view, window.queue.table
    stand_on_head(window, 1)
    line = view.currentIndex().row()
    window.context.actions.run("list.mark_next")
    below = view.current_id()
    assert table.marked == {below}
    assert view.currentIndex().row() == line + 1
    stand_on_head(window, 1)
    window.context.actions.run("list.mark_previous")
    assert view.currentIndex().row() == line - 1
    assert table.marked == {below, view.current_id()}


def test_the_box_above_the_rows_selects_all_and_none(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    table = window.queue.table
    assert table.marks_of_all() == Qt.CheckState.Unchecked
    window.queue.view.select_line(1)
    press(window, "x")
    assert table.marks_of_all() == Qt.CheckState.PartiallyChecked
    click_box_of_all(window)
    qtbot.waitUntil(lambda: len(table.marked) == table.layout_of_lines.summary.total)
    assert table.marks_of_all() == Qt.CheckState.Checked
    sorted_before = window.queue.query
    click_box_of_all(window)
    assert not table.marked
    assert window.queue.query == sorted_before, "it is no title to sort by"


def test_the_box_shows_what_is_selected(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    header, table = window.queue.view.header, window.queue.table

    def box() -> bytes:
        image = header.viewport().grab(header.viewport().rect().adjusted(0, 0, 36 - header.width(), 0)).toImage()
        return bytes(image.constBits())

    none = box()
    mark(table, 1)
    some = box()
    mark(table, table.layout_of_lines.summary.total)
    assert len({none, some, box()}) == 3


def mark(table: QueueTable, count: int) -> None:
    table.set_marked([row.id for row in table.first_rows(count)], marked=True)


def test_cards_show_which_are_selected_and_are_selected_by_a_click(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), size=(1100, 700))
    view, table = window.queue.view, window.queue.table
    assert view.painter.card
    line = table.layout_of_lines.head_lines()[0] + 3
    row = table.row_at(line)
    assert row is not None

    def card() -> QImage:
        view.painter.hovered = -1
        top = view.rowViewportPosition(line)
        return view.viewport().grab(QRect(0, top, 60, view.rowHeight(line))).toImage()

    before = card()
    place = QPoint(20, view.rowViewportPosition(line) + 40)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.marked == {row.id}
    assert card() != before
    spoken = table.data(table.index(line, Column.SUMMARY), Qt.ItemDataRole.AccessibleTextRole.value)
    assert spoken.startswith("Selected: ")
    assert view.current_id() != row.id, "the box selects for several and goes nowhere"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(0, 30))
    assert view.current_id() == row.id, "above it stands the card itself"
