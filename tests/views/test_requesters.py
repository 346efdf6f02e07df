"""The window of a requester: their own incidents, what they may read, and nothing that refuses them once it is open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.services.session import Session
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow, Parts
from app.views.pages import Location
from app.views.settings_page.page import SettingsPage
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from tests.views.desks import SmallDesk

SitDown = Callable[[Actor], MainWindow]


@pytest.fixture
def sit_down(desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot) -> SitDown:
    parts = Parts(background, WindowState(tmp_path / "w.json", background), theme, desk.clock, drafts_folder=tmp_path)
    window = MainWindow(parts)
    qtbot.addWidget(window, before_close_func=lambda _window: qtbot.waitUntil(lambda: not background.busy))
    window.show()

    def opened(actor: Actor) -> MainWindow:
        window.desk_opened(Session(desk.session.desk, actor), "Harbour Logistics", "This computer", is_demo=False)
        qtbot.waitUntil(lambda: not background.busy)
        return window

    return opened


@pytest.fixture
def jonas(desk: SmallDesk) -> Actor:
    return Actor(desk.jonas, "Jonas Berg", Role.REQUESTER)


def pages_of(window: MainWindow) -> set[str]:
    pages = ("queue", "triage", "reviews", "escalations", "problems", "knowledge", "dashboard")
    return {page for page in pages if not window.sidebar._items[page].isHidden()}


def test_the_side_bar_leads_to_no_page_that_refuses(sit_down: SitDown, desk: SmallDesk, jonas: Actor) -> None:
    everything = {"queue", "triage", "reviews", "escalations", "problems", "knowledge", "dashboard"}
    assert pages_of(sit_down(desk.me)) == everything
    assert pages_of(sit_down(desk.dana)) == everything - {"dashboard"}
    assert pages_of(sit_down(jonas)) == {"queue", "knowledge"}
    assert pages_of(sit_down(desk.me)) == everything, "they are back for who may read them"


def test_how_the_window_looks_and_its_keys_are_for_everybody(
    sit_down: SitDown, background: Background, jonas: Actor, qtbot: QtBot
) -> None:
    window = sit_down(jonas)
    assert not window.context.actions.offer("go.settings").reason
    window.context.actions.run("go.settings")
    qtbot.waitUntil(lambda: not background.busy)
    page = window.page
    assert isinstance(page, SettingsPage)
    assert list(page.navigation.items) == ["desk", "appearance", "keys"], "their password is changed at the desk"
    for key in ("keys", "appearance", "desk"):
        window.go(Location("settings", key))
        qtbot.waitUntil(lambda: not background.busy)
        assert page.section is page.sections[key]
    window.go(Location("settings", "people"))
    assert page.section is page.sections["desk"], "people are set up by others"


def test_a_requester_writes_to_the_desk_and_not_to_themselves(
    sit_down: SitDown, desk: SmallDesk, background: Background, jonas: Actor, qtbot: QtBot
) -> None:
    incident = desk.log()
    desk.say(incident, "Ask the boss first", public=False)

    def shown(window: MainWindow) -> IncidentPage:
        window.go(Location("incident", incident))
        page = window.page
        assert isinstance(page, IncidentPage)
        qtbot.waitUntil(lambda: page.detail is not None and not background.busy)
        return page

    page = shown(sit_down(jonas))
    composer = page.writing.composer
    assert composer.edit.placeholderText() == "Write to the desk"
    assert page.detail is not None
    assert [entry.body for entry in page.detail.journal if entry.body] == []
    QTest.keyClicks(composer.edit, "It works again")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [entry.body for entry in desk.read(incident).journal if entry.body][-1] == "It works again")
    qtbot.waitUntil(lambda: not background.busy)
    assert shown(sit_down(desk.dana)).writing.composer.edit.placeholderText() == "Write to Jonas Berg"
