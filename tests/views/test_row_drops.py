"""Rows dragged on the side bar: reassigned with a way back; what is selected for several goes together."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.views.main_window import MainWindow
from app.views.queue.row_drag import RowDrag, data_of, ids_in
from app.views.shell.nav_item import NavItem
from app.views.shell.sidebar import ViewLine
from tests.support.fake_desk import ME, FakeDesk
from tests.views.window import MakeWindow

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def dragged(window: MainWindow, line: int, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the hand carries that presses on a line and goes on; nothing is really dragged, that needs a screen."""
    carried: list[tuple[str, ...]] = []

    def start(_drag: RowDrag, ids: Sequence[str]) -> None:
        carried.append(tuple(ids))

    monkeypatch.setattr(RowDrag, "start", start)
    view = window.queue.view
    at = view.visualRect(view.table.index(line, 4)).center()
    QTest.mousePress(view.viewport(), _LEFT, _NONE, at)
    QTest.mouseMove(view.viewport(), at + QPoint(2, 0))
    assert not carried, "a hand that trembles drags nothing"
    QTest.mouseMove(view.viewport(), at + QPoint(0, 2 * QApplication.startDragDistance()))
    QTest.mouseMove(view.viewport(), at + QPoint(0, 4 * QApplication.startDragDistance()))
    QTest.mouseRelease(view.viewport(), _LEFT, _NONE, at)
    return carried


def drop(item: NavItem, data: QMimeData) -> bool:
    """Hold it over a line and let go; whether the line took it."""
    move, buttons = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    over = QDragEnterEvent(QPoint(4, 4), move, data, buttons, _NONE)
    over.ignore()
    QApplication.sendEvent(item, over)
    if over.isAccepted():
        QApplication.sendEvent(item, QDropEvent(QPointF(4, 4), move, data, buttons, _NONE))
    return over.isAccepted()


def test_a_row_is_dragged_alone_or_with_all_that_are_selected(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(FakeDesk())
    view = window.queue.view
    first, second = (view.table.row_at(line) for line in (1, 2))
    assert first is not None
    assert second is not None
    assert dragged(window, 1, monkeypatch) == [(first.id,)]
    assert view.current_id() == first.id, "nothing is selected on the way"
    view.select_line(1)
    window.queue.marks.extend(1)
    assert dragged(window, 2, monkeypatch) == [tuple(sorted((first.id, second.id)))]
    assert view.table.head_at(0) is not None
    assert dragged(window, 0, monkeypatch) == []


def test_dropped_on_a_group_or_a_view_it_is_reassigned_and_comes_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    row = window.queue.current_row()
    assert row is not None
    before = {each.id: each for each in desk.rows}
    group = next(item for item in window.sidebar._group_items if item.text() != row.group_name)
    assert drop(group, data_of([row.id]))
    qtbot.waitUntil(lambda: "assignment group → " in window.context.toasts.text)
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: {each.id: each for each in desk.rows} == before)
    assert drop(window.sidebar._items["unassigned"], data_of([row.id]))
    qtbot.waitUntil(lambda: next(each for each in desk.rows if each.id == row.id).assignee_id is None)
    assert drop(window.sidebar._items["mine"], data_of([row.id]))
    qtbot.waitUntil(lambda: next(each for each in desk.rows if each.id == row.id).assignee_id == ME.person_id)


def test_nothing_else_is_taken(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    text = QMimeData()
    text.setText("words")
    assert ids_in(text) == ()
    assert not drop(window.sidebar._items["mine"], text)
    assert not drop(window.sidebar._items["knowledge"], data_of(["a"])), "only where one can be assigned"


def test_a_saved_view_takes_nothing_and_says_why(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.sidebar.set_views((ViewLine("v1", "Urgent network", "star", 3),))
    item = window.sidebar._view_items["v1"]
    assert not drop(item, data_of([window.queue.table.row_at(1).id]))  # type: ignore[union-attr]  # there are rows
    assert QToolTip.text().startswith("A view shows what its filter finds")
    QToolTip.hideText()
