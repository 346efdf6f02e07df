"""Sign-in and lock in the window: nothing is shown before somebody has signed in."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_session
from app.infra.paths import Paths
from app.infra.settings import LocalSettings, sqlite_url
from app.services.session import Context
from app.views.application import Program
from app.views.dashboard.page import DashboardPage
from app.views.gate.page import GatePage
from app.views.pages import Location
from app.views.queue.last_rows import last_rows_path
from app.views.settings_page.gate.section import GateSection, _Known
from app.views.settings_page.page import SettingsPage
from app.views.toolkit.theme import Theme
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.where_files_go import ask_where_to_save
from tests.support.clock import FrozenClock
from tests.support.fake_desk import NOW
from tests.views.desks import SmallDesk, Stage, small_desk

GOOD, OTHER = "three blind mice", "five gold rings"


class Shared:
    """A program over a desk that asks who it is; its administrator and Dana have passwords."""

    def __init__(self, paths: Paths, qtbot: QtBot) -> None:
        self.qtbot, self.url = qtbot, sqlite_url(paths.database)
        made: SmallDesk = small_desk(self.url, FrozenClock(NOW))
        gate = made.session.desk.gate
        gate.change_mine(made.me, "", GOOD, GOOD)
        gate.give(made.me, made.dana.person_id, OTHER)
        gate.switch(made.me, True)
        made.log("Scanner beeps twice")
        made.session.desk.close()
        self.admin, self.dana = made.me, made.dana
        self.rows = last_rows_path(paths.cache, self.url)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings = LocalSettings(theme="light", backup_daily="no")
        self.clock = clock = FrozenClock(NOW)
        self.context = Context(paths, settings, self.url, False, clock, lambda url: open_session(url, clock=clock))
        self.start(application)

    def start(self, application: QApplication) -> None:
        """Start the program."""
        self.program = Program(self.context, application)
        self.program.start()

    def page(self) -> GatePage:
        """The page that asks, once it knows who could come in."""
        gate = self.program.doors.gate
        self.qtbot.waitUntil(lambda: gate.page is not None and gate.page.who.count() > 0, timeout=20_000)
        assert gate.page is not None
        return gate.page

    def enter(self, person_id: str, password: str) -> None:
        """Choose a person and type a password."""
        page = self.page()
        page.who.setCurrentIndex(page.who.findData(person_id))
        page.password.line.setFocus()
        QTest.keyClicks(page.password.line, password)
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)

    def wait_for_desk(self) -> None:
        """Until the desk is shown."""
        self.qtbot.waitUntil(lambda: self.program.doors.gate.page is None, timeout=20_000)
        self.qtbot.waitUntil(lambda: not self.program.background.busy, timeout=20_000)


@pytest.fixture
def shared(theme: Theme, own_paths: Paths, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shared]:
    theme.wear()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("app.views.error_hook.log_qt_messages", lambda: None)
    made = Shared(own_paths, qtbot)
    yield made
    made.program.frame.close()
    made.program.end()
    made.program.frame.deleteLater()


@pytest.fixture
def own_paths(tmp_path: Path) -> Paths:
    return Paths(*(tmp_path / name for name in ("config", "data", "state", "cache", "logs"))).create()


def test_nothing_is_shown_before_somebody_has_signed_in(shared: Shared) -> None:
    page = shared.page()
    assert [page.who.itemText(number) for number in range(page.who.count())] == [
        "Dana Okafor, agent",
        f"{shared.admin.name}, admin",
    ]
    assert page.isVisible()
    assert not shared.program.window.ground.isVisible()
    assert shared.program.window.context.session is None
    assert not shared.rows.exists()


def test_a_wrong_password_is_said_and_the_right_one_opens_the_desk(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, "wrong")
    page = shared.page()
    shared.qtbot.waitUntil(page.strip.isVisible, timeout=20_000)
    assert "does not fit" in page.strip.text()
    assert page.password.text() == ""
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    session = shared.program.window.context.session
    assert session is not None
    assert session.actor.name == "Dana Okafor"
    assert not shared.rows.exists()


def test_a_locked_window_does_nothing_until_the_same_person_is_back(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    window = shared.program.window
    window.context.actions.run("window.lock")
    page = shared.page()
    assert page.isVisible()
    assert not window.ground.isVisible()
    assert not window.context.actions.run("window.palette")
    assert not window.context.actions.action("incident.new").isEnabled()
    before = window.context.session
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    assert window.context.session is before
    assert window.ground.isVisible()
    assert window.context.actions.action("window.palette").isEnabled()


def test_a_locked_window_does_not_tell_by_its_name_what_stands_behind(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    window, frame = shared.program.window, shared.program.frame
    assert frame.windowTitle() == "Queue – Mainstay"
    shared.program.doors.gate.lock()
    shared.page()
    window._show_place("An article about the boss")
    assert frame.windowTitle() == "Mainstay"
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    assert frame.windowTitle() == "Queue – Mainstay"


def test_what_asks_for_a_file_and_the_wall_go_as_the_window_locks(shared: Shared) -> None:
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    window = shared.program.window
    window.go(Location("dashboard"))
    page = window.page
    assert isinstance(page, DashboardPage)
    page.show_wall()
    wall, chosen = page.wall, list[Path]()
    dialog = ask_where_to_save(window, window.context.state, "Save", "list.pdf", "PDF (*.pdf)", chosen.append)
    assert wall is not None
    assert wall.isVisible()
    assert dialog.isVisible()
    shared.program.doors.gate.lock()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [shared.program.frame]
    assert page.wall is None
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    assert chosen == []


def test_a_desk_without_a_sign_in_says_why_it_is_not_locked(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    actions = shared.program.window.context.actions
    assert actions.offer("window.lock").reason == ""
    shared.program.doors.gate.switch(on=False)
    (offer,) = (each for each in actions.offers() if each.spec.id == "window.lock")
    assert offer.reason == "No sign-in is set: Settings › Sign-in and lock"
    assert not actions.action("window.lock").isEnabled()
    shared.program.doors.gate.switch(on=True)
    assert actions.action("window.lock").isEnabled()


def test_a_list_that_is_open_goes_as_the_window_locks_and_what_is_typed_stays(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    window = shared.program.window
    shared.qtbot.waitUntil(lambda: window.queue.table.rowCount() > 1, timeout=20_000)
    window.queue.view.select_first_row()
    window.top.filter.field.setFocus()
    QTest.keyClicks(window.top.filter.field, "scanner")
    popup = window.queue.bulk.choose("assignee_id")
    assert popup.isVisible()
    shared.program.doors.gate.lock()
    assert QApplication.activePopupWidget() is None, "it names people, and would act on the incident"
    shared.page()
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    assert "scanner" in window.top.filter.field.text()


def test_somebody_else_gets_the_desk_as_themself(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    shared.program.window.context.actions.run("window.lock")
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    session = shared.program.window.context.session
    assert session is not None
    assert session.actor.person_id == shared.admin.person_id


@pytest.mark.parametrize("comes_back", [True, False])
def test_a_way_back_is_for_whoever_did_it(shared: Shared, comes_back: bool) -> None:
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    context, taken_back = shared.program.window.context, []
    context.toasts.show("INC-000001 resolved", ToastAction("Undo", lambda: taken_back.append("it"), "Ctrl+Z"))
    shared.program.doors.gate.lock()
    shared.enter(*((shared.admin.person_id, GOOD) if comes_back else (shared.dana.person_id, OTHER)))
    shared.wait_for_desk()
    assert context.toasts.text == ("INC-000001 resolved" if comes_back else "")
    context.actions.run("window.undo")
    assert taken_back == (["it"] if comes_back else [])


def test_it_locks_when_nobody_was_there_for_long(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    gate = shared.program.doors.gate
    gate.be_awake()
    assert gate._idle.isActive()
    shared.clock.advance(minutes=9, seconds=59)
    gate._idle.timeout.emit()
    assert gate.page is None
    QTest.keyClick(shared.program.window, Qt.Key.Key_Shift)
    shared.clock.advance(minutes=9, seconds=59)
    gate._idle.timeout.emit()
    assert gate.page is None, "a key says that somebody is there"
    shared.clock.advance(seconds=1)
    gate._idle.timeout.emit()
    assert shared.page().isVisible()
    shared.program.settings = shared.program.settings._replace(lock_minutes="0")
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    assert not gate._idle.isActive()


def test_the_first_key_after_the_computer_slept_shows_who_comes_in_and_does_nothing_else(shared: Shared) -> None:
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    window = shared.program.window
    shared.clock.advance(hours=8)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert shared.page().isVisible()
    shared.enter(shared.dana.person_id, OTHER)
    shared.wait_for_desk()
    assert window.page is window.queue, "the key of a new incident was not taken"


class Settings:
    """The section of sign-in and lock on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        page = stage.show(SettingsPage(stage.context))
        page.open("gate")
        stage.settle()
        assert isinstance(page.section, GateSection)
        self.section = page.section


@pytest.fixture
def settings(on_stage: Stage) -> Settings:
    return Settings(on_stage)


def test_a_desk_of_one_person_asks_nobody(settings: Settings) -> None:
    assert not settings.section.asks.isChecked()
    settings.section.asks.click()
    settings.stage.settle()
    assert "Set a password of your own first" in settings.section.frame.strip.text()
    assert not settings.section.asks.isChecked()


def test_passwords_of_others_are_there_where_there_are_others(settings: Settings) -> None:
    section, desk = settings.section, settings.stage.desk.session.desk
    assert section.others.isVisible()
    state = desk.gate.state(settings.stage.desk.me)
    alone = tuple(each for each in state.entrants if each.id == settings.stage.context.actor.person_id)
    section._show(_Known(state._replace(entrants=alone), ()))
    assert not section.others.isVisible()
    section._show(_Known(state, ()))
    assert section.others.isVisible()


def test_passwords_are_set_and_the_desk_begins_to_ask(settings: Settings) -> None:
    section, told = settings.section, list[bool]()
    settings.stage.context.ask_who = told.append
    section.password.set_text(GOOD)
    section.again.set_text("something else")
    section.mine.click()
    settings.stage.settle()
    assert section.again.problem() == "The two are not the same. Type it once more."
    section.again.set_text(GOOD)
    section.mine.click()
    settings.stage.settle()
    assert section.password.text() == ""
    assert section.before.isVisible()
    assert "Dana Okafor" in section.without.text()
    section.who.setCurrentIndex(section.who.findText("Dana Okafor, agent"))
    section.first.set_text(OTHER)
    section.give.click()
    settings.stage.settle()
    assert "Dana Okafor" not in section.without.text()
    section.asks.click()
    settings.stage.settle()
    assert told == [True]
    desk = settings.stage.desk.session.desk
    assert desk.gate.state(settings.stage.desk.me).is_on
    section.asks.click()
    settings.stage.settle()

    def history() -> list[str]:
        # What was shown before goes in a turn of its own.
        lines = [each.accessibleName() for each in section.history.findChildren(QWidget)]
        return [line.partition(": ")[2] for line in lines if line.startswith("Today ")]

    settings.stage.qtbot.waitUntil(lambda: history() == ["Ask who it is: yes → no", "Ask who it is: set"])


def test_the_list_of_people_is_as_wide_as_the_line_of_the_password(shared: Shared) -> None:
    page = shared.page()
    shared.qtbot.waitUntil(lambda: page.who.width() == page.password.line.width())


def test_windows_of_their_own_are_hidden_while_it_asks_and_come_back(shared: Shared) -> None:
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    window = shared.program.window
    queue = window.queue.table
    shared.qtbot.waitUntil(lambda: queue.row_at(1) is not None, timeout=20_000)
    row = queue.row_at(1)
    assert row is not None
    window.go(Location("incident", row.id, apart=True))
    apart = window.windows.shown[0]
    assert apart.isVisible()
    shared.program.doors.gate.lock()
    assert not apart.isVisible()
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    assert apart.isVisible()
    shared.program.frame.close()
    shared.program.end()
    shared.program.frame.deleteLater()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shared.start(application)
    shared.page()
    assert not shared.program.window.windows.shown
    shared.enter(shared.admin.person_id, GOOD)
    shared.wait_for_desk()
    again = shared.program.window.windows
    shared.qtbot.waitUntil(lambda: [each.isVisible() for each in again.shown] == [True], timeout=20_000)
