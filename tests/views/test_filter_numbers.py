"""When the desk is asked how many incidents the values of a term would leave, and how seldom."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.query.terms import TermKind
from app.services.incidents.queue_dto import QueueQuery, Suggestion
from app.views.main_window import MainWindow
from app.views.shell.filter_numbers import FilterNumbers
from tests.support.fake_desk import FakeDesk
from tests.views.test_filter_help import help_of, press, write
from tests.views.window import MakeWindow

PATIENCE = 5_000


def numbers_of(window: MainWindow) -> FilterNumbers:
    return help_of(window).numbers


def test_few_values_are_asked_about_once_for_all_letters(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.queue.suggestions = (Suggestion("breached", 12), Suggestion("soon", 3))
    window = make_window(desk)
    shown = help_of(window)
    write(window, "sla:")
    qtbot.waitUntil(lambda: "breached 12 incidents" in shown.options(), timeout=PATIENCE)
    write(window, "s")
    assert shown.options() == ["soon 3 incidents"], "the number is there with the letter"
    assert not shown.numbers.rest.isActive()
    press(window, Qt.Key.Key_Backspace)
    assert shown.options()[:2] == ["breached 12 incidents", "soon 3 incidents"]
    assert desk.queue.suggested == [("", "sla", "")]


@pytest.mark.parametrize("finish", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_finished_term_is_not_asked_about(make_window: MakeWindow, qtbot: QtBot, finish: Qt.Key) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    numbers = numbers_of(window)
    write(window, "assignee:none")
    assert numbers.rest.isActive(), "it would be asked about once the hand rests"
    with qtbot.waitSignal(window.queue.answered):
        press(window, finish)
    assert window.top.filter.chips() == ["assignee:none"]
    assert not numbers.rest.isActive()
    assert desk.queue.suggested == []


def test_every_letter_puts_the_question_off(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window(FakeDesk())
    numbers = numbers_of(window)
    begun: list[str] = []
    monkeypatch.setattr(numbers.rest, "start", lambda: begun.append(window.top.filter.field.text()))
    write(window, "team:ne")
    assert begun == ["team:", "team:n", "team:ne"]


@pytest.mark.parametrize("text", ["sla:0..4h", "updated:<-1d", "priority:1"])
def test_what_is_offered_to_nobody_is_not_counted(make_window: MakeWindow, text: str) -> None:
    window = make_window(FakeDesk())
    numbers = numbers_of(window)
    write(window, text)
    assert not numbers.rest.isActive()


def test_one_question_is_at_work_at_a_time_and_then_the_newest(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    shown = help_of(window)
    let_go, asked, lock = threading.Event(), [], threading.Lock()
    at_work = most = 0

    def suggest(_actor: Actor, _rest: QueueQuery, _kind: TermKind, part: str) -> tuple[Suggestion, ...]:
        nonlocal at_work, most
        with lock:
            asked.append(part)
            at_work += 1
            most = max(most, at_work)
        let_go.wait(PATIENCE / 1000)
        with lock:
            at_work -= 1
        return (Suggestion(f"{part} team", 1),)

    monkeypatch.setattr(desk.queue, "suggest", suggest)
    write(window, "team:n")
    qtbot.waitUntil(lambda: asked == ["n"], timeout=PATIENCE)
    for letter in "et":
        with qtbot.waitSignal(shown.numbers.rest.timeout, timeout=PATIENCE):
            QTest.keyClicks(window.top.filter.field, letter)
    assert asked == ["n"], "two would keep the list waiting for longer than one"
    let_go.set()
    qtbot.waitUntil(lambda: "net team 1 incident" in shown.options(), timeout=PATIENCE)
    assert asked == ["n", "net"]
    assert most == 1
