"""The list under the filter: fields, values with their numbers, what was probably meant, and the filters before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import qGray
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services.incidents.queue_dto import Suggestion
from app.views.main_window import MainWindow
from app.views.shell.filter_help import FilterHelp
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow


def help_of(window: MainWindow) -> FilterHelp:
    window.focus_filter()
    window.top.filter.clear()
    found = window.findChild(FilterHelp)
    assert found is not None
    return found


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.top.filter.field, key)


def write(window: MainWindow, text: str) -> None:
    QTest.keyClicks(window.top.filter.field, text)


def test_fields_are_offered_with_what_they_are_about(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    shown = help_of(window)
    write(window, "re")
    assert shown.options()[0] == "requester: who called"
    assert "resolved: when it was resolved" in shown.options()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.top.filter.field.text() == "requester:", "and the values follow at once"
    assert "me" in shown.options()


def test_values_come_with_how_many_they_would_leave(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.queue.suggestions = (Suggestion("Network", 12), Suggestion("Field Service", 1))
    window = make_window(desk)
    shown = help_of(window)
    write(window, "is:open ")
    write(window, "team:e")
    qtbot.waitUntil(lambda: "Network" in " ".join(shown.options()))
    assert shown.options()[:2] == ["Network 12 incidents", "Field Service 1 incident"]
    assert desk.queue.suggested[-1] == ("is:open", "team", "e")
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.queue.answered):
        press(window, Qt.Key.Key_Tab)
    assert window.top.filter.chips() == ["is:open", 'team:"field service"']
    assert not shown.isVisible()
    assert window.queue.filter_text() == 'is:open team:"field service"'


def test_values_stay_while_one_goes_on_typing_as_far_as_they_fit(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.queue.suggestions = (Suggestion("Network", 12), Suggestion("Field Service", 1))
    window = make_window(desk)
    shown = help_of(window)
    write(window, "team:")
    qtbot.waitUntil(lambda: "Network 12 incidents" in shown.options())
    write(window, "net")
    assert shown.options() == ["Network 12 incidents"], "a quick hand takes it"
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.top.filter.chips() == ["team:network"]


def test_values_of_two_words_are_offered_as_one_writes_them(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.queue.suggestions = (Suggestion("on_track", 12), Suggestion("met", 0))
    window = make_window(desk)
    shown = help_of(window)
    write(window, "sla:on")
    assert shown.options()[0].startswith("on-track")
    write(window, "-t")
    qtbot.waitUntil(lambda: shown.options() == ["on-track 12 incidents"])
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.top.filter.chips() == ["sla:on-track"]
    assert window.queue.filter_text() == "sla:on-track"


def test_values_that_find_nothing_are_pale(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.queue.suggestions = (Suggestion("met", 3), Suggestion("missed", 0))
    window = make_window(desk)
    shown = help_of(window)
    write(window, "sla:m")
    qtbot.waitUntil(lambda: shown.options() == ["met 3 incidents", "missed 0 incidents"])

    def inks(row: int) -> set[int]:
        box = shown.rows.visualItemRect(shown.rows.item(row))
        image = shown.rows.viewport().grab(box.adjusted(10, 4, -box.width() + 40, -4)).toImage()
        return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}

    darkest = [min(qGray(ink) for ink in inks(row)) for row in (0, 1)]
    assert darkest[0] + 20 < darkest[1], darkest


def test_what_was_probably_meant_is_one_key_away(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    shown = help_of(window)
    write(window, "prio:1")
    assert shown.options() == ["priority:1 did you mean this?"]
    assert "Did you mean priority:" in shown.said.text()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.top.filter.chips() == ["priority:1"]


def test_what_cannot_be_read_is_explained_in_place(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    shown = help_of(window)
    write(window, "age:old")
    assert shown.isVisible()
    assert shown.options() == []
    assert "Write an age" in shown.said.text()


def test_of_several_that_cannot_be_read_each_is_underlined_and_explained_the_first_first(
    make_window: MakeWindow,
) -> None:
    window = make_window(FakeDesk())
    shown = help_of(window)
    write(window, "foo:bar age:old is:opne")
    said = shown.said.text().split("\n")
    assert [line.partition(" ")[0] for line in said] == ["foo:", "age:old", "is:opne"]
    assert shown.options() == ["is:open did you mean this?"]
    assert len(window.top.filter.field.underlined()) == 3
    assert shown.said.height() >= shown.said.heightForWidth(shown.said.width()), "nothing of it is cut"
    assert shown.rows.geometry().bottom() < shown.height()


def test_enter_filters_when_nothing_was_chosen(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    shown = help_of(window)
    write(window, "is:wai")
    assert shown.options() == ["waiting"]
    write(window, "ting")
    assert shown.options() == []
    press(window, Qt.Key.Key_Return)
    assert window.queue.filter_text() == "is:waiting"


def test_the_filters_before_come_back_with_the_arrow_keys(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    for text in ("is:waiting", "priority:1"):
        help_of(window)
        write(window, text)
        press(window, Qt.Key.Key_Return)
    shown = help_of(window)
    press(window, Qt.Key.Key_Up)
    assert shown.options() == ["priority:1", "is:waiting"]
    press(window, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert window.top.filter.field.hasFocus(), "the first Escape closes the list, not the field"
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Return)
    assert window.queue.filter_text() == "priority:1", "the newest is chosen as soon as they are there"
    help_of(window)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert window.queue.filter_text() == "is:waiting"


@pytest.mark.parametrize("size", [(1440, 900), (800, 600)])
def test_it_stays_inside_the_window(make_window: MakeWindow, size: tuple[int, int]) -> None:
    window = make_window(FakeDesk(), size=size)
    shown = help_of(window)
    write(window, "is:")
    assert shown.isVisible()
    assert window.ground.rect().contains(shown.geometry())


def test_a_term_that_is_being_typed_is_not_replaced_by_a_filter_before(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    help_of(window)
    write(window, "is:waiting")
    press(window, Qt.Key.Key_Return)
    shown = help_of(window)
    write(window, "team:net")
    press(window, Qt.Key.Key_Down)
    assert shown.options() == []
    press(window, Qt.Key.Key_Return)
    assert window.queue.filter_text() == "team:net"


@pytest.mark.parametrize("term", ["is:dr", "has:dr"])
def test_own_drafts_are_counted_where_they_are_offered(make_window: MakeWindow, qtbot: QtBot, term: str) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    window.context.drafts.keep("incident:0000abc:reply", {"text": "Dear Jonas"})
    help_of(window)
    write(window, term)
    qtbot.waitUntil(lambda: desk.queue.suggested_among == ("0000abc",))
