"""The week that is painted with the mouse or with keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.calendar import CLOSED_WEEK, Span, weekly_seconds
from app.domain.week_painting import Week
from app.views.toolkit.theme import Theme
from app.views.widgets.week_grid import WeekGrid

NINE, TEN = 9 * 3600, 10 * 3600
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(theme: Theme, qtbot: QtBot) -> WeekGrid:
    made = WeekGrid()
    qtbot.addWidget(made)
    made.resize(640, 440)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def place(grid: WeekGrid, day: int, hour: float) -> QPoint:
    column = grid._column(day)
    return QPoint(int(column.center().x()), int(grid._y(hour * 3600)) + 1)


def drag(grid: WeekGrid, begin: tuple[int, float], end: tuple[int, float]) -> None:
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=place(grid, *begin))
    QTest.mouseMove(grid, place(grid, *end))
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=place(grid, *end))


def test_dragging_opens_a_block_of_days(grid: WeekGrid) -> None:
    told: list[Week] = []
    grid.changed.connect(told.append)
    drag(grid, (0, 9), (4, 16.75))
    assert grid.week == (*[(Span(NINE, 17 * 3600),)] * 5, (), ())
    assert told == [grid.week]


def test_dragging_from_open_time_closes(grid: WeekGrid) -> None:
    drag(grid, (0, 9), (0, 16.75))
    drag(grid, (0, 12), (0, 12.75))
    assert grid.week[0] == (Span(NINE, 12 * 3600), Span(13 * 3600, 17 * 3600))


def test_arrows_shift_and_space_do_the_same(grid: WeekGrid) -> None:
    grid.choose(0, 36)
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Down, _SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Right, _SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert grid.week[:3] == ((Span(NINE, TEN),), (Span(NINE, TEN),), ())
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert grid.week == CLOSED_WEEK


def test_control_moves_by_an_hour_and_edges_hold(grid: WeekGrid) -> None:
    grid.choose(0, 0)
    QTest.keyClick(grid, Qt.Key.Key_Down, _CTRL)
    assert grid.span() == Span(3600, 3600 + 900)
    QTest.keyClick(grid, Qt.Key.Key_Home)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert (grid.days(), grid.span().start) == ((0,), 0)
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.span().end == 24 * 3600


def test_digits_type_hours_for_the_chosen_days(grid: WeekGrid) -> None:
    grid.choose(0, 0)
    grid.choose(4, 0, extend=True)
    QTest.keyClicks(grid, "0")
    assert grid.typing.isVisible()
    QTest.keyClicks(grid.typing, "8:00-18:00")
    QTest.keyClick(grid.typing, Qt.Key.Key_Return)
    assert weekly_seconds(grid.week) == 50 * 3600
    assert not grid.typing.isVisible()
    assert grid.hasFocus()


def test_hours_that_cannot_be_read_stay_to_be_mended(grid: WeekGrid) -> None:
    said: list[str] = []
    grid.refused.connect(said.append)
    QTest.keyClicks(grid, "9")
    QTest.keyClicks(grid.typing, " to nowhere")
    QTest.keyClick(grid.typing, Qt.Key.Key_Return)
    assert "are no hours" in said[0]
    assert grid.typing.text() == "9 to nowhere"
    QTest.keyClick(grid.typing, Qt.Key.Key_Escape)
    assert (grid.week, grid.typing.isVisible()) == (CLOSED_WEEK, False)


def test_a_night_says_what_became_of_it(grid: WeekGrid) -> None:
    notes: list[str] = []
    grid.noted.connect(notes.append)
    grid.choose(4, 80)
    grid.begin_typing("22:00-06:00")
    QTest.keyClick(grid.typing, Qt.Key.Key_Return)
    assert grid.week[5] == (Span(0, 6 * 3600),)
    assert "Saturday" in notes[0]


def test_what_may_only_be_read_stays(grid: WeekGrid) -> None:
    grid.set_fixed(True)
    drag(grid, (0, 9), (4, 17))
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClicks(grid, "8")
    assert grid.week == CLOSED_WEEK
    assert not grid.typing.isVisible()


def test_it_says_where_the_cursor_is(grid: WeekGrid) -> None:
    drag(grid, (1, 9), (1, 16.75))
    grid.choose(1, 40)
    assert grid.accessibleName() == "Opening hours of the week: Tuesday 10:00 to 10:15, open"
    assert grid.accessibleDescription() == "Tuesday, 09:00 to 17:00"


def test_it_paints_in_both_themes(grid: WeekGrid, theme: Theme) -> None:
    drag(grid, (0, 9), (4, 16.75))
    light = grid.grab().toImage()
    theme.use("dark")
    assert grid.grab().toImage() != light
