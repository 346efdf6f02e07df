"""A keyboard without Latin letters: keys mean what stands at their place, and letters are typed where one types."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.first_picture import Frame
from app.views.main_window import MainWindow
from app.views.own_keys import use_single_keys
from app.views.toolkit.key_places import key_by_place
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup, Option, by_letter
from app.views.widgets.marks import KeyHint
from tests.support.fake_desk import FakeDesk
from tests.views.desks import Stage
from tests.views.window import MakeWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
_BEFORE = 0 if sys.platform == "win32" else 8
_PLACES = dict(zip("йцукенгшщзхъ", range(16, 28), strict=True)) | dict(zip("фывапролджэ", range(30, 41), strict=True))
_PLACES |= dict(zip("ячсмитьбю", range(44, 53), strict=True))


def pressed(letter: str, modifiers: Qt.KeyboardModifier = NONE, at: int | None = None) -> QKeyEvent:
    """A key as the platform sends it while the layout has no Latin letters: its number, its letter, and no more."""
    key, place = ord(letter.upper()), _BEFORE + (_PLACES[letter.lower()] if at is None else at)
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, "" if modifiers & CTRL else letter)


def press(window: MainWindow, letter: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key of the Russian layout in the window that has the keyboard."""
    handle = window.window().windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, pressed(letter, modifiers))


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window in its frame, as the program shows it: the keys come to the frame."""
    made = make_window(FakeDesk())
    frame = Frame()
    frame.hold(made)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    made.queue.view.select_line(1)
    made.queue.view.setFocus()
    yield made
    use_single_keys(made.context.actions, made.context.state, used=True)
    frame.takeCentralWidget()
    frame.deleteLater()


@pytest.mark.parametrize(
    ("letter", "at", "key"),
    [
        ("ф", 30, Qt.Key.Key_A), ("д", 38, Qt.Key.Key_L), ("х", 26, Qt.Key.Key_BracketLeft), ("ش", 30, Qt.Key.Key_A),
        ("α", 30, Qt.Key.Key_A), ("ש", 30, Qt.Key.Key_A), ("a", 30, None), ("é", 30, None), ("ł", 38, None),
        ("1", 2, None), ("ф", 99, None), ("€", 18, None), ("–", 12, None), ("№", 4, None), ("١", 2, Qt.Key.Key_1),
    ],
)  # fmt: skip
def test_only_letters_of_other_scripts_stand_for_their_place(letter: str, at: int, key: Qt.Key | None) -> None:
    assert key_by_place(pressed(letter, at=at)) is key


def test_single_keys_chords_and_control_work_by_place(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "ф")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ChoicePopup)))
    next(each for each in window.findChildren(ChoicePopup) if each.isVisible()).close()
    window.queue.view.setFocus()
    press(window, "п")
    press(window, "ф")
    qtbot.waitUntil(lambda: "assignee:me" in window.queue.query.filter_text)
    qtbot.waitUntil(lambda: not window.context.background.busy)
    press(window, "ф", CTRL)
    qtbot.waitUntil(lambda: bool(window.queue.table.marked))


def test_a_chord_that_goes_nowhere_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "п")
    press(window, "ч")
    qtbot.waitUntil(lambda: len(window.queue.table.marked) == 1)


def test_letters_do_nothing_where_single_keys_are_switched_off(window: MainWindow) -> None:
    use_single_keys(window.context.actions, window.context.state, used=False)
    press(window, "ф")
    assert not window.findChildren(ChoicePopup)


def test_caps_of_letters_are_shown_only_while_those_do_something(window: MainWindow) -> None:
    buttons = window.findChildren(Button)
    (slash,) = window.top.filter.findChildren(KeyHint)
    before = {button: (button.accessibleDescription(), button.sizeHint().width()) for button in buttons}
    plain = [button for button in buttons if before[button][0] in {"Key: I", "Key: A", "Key: P"}]
    assert plain
    assert slash.isVisible()
    use_single_keys(window.context.actions, window.context.state, used=False)
    assert not slash.isVisible()
    for button in buttons:
        said, width = before[button]
        if button in plain:
            assert (button.accessibleDescription(), button.sizeHint().width() < width) == ("", True)
        elif "Ctrl" in said:
            assert button.accessibleDescription() == said
    use_single_keys(window.context.actions, window.context.state, used=True)
    assert slash.isVisible()
    assert before == {button: (button.accessibleDescription(), button.sizeHint().width()) for button in buttons}


def test_what_is_typed_is_typed_and_copied_by_place(window: MainWindow, qtbot: QtBot) -> None:
    field = window.top.filter.field
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    before = field.text()
    field.end(False)
    for letter in "фф":
        press(window, letter)
    assert field.text() == f"{before}фф"
    assert not window.findChildren(ChoicePopup)
    press(window, "ф", CTRL)
    press(window, "с", CTRL)
    assert QApplication.clipboard().text() == field.text()


def test_a_step_is_taken_by_the_letter_at_its_place(window: MainWindow, qtbot: QtBot) -> None:
    chosen: list[str] = []
    popup = by_letter("Status", [Option(each, each) for each in ("In progress", "Resolved", "Canceled")], window)
    popup.chosen.connect(lambda option: chosen.append(option.label))
    popup.open_at(window)
    QApplication.sendEvent(popup.field, pressed("к"))
    assert chosen == ["Resolved"]
    qtbot.waitUntil(lambda: not window.findChildren(ChoicePopup))


def test_what_is_composed_is_written_once(on_stage: Stage) -> None:
    """Dead keys and input methods: what is not chosen yet is no word, and what is chosen stands there once."""
    from app.views.incident.page import IncidentPage

    incident = on_stage.desk.log()
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    edit = page.writing.composer.edit
    edit.setFocus()
    for text in ("´", "に", "にほ", "日本"):
        QApplication.sendEvent(edit, QInputMethodEvent(text, []))
        assert edit.toPlainText() == ""
    chosen = QInputMethodEvent("", [])
    chosen.setCommitString("日本")
    QApplication.sendEvent(edit, chosen)
    assert page.writing.composer.text() == "日本"
    found: list[str] = []
    on_stage.context.drafts.load(
        page.writing.composer.key("reply"), lambda draft: found.append("" if draft is None else draft.fields["text"])
    )
    on_stage.settle()
    assert found == ["日本"]
