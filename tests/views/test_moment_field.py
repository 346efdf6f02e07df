"""A day and a time to type: the month that opens at it, its look, and languages that run from right to left."""

from datetime import UTC, datetime
from typing import Final

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDateTimeEdit
from pytestqt.qtbot import QtBot

from app.views.toolkit.formats import Formats
from app.views.toolkit.theme import Theme, colour
from app.views.widgets.choice_popup import ChoicePopup
from app.views.widgets.day_popup import DayPopup
from app.views.widgets.moment_field import MomentField

NOW: Final = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
HERE: Final = "ddd d MMM yyyy  HH:mm"


def shown_field(qtbot: QtBot, locale: str = "en_GB", *, ahead: bool = True) -> MomentField:
    field = MomentField("Promised until", HERE, lambda: NOW, lambda: Formats(UTC, QLocale(locale)), ahead=ahead)
    qtbot.addWidget(field)
    field.show_moment(NOW)
    field.resize(field.sizeHint())
    field.show()
    field.setFocus()
    return field


def popup_of(field: MomentField) -> DayPopup:
    found = [popup for popup in field.findChildren(DayPopup) if popup.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier])
def test_the_month_opens_by_keys_and_keeps_the_time_of_day(
    theme: Theme, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    field = shown_field(qtbot)
    key = Qt.Key.Key_Down if modifier == Qt.KeyboardModifier.AltModifier else Qt.Key.Key_F4
    QTest.keyClick(field, key, modifier)
    popup = popup_of(field)
    grid = popup.month.findChild(QAbstractItemView)
    assert grid is not None
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert field.moment() == datetime(2026, 12, 1, 14, 5, tzinfo=UTC)


def test_esc_leaves_the_day_as_it_was(theme: Theme, qtbot: QtBot) -> None:
    field = shown_field(qtbot)
    popup = field.open_month()
    grid = popup.month.findChild(QAbstractItemView)
    assert grid is not None
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.moment() == NOW


def test_the_picture_opens_the_month_and_the_text_does_not(theme: Theme, qtbot: QtBot) -> None:
    field = shown_field(qtbot)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 14, field.height() // 2))
    popup = popup_of(field)
    popup.month.clicked.emit(QDate(2026, 11, 30))
    assert field.moment().day == 30
    assert not popup.isVisible()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, field.height() // 2))
    assert not any(each.isVisible() for each in field.findChildren(DayPopup))


@pytest.mark.parametrize("mode", ["light", "dark", "high_light", "high_dark"])
def test_the_field_is_the_desks_own_from_edge_to_edge(theme: Theme, qtbot: QtBot, mode: str) -> None:
    """No square of the platform at its end: all that is painted are the surface, its border and ring, and the inks."""
    theme.use(mode)
    field = shown_field(qtbot)
    field.clearFocus()
    image = field.grab().toImage()
    end = {image.pixelColor(x, y).name() for x in range(image.width() - 30, image.width() - 4) for y in (6, 24)}
    assert end == {QColor(colour("surface")).name()}
    written = {image.pixelColor(x, image.height() // 2).name() for x in range(8, 120)}
    assert len(written) > 3, "the text is not seen"


def test_a_date_keeps_its_order_where_lines_run_from_right_to_left(theme: Theme, qtbot: QtBot) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        field = shown_field(qtbot)
        assert field.text().endswith("14:05")
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(14, field.height() // 2))
        popup = popup_of(field)
        assert popup.isRightToLeft()
        popup.close()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_moment_of_a_year_has_room(theme: Theme, qtbot: QtBot) -> None:
    field = shown_field(qtbot)
    line = field.lineEdit()
    for month in range(1, 13):
        field.setDate(QDate(2026, month, 25))
        assert line.fontMetrics().horizontalAdvance(field.text()) <= line.width() - 4


def line_of(field: MomentField) -> ChoicePopup:
    found = [popup for popup in field.findChildren(ChoicePopup) if popup.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("locale", "typed", "said", "meant"),
    [
        ("de_DE", "24.12. 14:00", "Donnerstag, 24. Dezember 2026 14:00", datetime(2026, 12, 24, 14, tzinfo=UTC)),
        ("en_US", "12/24", "Thursday, December 24, 2026 9:00", datetime(2026, 12, 24, 9, tzinfo=UTC)),
        ("en_GB", "3/1", "Sunday, 3 January 2027 09:00", datetime(2027, 1, 3, 9, tzinfo=UTC)),
        ("en_GB", "tomorrow 8", "Wednesday, 25 November 2026 08:00", datetime(2026, 11, 25, 8, tzinfo=UTC)),
    ],
)
def test_a_date_is_typed_as_the_reader_writes_it_and_said_before_it_is_taken(
    theme: Theme, qtbot: QtBot, locale: str, typed: str, said: str, meant: datetime
) -> None:
    field = shown_field(qtbot, locale)
    QTest.keyClicks(field, typed[0])
    line = line_of(field)
    QTest.keyClicks(line.field, typed[1:])
    assert len(line.options()) == 1
    assert line.options()[0].replace("\u202f", " ").startswith(said)
    assert field.moment() == NOW
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert field.moment() == meant


def test_esc_and_what_is_no_time_to_come_leave_it_as_it_was(theme: Theme, qtbot: QtBot) -> None:
    field = shown_field(qtbot, "de_DE")
    line = field.open_line("1.11.2026")
    assert line.options() == []
    assert "24.12." in line.nothing.text()
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert field.moment() == NOW
    field.open_line("24.12.")
    QTest.keyClick(line_of(field).field, Qt.Key.Key_Escape)
    assert field.moment() == NOW


def test_where_it_may_be_over_the_nearest_day_is_meant(theme: Theme, qtbot: QtBot) -> None:
    field = shown_field(qtbot, "de_DE", ahead=False)
    QTest.keyClick(field.open_line("23.11. 6").field, Qt.Key.Key_Return)
    assert field.moment() == datetime(2026, 11, 23, 6, tzinfo=UTC)


def test_figures_of_the_time_are_typed_in_place(theme: Theme, qtbot: QtBot) -> None:
    field = shown_field(qtbot)
    field.setSelectedSection(QDateTimeEdit.Section.HourSection)
    QTest.keyClicks(field, "16")
    field.setSelectedSection(QDateTimeEdit.Section.MinuteSection)
    QTest.keyClicks(field, "30")
    assert field.moment() == NOW.replace(hour=16, minute=30)
    assert not field.findChildren(ChoicePopup)
