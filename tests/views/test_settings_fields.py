"""The fields of the settings: lengths, thresholds on a bar, rows in an order, holidays and conditions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.calendar import WHOLE_DAY, Calendar, Holiday, Span
from app.domain.instants import HOUR, MINUTE
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.sla.thresholds import BREACH, after_due, before_due, percent
from app.views.settings_page.calendars.day_cards import HolidaysCard, SpecialDaysCard
from app.views.settings_page.calendars.typed_days import TypedDays
from app.views.settings_page.conditions import Conditions
from app.views.settings_page.policies.editor import PolicyEditor
from app.views.settings_page.publish_bar import PublishBar
from app.views.settings_page.try_it.drawing import MOST_DAYS, Moment, columns
from app.views.settings_page.try_it.picture import WeekPicture
from app.views.toolkit.theme import Theme
from app.views.widgets.choice_popup import Option
from app.views.widgets.duration_field import INHERITED, DurationField
from app.views.widgets.order_list import OrderItem, OrderList
from app.views.widgets.threshold_bar import ThresholdBar

W = TypeVar("W", bound=QWidget)
Show = Callable[[W], W]
OFFICE = (*[(Span(8 * 3600, 17 * 3600),)] * 5, (), ())
POLICY = Policy("p", 1, "Standard", {Clock.RESPONSE: 4 * HOUR, Clock.RESOLUTION: 27 * HOUR})
TODAY = date(2026, 11, 24)
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    def on_screen(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return on_screen


def enter(field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]  # a line edit
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_length_is_typed_in_hours_and_shows_working_days(show: Show[DurationField]) -> None:
    field = show(DurationField("Resolution"))
    told: list[object] = []
    field.changed.connect(told.append)
    field.show_value(4 * HOUR, week=OFFICE)
    enter(field.line, "27h")
    assert told == [27 * HOUR]
    assert (field.line.text(), field.days.text()) == ("27 h", "= 3 working days")


def test_a_day_is_refused_in_place_and_stays_typed(show: Show[DurationField]) -> None:
    field = show(DurationField("Resolution"))
    said: list[str] = []
    field.refused.connect(said.append)
    field.show_value(4 * HOUR, week=OFFICE)
    enter(field.line, "3 d")
    assert said[0].startswith("Resolution: A day is no unit here. Write the hours of this calendar: 27 h")
    assert (field.line.text(), field.value) == ("3 d", 4 * HOUR)
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == "4 h"


def test_an_empty_length_is_inherited_and_none_is_none(show: Show[DurationField]) -> None:
    field = show(DurationField("Resolution", inherits=True))
    told: list[object] = []
    field.changed.connect(told.append)
    field.show_value(4 * HOUR, other=8 * HOUR)
    enter(field.line, "none")
    field.line.clear()
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == [None, INHERITED]
    assert field.line.placeholderText() == "8 h"


def test_thresholds_move_on_the_bar_by_keys(show: Show[ThresholdBar]) -> None:
    bar = show(ThresholdBar("Thresholds"))
    bar.show_thresholds((percent(75), before_due(30 * MINUTE), percent(50)), 4 * HOUR)
    assert list(bar.thresholds) == [percent(50), percent(75), before_due(30 * MINUTE)]
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert bar.thresholds[0] == percent(55)
    QTest.keyClick(bar, Qt.Key.Key_Down)
    QTest.keyClick(bar, Qt.Key.Key_Delete)
    assert list(bar.thresholds) == [percent(55), before_due(30 * MINUTE)]
    QTest.keyClick(bar, Qt.Key.Key_Plus)
    assert len(bar.thresholds) == 3
    assert "30 m before due" in bar.accessibleName()


def test_a_click_on_the_free_bar_adds_a_round_percentage(show: Show[ThresholdBar]) -> None:
    bar = show(ThresholdBar("Thresholds"))
    bar.resize(540, 66)
    bar.show_thresholds((), 4 * HOUR)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    assert [one.amount % 50_000 for one in bar.thresholds] == [0]


def test_rows_move_with_alt_and_arrows(show: Show[OrderList]) -> None:
    rows = show(OrderList("Policies"))
    moved: list[tuple[int, int]] = []
    picked: list[str] = []
    rows.moved.connect(lambda source, target: moved.append((source, target)))
    rows.picked.connect(picked.append)
    rows.show_items([OrderItem("a", "First"), OrderItem("b", "Second", tone="red")], "a")
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Up, _ALT)
    QTest.keyClick(rows, Qt.Key.Key_Down, _ALT)
    assert (picked, moved) == (["b"], [(1, 0)])
    assert rows.item(1).text() == "Second, has an error"
    rows.set_fixed(True)
    QTest.keyClick(rows, Qt.Key.Key_Up, _ALT)
    assert len(moved) == 1


@pytest.mark.parametrize(("grabbed", "height", "target"), [(0, 145, 2), (2, 3, 0), (0, 400, 2), (1, 70, None)])
def test_rows_move_where_they_are_dropped(show: Show[OrderList], grabbed: int, height: int, target: int | None) -> None:
    rows = show(OrderList("Policies"))
    rows.resize(300, 400)
    rows.show_items([OrderItem(key, key) for key in "abc"], "abc"[grabbed])
    moved: list[tuple[int, int]] = []
    rows.moved.connect(lambda source, target: moved.append((source, target)))
    data = QMimeData()
    place, action = QPointF(50, height), Qt.DropAction.MoveAction
    left = Qt.MouseButton.LeftButton
    over = QDragMoveEvent(place.toPoint(), action, data, left, Qt.KeyboardModifier.NoModifier)
    rows.dragMoveEvent(over)
    rows.dropEvent(QDropEvent(place, action, data, left, Qt.KeyboardModifier.NoModifier))
    assert moved == ([] if target is None else [(grabbed, target)])
    assert rows.count() == 3


def test_typed_days_keep_what_cannot_be_read(show: Show[TypedDays]) -> None:
    days = show(TypedDays())
    said: list[str] = []
    days.refused.connect(said.append)
    days.show_week(OFFICE)
    enter(days.lines[5], "nine to noon")
    assert "Saturday" in said[0]
    assert days.unread() == {"5": "nine to noon"}
    enter(days.lines[5], "9-12")
    assert days.week[5] == (Span(9 * 3600, 12 * 3600),)
    days.copy_day(5, (6,))
    assert days.lines[6].text() == "09:00-12:00"


def test_own_holidays_and_special_days_are_added_and_taken_away(show: Show[QWidget]) -> None:
    card = show(HolidaysCard())
    assert isinstance(card, HolidaysCard)
    card.changed.connect(lambda holidays: card.show_holidays(holidays, TODAY))
    card.show_holidays((Holiday(date(2026, 1, 1), WHOLE_DAY, "New Year"),), TODAY)
    assert not card.lines, "days in the past are folded away"
    card.line.put(["2026-12-24", "Christmas Eve", "12-24"])
    card.line.add.click()
    assert [holiday.name for holiday in card.holidays] == ["New Year", "Christmas Eve"]
    assert card.line.texts() == ["", "", ""]
    card.lines[0].cross.click()
    assert [holiday.name for holiday in card.holidays] == ["New Year"]


def test_a_day_that_cannot_be_read_is_refused_in_the_card(show: Show[QWidget]) -> None:
    card = show(SpecialDaysCard())
    assert isinstance(card, SpecialDaysCard)
    card.line.put(["24.12.", "closed"])
    card.line.add.click()
    assert "Write it like" in card.refusal.text()
    assert card.line.texts() == ["24.12.", "closed"]


def test_conditions_are_built_from_values(show: Show[Conditions]) -> None:
    box = show(Conditions("Takes all."))
    box.set_choices({Trait.SERVICE: (Option("s1", "Mail"), Option("s2", "Phones"))})
    box.begin(Trait.SERVICE)
    assert list(box.conditions) == [Condition(Trait.SERVICE, frozenset())]
    box.lines[0]._take(Option("s2", "Phones"))
    box.lines[0]._take(Option("s1", "Mail"))
    assert box.conditions[0].values == {"s1", "s2"}
    box.lines[0]._drop("Mail")
    assert box.conditions[0].values == {"s2"}
    box.lines[0].cross.click()
    assert not box.conditions
    assert not box.always.isHidden()


@pytest.fixture
def editor(show: Show[QWidget]) -> PolicyEditor:
    made = show(PolicyEditor(["Critical", "High"]))
    assert isinstance(made, PolicyEditor)
    made.set_calendars({"c": ("Office hours", Calendar("Europe/Berlin", OFFICE))})
    made.show_policy(replace(POLICY, calendar_id="c"))
    return made


def test_a_target_of_a_priority_is_typed(editor: PolicyEditor) -> None:
    told: list[Policy] = []
    editor.changed.connect(told.append)
    enter(editor.matrix.cells["1", Clock.RESOLUTION].line, "4 h")
    enter(editor.matrix.cells["", Clock.RESPONSE].line, "2 h")
    assert told[-1].by_priority == {"1": {Clock.RESOLUTION: 4 * HOUR}}
    assert told[-1].targets == {Clock.RESPONSE: 2 * HOUR, Clock.RESOLUTION: 27 * HOUR}
    assert editor.matrix.cells["2", Clock.RESOLUTION].days.text() == "= 3 working days"


def test_pauses_are_ticked_and_a_clock_without_any_is_left_out(editor: PolicyEditor) -> None:
    editor.pauses.heads[Clock.UPDATE].click()
    editor.pauses.boxes["awaiting_vendor", Clock.RESOLUTION].click()
    assert editor.policy is not None
    assert Clock.UPDATE not in editor.policy.pauses
    assert "awaiting_vendor" not in editor.policy.pauses[Clock.RESOLUTION]
    assert "awaiting_caller" in editor.policy.pauses[Clock.RESOLUTION]


def test_thresholds_are_typed(editor: PolicyEditor) -> None:
    row = editor.thresholds.rows[Clock.RESOLUTION]
    enter(row.line, "80 %, 1 h before, breach, 2 h after")
    assert editor.policy is not None
    assert editor.policy.thresholds[Clock.RESOLUTION] == (percent(80), before_due(HOUR), BREACH, after_due(2 * HOUR))
    said: list[str] = []
    editor.refused.connect(said.append)
    enter(row.line, "80")
    assert "is no threshold" in said[0]
    assert editor.policy.thresholds[Clock.RESOLUTION][0] == percent(80)


def test_priorities_that_conditions_rule_out_have_no_row(editor: PolicyEditor) -> None:
    assert editor.policy is not None
    only_one = (Condition(Trait.PRIORITY, frozenset({"1"})),)
    editor.show_policy(replace(editor.policy, conditions=only_one))
    assert editor.matrix.cells["1", Clock.UPDATE].isHidden(), "the line of every priority says it already"
    own = {"1": {Clock.RESPONSE: HOUR}}
    editor.show_policy(replace(editor.policy, conditions=only_one, by_priority=own))
    assert not editor.matrix.cells["1", Clock.UPDATE].isHidden()
    assert editor.matrix.cells["2", Clock.UPDATE].isHidden()


def test_publishing_asks_in_place(show: Show[PublishBar]) -> None:
    bar = show(PublishBar())
    told: list[str] = []
    bar.publish_wanted.connect(told.append)
    bar.show_state("Version 2", changed=False, editable=True)
    assert bar.publish.isHidden()
    bar.show_state("Hours of Monday", changed=True, editable=True)
    bar.publish.click()
    assert not bar.panel.isHidden()
    assert told == []
    QTest.keyClicks(bar.note, "Longer Mondays")
    QTest.keyClick(bar.note, Qt.Key.Key_Return)
    assert told == ["Longer Mondays"]
    bar.refuse(["It never opens."])
    assert bar.refusal.text() == "It never opens."
    assert bar.note.text() == "Longer Mondays"
    bar.show_state("Hours of Monday", changed=True, editable=False)
    assert bar.publish.isHidden()
    assert bar.panel.isHidden()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC)


def test_a_life_is_drawn_on_its_days() -> None:
    calendar = Calendar("Europe/Berlin", OFFICE, (Holiday(date(2026, 12, 23)),))
    due = Moment(at(24, 9), "Due", "red", is_due=True)
    drawn = columns(calendar, at(22, 14, 20), [(at(22, 23), at(23, 1))], [due])
    assert [column.day for column in drawn] == [date(2026, 12, day) for day in (22, 23, 24)]
    assert drawn[0].open == (Span(8 * 3600, 17 * 3600),)
    assert drawn[1].open == ()
    assert (drawn[0].before, drawn[2].after) == (15 * 3600 + 1200, 10 * 3600)
    assert drawn[1].paused == (Span(0, 2 * 3600),), "23:00 UTC is midnight in Berlin"
    assert drawn[2].marks[0].second == 10 * 3600


def test_a_long_life_leaves_days_out(show: Show[WeekPicture]) -> None:
    calendar = Calendar("Europe/Berlin", OFFICE)
    drawn = columns(calendar, at(1, 9), [], [Moment(at(30, 9), "Due", "red", is_due=True)])
    assert len(drawn) == MOST_DAYS
    assert [column.left_out for column in drawn if column.day is None] == [17]
    assert drawn[-1].day == date(2026, 12, 30)
    picture = show(WeekPicture())
    picture.show_columns(drawn, "Due on 30 December")
    assert not picture.grab().isNull()
