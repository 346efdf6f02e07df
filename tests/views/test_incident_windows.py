"""An incident in a window of its own: opened, written in, locked, closed and brought back; by keys, in the program."""

import gc
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from app.bootstrap import open_session
from app.domain.events import LinkChanged
from app.domain.presence import Doing
from app.infra.settings import sqlite_url, text_size
from app.services.incidents.dto import Post
from app.views.incident.page import IncidentPage
from app.views.pages import Location
from app.views.palette.palette import Palette
from app.views.search.panel import SearchPanel
from app.views.shell.shortcut_sheet import ShortcutSheet
from app.views.toolkit.live_scale import scale_to
from app.views.toolkit.theme import Theme
from app.views.toolkit.toast import Toast
from app.views.triage.page import TriagePage
from app.views.windows.beside import LEAST
from app.views.windows.incident_window import IncidentWindow
from tests.views.program import CTRL, SHIFT, Desk
from tests.views.test_shell import _name, interactive


def test_shift_enter_in_the_list_opens_a_window_and_ctrl_w_closes_it(at: Desk) -> None:
    window = at.open(at.ids[0])
    assert window.isVisible()
    assert window.isActiveWindow()
    assert window.windowTitle().endswith("Scanner beeps twice – Mainstay")
    assert at.main.page is at.main.queue
    at.press(Qt.Key.Key_W, CTRL)
    at.closed(window)
    assert not at.main.windows.shown
    assert at.main.window().isVisible()


def test_a_new_window_is_seen_whole_beside_one_that_fills_the_screen(at: Desk) -> None:
    frame = at.main.window()
    room = frame.screen().availableGeometry()
    frame.setGeometry(room)
    window = at.open(at.ids[0])
    assert window.width() >= LEAST[0]
    assert window.x() > frame.x()
    assert window.x() + window.width() <= room.right() + 1, "its properties stood off the screen"


def test_an_incident_stands_in_one_window_whatever_way_leads_to_it(at: Desk) -> None:
    window = at.open(at.ids[0])
    assert at.open(at.ids[0]) is window
    at.until(window.isActiveWindow)
    number = at.page(window).title()
    ways: list[Callable[[], object]] = [
        lambda: at.press(Qt.Key.Key_Return),
        lambda: at.main.go(Location("incident", at.ids[0])),
        lambda: at.main.context.actions.run("incident.open"),
        lambda: at.main.context.go(Location("incident", at.ids[0], "incident.note")),
    ]
    for way in ways:
        at.active(at.main)
        at.select(at.ids[0])
        way()
        at.until(window.isActiveWindow)
        assert at.main.page is at.main.queue, "the first window stays where it was"
    assert at.page(window).writing.composer.mode == "note"
    at.active(at.main)
    at.main.queue.view.setFocus()
    at.press(Qt.Key.Key_K, CTRL)
    palette = at.main.ground.findChildren(Palette)[-1]
    QTest.keyClicks(palette.field, f"#{number.removeprefix('INC-').lstrip('0')}")
    at.settle()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    at.until(window.isActiveWindow)
    assert at.main.windows.shown == [window]


def test_what_was_typed_moves_into_the_window_and_back(at: Desk) -> None:
    at.main.go(Location("incident", at.ids[0]))
    page = at.main.page
    assert isinstance(page, IncidentPage)
    at.until(lambda: page.detail is not None)
    at.press(Qt.Key.Key_N)
    QTest.keyClicks(page.writing.composer.edit, "Called the shop")
    page.focus_start()
    at.press(Qt.Key.Key_Return, SHIFT)
    window = at.window(at.ids[0])
    assert at.main.page is at.main.queue
    assert not page.incident_here()
    composer = at.page(window).writing.composer
    at.until(lambda: composer.text() == "Called the shop")
    assert composer.mode == "note"
    at.press(Qt.Key.Key_N)
    QTest.keyClicks(composer.edit, ", they reboot it")
    at.press(Qt.Key.Key_Escape)
    assert window.isVisible(), "the first Esc leaves the field"
    at.press(Qt.Key.Key_Escape)
    at.closed(window)
    at.main.go(Location("incident", at.ids[0]))
    at.until(lambda: page.detail is not None)
    at.until(lambda: page.writing.composer.text() == "Called the shop, they reboot it")


def test_no_second_page_writes_about_it(at: Desk) -> None:
    window = at.open(at.ids[0])
    at.active(at.main)
    at.main.go(Location("triage"))
    triage = at.main.page
    assert isinstance(triage, TriagePage)
    at.settle()
    triage.list.choose(at.ids[0])
    at.until(lambda: triage.incident._stack.currentIndex() == 1)
    assert triage.incident.detail is None
    assert triage.incident.incident_here() == ""
    assert not triage.incident.writing.composer.isVisible()
    assert at.main.context.actions.offer("triage.accept").reason == "It stands in a window of its own"
    window.close()
    at.until(lambda: triage.incident.detail is not None)
    assert triage.incident.incident_here() == at.ids[0]
    triage.focus_start()
    at.press(Qt.Key.Key_Return, SHIFT)
    again = at.window(at.ids[0])
    assert again.isActiveWindow()
    assert triage.incident.detail is None


def test_everything_is_done_there_and_taken_back_where_one_presses(at: Desk) -> None:
    window = at.open(at.ids[0])
    page = at.page(window)
    page.focus_start()
    at.press(Qt.Key.Key_I)
    at.settle()
    assert page.detail is not None
    assert page.detail.assignee_name is not None
    shown = [toast for toast in window.ground.findChildren(Toast) if toast.isVisible()]
    assert shown
    assert not at.main.ground.findChildren(Toast)
    at.active(at.main)
    at.main.queue.view.setFocus()
    at.press(Qt.Key.Key_Z, CTRL)
    at.settle()
    at.until(lambda: page.detail is not None and page.detail.assignee_name is None)
    at.until(lambda: [toast for toast in at.main.ground.findChildren(Toast) if toast.isVisible()])
    at.active(window)
    page.focus_start()
    at.press(Qt.Key.Key_Z, CTRL | SHIFT)
    at.until(lambda: page.detail is not None and page.detail.assignee_name is not None)


def test_a_held_reply_goes_out_and_can_be_taken_back_after_its_window(at: Desk) -> None:
    window = at.open(at.ids[0])
    composer = at.page(window).writing.composer
    at.page(window).focus_start()
    at.press(Qt.Key.Key_R)
    QTest.keyClicks(composer.edit, "Try the other cable")
    at.press(Qt.Key.Key_Return, CTRL)
    at.until(lambda: "Sending to" in at.main.context.toasts.text or "Sending to" in window.context.toasts.text)
    window.close()
    at.closed(window)
    assert "Sending to" in at.main.context.toasts.text, "the way back is offered where one is now"
    at.active(at.main)
    at.main.queue.view.setFocus()
    at.press(Qt.Key.Key_Z, CTRL)
    at.until(lambda: isinstance(at.main.page, IncidentPage) and at.main.page.detail is not None)
    page = at.main.page
    assert isinstance(page, IncidentPage)
    at.until(lambda: page.writing.composer.text() == "Try the other cable")
    assert (
        at.main.context.desk.incident.detail(at.main.context.actor, at.ids[0]).journal[-1].body != "Try the other cable"
    )


def test_the_palette_the_search_and_the_sheet_of_keys_are_the_windows_own(at: Desk) -> None:
    window = at.open(at.ids[0])
    at.page(window).focus_start()
    for key, modifiers, kind in (
        (Qt.Key.Key_K, CTRL, Palette),
        (Qt.Key.Key_F, CTRL | SHIFT, SearchPanel),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.NoModifier, ShortcutSheet),
    ):
        at.press(key, modifiers)
        shown = [each for each in window.ground.findChildren(kind) if each.isVisible()]
        assert len(shown) == 1, kind
        assert not [each for each in at.main.ground.findChildren(kind) if each.isVisible()]
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        assert isValid(window)
        assert window.isVisible()
        at.page(window).focus_start()
    offers = {offer.spec.id for offer in window.context.actions.offers()}
    assert {"incident.reply", "window.undo", "go.queue", "incident.new", "window.quit", "window.lock"} <= offers
    assert not {"window.sidebar", "go.back", "window.preview", "incident.open_window"} & offers
    assert window.context.actions.offer("list.next").reason


def test_what_the_window_does_not_show_is_shown_in_the_first_one(at: Desk) -> None:
    window = at.open(at.ids[0])
    at.page(window).focus_start()
    at.press(Qt.Key.Key_G)
    at.press(Qt.Key.Key_E)
    at.until(lambda: at.main.window().isActiveWindow())
    assert at.main.here == Location("escalations")
    assert window.isVisible()
    at.active(window)
    window.context.go(Location("incident", at.ids[1]))
    at.until(lambda: isinstance(at.main.page, IncidentPage) and at.main.window().isActiveWindow())
    window.context.go(Location("incident", at.ids[2], apart=True))
    assert len(at.main.windows.shown) == 2


def test_the_way_back_leads_past_what_has_a_window(at: Desk) -> None:
    at.main.go(Location("incident", at.ids[0]))
    at.main.go(Location("incident", at.ids[1]))
    at.settle()
    at.main.go(Location("incident", at.ids[0], apart=True))
    assert at.main.here == Location("incident", at.ids[1])
    at.main.context.actions.run("go.back")
    assert at.main.page is at.main.queue


def test_everything_interactive_in_the_window_has_a_name(at: Desk) -> None:
    window = at.open(at.ids[0])
    window.context.actions.run("window.palette")
    assert not [widget for widget in interactive(window) if not _name(widget)]
    assert window.minimumSizeHint().width() <= window.minimumWidth()


def test_f6_and_tab_stay_in_the_window(at: Desk) -> None:
    window = at.open(at.ids[0])
    at.page(window).focus_start()
    seen = []
    for _ in range(4):
        at.press(Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == 3
    assert all(each is not None and window.isAncestorOf(each) for each in seen)
    for _ in range(40):
        at.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert window.isAncestorOf(focus)


def test_f10_shows_the_menus_and_own_keys_count_there_too(at: Desk) -> None:
    from app.views.own_keys import choose_keys

    window = at.open(at.ids[0])
    at.page(window).focus_start()
    at.press(Qt.Key.Key_F10)
    assert window.menuBar().isVisible()
    assert not at.main.menuBar().isVisible()
    choose_keys(at.main.context.actions, at.main.context.state, "incident.note", ["Ctrl+J"])
    assert window.context.actions.action("incident.note").shortcut().toString() == "Ctrl+J"


def test_windows_come_back_where_they_stood_without_taking_the_keyboard(at: Desk) -> None:
    first, second = at.open(at.ids[0]), at.open(at.ids[2])
    first.setGeometry(40, 60, 730, 600)
    second.setGeometry(70, 90, 724, 640)
    at.press(Qt.Key.Key_Q, CTRL)
    at.until(lambda: not at.program.frame.isVisible())
    assert not [
        each for each in QApplication.topLevelWidgets() if isinstance(each, IncidentWindow) and each.isVisible()
    ]
    at.end()
    at.start()
    at.until(lambda: len(at.main.windows.shown) == 2)
    assert [each.key for each in at.main.windows.shown] == [at.ids[0], at.ids[2]]
    window = at.window(at.ids[0])
    assert window.geometry().getRect() == (40, 60, 730, 600)
    assert at.window(at.ids[2]).geometry().getRect() == (70, 90, 724, 640)
    window.close()
    at.closed(window)
    at.end()
    at.start()
    at.until(lambda: len(at.main.windows.shown) == 1)
    assert at.main.windows.shown[0].key == at.ids[2]


def test_what_colleagues_do_is_shown_there(at: Desk) -> None:
    window = at.open(at.ids[0])
    desk = at.main.context.desk
    desk.incidents.post(at.small.dana, at.ids[0], Post(desk.new_id(), "I am on the phone with them", public=False))
    at.until(lambda: "I am on the phone with them" in [item.body for item in at.journal(window)])


def test_the_person_is_seen_at_each_incident_that_is_open(at: Desk) -> None:
    told: dict[str, Doing | None] = {}

    class Ear:
        def show(self, incident_id: str, doing: Doing | None) -> None:
            told[incident_id] = doing

        def look(self, *, is_seen: bool) -> None:
            pass

    at.main.context.live = Ear()  # type: ignore[assignment]  # what is asked of it here
    window = at.open(at.ids[0])
    at.active(at.main)
    at.main.go(Location("incident", at.ids[1]))
    page = at.main.page
    assert isinstance(page, IncidentPage)
    at.until(lambda: page.detail is not None)
    for each in (page, at.page(window)):
        each._here._passing.timeout.emit()
        each._here._passing.stop()
        each._here._tell()
    assert told == {at.ids[0]: Doing.AWAY, at.ids[1]: Doing.VIEWING}
    window.close()
    at.closed(window)
    assert told[at.ids[0]] is None
    assert told[at.ids[1]] is not None
    at.main.context.live = None


def test_nothing_is_seen_while_the_first_window_asks_something(at: Desk) -> None:
    window = at.open(at.ids[0])
    asking = QLineEdit()
    at.main.show_instead(asking)
    assert not window.isVisible()
    at.main.go(Location("incident", at.ids[0]))
    assert not window.isVisible(), "not even by a notification"
    assert at.main.context.apart.ids == {at.ids[0]}
    at.until(lambda: at.main.window().isActiveWindow())
    at.main.show_desk()
    assert window.isVisible()
    asking.deleteLater()


def test_another_desk_has_windows_of_its_own(at: Desk) -> None:
    window = at.open(at.ids[0])
    QTest.keyClicks(at.page(window).writing.composer.edit, "Half a sent")
    at.program.open(at.url)
    at.closed(window)
    at.until(lambda: at.main.windows.shown)
    back = at.window(at.ids[0])
    assert back is not window
    assert back.context.session is at.main.context.session
    at.until(lambda: at.page(back).writing.composer.text() == "Half a sent")
    other = sqlite_url(at.paths.data / "other.sqlite")
    open_session(other, clock=at.clock).desk.close()
    before = at.main.context.session
    at.program.open(other)
    at.until(lambda: at.main.context.session is not before and not at.program.background.busy)
    at.settle()
    assert not at.main.windows.shown
    assert not at.main.context.apart.ids
    at.program.open(at.url)
    at.until(lambda: [each.key for each in at.main.windows.shown] == [at.ids[0]])
    at.window(at.ids[0])


def test_a_server_that_is_away_is_told_of_there_too(at: Desk) -> None:
    window = at.open(at.ids[0])
    assert not window.away.isVisible()
    at.main.link.hear(LinkChanged(None, is_away=True, why="Nobody answers."))
    assert window.away.isVisible()
    assert "Nobody answers." in window.away.text()
    later = at.open(at.ids[1])
    assert later.away.isVisible()
    at.main.link.hear(LinkChanged(None, is_away=False))
    assert not window.away.isVisible()
    assert not later.away.isVisible()


def test_an_incident_that_cannot_be_shown_leaves_no_empty_window(at: Desk) -> None:
    gone = at.main.context.desk.new_id()
    at.main.go(Location("incident", gone, apart=True))
    window = at.main.windows.shown[0]
    at.closed(window)
    assert at.main.context.toasts.text
    assert not at.main.context.apart.ids
    at.open(at.ids[0])
    state, key = at.main.context.state, at.main.windows._owner
    state.set("windows.open", {key: [[gone, ""], [at.ids[0], "nonsense"], "nonsense", [1]]})
    at.main.context.toasts.dismiss()
    at.program.open(at.url)
    at.until(lambda: [each.key for each in at.main.windows.shown] == [at.ids[0]])
    at.window(at.ids[0])
    assert not at.main.context.toasts.text, "nobody asked for it"


def test_windows_stay_while_the_first_one_is_in_the_tray(at: Desk) -> None:
    window = at.open(at.ids[0])
    at.program.settings = at.program.settings._replace(close_to_tray="yes")
    at.main.context.stay_in_tray = lambda: True
    at.program.frame.close_as_by_its_button()
    assert not at.program.frame.isVisible()
    assert window.isVisible()
    at.active(window)
    at.page(window).focus_start()
    at.press(Qt.Key.Key_G)
    at.press(Qt.Key.Key_Q)
    at.until(at.program.frame.isVisible)


def test_a_window_that_is_closed_before_it_is_filled_leaves_nothing(at: Desk) -> None:
    at.select(at.ids[0])
    at.press(Qt.Key.Key_Return, SHIFT)
    window = at.main.windows.shown[0]
    window.close()
    at.closed(window)
    at.open(at.ids[0])


def test_another_theme_reaches_it(at: Desk, theme: Theme) -> None:
    window = at.open(at.ids[0])
    light = window.grab().toImage().pixelColor(5, 300)
    theme.use("dark")
    at.settle()
    assert window.grab().toImage().pixelColor(5, 300).lightness() < light.lightness()


def test_another_size_of_text_reaches_all_windows_and_is_told_where_one_pressed(at: Desk) -> None:
    window = at.open(at.ids[0])
    # So wide that it is not as narrow as a window may be when its text is larger.
    window.resize(800, window.height())
    frame, before = at.main.window(), window.size()
    try:
        at.press(Qt.Key.Key_Plus, CTRL)
        assert (window.devicePixelRatio(), frame.devicePixelRatio()) == (1.1, 1.1)
        assert abs(window.width() * 1.1 - before.width()) <= 1
        assert window.context.toasts.text == "Text 110 %"
        assert at.main.context.toasts.text != "Text 110 %"
        assert text_size(at.program.settings) == 110
        at.press(Qt.Key.Key_0, CTRL)
        assert (window.devicePixelRatio(), window.size()) == (1.0, before)
    finally:
        scale_to(100)


def test_the_search_and_the_board_open_windows_by_shift_enter(at: Desk) -> None:
    at.main.queue.view.setFocus()
    at.press(Qt.Key.Key_F, CTRL | SHIFT)
    panel = at.main.ground.findChildren(SearchPanel)[-1]
    QTest.keyClicks(panel.field, "printer")
    at.until(lambda: panel.answers and panel.current() is not None)
    QTest.keyClick(panel.field, Qt.Key.Key_Return, SHIFT)
    at.window(at.ids[1])


def test_a_dozen_windows_leave_nothing(at: Desk) -> None:
    at.main.go(Location("incident", at.ids[0]))
    at.settle()
    at.closed_after(at.open(at.ids[0]))
    gc.collect()
    widgets, actions = len(QApplication.allWidgets()), len(at.main.findChildren(QAction))
    for number in range(12):
        at.closed_after(at.open(at.ids[number % 3]))
    gc.collect()
    assert len(QApplication.allWidgets()) <= widgets + 5
    assert len(at.main.findChildren(QAction)) == actions
    assert not [
        each for each in gc.get_objects() if isinstance(each, IncidentWindow | IncidentPage) and not isValid(each)
    ]
