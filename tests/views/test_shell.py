"""The window around the pages: places, history, filter, names for screen readers, targets, the program's errors."""

import logging
import sys
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.views.error_hook import ErrorHook
from app.views.error_window import details_of
from app.views.first_run.page import FirstRun
from app.views.main_window import MainWindow
from app.views.pages import Location
from app.views.palette.palette import Palette
from app.views.shell.history import History
from app.views.shell.palette_sources import open_palette
from app.views.shell.shortcut_sheet import ShortcutSheet
from app.views.toolkit.theme import Theme, colour
from app.views.toolkit.tokens import Size
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow

_INTERACTIVE = (
    QAbstractButton, QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView,
)  # fmt: skip


def interactive(root: QWidget) -> list[QWidget]:
    """Everything in a window that can be clicked or typed in, without Qt's own inner parts."""
    return [
        widget
        for kind in _INTERACTIVE
        for widget in root.findChildren(kind)
        if widget.isVisible() and not widget.objectName().startswith("qt_")
    ]


def test_everything_interactive_has_a_name(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.context.actions.run("window.palette")
    nameless = [widget for widget in interactive(window) if not _name(widget)]
    assert not nameless


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_targets_are_large_enough(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    small = [
        (widget, widget.size())
        for widget in interactive(window)
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < Size.TARGET_LEAST
    ]
    assert not small


def test_no_modal_dialogs_in_the_shell_and_the_queue() -> None:
    from tests.arch.source import modules

    # The tour has no person in front of it: it turns the event loop itself while it waits for an answer.
    shown = [module for module in modules("app/views") if module.path != "app/views/tour.py"]
    for module in shown:
        assert ".exec()" not in module.text.replace("application.exec()", ""), module.path


def test_a_small_window_has_the_rail(make_window: MakeWindow) -> None:
    assert make_window(FakeDesk(), size=(1366, 696)).sidebar.is_rail
    wide = make_window(FakeDesk(), size=(1440, 900))
    assert not wide.sidebar.is_rail
    wide.context.actions.run("window.sidebar")
    assert wide.sidebar.is_rail


def test_back_and_forward_go_through_what_was_shown(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    for action in ("go.mine", "go.unassigned"):
        with qtbot.waitSignal(window.queue.answered):
            window.context.actions.run(action)
    assert window.top.filter.text() == "is:open assignee:none"
    with qtbot.waitSignal(window.queue.answered):
        window.context.actions.run("go.back")
    assert window.queue.query.filter_text == "is:open assignee:me"
    assert window.top.filter.text() == "is:open assignee:me"
    with qtbot.waitSignal(window.queue.answered):
        window.context.actions.run("go.forward")
    assert window.queue.query.filter_text == "is:open assignee:none"
    assert not window.context.actions.run("go.forward")


def test_history_forgets_what_lay_ahead_and_counts_repeats_once() -> None:
    history = History()
    one, two, three = (Location("queue", text) for text in ("one", "two", "three"))
    for place in (one, two, two):
        history.visit(place)
    assert history.back() == one
    history.visit(three)
    assert not history.can_go_forward
    assert history.back() == one
    assert history.back() is None


def test_the_side_bar_shows_numbers_and_only_what_exists(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    names = [widget.accessibleName() for widget in interactive(window.sidebar)]
    assert "My open work, 8" in names
    assert "Network, 7" in names
    assert "Knowledge" in names
    assert not any(name.startswith("Dashboard") for name in names), "it is for those who read the figures"
    item = next(widget for widget in interactive(window.sidebar) if widget.accessibleName() == "Network, 7")
    assert isinstance(item, QAbstractButton)
    with qtbot.waitSignal(window.queue.answered):
        item.click()
    assert window.queue.query.filter_text == "is:open team:network"
    assert window.status.shown.text() == "7 incidents"


def test_the_status_bar_counts_incidents_only_where_they_are_listed(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.go(Location("settings", "appearance"))
    assert window.status.shown.isHidden()
    window.go(Location("queue", "is:open"))
    assert window.status.shown.isVisible()
    assert window.status.shown.text() == "38 incidents"


def test_typing_in_the_filter_filters_the_queue(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    window.focus_filter()
    with qtbot.waitSignal(window.queue.answered):
        QTest.keyClicks(window.top.filter.field, "priority:1 ")
    assert window.queue.query.filter_text == "is:open priority:1"
    assert window.top.filter.chips() == ["is:open", "priority:1"]


def test_panes_are_reached_by_key(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.queue.view.setFocus()
    seen = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len({id(widget) for widget in seen}) == 4
    assert window.queue.view.hasFocus()


def test_the_theme_is_changed_by_key_and_told(make_window: MakeWindow, qtbot: QtBot, theme: Theme) -> None:
    window = make_window(FakeDesk())
    with qtbot.waitSignal(window.theme_chosen) as chosen:
        window.context.actions.run("window.theme")
    assert chosen.args == ["dark"]
    assert theme.dark
    assert "dark" in window.context.toasts.text


def test_requesters_are_told_what_they_may_not_do(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), actor=Actor("rui", "Rui", Role.REQUESTER))
    assert window.context.actions.offer("incident.take").reason == "Not for the role requester"


def test_the_shortcut_sheet_lists_every_key_that_works(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), size=(1000, 600))
    window.page.focus_start()
    before = QApplication.focusWidget()
    window.context.actions.run("window.shortcuts")
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert sheet.isVisible()
    assert sheet.area.verticalScrollBar().value() > 0
    names = {widget.accessibleName() for widget in sheet.findChildren(QWidget)}
    for offer in window.context.actions.offers():
        assert offer.spec.text.rstrip("…") in names or not offer.spec.keys
    canvas = sheet.area.widget()
    assert canvas is not None
    parts = canvas.findChildren(QWidget)
    assert len(parts) > 150
    window.resize(1200, 700)
    assert sheet.geometry() == window.ground.rect(), "it covers a window that has grown meanwhile"
    assert [part for part in parts if not (part.accessibleName() or isinstance(part, QLabel))] == [], "none in vain"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert QApplication.focusWidget() is before


def test_menus_hold_the_actions(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    menus = window.menuBar().findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()
    texts = {action.text() for menu in menus for action in menu.actions()}
    assert {"Queue", "Assign to me", "Commands"} <= texts


def test_f10_shows_the_menu_bar_with_the_keyboard_in_it_and_escape_leads_back(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.queue.view.setFocus()
    bar = window.menuBar()
    assert [action.text() for action in bar.actions()] == ["&Desk", "&Incident", "&List", "&Go", "&Window"]
    window.context.actions.run("window.menu_bar")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&Desk"
    assert bar.activeAction() is bar.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(QApplication.focusWidget() or bar, Qt.Key.Key_Escape)
    assert bar.activeAction() is None
    qtbot.waitUntil(window.queue.view.hasFocus)
    window.context.actions.run("window.menu_bar")
    assert not bar.isVisible()


def test_the_demo_desk_wears_a_banner(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(None)
    window.desk_opened(FakeDesk().as_session(), "Demo desk", "Demo data", is_demo=True)
    assert window.demo.isVisible()
    with qtbot.waitSignal(window.demo_left):
        window.context.actions.run("window.leave_demo")


def test_a_desk_that_does_not_open_is_told_in_words(make_window: MakeWindow) -> None:
    window = make_window(None)
    tried: list[int] = []
    window.show_problem("The database file is damaged.", [("Try again", lambda: tried.append(1))])
    assert window.problem.isVisible()
    window.problem._buttons[0].click()
    assert tried == [1]


@pytest.mark.parametrize(("count", "shown"), [(0, ""), (1, "1"), (99, "99"), (100, "99+")])
def test_a_badge_on_the_bell_counts_what_is_unread(make_window: MakeWindow, count: int, shown: str) -> None:
    window = make_window(None)
    bell = window.top.bell
    plain = bell.grab().toImage()
    window.context.show_unread(count)
    assert bell.count == shown
    assert bell.accessibleName() == (f"Notifications, {count} unread (G N)" if count else "Notifications (G N)")
    badge = colour("redfill").rgb()
    seen = bell.grab().toImage()
    reds = [
        (x, y)
        for x in range(seen.width())
        for y in range(seen.height())
        if seen.pixel(x, y) == badge and plain.pixel(x, y) != badge
    ]
    assert bool(reds) is bool(shown)
    assert all(x > seen.width() // 4 and y <= seen.height() // 2 for x, y in reds), "at its upper end"


def test_the_first_page_offers_three_ways(theme: Theme, qtbot: QtBot) -> None:
    page = FirstRun("/home/priya/.local/share/mainstay")
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    with qtbot.waitSignal(page.own_chosen):
        page.own.click()
    assert not page.demo.isEnabled(), "one desk at a time"
    page.show_problem("There is no room on the disk.")
    assert page.strip.isVisible()
    with qtbot.waitSignal(page.demo_chosen):
        page.demo.click()
    page.set_busy(busy=False)
    with qtbot.waitSignal(page.team_chosen):
        page.team.click()


def _fail(text: str) -> None:
    raise ZeroDivisionError(text)


def test_a_mistake_of_the_program_opens_one_plain_window(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = ErrorHook(None)
    hook.install()
    with caplog.at_level(logging.CRITICAL):
        try:
            _fail("postgresql://rui:geheim@host/desk")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
            sys.excepthook(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: hook.window is not None)
    window = hook.window
    assert window is not None
    assert "geheim" not in window.details
    assert "ZeroDivisionError" in caplog.text
    copy = next(button for button in window.findChildren(QAbstractButton) if button.text() == "Copy details")
    copy.click()
    assert "ZeroDivisionError" in QApplication.clipboard().text()
    window.close()
    qtbot.waitUntil(lambda: hook.window is None)
    caplog.clear()


def test_details_name_the_versions() -> None:
    try:
        _fail("x")
    except ZeroDivisionError as error:
        text = details_of(type(error), error, error.__traceback__)
    assert "PySide6 6." in text
    assert "ZeroDivisionError: x" in text


def test_the_palette_gives_the_focus_back(make_window: MakeWindow) -> None:
    window: MainWindow = make_window(FakeDesk())
    window.queue.view.setFocus()
    QTest.keyClick(window.queue.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert window.queue.view.hasFocus()


def test_a_palette_that_is_closed_leaves_nothing_behind(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    # Pages are made beforehand two seconds after the desk was opened, which on a slow computer is while this counts.
    window.warming.stop()
    background = window.context.background
    # The preview of what is selected comes after the rows were painted, in turns, and belongs to no palette.
    qtbot.waitUntil(lambda: window.queue.preview.shown_id != "")
    counted = []
    for _ in range(3):
        palette = open_palette(window)
        palette.close()
        qtbot.waitUntil(partial(_is_gone, palette))
        # What was read for the first rows makes widgets as it comes.
        qtbot.waitUntil(lambda: not background.busy)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counted.append(len(window.findChildren(QObject)) + len(window.context.background.findChildren(QObject)))
    # Fewer are no fault: what was shown while the rows came goes in its own time.
    assert counted[2] <= counted[0]


def _is_gone(what: QObject) -> bool:
    return not isValid(what)
