"""Widgets without services: names, sizes, keys and what they tell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

import app.views as views_folder
from app.views.toolkit.theme import Theme, colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.chip_line_edit import ChipLineEdit
from app.views.widgets.choices import CheckBox, Select
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Avatar, KeyHint, Pill, PriorityBadge, StatePill, StatusGlyph, Swatch, Symbol
from app.views.widgets.progress import LoadingLine
from app.views.widgets.segments import Segments
from app.views.widgets.strips import EmptyState, InfoStrip
from tests.views.test_tokens import THEMES, contrast

WIDGETS: dict[str, Callable[[], QWidget]] = {
    "primary": lambda: Button("Assign", kind="primary", icon="check", keys="Ctrl+Return"),
    "menu": lambda: Button("View", kind="ghost", menu=True),
    "icon": lambda: IconButton("x", "Close"),
    "badge": lambda: PriorityBadge(1),
    "glyph": lambda: StatusGlyph("on_hold"),
    "state": lambda: StatePill("in_progress"),
    "pill": lambda: Pill("VIP", "violet", "star"),
    "avatar": lambda: Avatar("Mara Lindqvist"),
    "nobody": lambda: Avatar(None),
    "keys": lambda: KeyHint("G, Q"),
    "symbol": lambda: Symbol("info", "Information"),
    "swatch": lambda: Swatch("chart1", "Network"),
    "select": lambda: Select("Impact"),
    "check": lambda: CheckBox("Tell the caller"),
    "elided": lambda: ElidedLabel("A long short description"),
}


@pytest.mark.parametrize("name", WIDGETS)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_each_has_a_name_a_size_and_paints_in_both_themes(name: str, mode: str, theme: Theme, qtbot: QtBot) -> None:
    theme.use(mode)
    widget = WIDGETS[name]()
    qtbot.addWidget(widget)
    widget.resize(widget.sizeHint())
    assert widget.accessibleName() or getattr(widget, "text", lambda: "")()
    image = widget.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 1, "something is painted"


@pytest.mark.parametrize("kind", ["primary", "danger", "secondary", "ghost", "link"])
@pytest.mark.parametrize("mode", THEMES)
def test_the_keyboard_is_seen_on_every_kind_of_button(
    kind: str, mode: str, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.use(mode)
    button = Button("Assign", kind=kind)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    without = button.grab().toImage()
    monkeypatch.setattr(Button, "hasFocus", lambda _self: True)
    focused = button.grab().toImage()
    seen = sum(
        contrast(without.pixelColor(x, y).name(), focused.pixelColor(x, y).name()) >= 3
        for x in range(without.width())
        for y in range(without.height())
    )
    assert seen >= 2 * (without.width() + without.height()), "a ring that differs from what it lies on"


@pytest.mark.parametrize("name", [name for name in WIDGETS if name in {"primary", "menu", "icon", "select", "check"}])
def test_targets_are_large_enough(name: str, theme: Theme, qtbot: QtBot) -> None:
    widget = WIDGETS[name]()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() >= Size.TARGET_LEAST or widget.height() >= Size.TARGET_LEAST


def test_labels_never_read_text_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = Label("<b>not bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_finished_terms_become_chips_and_backspace_opens_them_again(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter", "/")
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.changed.connect(told.append)
    QTest.keyClicks(field.field, "is:open ")
    assert field.chips() == ["is:open"]
    assert told == ["is:open"]
    QTest.keyClicks(field.field, "printer")
    with qtbot.waitSignal(field.changed):
        pass
    assert told[-1] == "is:open printer"
    field.field.clear()
    QTest.keyClick(field.field, Qt.Key.Key_Backspace)
    assert field.chips() == []
    assert field.field.text() == "is:open"


def test_all_of_the_filter_is_selected_chips_too(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    QTest.keyClicks(field.field, "is:open priority:1 printer")
    assert field.chips() == ["is:open", "priority:1"]
    QTest.keySequence(field.field, QKeySequence.StandardKey.SelectAll)
    assert field.chips() == []
    assert field.field.selectedText() == field.text() == "is:open priority:1 printer"
    QTest.keyClicks(field.field, "v")
    assert field.text() == "v"


def test_spaces_inside_quotes_belong_to_the_term(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    QTest.keyClicks(field.field, 'team:"service desk"')
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.chips() == ['team:"service desk"']
    assert field.text() == 'team:"service desk"'


def test_what_or_and_brackets_join_stays_as_it_was_written(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    told: list[str] = []
    field.changed.connect(told.append)
    QTest.keyClicks(field.field, "is:open ")
    QTest.keyClicks(field.field, "(priority:1 or is:vip) ")
    assert field.chips() == ["is:open"]
    assert field.field.problems == ()
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert told[-1] == "is:open (priority:1 or is:vip)"
    field.set_text("is:vip or priority:1")
    assert (field.chips(), field.text()) == ([], "is:vip or priority:1")


def test_or_after_a_chip_is_no_mistake(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    QTest.keyClicks(field.field, "is:vip ")
    QTest.keyClicks(field.field, "or teem:network")
    assert field.text() == "is:vip or teem:network"
    assert [(problem.start, problem.end) for problem in field.field.problems] == [(3, 15)]


def test_a_term_without_its_value_is_a_mistake_only_while_nobody_types_it(theme: Theme, qtbot: QtBot) -> None:
    """Another window may have had the keyboard for a moment."""
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.field.hasFocus)
    QTest.keyClicks(field.field, "team:")
    assert not field.field.problems
    field.field.clearFocus()
    assert len(field.field.problems) == 1
    field.setFocus()
    assert not field.field.problems


def test_what_the_filter_cannot_read_is_marked_and_stays(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    field.resize(400, 32)
    QTest.keyClicks(field.field, "teem:network ")
    assert field.chips() == []
    assert "Did you mean team:" in field.field.toolTip()
    field.grab()


def test_a_filter_can_be_set_from_outside_without_an_echo(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter")
    qtbot.addWidget(field)
    told: list[str] = []
    field.changed.connect(told.append)
    field.set_text("is:open assignee:me printer jam")
    assert field.chips() == ["is:open", "assignee:me"]
    assert field.field.text() == "printer jam"
    assert field.text() == "is:open assignee:me printer jam"
    assert told == []
    field.findChildren(QAbstractButton)[0].click()
    assert told == ["assignee:me printer jam"]


def test_a_mail_that_was_pasted_is_underlined_where_it_is_seen(theme: Theme, qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter incidents")
    qtbot.addWidget(field)
    field.resize(500, field.height())
    field.field.setText("teem:x (or ) مرحبا aa:b 😀 " * 400)
    field._check()
    assert len(field.field.problems) > 100
    assert field.field.toolTip().endswith("Only the first 2,000 characters of a filter are read.")
    shown = field.field.underlined()
    assert 0 < len(shown) < 40
    assert all(left <= right and right > 0 and left < field.field.width() for left, right in shown)
    field.grab()
    field.field.setText("😀😀 teem:x")
    field._check()
    field.grab()
    assert field.field.underlined()[-1][1] == pytest.approx(field.field.cursorRect().center().x(), abs=2)


def test_a_word_behind_a_finished_term_stays_a_word_of_its_own(qtbot: QtBot) -> None:
    field = ChipLineEdit("Filter", "Filter incidents")
    qtbot.addWidget(field)
    QTest.keyClicks(field.field, "printer p:1 jam teem:x p:2 vpn")
    assert field.text() == "p:1 p:2 printer jam teem:x vpn"
    assert field.chips() == ["p:1", "p:2"]
    field.set_text("printer")
    field.go_on()
    QTest.keyClicks(field.field, "jam")
    assert field.text() == "printer jam"
    field.set_text("")
    QTest.keyClicks(field.field, "mop:1 p:1 ")
    assert field.text() == "p:1 mop:1", "the same letters inside another word are not taken"


def test_segments_tell_what_was_chosen(theme: Theme, qtbot: QtBot) -> None:
    segments = Segments([("all", "All"), ("mine", "Mine")], "Which incidents")
    qtbot.addWidget(segments)
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    segments.choose("all")
    segments.set_count("mine", 1200)
    assert chosen == []
    buttons = segments.findChildren(QAbstractButton)
    assert buttons[1].accessibleName() == "Mine 1200"
    buttons[1].click()
    assert chosen == ["mine"]
    segments.choose(None)
    assert not any(button.isChecked() for button in buttons)


def test_strips_and_empty_states_offer_something_to_do(theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    strip = InfoStrip("The database cannot be reached.", "amber")
    empty = EmptyState("inbox", "No incidents yet", "Log the first one.")
    for widget in (strip, empty):
        qtbot.addWidget(widget)
        widget.show()
    strip.add_button("Try again", lambda: done.append("again")).click()
    begin = empty.add_button("New incident", lambda: done.append("new"), kind="primary")
    begin.click()
    QTest.keyClick(begin, Qt.Key.Key_Return)
    assert done == ["again", "new", "new"], "Enter goes on where there is nothing else"
    strip.clear_buttons()
    empty.set_text("search", "Nothing matches")
    assert empty.title() == "Nothing matches"
    assert strip.accessibleName() == "The database cannot be reached."


@pytest.mark.usefixtures("theme")
def test_what_is_being_read_is_shown_by_a_line_that_stands_still(qtbot: QtBot) -> None:
    line = LoadingLine()
    qtbot.addWidget(line)
    line.resize(200, 2)
    line.show()
    line.start()
    empty = line.grab().toImage()
    qtbot.waitUntil(lambda: line.grab().toImage() != empty)
    shown = line.grab().toImage()
    assert all(shown.pixelColor(x, 0).name() == colour("accent").name() for x in (0, 100, 199))
    assert not line._timer.isActive(), "nothing paints it again"
    line.stop()
    assert line.grab().toImage() == empty


def test_nothing_of_the_window_moves_by_itself() -> None:
    """Whoever asked for less motion has it: no animation, and no bar that runs to and fro for want of an end."""
    moving = ("QPropertyAnimation", "QVariantAnimation", "QMovie", "setRange(0, 0)")
    views = Path(views_folder.__file__).parent
    found = [
        f"{path.name}: {word}"
        for path in views.rglob("*.py")
        for word in moving
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_a_list_is_as_wide_as_its_entries_need_as_soon_as_they_are_there(theme: Theme, qtbot: QtBot) -> None:
    """Not when the theme changes: the layout was told nothing of entries that came later."""
    ground = QWidget()
    qtbot.addWidget(ground)
    row = FlowLayout(8, ground)
    select = Select("Kept")
    row.addWidget(select)
    ground.resize(600, 60)
    ground.show()
    for entries in (["For ever"], ["For ever", "36 months, and then they are removed"], ["1 month"]):
        select.clear()
        select.addItems(entries)
        QApplication.processEvents()
        assert select.width() == select.sizeHint().width()
