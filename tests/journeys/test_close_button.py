"""The close button quits, unless somebody chose that it keeps the window in the tray, where there is one."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from app.views.create.sheets import CreateSheets
from app.views.notifications.watch import NoticeWatch
from app.views.settings_page.appearance.section import AppearanceSection
from app.views.settings_page.page import SettingsPage
from app.views.tour import Tour
from tests.journeys.keyboard import Hands


class StandIn(QObject):
    """A tray that remembers what it was asked to show."""

    messageClicked = Signal()
    activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.menu: QMenu | None = None

    def setToolTip(self, _text: str) -> None:
        """Nobody points at it."""

    def setContextMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def showMessage(self, title: str, _body: str, _icon: object) -> None:
        self.told.append(title)

    def show(self) -> None:
        """It is there."""

    def hide(self) -> None:
        """It is gone."""


def with_tray(walk: Tour, icon: StandIn | None, choice: str = "yes") -> None:
    walk.program.keep_settings(walk.program.settings._replace(close_to_tray=choice))
    watch = walk.program.window.ground.findChildren(NoticeWatch)[0]
    watch.tray._make = lambda _picture, _parent: icon  # type: ignore[assignment,return-value]  # a stand-in for what is used
    walk.settle()


class Pressed(QCloseEvent):
    """The event of the window system; Qt tells it from that of a program that closes its own window."""

    def spontaneous(self) -> bool:
        """It came from outside."""
        return True


def press_close_button(walk: Tour) -> None:
    walk.program.frame.closeEvent(Pressed())
    walk.settle()


def test_it_hides_the_window_says_so_once_and_loses_nothing(walk: Tour) -> None:
    icon, frame = StandIn(), walk.program.frame
    with_tray(walk, icon)
    hands = Hands(walk)
    hands.press("Ctrl+N")
    hands.type("Half a call")
    press_close_button(walk)
    assert frame.isHidden()
    assert walk.program.session is not None
    assert not QApplication.quitOnLastWindowClosed(), "nothing else ends the program while its window is hidden"
    assert icon.told == ["Mainstay goes on in the tray"]
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    walk.settle()
    assert frame.isVisible()
    assert QApplication.quitOnLastWindowClosed()
    sheets = walk.program.window.ground.findChildren(CreateSheets)[0]
    assert sheets.shown[0].form.requester.text() == "Half a call"
    press_close_button(walk)
    assert frame.isHidden()
    assert len(icon.told) == 1


def test_quit_in_the_menu_of_the_tray_quits(walk: Tour) -> None:
    icon = StandIn()
    with_tray(walk, icon)
    press_close_button(walk)
    closed: list[bool] = []
    walk.program.window.closed.connect(lambda: closed.append(True))
    assert icon.menu is not None
    next(action for action in icon.menu.actions() if action.text() == "Quit").trigger()
    assert closed == [True]


@pytest.mark.parametrize(("icon", "choice"), [(None, "yes"), (StandIn, "no")])
def test_it_quits_without_a_tray_and_unless_it_was_chosen(walk: Tour, icon: type[StandIn] | None, choice: str) -> None:
    with_tray(walk, None if icon is None else icon(), choice)
    closed: list[bool] = []
    walk.program.window.closed.connect(lambda: closed.append(True))
    press_close_button(walk)
    assert closed == [True]


def test_ctrl_q_quits_all_the_same(walk: Tour) -> None:
    with_tray(walk, StandIn())
    closed: list[bool] = []
    walk.program.window.closed.connect(lambda: closed.append(True))
    Hands(walk).press("Ctrl+Q")
    assert closed == [True]


def test_ctrl_w_does_what_the_close_button_does(walk: Tour) -> None:
    with_tray(walk, StandIn())
    closed: list[bool] = []
    walk.program.window.closed.connect(lambda: closed.append(True))
    Hands(walk).press("Ctrl+W")
    assert walk.program.frame.isHidden()
    assert closed == []
    walk.program.frame.show()
    with_tray(walk, StandIn(), "no")
    Hands(walk).press("Ctrl+W")
    assert closed == [True]


@pytest.mark.parametrize("is_there", [True, False])
def test_it_is_offered_where_there_is_a_tray(walk: Tour, monkeypatch: pytest.MonkeyPatch, is_there: bool) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: is_there))
    walk.visit("settings", "appearance")
    page = walk.program.window.page
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, AppearanceSection)
    assert section.closing.isVisible() is is_there
    section.close_button._segments["yes"].click()
    assert walk.program.settings.close_to_tray == "yes"
