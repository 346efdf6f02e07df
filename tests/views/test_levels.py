"""`P` in the list: impact and then urgency by two digits, with the priority that they would make, as one change."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.priority import SERVICENOW_3X3
from app.services.incidents.queue_dto import QueueRow
from app.views.main_window import MainWindow
from app.views.queue.levels import UrgencyPopup
from app.views.queue.page import QueuePage
from app.views.widgets.choice_popup import ChoicePopup
from tests.support.fake_desk import FakeDesk
from tests.views.test_bulk import idle, popup_of
from tests.views.window import MakeWindow


class Levels:
    """The window with a row chosen, and what its desk was asked to change."""

    def __init__(self, make_window: MakeWindow, qtbot: QtBot) -> None:
        self.desk, self.qtbot = FakeDesk(), qtbot
        self.window: MainWindow = make_window(self.desk)
        self.page: QueuePage = self.window.queue
        self.page.view.select_line(1)
        self.page.view.setFocus()
        row = self.page.current_row()
        assert row is not None
        self.row = row._replace(impact=3, urgency=3, priority=SERVICENOW_3X3.priority(3, 3))
        self.be(self.row)

    def be(self, *rows: QueueRow) -> None:
        """Have the desk and the list know rows with these levels."""
        known = {row.id: row for row in rows}
        self.desk.rows[:] = [known.get(row.id, row) for row in self.desk.rows]
        self.page.reload()
        self.qtbot.waitUntil(lambda: all(self.page.table.row_of(row.id) == row for row in rows))
        idle(self.window, self.qtbot)

    def now(self) -> tuple[int, int]:
        idle(self.window, self.qtbot)
        row = next(each for each in self.desk.rows if each.id == self.row.id)
        return row.impact, row.urgency

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys at whatever has the keyboard."""
        for key in keys:
            at = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(at, key)
            else:
                QTest.keyClick(at, key)
            QApplication.processEvents()

    @property
    def popup(self) -> ChoicePopup:
        return popup_of(self.window)

    @property
    def hints(self) -> Sequence[str]:
        rows = self.popup.rows
        return [rows.item(row).text().split()[-1] for row in range(rows.count())]


@pytest.fixture
def at(make_window: MakeWindow, qtbot: QtBot) -> Levels:
    return Levels(make_window, qtbot)


def test_two_digits_are_impact_and_urgency_in_one_change(at: Levels) -> None:
    at.press("p", "2", "1")
    assert at.now() == (2, 1)
    text = at.window.context.toasts.text
    assert "impact → Medium, urgency → High" in text
    at.window.context.actions.run("window.undo")
    assert at.now() == (3, 3), "both with one way back"


def test_each_list_says_what_priority_would_come_of_it(at: Levels) -> None:
    by = SERVICENOW_3X3.priority
    at.press("p")
    assert at.hints == [f"P{by(impact, 3)}" for impact in (1, 2, 3)]
    assert at.popup.rows.currentRow() == 2, "what it has now is chosen"
    at.press("2")
    assert at.hints == [f"P{by(2, urgency)}" for urgency in (1, 2, 3)]
    at.press(Qt.Key.Key_Return)
    assert at.now() == (2, 3)


def test_a_priority_set_by_hand_stays(at: Levels) -> None:
    at.be(at.row._replace(priority=1))
    at.press("p")
    assert at.hints == ["P1"] * 3
    at.press(Qt.Key.Key_Escape)


def test_several_rows_get_both_and_are_told_from_which_to_which(at: Levels) -> None:
    QTest.keyClick(at.page.view, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    rows = at.page.marks.chosen_rows()
    assert len(rows) == 2
    levels = ((1, 1), (3, 3))
    at.be(*(
        row._replace(impact=impact, urgency=urgency, priority=SERVICENOW_3X3.priority(impact, urgency))
        for row, (impact, urgency) in zip(rows, levels, strict=True)
    ))  # fmt: skip
    at.press("p")
    by = SERVICENOW_3X3.priority
    assert at.popup.rows.item(0).text().endswith(f"P{by(1, 1)} to P{by(1, 3)}")
    at.press("2")
    assert at.popup.rows.currentRow() == -1, "they differ, so Enter has nothing to take"
    at.press("2")
    idle(at.window, at.qtbot)
    ids = {row.id for row in rows}
    assert {(row.impact, row.urgency) for row in at.desk.rows if row.id in ids} == {(2, 2)}


@pytest.mark.parametrize("leave", ["key", "click", "enter"])
def test_one_digit_is_enough_where_something_else_follows(at: Levels, leave: str) -> None:
    at.press("p", "1")
    assert isinstance(at.popup, UrgencyPopup)
    if leave == "key":
        before = at.page.view.current_id()
        at.press("k")
        assert at.page.view.current_id() != before, "the key is the list's"
    elif leave == "click":
        at.popup.close()
    else:
        at.popup.rows.setCurrentRow(-1)
        at.press(Qt.Key.Key_Return)
    assert at.now() == (1, 3)


@pytest.mark.parametrize("key", ["Escape", "Undo"])
def test_what_takes_back_leaves_all_as_it_was(at: Levels, key: str) -> None:
    at.press("p", "1", "1")
    assert at.now() == (1, 1)
    at.press("p", "2")
    held = Qt.KeyboardModifier.NoModifier if key == "Escape" else Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(at.popup.field, Qt.Key.Key_Escape if key == "Escape" else Qt.Key.Key_Z, held)
    assert at.now() == (1, 1), "and nothing that was done before is undone"
    assert not [popup for popup in at.window.findChildren(ChoicePopup) if popup.isVisible()]


def test_a_list_that_is_read_again_leaves_the_keyboard_where_it_is(at: Levels) -> None:
    at.press("p")
    field = at.popup.field
    at.page.reload()
    idle(at.window, at.qtbot)
    assert QApplication.focusWidget() is field
    at.press("1", "2")
    assert at.now() == (1, 2)
